/** What the search found, in words and pieces of text; mentions no page. */

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#x27": "'",
  apos: "'",
  nbsp: "\u00a0",
};

/** The number of results in words: none, one, or how many. */
export function countWords(count: number, words: { none?: string; one?: string; other?: string }): string {
  if (count === 0) return words.none ?? "";
  return count === 1 ? words.one ?? "" : (words.other ?? "").replace("{count}", String(count));
}

/** An excerpt with <mark> around what was found, as pieces of plain text. Any other markup stays text. */
export function inPieces(excerpt: string): Piece[] {
  return excerpt.split(/<mark>(.*?)<\/mark>/s)
    .map((text, index) => ({ text: plain(text), isFound: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

function plain(text: string): string {
  return text.replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

/** What the search found, in words and pieces of text; mentions no page. */
import { wordsOf } from "../list_filter/words.ts";

/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** A sentence is shown with at most as many words. */
const MOST = 45;
const ENDS = /[.!?…][”’"')\]]*$/;

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

/** The number of results in words: one, or how many. */
export function countWords(count: number, words: { one?: string; other?: string }): string {
  return count === 1 ? words.one ?? "" : (words.other ?? "").replace("{count}", String(count));
}

/** What a result has, as pagefind gives it: the text of its page, the places of the words found in it, its names. */
interface Held {
  content: string;
  locations: readonly number[];
  meta: object;
}

/**
 * The typed words of which none of the results has the beginning. For a word that stands nowhere pagefind takes the
 * longest beginning of it that does, down to a single letter, and there is no option against it. So a result only counts
 * as a find of a word where it has so much of it that it may be another form of it.
 */
export function missingWords(typed: string, results: readonly Held[]): string[] {
  const had = new Set(results.flatMap(({ content, locations, meta }) => {
    const words = content.split(/\s+/);
    return wordsOf([...locations.map((at) => words[at] ?? ""), ...Object.values(meta)].join(" "));
  }));
  const isMissing = (word: string) => ![...had].some((one) => one.includes(beginningOf(word)));
  return typed.split(/\s+/).filter((part) => wordsOf(part).some(isMissing));
}

/** So much of a word as its other forms have in common: happi- and happy, federat- and federation; a number is whole. */
function beginningOf(word: string): string {
  return /\p{N}/u.test(word) ? word : word.slice(0, Math.max(3, Math.floor(word.length * .45)));
}

/**
 * Results with those before the others that are called what was typed, by their title or by one of their other names;
 * the search itself takes integrator and integrated for one word.
 */
export function calledFirst<T extends { meta: { title?: string; also?: string } }>(found: T[], typed: string): T[] {
  const name = typed.trim().toLowerCase();
  const isCalled = ({ meta }: T) =>
    [meta.title ?? "", ...(meta.also ?? "").split("; ")].some((one) => one.toLowerCase() === name);
  return [...found.filter(isCalled), ...found.filter((one) => !isCalled(one))];
}

/**
 * The sentence of a text that holds most of what was found, in pieces. `places` are the numbers of
 * the words that were found, counted from 0. A sentence that is too long is cut, and shows where. One that only says
 * the title again gives way to another, or to the one behind it.
 */
export function sentenceWith(text: string, places: number[], title = ""): Piece[] {
  const words = text.split(/\s+/);
  const found = new Set(places);
  const said = (start: number, end: number) => plain(words.slice(start, end + 1).join(" ")).replace(ENDS, "");
  const isTitle = ([start, end]: Span) => said(start, end) === title.replace(ENDS, "");
  let rest = [...found].sort((one, other) => one - other);
  let span = fullest(words, rest);
  while (rest.length && isTitle(span)) {
    const [start, end] = span;
    rest = rest.filter((place) => place < start || place > end);
    span = rest.length ? fullest(words, rest) : around(words, Math.min(end + 1, words.length - 1));
  }
  const [start, end] = span;
  const isCut = (at: number) => at >= 0 && at < words.length && !ENDS.test(words[at] ?? "");
  const pieces: Piece[] = [];
  const add = (text: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (last?.isFound === isFound) last.text += text;
    else if (text) pieces.push({ text, isFound });
  };
  add(isCut(start - 1) ? "… " : "", false);
  for (let at = start; at <= end; at++) {
    add(plain(words[at] ?? ""), found.has(at));
    add(at < end ? " " : "", false);
  }
  add(end < words.length - 1 && isCut(end) ? " …" : "", false);
  return pieces;
}

type Span = [start: number, end: number];

/** The first and the last word of the sentence in which a word stands, or of a stretch of it. */
function around(words: string[], at: number): Span {
  let start = at;
  while (start > 0 && at - start < MOST / 2 && !ENDS.test(words[start - 1] ?? "")) start--;
  let end = at;
  while (end < words.length - 1 && end - start < MOST && !ENDS.test(words[end] ?? "")) end++;
  return [start, end];
}

/** The sentence that holds most of the places; the first of all where there are none. */
function fullest(words: string[], places: number[]): Span {
  const held = ([start, end]: Span) => places.filter((place) => place >= start && place <= end).length;
  const spans = places.map((place) => around(words, place));
  return spans.reduce((best, span) => held(span) > held(best) ? span : best, spans[0] ?? around(words, 0));
}

function plain(text: string): string {
  return text.replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

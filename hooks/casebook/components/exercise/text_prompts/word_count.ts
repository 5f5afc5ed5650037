/** Messages counted, and words to avoid found. */

export function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed ? trimmed.split(/\s+/).length : 0;
}

/** The words to avoid that stand in a text, as whole words, in any case. */
export function wordsToAvoid(text: string, avoid: string[]): string[] {
  const plain = (words: string) => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const here = plain(text);
  return avoid.filter((word) => here.includes(plain(word)));
}

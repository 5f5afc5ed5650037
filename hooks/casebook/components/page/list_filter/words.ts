/** What finds entries by the words that are typed: pure arithmetic, no page. */

/** Words for one thing, as they are written, and the cases that have any of them, by their place in the list. */
export interface WordGroup {
  readonly words: readonly string[];
  /** Other words by which the same cases were found, though they do not lead to all of them. */
  readonly also: readonly string[];
  readonly cases: readonly number[];
}

/** The words of every case up to its first decision: data/words.js. */
export interface WordList {
  readonly cases: readonly string[];
  /** What each case is called. */
  readonly titles: readonly string[];
  /** Words that are not looked for. */
  readonly small: readonly string[];
  /** In the order of the alphabet, with a space between them. */
  readonly words: string;
  /** For each word, the cases that have it. */
  readonly at: readonly (readonly number[])[];
  readonly groups: readonly WordGroup[];
}

/** What an entry is asked: its case, and the words that it has beyond those of its case. */
export type HasWords = (slug: string, more?: readonly string[]) => boolean;

/**
 * Letters that nobody sees and that come along when text is copied: soft hyphens, spaces of no width, marks of
 * direction.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The words of a text as they are compared: small letters without accents and apostrophes. `search_words` in
 * casebook/text/letters.py does the same for the cases.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.replace(/['‘’]/g, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without the ending of a plural or of a past: what is looked for at the beginning of words. */
export function stem(word: string): string {
  if (/ies$/.test(word) && word.length > 5) return word.slice(0, -3);
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  if (/ing$/.test(word) && word.length > 6) return word.slice(0, -3);
  if (/ed$/.test(word) && word.length > 5) return word.slice(0, -2);
  return word;
}

/** One thing that was typed: a phrase of a group, or a word; and the cases that have it. */
interface Term {
  readonly stems: readonly string[];
  readonly cases: ReadonlySet<number>;
  /** The words for one thing to which a phrase belongs. */
  readonly group: WordGroup | null;
}

export class WordSearch {
  private readonly places: ReadonlyMap<string, number>;
  private readonly small: ReadonlySet<string>;
  private readonly words: readonly string[];
  /** The phrases of all groups by the stem of their first word, the longest first. */
  private readonly phrases = new Map<string, { stems: string[]; group: WordGroup }[]>();

  constructor(private readonly list: WordList) {
    this.places = new Map(list.cases.map((slug, at) => [slug, at]));
    this.small = new Set(list.small);
    this.words = list.words.split(" ");
    for (const group of list.groups) {
      for (const phrase of group.words) {
        const stems = wordsOf(phrase).map(stem);
        const first = stems[0] ?? "";
        this.phrases.set(first, [...this.phrases.get(first) ?? [], { stems, group }]);
      }
    }
    for (const known of this.phrases.values()) known.sort((one, other) => other.stems.length - one.stems.length);
  }

  /** What tells whether an entry has all that was typed; null where nothing of it is looked for. */
  find(text: string): HasWords | null {
    const terms = this.terms(wordsOf(text));
    if (terms.length === 0) return null;
    return (slug, more = []) => {
      const place = this.places.get(slug) ?? -1;
      return terms.every(({ stems, cases }) =>
        cases.has(place) || stems.every((wanted) => more.some((word) => word.startsWith(wanted)))
      );
    };
  }

  /** The other words for what was typed, which are looked for too. */
  alsoSearched(text: string): string[] {
    const typed = this.terms(wordsOf(text));
    const same = (phrase: string, { stems }: Term) => wordsOf(phrase).map(stem).join(" ") === stems.join(" ");
    return typed.flatMap((term) => {
      const { words = [], also = [] } = term.group ?? {};
      return [...words, ...also].filter((phrase) => !same(phrase, term));
    });
  }

  private terms(typed: readonly string[]): Term[] {
    const stems = typed.map(stem);
    const found: Term[] = [];
    for (let at = 0; at < typed.length;) {
      const phrase = this.phrases.get(stems[at] ?? "")?.find((one) =>
        one.stems.every((wanted, step) => stems[at + step] === wanted)
      );
      const taken = phrase ? phrase.stems : [stems[at] ?? ""];
      if (phrase || !this.small.has(typed[at] ?? "")) {
        // A phrase of several words is found where it stands, not where its words are scattered.
        const [only = ""] = taken.length === 1 ? taken : [];
        found.push({
          stems: taken,
          group: phrase?.group ?? null,
          cases: new Set([...phrase?.group.cases ?? [], ...only ? this.beginningWith(only) : []]),
        });
      }
      at += taken.length;
    }
    return found;
  }

  /** The cases in which some word begins so; a single letter stands for itself alone. */
  private beginningWith(wanted: string): number[] {
    const found: number[] = [];
    for (let at = this.firstFrom(wanted); this.words[at]?.startsWith(wanted); at++) {
      if (wanted.length > 1 || this.words[at] === wanted) found.push(...this.list.at[at] ?? []);
    }
    return found;
  }

  /** The place of the first word that is not before another in the alphabet. */
  private firstFrom(wanted: string): number {
    let low = 0, high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? "") < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

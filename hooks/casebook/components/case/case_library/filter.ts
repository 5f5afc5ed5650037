/** What narrows and orders the library: pure arithmetic, no page. */
import { listIn, readAddress, textIn, writeAddress } from "../../../../scripts/lib/url_state.ts";

/** One case as the filters see it. */
export interface Entry {
  readonly slug: string;
  readonly place: string;
  /** The year it begins, or null where nobody knows. */
  readonly begins: number | null;
  /** 0 is the strongest evidence. */
  readonly rank: number;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** What a visitor has chosen. Within a facet one value is enough; every facet must fit. */
export interface Choice {
  readonly text: string;
  readonly sort: string;
  readonly claim: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** Which entries fit, and for each value of each facet how many would fit with it. */
export interface Narrowed {
  readonly shown: readonly boolean[];
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Letters that nobody sees and that come along when text is copied: soft hyphens, spaces of no width, marks of
 * direction.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The text as it is compared: without accents and what nobody sees, in small letters, with plain quotation marks and
 * plain forms of letters.
 */
export function fold(text: string): string {
  return text.normalize("NFKC").replace(INVISIBLE, "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(
    /[‘’]/g,
    "'",
  ).replace(
    /[“”]/g,
    '"',
  ).replace(/[–—]/g, "-");
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter((word) => word !== "");
}

/** The key under which a facet's value is counted. */
export function countKey(facet: string, value: string): string {
  return `${facet}=${value}`;
}

/** True when what the case says to the claims fits: any claim or one, any stance or some. */
export function saysSo(said: readonly string[], claim: string, stances: readonly string[]): boolean {
  if (claim === "" && stances.length === 0) return true;
  return said.some((one) => {
    const [about, stance = ""] = one.split(":");
    return (claim === "" || about === claim) && (stances.length === 0 || stances.includes(stance));
  });
}

/** Narrows every entry at once. `texts` are the folded texts of the entries, in the same order. */
export function narrow(entries: readonly Entry[], texts: readonly string[], choice: Choice): Narrowed {
  const words = wordsOf(choice.text);
  const { stance = [], ...ticked } = choice.facets;
  const asked = Object.entries(ticked).filter(([, values]) => values.length > 0);
  const counts = new Map<string, number>();
  const shown = entries.map((entry, index) => {
    if (
      !words.every((word) => texts[index]?.includes(word)) || !saysSo(entry.facets.said ?? [], choice.claim, stance)
    ) return false;
    const missed = asked.filter(([facet, values]) => !values.some((value) => entry.facets[facet]?.includes(value)));
    if (missed.length < 2) count(counts, entry, missed[0]?.[0] ?? null);
    return missed.length === 0;
  });
  return { shown, counts };
}

/** Counts an entry in every facet, or only in the one facet that keeps it away. */
function count(counts: Map<string, number>, entry: Entry, only: string | null): void {
  for (const facet of only === null ? Object.keys(entry.facets) : [only]) {
    for (const value of entry.facets[facet] ?? []) {
      const key = countKey(facet, value);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}

/** The numbers of the entries in the order asked for; what has no date stands last, equals keep the order of titles. */
export function inOrder(entries: readonly Entry[], sort: string): number[] {
  const numbered = [...entries.entries()];
  const compare: Record<string, (one: Entry, other: Entry) => number> = {
    place: (one, other) => one.place.localeCompare(other.place, "en"),
    begins: (one, other) => (one.begins ?? 9999) - (other.begins ?? 9999),
    strength: (one, other) => one.rank - other.rank,
  };
  const by = Object.hasOwn(compare, sort) ? compare[sort] : undefined;
  if (by) numbered.sort(([at, one], [otherAt, other]) => by(one, other) || at - otherAt);
  return numbered.map(([at]) => at);
}

/** The choice as it stands in the address, after the #. Empty when nothing is chosen. */
export function toAddress({ text, claim, facets, sort }: Choice): string {
  const order = sort === "title" ? "" : sort;
  return writeAddress([["text", text.trim()], ["claim", claim], ...Object.entries(facets), ["sort", order]]);
}

/** The choice that an address holds; null where the part after # is no choice (an anchor of the page, or nothing). */
export function fromAddress(hash: string): Choice | null {
  const values = readAddress(hash);
  if (!values) return null;
  const facets: Record<string, string[]> = Object.create(null);
  for (const [name, value] of values) {
    if (name && !["text", "sort", "claim"].includes(name)) facets[name] = listIn(value);
  }
  return {
    text: textIn(values.get("text")),
    sort: textIn(values.get("sort") ?? "title"),
    claim: textIn(values.get("claim")),
    facets,
  };
}

/** What narrows and orders a list: pure arithmetic, no page. */
import { listIn, readAddress, textIn, writeAddress } from "../../../../scripts/lib/url_state.ts";

/** One entry of a list, as the filters see it. */
export interface Entry {
  readonly slug: string;
  /** What the orders go by: a text, a number, or null where nobody knows. */
  readonly order: Readonly<Record<string, string | number | null>>;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** Entries as a data file holds them: the values of each facet stand once, and entries name them by their place. */
export interface PackedEntries {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly entries: readonly {
    readonly slug: string;
    readonly order: Entry["order"];
    readonly facets: Readonly<Record<string, readonly number[]>>;
  }[];
}

/** The entries with the values of their facets. */
export function unpack({ values, entries }: PackedEntries): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    facets: Object.fromEntries(
      Object.entries(entry.facets).map(([facet, places]) => [facet, places.map((at) => values[facet]?.[at] ?? "")]),
    ),
  }));
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

/** Narrows every entry at once. `hasWords` says of an entry, by its place, whether it has the words that were typed. */
export function narrow(
  entries: readonly Entry[],
  hasWords: ((index: number) => boolean) | null,
  choice: Choice,
): Narrowed {
  const { stance = [], ...ticked } = choice.facets;
  const asked = Object.entries(ticked).filter(([, values]) => values.length > 0);
  const counts = new Map<string, number>();
  const shown = entries.map((entry, index) => {
    if (hasWords?.(index) === false || !saysSo(entry.facets.said ?? [], choice.claim, stance)) return false;
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

/** The places of the entries in the order asked for; what is unknown comes last, equals keep their order. */
export function inOrder(entries: readonly Entry[], sort: string): number[] {
  const key = (at: number) => entries[at]?.order[sort] ?? null;
  return [...entries.keys()].sort((one, other) => compare(key(one), key(other)) || one - other);
}

function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other), "en");
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

/** What is compared, and how it is laid out: pure arithmetic, no page. */
import { listIn, readAddress, writeAddress } from "../../../../scripts/lib/url_state.ts";

export interface Told {
  readonly text?: string;
  readonly part?: string;
  readonly when?: string;
  readonly doubts?: readonly string[];
  readonly disputed?: readonly string[];
  /** What a finding or a result cannot show, led by the words that say so. */
  readonly limits?: string;
  /** The id of each source, and its short name. */
  readonly sources?: readonly (readonly [string, string])[];
}

export interface ToldForm extends Told {
  readonly mode: string;
  readonly label: string;
  readonly dated: boolean;
  /** Begin and end as years with a fraction; null where open. */
  readonly years: readonly [number | null, number | null];
}

export interface ToldFinding extends Told {
  readonly id: string;
  readonly claim: string;
  readonly stance: string;
  readonly reading: string;
}

export interface ToldResult extends Told {
  readonly measure: string;
  readonly out: string;
  readonly how: string;
}

export interface ToldCase {
  readonly slug: string;
  /** Title and place; for each part, title and part. */
  readonly name: string;
  readonly part_names: Readonly<Record<string, string>>;
  readonly title: string;
  readonly place: string;
  readonly when: string;
  readonly span: readonly [number | null, number | null];
  readonly summary: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly facts: readonly Told[];
  readonly forms: readonly ToldForm[];
  /** The task, to whom it answers at home, and so on, by the name of the field. */
  readonly statements: Readonly<Record<string, readonly Told[]>>;
  readonly findings: readonly ToldFinding[];
  readonly results: readonly ToldResult[];
  readonly strengths: readonly { readonly part: string | null; readonly words: string }[];
  readonly ended: string;
  readonly after_all: string;
}

/** One column: a case, or one part of it. */
export interface Compared {
  readonly told: ToldCase;
  readonly part: string | null;
}

/** The name of a column: title and place of a case, or title and part. */
export function nameOf({ told, part }: Compared): string {
  return part === null ? told.name : told.part_names[part] ?? told.name;
}

/**
 * Neighbouring columns of one case, and whether an earlier column is of that case already: what belongs to the whole
 * case is told once.
 */
export interface Run {
  readonly columns: readonly Compared[];
  /** The first column of the case, where it stands further to the left; else null. */
  readonly told: Compared | null;
}

/** The columns in runs of one case. */
export function runs(columns: readonly Compared[]): Run[] {
  const found: { columns: Compared[]; told: Compared | null }[] = [];
  columns.forEach((column, index) => {
    const last = found.at(-1);
    if (last?.columns[0]?.told.slug === column.told.slug) return void last?.columns.push(column);
    found.push({
      columns: [column],
      told: columns.slice(0, index).find((one) => one.told.slug === column.told.slug) ?? null,
    });
  });
  return found;
}

export const MOST = 4;

/** The things named in an address (#cases=leeds,stroke/london), each once, at most four, only what is known. */
export function fromAddress(hash: string, known: ReadonlySet<string>): string[] {
  const named = new Set(listIn(readAddress(hash)?.get("cases")));
  return [...named].filter((one) => known.has(one)).slice(0, MOST);
}

/**
 * The part of the address that names what is compared. The stroke before a part stays as it is, so that people can read
 * it.
 */
export function toAddress(chosen: readonly string[]): string {
  return writeAddress([["cases", chosen]]).replaceAll("%2F", "/");
}

/** The slug and the part of a name such as stroke/london. */
export function split(name: string): [string, string | null] {
  const [slug = "", part] = name.split("/");
  return [slug, part ?? null];
}

/** What belongs to a column: all of a case; for a part, its own and what belongs to no part. */
export function belonging<T extends { readonly part?: string | null }>(things: readonly T[], part: string | null): T[] {
  return part === null ? [...things] : things.filter((one) => !one.part || one.part === part);
}

/** One row for each claim that some column speaks to, in the order of the claims; in it the findings of each column. */
export function claimRows(columns: readonly Compared[], claims: readonly string[]): [string, ToldFinding[][]][] {
  const found = columns.map(({ told, part }) => belonging(told.findings, part));
  return claims
    .map((
      claim,
    ): [string, ToldFinding[][]] => [claim, found.map((findings) => findings.filter((one) => one.claim === claim))])
    .filter(([, cells]) => cells.some((cell) => cell.length > 0));
}

/** Both ends, in whole years, of the time that the forms of all columns cover. Null when none has a date. */
export function axis(columns: readonly Compared[]): [number, number] | null {
  const spans = columns.flatMap((
    { told, part },
  ) => [...belonging(told.forms, part).filter((form) => form.dated).map((form) => form.years), told.span]);
  const years = spans.flat().filter((year) => year !== null);
  if (years.length === 0) return null;
  const first = Math.floor(Math.min(...years));
  return [first, Math.max(Math.ceil(Math.max(...years)), first + 1)];
}

/** Where a form stands on the axis: left edge and width in per cent, and whether either end is open. */
export function bar(
  form: ToldForm,
  [first, last]: readonly [number, number],
): { left: number; width: number; open: boolean } {
  const [from, to] = form.years;
  const left = ((from ?? first) - first) / (last - first);
  const right = ((to ?? last) - first) / (last - first);
  return { left: percent(left), width: percent(Math.max(right - left, 0.015)), open: to === null };
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

/** A few years to print under the axis: both ends and what fits between. */
export function ticks([first, last]: readonly [number, number]): number[] {
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 6) ?? 100;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

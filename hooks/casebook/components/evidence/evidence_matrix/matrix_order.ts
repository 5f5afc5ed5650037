/** What a case in the matrix can be chosen and sorted by. */
export interface CaseRow {
  slug: string;
  title: string;
  modes: string[];
  purposes: string[];
  countries: string[];
  country: string;
  strength: string;
  rank: number;
  begins: number;
  claims: string[];
}

/** What the visitor chose; an empty word chooses all. */
export interface Choice {
  modes: string;
  purposes: string;
  countries: string;
  strength: string;
  claim: string;
}

/** True when a case fits every choice. */
export function fits(row: CaseRow, choice: Choice): boolean {
  return (!choice.modes || row.modes.includes(choice.modes)) &&
    (!choice.purposes || row.purposes.includes(choice.purposes)) &&
    (!choice.countries || row.countries.includes(choice.countries)) &&
    (!choice.strength || row.strength === choice.strength) &&
    (!choice.claim || row.claims.includes(choice.claim));
}

/** The rows in a new order; rows that are alike stand by title. `by`: title, begins, strength, country, mode. */
export function sorted<Row extends CaseRow>(
  rows: Row[],
  by: string,
  names: Intl.Collator = new Intl.Collator("en"),
): Row[] {
  const before: Record<string, (one: Row, other: Row) => number> = {
    begins: (one, other) => one.begins - other.begins,
    strength: (one, other) => one.rank - other.rank,
    country: (one, other) => names.compare(one.country, other.country),
    mode: (one, other) => names.compare(one.modes[0] ?? "", other.modes[0] ?? ""),
  };
  return [...rows].sort((one, other) => (before[by]?.(one, other) || 0) || names.compare(one.title, other.title));
}

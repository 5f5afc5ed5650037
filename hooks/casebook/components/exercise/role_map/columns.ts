/** The columns of an edge list: ours, and the names under which other tools write where a tie begins and ends. */

/** The columns that a map is written with. */
export const COLUMNS = ["Source", "Target", "Strength", "OnePerson", "Tokens", "SourceKind", "TargetKind"];

/** Both ends of a tie, as they are called by Gephi, Kumu, NodeXL, UCINET and igraph, R and people who write by hand. */
export const ENDS: readonly (readonly [string, string])[] = [
  ["Source", "Target"],
  ["From", "To"],
  ["Vertex 1", "Vertex 2"],
  ["Node 1", "Node 2"],
  ["Ego", "Alter"],
  ["Sender", "Receiver"],
  ["Tail", "Head"],
];

/**
 * Where each of our columns stands in a file, what was taken for Source and Target under another name, and what is
 * missing.
 */
export interface Found {
  readonly at: ReadonlyMap<string, number>;
  readonly taken: readonly (readonly [string, string])[];
  readonly lacking: readonly string[];
}

/** A name as it is compared: “Vertex 1”, “vertex_1” and “VERTEX1” are one. */
function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Finds our columns in the first row of a file. */
export function columnsIn(head: readonly string[]): Found {
  const names = head.map(plain);
  const place = (name: string) => names.indexOf(plain(name));
  const ends = ENDS.find((pair) => pair.every((name) => place(name) >= 0)) ?? ENDS[0]!;
  const written = COLUMNS.map((column, index) => [column, ends[index] ?? column] as const);
  const found = written.filter(([, name]) => place(name) >= 0);
  return {
    at: new Map(found.map(([column, name]) => [column, place(name)])),
    taken: found.filter(([column, name]) => column !== name).map((
      [column, name],
    ) => [head[place(name)]!.trim(), column]),
    lacking: ENDS[0]!.filter((name) => !found.some(([column]) => column === name)),
  };
}

/**
 * So many rows may stand above the names of the columns: a title, or the headings of groups of columns, as NodeXL
 * writes them.
 */
const MOST_ABOVE = 10;

/** Which row names the columns: the first that has both ends of a tie, else the first that is not empty. */
export function headRow(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, MOST_ABOVE).findIndex((row) => !columnsIn(row).lacking.length);
  return Math.max(named >= 0 ? named : rows.findIndex((row) => row.some((cell) => cell.trim())), 0);
}

/** The first name that stands twice, as it is written; undefined where each stands once. */
export function columnTwice(head: readonly string[]): string | undefined {
  const names = head.map((name) => name.replace(/\s+/g, " ").trim().toLowerCase());
  const twice = names.find((name, index) => name && names.indexOf(name) !== index);
  return twice && head[names.indexOf(twice)];
}

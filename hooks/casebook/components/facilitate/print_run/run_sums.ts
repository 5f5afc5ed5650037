/** What a print job takes: tables, copies, pages, sheets of paper, minutes of cutting. */

/** One handout: its sides of paper, how many of them are blank backs, the pieces that it is cut into. */
export interface RunSheet {
  sides: number;
  backs: number;
  pieces: number;
  /** How many people share one, or all who sit at a table; 0 where one is enough for all. */
  shared_by: number | "table";
  /** True where a page that says stop comes before the first copy. */
  has_stop: boolean;
}

/** How many people sit at a table at least, and at the most while that can be. */
export interface RunTables {
  fewest: number;
  usual: number;
}

export interface RunSums {
  pages: number;
  papers: number;
  /** Minutes of cutting, at fifteen seconds for each piece; 0 where nothing is cut. */
  cutting: number;
}

const SECONDS_FOR_A_PIECE = 15;

/** How many tables so many people sit at: no table has fewer than it takes. */
export function tablesFor(people: number, { fewest, usual }: RunTables): number {
  return Math.max(1, Math.min(Math.ceil(people / usual), Math.floor(people / fewest)));
}

/** How many copies so many people need. */
export function copiesFor(people: number, sheet: RunSheet, tables: RunTables | null): number {
  if (sheet.shared_by === "table") return tables ? tablesFor(people, tables) : 1;
  return sheet.shared_by ? Math.ceil(people / sheet.shared_by) : 1;
}

/** The pages that one copy is printed on: on both sides each copy begins a sheet of paper. */
function pagesOf(sheet: RunSheet, onBothSides: boolean): number {
  return onBothSides ? sheet.sides + sheet.sides % 2 : sheet.sides - sheet.backs;
}

/** The pages of so many copies, with that which says stop. */
export function pagesFor(copies: number, sheet: RunSheet, onBothSides: boolean): number {
  const stop = sheet.has_stop && copies ? (onBothSides ? 2 : 1) : 0;
  return stop + pagesOf(sheet, onBothSides) * copies;
}

/** What all copies take together. */
export function sumsOf(sheets: readonly RunSheet[], copies: readonly number[], onBothSides: boolean): RunSums {
  let pages = 0;
  let pieces = 0;
  sheets.forEach((sheet, at) => {
    pages += pagesFor(copies[at] ?? 0, sheet, onBothSides);
    pieces += sheet.pieces * (copies[at] ?? 0);
  });
  return { pages, papers: onBothSides ? pages / 2 : pages, cutting: Math.ceil(pieces * SECONDS_FOR_A_PIECE / 60) };
}

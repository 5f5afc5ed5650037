/** What a print job takes: copies, pages, sheets of paper, minutes of cutting. */

/** One handout: its sides of paper, how many of them are blank backs, the pieces that it is cut into. */
export interface RunSheet {
  sides: number;
  backs: number;
  pieces: number;
  /** How many people share one; 0 where one is enough for all. */
  shared_by: number;
}

export interface RunSums {
  pages: number;
  papers: number;
  /** Minutes of cutting, at fifteen seconds for each piece; 0 where nothing is cut. */
  cutting: number;
}

const SECONDS_FOR_A_PIECE = 15;

/** How many copies so many people need. */
export function copiesFor(people: number, sheet: RunSheet): number {
  return sheet.shared_by ? Math.ceil(people / sheet.shared_by) : 1;
}

/** The pages that one copy is printed on: on both sides each copy begins a sheet of paper. */
export function pagesOf(sheet: RunSheet, onBothSides: boolean): number {
  return onBothSides ? sheet.sides + sheet.sides % 2 : sheet.sides - sheet.backs;
}

/** What all copies take together. */
export function sumsOf(sheets: readonly RunSheet[], copies: readonly number[], onBothSides: boolean): RunSums {
  let pages = 0;
  let pieces = 0;
  sheets.forEach((sheet, at) => {
    pages += pagesOf(sheet, onBothSides) * (copies[at] ?? 0);
    pieces += sheet.pieces * (copies[at] ?? 0);
  });
  return { pages, papers: onBothSides ? pages / 2 : pages, cutting: Math.ceil(pieces * SECONDS_FOR_A_PIECE / 60) };
}

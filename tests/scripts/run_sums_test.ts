import {
  copiesFor,
  pagesFor,
  type RunSheet,
  sumsOf,
  tablesFor,
} from "../../hooks/casebook/components/facilitate/print_run/run_sums.ts";
import { same } from "./same.ts";

const SHEET: RunSheet = { sides: 1, backs: 0, pieces: 0, shared_by: 1, has_stop: false };
const CARDS: RunSheet = { sides: 4, backs: 2, pieces: 14, shared_by: "table", has_stop: false };
const PLAN: RunSheet = { sides: 3, backs: 0, pieces: 0, shared_by: 0, has_stop: false };
const OUTCOME: RunSheet = { ...SHEET, has_stop: true };
const SIX = { fewest: 1, usual: 6 };

Deno.test("everybody has a sheet, a table shares one, and one plan is enough", () => {
  same([SHEET, CARDS, PLAN].map((sheet) => copiesFor(14, sheet, SIX)), [14, 3, 1]);
  same(copiesFor(14, { ...SHEET, shared_by: 0.5 }, null), 28);
  same(copiesFor(15, { ...SHEET, shared_by: 2 }, null), 8);
  same([12, 13].map((people) => copiesFor(people, { ...SHEET, shared_by: 12 }, null)), [1, 2]);
});

Deno.test("no table has fewer people than it takes, and as few tables are set as can be", () => {
  same([5, 6, 12, 13, 14, 24].map((people) => tablesFor(people, { fewest: 6, usual: 12 })), [1, 1, 1, 2, 2, 2]);
  same([2, 3, 5, 6, 14, 15].map((people) => tablesFor(people, { fewest: 3, usual: 3 })), [1, 1, 1, 2, 4, 5]);
  same([8, 9, 11, 24, 30].map((people) => tablesFor(people, { fewest: 4, usual: 6 })), [2, 2, 2, 4, 5]);
});

Deno.test("on both sides each copy begins a sheet of paper, and what is cut keeps its blank back", () => {
  same([SHEET, CARDS, PLAN].map((sheet) => pagesFor(1, sheet, true)), [2, 4, 4]);
  same([SHEET, CARDS, PLAN].map((sheet) => pagesFor(1, sheet, false)), [1, 2, 3]);
});

Deno.test("what says stop is a sheet of paper of its own, and comes once, where anything follows", () => {
  same([0, 1, 14].map((copies) => pagesFor(copies, OUTCOME, true)), [0, 4, 30]);
  same([0, 1, 14].map((copies) => pagesFor(copies, OUTCOME, false)), [0, 2, 15]);
});

Deno.test("pages, papers and minutes of cutting are summed over all copies", () => {
  same(sumsOf([SHEET, CARDS, PLAN], [14, 3, 1], true), { pages: 44, papers: 22, cutting: 11 });
  same(sumsOf([SHEET, CARDS, PLAN], [14, 3, 1], false), { pages: 23, papers: 23, cutting: 11 });
  same(sumsOf([SHEET, OUTCOME], [14, 14], true), { pages: 58, papers: 29, cutting: 0 });
  same(sumsOf([SHEET], [0], true), { pages: 0, papers: 0, cutting: 0 });
});

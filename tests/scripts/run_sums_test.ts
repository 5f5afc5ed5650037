import { copiesFor, pagesOf, sumsOf } from "../../hooks/casebook/components/facilitate/print_run/run_sums.ts";
import { same } from "./same.ts";

const SHEET = { sides: 1, backs: 0, pieces: 0, shared_by: 1 };
const CARDS = { sides: 4, backs: 2, pieces: 14, shared_by: 6 };
const PLAN = { sides: 3, backs: 0, pieces: 0, shared_by: 0 };

Deno.test("everybody has a sheet, a table shares one, and one plan is enough", () => {
  same([SHEET, CARDS, PLAN].map((sheet) => copiesFor(14, sheet)), [14, 3, 1]);
  same(copiesFor(14, { ...SHEET, shared_by: 0.5 }), 28);
  same(copiesFor(15, { ...SHEET, shared_by: 2 }), 8);
});

Deno.test("on both sides each copy begins a sheet of paper, and what is cut keeps its blank back", () => {
  same([SHEET, CARDS, PLAN].map((sheet) => pagesOf(sheet, true)), [2, 4, 4]);
  same([SHEET, CARDS, PLAN].map((sheet) => pagesOf(sheet, false)), [1, 2, 3]);
});

Deno.test("pages, papers and minutes of cutting are summed over all copies", () => {
  same(sumsOf([SHEET, CARDS, PLAN], [14, 3, 1], true), { pages: 44, papers: 22, cutting: 11 });
  same(sumsOf([SHEET, CARDS, PLAN], [14, 3, 1], false), { pages: 23, papers: 23, cutting: 11 });
  same(sumsOf([SHEET], [0], true), { pages: 0, papers: 0, cutting: 0 });
});

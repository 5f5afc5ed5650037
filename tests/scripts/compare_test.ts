/** What stands in a comparison: which columns, what belongs to a part, where a form stands in time. */
import {
  axis,
  bar,
  belonging,
  claimRows,
  type Compared,
  fromAddress,
  nameOf,
  runs,
  ticks,
  toAddress,
  type ToldCase,
  type ToldForm,
} from "../../hooks/casebook/components/case/case_compare/comparing.ts";
import { same } from "./same.ts";

function form(years: [number | null, number | null], part?: string): ToldForm {
  return { mode: "network", label: "A network", dated: true, years, part };
}

function told(slug: string, words: Partial<ToldCase>): ToldCase {
  return {
    slug,
    name: slug,
    part_names: {},
    title: slug,
    place: "",
    when: "",
    span: [null, null],
    summary: "",
    parts: {},
    facts: [],
    forms: [],
    statements: { task: [], home: [] },
    findings: [],
    results: [],
    strengths: [],
    ended: "",
    after_all: "",
    ...words,
  };
}

const known = new Set(["leeds", "stroke", "stroke/london", "stroke/manchester", "dorset"]);

Deno.test("an address names each thing once, at most four, only what is known", () => {
  same(fromAddress("#cases=leeds,stroke/london,leeds,nowhere", known), ["leeds", "stroke/london"]);
  same(fromAddress("#cases=leeds,stroke,stroke%2Flondon,dorset,stroke/manchester", known), [
    "leeds",
    "stroke",
    "stroke/london",
    "dorset",
  ]);
  same(fromAddress("#content", known), []);
});
Deno.test("what is compared comes back from its address", () =>
  same(fromAddress(`#${toAddress(["stroke/london", "leeds"])}`, known), ["stroke/london", "leeds"]));
Deno.test("a part gets its own statements and those of the whole case", () => {
  const things = [{ part: "london" }, { part: "manchester" }, {}];
  same(belonging(things, "london"), [{ part: "london" }, {}]);
  same(belonging(things, null).length, 3);
});
Deno.test("a column is named by title and place, or by title and part", () => {
  const signs = told("nw", { name: "Who signs? North West London", part_names: { brent: "Who signs? Brent" } });
  same(nameOf({ told: signs, part: null }), "Who signs? North West London");
  same(nameOf({ told: signs, part: "brent" }), "Who signs? Brent");
});
Deno.test("what belongs to a whole case is told once for all of its columns", () => {
  const column = (slug: string, part: string | null): Compared => ({ told: told(slug, {}), part });
  const [first, second, other] = [column("stroke", "london"), column("stroke", "manchester"), column("leeds", null)];
  const shape = (columns: Compared[]) => runs(columns).map((run) => [run.columns.length, run.told?.part ?? null]);
  same(shape([first, second]), [[2, null]]);
  same(shape([first, second, other]), [[2, null], [1, null]]);
  same(shape([first, other, second]), [[1, null], [1, null], [1, "london"]]);
  same(shape([]), []);
});
Deno.test("a row stands for each claim that some column speaks to, in the order of the claims", () => {
  const finding = (claim: string, part?: string) => ({ id: claim, claim, stance: "supports", reading: "", part });
  const columns: Compared[] = [
    { told: told("a", { findings: [finding("third"), finding("first", "x")] }), part: "y" },
    { told: told("b", { findings: [finding("second")] }), part: null },
  ];
  const rows = claimRows(columns, ["first", "second", "third"]);
  same(rows.map(([claim, cells]) => [claim, cells.map((cell) => cell.length)]), [["second", [0, 1]], ["third", [
    1,
    0,
  ]]]);
});
Deno.test("all forms stand on one axis of whole years", () => {
  const columns: Compared[] = [
    { told: told("a", { forms: [form([2010.5, 2012.25])] }), part: null },
    { told: told("b", { forms: [form([2005, null], "x"), form([1990, 1995], "y")], span: [2004, 2020.9] }), part: "x" },
  ];
  same(axis(columns), [2004, 2021]);
  same(axis([{ told: told("a", {}), part: null }]), null);
});
Deno.test("a form with an open end reaches the end of the axis and says so", () => {
  same(bar(form([2005, null]), [2000, 2010]), { left: 50, width: 50, open: true });
  same(bar(form([null, 2005]), [2000, 2010]), { left: 0, width: 50, open: false });
});
Deno.test("the years under the axis are round and few", () => {
  same(ticks([2004, 2021]), [2005, 2010, 2015, 2020]);
  same(ticks([2010, 2013]), [2010, 2011, 2012, 2013]);
});

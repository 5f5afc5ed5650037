import {
  type CaseRow,
  type Choice,
  fits,
  sorted,
} from "../../hooks/casebook/components/evidence/evidence_matrix/matrix_order.ts";
import { same } from "./same.ts";

const anything: Choice = { modes: "", purposes: "", countries: "", strength: "", claim: "" };

function row(words: Partial<CaseRow>): CaseRow {
  return {
    slug: "leeds",
    title: "Leeds",
    modes: ["network"],
    purposes: ["delivery"],
    countries: ["GB-ENG"],
    country: "England",
    strength: "told",
    rank: 3,
    begins: 2010,
    claims: ["peers-lead-systems"],
    ...words,
  };
}

Deno.test("without a choice every case fits", () => same(fits(row({}), anything), true));

Deno.test("a case with several modes fits each of them", () => {
  const mixed = row({ modes: ["network", "alliance"] });
  same([fits(mixed, { ...anything, modes: "alliance" }), fits(mixed, { ...anything, modes: "group" })], [true, false]);
});

Deno.test("every choice has to fit, not one of them", () => {
  same(fits(row({}), { ...anything, modes: "network", countries: "NZ" }), false);
  same(fits(row({}), { ...anything, modes: "network", countries: "GB-ENG", strength: "told" }), true);
});

Deno.test("a claim leaves the cases that speak to it", () => {
  same(fits(row({}), { ...anything, claim: "peers-lead-systems" }), true);
  same(fits(row({}), { ...anything, claim: "networks-adapt" }), false);
});

Deno.test("rows that are alike stand by title", () => {
  const rows = [
    row({ title: "B", begins: 2000 }),
    row({ title: "C", begins: 1990 }),
    row({ title: "A", begins: 2000 }),
  ];
  same(sorted(rows, "begins").map((one) => one.title), ["C", "A", "B"]);
  same(sorted(rows, "title").map((one) => one.title), ["A", "B", "C"]);
});

Deno.test("the strongest evidence comes first", () => {
  const rows = [row({ title: "A", rank: 3 }), row({ title: "B", rank: 0 }), row({ title: "C", rank: 1 })];
  same(sorted(rows, "strength").map((one) => one.title), ["B", "C", "A"]);
});

Deno.test("sorting leaves the list it was given as it is", () => {
  const rows = [row({ title: "B" }), row({ title: "A" })];
  sorted(rows, "title");
  same(rows.map((one) => one.title), ["B", "A"]);
});

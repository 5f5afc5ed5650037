/** What the picture of the answers says: what is counted to which question, and whether there is anything to say. */
import type { GridPart, MapPart, RatedPart } from "../../hooks/scripts/exercise/types.ts";
import {
  countedFacts,
  ratedFacts,
  saysSomething,
} from "../../hooks/casebook/components/exercise/exercise_form/picture.ts";
import { fits } from "../../hooks/scripts/exercise/scoring.ts";
import { tallyOf } from "../../hooks/scripts/exercise/tally.ts";
import { same } from "./same.ts";

const common = { title: "Part", shows: "every" as const, patterns: [], names: {} };
const map: MapPart = {
  ...common,
  id: "map",
  kind: "map",
  tokens: null,
  kinds: {},
  strengths: { thick: "thick" },
  names: { roles: "roles", ties: "ties", thick: "thick" },
};
const choices = [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }];
const grid: GridPart = {
  ...common,
  id: "grid",
  kind: "grid",
  rows: [],
  row: "A step",
  columns: [{ id: "why", label: "Why", choices: [] }, { id: "same", label: "Is it the same?", choices }],
};
const rated: RatedPart = {
  ...common,
  id: "marks",
  kind: "statements",
  points: ["Not", "Little", "Partly", "Mostly", "Fully"],
  unsure: "I do not know",
  outside: "Does not apply",
  dimensions: [{
    id: "task",
    title: "Task",
    try: null,
    ask: null,
    check: null,
    items: ["a", "b", "c", "d"].map((id) => ({ id, text: id, short: false })),
  }],
};

Deno.test("a map with roles and no tie says how many roles, and a rule may count them", () => {
  const answer = { roles: [{ id: "a", label: "Ward" }, { id: "b", label: "Council" }], ties: [] };
  const facts = countedFacts(map, answer);
  same([saysSomething(facts), facts.counts.length, facts.counts[0]!.of, facts.counts[0]!.rows[0]], [true, 1, null, {
    name: "roles",
    count: 2,
  }]);
  same(fits({ count: "roles", at_least: 2 }, tallyOf(map, answer)), true);
  same(
    fits({ count: "thick", of_all: "map", at_most: 0.5 }, tallyOf(map, answer)),
    null,
    "there is no tie to have a share of",
  );
});

Deno.test("an empty map says nothing", () => same(saysSomething(countedFacts(map, undefined)), false));

Deno.test("only columns with choices are counted, each under its label", () => {
  const facts = countedFacts(grid, {
    rows: [{ label: "A", cells: { why: "yes", same: "yes" } }, { label: "B", cells: {} }],
  });
  same(facts.counts, [{
    label: "Is it the same?",
    key: "",
    of: 2,
    rows: [{ name: "Yes", count: 1 }, { name: "No", count: 0 }],
  }]);
});

Deno.test("not knowing most of it is a finding; not knowing a little is none", () => {
  const facts = (a: unknown, b: unknown, c: unknown, d: unknown) => ratedFacts(rated, { a, b, c, d }, "full");
  same(facts("unsure", "unsure", "unsure", 4).isMostlyUnseen, true);
  same(facts("unsure", "unsure", 4, 4).isMostlyUnseen, false, "two are too few to say");
  same(facts("unsure", "unsure", "unsure", 4).dimensions[0]!.isUnseen, true);
  same(facts("unsure", "unsure", 4, 4).dimensions[0]!.isUnseen, false, "half of it is seen");
  same(saysSomething(facts(undefined, undefined, undefined, "outside")), true);
  same(saysSomething(facts(undefined, undefined, undefined, undefined)), false);
});

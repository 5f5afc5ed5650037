/** Why a pattern shows, and what was written: the answers behind it are named. */
import type { CardsPart, Condition, GridPart, RatedPart, TextPart } from "../../hooks/scripts/exercise/types.ts";
import { because } from "../../hooks/casebook/components/exercise/exercise_form/because.ts";
import { writtenIn } from "../../hooks/casebook/components/exercise/exercise_form/written.ts";
import { Messages } from "../../hooks/scripts/lib/messages.ts";
import { same } from "./same.ts";

const messages = new Messages({
  scored: "{name} ({score})",
  apart: "Highest: {high}. Lowest: {low}.",
  because_scores: "Your scores: {scores}.",
  because_none: "None of the others.",
  because_marked: "Marked {names} with {name}.",
  because_put_share: "Put {count} of {of} in {name}: {names}.",
  because_more: "and {count} more",
  because_never: "Never {name}.",
  quoted: "“{name}”",
});
const common = { id: "part", title: "Part", shows: "every" as const, patterns: [] };
const why = (part: Parameters<typeof because>[1], answer: unknown, when: Condition) =>
  because({ id: "one", title: "One", text: "", ask: null, when }, part, answer, messages);

const grid: GridPart = {
  ...common,
  kind: "grid",
  names: { nobody: "nobody", same: "same" },
  rows: [],
  row: "A promise",
  columns: [{
    id: "mark",
    label: "Mark",
    choices: [{ id: "nobody", label: "nobody" }, { id: "same", label: "same" }],
  }],
};
const rows = [{ label: "Discharge by noon.", cells: { mark: "nobody" } }, { label: "", cells: { mark: "nobody" } }];
const cards: CardsPart = {
  ...common,
  kind: "cards",
  names: { first: "First", second: "Second" },
  cards: Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, text: `Card ${index}` })),
  boxes: [{ id: "first", label: "First" }, { id: "second", label: "Second" }],
  marks: [],
  ask: [],
};
const dimensions = ["a", "b", "c", "d", "e"].map((id) => ({
  id,
  title: id.toUpperCase(),
  try: null,
  ask: null,
  check: null,
  items: [1, 2, 3].map((number) => ({ id: `${id}${number}`, text: id, short: false })),
}));
const rated: RatedPart = {
  ...common,
  kind: "statements",
  names: {},
  points: ["1", "2", "3", "4", "5"],
  unsure: "",
  outside: "",
  dimensions,
};
const marks = (values: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, mark]) => [1, 2, 3].map((number) => [`${id}${number}`, mark])),
  );

Deno.test("the rows behind a count are named, one without a name by its number", () => {
  same(why(grid, { rows }, { count: "nobody", at_least: 1 }), [
    "Marked “Discharge by noon”, “A promise 2” with nobody.",
  ]);
  same(why(grid, { rows }, { count: "same", at_most: 0 }), ["Never same."]);
});

Deno.test("of many cards six are named, and how many more there are", () => {
  const boxes = Object.fromEntries(cards.cards.map(({ id }) => [id, "first"]));
  const names = [0, 1, 2, 3, 4, 5].map((number) => `“Card ${number}”`).join(", ");
  same(why(cards, { boxes }, { count: "first", of_all: "part", at_least: 0.5 }), [
    `Put 8 of 8 in First: ${names}, and 2 more.`,
  ]);
});

Deno.test("few scores are told one by one; of many, the highest and the lowest", () => {
  const answer = marks({ a: 4, b: 2, c: 3, d: 3, e: 5 });
  same(why(rated, answer, { all: [{ of: "a", at_least: 3.5 }, { of: "b", at_most: 2.4 }] }), [
    "Your scores: A (4.0), B (2.0).",
  ]);
  same(why(rated, answer, { gap: ["a", "b", "c", "d", "e"], at_least: 1.5 }), ["Highest: E (5.0). Lowest: B (2.0)."]);
});

Deno.test("of several rules of which one is enough, only those that fit are told", () => {
  const answer = marks({ a: 4, b: 2 });
  same(why(rated, answer, { any: [{ of: "a", at_least: 3.5 }, { of: "b", at_least: 3.5 }] }), [
    "Your scores: A (4.0).",
  ]);
  same(why(rated, answer, { otherwise: true }), ["None of the others."]);
});

Deno.test("two texts of one length are a pair, and what is empty is not given back", () => {
  const prompts = [{ id: "one", label: "One", words: 40 }, { id: "two", label: "Two", words: 40 }];
  const text: TextPart = { ...common, kind: "text", names: {}, prompts };
  const written = (part: TextPart, answer: unknown) =>
    writtenIn({ slug: "x", title: "X", version: "1", code: null, pool: 0, parts: [part] }, { part: answer }, messages);
  same(written(text, { one: "a", two: "b" }).map(({ isPair }) => isPair), [true]);
  same(written(text, { one: "a", two: " " }).map(({ isPair, entries }) => [isPair, entries.length]), [[false, 1]]);
  same(
    written({ ...text, prompts: [prompts[0]!, { ...prompts[1]!, words: 20 }] }, { one: "a", two: "b" })[0]!.isPair,
    false,
  );
  same(written(text, {}), []);
});

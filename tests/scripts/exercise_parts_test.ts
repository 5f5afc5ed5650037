/** Counting cards, rows, scenes and words; the picture; rounds side by side. */
import { drawn } from "../../hooks/casebook/components/exercise/card_sort/draw.ts";
import { unknownIn } from "../../hooks/casebook/components/exercise/card_sort/unknown.ts";
import type { CardsPart, GridPart, MapPart, RatedPart } from "../../hooks/scripts/exercise/types.ts";
import { fitsWanted } from "../../hooks/casebook/components/exercise/exercise_list/exercise_filter.ts";
import { ratedFacts } from "../../hooks/casebook/components/exercise/exercise_form/picture.ts";
import { Messages, spoken, today } from "../../hooks/scripts/lib/messages.ts";
import { tallyOf } from "../../hooks/scripts/exercise/tally.ts";
import { asMarkdown } from "../../hooks/casebook/components/exercise/my_record/record_lines.ts";
import { orderOf, sideBySide } from "../../hooks/casebook/components/exercise/my_record/side_by_side.ts";
import { countWords, wordsToAvoid } from "../../hooks/casebook/components/exercise/text_prompts/word_count.ts";
import { same } from "./same.ts";

const common = { title: "Part", shows: "every" as const, patterns: [], names: {} };
const cards: CardsPart = {
  ...common,
  id: "cards",
  kind: "cards",
  cards: [{ id: "one", text: "One" }, { id: "two", text: "Two" }, { id: "three", text: "Three" }],
  boxes: [{ id: "plan", label: "Plan it" }],
  marks: [{ id: "now", label: "Now" }],
  ask: [],
};
const grid: GridPart = {
  ...common,
  id: "grid",
  kind: "grid",
  rows: [],
  row: "A partner",
  columns: [{ id: "kind", label: "We", choices: [{ id: "learn", label: "learn" }] }, {
    id: "what",
    label: "What",
    choices: [],
  }],
};
const items = ["a", "b", "c", "d"].map((id, index) => ({ id, text: `Item ${id}`, short: index < 2 }));
const rated: RatedPart = {
  ...common,
  id: "marks",
  kind: "statements",
  points: ["Not", "Little", "Partly", "Mostly", "Fully"],
  unsure: "I do not know",
  outside: "Does not apply",
  dimensions: [{ id: "task", title: "Task", try: null, ask: null, check: "Check it.", items }],
};
const messages = new Messages({
  round_of: "{date}, version {version}",
  not_enough: "too few",
  title: "My record",
  status_note: "Not assurance.",
  no_answer: "–",
  not_in_version: "No longer here",
  map_role: "{name}",
  map_nameless: "nameless",
  map_there: "there",
  map_not_there: "not there",
  map_untied: "no tie",
  map_tie: "{from} – {to}",
  map_open_end: "open",
  map_unsaid: "unsaid",
  map_alone: "one person",
  map_tokens: { one: "1 token", other: "{count} tokens" },
});

Deno.test("only cards that were sorted or marked are in use", () => {
  const tally = tallyOf(cards, {
    boxes: { one: "plan", "own-1": "plan" },
    marks: { two: ["now"] },
    own: [{ id: "own-1", text: "Ours" }],
  });
  same([tally.total, tally.counts], [3, { plan: 2, now: 1 }]);
});

Deno.test("only rows with something in them are in use, and a choice counts in its own column", () => {
  const tally = tallyOf(grid, {
    rows: [{ label: "A", cells: { kind: "learn" } }, { label: "", cells: {} }, {
      label: "B",
      cells: { what: "learn" },
    }],
  });
  same([tally.total, tally.counts], [2, { learn: 1 }]);
});

Deno.test("very high marks ask for a check, others do not", () => {
  const check = (marks: number[]) =>
    ratedFacts(rated, Object.fromEntries(items.map((item, index) => [item.id, marks[index]])), "full").dimensions[0]!
      .asksForCheck;
  same([check([5, 4, 5, 4]), check([5, 4, 4, 4])], [true, false]);
});

Deno.test("the short form never gives a dimension", () => {
  const facts = ratedFacts(rated, { a: 5, b: 5, c: 5, d: 5 }, "short");
  same([facts.dimensions, facts.of, facts.items.map((one) => one.answer)], [[], 2, ["Fully", "Fully"]]);
});

Deno.test("what is not known is counted beside the score", () => {
  const facts = ratedFacts(rated, { a: 5, b: "unsure", c: "unsure", d: "outside" }, "full");
  same([facts.answered, facts.unsure, facts.outside, facts.dimensions[0]!.printed], [1, 2, 1, null]);
});

Deno.test("cards are drawn without putting any back", () => {
  same(drawn([1, 2, 3, 4], 3, () => 0), [1, 2, 3]);
  same(drawn([1, 2], 5, () => 0.99), [2, 1]);
});

Deno.test("words are counted, and those to avoid are found as whole words", () => {
  same([countWords(""), countWords("  one   two\nthree ")], [0, 3]);
  same(wordsToAvoid("We INTEGRATE care, together.", ["integrate", "care together", "integrated", "car"]), [
    "integrate",
    "care together",
  ]);
});

Deno.test("later rounds add their lines where they belong", () => {
  same(orderOf([["a", "b", "d"], ["b", "c", "d"], ["z"]]), ["z", "a", "b", "c", "d"]);
});

Deno.test("rounds of different versions stand side by side, with what is unknown at the end", () => {
  const exercise = { slug: "x", title: "X", version: "2.0.0", code: null, pool: 0, parts: [rated] };
  const round = (id: string, answers: Record<string, unknown>) => ({
    id,
    date: "2026-05-03",
    version: "1.0.0",
    seal: id,
    answers,
  });
  const rows = sideBySide(
    exercise,
    [round("one", { marks: { a: 5, gone: 2 }, lost: { q: "text" } }), round("two", { marks: { a: 1 } })],
    messages,
  );
  same(rows.map((row) => [row.label, row.texts]), [
    ["Part", ["–", "–"]],
    ["Task", ["too few", "too few"]],
    ["Item a", ["Fully", "Not"]],
    ["gone", ["2", "–"]],
    ["No longer here", ["–", "–"]],
    ["q", ["text", "–"]],
  ]);
});

Deno.test("the document holds no markup of the visitor's own", () => {
  const round = {
    id: "one",
    date: "2026-05-03",
    version: "1.0.0",
    seal: "s",
    answers: { lost: { q: "<b>*one* &lt;\n# two\n- three\n4. four" } },
  };
  const text = asMarkdown([{ title: "X", exercise: undefined, rounds: [round] }], messages);
  const said = ["- q:", "    - \\<b\\>\\*one\\* \\&lt;", "    - \\# two", "    - \\- three", "    - 4\\. four"];
  same(text.includes(said.join("\n")), true, text);
});

Deno.test("the document has a heading for each part, and each cell of a row on a line of its own", () => {
  const exercise = {
    slug: "x",
    title: "X",
    version: "2.0.0",
    code: null,
    pool: 0,
    parts: [{ ...grid, title: "Partners" }],
  };
  const answers = { grid: { rows: [{ label: "Harbour", cells: { kind: "learn", what: "Everything" } }] } };
  const text = asMarkdown(
    [{ title: "X", exercise, rounds: [{ id: "one", date: "2026-05-03", version: "1", seal: "s", answers }] }],
    messages,
  );
  const said = ["#### Partners", "", "- A partner 1:", "    - Harbour", "    - We: learn", "    - What: Everything"];
  same(text.includes(said.join("\n")), true, text);
});

const map: MapPart = {
  ...common,
  id: "map",
  kind: "map",
  tokens: 10,
  kinds: { council: "Council" },
  strengths: { thick: "thick", missing: "missing" },
};
const mapped = (roles: [string, string, string][], ties: unknown[], more = {}) => ({
  map: { roles: roles.map(([id, label, kind]) => ({ id, label, kind })), ties, ...more },
});
const tie = (from: string, to: string, strength: string, one_person = false, tokens = 0) => ({
  from,
  to,
  strength,
  one_person,
  tokens,
});

Deno.test("maps are compared by role and by pair, from whichever end and in whatever row a tie stands", () => {
  const exercise = { slug: "x", title: "X", version: "2.0.0", code: null, pool: 0, parts: [{ ...map, title: "" }] };
  const round = (id: string, answers: Record<string, unknown>) => ({
    id,
    date: "2026-05-03",
    version: "1.0.0",
    seal: id,
    answers,
  });
  const before = mapped([["role-1", "Matron", "council"], ["role-2", "Board", ""], ["role-3", "Coroner", ""]], [
    tie("role-1", "role-2", "thick", true, 3),
  ]);
  const after = mapped([["role-1", "Board", ""], ["role-2", "Nurse", ""], ["role-3", "Matron", "gone-kind"]], [
    tie("role-1", "role-2", ""),
    tie("role-1", "role-3", "missing", false, 1),
  ]);
  same(
    sideBySide(exercise, [round("one", before), round("two", after)], messages).map((row) => [row.label, ...row.texts]),
    [
      ["Matron", "Council", "gone-kind"],
      ["Board", "there", "there"],
      ["Nurse", "not there", "there"],
      ["Coroner", "no tie", "not there"],
      ["Board – Nurse", "not there", "unsaid"],
      ["Matron – Board", "thick, one person, 3 tokens", "missing, 1 token"],
    ],
  );
});

Deno.test("a tie with an open end, a role without a name and what has no place stand in the record too", () => {
  const far = { roles: [{ id: "role-99", label: "Coroner", kind: "" }], ties: [tie("role-1", "role-99", "thick")] };
  const answers = mapped(
    [["role-1", "Matron", ""], ["role-2", "", "council"]],
    [tie("role-1", "", "missing", true, 4)],
    { unplaced: far },
  );
  const exercise = { slug: "x", title: "X", version: "2.0.0", code: null, pool: 0, parts: [{ ...map, title: "" }] };
  const rows = sideBySide(
    exercise,
    [{ id: "one", date: "2026-05-03", version: "1.0.0", seal: "s", answers }],
    messages,
  );
  same(rows.map((row) => [row.label, ...row.texts]), [
    ["Matron", "there"],
    ["nameless", "Council, no tie"],
    ["Coroner", "there"],
    ["Matron – open", "missing, one person, 4 tokens"],
    ["Matron – Coroner", "thick"],
  ]);
});

Deno.test("only ties between two different roles with a name are counted", () => {
  const ties = [
    tie("role-1", "role-2", "missing"),
    tie("role-1", "", "missing", true),
    tie("role-1", "role-3", "thick"),
    tie("role-1", "role-1", "thick"),
  ];
  const tally = tallyOf(
    map,
    mapped([["role-1", "Matron", ""], ["role-2", "Board", ""], ["role-3", "", "council"]], ties).map,
  );
  same([tally.total, tally.counts], [1, { missing: 1, ties: 1, roles: 2 }]);
});

Deno.test("what a card answer says of things that are not here is kept, and nothing else", () => {
  const set = (...ids: string[]) => new Set(ids);
  const known = {
    cards: set("one", "own-1"),
    own: set("own-1"),
    boxes: set("plan"),
    marks: set("now"),
    notes: set("ask-1"),
    piles: set("plan"),
  };
  const given = {
    boxes: { one: "gone-box", "own-1": "plan", "own-2": "plan" },
    marks: { one: ["now", "gone-mark"], "own-1": ["now"] },
    notes: { one: { "ask-1": "here", "ask-9": "kept" } },
    own: [{ id: "own-1", text: "Here" }, { id: "own-2", text: "Beyond" }],
    piles: { plan: "here", "gone-pile": "kept" },
    drawn: ["one", "gone-card"],
    later: "kept",
  };
  same(unknownIn(given, known), {
    later: "kept",
    boxes: { one: "gone-box", "own-2": "plan" },
    marks: { one: ["gone-mark"] },
    notes: { one: { "ask-9": "kept" } },
    own: [{ id: "own-2", text: "Beyond" }],
    piles: { "gone-pile": "kept" },
    drawn: ["gone-card"],
  });
  same(unknownIn({ boxes: { one: "plan" }, drawn: ["one"] }, known), undefined);
});

Deno.test("dates are said in words and written by the clock of the device", () => {
  same([spoken("2026-05-03"), today(new Date(2026, 0, 9, 23, 59))], ["3 May 2026", "2026-01-09"]);
});

Deno.test("the filters of the list each narrow it", () => {
  const facts = { claims: ["a"], kinds: ["cards"], alone: 0, group: 45, from: 4, to: 12 };
  const wanted = { claim: "", way: "", minutes: 0, kind: "", people: 0 };
  const tries = [
    {},
    { claim: "b" },
    { way: "alone" },
    { minutes: 30 },
    { minutes: 45 },
    { kind: "grid" },
    { people: 3 },
    { people: 12 },
    {
      people: 1,
    },
  ];
  same(tries.map((one) => fitsWanted(facts, { ...wanted, ...one })), [
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    true,
    false,
  ]);
});

Deno.test("for one person the minutes alone count, for two or more those of the group, whatever the other way takes", () => {
  const facts = { claims: [], kinds: [], alone: 15, group: 60, from: 4, to: 12 };
  const fit = (people: number, minutes: number, way = "") =>
    fitsWanted(facts, { claim: "", kind: "", way, minutes, people });
  same([fit(12, 30), fit(12, 60), fit(1, 30), fit(1, 10), fit(0, 30)], [false, true, true, false, true]);
  same([fit(1, 0, "group"), fit(12, 0, "alone"), fit(12, 0, "group"), fit(1, 0, "alone")], [false, false, true, true]);
});

/** Sheets as they are typed and counted, answers from outside the room, and rounds as files. */
import type { Exercise } from "../../hooks/scripts/exercise/types.ts";
import { codeForms, writeCode } from "../../hooks/scripts/exercise/answer_code.ts";
import { formsOf, statementsOf } from "../../hooks/casebook/components/room/group_results/counted_statements.ts";
import { GroupCount } from "../../hooks/casebook/components/room/group_results/group_count.ts";
import { isAppended } from "../../hooks/casebook/components/room/group_results/marks_field.ts";
import { OutsideAnswers } from "../../hooks/casebook/components/room/group_results/outside_answers.ts";
import { readRound, writeRound } from "../../hooks/casebook/components/room/group_results/round_file.ts";
import { keyOf, marksOf, readKeys } from "../../hooks/casebook/components/room/group_results/typed_marks.ts";
import { same } from "./same.ts";

const item = (id: string, short: boolean) => ({ id, text: id, short });
const rated = {
  id: "marks",
  kind: "statements" as const,
  title: "Marks",
  shows: "every" as const,
  patterns: [],
  names: {},
  points: ["1", "2", "3", "4", "5"],
  unsure: "I do not know",
  outside: "Does not apply",
  dimensions: [
    { id: "one", title: "One", try: null, ask: null, check: null, items: [item("a", true), item("b", false)] },
    { id: "two", title: "Two", try: null, ask: null, check: null, items: [item("c", true), item("d", false)] },
  ],
};
const exercise: Exercise = { slug: "check", title: "Check", version: "1.2.0", code: "CK", pool: 5, parts: [rated] };
const [full, short] = codeForms(exercise);

function counted(isShort = false) {
  const statements = statementsOf(exercise, isShort);
  const count = new GroupCount(statements.length);
  return { statements, count, outside: new OutsideAnswers(exercise, statements, count) };
}

function file(answers: Record<string, unknown>, slug = "check"): string {
  const kind = "systems-leadership-casebook";
  return JSON.stringify({ kind, exercise: slug, title: "Check", version: "1.2.0", date: "2026-11-29", answers });
}

Deno.test("keys are marks; spaces mean nothing, and what is no key is told", () => {
  same(readKeys("45 3x X* 0-–"), { keys: "453xxx0--", unknown: "" });
  same(readKeys("4a6 b"), { keys: "4", unknown: "a6b" });
  same(marksOf("10x-").map((mark) => mark ?? null), [1, "unsure", "outside", null]);
  same([1, 5, "unsure", "outside", undefined, 6, "toString", null].map(keyOf).join(""), "150x----");
});

Deno.test("a sheet needs a key for each statement, and one mark at least", () => {
  const { count } = counted();
  same(["123", "12345", "----", "---5"].map((keys) => count.reasonAgainst(keys)), [
    "too_few",
    "too_many",
    "nothing",
    "",
  ]);
});

Deno.test("a sheet of the other form is told apart from one with marks left out", () => {
  const [full, short] = [new GroupCount(4, 2), new GroupCount(2, 4)];
  same(["12", "123", "12345"].map((keys) => full.reasonAgainst(keys)), ["is_short", "too_few", "too_many"]);
  same(["1234", "1", "123"].map((keys) => short.reasonAgainst(keys)), ["is_full", "too_few", "too_many"]);
});

Deno.test("marks at the end of a refused sheet are those of the next; any other change corrects it", () => {
  same(["123", "1234", "12 3"].map((after) => isAppended("12", after)), [true, true, true]);
  same(["12", "1", "", "132", "5"].map((after) => isAppended("12", after)), [false, false, false, false, false]);
});

Deno.test("an exercise has two forms where some of its statements are short, and else one", () => {
  same(formsOf(exercise), ["full", "short"]);
  const dimensions = rated.dimensions.map((one) => ({ ...one, items: one.items.map(({ id }) => item(id, false)) }));
  same(formsOf({ ...exercise, parts: [{ ...rated, dimensions }] }), ["full"]);
});

Deno.test("sheets are numbered as they come; the last of paper can be taken back, and any can be taken out", () => {
  const { count } = counted();
  const [first] = ["1111", "2222"].map((keys) => count.add(keys));
  count.add("3333", "a code");
  same(count.last?.number, 2);
  count.remove(first!);
  same([count.sheets.map(({ number }) => number), count.next], [[2, 3], 4]);
});

Deno.test("a second count names the places in which it differs", () => {
  const { count } = counted();
  same(count.differences(count.add("1x-5"), "1x15"), [2]);
});

Deno.test("the short form has its statements alone, numbered anew", () => {
  same(statementsOf(exercise, true).map(({ id, number }) => `${number} ${id}`), ["1 marks/a", "2 marks/c"]);
});

Deno.test("codes and files count once each, whatever stands around them", () => {
  const { count, outside } = counted();
  const code = writeCode(full!, [1, 2, "unsure", undefined], 7);
  const again = outside.take(`Anna: ${code} thanks!\nBen: ${code.toLowerCase().replaceAll("-", " ")}`);
  same([again.taken, again.again], [1, 0], "twice in one message is once");
  same(outside.take(code).again, 1);
  const text = file({ marks: { a: 5, b: "outside", c: 3 } });
  same(outside.take(text, "answers.json 1").taken, 1);
  same(outside.take(text, "answers.json 1").again, 1, "the very same file");
  same(outside.take(text, "answers (1).json 2").taken, 1, "another person's file may hold the same");
  same(count.sheets.map(({ keys }) => keys), ["120-", "5x3-", "5x3-"]);
});

Deno.test("what was taken out may come in again", () => {
  const { count, outside } = counted();
  const code = writeCode(full!, [1, 2, 3, 4], 1);
  outside.take(code);
  count.remove(count.sheets[0]!);
  same(outside.take(code).taken, 1);
});

Deno.test("answers to the long form fill the short one, and those to the short one leave the rest blank", () => {
  const whole = counted();
  whole.outside.take(writeCode(short!, [4, 5], 1));
  same(whole.count.sheets[0]?.keys, "4-5-");
  const few = counted(true);
  few.outside.take(writeCode(full!, [1, 2, 3, 4], 1));
  same(few.count.sheets[0]?.keys, "13");
});

Deno.test("what holds no answers is named and never counted", () => {
  const { count, outside } = counted();
  same(outside.take("Good morning, I will be late. Room 1234-5678!").isNothing, true);
  same(outside.take(file({ marks: { a: 1 } }, "other")).others, ["Check"]);
  same(outside.take(file({ marks: { x: 1, a: 9 } })).empty, 1);
  const broken = `${writeCode(full!, [1, 2, 3, 4], 1).slice(0, -1)}`;
  same(outside.take(`Mine: ${broken}`).broken, [broken]);
  same(count.sheets, []);
});

Deno.test("a round is kept and read again, and whatever else a file holds is left out", () => {
  const round = {
    exercise: "check",
    title: "Check",
    version: "1.2.0",
    date: "2026-11-29",
    answered: 9,
    patterns: { "marks/a": { name: "split" as const, unopposed: false } },
    agreed: { actions: [{ what: "Meet", owner: "Chair", date: "May" }], not: "", again: "June" },
  };
  same(readRound(writeRound(round)), round);
  same(["", "[]", "{}", '{"kind":"systems-leadership-casebook"}'].map(readRound), [null, null, null, null]);
  const odd = JSON.parse(writeRound(round));
  odd.patterns.b = { name: "toString" };
  odd.patterns.c = "split";
  odd.agreed = { actions: [1, { what: 2 }, {}], not: [] };
  const read = readRound(JSON.stringify(odd));
  same(Object.keys(read?.patterns ?? {}), ["marks/a"]);
  same(read?.agreed, {
    actions: [{ what: "", owner: "", date: "" }, { what: "", owner: "", date: "" }],
    not: "",
    again: "",
  });
});

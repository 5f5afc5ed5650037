/** What is kept on the device: read with care, merged without loss. */
import {
  answersFile,
  countAnswers,
  keep,
  mergeRounds,
  parseRounds,
  readFile,
  recordFile,
  withRest,
} from "../../docs/components/answer-store/answer-store.ts";
import type { Round } from "../../docs/components/answer-store/answer-store.ts";
import { same } from "./same.ts";

function round(id: string, mark: number, date = "2026-05-03", seal = id): Round {
  return { id, date, version: "0.1.0", seal, answers: { marks: { task: mark } } };
}

Deno.test("the file of one exercise comes back as one round", () => {
  const read = readFile(answersFile("planning-room", "The planning room", "0.1.0", "2026-05-03", { room: { letter: "split" } }));
  if (!read.ok) throw new Error("it could not be read");
  same(read.exercises[0]!.rounds[0]!.answers, { room: { letter: "split" } });
  same([read.exercises[0]!.exercise, read.exercises[0]!.rounds[0]!.date], ["planning-room", "2026-05-03"]);
});

Deno.test("the record comes back as it was", () => {
  const record = [{ exercise: "planning-room", title: "The planning room", rounds: [round("a", 1), round("b", 2)] }];
  same(readFile(recordFile(record, "2026-05-03")), { ok: true, exercises: record });
});

Deno.test("what is not ours is refused", () => {
  for (
    const text of [
      "",
      "nothing",
      "[]",
      "{}",
      "null",
      '{"kind":"other"}',
      '{"kind":"systems-leadership-casebook"}',
      '{"kind":"systems-leadership-casebook","exercises":[{"exercise":"a","rounds":[{"id":1}]}]}',
      '{"kind":"systems-leadership-casebook","exercise":"../a","version":"1","date":"2026","answers":{}}',
    ]
  ) same(readFile(text), { ok: false }, text);
});

Deno.test("a stored text that is broken is no record", () => {
  for (const text of ["{", "[]", '{"exercise":"a"}', '{"exercise":"a","rounds":[{}]}']) same(parseRounds(text), null, text);
});

Deno.test("merging keeps both sides and takes the same round once", () => {
  const merged = mergeRounds([round("a", 1), round("b", 2)], [round("b", 2), round("c", 3)]);
  same(merged.map((one) => one.id), ["a", "b", "c"]);
});

Deno.test("two different rounds under one id both stay", () => {
  const merged = mergeRounds([round("a", 1)], [round("a", 5)]);
  same(merged.map((one) => one.answers), [round("a", 1).answers, round("a", 5).answers]);
  same(mergeRounds(merged, [round("a", 5)]).length, 2, "and once more changes nothing");
});

Deno.test("rounds stand in the order of their dates", () => {
  same(mergeRounds([round("b", 2, "2026-05-03")], [round("a", 1, "2025-05-03")]).map((one) => one.id), ["a", "b"]);
});

Deno.test("saving again in the same window renews the round", () => {
  const kept = keep([round("a", 1, "2026-05-03", "first")], round("a", 2, "2026-05-03", "second"), "first");
  same([kept.apart, kept.rounds.map((one) => one.answers)], [false, [{ marks: { task: 2 } }]]);
});

Deno.test("a round that another window has changed stands beside it", () => {
  const kept = keep([round("a", 1, "2026-05-03", "theirs")], round("a", 2, "2026-05-03", "mine"), "first");
  same([kept.apart, kept.rounds.map((one) => one.answers)], [true, [{ marks: { task: 1 } }, { marks: { task: 2 } }]]);
});

Deno.test("answers to what the page does not have are put back beside the others", () => {
  same(withRest({ task: 3 }, { gone: 5 }), { gone: 5, task: 3 });
  same(withRest({ boxes: { a: "x" } }, { boxes: { gone: "y" } }), { boxes: { gone: "y", a: "x" } });
  same(withRest(undefined, { gone: 5 }), { gone: 5 });
});

Deno.test("answers are counted however deep they stand", () => {
  same(countAnswers({ marks: { a: 1, b: "unsure" }, texts: { c: "" }, rows: [{ cells: { d: "x" } }] }), 4 - 1);
});

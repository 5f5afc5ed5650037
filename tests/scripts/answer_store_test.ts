/** What is kept on the device: read with care, merged without loss. */
import {
  answersFile,
  keep,
  parseRounds,
  readFile,
  recordFile,
  roundOf,
} from "../../hooks/casebook/components/exercise/answer_store/answer_store.ts";
import { withRest } from "../../hooks/casebook/components/exercise/answer_store/kept.ts";
import {
  findRound,
  freshRounds,
  mergeRounds,
} from "../../hooks/casebook/components/exercise/answer_store/merge_rounds.ts";
import { countAnswers } from "../../hooks/scripts/lib/plain.ts";
import { roundNames } from "../../hooks/casebook/components/exercise/answer_store/round_name.ts";
import { Messages } from "../../hooks/scripts/lib/messages.ts";
import type { Opened, Round } from "../../hooks/casebook/components/exercise/answer_store/answer_store.ts";
import { same } from "./same.ts";

function round(id: string, mark: number, date = "2026-05-03", seal = id): Round {
  return { id, date, version: "0.1.0", seal, answers: { marks: { task: mark } } };
}

Deno.test("the file of one exercise comes back as one round", () => {
  const read = readFile(
    answersFile("planning-room", "The planning room", {
      version: "0.1.0",
      date: "2026-05-03",
      answers: { room: { letter: "split" } },
    }),
  );
  if (!read.ok) throw new Error("it could not be read");
  same(read.exercises[0]!.rounds[0]!.answers, { room: { letter: "split" } });
  same([read.exercises[0]!.exercise, read.exercises[0]!.rounds[0]!.date], ["planning-room", "2026-05-03"]);
});

Deno.test("the record comes back as it was", () => {
  const record = [{ exercise: "planning-room", title: "The planning room", rounds: [round("a", 1), round("b", 2)] }];
  same(readFile(recordFile(record, "2026-05-03")), { ok: true, exercises: record, damaged: 0 });
});

Deno.test("a damaged round in a record costs no other, and is counted", () => {
  const file = {
    kind: "systems-leadership-casebook",
    exercises: [
      { exercise: "planning-room", title: "The planning room", rounds: [round("a", 1), { id: "b" }, round("c", 3)] },
      { exercise: "../a", rounds: [] },
      { exercise: "two-sets-of-eyes", rounds: [null] },
    ],
  };
  const read = readFile(JSON.stringify(file));
  if (!read.ok) throw new Error("it could not be read");
  same([read.damaged, read.exercises.map((one) => one.rounds.map((round) => round.id))], [3, [["a", "c"]]]);
});

Deno.test("an exercise that stands twice in a record is one", () => {
  const one = (...rounds: Round[]) => ({ exercise: "planning-room", title: "The planning room", rounds });
  const read = readFile(recordFile([one(round("a", 1)), one(round("a", 1), round("b", 2))], "2026-05-03"));
  same(read.ok && read.exercises.map((one) => one.rounds.map((round) => round.id)), [["a", "b"]]);
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
  for (
    const text of ["{", "[]", '{"exercise":"a"}', '{"exercise":"a","rounds":[{}]}', '{"exercise":"a","rounds":[]}']
  ) {
    same(parseRounds(text), null, text);
  }
});

Deno.test("sound rounds in a stored text are read beside a damaged one", () => {
  const sound = parseRounds(JSON.stringify({ exercise: "a", title: "A", rounds: [{ id: "x" }, round("b", 2)] }));
  same([sound?.damaged, sound?.rounds.rounds.map((one) => one.id)], [1, ["b"]]);
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

Deno.test("equal answers of one day under two ids are two rounds, and come in once", () => {
  const twins = [round("a", 1), round("b", 1)];
  same(freshRounds([], twins).length, 2);
  same(mergeRounds([], twins).map((one) => one.id), ["a", "b"]);
  same(freshRounds(twins, twins), []);
  same(freshRounds([], [round("a", 1), round("a", 1)]).length, 1);
});

Deno.test("two devices that changed the same round and exchange their records hold each once", () => {
  let [one, other] = [[round("a", 1)], [round("a", 2)]];
  for (let time = 0; time < 3; time++) {
    other = mergeRounds(other, one);
    one = mergeRounds(one, other);
  }
  same([one.length, other.length], [2, 2]);
});

Deno.test("equal answers from a file that does not say which round they are stand there already", () => {
  const read = readFile(answersFile("a", "A", round("x", 1)));
  if (!read.ok) throw new Error("it could not be read");
  const [coming] = read.exercises[0]!.rounds;
  same([read.isAnswers, findRound([round("x", 1)], coming!)?.id, findRound([round("x", 2)], coming!)], [
    true,
    "x",
    undefined,
  ]);
});

Deno.test("what else a record holds is named", () => {
  const file = {
    ...JSON.parse(recordFile([{ exercise: "a", title: "A", rounds: [round("x", 1)] }], "2026-05-03")),
    note: "n",
    group: {},
  };
  const read = readFile(JSON.stringify(file));
  same(read.ok && read.beyond, ["note", "group"]);
});

Deno.test("the sound rounds of a text that was put aside come in again", () => {
  const read = readFile(JSON.stringify({ exercise: "a", title: "A", rounds: [round("x", 1), { id: "half" }] }));
  same(read.ok && [read.exercises[0]!.rounds.map((one) => one.id), read.damaged], [["x"], 1]);
});

Deno.test("every round of an exercise that cannot be read is counted", () => {
  const rounds = ["x", "y", "z"].map((id) => round(id, 1));
  const read = readFile(
    recordFile([{ exercise: "A B", title: "", rounds }, { exercise: "a", title: "A", rounds }], "2026-05-03"),
  );
  same(read.ok && read.damaged, 3);
});

Deno.test("a record of 140,000 rounds is read, and put together with itself, also when all say the same", () => {
  const rounds = Array.from({ length: 140_000 }, (_, index) => round(`r${index}`, index % 70_000 ? 1 : index));
  const read = readFile(recordFile([{ exercise: "a", title: "A", rounds }], "2026-05-03"));
  same(read.ok && freshRounds(read.exercises[0]!.rounds, rounds).length, 0);
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

Deno.test("a round with an earlier date stands in its place", () => {
  same(keep([round("a", 1, "2026-05-03")], round("b", 2, "2024-03-01"), null).rounds.map((one) => one.id), ["b", "a"]);
});

const SPRING = round("spring", 1);
const opened = (from: "device" | "file"): Opened => ({ round: SPRING, answers: SPRING.answers, from });
const CHANGED = { marks: { task: 5 } };

Deno.test("a round that is opened and not changed keeps its date, version and answers", () => {
  for (const from of ["device", "file"] as const) {
    same(roundOf(opened(from), SPRING.answers, "0.2.0", "2026-11-20"), SPRING);
  }
});

Deno.test("a round that is changed on another day is a new one of that day", () => {
  const next = roundOf(opened("device"), CHANGED, "0.2.0", "2026-11-20");
  same([next.id === "spring", next.date, next.version, next.answers], [false, "2026-11-20", "0.2.0", CHANGED]);
});

Deno.test("a round that is changed on the day it was saved is the same one", () => {
  const next = roundOf(opened("device"), CHANGED, "0.2.0", SPRING.date);
  same([next.id, next.date, next.seal === SPRING.seal, next.answers], ["spring", SPRING.date, false, CHANGED]);
});

Deno.test("a round from a file that is changed is a new one, whatever its date", () => {
  same(roundOf(opened("file"), CHANGED, "0.1.0", SPRING.date).id === "spring", false);
});

Deno.test("rounds of one day are told apart by their number", () => {
  const rounds = [round("a", 1), round("b", 2), round("c", 3, "2026-05-04")];
  const messages = new Messages({ round_of: "{date}", round_of_day: "{date}, {number}" });
  same(roundNames(rounds, messages), ["3 May 2026, 1", "3 May 2026, 2", "4 May 2026"]);
});

Deno.test("answers to what the page does not have are put back beside the others", () => {
  same(withRest({ task: 3 }, { gone: 5 }), { gone: 5, task: 3 });
  same(withRest({ boxes: { a: "x" } }, { boxes: { gone: "y" } }), { boxes: { gone: "y", a: "x" } });
  same(withRest(undefined, { gone: 5 }), { gone: 5 });
  same(withRest({ own: ["here"] }, { own: ["beyond"] }), { own: ["here", "beyond"] });
});

Deno.test("answers are counted however deep they stand", () => {
  same(countAnswers({ marks: { a: 1, b: "unsure" }, texts: { c: "" }, rows: [{ cells: { d: "x" } }] }), 4 - 1);
});

Deno.test("a round that stands in the list already is not put in again", () => {
  const there = round("a", 1, "2026-05-03", "mine");
  for (const known of [null, "first", "mine"]) same(keep([there], there, known).rounds, [there]);
});

Deno.test("rounds of one id in a stored text are told apart, and a file keeps what its round holds beyond the answers", () => {
  const sound = parseRounds(
    JSON.stringify({ exercise: "a", title: "A", colour: "red", rounds: [round("a", 1), round("a", 2), round("a", 2)] }),
  );
  same([
    new Set(sound?.rounds.rounds.map((one) => one.id)).size,
    (sound?.rounds as unknown as { colour: string }).colour,
  ], [3, "red"]);
  const text = answersFile(
    "a",
    "A",
    { version: "1", date: "2026", answers: { x: { y: 1 } }, note: "kept" } as unknown as Round,
  );
  const read = readFile(text);
  same(read.ok && (read.exercises[0]!.rounds[0] as unknown as { note: string }).note, "kept");
});

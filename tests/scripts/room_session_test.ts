/** What a session shows to a room, and how long each step has taken. */
import type { RoomDecision } from "../../hooks/scripts/room/room_decision.ts";
import { type RoomSession, type RoomStep, slidesOf } from "../../hooks/scripts/room/room_session.ts";
import { StepClock } from "../../hooks/scripts/room/step_clock.ts";
import { same } from "./same.ts";

const AFTER = { fates: {}, ours: "", taken: [], outcome: [], unknown: [], undecided: "", look_for: [], page: "" };
const SEAT = { id: "s", label: "", question: "", options: [] };
const MINUTE = 60_000;

function decision(seats: number, undecided = ""): RoomDecision {
  const after = { ...AFTER, undecided };
  const texts = { id: "d", question: "", place: "", role: "", opening: "Ready?", close: "", room: "", later: false };
  return { ...texts, situation: [], seats: Array.from({ length: seats }, () => SEAT), after };
}

function step(more: Partial<RoomStep>): RoomStep {
  const words = [{ seats: "" as const, title: "", text: "What to do", say: "What to say" }];
  return { minutes: 5, title: "A step", kind: "", part: "", words, question: "", drop_first: false, ...more };
}

const shown = (one: RoomStep, of: RoomDecision | null = null, alone = false) =>
  slidesOf({ steps: [one], alone } as RoomSession, of)[0]!;

Deno.test("the room sees what is said to it, and whoever runs the session what to do", () => {
  same([shown(step({})).words, shown(step({})).note], ["What to say", "What to do"]);
  same([shown(step({}), null, true).words, shown(step({}), null, true).note], ["What to do What to say", ""]);
  const silent = [{ seats: "" as const, title: "", text: "What to do", say: "" }];
  same([shown(step({ words: silent })).words, shown(step({ words: silent })).note], ["What to do", ""]);
});

Deno.test("a room reads nothing in a break, what to do in minutes kept free, and the decision's question before a choice", () => {
  same([shown(step({ kind: "break" })).words, shown(step({ kind: "break" })).note], ["", "What to do What to say"]);
  same([shown(step({ kind: "slack" })).words, shown(step({ kind: "slack" })).note], ["What to say", "What to do"]);
  same(shown(step({ part: "choose" }), decision(1)).words, "Ready? What to say");
});

Deno.test("a step has the words for one seat, for several, or for a decision that nobody has made", () => {
  const words = (["one", "several", "open"] as const).map((seats) => ({
    seats,
    title: seats,
    text: seats,
    say: seats,
  }));
  const said = (of: RoomDecision | null) => shown(step({ words }), of).title;
  same([said(null), said(decision(1)), said(decision(2)), said(decision(2, "Open"))], [
    "one",
    "one",
    "several",
    "open",
  ]);
});

Deno.test("a step keeps the minutes that it has had, and the clock knows how far the room is behind", () => {
  const clock = new StepClock([5, 5, 5]);
  clock.enter(0, 0);
  same(clock.gone(59_000), 0);
  same(clock.gone(7 * MINUTE), 7);
  clock.enter(1, 7 * MINUTE);
  same([clock.gone(8 * MINUTE), clock.behind], [1, 2]);
  clock.enter(0, 9 * MINUTE);
  same([clock.gone(9 * MINUTE), clock.behind], [7, 0]);
  clock.pause(10 * MINUTE);
  clock.enter(2, 60 * MINUTE);
  same([clock.gone(60 * MINUTE), clock.behind], [0, 0], "while it stands still no minute passes");
});

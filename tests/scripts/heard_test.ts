/** The reasons of a room, as they may be sent to the publisher. */
import { heardIn, reasonsIn } from "../../hooks/casebook/components/room/decide_together/heard.ts";
import type { Chosen } from "../../hooks/scripts/room/room_decision.ts";
import { same } from "./same.ts";

const option = (id: string) => ({ id, letter: id, label: `Do ${id}`, text: "", for: "", against: "", disputed: [] });
const seat = (id: string, ...options: string[]) => ({
  id,
  label: `You are ${id}.`,
  question: "",
  options: options.map(option),
});
function chosen(...seats: ReturnType<typeof seat>[]): Chosen {
  const after = { fates: {}, ours: "", taken: [], outcome: [], unknown: [], undecided: "", look_for: [], page: "" };
  const decision = {
    id: "d",
    question: "",
    place: "",
    role: "",
    situation: [],
    seats,
    opening: "",
    close: "",
    room: "",
    later: false,
    after,
  };
  return { slug: "c", title: "C", parts: {}, decision };
}

Deno.test("a reason is a line, said once, without the sign that a list has before it", () => {
  same(reasonsIn("- Trust\n\n  Trust \n* It is quicker\n– Nobody waits\n2 boards -- one task"), [
    "Trust",
    "It is quicker",
    "Nobody waits",
    "2 boards -- one task",
  ]);
});

Deno.test("options without reasons are left out, and a seat is named where there are several", () => {
  const reasons = new Map([["one/a", "Trust"], ["two/b", " \n"], ["two/c", "Money\nTime"]]);
  same(heardIn(chosen(seat("one", "a", "b")), reasons), [{ seat: "", option: "Do a", reasons: ["Trust"] }]);
  same(
    heardIn(chosen(seat("one", "a"), seat("two", "b", "c")), reasons).map(({ seat, option }) => `${seat} ${option}`),
    ["You are one. Do a", "You are two. Do c"],
  );
});

/** Draws what a step of a decision shows to the room, and the outcome once it is asked for. */
import { make } from "../lib/dom.ts";
import type { Messages } from "../lib/messages.ts";
import { type Chosen, type RoomSeat, statementLine } from "./room_decision.ts";

/** The steps in which the room looks at the options. */
const WITH_OPTIONS: readonly string[] = ["choose", "pairs", "room", "otherwise"];

/** What a step shows of its decision below the words; nothing where it is no step of one. */
export function bodyOf(part: string, chosen: Chosen | null, isRevealed: boolean, messages: Messages): HTMLElement[] {
  if (!chosen) return [];
  if (part === "read") {
    return [make("p", { class: "screen-place" }, chosen.decision.place), ...questions(chosen, messages)];
  }
  if (!WITH_OPTIONS.includes(part)) return [];
  const { seats } = chosen.decision;
  return [make(
    "div",
    { class: "screen-seats" },
    ...seats.map((seat, at) =>
      make(
        "section",
        {},
        // With several seats everyone has read the questions by then, and the options need the room.
        ...(seats.length > 1 && part !== "choose"
          ? [make("h3", {}, seatName(seat, at, messages))]
          : seatHead(seat, at, seats.length, messages)),
        options(seat, chosen, isRevealed),
      )
    ),
  )];
}

function questions({ decision }: Chosen, messages: Messages): HTMLElement[] {
  return decision.seats.flatMap((seat, at) => seatHead(seat, at, decision.seats.length, messages));
}

function seatHead(seat: RoomSeat, at: number, of: number, messages: Messages): HTMLElement[] {
  const question = make("p", { class: "screen-question" }, seat.question);
  return of > 1 ? [make("h3", {}, seatName(seat, at, messages)), question] : [question];
}

function seatName(seat: RoomSeat, at: number, messages: Messages): string {
  return `${messages.t("seat", { number: at + 1 })} ${seat.label}`;
}

function options(seat: RoomSeat, { decision }: Chosen, isRevealed: boolean): HTMLElement {
  const lines = seat.options.map((option) => {
    const became = isRevealed ? decision.after.fates[`${seat.id}/${option.id}`] : "";
    return make("li", {}, option.label, became ? make("b", {}, became) : null);
  });
  return make("ol", { class: "screen-options", type: "A" }, ...lines);
}

/** What they did; where nobody has decided yet, until when, and what to look for. */
export function endingOf({ decision, parts }: Chosen, messages: Messages): HTMLElement[] {
  const { after } = decision;
  const told = after.undecided
    ? [make("p", {}, after.undecided), ...listed(messages.t("look_for"), after.look_for)]
    : after.outcome.map((one) => statementLine(one, parts, false));
  return [...took(decision, messages), ...told, ...listed(messages.t("unknown"), after.unknown)];
}

/** The options that were taken, seat by seat. */
function took({ seats, after }: Chosen["decision"], messages: Messages): HTMLElement[] {
  const taken = seats.flatMap((seat, at) =>
    seat.options.filter(({ id }) => after.taken.includes(`${seat.id}/${id}`))
      .map(({ label }) => seats.length > 1 ? `${messages.t("seat", { number: at + 1 })} ${label}` : label)
  );
  return listed(messages.t("took"), taken);
}

function listed(heading: string, texts: readonly string[]): HTMLElement[] {
  if (!texts.length) return [];
  return [make("h3", {}, heading), make("ul", {}, ...texts.map((text) => make("li", {}, text)))];
}

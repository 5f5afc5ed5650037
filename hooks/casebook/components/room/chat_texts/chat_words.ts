/** A decision as plain texts for a chat, a step each. What happened is a text of its own. */
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Chosen, RoomSeat, RoomStatement } from "../../../../scripts/room/room_decision.ts";

/** A text for the chat: its heading, its paragraphs, and whether it waits until it is asked for. */
export interface ChatText {
  name: string;
  heading: string;
  lines: string[];
  isEnding: boolean;
}

const NAMES = ["welcome", "read", "choose", "fours", "ending", "home"] as const;

/** The texts that are worded otherwise for a decision with several seats. */
const BY_SEATS: readonly string[] = ["read", "choose"];

export function chatTexts(chosen: Chosen, messages: Messages): ChatText[] {
  return NAMES.map((name) => ({
    name,
    heading: messages.t(name),
    lines: [...before(name, chosen), messages.t(wordsOf(name, chosen)), ...linesOf(name, chosen, messages)].filter(
      Boolean,
    ),
    isEnding: name === "ending",
  }));
}

function wordsOf(name: string, { decision }: Chosen): string {
  return BY_SEATS.includes(name) && decision.seats.length > 1 ? `${name}_several_text` : `${name}_text`;
}

/** The questions of the decision itself, which come before what is asked of everyone. */
function before(name: typeof NAMES[number], { decision }: Chosen): string[] {
  return name === "choose" ? [decision.opening] : name === "home" ? [decision.close] : [];
}

function linesOf(name: typeof NAMES[number], { parts, decision }: Chosen, messages: Messages): string[] {
  if (name === "read") {
    const moment = decision.situation.map((one) => inWords(one, parts));
    const asked = decision.seats.flatMap((seat, at) => seatLines(seat, at, decision.seats.length, messages));
    return [decision.place, decision.role, ...moment, ...asked];
  }
  if (name === "choose") return options(decision, messages);
  return name === "ending" ? ending(decision, parts, messages) : [];
}

function options({ seats }: Chosen["decision"], messages: Messages): string[] {
  return seats.flatMap((seat, at) => [
    ...seatLines(seat, at, seats.length, messages),
    ...seat.options.map(({ letter, label }) => `${letter}. ${label}`),
  ]);
}

/** The question of a seat; where there are several, which one it is. */
function seatLines(seat: RoomSeat, at: number, of: number, messages: Messages): string[] {
  return [...(of > 1 ? [`${messages.t("seat", { number: at + 1 })} ${seat.label}`] : []), seat.question];
}

function ending({ seats, after }: Chosen["decision"], parts: Chosen["parts"], messages: Messages): string[] {
  const taken = seats.flatMap((seat) => seat.options.filter(({ id }) => after.taken.includes(`${seat.id}/${id}`)));
  const told = after.undecided
    ? [after.undecided, ...headed(messages.t("look_for"), after.look_for)]
    : after.outcome.map((one) => inWords(one, parts));
  return [...taken.map(({ label }) => label), ...told, ...headed(messages.t("unknown"), after.unknown)];
}

function headed(heading: string, lines: readonly string[]): string[] {
  return lines.length ? [heading, ...lines.map((line) => `- ${line}`)] : [];
}

function inWords(one: RoomStatement, parts: Chosen["parts"]): string {
  const part = one.part && Object.hasOwn(parts, one.part) ? `${parts[one.part]}: ` : "";
  const doubts = (one.doubts ?? []).map((doubt) => `(${doubt})`);
  return part + [one.text, ...doubts, one.limits, ...one.disputed ?? []].filter(Boolean).join(" ");
}

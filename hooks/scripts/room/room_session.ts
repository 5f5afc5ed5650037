/** Ready sessions for a room: their steps, and what is shown to the room in each. Nothing here draws. */
import type { RoomDecision } from "./room_decision.ts";

/** What happens in a step and what to say; `seats` names the decisions for which these words are, if not for all. */
export interface RoomWords {
  seats: "" | "one" | "several" | "open";
  title: string;
  text: string;
  say: string;
}

export interface RoomStep {
  minutes: number;
  title: string;
  kind: string;
  /** The step of the decision that it is: read, choose and so on. */
  part: string;
  words: RoomWords[];
  /** What is asked in the end where the decision has no closing question. */
  question: string;
  drop_first: boolean;
}

export interface RoomSession {
  id: string;
  title: string;
  minutes: number;
  /** From the root of the site. */
  page: string;
  decision: string;
  alone: boolean;
  /** What to print and to bring, a line each. */
  kit: string[];
  steps: RoomStep[];
}

/** A step as it is shown: the words for the room in `words`, those for whoever runs the session in `note`. */
export interface Slide {
  title: string;
  minutes: number;
  kind: string;
  part: string;
  words: string;
  note: string;
  dropFirst: boolean;
}

/** The words of a step for a decision: those for a decision like it, else those that are for all. */
export function wordsFor({ words }: Pick<RoomStep, "words">, decision: RoomDecision | null): RoomWords {
  const several = (decision?.seats.length ?? 1) > 1 ? "several" : "one";
  const order = [...(decision?.after.undecided ? ["open"] : []), several, "", "one"];
  const found = order.flatMap((seats) => words.filter((one) => one.seats === seats));
  return found[0] ?? { seats: "", title: "", text: "", say: "" };
}

/** The questions of a decision that a step asks, before and after its own words. */
export function askedIn(
  part: string,
  question: string,
  decision: RoomDecision | null,
): { first: string; last: string } {
  return {
    first: part === "choose" ? decision?.opening ?? "" : "",
    last: part === "home" ? decision?.close || question : "",
  };
}

/** What a session shows to the room, step by step. */
export function slidesOf(session: Pick<RoomSession, "steps" | "alone">, decision: RoomDecision | null): Slide[] {
  return session.steps.map((step) => {
    const { title, text, say } = wordsFor(step, decision);
    const { first } = askedIn(step.part, step.question, decision);
    const isBreak = step.kind === "break";
    const isPause = isBreak || step.kind === "slack";
    const spoken = session.alone ? [text, say] : [first, say];
    const words = spoken.filter(Boolean).join(" ");
    // In a break nothing is said to the room, and in minutes kept free only what to do with them.
    const shown = isPause ? (isBreak ? "" : say) : words || text;
    return {
      title: title || step.title,
      minutes: step.minutes,
      kind: step.kind,
      part: step.part,
      words: shown,
      note: session.alone || (!isPause && !words) ? "" : [text, isBreak ? say : ""].filter(Boolean).join(" "),
      dropFirst: step.drop_first,
    };
  });
}

/** What a round is called: its day, and which of that day's rounds it is where there are several. */
import { spoken } from "../../../../scripts/lib/messages.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Round } from "./answer_store.ts";

/** The names of rounds, in their order. */
export function roundNames(rounds: readonly Round[], messages: Messages): string[] {
  const dayOf = (round: Round) => round.date.slice(0, 10);
  const of = new Map<string, number>();
  for (const round of rounds) of.set(dayOf(round), (of.get(dayOf(round)) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return rounds.map((round) => {
    const day = dayOf(round);
    numbers.set(day, (numbers.get(day) ?? 0) + 1);
    const values = { date: spoken(round.date), number: numbers.get(day)!, version: round.version };
    return messages.t(of.get(day)! > 1 ? "round_of_day" : "round_of", values);
  });
}

/** A round's id as it stands in an address; letters that no address can hold (halves of a pair) are written out. */
export function addressOf(round: Round): string {
  return encodeURIComponent(JSON.stringify(round.id).slice(1, -1));
}

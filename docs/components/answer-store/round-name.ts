/** What a round is called: its day, and which of that day's rounds it is where there are several. */
import { spoken } from "../exercise-form/say.ts";
import type { Words } from "../exercise-form/say.ts";
import { placeInDay } from "./answer-store.ts";
import type { Round } from "./answer-store.ts";

export function nameOf(round: Round, rounds: Round[], words: Words): string {
  const { number, of } = placeInDay(rounds, round);
  return words.say(of > 1 ? "round_of_day" : "round_of", { date: spoken(round.date), number, version: round.version });
}

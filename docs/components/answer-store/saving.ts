/** Saving so that two windows lose nothing: in turn, and looked at again after a moment, because a browser shows a window late what another wrote. */
import { hasRound, keep } from "./answer-store.ts";
import type { Put, Round, Rounds } from "./answer-store.ts";
import { load, store } from "./device.ts";
import type { Place, Stored, Trouble } from "./device.ts";
import { mergeRounds } from "./merge-rounds.ts";
import { inTurn } from "./turns.ts";

/** So long a window needs to see what another has written. */
const MOMENT = 25;
/** A round that is written over so often is not fought for any longer. */
const MOST_LOOKS = 20;

/** What came of saving a round: what was there before, and where the round was put, or what stood in the way. */
export interface Saved {
  before: Stored;
  put: Put;
  trouble: Trouble | null;
}

/** A pause of uneven length, so that two windows do not write at the same moment again. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, MOMENT * (1 + Math.random())));
}

/** The rounds of what is stored. */
export function roundsIn(stored: Stored): Round[] {
  return stored.state === "ok" ? stored.rounds.rounds : [];
}

/** What is stored of an exercise with other rounds in it; what its list holds beside them stays. */
function withRounds(stored: Stored, exercise: string, title: string, rounds: Round[]): Rounds {
  return { ...(stored.state === "ok" ? stored.rounds : {}), exercise, title, rounds };
}

/** Adds a round to what is stored now. `known` is the seal under which this window last saw it. */
export function saveRound(exercise: string, title: string, round: Round, known: string | null, place?: Place): Promise<Saved> {
  return inTurn(async () => {
    const before = load(exercise, place);
    let put = keep(roundsIn(before), round, known);
    let trouble = store([withRounds(before, exercise, title, put.rounds)], place);
    for (let look = 0; !trouble && look < MOST_LOOKS; look++) {
      await moment();
      const now = load(exercise, place);
      if (hasRound(roundsIn(now), put.round)) break;
      put = { ...keep(roundsIn(now), put.round, null), apart: put.apart };
      trouble = store([withRounds(now, exercise, title, put.rounds)], place);
    }
    return { before, put, trouble };
  });
}

/** Adds rounds of several exercises to what is stored now, all or none. */
export function addRounds(coming: Rounds[], place?: Place): Promise<Trouble | null> {
  return inTurn(async () => {
    const isThere = (one: Rounds) => {
      const seals = new Map(roundsIn(load(one.exercise, place)).map((round) => [round.id, round.seal]));
      return one.rounds.every((round) => seals.get(round.id) === round.seal);
    };
    const merged = (one: Rounds) => {
      const here = load(one.exercise, place);
      return { ...one, ...withRounds(here, one.exercise, one.title, mergeRounds(roundsIn(here), one.rounds)) };
    };
    for (let look = 0; look < MOST_LOOKS; look++) {
      const every = coming.map(merged);
      const trouble = store(every, place);
      if (trouble) return trouble;
      await moment();
      if (every.every(isThere)) return null;
    }
    return "lost";
  });
}

/** Takes a round out of what is stored now. */
export function dropRound(exercise: string, round: Round, place?: Place): Promise<Trouble | null> {
  return inTurn(() => {
    const stored = load(exercise, place);
    if (stored.state !== "ok") return null;
    return store([{ ...stored.rounds, rounds: stored.rounds.rounds.filter((one) => one.id !== round.id) }], place);
  });
}

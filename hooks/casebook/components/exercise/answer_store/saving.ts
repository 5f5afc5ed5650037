/**
 * Saving so that two windows lose nothing: in turn, and looked at again after a moment, because a browser shows a
 * window late what another wrote.
 */
import { hasRound, keep } from "./answer_store.ts";
import type { Put, Round, Rounds } from "./answer_store.ts";
import { tellDeletion } from "./deletions.ts";
import { hasChanged, load, removeAsides, store } from "./device.ts";
import type { Aside, Place, StorageFailure, Stored } from "./device.ts";
import { mergeRounds } from "./merge_rounds.ts";
import { inTurn, looksNeeded } from "./turns.ts";

/** So long a window needs to see what another has written. */
const MOMENT = 25;
/** A round that is written over so often is not fought for any longer. */
const MOST_LOOKS = 20;

/** What came of saving a round: what was there before, and where the round was put, or what stood in the way. */
export interface Saved {
  before: Stored;
  put: Put;
  trouble: StorageFailure | null;
}

/** A pause of uneven length, so that two windows do not write at the same moment again. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, MOMENT * (1 + Math.random())));
}

/** True where what was written is found by as many looks as are needed. */
async function stays(isThere: () => boolean): Promise<boolean> {
  for (let look = 0; look < looksNeeded(); look++) {
    await moment();
    if (!isThere()) return false;
  }
  return true;
}

/** The rounds of what is stored. */
export function roundsIn(stored: Stored): Round[] {
  return stored.state === "ok" ? stored.rounds.rounds : [];
}

/** What stood in the way of deleting, if anything: also that another window has changed what was asked about. */
export type Outcome = StorageFailure | "changed" | null;

/** What is stored of an exercise with other rounds in it; what its list holds beside them stays. */
function withRounds(stored: Stored, exercise: string, title: string, rounds: Round[]): Rounds {
  return { ...(stored.state === "ok" ? stored.rounds : {}), exercise, title, rounds };
}

/** Adds a round to what is stored now, if that can be read. `known` is the seal under which this window last saw it. */
export function saveRound(
  exercise: string,
  title: string,
  round: Round,
  known: string | null,
  place?: Place,
): Promise<Saved> {
  return inTurn(async () => {
    const before = load(exercise, place);
    let put = keep(roundsIn(before), round, known);
    if (before.state === "forbidden") return { before, put, trouble: "forbidden" };
    let trouble = store([withRounds(before, exercise, title, put.rounds)], place);
    for (let look = 0, found = 0; !trouble && look < MOST_LOOKS && found < looksNeeded(); look++) {
      await moment();
      const now = load(exercise, place);
      if (now.state === "forbidden") continue;
      found = hasRound(roundsIn(now), put.round) ? found + 1 : 0;
      if (found) continue;
      put = { ...keep(roundsIn(now), put.round, null), apart: put.apart };
      trouble = store([withRounds(now, exercise, title, put.rounds)], place);
    }
    return { before, put, trouble };
  });
}

/** Adds rounds of several exercises to what is stored now, all or none. */
export function addRounds(coming: Rounds[], place?: Place): Promise<StorageFailure | null> {
  return inTurn(async () => {
    const isThere = (one: Rounds) => {
      const seals = new Map(roundsIn(load(one.exercise, place)).map((round) => [round.id, round.seal]));
      return one.rounds.every((round) => seals.get(round.id) === round.seal);
    };
    const merged = (one: Rounds, here: Stored) => {
      return { ...one, ...withRounds(here, one.exercise, one.title, mergeRounds(roundsIn(here), one.rounds)) };
    };
    for (let look = 0; look < MOST_LOOKS; look++) {
      const here = coming.map((one) => load(one.exercise, place));
      if (here.some(({ state }) => state === "forbidden")) return look ? "lost" : "forbidden";
      const every = coming.map((one, index) => merged(one, here[index]!));
      const trouble = store(every, place);
      if (trouble) return trouble;
      if (await stays(() => every.every(isThere))) return null;
    }
    return "lost";
  });
}

/** Deletes in turn, unless what is there is no longer what was asked about; tells other windows of it. */
function deleteSeen(
  exercise: string | null,
  differs: () => Outcome,
  act: () => StorageFailure | null,
): Promise<Outcome> {
  return inTurn(async () => {
    await moment();
    const before = differs();
    if (before) return before;
    tellDeletion(exercise);
    await moment();
    return differs() ?? act();
  });
}

/** Takes rounds out of what is stored now: these, or every one. `changed` where any was saved again, or not seen. */
export function dropRounds(exercise: string, seen: readonly Round[], isAll: boolean, place?: Place): Promise<Outcome> {
  const ids = new Set(seen.map(({ id }) => id));
  const isMeant = ({ id }: Round) => isAll || ids.has(id);
  const differs = () => {
    const stored = load(exercise, place);
    if (stored.state === "forbidden") return stored.state;
    const isOther = roundsIn(stored).some((one) => isMeant(one) && !hasRound(seen, one));
    return isOther || stored.state === "broken" ? "changed" : null;
  };
  return deleteSeen(exercise, differs, () => {
    const stored = load(exercise, place);
    if (stored.state !== "ok") return null;
    const { rounds } = stored;
    return store([{ ...rounds, rounds: rounds.rounds.filter((one) => !isMeant(one)) }], place);
  });
}

/** Deletes texts that cannot be read, as long as they still stand as they were seen. */
export function dropTexts(seen: readonly Aside[], place?: Place): Promise<Outcome> {
  return inTurn(async () => {
    await moment();
    return hasChanged(seen, false, place) ?? removeAsides(seen, place);
  });
}

/** Deletes all that was seen of an exercise, as long as it still stands as it was seen; tells other windows of it. */
export function dropExercise(exercise: string, seen: readonly Aside[], place?: Place): Promise<Outcome> {
  return deleteSeen(exercise, () => hasChanged(seen, false, place), () => removeAsides(seen, place));
}

/** Deletes everything, as long as it is what was seen. */
export function dropEverything(seen: readonly Aside[], place?: Place): Promise<Outcome> {
  return deleteSeen(null, () => hasChanged(seen, true, place), () => removeAsides(seen, place));
}

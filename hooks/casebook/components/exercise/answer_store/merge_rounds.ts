/** Lists of rounds put together without loss. Equal answers under one id are one round; under two ids they are two. */
import type { Round } from "./answer_store.ts";

/** With this begins the id of a round from a file that does not say which round it is. */
export const FILE_ID = "file-";

/** A short fingerprint, so that the same file brought in twice is the same round. */
export function fingerprint(text: string): string {
  let first = 0x811c9dc5, second = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(index), 0x85ebca6b) ^ (second >>> 13);
  }
  return [first, second].map((part) => (part >>> 0).toString(36)).join("");
}

/** What a round says, whatever it is called and whenever it was given. */
function contentOf({ id: _, date: __, seal: ___, version, answers, ...more }: Round): string {
  return JSON.stringify([version, answers, more]);
}

/** Rounds that can be found by what they say and by their ids. */
class Shelf {
  private readonly ids = new Set<string>();
  /** By what they say, then by their ids. */
  private readonly byContent = new Map<string, Map<string, Round>>();

  constructor(readonly rounds: Round[]) {
    rounds.forEach((round) => this.note(round, contentOf(round)));
  }

  private note(round: Round, content: string): void {
    this.ids.add(round.id);
    const alike = this.byContent.get(content);
    if (alike) alike.set(round.id, round);
    else this.byContent.set(content, new Map([[round.id, round]]));
  }

  /** The same round, on either side also under the id that it got where its own was taken. */
  find({ id, ...round }: Round): Round | undefined {
    const content = contentOf({ id, ...round });
    const alike = this.byContent.get(content);
    if (!alike) return undefined;
    const apart = idApart(content);
    const own = id.includes(apart) ? id.slice(0, id.lastIndexOf(apart)) : id;
    return alike.get(id) ?? alike.get(id + apart) ?? alike.get(own);
  }

  /** A round of the same day that says the same, whichever it is. */
  findEqual(round: Round): Round | undefined {
    return [...this.byContent.get(contentOf(round))?.values() ?? []].find(({ date }) => date === round.date);
  }

  /** Adds a round; under another id where its own is taken. */
  add(round: Round): void {
    const content = contentOf(round);
    let { id } = round;
    for (let number = 1; this.ids.has(id); number++) {
      id = `${round.id}${idApart(content)}${number > 1 ? `-${number}` : ""}`;
    }
    const added = id === round.id ? round : { ...round, id };
    this.rounds.push(added);
    this.note(added, content);
  }
}

/** What stands behind the id of a round where another has that id. */
function idApart(content: string): string {
  return `-${fingerprint(content)}`;
}

/** Both lists in one, without loss: the same round once; a round that differs under the same id is kept beside it. */
export function mergeRounds(here: Round[], coming: Round[]): Round[] {
  const shelf = new Shelf([...here]);
  for (const round of coming) if (!shelf.find(round)) shelf.add(round);
  return byDate(shelf.rounds);
}

/** The rounds that do not stand in a list yet, each once. */
export function freshRounds(here: Round[], coming: Round[]): Round[] {
  const shelf = new Shelf([...here]);
  return coming.filter((round) => {
    const isFresh = !shelf.find(round);
    if (isFresh) shelf.add(round);
    return isFresh;
  });
}

/** The same rounds, each under an id of its own. */
export function withOwnIds(rounds: Round[]): Round[] {
  if (new Set(rounds.map((round) => round.id)).size === rounds.length) return rounds;
  const shelf = new Shelf([]);
  rounds.forEach((round) => shelf.add(round));
  return shelf.rounds;
}

/** The same round in a list. Where a file did not say which round it is, equal answers of that day are the same. */
export function findRound(rounds: Round[], round: Round): Round | undefined {
  const shelf = new Shelf([...rounds]);
  return shelf.find(round) ?? (round.id.startsWith(FILE_ID) ? shelf.findEqual(round) : undefined);
}

/** The same rounds in the order of their dates; those of one day stay in their order. */
export function byDate(rounds: Round[]): Round[] {
  return [...rounds].sort((one, other) => one.date.localeCompare(other.date));
}

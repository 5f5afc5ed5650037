/**
 * The storage of the browser: for each exercise one key with its rounds, and what could not be read put aside under
 * keys of its own.
 */
import { parseRounds } from "./answer_store.ts";
import type { Rounds } from "./answer_store.ts";

export const PREFIX = "casebook:answers:";
export const UNREADABLE = "casebook:unreadable:";

/**
 * What stood in the way: it is forbidden, there is no room, the browser did not do what it was told to, or the answers
 * cannot be written.
 */
export type StorageFailure = "forbidden" | "full" | "lost" | "unwritable";

/**
 * What is stored for an exercise. `text` is all of it as it stands; `damaged` counts the rounds in it that cannot be
 * read.
 */
export type Stored =
  | { state: "none" }
  | { state: "forbidden" }
  | { state: "broken"; text: string }
  | { state: "ok"; rounds: Rounds; damaged: number; text: string };

/** A text that is stored, as one that could not be read and was put aside. */
export interface Aside {
  key: string;
  text: string;
}

export type Place = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Stands in for the storage of the device where none is used: it is gone with the page. */
export class PassingStorage implements Place {
  private readonly texts = new Map<string, string>();

  get length(): number {
    return this.texts.size;
  }

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.texts.delete(key);
  }

  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }
}

const passing = new PassingStorage();

/** True on pages opened from a file, where browsers mix or lose what is stored. */
export function isFile(): boolean {
  return globalThis.location?.protocol === "file:";
}

function storage(): Place | null {
  if (isFile()) return passing;
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** What is stored for an exercise. */
export function load(exercise: string, place: Place | null = storage()): Stored {
  if (!place) return { state: "forbidden" };
  try {
    const text = place.getItem(PREFIX + exercise);
    if (text === null) return { state: "none" };
    const sound = parseRounds(text);
    if (!sound) return { state: "broken", text };
    return { state: "ok", rounds: { ...sound.rounds, exercise }, damaged: sound.damaged, text };
  } catch {
    return { state: "forbidden" };
  }
}

/** A text to be stored, or null where there is nothing to be stored any more. */
type Written = readonly [key: string, text: string | null];

/**
 * Stores the rounds of exercises, all or none; says what stood in the way, or nothing. What cannot be read is put aside
 * first.
 */
export function store(every: Rounds[], place: Place | null = storage()): StorageFailure | null {
  if (!place) return "forbidden";
  let texts: Written[];
  try {
    texts = every.map((one) => [PREFIX + one.exercise, one.rounds.length ? JSON.stringify(one) : null]);
  } catch {
    return "unwritable";
  }
  const before = new Map<string, string | null>();
  try {
    const asides = every.flatMap(({ exercise }) => aside(place, exercise));
    const listed = new Set(keysOf(place));
    for (const [key, text] of [...asides, ...texts]) {
      const there = place.getItem(key);
      if (there === null && listed.has(key) && !before.has(key)) throw new Error(`${key}: listed, and not to be read`);
      if (!before.has(key)) before.set(key, there);
      write(place, key, text);
    }
    return null;
  } catch (error) {
    rollback(place, before);
    return error instanceof NotKept ? "lost" : isFull(error) ? "full" : "forbidden";
  }
}

/** A browser that says yes and keeps something else. */
class NotKept extends Error {}

/** Writes or removes a text, and reads it back. */
function write(place: Place, key: string, text: string | null): void {
  if (text === null) place.removeItem(key);
  else place.setItem(key, text);
  if (place.getItem(key) !== text) throw new NotKept(key);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(error.name);
}

/** What has to be put aside of an exercise, because not all of it can be read. Throws where it cannot be looked at. */
function aside(place: Place, exercise: string): Written[] {
  const here = load(exercise, place);
  if (here.state === "forbidden") throw new Error(`${exercise}: not to be looked at`);
  const isDamaged = here.state === "broken" || (here.state === "ok" && here.damaged > 0);
  const key = isDamaged ? keyAside(place, exercise, here.text) : null;
  return isDamaged && key ? [[key, here.text]] : [];
}

/**
 * As it was. Only what has changed is written, and nothing is removed first: a browser may refuse to write it again.
 */
function rollback(place: Place, before: ReadonlyMap<string, string | null>): void {
  const growth = (key: string, text: string | null) => (text?.length ?? -1) - (read(place, key)?.length ?? 0);
  const texts = [...before].map(([key, text]) => ({ key, text, growth: growth(key, text) }));
  // What shrinks goes first, so that there is room for what grows.
  for (const { key, text } of texts.sort((one, other) => one.growth - other.growth)) {
    try {
      if (place.getItem(key) !== text) write(place, key, text);
    } catch {
      // This text cannot be put back; the others may be.
    }
  }
}

/** A text as it is stored; null where there is none, or where the browser does not give it. */
function read(place: Place, key: string): string | null {
  try {
    return place.getItem(key);
  } catch {
    return null;
  }
}

/** A key under which nothing stands yet; null when this very text stands there already. */
function keyAside(place: Place, exercise: string, text: string): string | null {
  for (let number = 1;; number++) {
    const key = `${UNREADABLE}${exercise}${number > 1 ? `:${number}` : ""}`;
    const there = place.getItem(key);
    if (there === null) return key;
    if (there === text) return null;
  }
}

function keysOf(place: Place): string[] {
  return Array.from({ length: place.length }, (_, index) => place.key(index) ?? "");
}

/** The exercise that a key belongs to; null when the key is none of ours. */
function exerciseOf(key: string): string | null {
  if (key.startsWith(PREFIX)) return key.slice(PREFIX.length);
  return key.startsWith(UNREADABLE) ? key.slice(UNREADABLE.length).split(":")[0]! : null;
}

/** True when a key belongs to the casebook. */
export function isOurs(key: string): boolean {
  return exerciseOf(key) !== null;
}

/** What was put aside for an exercise because it could not be read. */
export function asides(exercise: string, place: Place | null = storage()): Aside[] {
  return everyAside(place).filter((one) => exerciseOf(one.key) === exercise);
}

/** What was put aside for any exercise. */
export function everyAside(place: Place | null = storage()): Aside[] {
  if (!place) return [];
  try {
    const keys = keysOf(place).filter((key) => key.startsWith(UNREADABLE)).sort();
    return keys.map((key) => ({ key, text: place.getItem(key) ?? "" }));
  } catch {
    return [];
  }
}

/** Deletes what stands under keys of the casebook; says what stood in the way. */
function removeKeys(keys: string[], place: Place | null): StorageFailure | null {
  if (!place) return "forbidden";
  try {
    for (const key of keys) write(place, key, null);
    return null;
  } catch (error) {
    return error instanceof NotKept ? "lost" : "forbidden";
  }
}

/** Deletes what is stored for an exercise; what was put aside stays. */
export function remove(exercise: string, place: Place | null = storage()): StorageFailure | null {
  return removeKeys([PREFIX + exercise], place);
}

/** Deletes texts by their keys, as those that were put aside. */
export function removeAsides(texts: readonly Aside[], place: Place | null = storage()): StorageFailure | null {
  return removeKeys(texts.map((one) => one.key), place);
}

/** Says whether another text stands where texts were seen, or (of everything) one more; what is gone is no change. */
export function hasChanged(seen: readonly Aside[], isAll: boolean, place?: Place): "forbidden" | "changed" | null {
  const now = everyText(place);
  if (!now) return "forbidden";
  const texts = new Map(seen.map(({ key, text }) => [key, text]));
  const isOther = ({ key, text }: Aside) => texts.has(key) ? texts.get(key) !== text : isAll;
  return now.some(isOther) ? "changed" : null;
}

/** Everything that is stored, readable or not; null when the browser does not let us look. */
export function everyText(place: Place | null = storage()): Aside[] | null {
  if (!place) return null;
  try {
    return keysOf(place).filter(isOurs).map((key) => ({ key, text: place.getItem(key) ?? "" }));
  } catch {
    return null;
  }
}

/** The exercises that something is stored for, readable or not; null when the browser does not let us look. */
export function storedExercises(place: Place | null = storage()): string[] | null {
  const every = everyText(place);
  return every && [...new Set(every.map(({ key }) => exerciseOf(key)!))].sort();
}

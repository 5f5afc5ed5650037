/** The storage of the browser: for each exercise one key with its rounds, and what could not be read put aside under keys of its own. */
import { parseRounds } from "./answer-store.ts";
import type { Rounds } from "./answer-store.ts";

export const PREFIX = "casebook:answers:";
export const UNREADABLE = "casebook:unreadable:";

export type Trouble = "forbidden" | "full";

/** What is stored for an exercise. `text` is all of it as it stands; `damaged` counts the rounds in it that cannot be read. */
export type Stored =
  | { state: "none" }
  | { state: "forbidden" }
  | { state: "broken"; text: string }
  | { state: "ok"; rounds: Rounds; damaged: number; text: string };

/** A text that could not be read and was put aside. */
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

/** Stores the rounds of exercises, all or none; says what stood in the way, or nothing. What cannot be read is put aside first. */
export function store(every: Rounds[], place: Place | null = storage()): Trouble | null {
  if (!place) return "forbidden";
  const before = new Map<string, string | null>();
  const put = (key: string, text: string | null) => {
    if (!before.has(key)) before.set(key, place.getItem(key));
    if (text === null) place.removeItem(key);
    else place.setItem(key, text);
  };
  try {
    for (const { exercise, title, rounds } of every) {
      const here = load(exercise, place);
      const isDamaged = here.state === "broken" || (here.state === "ok" && here.damaged > 0);
      const aside = isDamaged ? keyAside(place, exercise, here.text) : null;
      if (isDamaged && aside) put(aside, here.text);
      put(PREFIX + exercise, rounds.length ? JSON.stringify({ exercise, title, rounds }) : null);
    }
    return null;
  } catch (error) {
    putBack(place, before);
    return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "forbidden";
  }
}

/** As it was: what is new goes first, so that there is room for what was there. */
function putBack(place: Place, before: ReadonlyMap<string, string | null>): void {
  try {
    for (const key of before.keys()) place.removeItem(key);
    for (const [key, text] of before) if (text !== null) place.setItem(key, text);
  } catch {
    // The storage was taken away in between.
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

/** What was put aside for an exercise because it could not be read. */
export function asides(exercise: string, place: Place | null = storage()): Aside[] {
  if (!place) return [];
  try {
    const keys = keysOf(place).filter((key) => key.startsWith(UNREADABLE) && exerciseOf(key) === exercise).sort();
    return keys.map((key) => ({ key, text: place.getItem(key) ?? "" }));
  } catch {
    return [];
  }
}

/** Deletes what stands under keys of the casebook. */
function removeKeys(keys: string[]): void {
  try {
    for (const key of keys) storage()?.removeItem(key);
  } catch {
    // There is no storage to delete from.
  }
}

/** Deletes what is stored for an exercise; what was put aside stays. */
export function remove(exercise: string): void {
  removeKeys([PREFIX + exercise]);
}

/** Deletes texts that were put aside. */
export function removeAsides(texts: Aside[]): void {
  removeKeys(texts.map((one) => one.key));
}

/** The exercises that something is stored for, readable or not; null when the browser does not let us look. */
export function storedExercises(place: Place | null = storage()): string[] | null {
  if (!place) return null;
  try {
    const ours = keysOf(place).map(exerciseOf).filter((one): one is string => one !== null);
    return [...new Set(ours)].sort();
  } catch {
    return null;
  }
}

/**
 * What exercises keep on the device, on request only: one key for each exercise, its rounds as a list.
 * Everything but the last part is arithmetic on plain objects and touches no storage.
 */

export const PREFIX = "casebook:answers:";
export const UNREADABLE = "casebook:unreadable:";
export const FILE_KIND = "systems-leadership-casebook";

/** One time that an exercise was answered. Versions and ids travel with the answers. */
export interface Round {
  id: string;
  date: string;
  version: string;
  /** Changes with every saving, so that two windows notice each other. */
  seal: string;
  answers: Record<string, unknown>;
}

/** The rounds of one exercise. */
export interface Rounds {
  exercise: string;
  title: string;
  rounds: Round[];
}

/** What is in a file: the answers of one exercise, or a whole record. */
export type Read = { ok: true; exercises: Rounds[] } | { ok: false };

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRound(value: unknown): value is Round {
  return isPlain(value) && ["id", "date", "version", "seal"].every((key) => typeof value[key] === "string" && value[key]) &&
    isPlain(value.answers);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function asRounds(value: unknown): Rounds | null {
  if (!isPlain(value) || typeof value.exercise !== "string" || !SLUG.test(value.exercise)) return null;
  if (!Array.isArray(value.rounds) || !value.rounds.every(isRound)) return null;
  return { exercise: value.exercise, title: typeof value.title === "string" ? value.title : value.exercise, rounds: value.rounds };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rounds in a stored text; null when it cannot be read. */
export function parseRounds(text: string): Rounds | null {
  return asRounds(parse(text));
}

/** The answers of one exercise as a file. */
export function answersFile(exercise: string, title: string, version: string, date: string, answers: Plain): string {
  return JSON.stringify({ kind: FILE_KIND, exercise, title, version, date, answers }, null, 2) + "\n";
}

/** The whole record as a file. */
export function recordFile(exercises: Rounds[], date: string): string {
  return JSON.stringify({ kind: FILE_KIND, date, exercises }, null, 2) + "\n";
}

/** What a file holds; not ok when it is none of ours. */
export function readFile(text: string): Read {
  const data = parse(text);
  if (!isPlain(data) || data.kind !== FILE_KIND) return { ok: false };
  if (Array.isArray(data.exercises)) {
    const exercises = data.exercises.map(asRounds);
    return exercises.every((one): one is Rounds => one !== null) ? { ok: true, exercises } : { ok: false };
  }
  const { exercise, title, version, date, answers } = data;
  if (typeof version !== "string" || typeof date !== "string" || !isPlain(answers)) return { ok: false };
  const id = `file-${fingerprint(JSON.stringify([exercise, version, date, answers]))}`;
  const rounds = asRounds({ exercise, title, rounds: [{ id, date, version, seal: id, answers }] });
  return rounds ? { ok: true, exercises: [rounds] } : { ok: false };
}

/** A short fingerprint, so that the same file brought in twice is the same round. */
export function fingerprint(text: string): string {
  let first = 0x811c9dc5, second = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(index), 0x85ebca6b) ^ (second >>> 13);
  }
  return [first, second].map((part) => (part >>> 0).toString(36)).join("");
}

/** A name that nothing else has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint32Array(2));
  return [...bytes].map((part) => part.toString(36)).join("");
}

function sameContent(first: Round, second: Round): boolean {
  return first.version === second.version && JSON.stringify(first.answers) === JSON.stringify(second.answers);
}

/** Both lists in one, without loss: the same round once; a round that differs under the same id is kept beside it. */
export function mergeRounds(here: Round[], coming: Round[]): Round[] {
  const merged = [...here];
  for (const round of coming) {
    if (isHere(merged, round)) continue;
    const clash = merged.some((one) => one.id === round.id);
    merged.push(clash ? { ...round, id: `${round.id}-${fingerprint(JSON.stringify(round.answers))}` } : round);
  }
  return merged.sort((one, other) => one.date.localeCompare(other.date));
}

/** True when a round stands in a list already. */
export function isHere(rounds: Round[], round: Round): boolean {
  return rounds.some((one) =>
    sameContent(one, round) && (one.id === round.id || one.date === round.date || one.id.startsWith(`${round.id}-`))
  );
}

/** Where a round was put: as itself, or apart because another window had changed it. */
export interface Kept {
  rounds: Round[];
  round: Round;
  apart: boolean;
}

/** Puts a round into a list. `known` is the seal under which this window last saw it; when another window has changed it since, it stands apart. */
export function keep(rounds: Round[], round: Round, known: string | null): Kept {
  const at = rounds.findIndex((one) => one.id === round.id);
  if (at < 0) return { rounds: [...rounds, round], round, apart: false };
  if (rounds[at]!.seal === known) return { rounds: rounds.map((one, index) => index === at ? round : one), round, apart: false };
  const apart = { ...round, id: newId() };
  return { rounds: [...rounds, apart], round: apart, apart: true };
}

/** What was answered, with what belonged to nothing on the page put back beside it. */
export function withRest(answers: unknown, rest: unknown): unknown {
  if (rest === undefined) return answers;
  if (answers === undefined) return rest;
  if (!isPlain(answers) || !isPlain(rest)) return answers;
  const merged: Plain = { ...rest };
  for (const [key, value] of Object.entries(answers)) merged[key] = key in rest ? withRest(value, rest[key]) : value;
  return merged;
}

/** How many single answers something holds. */
export function countAnswers(value: unknown): number {
  if (value === undefined || value === null || value === "") return 0;
  if (typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, one) => sum + countAnswers(one), 0);
}

// The edge: the storage of the browser.

export type Trouble = "forbidden" | "full";
export type Stored = { state: "none" } | { state: "broken"; text: string } | { state: "ok"; rounds: Rounds } | { state: "forbidden" };

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

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
export function load(exercise: string): Stored {
  const store = storage();
  if (!store) return { state: "forbidden" };
  try {
    const text = store.getItem(PREFIX + exercise);
    if (text === null) return { state: "none" };
    const rounds = parseRounds(text);
    return rounds ? { state: "ok", rounds } : { state: "broken", text };
  } catch {
    return { state: "forbidden" };
  }
}

/** Stores the rounds of an exercise; says what stood in the way, or nothing. Without rounds the key goes too. */
export function store(rounds: Rounds): Trouble | null {
  const place = storage();
  if (!place) return "forbidden";
  try {
    if (rounds.rounds.length) place.setItem(PREFIX + rounds.exercise, JSON.stringify(rounds));
    else place.removeItem(PREFIX + rounds.exercise);
    return null;
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "forbidden";
  }
}

/** Puts aside what cannot be read, so that nothing is thrown away. */
export function putAside(exercise: string, text: string): Trouble | null {
  try {
    storage()?.setItem(UNREADABLE + exercise, text);
    return null;
  } catch {
    return "full";
  }
}

/** Deletes everything stored for an exercise. */
export function remove(exercise: string): void {
  try {
    storage()?.removeItem(PREFIX + exercise);
    storage()?.removeItem(UNREADABLE + exercise);
  } catch {
    // There is no storage to delete from.
  }
}

/** The exercises that something is stored for, readable or not; null when the browser does not let us look. */
export function storedExercises(): string[] | null {
  const place = storage();
  if (!place) return null;
  try {
    const names = Array.from({ length: place.length }, (_, index) => place.key(index) ?? "");
    const ours = names.flatMap((name) =>
      [PREFIX, UNREADABLE].filter((start) => name.startsWith(start)).map((start) => name.slice(start.length))
    );
    return [...new Set(ours)].sort();
  } catch {
    return null;
  }
}

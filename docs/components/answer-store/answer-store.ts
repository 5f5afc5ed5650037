/** Rounds of answers, in files and in lists: read with care, put together without loss. Plain objects; the storage is in device.ts. */

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

/** Rounds that can be read, and how many stand beside them that cannot. */
export interface Sound {
  rounds: Rounds;
  damaged: number;
}

/** What is in a file: the answers of one exercise, or a whole record; and how many rounds in it cannot be read. */
export type Read = { ok: true; exercises: Rounds[]; damaged: number } | { ok: false };

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRound(value: unknown): value is Round {
  return isPlain(value) && ["id", "date", "version", "seal"].every((key) => typeof value[key] === "string" && value[key]) &&
    isPlain(value.answers);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The sound rounds of an exercise; null where there is no exercise at all. */
function soundRounds(value: unknown): Sound | null {
  if (!isPlain(value) || typeof value.exercise !== "string" || !SLUG.test(value.exercise) || !Array.isArray(value.rounds)) return null;
  const rounds = value.rounds.filter(isRound);
  const title = typeof value.title === "string" ? value.title : value.exercise;
  return { rounds: { exercise: value.exercise, title, rounds }, damaged: value.rounds.length - rounds.length };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rounds in a stored text; null when none can be read. */
export function parseRounds(text: string): Sound | null {
  const sound = soundRounds(parse(text));
  return sound?.rounds.rounds.length ? sound : null;
}

/** The answers of one exercise as a file. */
export function answersFile(exercise: string, title: string, version: string, date: string, answers: Plain): string {
  return JSON.stringify({ kind: FILE_KIND, exercise, title, version, date, answers }, null, 2) + "\n";
}

/** The whole record as a file. */
export function recordFile(exercises: Rounds[], date: string): string {
  return JSON.stringify({ kind: FILE_KIND, date, exercises }, null, 2) + "\n";
}

/** What a file holds; not ok when it is none of ours, or when nothing in it can be read. */
export function readFile(text: string): Read {
  const data = parse(text);
  if (!isPlain(data) || data.kind !== FILE_KIND) return { ok: false };
  if (Array.isArray(data.exercises)) return readRecord(data.exercises);
  const { exercise, title, version, date, answers } = data;
  if (typeof version !== "string" || typeof date !== "string" || !isPlain(answers)) return { ok: false };
  const id = `file-${fingerprint(JSON.stringify([exercise, version, date, answers]))}`;
  const sound = soundRounds({ exercise, title, rounds: [{ id, date, version, seal: id, answers }] });
  return sound && !sound.damaged ? { ok: true, exercises: [sound.rounds], damaged: 0 } : { ok: false };
}

/** A damaged round costs no other. An exercise that stands there twice is one. */
function readRecord(list: unknown[]): Read {
  const exercises = new Map<string, Rounds>();
  let damaged = 0;
  for (const sound of list.map(soundRounds)) {
    damaged += sound?.damaged ?? 1;
    if (!sound?.rounds.rounds.length) continue;
    const { rounds } = sound;
    const before = exercises.get(rounds.exercise);
    exercises.set(rounds.exercise, before ? { ...before, rounds: mergeRounds(before.rounds, rounds.rounds) } : rounds);
  }
  return damaged && !exercises.size ? { ok: false } : { ok: true, exercises: [...exercises.values()], damaged };
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
    if (findRound(merged, round)) continue;
    const clash = merged.some((one) => one.id === round.id);
    merged.push(clash ? { ...round, id: `${round.id}-${fingerprint(JSON.stringify(round.answers))}` } : round);
  }
  return byDate(merged);
}

/** The same rounds in the order of their dates; those of one day stay in their order. */
function byDate(rounds: Round[]): Round[] {
  return [...rounds].sort((one, other) => one.date.localeCompare(other.date));
}

/** Which round of its day it is in a list, and how many that day has. */
export function placeInDay(rounds: Round[], round: Round): { number: number; of: number } {
  const day = rounds.filter((one) => one.date.slice(0, 10) === round.date.slice(0, 10));
  return { number: day.indexOf(round) + 1, of: day.length };
}

/** The same round in a list, if it stands there already. */
export function findRound(rounds: Round[], round: Round): Round | undefined {
  return rounds.find((one) =>
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
  if (at < 0) return { rounds: byDate([...rounds, round]), round, apart: false };
  if (rounds[at]!.seal === known) return { rounds: rounds.map((one, index) => index === at ? round : one), round, apart: false };
  const apart = { ...round, id: newId() };
  return { rounds: byDate([...rounds, apart]), round: apart, apart: true };
}

/** A round that was saved or opened, and the answers as the page had them then. */
export interface Opened {
  round: Round;
  answers: Plain;
  from: "device" | "file";
}

/** The round that was opened, as long as the answers are still its own. */
export function unchangedRound(opened: Opened | null, answers: Plain): Round | null {
  return opened && JSON.stringify(opened.answers) === JSON.stringify(answers) ? opened.round : null;
}

/**
 * The round that the answers on the page make. Unchanged, it is the one that was opened, with its date and version. Changed, it is the
 * same round only when that was saved on the same day; else a new one, so that no earlier round is written over.
 */
export function roundOf(opened: Opened | null, answers: Plain, version: string, date: string): Round {
  const unchanged = unchangedRound(opened, answers);
  if (unchanged) return unchanged;
  const isSameDay = opened?.from === "device" && opened.round.date === date;
  return { ...(isSameDay ? opened.round : { id: newId(), date }), version, seal: newId(), answers };
}

/** What was answered, with what belonged to nothing on the page put back beside it. */
export function withRest(answers: unknown, rest: unknown): unknown {
  if (rest === undefined) return answers;
  if (answers === undefined) return rest;
  if (Array.isArray(answers) && Array.isArray(rest)) return [...answers, ...rest];
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

/**
 * Rounds of answers, in files and in lists: read with care, put together without loss. Plain objects; the storage is in
 * device.ts.
 */
import { byDate, FILE_ID, fingerprint, mergeRounds, withOwnIds } from "./merge_rounds.ts";
import { isPlain, isTooDeep, parse } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";

export const FILE_KIND = "systems-leadership-casebook";

/**
 * One time that an exercise was answered. Versions and ids travel with the answers, and so does what another version
 * added.
 */
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
export type Read = Readable | { ok: false; isTooDeep?: boolean };

interface Readable {
  ok: true;
  exercises: Rounds[];
  damaged: number;
  /** True of the answers of one exercise: their file does not say which round they are. */
  isAnswers?: boolean;
  /** The names of what else a record's file holds; it has no place on the device. */
  beyond?: string[];
}

function isRound(value: unknown): value is Round {
  return isPlain(value) &&
    ["id", "date", "version", "seal"].every((key) => typeof value[key] === "string" && value[key]) &&
    isPlain(value.answers) && !isTooDeep(value);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The sound rounds of an exercise, each with an id of its own; null where there is no exercise at all. Fields that are
 * unknown here stay.
 */
function soundRounds(value: unknown): Sound | null {
  if (
    !isPlain(value) || typeof value.exercise !== "string" || !SLUG.test(value.exercise) || !Array.isArray(value.rounds)
  ) return null;
  const rounds = value.rounds.filter(isRound);
  const title = typeof value.title === "string" ? value.title : value.exercise;
  const whole = isTooDeep({ ...value, rounds: [] }) ? {} : value;
  return {
    rounds: { ...whole, exercise: value.exercise, title, rounds: withOwnIds(rounds) },
    damaged: value.rounds.length - rounds.length,
  };
}

/** The rounds in a stored text; null when none can be read. */
export function parseRounds(text: string): Sound | null {
  const sound = soundRounds(parse(text));
  return sound?.rounds.rounds.length ? sound : null;
}

/** The answers of one exercise as a file; what its round holds beyond that goes along. */
export function answersFile(exercise: string, title: string, round: Omit<Round, "id" | "seal">): string {
  const { id: _, seal: __, version, date, answers, ...more } = round as Round;
  return JSON.stringify({ ...more, kind: FILE_KIND, exercise, title, version, date, answers }, null, 2) + "\n";
}

/** The whole record as a file. */
export function recordFile(exercises: Rounds[], date: string): string {
  return JSON.stringify({ kind: FILE_KIND, date, exercises }, null, 2) + "\n";
}

/**
 * What a file holds; not ok when nothing in it is ours and can be read. A text that was put aside reads like a record.
 */
export function readFile(text: string): Read {
  const data = parse(text);
  if (!isPlain(data)) return { ok: false };
  if (data.kind === undefined && Array.isArray(data.rounds)) return readRecord([data]);
  if (data.kind !== FILE_KIND) return { ok: false };
  if (!Array.isArray(data.exercises)) return readAnswers(data);
  const beyond = Object.keys(data).filter((name) => !["kind", "date", "exercises"].includes(name));
  return { ...readRecord(data.exercises), ...(beyond.length ? { beyond } : {}) };
}

function readAnswers(data: Plain): Read {
  const { exercise, title, version, date, answers, kind: _, ...more } = data;
  if (typeof version !== "string" || typeof date !== "string" || !isPlain(answers)) return { ok: false };
  if (isTooDeep(data)) return { ok: false, isTooDeep: true };
  const id = `${FILE_ID}${fingerprint(JSON.stringify([exercise, version, date, answers]))}`;
  const sound = soundRounds({ exercise, title, rounds: [{ ...more, id, date, version, seal: id, answers }] });
  return sound && !sound.damaged ? { ok: true, exercises: [sound.rounds], damaged: 0, isAnswers: true } : { ok: false };
}

/** A damaged round costs no other. An exercise that stands there twice is one. */
function readRecord(list: unknown[]): Read {
  const exercises = new Map<string, Rounds>();
  let damaged = 0;
  for (const one of list) {
    const sound = soundRounds(one);
    damaged += sound?.damaged ?? roundsOf(one);
    if (!sound?.rounds.rounds.length) continue;
    const { rounds } = sound;
    const before = exercises.get(rounds.exercise);
    exercises.set(rounds.exercise, before ? { ...before, rounds: mergeRounds(before.rounds, rounds.rounds) } : rounds);
  }
  if (damaged && !exercises.size) return isTooDeep(list) ? { ok: false, isTooDeep: true } : { ok: false };
  return { ok: true, exercises: [...exercises.values()], damaged };
}

/** How many rounds stand in an exercise that cannot be read; at least one is lost with it. */
function roundsOf(value: unknown): number {
  return isPlain(value) && Array.isArray(value.rounds) ? Math.max(value.rounds.length, 1) : 1;
}

/** A name that nothing else has, also where the browser has no crypto (old ones, and pages without https). */
export function newId(): string {
  const numbers = globalThis.crypto?.getRandomValues?.(new Uint32Array(2)) ?? [Date.now(), Math.random() * 2 ** 32];
  return [...numbers].map((part) => Math.floor(part).toString(36)).join("");
}

/** Where a round was put: as itself, or apart because another window had changed it. */
export interface Put {
  rounds: Round[];
  round: Round;
  apart: boolean;
}

/**
 * Puts a round into a list. `known` is the seal under which this window last saw it; when another window has changed it
 * since, it stands apart.
 */
export function keep(rounds: Round[], round: Round, known: string | null): Put {
  const at = rounds.findIndex((one) => one.id === round.id);
  if (at < 0) return { rounds: byDate([...rounds, round]), round, apart: false };
  if (rounds[at]!.seal === round.seal) return { rounds, round: rounds[at]!, apart: false };
  if (rounds[at]!.seal === known) {
    return { rounds: rounds.map((one, index) => index === at ? round : one), round, apart: false };
  }
  const apart = { ...round, id: newId() };
  return { rounds: byDate([...rounds, apart]), round: apart, apart: true };
}

/** True when a list has this very round, as it was saved last. */
export function hasRound(rounds: readonly Round[], { id, seal }: Round): boolean {
  return rounds.some((one) => one.id === id && one.seal === seal);
}

/** A round that was saved or opened, and the answers as the page had them then. */
export interface Opened {
  round: Round;
  answers: Plain;
  from: "device" | "file";
  /** True when the page has no place for some of it. */
  isPartial?: boolean;
}

/** The round that was opened, as long as the answers are still its own. */
export function unchangedRound(opened: Opened | null, answers: Plain): Round | null {
  return opened && JSON.stringify(opened.answers) === JSON.stringify(answers) ? opened.round : null;
}

/**
 * The round that the answers on the page make. Unchanged, it is the one that was opened, with its date and version.
 * Changed, it is the
 * same round only when that was saved on the same day and stood whole on the page; else a new one, so that no earlier
 * round is written over.
 */
export function roundOf(opened: Opened | null, answers: Plain, version: string, date: string): Round {
  const unchanged = unchangedRound(opened, answers);
  if (unchanged) return unchanged;
  const isRenewed = opened?.from === "device" && opened.round.date === date && !opened.isPartial;
  return { ...opened?.round, ...(isRenewed ? {} : { id: newId(), date }), version, seal: newId(), answers } as Round;
}

/**
 * A round as a file to keep: the names of the patterns, and what was agreed. It holds no counts and nobody's answers, as
 * rounds are compared by names alone.
 */
import { isPlain, parse } from "../../../../scripts/lib/plain.ts";
import { NAMES } from "../../../../scripts/exercise/group_patterns.ts";
import type { PatternName } from "../../../../scripts/exercise/group_patterns.ts";
import type { StatementResult } from "./counted_statements.ts";

const KIND = "systems-leadership-casebook-group";

export interface GroupAction {
  what: string;
  owner: string;
  date: string;
}

export interface Agreed {
  actions: GroupAction[];
  not: string;
  again: string;
}

export interface GroupRound {
  exercise: string;
  title: string;
  version: string;
  date: string;
  /** How many sheets were counted. */
  answered: number;
  /** By part/item: the name of the pattern; only where there were enough answers for comparing. */
  patterns: Record<string, { name: PatternName; unopposed: boolean }>;
  agreed: Agreed;
}

/** The patterns of a round that may be compared with those of another. */
export function comparable(results: readonly StatementResult[]): GroupRound["patterns"] {
  return Object.fromEntries(
    results.filter(({ pattern }) => pattern.isComparable).map(({ statement, pattern }) => [
      statement.id,
      { name: pattern.name, unopposed: pattern.isUnopposed },
    ]),
  );
}

export function writeRound(round: GroupRound): string {
  return JSON.stringify({ kind: KIND, ...round }, null, 2) + "\n";
}

/** The round in a file; null where it holds none. What is not of its shape is left out. */
export function readRound(text: string): GroupRound | null {
  const data = parse(text);
  if (!isPlain(data) || data.kind !== KIND || !isPlain(data.patterns)) return null;
  const { exercise, title, version, date, answered } = data;
  if (![exercise, title, version, date].every((one) => typeof one === "string") || typeof answered !== "number") {
    return null;
  }
  const patterns = Object.entries(data.patterns).flatMap(([id, one]) =>
    isPlain(one) && NAMES.includes(one.name as PatternName)
      ? [[id, { name: one.name as PatternName, unopposed: one.unopposed === true }] as const]
      : []
  );
  return {
    exercise: String(exercise),
    title: String(title),
    version: String(version),
    date: String(date),
    answered,
    patterns: Object.assign(Object.create(null), Object.fromEntries(patterns)),
    agreed: readAgreed(data.agreed),
  };
}

function readAgreed(value: unknown): Agreed {
  const text = (of: unknown, name: string) => isPlain(of) && typeof of[name] === "string" ? of[name] : "";
  const actions = isPlain(value) && Array.isArray(value.actions) ? value.actions : [];
  return {
    actions: actions.slice(0, 2).map((one) => ({
      what: text(one, "what"),
      owner: text(one, "owner"),
      date: text(one, "date"),
    })),
    not: text(value, "not"),
    again: text(value, "again"),
  };
}

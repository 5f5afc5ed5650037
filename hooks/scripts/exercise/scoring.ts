/**
 * Scores and rules: the one place where they are worked out. Means are exact; what is printed is rounded half-up to one
 * decimal.
 */
import { own } from "../lib/plain.ts";
import type { Condition, Pattern } from "./types.ts";

/**
 * An exact number: whole top over whole bottom, the bottom above zero. The mean of many scores needs more digits than
 * a number holds.
 */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

export function fraction(top: number, bottom: number): Fraction {
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** What the rules of a part look at. A dimension without a score is null. */
export interface Tally {
  scores: Record<string, Fraction | null>;
  counts: Record<string, number>;
  total: number;
  chosen: string[];
}

/** True, false, or null where there are too few answers to say. */
export type Verdict = boolean | null;

export interface Score {
  mean: Fraction | null;
  answered: number;
  of: number;
  unsure: number;
  outside: number;
}

const PARTS_OF_ONE = 10_000n;
const FEWEST = 3;

/**
 * The score of a dimension: the mean of the answers from 1 to 5, when at least half of its items, and at least three,
 * have one.
 */
export function scoreOf(answers: unknown[]): Score {
  const points = answers.filter((answer): answer is number => typeof answer === "number");
  const enough = points.length >= FEWEST && points.length * 2 >= answers.length;
  const sum = points.reduce((before, point) => before + point, 0);
  return {
    mean: enough ? fraction(sum, points.length) : null,
    answered: points.length,
    of: answers.length,
    unsure: answers.filter((answer) => answer === "unsure").length,
    outside: answers.filter((answer) => answer === "outside").length,
  };
}

/** One decimal, a half rounded up: 9/4 is 2.3. */
export function printed(value: Fraction): string {
  const tenths = (20n * value.top + value.bottom) / (2n * value.bottom);
  return `${tenths / 10n}.${tenths % 10n}`;
}

export function meanOf(values: Fraction[]): Fraction {
  const bottom = values.reduce((before, value) => before * value.bottom, 1n);
  const top = values.reduce((before, value) => before + value.top * (bottom / value.bottom), 0n);
  return { top, bottom: bottom * BigInt(values.length) };
}

export function less(first: Fraction, second: Fraction): Fraction {
  return { top: first.top * second.bottom - second.top * first.bottom, bottom: first.bottom * second.bottom };
}

/** Below zero, zero or above, as the first is below, at or above the second. */
export function compare(first: Fraction, second: Fraction): number {
  return signOf(less(first, second).top);
}

function signOf(whole: bigint): number {
  return whole < 0n ? -1 : Number(whole > 0n);
}

/** How a number stands to a limit from a rule: below zero, zero or above. */
export function against(value: Fraction, limit: number): number {
  return signOf(value.top * PARTS_OF_ONE - BigInt(Math.round(limit * Number(PARTS_OF_ONE))) * value.bottom);
}

function within(value: Fraction, rule: Condition): boolean {
  return (rule.at_least === undefined || against(value, rule.at_least) >= 0) &&
    (rule.at_most === undefined || against(value, rule.at_most) <= 0);
}

function scored(ids: string[], tally: Tally): Fraction[] | null {
  const found = ids.map((id) => own(tally.scores, id) ?? null);
  return found.every((one): one is Fraction => one !== null) ? found : null;
}

/** Of two: the first less the second. Of more: the widest difference. */
function gapOf(values: Fraction[]): Fraction {
  if (values.length === 2) return less(values[0]!, values[1]!);
  const sorted = [...values].sort(compare);
  return less(sorted[sorted.length - 1]!, sorted[0]!);
}

/**
 * A share needs as many in use as its rule says. Where nothing is, only what counts for itself (the roles of a map
 * without ties) can be looked at.
 */
function counted(rule: Condition, id: string, tally: Tally): Verdict {
  const count = own(tally.counts, id) ?? 0;
  if (rule.of_all ? tally.total < (rule.from ?? 1) : tally.total === 0 && count === 0) return null;
  return within(fraction(count, rule.of_all ? tally.total : 1), rule);
}

/** Whether a rule fits. What only people can judge, and what needs an answer that is missing, is null. */
export function fits(rule: Condition, tally: Tally): Verdict {
  if (rule.all?.length) return every(rule.all.map((one) => fits(one, tally)));
  if (rule.any?.length) return some(rule.any.map((one) => fits(one, tally)));
  if (rule.otherwise) return true;
  if (rule.chose) return tally.chosen.length === 0 ? null : tally.chosen.includes(rule.chose);
  if (rule.more && rule.than) {
    return tally.total === 0 ? null : (own(tally.counts, rule.more) ?? 0) > (own(tally.counts, rule.than) ?? 0);
  }
  if (rule.count) return counted(rule, rule.count, tally);
  if (rule.of) return onScores([rule.of], rule, tally, (values) => values[0]!);
  if (rule.mean_of?.length) return onScores(rule.mean_of, rule, tally, meanOf);
  if (rule.gap?.length) return onScores(rule.gap, rule, tally, gapOf);
  return null;
}

function onScores(ids: string[], rule: Condition, tally: Tally, value: (values: Fraction[]) => Fraction): Verdict {
  const values = scored(ids, tally);
  return values && within(value(values), rule);
}

function every(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

function some(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}

export interface Fitting {
  patterns: Pattern[];
  /** Why none fits, where none does: a rule could not be looked at for want of answers, or each was and none fitted. */
  why: "undecided" | "fits_none" | null;
}

/** Nothing fits because there is nothing that could. */
export const NO_RULES: Fitting = { patterns: [], why: null };

/**
 * The patterns that fit: the first, or every one. `otherwise` fits only when no rule before it fits or was left out for
 * want of answers. What only the people in a room can judge is no part of one person's result.
 */
export function patternsThatFit(patterns: Pattern[], shows: "first" | "every", tally: Tally): Fitting {
  const reckoned = patterns.filter((pattern) => !pattern.when.people_judge);
  const found: Pattern[] = [];
  let leftOut = false;
  for (const pattern of reckoned) {
    if (pattern.when.otherwise && (found.length > 0 || leftOut)) continue;
    const verdict = fits(pattern.when, tally);
    leftOut ||= verdict === null;
    if (verdict) found.push(pattern);
    if (verdict && shows === "first") break;
  }
  if (found.length || !reckoned.length) return { patterns: found, why: null };
  return { patterns: found, why: leftOut ? "undecided" : "fits_none" };
}

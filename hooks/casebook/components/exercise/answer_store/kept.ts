/**
 * What a page has no place for: kept beside its answers, found out by comparing, and put into the next file. It touches
 * no page.
 */
import { asList, asRecord, countAnswers, isPlain } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";

/** Where answers stand that no part could take back. No part can have this id. */
export const KEPT = "~kept";

/** Answers that have no place in the part they were given to. */
export interface Kept {
  part: string;
  answer: unknown;
}

/** A part as the page has it: what is filled in, and what it gave back because it has no place for it. */
export interface Filled {
  id: string;
  answer: unknown;
  left: unknown;
}

/** More comparisons than this are not made: what is left then is kept, even if it stands there twice. */
const MOST_COMPARED = 1_000_000;

/** What was answered, with what belonged to nothing on the page put back beside it. */
export function withRest(answers: unknown, rest: unknown): unknown {
  if (rest === undefined) return answers;
  if (answers === undefined) return rest;
  if (Array.isArray(answers) && Array.isArray(rest)) return [...answers, ...rest];
  if (!isPlain(answers) || !isPlain(rest)) return answers;
  const [here, there] = [asRecord(answers), asRecord(rest)];
  const names = new Set([...Object.keys(there), ...Object.keys(here)]);
  return Object.fromEntries([...names].map((name) => [name, withRest(here[name], there[name])]));
}

/**
 * What of an earlier answer is not in a later one; undefined when all of it is. Spaces, and a number written as a text,
 * are no difference.
 */
export function lostIn(before: unknown, now: unknown): unknown {
  if (!countAnswers(before)) return undefined;
  if (Array.isArray(before)) return lostOfList(before, asList(now));
  if (!isPlain(before)) return isSame(before, now) ? undefined : before;
  const there = asRecord(now);
  const lost = Object.entries(before).map(([name, value]) => [name, lostIn(value, there[name])] as const);
  const some = lost.filter((entry) => entry[1] !== undefined);
  return some.length ? Object.fromEntries(some) : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => String(value).replace(/\s+/g, "");
  return typeof other !== "object" && other !== undefined && plain(one) === plain(other);
}

/** Each entry needs one of its own in the later list, so that of two that are alike both must be there. */
function lostOfList(before: unknown[], now: unknown[]): unknown[] | undefined {
  const { missing, left } = withoutEqual(before, now);
  const isTooMuch = missing.length * left.length > MOST_COMPARED;
  const whole = missing.filter((one) =>
    countAnswers(one) > 0 && (isTooMuch || !take(left, (other) => lostIn(one, other) === undefined))
  );
  const lost = whole.map((one) => isTooMuch ? one : lostOfEntry(one, left)).filter((one) => one !== undefined);
  return lost.length ? lost : undefined;
}

/** What is lost of an entry that stands in the list, but not whole: it is known by its id. */
function lostOfEntry(one: unknown, left: unknown[]): unknown {
  const { id } = asRecord(one);
  const there = typeof id === "string" ? take(left, (other) => asRecord(other).id === id) : undefined;
  if (!there) return one;
  return { id, ...asRecord(lostIn(one, there.found)) };
}

/** Takes the first entry that fits out of a list. */
function take(list: unknown[], fits: (one: unknown) => boolean): { found: unknown } | undefined {
  const at = list.findIndex(fits);
  return at < 0 ? undefined : { found: list.splice(at, 1)[0] };
}

/** Both lists without the entries that are the same to the letter in both. */
function withoutEqual(before: unknown[], now: unknown[]): { missing: unknown[]; left: unknown[] } {
  const there = new Map<string, unknown[]>();
  for (const one of now) {
    const alike = there.get(JSON.stringify(one));
    if (alike) alike.push(one);
    else there.set(JSON.stringify(one), [one]);
  }
  const missing = before.filter((one) => !there.get(JSON.stringify(one))?.splice(0, 1).length);
  return { missing, left: [...there.values()].flat() };
}

/** All that a page holds: its parts, parts that it does not have, and what no part could take back. */
export function gathered(parts: readonly Filled[], elsewhere: Plain, kept: readonly unknown[]): Plain {
  const filled = parts.map(({ id, answer, left }) => [id, withRest(answer, left), left] as const);
  const crowdedOut = filled.map(([id, whole, left]) => ({ part: id, answer: lostIn(left, whole) })).filter((one) =>
    one.answer !== undefined
  );
  const answered = filled.filter((one) => one[1] !== undefined).map(([id, whole]) => [id, whole] as const);
  const all = [...kept, ...crowdedOut];
  return Object.fromEntries([...Object.entries(elsewhere), ...answered, ...(all.length ? [[KEPT, all] as const] : [])]);
}

/** What was kept by an earlier page, as a list, whatever its shape. */
export function keptIn(answers: Plain): unknown[] {
  const kept = asRecord(answers)[KEPT];
  return Array.isArray(kept) ? kept : countAnswers(kept) ? [kept] : [];
}

/** The name of the part and the answer, of something that was kept. */
export function asKept(one: unknown): Kept {
  const { part, answer } = asRecord(one);
  return typeof part === "string" && answer !== undefined ? { part, answer } : { part: "", answer: one };
}

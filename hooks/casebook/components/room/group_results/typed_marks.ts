/** The marks of one sheet as they are typed: one key for each statement. */
import type { Mark } from "../../../../scripts/exercise/group_patterns.ts";

/** The key for a statement without a mark. */
export const NONE = "-";
const OF_KEY: Readonly<Record<string, Mark | undefined>> = {
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
  "0": "unsure",
  x: "outside",
  [NONE]: undefined,
};
/** Keys beside the digits of a keyboard that has an x only among its letters. */
const SAME: Readonly<Record<string, string>> = { X: "x", "*": "x", "\u2013": NONE, "\u2212": NONE, _: NONE };

/** The keys in a text, and what in it is no key. White space means nothing. */
export function readKeys(text: string): { keys: string; unknown: string } {
  const characters = [...text.replace(/\s/g, "")].map((one) => SAME[one] ?? one);
  return {
    keys: characters.filter((one) => one in OF_KEY).join(""),
    unknown: characters.filter((one) => !(one in OF_KEY)).join(""),
  };
}

export function marksOf(keys: string): (Mark | undefined)[] {
  return [...keys].map((key) => OF_KEY[key]);
}

/** The key of an answer; that of no mark where there is none, or where it is no answer at all. */
export function keyOf(answer: unknown): string {
  return Object.keys(OF_KEY).find((key) => OF_KEY[key] === answer && answer !== undefined) ?? NONE;
}

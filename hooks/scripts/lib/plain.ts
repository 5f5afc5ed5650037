/**
 * Values from outside, of any shape: looked at without meeting the names that every object has, and no deeper than a
 * page can bear.
 */

export type Plain = Record<string, unknown>;

/**
 * How deep answers may be nested. Those of a page have five levels; written with its indents, a file of thousands would
 * be huge.
 */
export const DEEPEST = 40;

export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A copy that has only its own names, so that looking up `constructor` finds nothing; empty where the value is no
 * object.
 */
export function asRecord(value: unknown): Plain {
  return Object.assign(Object.create(null), isPlain(value) ? value : null);
}

/** What stands under a name of the object's own. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A text, or what can stand as one in a field: a number, true, false. Anything else is no text. */
export function asText(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** A list as it is; anything else is an empty one. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The object without names for nothing (undefined), as `asRecord` copies it; undefined when no name is left. */
export function orNothing<T extends object>(value: T): T | undefined {
  const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
  return entries.length ? asRecord(Object.fromEntries(entries)) as T : undefined;
}

/** True when a value is nested deeper than so many levels. */
export function isTooDeep(value: unknown, most = DEEPEST): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((one) => isTooDeep(one, most - 1));
}

/** How many single answers something holds. */
export function countAnswers(value: unknown): number {
  if (value === undefined || value === null || value === "") return 0;
  if (typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, one) => sum + countAnswers(one), 0);
}

/** The value of a JSON text; undefined when it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

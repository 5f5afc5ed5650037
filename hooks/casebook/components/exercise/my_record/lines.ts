/** Lines with a label and a text: what all that was answered is set in. */

import { isPlain } from "../../../../scripts/lib/plain.ts";

/**
 * What a line is: the heading of a part, a result (the score of a dimension, an ending), what was answered, or a word
 * about lines left out.
 */
export type Kind = "part" | "result" | "answer" | "left-out";

/** One line of one round. Lines of a block stay together; `none` stands for a line in a round that has no such line. */
export interface Line {
  key: string;
  block: string;
  label: string;
  text: string;
  kind: Kind;
  none?: string;
}

export function lineOf(key: string, label: string, value: unknown, kind: Kind = "answer"): Line {
  const text = typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
  return { key, block: key.split("/")[0]!, label, text, kind };
}

/** What cannot be named any better: ids and values as they stand. */
export function plainLines(id: string, answer: unknown, labels: ReadonlyMap<string, string> = new Map()): Line[] {
  if (!isPlain(answer)) return [lineOf(id, id, answer)];
  return Object.entries(answer).map(([key, value]) => lineOf(`${id}/${key}`, labels.get(key) ?? key, value));
}

/** The fields that say something. */
export function some(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter((entry) => entry[1] !== undefined));
}

/** The same lines, each with a key of its own, so that none stands in the place of another. */
export function apart(lines: Line[]): Line[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    const number = (times.get(line.key) ?? 0) + 1;
    times.set(line.key, number);
    return number > 1 ? { ...line, key: `${line.key} ${number}` } : line;
  });
}

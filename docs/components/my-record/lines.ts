/** Lines with a label and a text: what all that was answered is set in. */

/** What a line is: the heading of a part, a result (the score of a dimension, an ending), or what was answered. */
export type Kind = "part" | "result" | "answer";

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
export function plainLines(id: string, answer: unknown, labels: Record<string, string> = {}): Line[] {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return [lineOf(id, id, answer)];
  return Object.entries(answer).map(([key, value]) => lineOf(`${id}/${key}`, labels[key] ?? key, value));
}

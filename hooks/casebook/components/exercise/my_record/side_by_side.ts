/**
 * Rounds side by side: every line that any of them has, in one order. A table that no page could bear is cut short, in
 * words.
 */
import type { Round } from "../answer_store/answer_store.ts";
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Kind, Line } from "./lines.ts";
import { linesOf } from "./record_lines.ts";

/** One line of several rounds: a text for each. */
export interface Row {
  label: string;
  texts: string[];
  kind: Kind;
}

/** So many lines of a part are shown, and so many in all. An exercise of ours has sixty at most. */
const MOST_OF_A_BLOCK = 200;
const MOST_LINES = 1_000;
/** So many rounds stand side by side: the last ones. */
export const MOST_ROUNDS = 24;

/** Every line that any of these rounds has, in the order in which they stand, block by block. */
export function sideBySide(exercise: Exercise | undefined, rounds: Round[], messages: Messages): Row[] {
  const columns = rounds.map((round) => linesOf(exercise, round, messages));
  const blocks = columns.map(blocksOf);
  const order = orderOf(blocks.map((each) => [...each.keys()]));
  const keys = order.map((block) => orderOf(blocks.map((each) => each.get(block) ?? [])));
  const found = columns.map((lines) => new Map(lines.map((one) => [one.key, one])));
  const row = (key: string): Row => {
    const { label, kind, none } = found.map((lines) => lines.get(key)).find(Boolean)!;
    return { label, texts: found.map((lines) => lines.get(key)?.text || (none ?? messages.t("no_answer"))), kind };
  };
  const shown = keys.flatMap((block) => block.slice(0, MOST_OF_A_BLOCK)).slice(0, MOST_LINES);
  const leftOut = keys.reduce((sum, block) => sum + block.length, 0) - shown.length;
  return [
    ...shown.map(row),
    ...(leftOut
      ? [{ label: messages.t("lines_left_out", { count: leftOut }), texts: [], kind: "left-out" as const }]
      : []),
  ];
}

/** The keys of the lines, block by block. */
function blocksOf(lines: Line[]): Map<string, string[]> {
  const blocks = new Map<string, string[]>();
  for (const { block, key } of lines) {
    const keys = blocks.get(block);
    if (keys) keys.push(key);
    else blocks.set(block, [key]);
  }
  return blocks;
}

/** One order for several lists: what is new in a later list stands after what it followed there. */
export function orderOf(lists: string[][]): string[] {
  const next = new Map<string | null, string | null>([[null, null]]);
  for (const keys of lists) {
    let before: string | null = null;
    for (const key of keys) {
      if (!next.has(key)) next.set(key, next.get(before)!).set(before, key);
      before = key;
    }
  }
  const order: string[] = [];
  for (let key = next.get(null)!; key !== null; key = next.get(key)!) order.push(key);
  return order;
}

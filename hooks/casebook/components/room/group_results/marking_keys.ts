/** Which key is which answer, in the words of the scale. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { CountedStatement } from "./counted_statements.ts";
import { NONE } from "./typed_marks.ts";

/** The keys of a list of terms; two scales on one sheet are told one after the other. */
export function markingKeys(statements: readonly CountedStatement[], messages: Messages): HTMLElement[] {
  const scales = new Map(statements.map(({ part }) => [[...part.points, part.unsure, part.outside].join("/"), part]));
  const lines: [string, string][] = [...scales.values()].flatMap(({ points, unsure, outside }) => [
    ...points.map((label, at): [string, string] => [String(at + 1), label]),
    ["0", unsure],
    ["x", outside],
  ]);
  return [...lines, [NONE, messages.t("no_mark")] as const].map(([key, label]) =>
    make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, label))
  );
}

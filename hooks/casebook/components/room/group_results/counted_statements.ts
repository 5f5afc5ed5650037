/** The statements that a group's sheets have, in the order of the sheet, and what came of each. */
import { isRated } from "../../../../scripts/exercise/types.ts";
import type { Exercise, RatedPart } from "../../../../scripts/exercise/types.ts";
import type { Length } from "../../../../scripts/exercise/tally.ts";
import { ratedItems } from "../../../../scripts/exercise/answer_code.ts";
import { compareDivided, patternOf } from "../../../../scripts/exercise/group_patterns.ts";
import type { Counts, GroupPattern, TallyRules } from "../../../../scripts/exercise/group_patterns.ts";

export interface CountedStatement {
  /** As part/item. */
  id: string;
  number: number;
  text: string;
  part: RatedPart;
  dimension: string;
}

export interface StatementResult {
  statement: CountedStatement;
  pattern: GroupPattern;
}

/** The statements of the sheet, numbered from 1. */
export function statementsOf(exercise: Exercise, isShort: boolean): CountedStatement[] {
  const parts = exercise.parts.filter(isRated);
  const listed = new Set(ratedItems(parts, isShort));
  const all = parts.flatMap((part) =>
    part.dimensions.flatMap((dimension) =>
      dimension.items.map((item) => ({
        id: `${part.id}/${item.id}`,
        text: item.text,
        part,
        dimension: dimension.title,
      }))
    )
  );
  return all.filter(({ id }) => listed.has(id)).map((one, at) => ({ ...one, number: at + 1 }));
}

/** The forms in which there are sheets: a short one where some statements belong to it and others do not. */
export function formsOf(exercise: Exercise): Length[] {
  const isShorter = statementsOf(exercise, true).length < statementsOf(exercise, false).length;
  return isShorter ? ["full", "short"] : ["full"];
}

/** What came of each statement, what divides the group most first. */
export function resultsOf(
  statements: readonly CountedStatement[],
  counts: readonly Counts[],
  floor: number,
  rules: TallyRules,
): StatementResult[] {
  const results = statements.map((statement, at) => ({
    statement,
    pattern: patternOf(counts[at]!, floor, rules, statement.part.kind === "pairs"),
  }));
  return results.sort((one, other) => compareDivided(one.pattern, other.pattern));
}

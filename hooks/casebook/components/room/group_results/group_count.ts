/** The sheets of a group as they are counted: added, taken back, counted a second time. */
import type { Counts } from "../../../../scripts/exercise/group_patterns.ts";
import { countMarks } from "../../../../scripts/exercise/group_patterns.ts";
import { marksOf, NONE } from "./typed_marks.ts";

export interface Sheet {
  number: number;
  /** One key for each statement. */
  keys: string;
  /** The code, or the file, by which it came from outside the room; empty for a sheet of paper. */
  source: string;
  /** How a second count came out; nothing where there was none. */
  again: "" | "same" | "settled";
}

export class GroupCount {
  readonly sheets: Sheet[] = [];

  /** `ofOther`: how many statements the other form of the sheet has; none where there is one form. */
  constructor(readonly statements: number, private readonly ofOther = 0) {}

  /** The number that the next sheet gets. */
  get next(): number {
    return Math.max(0, ...this.sheets.map((sheet) => sheet.number)) + 1;
  }

  /** Why the keys are no sheet; empty where they are one. */
  reasonAgainst(keys: string): "" | "is_short" | "is_full" | "too_few" | "too_many" | "nothing" {
    if (this.ofOther && keys.length === this.ofOther) return this.ofOther < this.statements ? "is_short" : "is_full";
    if (keys.length > this.statements) return "too_many";
    if (keys.length < this.statements) return "too_few";
    return [...keys].every((key) => key === NONE) ? "nothing" : "";
  }

  add(keys: string, source = ""): Sheet {
    const sheet: Sheet = { number: this.next, keys, source, again: "" };
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(number: number): Sheet | undefined {
    return this.sheets.find((one) => one.number === number);
  }

  /** The sheet of paper that was typed last. */
  get last(): Sheet | undefined {
    return this.sheets.filter((sheet) => !sheet.source).at(-1);
  }

  remove(sheet: Sheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }

  /** Where a second count of a sheet differs from the first, as places from zero. */
  differences({ keys }: Sheet, second: string): number[] {
    return [...second].flatMap((key, at) => key === keys[at] ? [] : [at]);
  }

  /** What everybody answered to each statement. */
  get counts(): Counts[] {
    const marks = this.sheets.map((sheet) => marksOf(sheet.keys));
    return Array.from({ length: this.statements }, (_, at) => countMarks(marks.map((sheet) => sheet[at])));
  }
}

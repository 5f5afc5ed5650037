/** What was typed of a sheet, set as on the sheet: a row for each dimension, and one for the marks that are too many. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { CountedStatement } from "./counted_statements.ts";

/** A mark that is still to come. */
const TO_COME = "\u00B7";

/** `at`: the place of the statement that the next key marks; `surplus`: the heading of the marks that are too many. */
export function typedRows(
  statements: readonly CountedStatement[],
  keys: string,
  at: number,
  surplus: string,
): HTMLElement[] {
  const rows = groups(statements).map(([title, members]) => {
    const typed = members.map(({ number }) => keys[number - 1] ?? TO_COME).join(" ");
    return row(title, typed, members.some(({ number }) => number - 1 === at));
  });
  const over = [...keys.slice(statements.length)].join(" ");
  return over ? [...rows, row(surplus, over, at >= statements.length)] : rows;
}

function row(title: string, typed: string, isHere: boolean): HTMLElement {
  return make("li", isHere ? { class: "at" } : {}, make("span", {}, title), make("b", {}, typed));
}

/** The statements by dimension, in the order of the sheet. */
function groups(statements: readonly CountedStatement[]): [string, CountedStatement[]][] {
  const found: [string, CountedStatement[]][] = [];
  for (const one of statements) {
    const last = found.at(-1);
    if (last?.[0] === one.dimension) last[1].push(one);
    else found.push([one.dimension, [one]]);
  }
  return found;
}

/** The sheets that were counted, with what can be done with each. Marks are not shown: they stand in the count alone. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Sheet } from "./group_count.ts";
import { NONE } from "./typed_marks.ts";

export interface SheetActs {
  again(sheet: Sheet): void;
  takeOut(sheet: Sheet): void;
}

export function sheetLines(sheets: readonly Sheet[], messages: Messages, acts: SheetActs): HTMLElement[] {
  const button = (key: string, sheet: Sheet, act: (sheet: Sheet) => void) => {
    const made = make(
      "button",
      { type: "button", class: "quiet small" },
      messages.t(key),
      make("span", { class: "off" }, `: ${messages.t("sheet", { number: sheet.number })}`),
    );
    made.addEventListener("click", () => act(sheet));
    return made;
  };
  return sheets.map((sheet) => {
    const blank = [...sheet.keys].filter((key) => key === NONE).length;
    const said = [
      messages.t(sheet.source ? "line_outside" : "sheet", { number: sheet.number }),
      blank ? messages.t("line_blank", { count: blank }) : "",
      sheet.again ? messages.t(sheet.again === "same" ? "line_same" : "line_settled") : "",
    ];
    return make(
      "li",
      { "data-number": String(sheet.number) },
      make("span", {}, said.filter(Boolean).join(", ")),
      ...(sheet.source ? [] : [button("count_again", sheet, acts.again)]),
      button("remove", sheet, acts.takeOut),
    );
  });
}

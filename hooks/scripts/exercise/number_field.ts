/** A field that wants a whole number says so where something else is written; what it cannot read is not counted. */
import { query } from "../lib/dom.ts";
import type { Messages } from "../lib/messages.ts";

/** True for a whole number that can be counted. */
export function isNumber(text: string): boolean {
  return /^\d{1,6}$/.test(text);
}

/** Marks the field and speaks in the note of its cell; other fields are left as they are. */
export function checkNumber(field: Element, messages: Messages): void {
  if (!(field instanceof HTMLInputElement) || !("number" in field.dataset)) return;
  const text = field.value.trim();
  const isWrong = text !== "" && !isNumber(text);
  field.setAttribute("aria-invalid", String(isWrong));
  query(field.closest(".cell")!, ".number-note").textContent = isWrong ? messages.t("number_wanted") : "";
}

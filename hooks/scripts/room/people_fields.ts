/** Fields in which people are counted: each holds a whole number, or nothing. */
import { isNumber } from "../exercise/number_field.ts";
import { query } from "../lib/dom.ts";

/** Marks a field as one to correct. The mark goes once something is typed into it. */
export function markWrong(field: HTMLInputElement): void {
  field.setAttribute("aria-invalid", "true");
  field.addEventListener("input", () => field.removeAttribute("aria-invalid"), { once: true });
}

/** The fields that hold something else than a whole number, each marked; the first of them has the focus. */
export function wrongOf(fields: readonly HTMLInputElement[]): HTMLInputElement[] {
  const wrong = fields.filter(({ value }) => value.trim() !== "" && !isNumber(value.trim()));
  wrong.forEach(markWrong);
  wrong[0]?.focus();
  return wrong;
}

/** What stands above a field. */
export function labelOf(field: HTMLInputElement): string {
  return query(field.closest("label")!, "span").textContent.trim();
}

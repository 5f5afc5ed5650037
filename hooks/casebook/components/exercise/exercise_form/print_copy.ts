/**
 * On paper a field shows no more than fits into it. So what is filled in stands beside each field as plain text, seen
 * on paper alone.
 */
import { make, queryAll } from "../../../../scripts/lib/dom.ts";

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

/** Keeps the copies in step with the fields whenever the page goes to paper. */
export function wirePrintCopies(within: HTMLElement, signal: AbortSignal): void {
  addEventListener("beforeprint", () => copyFields(within), { signal });
  matchMedia("print").addEventListener("change", ({ matches }) => matches && copyFields(within), { signal });
}

export function dropCopies(within: HTMLElement): void {
  queryAll(within, ".print-copy").forEach((copy) => copy.remove());
}

function copyFields(within: HTMLElement): void {
  dropCopies(within);
  for (const field of queryAll<Field>(within, 'textarea, input[type="text"], select')) {
    const text = textOf(field);
    if (text) field.after(make("span", { class: "print-copy" }, text));
  }
}

function textOf(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.value.trimEnd();
  return field.value ? field.selectedOptions[0]?.text ?? "" : "";
}

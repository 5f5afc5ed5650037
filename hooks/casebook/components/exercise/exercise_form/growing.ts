/** Text boxes grow with their text: the style sheet does it where it can, and this where it cannot. */
import { queryAll } from "../../../../scripts/lib/dom.ts";

/** Fits the boxes when something is written, opened or cleared. */
export function growWithText(within: HTMLElement, signal: AbortSignal): void {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = () => queryAll<HTMLTextAreaElement>(within, "textarea").forEach(fit);
  within.addEventListener("input", ({ target }) => target instanceof HTMLTextAreaElement && fit(target), { signal });
  within.addEventListener("answers-opened", grow, { signal });
  grow();
}

function fit(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 4}px`;
}

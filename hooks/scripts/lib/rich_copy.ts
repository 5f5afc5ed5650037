/**
 * Copies a part of the page so that a word processor keeps its headings and tables. It also works from a disk, where a
 * page may not write to the clipboard by itself: the browser is asked to copy, and handed both forms as it does.
 */
import { make, queryAll } from "./dom.ts";

/** What is never copied: what one presses, and what is for the screen alone. */
const LEFT_OUT = "button, script, template, dialog, input[type=file], [hidden], .screen-only, [aria-hidden=true]";

/** True when it is on the clipboard, for a word processor and as plain text. */
export function copyRich(part: HTMLElement): boolean {
  return copyAs(part, true);
}

/** True when it is on the clipboard as plain text alone, as for a chat. */
export function copyPlain(part: HTMLElement): boolean {
  return copyAs(part, false);
}

function copyAs(part: HTMLElement, isRich: boolean): boolean {
  const copy = plainCopy(part);
  // Only what is rendered has a text with its lines.
  const shelf = make("div", { class: "off", "aria-hidden": "true" }, copy);
  document.body.append(shelf);
  const [html, text] = [copy.innerHTML, copy.innerText];
  shelf.remove();
  let isCopied = false;
  const hand = (event: ClipboardEvent) => {
    if (isRich) event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    isCopied = event.clipboardData !== null;
  };
  document.addEventListener("copy", hand, { capture: true, once: true });
  try {
    return document.execCommand("copy") && isCopied;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", hand, { capture: true });
  }
}

/** A copy with what was typed in the place of fields, and nothing of what is left out. */
function plainCopy(part: HTMLElement): HTMLElement {
  const copy = part.cloneNode(true) as HTMLElement;
  const fields = "input:not([type=file], [type=checkbox], [type=radio]), textarea, select";
  const values = queryAll<HTMLInputElement>(part, fields).map((field) => field.value);
  queryAll(copy, fields).forEach((field, at) => field.replaceWith(values[at] ?? ""));
  queryAll(copy, LEFT_OUT).forEach((one) => one.remove());
  for (const one of [copy, ...queryAll(copy, "*")]) {
    for (const { name } of [...one.attributes]) {
      if (!/^(colspan|rowspan|scope|href)$/.test(name)) one.removeAttribute(name);
    }
  }
  return copy;
}

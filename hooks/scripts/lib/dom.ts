/** Small helpers for elements. Text is set as text; nothing is read as HTML. */

export { make } from "./make.ts";
import { make } from "./make.ts";

/** The first element that fits, which must be there. */
export function query<E extends HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`${selector}: not found`);
  return found;
}

export function queryAll<E extends HTMLElement>(within: ParentNode, selector: string): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** The JSON of a data block. */
export function readJson<T>(block: Element | null): T {
  return JSON.parse(block?.textContent ?? "{}") as T;
}

/** What the page of an exercise holds for its scripts, for any element inside its form. */
export function pageData<T>(within: Element): T {
  return readJson<T>(within.closest("exercise-form")?.querySelector("[data-exercise-data]") ?? null);
}

/** A link that leaves the page as it is; the words say that it opens a new tab. */
export function linkApart(address: string, text: string, note: string): HTMLAnchorElement {
  return make("a", { href: address, target: "_blank", rel: "noopener" }, `${text} (${note})`);
}

/** The text of a file; null when it cannot be read. */
export async function textOf(file: Blob): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}

/**
 * True when a text holds the sign that a browser puts in the place of a letter it cannot read, as in a file that is not
 * UTF-8.
 */
export function hasLostLetters(text: string): boolean {
  return text.includes("\uFFFD");
}

/** The question that each dialog asks last: the next one waits for its answer. */
const asked = new WeakMap<HTMLDialogElement, Promise<unknown>>();

/**
 * Asks for a yes or no in a dialog, one question at a time.
 * The focus begins on no, Escape means no, and the focus returns to where it was.
 */
export function askFirst(dialog: HTMLDialogElement, question: string, yes: string): Promise<boolean> {
  const before = asked.get(dialog) ?? Promise.resolve();
  const answer = before.catch(() => false).then(() => ask(dialog, question, yes));
  asked.set(dialog, answer);
  return answer;
}

function ask(dialog: HTMLDialogElement, question: string, yes: string): Promise<boolean> {
  query(dialog, "[data-question]").textContent = question;
  const agree = query<HTMLButtonElement>(dialog, "[data-yes]");
  agree.textContent = yes;
  return new Promise((resolve) => {
    const stop = new AbortController();
    let isYes = false;
    const answer = (value: boolean) => {
      isYes = value;
      dialog.close();
    };
    // The second click of a double click is no answer: it may be meant for the question before.
    agree.addEventListener("click", ({ detail }) => detail > 1 || answer(true), { signal: stop.signal });
    const leave = query(dialog, "[data-no]");
    leave.addEventListener("click", () => answer(false), { signal: stop.signal });
    // Only once the dialog has closed is it free for the next question.
    dialog.addEventListener("close", () => {
      stop.abort();
      resolve(isYes);
    }, { signal: stop.signal });
    dialog.showModal();
    leave.focus();
  });
}

/** Hands a text to the visitor as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: address, download: name, hidden: "" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

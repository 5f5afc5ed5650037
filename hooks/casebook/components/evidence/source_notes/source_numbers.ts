import { make } from "../../../../scripts/lib/make.ts";
import { showPopover } from "../../../../scripts/lib/popover.ts";

const NUMBERS = ".source-numbers > a";

/**
 * Numbers of sources. They show, beside themselves, who and what each source is; its title once the case is told to its
 * end, or when it is asked for.
 */
export function wireSourceNumbers(signal?: AbortSignal): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(NUMBERS) : null;
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && show(link)) event.preventDefault();
  }, { signal });
}

/** Shows the note that an address names, beside the first number of it that can be seen; nothing without one. */
export function showNote(note: Element): void {
  const number = note.id.replace("note-", "");
  const links = [...document.querySelectorAll<HTMLAnchorElement>(NUMBERS)];
  const link = links.find((one) => one.offsetParent && numbersOf(one).includes(number));
  if (link && show(link)) link.scrollIntoView({ block: "center" });
}

/** The numbers that a link shows: `2 3 17`, after a word that is heard alone. */
function numbersOf(link: HTMLAnchorElement): string[] {
  return link.textContent?.match(/\d+/g) ?? [];
}

/** False where this page holds no note for the number: then its link leads to the page that does. */
function show(link: HTMLAnchorElement): boolean {
  const notes = numbersOf(link).map((number) => document.getElementById(`note-${number}`)).filter((one) =>
    one !== null
  );
  const words = notes[0]?.closest<HTMLElement>("[data-entries]")?.dataset;
  if (!words) return false;
  const where = link.closest("sup")?.nextElementSibling;
  const content: HTMLElement[] = notes.map((note) => entryOf(note, words));
  if (where?.matches(".source-places")) content.push(make("p", { class: "source-note" }, where.textContent ?? ""));
  return showPopover(link, { name: link.textContent ?? "", close: words.close ?? "" }, ...content);
}

/** A note as the popover shows it: the whole entry where the case is told, else with a way to the entry. */
function entryOf(note: HTMLElement, words: DOMStringMap): HTMLElement {
  const number = note.id.replace("note-", "");
  const entry = document.getElementById(`source-${number}`);
  if (entry?.closest(".is-told")) return whole(number, entry);
  const shown = make("p", { class: "source-note" });
  shown.append(...copyOf(note), " ");
  const link = make("a", { href: `${words.entries}${number}` }, words.whole ?? "");
  link.addEventListener("click", (event) => {
    if (!entry) return;
    event.preventDefault();
    shown.replaceWith(whole(number, entry));
  });
  shown.append(link);
  return shown;
}

function whole(number: string, entry: HTMLElement): HTMLElement {
  const shown = make("p", { class: "source-note", tabindex: "-1" }, make("b", {}, number), " ");
  shown.append(...copyOf(entry));
  return shown;
}

function copyOf(element: HTMLElement): Node[] {
  return [...element.childNodes].map((one) => one.cloneNode(true));
}

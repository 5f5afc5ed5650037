import { offerWayBack } from "../source_list/way_back.ts";

const NUMBER = ".source-number a";

/**
 * Numbers of sources. Until a case is told to its end a number shows, beside itself, who and what the source is;
 * afterwards it leads to the whole entry.
 */
export function wireSourceNumbers(signal?: AbortSignal): void {
  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(NUMBER) : null;
    if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey && follow(number)) event.preventDefault();
  }, { signal });
}

/** Shows the note that an address names, beside the first number of it that can be seen; nothing without one. */
export function showNote(note: Element): void {
  const numbers = [...document.querySelectorAll<HTMLAnchorElement>(NUMBER)];
  const number = numbers.find((one) => one.hash === `#${note.id}` && one.offsetParent);
  if (number && follow(number)) number.scrollIntoView({ block: "center" });
}

/** False where this page holds no note for the number: then its link leads to the page that does. */
function follow(number: HTMLAnchorElement): boolean {
  const note = document.getElementById(number.hash.slice(1));
  if (!note) return false;
  const entry = entryOf(number);
  if (entry?.closest(".is-open, .is-told")) {
    location.hash = entry.id;
    entry.scrollIntoView();
    offerWayBack(entry, number);
  } else if (number.getAttribute("aria-expanded") === "true") closeCard();
  else showCard(number, note);
  return true;
}

/** The whole entry of a source in the list of this page: #source-3 for #note-3. */
function entryOf(number: HTMLAnchorElement): HTMLElement | null {
  return document.getElementById(number.hash.replace("#note-", "source-"));
}

function showCard(number: HTMLAnchorElement, note: HTMLElement): void {
  closeCard();
  const card = document.createElement("span");
  card.className = "source-card";
  card.tabIndex = -1;
  card.setAttribute("role", "note");
  card.setAttribute("aria-label", number.getAttribute("aria-label") ?? "");
  card.append(...[...note.childNodes].map((one) => one.cloneNode(true)), actions(number, note));
  card.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leaveCard(number);
  });
  number.setAttribute("aria-expanded", "true");
  behindNotes(number.closest("sup")!).after(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/** The last of the numbers and margin notes that stand behind a number: a card between them would tear them apart. */
function behindNotes(sup: Element): Element {
  const next = sup.nextElementSibling;
  return next?.matches(".source-number, .source-note") ? behindNotes(next) : sup;
}

function actions(number: HTMLAnchorElement, note: HTMLElement): HTMLElement {
  const { entries, whole, close } = note.closest<HTMLElement>("[data-entries]")!.dataset;
  const line = document.createElement("span");
  line.className = "actions";
  const link = document.createElement("a");
  link.href = entries! + number.hash.replace("#note-", "");
  link.textContent = whole!;
  link.addEventListener("click", () => {
    const entry = entryOf(number);
    if (entry) offerWayBack(entry, number);
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet small";
  button.textContent = close!;
  button.addEventListener("click", () => leaveCard(number));
  line.append(link, button);
  return line;
}

/** Closes the card and goes back to its number. */
function leaveCard(number: HTMLAnchorElement): void {
  closeCard();
  number.focus();
}

function closeCard(): void {
  document.querySelector(".source-card")?.remove();
  document.querySelector(`${NUMBER}[aria-expanded]`)?.removeAttribute("aria-expanded");
}

import { offerWayBack } from "../source-list/way-back.ts";

const NUMBER = ".source-number a";

/** Numbers of sources: until a case is told to its end, a number shows who and what the source is, beside itself; afterwards it leads to the whole entry. */
export function wireSourceNumbers(signal?: AbortSignal): void {
  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(NUMBER) : null;
    if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey && follow(number)) event.preventDefault();
  }, { signal });
  document.addEventListener("keydown", (event) => {
    const card = event.key === "Escape" && event.target instanceof Element ? event.target.closest(".source-card") : null;
    if (card) close(card);
  }, { signal });
}

/** Opens the note that an address names beside the first number that can be seen of it; false where there is none. */
export function showNote(note: Element): boolean {
  const numbers = [...document.querySelectorAll<HTMLAnchorElement>(NUMBER)];
  const number = numbers.find((one) => one.hash === `#${note.id}` && one.offsetParent);
  if (!number) return false;
  if (!follow(number)) return false;
  number.scrollIntoView({ block: "center" });
  return true;
}

/** False where this page holds no note for the number: then its link leads to the page that does. */
function follow(number: HTMLAnchorElement): boolean {
  const note = document.getElementById(number.hash.slice(1));
  if (!note) return false;
  const entry = document.getElementById(entryOf(number).slice(1));
  if (entry && entry.closest(".is-open, .is-told")) {
    location.hash = entryOf(number);
    entry.scrollIntoView();
    offerWayBack(entry, number);
  } else showCard(number, note);
  return true;
}

/** The address of the whole entry: #source-3 for #note-3. */
function entryOf(number: HTMLAnchorElement): string {
  return number.hash.replace("#note-", "#source-");
}

function showCard(number: HTMLAnchorElement, note: HTMLElement): void {
  const own = number.closest("sup")!;
  const before = document.querySelector(".source-card");
  const wasOwn = before?.getAttribute("data-of") === number.hash && before.previousElementSibling === own;
  if (before) close(before, false);
  if (wasOwn) return;
  const words = note.closest<HTMLElement>("[data-whole]")!.dataset;
  const card = document.createElement("span");
  card.className = "source-card";
  card.tabIndex = -1;
  card.dataset.of = number.hash;
  card.setAttribute("role", "note");
  card.setAttribute("aria-label", number.getAttribute("aria-label") ?? "");
  card.append(...[...note.childNodes].map((one) => one.cloneNode(true)), actions(number, words, card));
  own.after(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function actions(number: HTMLAnchorElement, words: DOMStringMap, card: HTMLElement): HTMLElement {
  const line = document.createElement("span");
  line.className = "actions";
  const link = document.createElement("a");
  link.href = words.entries + number.hash.replace("#note-", "");
  link.textContent = words.whole!;
  link.addEventListener("click", () => {
    const entry = document.getElementById(entryOf(number).slice(1));
    if (entry) offerWayBack(entry, number);
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet small";
  button.textContent = words.close!;
  button.addEventListener("click", () => close(card));
  line.append(link, button);
  return line;
}

/** Takes a card away; the focus goes back to its number, unless another card opens. */
function close(card: Element, back = true): void {
  const number = card.previousElementSibling?.querySelector<HTMLAnchorElement>("a");
  card.remove();
  if (back) number?.focus();
}

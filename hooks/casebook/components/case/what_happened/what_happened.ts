import { query } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { showNote } from "../../evidence/source_notes/source_numbers.ts";
import { type Choice, readChoice } from "../../decision/decision_pause/choice.ts";
import { answer } from "../../decision/decision_reveal/answer.ts";

/**
 * What is held back: folded until the visitor asks for it. Later stretches stay away until the earlier ones are open.
 */
export class WhatHappenedElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    const button = this.querySelector<HTMLAnchorElement>(":scope > .show > a");
    button?.addEventListener("click", (event) => {
      event.preventDefault();
      this.open();
      this.focusHeading();
    }, { signal });
  }

  get isOpen(): boolean {
    return this.classList.contains("is-open");
  }

  /** True for a stretch of the story; false for the fold of gaps and sources. */
  get isStretch(): boolean {
    return this.classList.contains("what-happened");
  }

  /** Sets the focus on the heading: what is read next begins there, and the ring shows it. */
  focusHeading(): void {
    const heading = this.querySelector<HTMLElement>("h2, h3");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Opens this and, in a story, everything before it, with what may be looked up from then on. */
  open(): void {
    const every = stretches();
    const opened = this.isStretch ? every.slice(0, every.indexOf(this) + 1) : [this];
    for (const one of opened) {
      one.classList.add("is-open");
      if (one.isStretch) showLater(one.id.replace(/^after-/, ""));
    }
    if (every.every((one) => one.isOpen)) tellToItsEnd();
  }
}

/** Every stretch of the story, in order. */
export function stretches(): WhatHappenedElement[] {
  return [...document.querySelectorAll<WhatHappenedElement>("what-happened.what-happened")];
}

/** Shows what may be looked up after a decision. */
function showLater(decision: string): void {
  for (const one of document.querySelectorAll(`.later[data-after="${CSS.escape(decision)}"]`)) {
    one.classList.add("is-open");
  }
}

function tellToItsEnd(): void {
  document.querySelector(".case-page")?.classList.add("is-told");
  document.querySelector(".source-fold")?.classList.add("is-told");
}

/**
 * Keeps what is open, and what was chosen, with this entry of the browser's history and takes it out of the address:
 * whoever is sent the address decides for themselves.
 */
function remember(choice: Choice): void {
  history.replaceState({ casebook: choice }, "", location.pathname + location.search);
}

/** The choice that was kept with this entry of the history; undefined where it holds none, or something else. */
function keptChoice(state: unknown): Choice | undefined {
  const { target, chosen, expected } = (state ?? {}) as Partial<Choice>;
  if (typeof target !== "string" || !Array.isArray(chosen) || !Array.isArray(expected)) return undefined;
  return { target, chosen: chosen.map(String), expected: expected.map(String) };
}

function arrive(): void {
  const kept = keptChoice((history.state as { casebook?: unknown } | null)?.casebook);
  const isAsked = location.hash.length > 1;
  if (!isAsked && !kept) return;
  const choice = isAsked ? readChoice(location.hash) : kept!;
  const place = document.getElementById(choice.target);
  if (!place) return;
  if (place.closest(".cited-sources")) {
    showNote(place);
    return;
  }
  if (isLater(place)) return;
  const held = place.closest<WhatHappenedElement>("what-happened");
  if (!held || typeof held.open !== "function") return;
  if (!held.isStretch && !held.isOpen) {
    place.scrollIntoView();
    return;
  }
  held.open();
  if (held.isStretch) answer(query(held, ".decision-reveal"), choice);
  if (isAsked && !hasBegun) offerWayBack(held);
  if (isAsked) place.scrollIntoView();
  if (place !== held) return;
  held.focusHeading();
  if (isAsked) remember(choice);
}

/** Opens the case up to what is looked up later, and goes there. False for what may be looked up at once. */
function isLater(place: HTMLElement): boolean {
  const later = place.closest<HTMLElement>(".later");
  const stretch = later && document.getElementById(`after-${later.dataset.after}`);
  if (!(stretch instanceof WhatHappenedElement)) return false;
  stretch.open();
  for (let fold = place.closest("details"); fold; fold = fold.parentElement!.closest("details")) fold.open = true;
  place.scrollIntoView();
  return true;
}

/** True once this page has followed an address: what comes later is asked for on the page itself. */
let hasBegun = false;

/** Offers the way back to the page on which the decision was taken. */
function offerWayBack(held: Element): void {
  const button = held.querySelector<HTMLButtonElement>("[data-go-back]");
  if (!button || history.length < 2) return;
  button.hidden = false;
  button.addEventListener("click", () => history.back());
}

/** Opens what an address points into, at once and whenever it changes. */
export function followAddress(): void {
  addEventListener("hashchange", arrive);
  arrive();
  hasBegun = true;
}

import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { showNote } from "../../evidence/source_notes/source_numbers.ts";
import { type Choice, readChoice } from "../../decision/decision_pause/choice.ts";

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
      if (this.isStretch) remember({ target: this.id, chosen: [] });
    }, { signal });
    if (this.isStretch) this.classList.toggle("is-later", this.earlier().some((one) => !one.isOpen));
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

  /** Opens this and, in a story, everything before it; lets the next stretch be seen. */
  open(): void {
    const opened = this.isStretch ? [...this.earlier(), this] : [this];
    for (const one of opened) {
      one.classList.add("is-open");
      one.classList.remove("is-later");
    }
    const every = stretches();
    if (this.isStretch) every[every.indexOf(this) + 1]?.classList.remove("is-later");
    if (every.every((one) => one.isOpen)) document.querySelector(".source-fold")?.classList.add("is-told");
  }

  /** Names the options that were chosen on the way here. */
  nameChosen(chosen: string[]): void {
    const line = this.querySelector<HTMLElement>("[data-you-chose]");
    const labels = chosen.map((one) => this.querySelector(`[data-option="${CSS.escape(one)}"] b`)?.textContent).filter(
      Boolean,
    );
    if (!line || !labels.length) return;
    line.textContent = `${line.dataset.youChose} ${labels.join("; ")}`;
    line.hidden = false;
  }

  private earlier(): WhatHappenedElement[] {
    const every = stretches();
    return every.slice(0, every.indexOf(this));
  }
}

function stretches(): WhatHappenedElement[] {
  return [...document.querySelectorAll<WhatHappenedElement>("what-happened.what-happened")];
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
  const { target, chosen } = (state ?? {}) as Partial<Choice>;
  return typeof target === "string" && Array.isArray(chosen) ? { target, chosen: chosen.map(String) } : undefined;
}

function arrive(): void {
  const kept = keptChoice((history.state as { casebook?: unknown } | null)?.casebook);
  const isAsked = location.hash.length > 1;
  if (!isAsked && !kept) return;
  const choice = isAsked ? readChoice(location.hash) : kept!;
  const place = document.getElementById(choice.target);
  if (place?.closest(".cited-sources")) {
    showNote(place);
    return;
  }
  const held = place?.closest<WhatHappenedElement>("what-happened");
  if (!place || !held || typeof held.open !== "function") return;
  if (!held.isStretch && !held.isOpen) {
    place.scrollIntoView();
    return;
  }
  held.open();
  held.nameChosen(choice.chosen);
  if (isAsked) place.scrollIntoView();
  if (place !== held) return;
  held.focusHeading();
  if (isAsked) remember(choice);
}

/** Opens what an address points into, at once and whenever it changes. */
export function followAddress(): void {
  addEventListener("hashchange", arrive);
  arrive();
}

import { readChoice } from "../decision-pause/choice.ts";

/** What is held back: folded until the visitor asks for it. Later stretches stay away until the earlier ones are open. */
export class WhatHappenedElement extends HTMLElement {
  private stop?: AbortController;

  connectedCallback(): void {
    this.stop = new AbortController();
    const button = this.querySelector<HTMLAnchorElement>(":scope > .show > a");
    button?.addEventListener("click", (event) => {
      event.preventDefault();
      this.open();
      this.tabIndex = -1;
      this.focus({ preventScroll: true });
      history.replaceState(null, "", `#${this.id}`);
    }, { signal: this.stop.signal });
    if (this.isStretch) this.classList.toggle("is-later", this.earlier().some((one) => !one.isOpen));
  }

  disconnectedCallback(): void {
    this.stop?.abort();
  }

  get isOpen(): boolean {
    return this.classList.contains("is-open");
  }

  /** True for a stretch of the story; false for the fold of gaps and sources. */
  get isStretch(): boolean {
    return this.classList.contains("what-happened");
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
  }

  /** Names the options that were chosen on the way here. */
  say(chosen: string[]): void {
    const line = this.querySelector<HTMLElement>("[data-you-chose]");
    const labels = chosen.map((one) => this.querySelector(`[data-option="${CSS.escape(one)}"] b`)?.textContent).filter(Boolean);
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

function arrive(): void {
  if (location.hash.length < 2) return;
  const { target, chosen } = readChoice(location.hash);
  const place = document.getElementById(target);
  const held = place?.closest<WhatHappenedElement>("what-happened");
  if (!place || !held || typeof held.open !== "function") return;
  held.open();
  held.say(chosen);
  place.scrollIntoView();
  if (place === held) {
    held.tabIndex = -1;
    held.focus({ preventScroll: true });
  }
}

/** Opens what an address points into, at once and whenever it changes. */
export function followAddress(): void {
  addEventListener("hashchange", arrive);
  arrive();
}

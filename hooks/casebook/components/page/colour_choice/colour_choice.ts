import { CasebookElement } from "../../../../scripts/lib/element.ts";

/** Not one of the names under which exercises are saved: My record neither shows nor deletes it. */
const KEY = "casebook:colours";
const SCHEMES = ["light", "dark"];
const FOR = { light: "(prefers-color-scheme: light)", dark: "(prefers-color-scheme: dark)" };

/** What the visitor chose in this window where nothing can be stored. */
let here = "";

/** The storage of the browser; null from a disk, where other files could read it, and where it is forbidden. */
function storage(): Storage | null {
  try {
    return location.protocol === "file:" ? null : localStorage;
  } catch {
    return null;
  }
}

/** The scheme that was chosen; empty for that of the device. */
function chosen(): string {
  let kept: string | null = null;
  try {
    kept = storage()?.getItem(KEY) ?? null;
  } catch {
    // It holds for this page alone.
  }
  return [kept, here].find((scheme) => scheme && SCHEMES.includes(scheme)) ?? "";
}

/** Sets the page, and the frame of the window, in the colours that were chosen. Runs before anything is painted. */
export function applyColours(): void {
  const scheme = chosen();
  const { dataset } = document.documentElement;
  if (scheme) dataset.scheme = scheme;
  else delete dataset.scheme;
  document.querySelector("meta[name=color-scheme]")?.setAttribute("content", scheme || "light dark");
  const frames = document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]");
  frames.forEach((frame, at) => {
    const own = at === 0 ? "light" : "dark";
    frame.media = scheme ? (scheme === own ? "all" : "not all") : FOR[own];
  });
}

/** The choice of colours: kept when it is pressed, forgotten with "Match my device", never stored otherwise. */
export class ColourChoiceElement extends CasebookElement {
  /** The script stands before the element, so that its fields are not read yet when it begins. */
  protected wire(signal: AbortSignal): void {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.offer(), { signal, once: true });
    } else this.offer();
    this.addEventListener("change", ({ target }) => this.choose((target as HTMLInputElement).value), { signal });
    // Chosen in another window, or before the visitor came back to this page.
    const renew = () => {
      applyColours();
      this.offer();
    };
    addEventListener("storage", renew, { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && renew(), { signal });
  }

  private offer(): void {
    const now = chosen() || "device";
    for (const field of this.queryAll<HTMLInputElement>("input")) field.checked = field.value === now;
    if (!storage()) this.sayHere();
    this.hidden = false;
  }

  private choose(value: string): void {
    here = SCHEMES.includes(value) ? value : "";
    try {
      if (here) storage()?.setItem(KEY, here);
      else storage()?.removeItem(KEY);
    } catch {
      this.sayHere();
    }
    applyColours();
  }

  private sayHere(): void {
    const note = this.querySelector("[data-note]");
    if (note) note.textContent = this.dataset.here ?? "";
  }
}

/** Folds the sources of an exercise on the screen, until they are asked for or a note leads to one. Paper has them all. */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { make } from "../../../../scripts/lib/make.ts";

export class OwnSourcesElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    const button = make("button", { type: "button", class: "quiet small" }, this.dataset.show ?? "");
    this.query("ol").before(button);
    this.classList.add("is-folded");
    const open = () => {
      this.classList.remove("is-folded");
      button.remove();
    };
    button.addEventListener("click", () => {
      open();
      this.query("ol a").focus();
    }, { signal });
    addEventListener("click", ({ target }) => {
      const note = target instanceof Element ? target.closest("a[href^='#source-']") : null;
      if (note) open();
    }, { signal });
    const follow = () => {
      const source = location.hash.startsWith("#source-") ? document.getElementById(location.hash.slice(1)) : null;
      if (!source || !this.contains(source)) return;
      open();
      source.scrollIntoView();
    };
    addEventListener("hashchange", follow, { signal });
    follow();
  }
}

import { CasebookElement } from "../../../../scripts/lib/element.ts";

/**
 * The menu: on narrow screens a button opens it; Escape closes it and gives the focus back. Without script it is simply
 * open.
 */
export class SiteMenuElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    this.classList.add("is-ready");
    button.addEventListener("click", () => this.show(button, !this.isOpen), { signal });
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.isOpen) return;
      this.show(button, false);
      button.focus();
    }, { signal });
  }

  private get isOpen(): boolean {
    return this.classList.contains("is-open");
  }

  private show(button: HTMLButtonElement, open: boolean): void {
    this.classList.toggle("is-open", open);
    button.setAttribute("aria-expanded", String(open));
  }
}

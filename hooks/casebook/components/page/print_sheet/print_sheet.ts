import { CasebookElement } from "../../../../scripts/lib/element.ts";

/**
 * Prints at once where a link names the sheet that its page prints as; the address has changed by then. Where the
 * address says which sheet is shown, the link that skips the header leaves it as it is.
 */
export function wirePrintLinks(): void {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.matches("[data-print]")) setTimeout(() => globalThis.print());
    if (!link?.matches(".skip-link") || !document.querySelector(".sheet-choice")) return;
    event.preventDefault();
    document.getElementById("content")?.focus();
  });
}

/** The button above a sheet: prints the page. Without script the line beside it says what to do. */
export class PrintSheetElement extends CasebookElement {
  /** The script may stand before the element, so that the button is not read yet when the element begins. */
  protected wire(signal: AbortSignal): void {
    this.addEventListener("click", (event) => {
      if ((event.target as Element).closest("button")) globalThis.print();
    }, { signal });
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.offer(), { signal });
    } else this.offer();
  }

  private offer(): void {
    const button = this.querySelector("button");
    if (button) button.hidden = false;
  }
}

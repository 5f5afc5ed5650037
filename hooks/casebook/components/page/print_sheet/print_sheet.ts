import { CasebookElement } from "../../../../scripts/lib/element.ts";

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

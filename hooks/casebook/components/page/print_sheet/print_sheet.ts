/** The button above a sheet: prints the page. Without script the line beside it says what to do. */
export class PrintSheetElement extends HTMLElement {
  private stop?: AbortController;

  /** The script may stand before the element, so that the button is not read yet when the element begins. */
  connectedCallback(): void {
    this.stop = new AbortController();
    const signal = this.stop.signal;
    this.addEventListener("click", (event) => {
      if ((event.target as Element).closest("button")) globalThis.print();
    }, { signal });
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.offer(), { signal });
    else this.offer();
  }

  disconnectedCallback(): void {
    this.stop?.abort();
  }

  private offer(): void {
    const button = this.querySelector("button");
    if (button) button.hidden = false;
  }
}

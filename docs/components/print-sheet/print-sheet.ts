/** The button above a sheet: prints the page. Without script the line beside it says what to do. */
export class PrintSheetElement extends HTMLElement {
  private stop?: AbortController;

  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    this.stop = new AbortController();
    button.hidden = false;
    button.addEventListener("click", () => globalThis.print(), { signal: this.stop.signal });
  }

  disconnectedCallback(): void {
    this.stop?.abort();
  }
}

import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { stretches, WhatHappenedElement } from "../what_happened/what_happened.ts";

/** Prints a whole case: opens everything first. Without script the way is written at each stop line. */
export class PrintCaseElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    const button = this.query("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      stretches().at(-1)?.open();
      document.querySelector<WhatHappenedElement>(".source-fold")?.open();
      for (const part of document.querySelectorAll<HTMLDetailsElement>(".look-it-up details")) part.open = true;
      globalThis.print();
    }, { signal });
  }
}

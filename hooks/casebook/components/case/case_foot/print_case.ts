import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { stretches, WhatHappenedElement } from "../what_happened/what_happened.ts";

/**
 * Prints a whole case: opens everything first, and folds up again what was folded. Without script the way is written at
 * each stop line.
 */
export class PrintCaseElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    const button = this.query("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      stretches().at(-1)?.open();
      document.querySelector<WhatHappenedElement>(".source-fold")?.open();
      const folded = document.querySelectorAll<HTMLDetailsElement>(".case-page details:not([open])");
      const fold = (isOpen: boolean) => folded.forEach((one) => one.open = isOpen);
      fold(true);
      addEventListener("afterprint", () => fold(false), { once: true });
      print();
    }, { signal });
  }
}

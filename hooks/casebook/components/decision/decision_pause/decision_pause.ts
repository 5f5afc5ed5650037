import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { readChoice, writeChoice } from "./choice.ts";

/** One decision to take: carries the options chosen to What happened, on this page or on the case's. */
export class DecisionPauseElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    this.addEventListener("change", () => this.carry(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.carry();
  }

  /** Writes what is chosen into the link that shows what they did. */
  private carry(): void {
    const link = this.querySelector<HTMLAnchorElement>("a[data-show]");
    if (!link) return;
    const decision = this.id.replace(/^decide-/, "");
    const ticked = this.queryAll<HTMLInputElement>("input[type=radio]:checked");
    const chosen = ticked.map((input) => `${input.name.slice(decision.length + 1)}/${input.value}`);
    const address = new URL(link.href);
    address.hash = writeChoice({ target: readChoice(address.hash).target, chosen });
    link.href = address.href;
  }
}

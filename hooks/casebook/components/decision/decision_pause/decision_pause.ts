import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { readChoice, writeChoice } from "./choice.ts";

/**
 * One decision to take: carries what was chosen and what was expected to What they did, on this page or on the case's.
 * It asks for a choice first, once.
 */
export class DecisionPauseElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    this.addEventListener("change", () => this.carry(), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => {
      if ((event.target as Element).closest("a[data-show]") && !this.chosen.length) this.ask(event);
    }, { signal });
    this.carry();
  }

  /** The options that are ticked, as seat/option. */
  private get chosen(): string[] {
    const decision = this.id.replace(/^decide-/, "");
    return this.queryAll<HTMLInputElement>("input[type=radio]:checked")
      .map((input) => `${input.name.slice(decision.length + 1)}/${input.value}`);
  }

  /** What the reader thinks they did, as seat/option. */
  private get expected(): string[] {
    return this.queryAll<HTMLSelectElement>("select[data-expected]").filter((select) => select.value)
      .map((select) => `${select.dataset.expected}/${select.value}`);
  }

  /** Writes what is chosen and expected into the links that show what they did. */
  private carry(): void {
    const { chosen, expected } = this;
    for (const link of this.queryAll<HTMLAnchorElement>("a[data-show], [data-anyway] a")) {
      const address = new URL(link.href);
      address.hash = writeChoice({ target: readChoice(address.hash).target, chosen, expected });
      link.href = address.href;
    }
    if (chosen.length) this.say("", true);
  }

  private ask(event: Event): void {
    event.preventDefault();
    this.say(this.query("[data-ask]").dataset.words ?? "", false);
  }

  private say(words: string, isDone: boolean): void {
    this.query("[data-ask]").textContent = words;
    this.query("[data-anyway]").hidden = isDone;
  }
}

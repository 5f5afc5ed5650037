/** Statements to be rated: one fieldset each, the short form or all of them. */
import { choose, chosenIn, showClear, wireClear } from "../answer_choices/answer_choices.ts";
import { asRecord, asText, orNothing } from "../../../../scripts/lib/plain.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";

export class RatedStatementsElement extends PartElement {
  protected wire(signal: AbortSignal): void {
    this.items.forEach((item) => wireClear(item, () => this.changed(), signal));
    this.addEventListener("change", (event) => {
      if ((event.target as HTMLElement).matches("[data-length]")) this.showLength();
      this.changed();
    }, { signal });
    this.items.forEach(showClear);
    this.showLength();
  }

  private get items(): HTMLElement[] {
    return this.queryAll("[data-item]");
  }

  get length(): "full" | "short" {
    return this.querySelector<HTMLInputElement>("[data-length]:checked")?.value === "short" ? "short" : "full";
  }

  set length(value: "full" | "short") {
    this.queryAll<HTMLInputElement>("[data-length]").forEach((radio) => radio.checked = radio.value === value);
    this.showLength();
  }

  private showLength(): void {
    const short = this.length === "short";
    this.items.forEach((item) => item.hidden = short && !("short" in item.dataset));
    this.queryAll(".dimension h4").forEach((heading) => heading.hidden = short);
  }

  read(): unknown {
    const given = this.items.map((item) => [item.dataset.item ?? "", chosenIn(item)] as const);
    const answered = given.filter((entry): entry is [string, string] => entry[1] !== undefined);
    return orNothing(
      Object.fromEntries(answered.map(([id, value]) => [id, /^\d$/.test(value) ? Number(value) : value])),
    );
  }

  write(answer: unknown): unknown {
    const rest = asRecord(answer);
    for (const item of this.items) {
      const id = item.dataset.item ?? "";
      const value = rest[id];
      if (choose(item, value === undefined ? undefined : asText(value))) delete rest[id];
    }
    return orNothing(rest);
  }

  clear(): void {
    this.items.forEach((item) => choose(item, undefined));
    this.length = "full";
  }
}

/** Paired statements work in the same way. */
export class StatementPairsElement extends RatedStatementsElement {}

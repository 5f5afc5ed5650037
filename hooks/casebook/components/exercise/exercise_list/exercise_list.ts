/** The list of exercises with its filters; the choice stands in the address. Without script it is the whole list. */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { keepAddress, readAddress, textIn, writeAddress } from "../../../../scripts/lib/url_state.ts";
import { readJson } from "../../../../scripts/lib/dom.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { fitsWanted } from "./exercise_filter.ts";
import type { Facts, Wanted } from "./exercise_filter.ts";

type Field = HTMLInputElement | HTMLSelectElement;

export class ExerciseListElement extends CasebookElement {
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(readJson(this.query("[data-list-words]")));
    const form = this.query<HTMLFormElement>("form");
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    form.addEventListener("input", () => this.choose(), { signal });
    form.addEventListener("reset", () => setTimeout(() => this.choose()), { signal });
    addEventListener("hashchange", () => this.follow(), { signal });
    this.follow();
  }

  private get fields(): Field[] {
    return this.queryAll<Field>("[data-by]");
  }

  private get choice(): Record<string, string> {
    return Object.fromEntries(this.fields.map((field) => [field.dataset.by ?? "", field.value.trim()]));
  }

  private get wanted(): Wanted {
    const { claim = "", way = "", minutes, kind = "", people } = this.choice;
    return { claim, way, minutes: Number(minutes), kind, people: Number(people) || 0 };
  }

  /** Sets the fields as the address says, where it says anything. */
  private follow(): void {
    const values = readAddress(location.hash);
    for (const field of values ? this.fields : []) {
      field.value = textIn(values?.get(field.dataset.by ?? ""));
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
    }
    this.filter();
  }

  /** Filters, and keeps the choice in the address, so that Back finds it and it can be shared. */
  private choose(): void {
    this.filter();
    keepAddress(writeAddress(Object.entries(this.choice)));
  }

  private filter(): void {
    const { wanted } = this;
    const rows = this.queryAll("[data-exercise]");
    rows.forEach((row) => row.hidden = !fitsWanted(factsOf(row), wanted));
    const count = rows.filter((row) => !row.hidden).length;
    this.query("[data-found]").textContent = count
      ? this.messages.t("list_found", { count })
      : this.messages.t("list_none");
  }
}

function factsOf(row: HTMLElement): Facts {
  const { claims, kinds, alone, group, from, to } = row.dataset;
  return {
    claims: (claims ?? "").split(" "),
    kinds: (kinds ?? "").split(" "),
    alone: Number(alone),
    group: Number(group),
    from: Number(from),
    to: Number(to),
  };
}

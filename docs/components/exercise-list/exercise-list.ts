/** The list of exercises with its filters. Without script it is the whole list. */
import { all, need, readJson } from "../exercise-form/elements.ts";
import { Words } from "../exercise-form/say.ts";
import { fitsWanted } from "./exercise-filter.ts";
import type { Facts, Wanted } from "./exercise-filter.ts";

export class ExerciseListElement extends HTMLElement {
  private words!: Words;
  private stop = new AbortController();

  connectedCallback(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.words = new Words(readJson(need(this, "[data-list-words]")));
    const form = need<HTMLFormElement>(this, "form");
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    form.addEventListener("input", () => this.filter(), { signal });
    form.addEventListener("reset", () => setTimeout(() => this.filter()), { signal });
    this.filter();
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  private get wanted(): Wanted {
    const value = (name: string) => need<HTMLInputElement>(this, `[data-by="${name}"]`).value.trim();
    return {
      claim: value("claim"),
      way: value("way"),
      minutes: Number(value("minutes")),
      kind: value("kind"),
      people: Number(value("people")) || 0,
    };
  }

  private filter(): void {
    const { wanted } = this;
    const rows = all(this, "[data-exercise]");
    rows.forEach((row) => row.hidden = !fitsWanted(factsOf(row), wanted));
    const count = rows.filter((row) => !row.hidden).length;
    need(this, "[data-found]").textContent = count ? this.words.say("list_found", { count }) : this.words.say("list_none");
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

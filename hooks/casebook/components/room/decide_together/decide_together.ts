/**
 * A room decides what the people in a case had to decide: what it expects, its hands and its reasons are typed by the
 * facilitator, and stand beside what happened once that is asked for.
 */
import { make, query } from "../../../../scripts/lib/dom.ts";
import { copyRich } from "../../../../scripts/lib/rich_copy.ts";
import { readAddress, textIn } from "../../../../scripts/lib/url_state.ts";
import { loadDecision } from "../../../../scripts/room/room_decision.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { wrongOf } from "../../../../scripts/room/people_fields.ts";
import { RoomToolElement } from "../../../../scripts/room/room_tool.ts";
import { momentOf, seatsOf } from "./decision_sheet.ts";
import { heardIn } from "./heard.ts";
import { outcomeOf } from "./outcome_view.ts";

/** What the page holds for it. */
export interface TogetherPage {
  words: Record<string, unknown>;
}

/** The mark on the page while the reasons alone are printed. */
const PRINTS = "prints";

export class DecideTogetherElement extends RoomToolElement {
  private chosen: Chosen | null = null;

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.readPage<TogetherPage>();
    this.on("reveal", () => void this.reveal(), signal);
    this.on("print", () => this.isCounted("result") && print(), signal);
    this.on("copy", () => this.isCounted("result") && this.copy("[data-on-paper]", "result"), signal);
    this.on("print-reasons", () => this.printReasons(), signal);
    this.on("copy-reasons", () => this.copy("[data-heard]", "heard"), signal);
    this.query("[data-votes]").addEventListener("input", () => this.showHeard(), { signal });
    addEventListener("afterprint", () => delete document.body.dataset[PRINTS], { signal });
    addEventListener("hashchange", () => void this.choose(), { signal });
    void this.choose();
  }

  private get root(): string {
    return this.dataset.root ?? "";
  }

  private get fields(): (HTMLInputElement | HTMLTextAreaElement)[] {
    return this.queryAll("[data-hands], [data-reasons], [data-prediction]");
  }

  protected get isFilled(): boolean {
    return this.fields.some((field) => field.value.trim() !== "");
  }

  protected forget(): void {
    this.chosen = null;
    delete document.body.dataset[PRINTS];
  }

  /** Shows the decision that the address names; what was typed for another is asked after first. */
  private async choose(): Promise<void> {
    const name = textIn(readAddress(location.hash)?.get("decision"));
    if (!name || (this.chosen && name === this.name)) return;
    if (this.isFilled && !await this.ask("change_sure", "yes_change")) return;
    const chosen = await loadDecision(name, this.root);
    this.tell("chosen", chosen ? "" : this.messages.t("not_found"));
    if (!chosen) return;
    this.chosen = chosen;
    this.query("[data-place]").textContent = chosen.decision.place;
    this.query("[data-asked]").textContent = chosen.decision.question;
    this.query("[data-moment]").replaceChildren(...momentOf(chosen));
    this.query("[data-seats]").replaceChildren(...seatsOf(chosen, this.messages));
    this.query<HTMLAnchorElement>("[data-sheets]").href = this.root + chosen.decision.room;
    this.query<HTMLInputElement>("[data-prediction]").value = "";
    this.query<HTMLInputElement>("[data-prediction]").readOnly = false;
    this.query("[data-choosing]").hidden = true;
    this.query("[data-outcome]").hidden = true;
    for (const part of ["deciding", "before", "heard-section"]) this.query(`[data-${part}]`).hidden = false;
    this.showHeard();
  }

  /** As it stands in the address: case/decision. */
  private get name(): string {
    return this.chosen ? `${this.chosen.slug}/${this.chosen.decision.id}` : "";
  }

  /** True where every field for hands holds a whole number or nothing; else says which do not, all at once. */
  private isCounted(line: string): boolean {
    const wrong = wrongOf(this.queryAll<HTMLInputElement>("[data-hands]"));
    const named = wrong.map((field) => {
      const option = query(field.closest<HTMLElement>("[data-option]")!, "legend").textContent;
      return this.messages.t("wrong_hands", { option, text: field.value.trim() });
    });
    this.tell(line, wrong.length ? this.messages.t("not_counted", { fields: named.join("; ") }) : "");
    return !wrong.length;
  }

  private async reveal(): Promise<void> {
    if (!this.chosen || !this.isCounted("reveal") || !await this.ask("reveal_sure", "yes_reveal")) return;
    const { after } = this.chosen.decision;
    for (const field of this.queryAll<HTMLInputElement>("[data-hands], [data-prediction]")) field.readOnly = true;
    for (const option of this.queryAll("[data-option]")) {
      const name = option.dataset.option!;
      const became = query(option, "[data-became]");
      became.textContent = after.fates[name] ?? "";
      became.hidden = !became.textContent;
      option.classList.toggle("is-taken", after.taken.includes(name));
    }
    const expected = this.query<HTMLInputElement>("[data-prediction]").value.trim();
    this.query("[data-outcome-body]").replaceChildren(...outcomeOf(this.chosen, expected, this.root, this.messages));
    this.query("[data-before]").hidden = true;
    const outcome = this.query("[data-outcome]");
    outcome.hidden = false;
    outcome.focus();
  }

  /** Sets the reasons together, without the hands. */
  private showHeard(): void {
    if (!this.chosen) return;
    const typed = this.queryAll("[data-option]").map((option) =>
      [option.dataset.option!, query<HTMLTextAreaElement>(option, "[data-reasons]").value] as const
    );
    const heard = heardIn(this.chosen, new Map(typed));
    const blocks = heard.flatMap(({ seat, option, reasons }) => [
      make("h4", {}, [seat, option].filter(Boolean).join(" ")),
      make("ul", {}, ...reasons.map((reason) => make("li", {}, reason))),
    ]);
    this.query("[data-heard]").replaceChildren(
      make("h3", {}, this.chosen.decision.question),
      make("p", {}, this.messages.t("heard_in", { title: this.chosen.title, name: this.name })),
      ...(blocks.length ? blocks : [make("p", { class: "hint" }, this.messages.t("heard_nothing"))]),
    );
    for (const name of ["print-reasons", "copy-reasons"]) {
      this.query<HTMLButtonElement>(`[data-${name}]`).disabled = !blocks.length;
    }
  }

  private printReasons(): void {
    document.body.dataset[PRINTS] = "reasons";
    print();
  }

  private copy(part: string, line: string): void {
    this.tell(line, this.messages.t(copyRich(this.query(part)) ? "copied" : "not_copied"));
  }
}

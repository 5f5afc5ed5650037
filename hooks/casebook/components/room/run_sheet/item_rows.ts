/** The items of a run sheet as one works on them: minutes, words, and buttons that move them. */
import { make, query, queryAll } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { type RunItem, typedMinutes } from "../../../../scripts/room/run_sheet.ts";

/** What the rows ask of the page. */
export interface ItemDesk {
  /** Something was typed into an item. */
  typed(): void;
  move(at: number, by: -1 | 1): void;
  remove(at: number): void;
}

export class ItemRows {
  constructor(
    private readonly place: HTMLElement,
    private readonly messages: Messages,
    private readonly desk: ItemDesk,
  ) {}

  /** Draws every item anew. */
  draw(items: readonly RunItem[], times: readonly string[]): void {
    this.place.replaceChildren(...items.map((item, at) => this.row(item, at, items.length)));
    this.showTimes(times);
  }

  showTimes(times: readonly string[]): void {
    queryAll(this.place, ".clock").forEach((one, at) => one.textContent = times[at] ?? "");
  }

  /** Moves the focus to a button of an item, or where it cannot be pressed to the other one that moves. */
  focus(at: number, button: string): void {
    const row = this.place.children[at];
    if (!(row instanceof HTMLElement)) return;
    const wanted = query<HTMLButtonElement>(row, `[data-${button}]`);
    (wanted.disabled ? query(row, button === "up" ? "[data-down]" : "[data-up]") : wanted).focus();
  }

  /** Moves the focus to the name of an item. */
  focusName(at: number): void {
    const row = this.place.children[at];
    if (row) query<HTMLInputElement>(row, "[data-name]").focus();
  }

  private row(item: RunItem, at: number, of: number): HTMLElement {
    const number = at + 1;
    const name = make("input", { type: "text", "data-name": "", "aria-label": this.label("name_of", number) });
    name.value = item.title;
    name.addEventListener("input", () => this.set(() => item.title = name.value));
    return make(
      "li",
      { class: `run-item${item.kind ? ` is-${item.kind}` : ""}` },
      make("span", { class: "clock" }),
      make("label", { class: "run-minutes" }, this.minutes(item, number), ` ${this.messages.t("min")}`),
      name,
      make(
        "span",
        { class: "run-buttons" },
        this.button("up", number, () => this.desk.move(at, -1), at === 0),
        this.button("down", number, () => this.desk.move(at, 1), at === of - 1),
        this.button("out", number, () => this.desk.remove(at)),
      ),
      make(
        "details",
        {},
        make("summary", {}, this.messages.t("words_of")),
        this.text(this.messages.t("happens"), item, "text"),
        this.text(this.messages.t("say"), item, "say"),
      ),
    );
  }

  private label(words: string, number: number): string {
    return this.messages.t(words, { number });
  }

  private minutes(item: RunItem, number: number): HTMLElement {
    const field = make("input", {
      type: "text",
      inputmode: "numeric",
      "data-minutes": "",
      "aria-label": this.label("minutes_of", number),
    });
    field.value = item.minutes ? String(item.minutes) : "";
    field.addEventListener("input", () => {
      const minutes = typedMinutes(field.value);
      field.toggleAttribute("aria-invalid", minutes === null);
      if (minutes === null) field.setAttribute("aria-invalid", "true");
      this.set(() => item.minutes = minutes ?? 0);
    });
    return field;
  }

  private button(name: string, number: number, act: () => void, isOff = false): HTMLElement {
    const attributes = { type: "button", class: "quiet small", [`data-${name}`]: "" };
    const button = make(
      "button",
      { ...attributes, "aria-label": this.label(`${name}_of`, number) },
      this.messages.t(name),
    );
    button.disabled = isOff;
    button.addEventListener("click", act);
    return button;
  }

  private text(label: string, item: RunItem, name: "text" | "say"): HTMLElement {
    const field = make("textarea", { rows: "3", [`data-${name}`]: "" });
    field.value = item[name];
    field.addEventListener("input", () => this.set(() => item[name] = field.value));
    return make("label", { class: "cell" }, make("span", {}, label), field);
  }

  private set(change: () => void): void {
    change();
    this.desk.typed();
  }
}

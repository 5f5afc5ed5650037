/** The field into which the marks of a sheet are typed: what comes next, what was typed, and a second count. */
import { make, query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { CountedStatement } from "./counted_statements.ts";
import type { GroupCount, Sheet } from "./group_count.ts";
import { NONE, readKeys } from "./typed_marks.ts";

/** What the field asks of the page: to say something, and to show the sheets anew. */
export interface EntryDesk {
  tell(sentence: string): void;
  changed(): void;
}

export class SheetEntry {
  private readonly field: HTMLInputElement;
  /** The sheet that is counted a second time. */
  private again: Sheet | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly statements: readonly CountedStatement[],
    private readonly count: GroupCount,
    private readonly messages: Messages,
    private readonly desk: EntryDesk,
    signal: AbortSignal,
  ) {
    this.field = query<HTMLInputElement>(place, "[data-marks]");
    const on = (name: string, act: () => void) =>
      query(place, `[data-${name}]`).addEventListener("click", act, { signal });
    query(place, "form").addEventListener("submit", () => this.submit(), { signal });
    this.field.addEventListener("input", () => this.onInput(), { signal });
    for (const event of ["keyup", "click"]) this.field.addEventListener(event, () => this.showNext(), { signal });
    on("take-back", () => this.takeBack());
    on("leave-again", () => this.begin(null));
    on("keep-first", () => this.settle(this.again?.keys ?? ""));
    this.begin(null);
  }

  get isFilled(): boolean {
    return this.field.value !== "";
  }

  /** Empties the field for the next sheet, or for a second count of one. */
  begin(again: Sheet | null): void {
    this.again = again;
    this.field.value = "";
    const name = again
      ? this.messages.t("sheet_again", { number: again.number })
      : this.messages.t("sheet", { number: this.count.next });
    query(this.place, "[data-sheet-name]").textContent = name;
    query(this.place, "[data-add]").textContent = this.messages.t(again ? "compare" : "add");
    query(this.place, "[data-leave-again]").hidden = !again;
    query(this.place, "[data-take-back]").hidden = again !== null || !this.count.last;
    this.showDifferences([]);
    this.onInput();
    if (again) this.field.focus();
  }

  private get keys(): string {
    return readKeys(this.field.value).keys;
  }

  /** Takes out of the field what is no key, and says so. */
  private onInput(): void {
    const { value } = this.field;
    const { unknown } = readKeys(value);
    if (unknown) {
      const end = this.field.selectionStart ?? value.length;
      const kept = (text: string) => [...text].filter((one) => !readKeys(one).unknown).join("");
      this.field.value = kept(value);
      const caret = kept(value.slice(0, end)).length;
      this.field.setSelectionRange(caret, caret);
    }
    const over = this.keys.length - this.statements.length;
    this.desk.tell(
      unknown
        ? this.messages.t("no_key", { keys: unknown })
        : over > 0
        ? this.messages.t("too_many", { count: this.keys.length, of: this.statements.length })
        : "",
    );
    const isAsked = !query(this.place, "[data-differences]").hidden;
    if (isAsked && this.again && over === 0) this.showDifferences(this.count.differences(this.again, this.keys));
    this.showNext();
  }

  /** Shows the statement whose mark the next key gives, and all that was typed, set as on the sheet. */
  private showNext(): void {
    const at = readKeys(this.field.value.slice(0, this.field.selectionStart ?? undefined)).keys.length;
    const next = this.statements[at];
    query(this.place, "[data-next]").textContent = next
      ? this.messages.t("next", { number: next.number, of: this.statements.length, text: next.text })
      : this.messages.t("all_typed", { of: this.statements.length });
    const { keys } = this;
    const lines = groups(this.statements).map(([title, members]) => {
      const typed = members.map(({ number }) => keys[number - 1] ?? "\u00B7").join(" ");
      const isHere = members.some(({ number }) => number - 1 === at);
      return make("li", isHere ? { class: "at" } : {}, make("span", {}, title), make("b", {}, typed));
    });
    query(this.place, "[data-typed]").replaceChildren(...lines);
  }

  private submit(): void {
    const { keys, again } = this;
    const reason = this.count.reasonAgainst(keys);
    if (reason) {
      this.desk.tell(this.messages.t(reason, { count: keys.length, of: this.statements.length, none: NONE }));
      return this.field.focus();
    }
    if (again) return this.compare(again, keys);
    const { number } = this.count.add(keys);
    this.begin(null);
    this.desk.changed();
    this.desk.tell(this.messages.t("added", { number, count: this.count.sheets.length }));
    this.field.focus();
  }

  private takeBack(): void {
    const { last } = this.count;
    if (!last) return;
    this.count.remove(last);
    this.begin(null);
    this.field.value = last.keys;
    this.onInput();
    this.desk.changed();
    this.desk.tell(this.messages.t("taken_back", { number: last.number }));
    this.field.focus();
  }

  private compare(sheet: Sheet, second: string): void {
    const places = this.count.differences(sheet, second);
    const isShown = !query(this.place, "[data-differences]").hidden;
    if (places.length && !isShown) {
      this.showDifferences(places);
      this.desk.tell(this.messages.t("differ", { count: places.length }));
      return this.field.focus();
    }
    this.settle(second);
  }

  private showDifferences(places: readonly number[]): void {
    const box = query(this.place, "[data-differences]");
    box.hidden = !places.length;
    query(this.place, "[data-keep-first]").hidden = !places.length;
    if (this.again) {
      query(this.place, "[data-add]").textContent = this.messages.t(places.length ? "keep_second" : "compare");
    }
    const line = (at: number) => {
      const { number, text } = this.statements[at]!;
      return make(
        "li",
        {},
        this.messages.t("difference", { number, text, first: this.again!.keys[at]!, second: this.keys[at]! }),
      );
    };
    query(box, "ul").replaceChildren(...places.map(line));
  }

  /** Ends a second count: the sheet has these keys now. */
  private settle(keys: string): void {
    const { again } = this;
    if (!again) return;
    again.again = keys === again.keys && keys === this.keys ? "same" : "settled";
    again.keys = keys;
    const { number } = again;
    const key = again.again === "same" ? "agrees" : "settled";
    this.begin(null);
    this.desk.changed();
    this.desk.tell(this.messages.t(key, { number }));
    this.field.focus();
  }
}

/** The statements by dimension, in the order of the sheet. */
function groups(statements: readonly CountedStatement[]): [string, CountedStatement[]][] {
  const found: [string, CountedStatement[]][] = [];
  for (const one of statements) {
    const last = found.at(-1);
    if (last?.[0] === one.dimension) last[1].push(one);
    else found.push([one.dimension, [one]]);
  }
  return found;
}

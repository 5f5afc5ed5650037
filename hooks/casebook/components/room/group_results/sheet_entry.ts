/** The field into which the marks of a sheet are typed: what comes next, what was typed, and a second count. */
import { make, query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { CountedStatement } from "./counted_statements.ts";
import type { GroupCount, Sheet } from "./group_count.ts";
import { MarksField } from "./marks_field.ts";
import { NONE } from "./typed_marks.ts";
import { typedRows } from "./typed_rows.ts";

/** What the field asks of the page: to say something, and to show the sheets anew. */
export interface EntryDesk {
  tell(sentence: string): void;
  changed(): void;
}

export class SheetEntry {
  private readonly field: MarksField;
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
    const input = query<HTMLInputElement>(place, "[data-marks]");
    this.field = new MarksField(input, (unknown) => this.onInput(unknown), () => this.showNext(), signal);
    const on = (name: string, act: () => void) =>
      query(place, `[data-${name}]`).addEventListener("click", act, { signal });
    query(place, "form").addEventListener("submit", () => this.submit(), { signal });
    on("take-back", () => this.takeBack());
    on("empty", () => this.empty());
    on("leave-again", () => this.begin(null));
    on("keep-first", () => this.settle(this.again?.keys ?? ""));
    this.begin(null);
  }

  get isFilled(): boolean {
    return this.text !== "";
  }

  /** The marks as they were typed. */
  get text(): string {
    return this.field.text;
  }

  /** Puts marks into the field that were typed before. */
  put(text: string): void {
    this.field.put(text);
  }

  /** Empties the field for the next sheet, or for a second count of one. */
  begin(again: Sheet | null): void {
    this.again = again;
    const name = again
      ? this.messages.t("sheet_again", { number: again.number })
      : this.messages.t("sheet", { number: this.count.next });
    query(this.place, "[data-sheet-name]").textContent = name;
    query(this.place, "[data-add]").textContent = this.messages.t(again ? "compare" : "add");
    query(this.place, "[data-leave-again]").hidden = !again;
    query(this.place, "[data-take-back]").hidden = again !== null || !this.count.last;
    this.showDifferences([]);
    this.put("");
    if (again) this.field.focus();
  }

  private get keys(): string {
    return this.field.keys;
  }

  /** By how many marks there are too many; below zero, too few. */
  private get over(): number {
    return this.keys.length - this.statements.length;
  }

  /** Says what was no key, and whether there are too many marks. */
  private onInput(unknown: string): void {
    const { over } = this;
    this.desk.tell(
      unknown
        ? this.messages.t("no_key", { keys: unknown })
        : over > 0
        ? this.messages.t("too_many", { count: this.keys.length, of: this.statements.length })
        : "",
    );
    query(this.place, "[data-empty]").hidden = over <= 0;
    const isAsked = !query(this.place, "[data-differences]").hidden;
    if (isAsked && this.again && over === 0) this.showDifferences(this.count.differences(this.again, this.keys));
    this.showNext();
  }

  /** Shows the statement whose mark the next key gives, and all that was typed, set as on the sheet. */
  private showNext(): void {
    const { keys, over } = this;
    const { at } = this.field;
    const next = this.statements[at];
    query(this.place, "[data-next]").textContent = next
      ? this.messages.t("next", { number: next.number, of: this.statements.length, text: next.text })
      : over > 0
      ? this.messages.t("over", { count: over })
      : this.messages.t("all_typed", { of: this.statements.length });
    const rows = typedRows(this.statements, keys, at, this.messages.t("surplus"));
    query(this.place, "[data-typed]").replaceChildren(...rows);
  }

  private submit(): void {
    const { keys, again } = this;
    const reason = this.count.reasonAgainst(keys);
    if (reason) return this.refuse(reason, keys.length);
    if (again) return this.compare(again, keys);
    const { number } = this.count.add(keys);
    this.begin(null);
    this.desk.changed();
    this.desk.tell(this.messages.t("added", { number, count: this.count.sheets.length }));
    this.field.focus();
  }

  /** Says why the sheet is none, and takes no mark of the next one before it is corrected. */
  private refuse(reason: string, count: number): void {
    const why = this.messages.t(reason, { count, of: this.statements.length, none: NONE });
    if (!count) return this.desk.tell(why);
    this.desk.tell([this.messages.t("refused"), why, this.messages.t("held")].join(" "));
    query(this.place, "[data-empty]").hidden = false;
    this.field.refuse();
    this.field.focus();
  }

  private empty(): void {
    this.put("");
    this.field.focus();
  }

  private takeBack(): void {
    const { last } = this.count;
    if (!last) return;
    this.count.remove(last);
    this.begin(null);
    this.put(last.keys);
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

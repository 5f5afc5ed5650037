/** A table to fill in, row by row; rows of one's own come one after the other. */
import { asList, asRecord, asText, orNothing } from "../../../../scripts/lib/plain.ts";
import type { PageData } from "../../../../scripts/exercise/types.ts";
import { pageData, query, queryAll } from "../../../../scripts/lib/dom.ts";
import { checkNumber } from "../../../../scripts/exercise/number_field.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { afterPress } from "../../../../scripts/lib/press.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import type { Row } from "../../../../scripts/exercise/tally.ts";
import { rowsOf } from "../../../../scripts/exercise/tally.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class FillGridElement extends PartElement {
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(pageData<PageData>(this).words);
    this.addEventListener("input", () => this.changed(), { signal });
    this.addEventListener("change", ({ target }) => {
      afterPress(() => checkNumber(target as HTMLElement, this.messages));
    }, { signal });
    this.querySelector("[data-add-row]")?.addEventListener("click", () => this.addRow(), { signal });
    this.fields.forEach((field) => checkNumber(field, this.messages));
    this.hideLater();
  }

  private get fields(): Field[] {
    return this.queryAll("[data-column], [data-row-label]");
  }

  private get rows(): HTMLElement[] {
    return this.queryAll("[data-row]");
  }

  private get isOwn(): boolean {
    return this.dataset.rows === "own";
  }

  /** Rows that come later wait, unless something is written in them; on a narrow screen all but the first do. */
  private hideLater(): void {
    const first = matchMedia("(max-width: 40rem)").matches ? 1 : Number(this.dataset.first);
    this.rows.forEach((row) => row.hidden = Number(row.dataset.later ?? 0) > first && !isFilled(this.readRow(row)));
    this.showMore();
  }

  private addRow(): void {
    const next = this.rows.find((row) => row.hidden);
    if (!next) return;
    next.hidden = false;
    query(next, "input, textarea, select").focus();
    this.showMore();
  }

  private showMore(): void {
    const button = this.querySelector<HTMLButtonElement>("[data-add-row]");
    if (!button) return;
    button.hidden = this.rows.every((row) => !row.hidden);
    this.query("[data-rows-note]").textContent = button.hidden ? this.messages.t("last_row") : "";
  }

  private readRow(row: HTMLElement): Row {
    const filled = queryAll<Field>(row, "[data-column]").filter((field) => field.value);
    const cells = Object.fromEntries(filled.map((field) => [field.dataset.column ?? "", field.value]));
    const label = row.querySelector<HTMLInputElement>("[data-row-label]")?.value ?? "";
    return { ...(this.isOwn ? {} : { id: row.dataset.row }), label, cells };
  }

  read(): unknown {
    const rows = this.rows.map((row) => this.readRow(row)).filter(isFilled);
    return rows.length ? { rows } : undefined;
  }

  write(answer: unknown): unknown {
    this.clear();
    const { rows: _, unplaced: before, ...rest } = asRecord(answer);
    const left = [...asList(before)];
    const used = new Set<HTMLElement>();
    rowsOf(answer).forEach((given, index) => {
      const found = this.isOwn ? this.rows[index] : this.rows.find((one) => one.dataset.row === given.id);
      const row = found && !used.has(found) ? found : undefined;
      if (row) used.add(row);
      const cells = row ? this.writeRow(row, given) : given.cells;
      if (Object.values(cells).some(Boolean) || (!row && given.label)) {
        left.push({ ...given, cells: { ...cells }, ...(row && this.isOwn ? { id: row.dataset.row } : {}) });
      }
    });
    this.showMore();
    return orNothing({ ...rest, ...(left.length ? { unplaced: left } : {}) });
  }

  /** Fills a row; returns the cells that have no place in it. */
  private writeRow(row: HTMLElement, given: Row): Record<string, unknown> {
    const left = asRecord(given.cells);
    row.hidden = false;
    const label = row.querySelector<HTMLInputElement>("[data-row-label]");
    if (label) label.value = given.label;
    for (const field of queryAll<Field>(row, "[data-column]")) {
      const id = field.dataset.column ?? "";
      const text = asText(left[id]);
      field.value = text;
      if (field.value === text) delete left[id];
    }
    return left;
  }

  clear(): void {
    this.fields.forEach((field) => {
      field.value = "";
      checkNumber(field, this.messages);
    });
    this.hideLater();
  }
}

function isFilled({ label, cells }: Row): boolean {
  return label !== "" || Object.keys(cells).length > 0;
}

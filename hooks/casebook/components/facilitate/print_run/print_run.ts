/**
 * How many are you? Repeats the handouts of the page as often as so many people need them, so that they are one print
 * job. The copies stand in the page for paper alone; nothing is stored.
 */
import { make, query, queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { DECISION_SHOWN } from "../session_decision/session_decision.ts";
import { copiesFor, pagesFor, sumsOf, tablesFor } from "./run_sums.ts";
import type { RunSheet, RunTables } from "./run_sums.ts";

/** What the page holds for it. */
export interface PrintRun {
  words: Record<string, unknown>;
  sheets: RunSheet[];
  tables: RunTables | null;
}

/** The number of people that an address names (?people=14); 0 where it names none. */
export function peopleIn(search: string): number {
  const found = /^\d{1,3}$/.exec(new URLSearchParams(search).get("people") ?? "");
  return found ? Number(found[0]) : 0;
}

export class PrintRunElement extends CasebookElement {
  private page!: PrintRun;
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.begin(signal), { once: true, signal });
    } else this.begin(signal);
  }

  private begin(signal: AbortSignal): void {
    this.page = readJson<PrintRun>(this.querySelector("[data-run]"));
    this.messages = new Messages(this.page.words);
    this.hidden = false;
    this.people.addEventListener("input", () => this.count(), { signal });
    this.query("[data-asked]").addEventListener("input", () => this.show(), { signal });
    this.query("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.query("[data-print]").addEventListener("click", () => globalThis.print(), { signal });
    // The sheets of another decision are a pack of their own: those of the first are taken out.
    document.addEventListener(DECISION_SHOWN, () => this.count(), { signal });
    const named = peopleIn(location.search);
    if (!named) return;
    this.people.value = String(named);
    this.count();
  }

  private get people(): HTMLInputElement {
    return this.query<HTMLInputElement>("[data-people]");
  }

  private get fields(): HTMLInputElement[] {
    return this.queryAll<HTMLInputElement>("[data-copies]");
  }

  /** The copies that so many people need, as a beginning: each number can be changed. */
  private count(): void {
    const people = Math.floor(this.people.valueAsNumber);
    this.fields.forEach((field, at) => {
      const row = field.closest("tr")!;
      row.hidden = this.isHidden(at);
      field.value = String(people > 0 && !row.hidden ? copiesFor(people, this.page.sheets[at]!, this.page.tables) : 0);
    });
    this.tell(people);
    this.query("[data-asked]").hidden = !(people > 0);
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-pack]")) {
      link.search = people > 0 ? `?people=${people}` : "";
    }
    this.show();
  }

  /** Says how many sit at each table, where a table shares something. */
  private tell(people: number): void {
    const { tables } = this.page;
    const line = this.querySelector("[data-tables]");
    if (!tables || !line) return;
    const count = tablesFor(people, tables);
    const size = Math.floor(people / count);
    if (!(people > 0)) line.textContent = "";
    else if (people < tables.fewest) line.textContent = this.messages.t("too_few", { fewest: tables.fewest });
    else if (count === 1) line.textContent = this.messages.t("one_table", { count: people });
    else if (people % count) {
      line.textContent = this.messages.t("tables_of", { people, count, smaller: size, larger: size + 1 });
    } else line.textContent = this.messages.t("tables", { people, count, size });
  }

  /** True where another decision has taken the place of the one that this sheet belongs to. */
  private isHidden(at: number): boolean {
    return this.handout(at)?.closest("[data-of-decision][hidden]") != null;
  }

  private handout(at: number): HTMLElement | null {
    return document.querySelector<HTMLElement>(`[data-handout="${at}"]`);
  }

  private show(): void {
    const onBothSides = this.query<HTMLInputElement>("[data-both]").checked;
    const copies = this.fields.map((field) => Math.min(Math.max(Math.floor(field.valueAsNumber) || 0, 0), 400));
    this.queryAll("[data-pages]").forEach((cell, at) => {
      cell.textContent = String(pagesFor(copies[at]!, this.page.sheets[at]!, onBothSides));
    });
    const { pages, papers, cutting } = sumsOf(this.page.sheets, copies, onBothSides);
    const told = [this.messages.t("pages", { count: pages }), this.messages.t("papers", { count: papers })];
    if (cutting) told.push(this.messages.t("cutting", { count: cutting }));
    this.query("[data-sum]").textContent = told.join(" ");
    this.query("[data-print]").textContent = this.messages.t("print", { count: pages });
    this.query<HTMLButtonElement>("[data-print]").disabled = !pages;
    this.repeat(pages ? copies : [], onBothSides);
  }

  /** Puts the copies into the page, in the place of the sheets for one; takes them out again where there are none. */
  private repeat(copies: readonly number[], onBothSides: boolean): void {
    const around = this.closest<HTMLElement>(".session-pack, .sheet-choice");
    if (!around) return;
    queryAll(around, ".print-run-pages").forEach((old) => old.remove());
    around.classList.toggle("has-run", copies.length > 0);
    const pages = make("div", { class: "print-run-pages", "aria-hidden": "true" });
    copies.forEach((count, at) => {
      const sheet = this.handout(at);
      if (!sheet || !count) return;
      const { sides } = this.page.sheets[at]!;
      const stop = document.querySelector<HTMLElement>(`[data-stop="${at}"]`);
      if (stop) pages.append(this.copyOf(stop, 1, onBothSides));
      for (let copy = 0; copy < count; copy++) pages.append(this.copyOf(sheet, sides, onBothSides));
    });
    if (copies.length) around.append(pages);
  }

  private copyOf(sheet: HTMLElement, sides: number, onBothSides: boolean): HTMLElement {
    const copy = make("div", { class: "run-copy" });
    copy.append(...[...sheet.cloneNode(true).childNodes]);
    const backs = queryAll(copy, ".blank-back");
    if (!onBothSides) backs.forEach((back) => back.remove());
    else if (sides % 2) copy.append(make("div", { class: "paper-sheet blank-back" }));
    for (const field of queryAll(copy, "[id]")) field.removeAttribute("id");
    return copy;
  }
}

/** On the plan of a session: the number leads to its pack, which takes it on. */
export class PeopleAskElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    this.hidden = false;
    const form = query<HTMLFormElement>(this, "form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const people = this.query<HTMLInputElement>("input").value;
      const link = document.querySelector<HTMLAnchorElement>("a[data-pack-of-session]");
      if (!link) return;
      const there = new URL(link.href);
      there.searchParams.set("people", people);
      location.href = there.href;
    }, { signal });
  }
}

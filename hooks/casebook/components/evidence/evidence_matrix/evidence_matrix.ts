import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { fromAddress, toAddress } from "./matrix_address.ts";
import { keepOneStop, makeGrid } from "./matrix_keys.ts";
import { type CaseRow, type Choice, fits, sorted } from "./matrix_order.ts";
import { loadClaimTexts } from "../told_finding/claim_texts.ts";
import { tellFinding } from "../told_finding/told_finding.ts";

interface DrawnRow extends CaseRow {
  element: HTMLTableRowElement;
  /** Title and place. */
  name: string;
}

/** The matrix: sorts and chooses cases, opens cells. Texts are loaded only when the visitor asks what happened. */
export class EvidenceMatrixElement extends CasebookElement {
  private rows: DrawnRow[] = [];
  private open?: { finding: string; claim: string };

  protected wire(signal: AbortSignal): void {
    this.rows = this.queryAll<HTMLTableRowElement>("tbody tr").map(readRow);
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a[data-finding]")) this.makeButton(link);
    makeGrid(this.table, signal);
    for (const hint of this.querySelectorAll<HTMLElement>("[data-hint]")) hint.textContent = hint.dataset.scripted!;
    this.form.hidden = false;
    this.form.addEventListener("change", () => this.choose(), { signal });
    this.form.addEventListener("reset", () => setTimeout(() => this.choose()), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.press(event), { signal });
    globalThis.addEventListener("hashchange", () => this.follow(), { signal });
    this.follow();
  }

  private get form(): HTMLFormElement {
    return this.query("form");
  }

  private get table(): HTMLTableElement {
    return this.query<HTMLTableElement>(".matrix-table table");
  }

  private get dialog(): HTMLDialogElement {
    return this.query("dialog");
  }

  private press(event: Event): void {
    const at = event.target as Element;
    const cell = at.closest<HTMLButtonElement>("button[data-finding]");
    if (cell) this.openCell(cell);
    else if (at.closest("[data-show]")) this.tell();
    else if (at.closest("[data-close]") || at === this.dialog) this.dialog.close();
    else if (at.closest("[data-print]")) this.print(at.closest<HTMLElement>("[data-print]")!.dataset.print === "table");
  }

  private print(asTable: boolean): void {
    this.classList.toggle("prints-table", asTable);
    globalThis.print();
  }

  /** A link to the finding becomes a button that opens it here. */
  private makeButton(link: HTMLAnchorElement): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.dataset.finding = link.dataset.finding;
    button.dataset.claim = link.dataset.claim;
    button.dataset.page = link.getAttribute("href")!;
    button.setAttribute("aria-haspopup", "dialog");
    button.append(...link.childNodes);
    const word = button.querySelector<HTMLElement>(".off");
    if (word) {
      // Out of the table, as in a list of all buttons, a sign is known by its stance, its case and its claim.
      button.dataset.stance = word.textContent!;
      const { name } = this.row(link.dataset.finding!);
      button.title = word.textContent = `${word.textContent}: ${name}; ${this.claimLabel(link.dataset.claim!)}`;
    }
    link.replaceWith(button);
  }

  private row(finding: string): DrawnRow {
    const slug = finding.split("/")[0];
    return this.rows.find((row) => row.slug === slug)!;
  }

  private claimHead(claim: string): HTMLElement {
    return this.query(`thead [data-claim="${claim}"]`);
  }

  private claimLabel(claim: string): string {
    return this.claimHead(claim).textContent!.trim();
  }

  private openCell(cell: HTMLButtonElement): void {
    const { finding, claim, page } = cell.dataset as { finding: string; claim: string; page: string };
    const dialog = this.dialog;
    const sign = this.query<HTMLElement>(`td [data-finding="${finding}"]`);
    this.open = { finding, claim };
    const mark = sign.querySelector("svg")!.cloneNode(true);
    dialog.querySelector("[data-stance]")!.replaceChildren(mark, ` ${sign.dataset.stance ?? ""}`);
    const row = this.row(finding);
    dialog.querySelector("[data-case]")!.textContent = row.name;
    dialog.querySelector<HTMLAnchorElement>("[data-case-page]")!.href =
      row.element.querySelector<HTMLAnchorElement>("th a")!.href;
    dialog.querySelector("[data-claim]")!.textContent =
      this.query(`.matrix-list [data-claim="${claim}"] h2`).textContent;
    dialog.querySelector<HTMLAnchorElement>("[data-claim-page]")!.href = page;
    dialog.querySelector("[data-told]")!.replaceChildren();
    dialog.querySelector<HTMLElement>("[data-failed]")!.hidden = true;
    const show = dialog.querySelector<HTMLElement>("[data-show]")!;
    show.hidden = false;
    dialog.showModal();
    if ((this.form.elements.namedItem("always") as HTMLInputElement).checked) this.tell();
    else show.focus();
  }

  private async tell(): Promise<void> {
    const asked = this.open;
    if (!asked) return;
    const dialog = this.dialog;
    try {
      const texts = await loadClaimTexts(asked.claim, this.claimHead(asked.claim).dataset.texts!);
      if (this.open !== asked) return;
      const frame = this.query<HTMLTemplateElement>("template.told-finding-template");
      dialog.querySelector("[data-told]")!.replaceChildren(
        tellFinding(frame, texts[asked.finding]!, this.dataset.root ?? ""),
      );
      dialog.querySelector<HTMLElement>("[data-show]")!.hidden = true;
      dialog.querySelector<HTMLElement>("[data-case]")!.focus();
    } catch {
      dialog.querySelector<HTMLElement>("[data-failed]")!.hidden = false;
    }
  }

  /** Chooses as the address says, where it says anything. */
  private follow(): void {
    const asked = fromAddress(location.hash);
    if (!asked) return;
    for (const [name, value] of Object.entries(asked)) {
      const list = this.form.elements.namedItem(name) as HTMLSelectElement;
      list.value = value;
      if (list.selectedIndex < 0) list.selectedIndex = 0;
    }
    this.choose();
  }

  private choose(): void {
    const told = new FormData(this.form);
    const word = (name: string) => String(told.get(name) ?? "");
    keepAddress(toAddress(word));
    const choice: Choice = {
      modes: word("modes"),
      purposes: word("purposes"),
      countries: word("countries"),
      strength: word("strength"),
      claim: word("claim"),
    };
    const shown = new Set(this.rows.filter((row) => fits(row, choice)).map((row) => row.slug));
    for (const row of this.rows) row.element.hidden = !shown.has(row.slug);
    this.query("tbody").append(...sorted(this.rows, word("sort")).map((row) => row.element));
    keepOneStop(this.table);
    this.chooseInList(shown, choice.claim);
    this.markClaim(choice.claim);
    const status = this.query(".matrix-status");
    status.textContent =
      (shown.size === this.rows.length ? status.dataset.all : shown.size ? status.dataset.some : status.dataset.none) ??
        "";
  }

  private chooseInList(shown: Set<string>, claim: string): void {
    for (const section of this.querySelectorAll<HTMLElement>(".matrix-list section")) {
      section.hidden = claim !== "" && section.dataset.claim !== claim;
      let any = false;
      for (const group of section.querySelectorAll<HTMLElement>(".stance-group")) {
        const items = [...group.querySelectorAll<HTMLElement>("li[data-case]")];
        for (const item of items) item.hidden = !shown.has(item.dataset.case!);
        group.hidden = items.every((item) => item.hidden);
        any ||= !group.hidden;
      }
      section.querySelector<HTMLElement>(".none-here")!.hidden = any;
    }
  }

  private markClaim(claim: string): void {
    const heads = this.queryAll("thead th");
    const column = claim ? heads.findIndex((head) => head.dataset.claim === claim) : -1;
    for (const row of this.querySelectorAll("tr")) {
      [...row.children].forEach((cell, index) => cell.classList.toggle("is-chosen", index === column && index > 0));
    }
  }
}

function readRow(element: HTMLTableRowElement): DrawnRow {
  const words = (text: string | undefined) => (text ?? "").split(" ").filter(Boolean);
  const { case: slug, name, modes, purposes, countries, strength, rank, begins, country } = element.dataset;
  const claims = [...element.querySelectorAll<HTMLElement>("[data-claim]")].map((one) => one.dataset.claim!);
  return {
    element,
    slug: slug!,
    name: name!,
    title: element.querySelector("th a")!.textContent!.trim(),
    modes: words(modes),
    purposes: words(purposes),
    countries: words(countries),
    country: country!,
    strength: strength!,
    rank: Number(rank),
    begins: Number(begins),
    claims: [...new Set(claims)],
  };
}

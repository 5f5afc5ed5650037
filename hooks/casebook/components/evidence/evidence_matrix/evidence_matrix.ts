import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { build, make, type Piece } from "../../../../scripts/lib/make.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { fromAddress, toAddress } from "./matrix_address.ts";
import { keepOneStop, makeGrid } from "./matrix_keys.ts";
import { type CaseRow, type Choice, fits, sorted } from "./matrix_order.ts";
import { loadClaimTexts } from "../told_finding/claim_texts.ts";
import { tellFinding } from "../told_finding/told_finding.ts";

/** The cases that the page does not hold, as plain data: data/matrix-rows.js. */
export type OtherRows = readonly Piece[];

interface DrawnRow extends CaseRow {
  /** Title and place. */
  name: string;
  /** What stands on the page for it; null before it is shown first. */
  drawn: Drawn | null;
  /** Its row as plain data, where the page does not hold it. */
  piece?: Piece;
}

/** A case on the page: its row, and its lines in the list, each with its place there. */
interface Drawn {
  row: HTMLTableRowElement;
  lines: { place: string; line: HTMLElement }[];
}

/** More cases than so many are not shown anew after a choice: the visitor would wait for them. */
const MOST_AT_A_CHOICE = 96;

/** The matrix: sorts and chooses cases, opens cells. Texts are loaded only when the visitor asks what happened. */
export class EvidenceMatrixElement extends CasebookElement {
  private rows: DrawnRow[] = [];
  /** At most so many cases are shown. */
  private most = Infinity;
  /** True while there are cases that have not been loaded. */
  private goesOn = false;
  private open?: { finding: string; claim: string };

  protected wire(signal: AbortSignal): void {
    this.rows = this.queryAll<HTMLTableRowElement>("tbody tr").map((row) => this.readRow(row));
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a[data-finding]")) this.makeButton(link);
    makeGrid(this.table, signal);
    this.goesOn = this.dataset.rows !== undefined;
    if (this.goesOn) this.wireMore(signal);
    for (const hint of this.querySelectorAll<HTMLElement>("[data-hint]")) hint.textContent = hint.dataset.scripted!;
    this.form.hidden = false;
    this.form.addEventListener("change", () => void this.choose(), { signal });
    this.form.addEventListener("reset", () => setTimeout(() => void this.choose()), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.press(event), { signal });
    globalThis.addEventListener("hashchange", () => this.follow(), { signal });
    this.follow();
  }

  /** Offers the cases that the page does not hold; they come when somebody is about to choose. */
  private wireMore(signal: AbortSignal): void {
    this.most = this.rows.length;
    const most: unknown = history.state?.most;
    if (typeof most === "number" && most > this.most) {
      this.most = most;
      void this.choose();
    }
    this.query("[data-first]").hidden = true;
    this.status.textContent = this.status.dataset.more ?? "";
    const more = this.query(".matrix-goes-on [data-more]");
    more.hidden = false;
    more.addEventListener("click", () => void this.showMore(), { signal });
    this.form.addEventListener("focusin", () => void this.loadRows(), { signal });
  }

  private get status(): HTMLElement {
    return this.query(".matrix-status");
  }

  /** Shows twice as many; the focus goes to the first of the new ones. */
  private async showMore(): Promise<void> {
    const before = this.table.tBodies[0]!.rows.length;
    this.allow(this.most * 2);
    await this.choose(false);
    const row = this.table.tBodies[0]!.rows[before];
    const line = row && this.querySelector<HTMLElement>(`.matrix-list [data-case="${row.dataset.case}"] button`);
    (this.table.checkVisibility() ? row?.querySelector("a") : line)?.focus();
  }

  /** Notes how many may be shown, also for the way back to this page. */
  private allow(most: number): void {
    if (most === this.most) return;
    this.most = most;
    history.replaceState({ ...history.state, most }, "");
  }

  /** Loads the cases that the page does not hold, once. False where they did not come. */
  private async loadRows(): Promise<boolean> {
    if (!this.goesOn) return true;
    try {
      const pieces = await loadData<OtherRows>("matrix-rows", this.dataset.rows ?? "");
      if (this.goesOn) this.rows.push(...pieces.map(readPiece));
      this.goesOn = false;
      return true;
    } catch {
      this.status.textContent = this.status.dataset.failed ?? "";
      return false;
    }
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
      this.drawn(row).row.querySelector<HTMLAnchorElement>("th a")!.href;
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
    void this.choose();
  }

  /** Shows the cases that fit, in the order asked for: the first of them, where they are many. */
  private async choose(isChanged = true): Promise<void> {
    const told = new FormData(this.form);
    const word = (name: string) => String(told.get(name) ?? "");
    if (isChanged) {
      keepAddress(toAddress(word));
      if (Number.isFinite(this.most)) this.allow(Math.min(this.most, MOST_AT_A_CHOICE));
    }
    if (this.goesOn) return void (await this.loadRows() && await this.choose(false));
    const choice: Choice = {
      modes: word("modes"),
      purposes: word("purposes"),
      countries: word("countries"),
      strength: word("strength"),
      claim: word("claim"),
    };
    const fitting = sorted(this.rows.filter((row) => fits(row, choice)), word("sort"));
    const shown = fitting.slice(0, this.most);
    this.table.tBodies[0]!.replaceChildren(...shown.map((row) => this.drawn(row).row));
    keepOneStop(this.table);
    this.chooseInList(new Set(shown), choice.claim);
    this.markClaim(choice.claim);
    this.tellShown(fitting.length, shown.length);
  }

  private tellShown(fitting: number, shown: number): void {
    const { all, some, none, more } = this.status.dataset;
    const isLimited = shown < fitting;
    const first = fitting === 0 ? none : fitting < this.rows.length ? some : isLimited ? "" : all;
    this.status.textContent = [first, isLimited ? more : ""].filter(Boolean).join(" ");
    const button = this.querySelector<HTMLElement>(".matrix-goes-on [data-more]");
    if (button) button.hidden = !isLimited;
  }

  /** The cases that are shown under each claim, in the order of their titles. */
  private chooseInList(shown: ReadonlySet<DrawnRow>, claim: string): void {
    const lines = new Map<string, HTMLElement[]>();
    for (const row of this.rows.filter((one) => shown.has(one))) {
      for (const { place, line } of this.drawn(row).lines) lines.set(place, [...lines.get(place) ?? [], line]);
    }
    for (const section of this.querySelectorAll<HTMLElement>(".matrix-list section")) {
      section.hidden = claim !== "" && section.dataset.claim !== claim;
      let any = false;
      for (const group of section.querySelectorAll<HTMLElement>(".stance-group")) {
        const here = lines.get(placeOf(section.dataset.claim, group.dataset.stance)) ?? [];
        group.querySelector("ul")!.replaceChildren(...here);
        group.hidden = here.length === 0;
        any ||= !group.hidden;
      }
      section.querySelector<HTMLElement>(".none-here")!.hidden = any;
    }
  }

  /** What stands on the page for a case; made when it is shown first. */
  private drawn(row: DrawnRow): Drawn {
    return row.drawn ??= this.draw(row);
  }

  private draw(row: DrawnRow): Drawn {
    const element = build(row.piece!) as HTMLTableRowElement;
    const lines = [...element.querySelectorAll<HTMLAnchorElement>("a[data-finding]")].map((sign) => {
      const { finding = "", claim = "", which } = sign.dataset;
      const words = which ? `${row.name} (${which})` : row.name;
      const link = { class: "in-list", href: sign.getAttribute("href")!, "data-finding": finding, "data-claim": claim };
      const line = make("li", { "data-case": row.slug }, make("a", link, words));
      const stance = sign.querySelector("svg")!.classList[1]!.replace("stance-", "");
      this.makeButton(line.querySelector("a")!);
      this.makeButton(sign);
      return { place: placeOf(claim, stance), line };
    });
    for (const one of element.querySelectorAll<HTMLElement>("a, button")) one.tabIndex = -1;
    return { row: element, lines };
  }

  /** A case that the page holds. */
  private readRow(element: HTMLTableRowElement): DrawnRow {
    const lines = this.queryAll(`.matrix-list li[data-case="${element.dataset.case}"]`).map((line) => {
      const stance = line.closest<HTMLElement>(".stance-group")!.dataset.stance;
      return { place: placeOf(line.closest<HTMLElement>("section")!.dataset.claim, stance), line };
    });
    const claims = [...element.querySelectorAll<HTMLElement>("[data-claim]")].map((one) => one.dataset.claim!);
    const title = element.querySelector("th a")!.textContent!.trim();
    return { ...readCase((name) => element.getAttribute(name), title, claims), drawn: { row: element, lines } };
  }

  private markClaim(claim: string): void {
    const heads = this.queryAll("thead th");
    const column = claim ? heads.findIndex((head) => head.dataset.claim === claim) : -1;
    for (const row of this.querySelectorAll("tr")) {
      [...row.children].forEach((cell, index) => cell.classList.toggle("is-chosen", index === column && index > 0));
    }
  }
}

/** The place of a line in the list. */
function placeOf(claim = "", stance = ""): string {
  return `${claim} ${stance}`;
}

/** A case that the page does not hold. */
function readPiece(piece: Piece): DrawnRow {
  const links = linksIn(piece);
  const claims = links.flatMap(([, values]) => values["data-claim"] ?? []);
  const title = links[0]?.slice(2).join("") ?? "";
  return { ...readCase((name) => piece[1][name] ?? null, title, claims), drawn: null, piece };
}

/** The links in an element, in their order. */
function linksIn(piece: Piece): Piece[] {
  const [tag, , ...content] = piece;
  return tag === "a" ? [piece] : content.flatMap((one) => typeof one === "string" ? [] : linksIn(one));
}

function readCase(
  value: (name: string) => string | null,
  title: string,
  claims: readonly string[],
): CaseRow & { name: string } {
  const text = (name: string) => value(`data-${name}`) ?? "";
  const words = (name: string) => text(name).split(" ").filter(Boolean);
  return {
    slug: text("case"),
    name: text("name"),
    title,
    modes: words("modes"),
    purposes: words("purposes"),
    countries: words("countries"),
    country: text("country"),
    strength: text("strength"),
    rank: Number(text("rank")),
    begins: Number(text("begins")),
    claims: [...new Set(claims)],
  };
}

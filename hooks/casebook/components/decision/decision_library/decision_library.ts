import { loadData } from "../../../../scripts/lib/data.ts";
import type { Entry } from "../../page/list_filter/filter.ts";
import { type Item, ListFilterElement, once, setText, type WholeList } from "../../page/list_filter/list_filter.ts";
import { wordsOf } from "../../page/list_filter/words.ts";

/** A decision as a list shows it; addresses are from the root of the site. */
export interface ListedDecision extends Entry {
  readonly case: string;
  readonly page: string;
  readonly question: string;
  readonly quarrel: string;
  readonly seat: string;
  readonly others: string;
  readonly place: string;
  readonly about: string;
  readonly reading: string;
  /** The address of each. */
  readonly sheets: readonly string[];
}

const TEXTS = ["case", "quarrel", "seat", "others", "place", "about", "reading"] as const;

/** The decisions: first ones at once, later ones only when asked for. */
export class DecisionLibraryElement extends ListFilterElement {
  protected readonly facets = ["theme", "sector", "minutes", "seats"] as const;
  private first: { entries: Entry[]; items: Item[] } = { entries: [], items: [] };
  /** The words of the later decisions, each at its place. */
  private laterWords: readonly (readonly string[])[] = [];
  private isWhole = false;

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.query("[data-later-link]").hidden = true;
    const button = this.query("[data-show-later]");
    button.hidden = false;
    button.addEventListener("click", () => void this.toggleLater(), { signal });
  }

  protected override take(list: WholeList): void {
    super.take(list);
    this.first = { entries: this.entries, items: this.items };
  }

  protected override moreWords(index: number): readonly string[] {
    return this.laterWords[index] ?? [];
  }

  private async toggleLater(): Promise<void> {
    if (this.isWhole) this.hideLater();
    else if (!await this.showLater()) return;
    const button = this.query("[data-show-later]");
    button.setAttribute("aria-expanded", String(this.isWhole));
    button.textContent = this.messages.t(this.isWhole ? "hide_later" : "show_later");
    for (const tick of this.queryAll("[data-only-later]")) tick.hidden = !this.isWhole;
    this.update();
  }

  /** False where the later decisions did not come. */
  private async showLater(): Promise<boolean> {
    if (!await this.loadList()) return false;
    let later: readonly ListedDecision[];
    try {
      later = await loadData<ListedDecision[]>("later-decisions", this.dataset.later ?? "");
    } catch {
      setText(this.status, this.messages.t("failed"));
      return false;
    }
    const { entries, items } = this.first;
    // Each first decision, and after it the later ones of its case.
    const rows = entries.flatMap((entry, at) => [
      { entry, item: items[at]!, words: [] as string[] },
      ...later.filter((one) => one.slug === entry.slug).map((one) => ({
        entry: one as Entry,
        item: once(() => this.fill(one)),
        words: wordsOf([one.question, ...TEXTS.map((name) => one[name])].join(" ")),
      })),
    ]);
    this.entries = rows.map((row) => row.entry);
    this.items = rows.map((row) => row.item);
    this.laterWords = rows.map((row) => row.words);
    this.isWhole = true;
    return true;
  }

  private hideLater(): void {
    for (const box of this.queryAll<HTMLInputElement>("[data-only-later] input")) box.checked = false;
    ({ entries: this.entries, items: this.items } = this.first);
    this.laterWords = [];
    this.isWhole = false;
  }

  /** A later decision in the frame that the page holds for it. */
  private fill(decision: ListedDecision): HTMLElement {
    const root = this.dataset.root ?? "";
    const frame = this.query<HTMLTemplateElement>("template[data-later-frame]").content;
    const item = frame.firstElementChild!.cloneNode(true) as HTMLElement;
    const link = item.querySelector<HTMLAnchorElement>("[data-question]")!;
    link.href = root + decision.page;
    link.textContent = decision.question;
    for (const name of TEXTS) {
      const place = item.querySelector<HTMLElement>(`[data-${name}]`)!;
      place.textContent = decision[name];
      (place.closest<HTMLElement>("[data-line]") ?? place).hidden = !decision[name];
    }
    const links = item.querySelectorAll<HTMLAnchorElement>("[data-sheet]");
    decision.sheets.forEach((address, at) => {
      links[at]!.href = root + address;
      links[at]!.querySelector(".off")!.textContent = `: ${decision.question}`;
    });
    return item;
  }
}

import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { type Choice, type Entry, toAddress } from "../../page/list_filter/filter.ts";
import { ListFilterElement, setText, type WholeList } from "../../page/list_filter/list_filter.ts";
import { wordsOf } from "../../page/list_filter/words.ts";

/** How a case ended, in words. */
export interface Ending {
  readonly how: string;
  readonly words: string;
  /** Every mode, form and purpose that it came to have. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** The library: cards that are narrowed. Endings come only when asked for. */
export class CaseLibraryElement extends ListFilterElement {
  protected readonly facets = [
    "form",
    "mode",
    "purpose",
    "country",
    "sector",
    "theme",
    "strength",
    "stance",
    "ended",
  ] as const;
  /** The entries without what came later. */
  private asAtFirst: Entry[] = [];
  /** Endings that an address asked for, not yet shown. */
  private waiting: readonly string[] = [];
  private endings: Readonly<Record<string, Ending>> | null = null;
  /** Each ending in words, once they are shown. */
  private told: readonly string[] = [];
  /** The words of each, as they are compared. */
  private endingWords: readonly (readonly string[])[] = [];

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.query("[data-show-endings]").addEventListener("click", () => void this.toggleEndings(), { signal });
    this.query("[data-show-asked]").addEventListener("click", () => void this.showAsked(), { signal });
  }

  protected override take(list: WholeList): void {
    super.take(list);
    this.asAtFirst = this.entries;
  }

  protected override set(choice: Choice): void {
    this.waiting = this.endings ? [] : choice.facets.ended ?? [];
    super.set(choice);
  }

  protected override mayTick(box: HTMLInputElement): boolean {
    return box.name !== "ended" || this.endings !== null;
  }

  protected override moreWords(index: number): readonly string[] {
    return this.endingWords[index] ?? [];
  }

  /** A card; while endings are shown, with its own. */
  protected override item(index: number): HTMLElement {
    const card = super.item(index);
    const line = card.querySelector(".ending");
    const told = this.told[index];
    if (told === undefined) line?.remove();
    else if (!line) card.querySelector(".words")?.append(make("p", { class: "ending" }, told));
    return card;
  }

  protected override tell(choice: Choice, shown: number, counts: ReadonlyMap<string, number> | null): void {
    super.tell(choice, shown, counts);
    for (const part of this.queryAll("[data-ending-asked]")) part.hidden = !this.waiting.length;
  }

  protected override isNarrowed(choice: Choice): boolean {
    return this.waiting.length > 0 || super.isNarrowed(choice);
  }

  protected override keep(choice: Choice): void {
    const ended = this.endings ? choice.facets.ended ?? [] : this.waiting;
    keepAddress(toAddress({ ...choice, facets: { ...choice.facets, ended } }));
  }

  private async toggleEndings(): Promise<void> {
    const button = this.query<HTMLButtonElement>("[data-show-endings]");
    if (this.endings) this.hideEndings();
    else if (!await this.showEndings()) return;
    button.setAttribute("aria-expanded", String(this.endings !== null));
    button.textContent = this.messages.t(this.endings ? "hide_endings" : "show_endings");
    this.update();
  }

  /** Shows the endings that the address asked for; the button goes, so the count takes the focus. */
  private async showAsked(): Promise<void> {
    await this.toggleEndings();
    if (this.endings) this.status.focus();
  }

  /** False where the endings did not come. */
  private async showEndings(): Promise<boolean> {
    if (!await this.loadList()) return false;
    try {
      this.endings = await loadData<Record<string, Ending>>("endings", this.dataset.endings ?? "");
    } catch {
      setText(this.status, this.messages.t("failed"));
      return false;
    }
    const endings = this.endings;
    this.entries = this.entries.map((entry) => {
      const ending = endings[entry.slug];
      return ending ? { ...entry, facets: { ...entry.facets, ...ending.facets, ended: [ending.how] } } : entry;
    });
    this.told = this.entries.map((entry) => endings[entry.slug]?.words ?? "");
    this.endingWords = this.told.map(wordsOf);
    this.swapLabels();
    this.query("#library-endings").hidden = false;
    for (const box of this.endingBoxes()) box.checked = this.waiting.includes(box.value);
    this.waiting = [];
    return true;
  }

  private hideEndings(): void {
    this.endings = null;
    this.told = this.endingWords = [];
    this.entries = this.asAtFirst;
    this.swapLabels();
    for (const box of this.endingBoxes()) box.checked = false;
    this.query("#library-endings").hidden = true;
  }

  /** Facets that know every form have another label than those that know only the first ones. */
  private swapLabels(): void {
    for (const label of this.queryAll("[data-later]")) {
      const now = label.textContent ?? "";
      label.textContent = label.dataset.later ?? "";
      label.dataset.later = now;
    }
  }

  private endingBoxes(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>("#library-endings input");
  }
}

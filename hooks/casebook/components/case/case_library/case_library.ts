import { loadData } from "../../../../scripts/lib/data.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { type Choice, type Entry, toAddress } from "../../page/list_filter/filter.ts";
import { ListFilterElement, setText } from "../../page/list_filter/list_filter.ts";
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
  /** The words of each ending, once they are shown. */
  private endingWords: readonly (readonly string[])[] = [];

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.asAtFirst = this.entries;
    this.query("[data-show-endings]").addEventListener("click", () => void this.toggleEndings(), { signal });
    this.query("[data-show-asked]").addEventListener("click", () => void this.showAsked(), { signal });
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

  protected override tell(choice: Choice, shown: number, counts: ReadonlyMap<string, number>): void {
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
    const told = this.entries.map((entry) => endings[entry.slug]?.words ?? "");
    this.endingWords = told.map(wordsOf);
    this.swapLabels();
    this.items.forEach((card, index) => {
      const line = document.createElement("p");
      line.className = "ending";
      line.textContent = told[index] ?? "";
      card.querySelector(".words")?.append(line);
    });
    this.query("#library-endings").hidden = false;
    for (const box of this.endingBoxes()) box.checked = this.waiting.includes(box.value);
    this.waiting = [];
    return true;
  }

  private hideEndings(): void {
    this.endings = null;
    this.endingWords = [];
    this.entries = this.asAtFirst;
    this.swapLabels();
    for (const line of this.queryAll(".case-card .ending")) line.remove();
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

import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { type Choice, countKey, type Entry, fold, fromAddress, inOrder, narrow, toAddress } from "./filter.ts";

type Words = Readonly<Record<"all" | "one" | "some" | "chosen" | "show_endings" | "hide_endings" | "failed", string>>;

export interface LibraryData {
  readonly cases: Entry[];
  readonly words: Words;
}

/** How a case ended, in words. */
export interface Ending {
  readonly how: string;
  readonly words: string;
  /** Every mode and purpose that its forms came to have. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

const FACETS = ["mode", "purpose", "country", "sector", "theme", "strength", "stance", "ended"] as const;

/**
 * The library: shows its controls, narrows the cards, keeps the choice in the address. Endings come only when asked
 * for.
 */
export class CaseLibraryElement extends CasebookElement {
  private entries: Entry[] = [];
  /** The entries without what came later. */
  private asAtFirst: Entry[] = [];
  private words!: Words;
  private cards: HTMLElement[] = [];
  private texts: string[] | null = null;
  private sorted = "title";
  /** Endings that an address asked for, not yet shown. */
  private waiting: readonly string[] = [];
  private endings: Readonly<Record<string, Ending>> | null = null;

  protected wire(signal: AbortSignal): void {
    const data = this.querySelector("#library-data");
    if (!data?.textContent || !this.form) return;
    const found = JSON.parse(data.textContent) as LibraryData;
    this.entries = this.asAtFirst = found.cases;
    this.words = found.words;
    this.cards = this.queryAll("[data-cards] > li");
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("input", () => this.update(), { signal });
    this.form.addEventListener("focusin", () => this.searched(), { signal });
    this.querySelector("[data-clear]")?.addEventListener("click", () => this.clear(), { signal });
    this.querySelector("[data-show-endings]")?.addEventListener("click", () => void this.toggleEndings(), { signal });
    this.querySelector("[data-show-asked]")?.addEventListener("click", () => void this.showAsked(), { signal });
    globalThis.addEventListener("hashchange", () => this.follow(), { signal });
    this.showControls();
    this.follow();
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  private showControls(): void {
    this.classList.add("is-ready");
    for (const part of this.querySelectorAll<HTMLElement>(".controls, .found-head, .share")) part.hidden = false;
    const facets = this.querySelector<HTMLDetailsElement>(".facets");
    if (facets) facets.open = matchMedia("(min-width: 64rem)").matches;
  }

  /** Sets the controls as the address says, where it says anything. */
  private follow(): void {
    const choice = fromAddress(location.hash);
    if (choice) this.set(choice);
    this.update(false);
  }

  private set(choice: Choice): void {
    const form = this.form!;
    (form.elements.namedItem("text") as HTMLInputElement).value = choice.text;
    for (const [name, value] of [["sort", choice.sort], ["claim", choice.claim]] as const) {
      const select = form.elements.namedItem(name) as HTMLSelectElement;
      select.value = value;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    this.waiting = this.endings ? [] : choice.facets.ended ?? [];
    for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      box.checked = (choice.facets[box.name] ?? []).includes(box.value) &&
        (box.name !== "ended" || this.endings !== null);
      const facet = box.closest<HTMLDetailsElement>("details.facet");
      if (box.checked && facet) facet.open = true;
    }
  }

  private choice(): Choice {
    const given = new FormData(this.form!);
    const facets = Object.fromEntries(FACETS.map((facet) => [facet, given.getAll(facet).map(String)]));
    if (!this.endings) facets.ended = [];
    return {
      text: String(given.get("text")),
      sort: String(given.get("sort")),
      claim: String(given.get("claim")),
      facets,
    };
  }

  private update(changed = true): void {
    const choice = this.choice();
    const { shown, counts } = narrow(this.entries, choice.text.trim() ? this.searched() : [], choice);
    this.cards.forEach((card, index) => {
      if (card.hidden === shown[index]) card.hidden = !shown[index];
    });
    if (choice.sort !== this.sorted) this.order(choice.sort);
    this.tell(choice, shown.filter(Boolean).length, counts);
    if (changed) this.keep(choice);
  }

  private order(sort: string): void {
    const cards = inOrder(this.entries, sort).flatMap((index) => this.cards[index] ?? []);
    this.querySelector("[data-cards]")?.append(...cards);
    this.sorted = sort;
  }

  /** What a text is looked for in: the words of each card, and those of its facets. Read once. */
  private searched(): string[] {
    if (this.texts) return this.texts;
    const labels = new Map<string, string>();
    for (const box of this.form!.querySelectorAll<HTMLInputElement>("details.facet input[type=checkbox]")) {
      const label = box.closest("label")?.cloneNode(true) as HTMLElement;
      label.querySelector("[data-count]")?.remove();
      labels.set(countKey(box.name, box.value), label.textContent ?? "");
    }
    this.texts = this.cards.map((card, index) => {
      const facets = this.entries[index]?.facets ?? {};
      const words = Object.entries(facets).flatMap(([facet, values]) =>
        values.map((value) => labels.get(countKey(facet, value)) ?? "")
      );
      return fold([card.textContent, ...words].join(" "));
    });
    return this.texts;
  }

  private tell(choice: Choice, shown: number, counts: ReadonlyMap<string, number>): void {
    const total = this.entries.length;
    const words = shown === total ? this.words.all : shown === 1 ? this.words.one : this.words.some;
    setText(
      this.querySelector("#library-count"),
      words.replace("{shown}", String(shown)).replace("{total}", String(total)),
    );
    for (const box of this.form!.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      const place = box.closest("label")?.querySelector("[data-count]");
      if (place) setText(place, String(counts.get(countKey(box.name, box.value)) ?? 0));
    }
    const ticked = (facet: string) => choice.facets[facet]?.length ?? 0;
    const said = ticked("stance") + (choice.claim ? 1 : 0);
    const all = FACETS.reduce((sum, facet) => sum + ticked(facet), choice.claim ? 1 : 0);
    for (const place of this.querySelectorAll<HTMLElement>("[data-chosen-in]")) {
      const facet = place.dataset.chosenIn ?? "";
      const number = facet === "all" ? all : facet === "said" ? said : ticked(facet);
      setText(place, number ? this.words.chosen.replace("{number}", String(number)) : "");
    }
    this.query("[data-clear]").hidden = toAddress({ ...choice, sort: "title" }) === "" && !this.waiting.length;
    this.query(".none").hidden = shown > 0;
    for (const part of this.querySelectorAll<HTMLElement>("[data-ending-asked]")) part.hidden = !this.waiting.length;
  }

  private keep(choice: Choice): void {
    const ended = this.endings ? choice.facets.ended ?? [] : this.waiting;
    keepAddress(toAddress({ ...choice, facets: { ...choice.facets, ended } }));
  }

  private clear(): void {
    const { sort } = this.choice();
    this.set({ text: "", claim: "", sort, facets: {} });
    this.update();
    this.form!.querySelector<HTMLElement>("[name=text]")?.focus();
  }

  private async toggleEndings(): Promise<void> {
    const button = this.query<HTMLButtonElement>("[data-show-endings]");
    if (this.endings) this.hideEndings();
    else await this.showEndings();
    button.setAttribute("aria-expanded", String(this.endings !== null));
    button.textContent = this.endings ? this.words.hide_endings : this.words.show_endings;
    this.texts = null;
    this.update();
  }

  /** Shows the endings that the address asked for; the button goes, so the count takes the focus. */
  private async showAsked(): Promise<void> {
    await this.toggleEndings();
    if (this.endings) this.query("#library-count").focus();
  }

  private async showEndings(): Promise<void> {
    try {
      this.endings = await loadData<Record<string, Ending>>("endings", this.dataset.endings ?? "");
    } catch {
      setText(this.querySelector("#library-count"), this.words.failed);
      return;
    }
    const endings = this.endings;
    this.entries = this.entries.map((entry) => {
      const ending = endings[entry.slug];
      return ending ? { ...entry, facets: { ...entry.facets, ...ending.facets, ended: [ending.how] } } : entry;
    });
    this.swapLabels();
    this.cards.forEach((card, index) => {
      const line = document.createElement("p");
      line.className = "ending";
      line.textContent = endings[this.entries[index]?.slug ?? ""]?.words ?? "";
      card.querySelector(".words")?.append(line);
    });
    this.query("#library-endings").hidden = false;
    for (const box of this.endingBoxes()) box.checked = this.waiting.includes(box.value);
    this.waiting = [];
  }

  private hideEndings(): void {
    this.endings = null;
    this.entries = this.asAtFirst;
    this.swapLabels();
    for (const line of this.querySelectorAll(".case-card .ending")) line.remove();
    for (const box of this.endingBoxes()) box.checked = false;
    this.query("#library-endings").hidden = true;
  }

  /** Facets that know every form have another label than those that know only the first ones. */
  private swapLabels(): void {
    for (const label of this.querySelectorAll<HTMLElement>("[data-later]")) {
      const now = label.textContent ?? "";
      label.textContent = label.dataset.later ?? "";
      label.dataset.later = now;
    }
  }

  private endingBoxes(): NodeListOf<HTMLInputElement> {
    return this.querySelectorAll<HTMLInputElement>("#library-endings input");
  }
}

function setText(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

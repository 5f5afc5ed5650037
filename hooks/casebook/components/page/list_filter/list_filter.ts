import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import {
  type Choice,
  countKey,
  type Entry,
  fromAddress,
  inOrder,
  narrow,
  type PackedEntries,
  toAddress,
  unpack,
} from "./filter.ts";
import { type WordList, WordSearch } from "./words.ts";

/** What a list holds for its script. */
export interface ListData extends PackedEntries {
  readonly messages: Readonly<Record<string, string>>;
}

/** One thing that a visitor chose, in words, and what takes it away. */
interface Chosen {
  readonly words: string;
  readonly takeAway: () => void;
}

/**
 * A list that can be narrowed by words and ticks and put in order. Its address keeps the choice. The words that are
 * searched are loaded with the first of them that is typed.
 */
export abstract class ListFilterElement extends CasebookElement {
  protected entries: Entry[] = [];
  /** What stands on the page, in the order of the entries. */
  protected items: HTMLElement[] = [];
  protected messages = new Messages({});
  /** The facets that have ticks. */
  protected abstract readonly facets: readonly string[];
  private words: WordSearch | null = null;
  /** True once the words could not be loaded: then only the ticks narrow. */
  private isWithoutWords = false;
  private sorted = "title";

  protected wire(signal: AbortSignal): void {
    const block = this.querySelector("[data-list-data]")?.textContent;
    if (!block) return;
    const data = JSON.parse(block) as ListData;
    this.entries = unpack(data);
    this.messages = new Messages(data.messages);
    this.items = this.queryAll("[data-items] > li");
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("input", () => this.update(), { signal });
    this.field.addEventListener("focus", () => void this.loadWords(), { signal });
    this.query("[data-clear]").addEventListener("click", () => this.clear(), { signal });
    globalThis.addEventListener("hashchange", () => this.follow(), { signal });
    this.showControls();
    this.follow();
  }

  protected get form(): HTMLFormElement {
    return this.query<HTMLFormElement>("form");
  }

  protected get status(): HTMLElement {
    return this.query("[role=status]");
  }

  private get field(): HTMLInputElement {
    return this.query<HTMLInputElement>("input[type=search]");
  }

  private get boxes(): HTMLInputElement[] {
    return this.queryAll<HTMLInputElement>("form input[type=checkbox]");
  }

  private get claim(): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>("select[name=claim]");
  }

  private showControls(): void {
    this.classList.add("is-ready");
    for (const part of this.queryAll(".controls, .found-head, .share")) part.hidden = false;
    this.query<HTMLDetailsElement>(".facets").open = matchMedia("(min-width: 64rem)").matches;
    const isOnDisk = location.protocol === "file:";
    this.query("[data-full-text]").hidden = isOnDisk;
    this.query("[data-from-disk]").hidden = !isOnDisk;
  }

  /** Sets the controls as the address says, where it says anything. */
  private follow(): void {
    const choice = fromAddress(location.hash);
    if (choice) this.set(choice);
    this.update(false);
  }

  protected set(choice: Choice): void {
    this.field.value = choice.text;
    const sort = this.query<HTMLSelectElement>("select[name=sort]");
    for (const [select, value] of [[sort, choice.sort], [this.claim, choice.claim]] as const) {
      if (!select) continue;
      select.value = value;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    for (const box of this.boxes) {
      box.checked = this.mayTick(box) && (choice.facets[box.name] ?? []).includes(box.value);
      const facet = box.closest<HTMLDetailsElement>("details.facet");
      if (box.checked && facet) facet.open = true;
    }
  }

  /** False for a tick that an address may not set. */
  protected mayTick(_box: HTMLInputElement): boolean {
    return true;
  }

  protected choice(): Choice {
    const given = new FormData(this.form);
    const facets = Object.fromEntries(this.facets.map((facet) => [facet, given.getAll(facet).map(String)]));
    return {
      text: String(given.get("text")),
      sort: String(given.get("sort")),
      claim: String(given.get("claim") ?? ""),
      facets,
    };
  }

  /** The words of an entry beyond those of its case. */
  protected moreWords(_index: number): readonly string[] {
    return [];
  }

  protected update(isChanged = true): void {
    const choice = this.choice();
    if (isChanged) this.keep(choice);
    if (choice.text.trim() && !this.words && !this.isWithoutWords) return void this.loadWords();
    const has = this.words?.find(choice.text);
    const hasWords = has ? (at: number) => has(this.entries[at]?.slug ?? "", this.moreWords(at)) : null;
    const { shown, counts } = narrow(this.entries, hasWords, choice);
    this.items.forEach((item, index) => {
      if (item.hidden === shown[index]) item.hidden = !shown[index];
    });
    if (choice.sort !== this.sorted) this.order(choice.sort);
    this.tell(choice, shown.filter(Boolean).length, counts);
  }

  /** Loads the words, once, and then narrows by what has been typed meanwhile. */
  private async loadWords(): Promise<void> {
    if (this.words) return;
    try {
      this.words = new WordSearch(await loadData<WordList>("words", this.dataset.words ?? ""));
    } catch {
      this.isWithoutWords = true;
      this.update(false);
      return setText(this.status, this.messages.t("words_failed"));
    }
    if (this.field.value.trim()) this.update(false);
  }

  /** Puts the items in order, on the page and so for the keyboard. */
  protected order(sort = this.sorted): void {
    this.query("[data-items]").append(...inOrder(this.entries, sort).flatMap((index) => this.items[index] ?? []));
    this.sorted = sort;
  }

  protected tell(choice: Choice, shown: number, counts: ReadonlyMap<string, number>): void {
    const total = this.entries.length;
    const key = shown === total ? "all" : shown === 1 ? "one" : "some";
    setText(this.status, this.messages.t(key, { shown, total }));
    for (const box of this.boxes) {
      const place = box.closest("label")?.querySelector("[data-count]");
      setText(place, String(counts.get(countKey(box.name, box.value)) ?? 0));
    }
    this.tellChosen(choice);
    this.query("[data-clear]").hidden = !this.isNarrowed(choice);
    this.query("[data-none]").hidden = shown > 0;
    if (shown === 0) this.query("[data-take-away]").replaceChildren(...this.chosen().map((one) => this.button(one)));
    this.query("[data-searched]").hidden = !choice.text.trim();
    const link = this.query<HTMLAnchorElement>("[data-full-text] a");
    const words = choice.text.trim();
    link.href = `${this.dataset.search}?${new URLSearchParams({ words })}`;
    setText(link, this.messages.t("full_text", { words }));
  }

  private tellChosen(choice: Choice): void {
    const ticked = (facet: string) => choice.facets[facet]?.length ?? 0;
    const ofClaim = choice.claim ? 1 : 0;
    const numbers: Record<string, number> = {
      all: this.facets.reduce((sum, facet) => sum + ticked(facet), ofClaim),
      said: ticked("stance") + ofClaim,
    };
    for (const place of this.queryAll("[data-chosen-in]")) {
      const facet = place.dataset.chosenIn ?? "";
      const number = numbers[facet] ?? ticked(facet);
      setText(place, number ? this.messages.t("chosen", { number }) : "");
    }
  }

  /** What is chosen, each with what takes it away. */
  private chosen(): Chosen[] {
    const words = this.field.value.trim();
    const claim = this.claim;
    const empty = (field: { value: string }) => () => field.value = "";
    return [
      ...words ? [{ words: this.messages.t("typed", { words }), takeAway: empty(this.field) }] : [],
      ...claim?.value ? [{ words: claim.selectedOptions[0]?.text ?? "", takeAway: empty(claim) }] : [],
      ...this.boxes.filter((box) => box.checked).map((box) => ({
        words: labelOf(box),
        takeAway: () => box.checked = false,
      })),
    ];
  }

  private button({ words, takeAway }: Chosen): HTMLButtonElement {
    const button = make("button", { type: "button", class: "quiet" }, this.messages.t("take_away", { words }));
    button.addEventListener("click", () => {
      takeAway();
      this.update();
      this.status.focus();
    });
    return button;
  }

  protected isNarrowed(choice: Choice): boolean {
    return toAddress({ ...choice, sort: "title" }) !== "";
  }

  protected keep(choice: Choice): void {
    keepAddress(toAddress(choice));
  }

  private clear(): void {
    this.set({ text: "", claim: "", sort: this.choice().sort, facets: {} });
    this.update();
    this.field.focus();
  }
}

/** What a tick is for, without the number beside it. */
function labelOf(box: HTMLInputElement): string {
  const label = box.closest("label")?.cloneNode(true) as HTMLElement;
  label.querySelector("[data-count]")?.remove();
  return (label.textContent ?? "").trim();
}

export function setText(place: Element | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

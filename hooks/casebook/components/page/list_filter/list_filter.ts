import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { build, make, type Piece } from "../../../../scripts/lib/make.ts";
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

/** What a page with a list holds for its script. */
export interface ListData {
  /** How many entries the list has. */
  readonly total: number;
  /** The name of the data file that has them. */
  readonly list: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** Every entry of a list, and as plain data those that its page does not hold: data/case-cards.js and another. */
export interface WholeList extends PackedEntries {
  readonly cards: readonly Piece[];
}

/** An entry on the page; made when it is shown first. */
export type Item = () => HTMLElement;

/** So many entries one more press shows at the least; it doubles what is shown. */
const STEP = 24;
/** So many other words for what was typed are named. */
const MOST_WORDS = 6;
/** More than so many are not shown anew after a choice: each key would wait for them. */
const MOST_AT_A_KEY = 96;
/** From so many on, a browser lays out only what is on the screen. */
const LONG = 100;

/** One thing that a visitor chose, in words, and what takes it away. */
interface Chosen {
  readonly words: string;
  readonly takeAway: () => void;
}

/**
 * A list that can be narrowed by words and ticks and put in order. Its address keeps the choice. The page holds its
 * first entries; all of them, and the words that are searched, are loaded when somebody is about to choose.
 */
export abstract class ListFilterElement extends CasebookElement {
  /** Every entry; none before they are loaded. */
  protected entries: Entry[] = [];
  /** What stands on the page for each. */
  protected items: Item[] = [];
  protected messages = new Messages({});
  /** The facets that have ticks. */
  protected abstract readonly facets: readonly string[];
  private words: WordSearch | null = null;
  /** True once the words could not be loaded: then only the ticks narrow. */
  private isWithoutWords = false;
  /** What the status says in place of the number, until the next choice. */
  private news = "";
  /** True once every entry is known. */
  private isLoaded = false;
  private data: ListData = { total: 0, list: "", messages: {} };
  /** At most so many entries are shown. */
  private most = STEP;
  /** The places of the entries in the order that was asked for last. */
  private ordered: { entries: Entry[]; sort: string; places: number[] } = { entries: [], sort: "", places: [] };

  protected wire(signal: AbortSignal): void {
    const block = this.querySelector("[data-list-data]")?.textContent;
    if (!block) return;
    this.data = JSON.parse(block) as ListData;
    this.messages = new Messages(this.data.messages);
    const most: unknown = history.state?.most;
    if (typeof most === "number" && most > STEP) this.most = most;
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("input", () => this.update(), { signal });
    this.form.addEventListener("focusin", () => void this.loadList(), { signal });
    this.field.addEventListener("focus", () => void this.loadWords(), { signal });
    this.querySelector("[data-show-more]")?.addEventListener("click", () => void this.showMore(), { signal });
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
    if (isChanged) {
      this.news = "";
      this.keep(choice);
      this.allow(Math.min(this.most, MOST_AT_A_KEY));
    }
    if (!this.isLoaded) {
      if (this.needsAll(choice)) return void this.loadList().then((isThere) => isThere && this.update(false));
      return this.tell(choice, this.data.total, null);
    }
    if (choice.text.trim() && !this.words && !this.isWithoutWords) return void this.loadWords();
    const has = this.words?.find(choice.text);
    const hasWords = has ? (at: number) => has(this.entries[at]?.slug ?? "", this.moreWords(at)) : null;
    const { shown, counts } = narrow(this.entries, hasWords, choice);
    this.present(this.inOrder(choice.sort).filter((index) => shown[index]));
    this.tell(choice, shown.filter(Boolean).length, counts);
  }

  /** True where the first entries, as the page holds them, are not what is asked for. */
  private needsAll(choice: Choice): boolean {
    return this.isNarrowed(choice) || choice.sort !== "title" || this.most > STEP;
  }

  /** Loads every entry, once. False where they did not come. */
  protected async loadList(): Promise<boolean> {
    if (this.isLoaded) return true;
    try {
      const list = await loadData<WholeList>(this.data.list, this.dataset.list ?? "");
      if (!this.isLoaded) this.take(list);
      return true;
    } catch {
      setText(this.status, this.messages.t("list_failed"));
      return false;
    }
  }

  /** Takes the entries over; those that the page holds stand first. */
  protected take(list: WholeList): void {
    const first = this.queryAll("[data-items] > li").map((item) => () => item);
    this.items = [...first, ...list.cards.map((card) => once(() => make("li", {}, build(card))))];
    this.entries = unpack(list);
    this.isLoaded = true;
  }

  /** The places of the entries in an order. */
  private inOrder(sort: string): readonly number[] {
    const { entries } = this;
    if (this.ordered.entries !== entries || this.ordered.sort !== sort) {
      this.ordered = { entries, sort, places: inOrder(entries, sort) };
    }
    return this.ordered.places;
  }

  /** Puts the first of these entries on the page, in this order, and offers the others. */
  private present(places: readonly number[]): void {
    const list = this.query("[data-items]");
    const items = places.slice(0, this.most).map((index) => this.item(index));
    const known = items.findIndex((item, at) => list.children[at] !== item);
    const same = known < 0 ? items.length : known;
    while (list.children.length > same) list.lastElementChild!.remove();
    list.append(...items.slice(same));
    list.classList.toggle("is-long", items.length >= LONG);
    this.offer(places.length - items.length);
  }

  /** What stands on the page for an entry. */
  protected item(index: number): HTMLElement {
    return this.items[index]!();
  }

  /** Offers so many entries more, or as many as one press shows. */
  private offer(left: number): void {
    const button = this.querySelector<HTMLElement>("[data-show-more]");
    if (!button) return;
    button.hidden = left <= 0;
    setText(button, this.messages.t("more", { number: Math.min(left, this.most) }));
  }

  /** Shows twice as many; the focus goes to the first of the new ones. */
  private async showMore(): Promise<void> {
    if (!await this.loadList()) return;
    const before = this.query("[data-items]").children.length;
    this.allow(this.most * 2);
    this.update(false);
    this.query("[data-items]").children[before]?.querySelector("a")?.focus();
  }

  /** Notes how many may be shown, also for the way back to this page. */
  private allow(most: number): void {
    if (most === this.most) return;
    this.most = most;
    history.replaceState({ ...history.state, most }, "");
  }

  /** Loads the words, once, and then narrows by what has been typed meanwhile. */
  private async loadWords(): Promise<void> {
    if (this.words) return;
    try {
      this.words = new WordSearch(await loadData<WordList>("words", this.dataset.words ?? ""));
    } catch {
      this.isWithoutWords = true;
      this.news = this.messages.t("words_failed");
      return this.update(false);
    }
    if (this.field.value.trim()) this.update(false);
  }

  /** Says how many were found. Without counts those stay that the page holds. */
  protected tell(choice: Choice, shown: number, counts: ReadonlyMap<string, number> | null): void {
    const total = this.isLoaded ? this.entries.length : this.data.total;
    if (!counts) this.offer(total - this.query("[data-items]").children.length);
    const key = shown === total ? "all" : shown === 1 ? "one" : "some";
    setText(this.status, this.news || this.messages.t(key, { shown, total }));
    for (const box of counts ? this.boxes : []) {
      const place = box.closest("label")?.querySelector("[data-count]");
      setText(place, String(counts?.get(countKey(box.name, box.value)) ?? 0));
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
    const also = this.words?.alsoSearched(words).slice(0, MOST_WORDS) ?? [];
    this.query("[data-also]").hidden = also.length === 0;
    setText(this.query("[data-also]"), this.messages.t("also", { words: also.join(", ") }));
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

/** What is made once, when it is asked for first. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
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

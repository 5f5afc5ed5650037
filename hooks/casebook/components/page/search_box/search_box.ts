/**
 * The search: words in, plain links out. Its index is loaded when the first word is typed; from a memory stick it hands
 * over to the library.
 */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { type WordList, WordSearch } from "../list_filter/words.ts";
import { calledFirst, countWords, missingWords, sentenceWith } from "./found.ts";

interface Found {
  raw_url?: string;
  url: string;
  content: string;
  locations: number[];
  /** `address`: of an entry that is no page of its own. */
  meta: { title?: string; kind?: string; place?: string; also?: string; address?: string };
}

interface Result {
  data(): Promise<Found>;
}

interface Index {
  search(words: string): Promise<{ results: Result[] }>;
}

type Words = Record<"none" | "cases" | "one" | "other" | "from_disk" | "broken" | "searching" | "placed", string>;

const AT_ONCE = 10;
const PAUSE = 200;
const root = new URL("../", (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);

export class SearchBoxElement extends CasebookElement {
  private index?: Promise<Index>;
  private waiting?: number;
  private asked = 0;
  private rest: Result[] = [];

  protected wire(signal: AbortSignal): void {
    const form = this.query<HTMLFormElement>("form");
    const elsewhere = this.query<HTMLAnchorElement>(".elsewhere a");
    elsewhere.href = new URL("cases.html", root).href;
    form.hidden = location.protocol === "file:";
    if (form.hidden) {
      this.say(this.words.from_disk);
      this.query(".elsewhere").hidden = false;
      if (this.isInDialog) elsewhere.focus();
      return;
    }
    // What was typed before this script came is searched too.
    this.field.value ||= this.isInDialog ? "" : new URLSearchParams(location.search).get("words") ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.search();
    }, { signal });
    this.field.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.search(), PAUSE);
    }, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
    this.addEventListener("keydown", (event) => this.walk(event), { signal });
    this.query(".further button").addEventListener("click", () => void this.showMore(true), { signal });
    if (!location.hash || this.isInDialog) this.field.focus({ preventScroll: true });
    if (this.field.value) void this.search();
  }

  private get words(): Words {
    return JSON.parse(this.dataset.words ?? "{}") as Words;
  }

  private get isInDialog(): boolean {
    return this.closest("dialog") !== null;
  }

  private get field(): HTMLInputElement {
    return this.query<HTMLInputElement>("input");
  }

  private say(words = ""): void {
    this.query(".state").textContent = words;
  }

  /** The arrows lead from the field through the results and back; Enter opens a result, because it is a link. */
  private walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops: HTMLElement[] = [this.field, ...this.queryAll<HTMLElement>(".found a")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  private async search(): Promise<void> {
    clearTimeout(this.waiting);
    const words = this.field.value.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
    const turn = ++this.asked;
    if (!this.isInDialog) {
      history.replaceState(history.state, "", words ? `?${new URLSearchParams({ words })}` : location.pathname);
    }
    if (!words) return this.show([], "");
    this.say(this.words.searching);
    try {
      this.index ??= import(new URL("pagefind/pagefind.js", root).href) as Promise<Index>;
      const { results } = await (await this.index).search(words);
      const missing = missingWords(words, await Promise.all(results.slice(0, AT_ONCE).map((one) => one.data())));
      if (turn !== this.asked) return;
      if (missing.length || !results.length) await this.showCases(words, missing.join(" ") || words);
      else await this.show(results, countWords(results.length, this.words));
    } catch {
      this.index = undefined;
      this.query(".elsewhere").hidden = false;
      await this.show([], this.words.broken);
    }
  }

  /** Of words that stand on no page, the cases that have other words for the same, as the library finds them. */
  private async showCases(typed: string, missing: string): Promise<void> {
    const turn = this.asked;
    const list = await loadData<WordList>("words", new URL("data/words.js", root).href).catch(() => null);
    if (turn !== this.asked) return;
    const has = list && new WordSearch(list).find(typed);
    const links = list?.cases.flatMap((slug, at) => has?.(slug) ? [caseLink(slug, list.titles[at] ?? slug)] : []) ?? [];
    await this.show([], (links.length ? this.words.cases : this.words.none).replace("{words}", missing));
    this.query(".found").append(...links);
  }

  private async show(results: Result[], words: string): Promise<void> {
    const turn = this.asked;
    this.rest = results;
    this.query(".found").replaceChildren();
    await this.showMore(false);
    if (turn === this.asked) this.say(words);
  }

  private async showMore(moveFocus: boolean): Promise<void> {
    const turn = this.asked;
    const next = await Promise.all(this.rest.slice(0, AT_ONCE).map((one) => one.data()));
    if (turn !== this.asked) return;
    this.rest = this.rest.slice(AT_ONCE);
    const items = calledFirst(next, this.field.value).map((one) => entry(one, this.words.placed));
    this.query(".found").append(...items);
    this.query(".further").hidden = this.rest.length === 0;
    if (moveFocus) items[0]?.querySelector("a")?.focus();
  }
}

/** A case that has other words for what was typed. */
function caseLink(slug: string, title: string): HTMLLIElement {
  return make("li", {}, make("a", { href: new URL(`cases/${slug}.html`, root).href }, title));
}

/** One result: a link with its title, what it is and where, and the sentence around what was found. */
function entry({ raw_url, url, meta, content, locations }: Found, placed: string): HTMLLIElement {
  const href = new URL((meta.address ?? raw_url ?? url).replace(/^\//, ""), root).href;
  const kind = meta.kind ?? "";
  const place = meta.place ? placed.replace("{kind}", kind).replace("{place}", meta.place) : kind;
  const sentence = sentenceWith(content, locations, meta.title).map(({ text, isFound }) =>
    isFound ? make("mark", {}, text) : text
  );
  return make(
    "li",
    {},
    make("a", { href }, meta.title ?? href),
    make("p", { class: "kind" }, place),
    make("p", { class: "hint" }, ...sentence),
  );
}

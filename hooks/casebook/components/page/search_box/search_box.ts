/**
 * The search: words in, plain links out. Its index is loaded when the first word is typed; from a memory stick it hands
 * over to the library.
 */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { countWords, inPieces } from "./found.ts";

interface Found {
  raw_url?: string;
  url: string;
  excerpt: string;
  meta: { title?: string };
}

interface Index {
  search(words: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

const AT_ONCE = 10;
const PAUSE = 250;
const root = new URL("../", (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);

export class SearchBoxElement extends CasebookElement {
  private index?: Promise<Index>;
  private waiting?: number;
  private asked = 0;
  private rest: { data(): Promise<Found> }[] = [];

  protected wire(signal: AbortSignal): void {
    if (location.protocol === "file:") {
      this.say(this.dataset.fromDisk);
      this.query(".elsewhere").hidden = false;
      return;
    }
    const form = this.query<HTMLFormElement>("form");
    form.hidden = false;
    this.field.value = new URLSearchParams(location.search).get("words") ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.search();
    }, { signal });
    this.field.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => void this.search(), PAUSE);
    }, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
    this.query(".further button").addEventListener("click", () => void this.showMore(true), { signal });
    if (this.field.value) void this.search();
  }

  private get field(): HTMLInputElement {
    return this.query<HTMLInputElement>("input");
  }

  private say(words = ""): void {
    this.query(".state").textContent = words;
  }

  private async search(): Promise<void> {
    clearTimeout(this.waiting);
    const words = this.field.value.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
    const turn = ++this.asked;
    history.replaceState(history.state, "", words ? `?${new URLSearchParams({ words })}` : location.pathname);
    if (!words) return this.show([], "");
    this.say(this.dataset.searching);
    try {
      this.index ??= import(new URL("pagefind/pagefind.js", root).href) as Promise<Index>;
      const { results } = await (await this.index).search(words);
      if (turn === this.asked) await this.show(results, countWords(results.length, this.dataset));
    } catch {
      this.index = undefined;
      this.query(".elsewhere").hidden = false;
      await this.show([], this.dataset.broken ?? "");
    }
  }

  private async show(results: { data(): Promise<Found> }[], words: string): Promise<void> {
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
    const items = next.map((one) => entry(one));
    this.query(".found").append(...items);
    this.query(".further").hidden = this.rest.length === 0;
    if (moveFocus) items[0]?.querySelector("a")?.focus();
  }
}

/** One result: a link with its title, and the words around what was found. */
function entry(found: Found): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL((found.raw_url ?? found.url).replace(/^\//, ""), root).href;
  link.textContent = found.meta.title ?? link.href;
  const excerpt = document.createElement("p");
  excerpt.className = "hint";
  excerpt.append(...inPieces(found.excerpt).map((piece) => piece.isFound ? marked(piece.text) : piece.text));
  item.append(link, excerpt);
  return item;
}

function marked(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

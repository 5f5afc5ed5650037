import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { CompareTable, type Words } from "./compare_table.ts";
import { type Compared, fromAddress, MOST, nameOf, split, toAddress, type ToldCase } from "./comparing.ts";

/** Two to four cases or parts side by side. Loads only what is compared; keeps the choice in the address. */
export class CaseCompareElement extends HTMLElement {
  #leave = new AbortController();
  #words!: Words;
  #claims: ReadonlyMap<string, string> = new Map();
  #turn = 0;

  connectedCallback(): void {
    const data = this.querySelector("#compare-data")?.textContent;
    if (!data) return;
    const { words, claims } = JSON.parse(data) as { words: Words; claims: [string, string][] };
    this.#words = words;
    this.#claims = new Map(claims);
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.#fillSelects();
    this.querySelector("form")!.hidden = false;
    this.addEventListener("change", () => this.#chosen(), { signal });
    this.querySelector("form")!.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.querySelector("[data-print]")!.addEventListener("click", () => print(), { signal });
    globalThis.addEventListener("hashchange", () => this.#follow(), { signal });
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>("select[name=case]")];
  }

  /** The first select holds every case; the others get the same. */
  #fillSelects(): void {
    const [first, ...others] = this.#selects;
    for (const select of others) {
      if (first && select.options.length === 0) select.append(...[...first.children].map((one) => one.cloneNode(true)));
    }
  }

  #follow(): void {
    const known = new Set([...this.#selects[0]?.options ?? []].map((option) => option.value).filter(Boolean));
    const named = fromAddress(location.hash, known);
    if (!location.hash.includes("cases=")) return void this.#show(this.#picked());
    this.#selects.forEach((select, index) => select.value = named[index] ?? "");
    void this.#show(named);
  }

  #picked(): string[] {
    return [...new Set(this.#selects.map((select) => select.value).filter(Boolean))].slice(0, MOST);
  }

  #chosen(): void {
    const picked = this.#picked();
    const address = toAddress(picked);
    history.replaceState(history.state, "", address ? `#${address}` : location.href.replace(/#.*$/, ""));
    void this.#show(picked);
  }

  async #show(names: readonly string[]): Promise<void> {
    const turn = ++this.#turn;
    this.querySelector<HTMLElement>(".compared-foot")!.hidden = names.length < 2;
    if (names.length < 2) {
      this.#place.replaceChildren();
      return this.#t(this.#words.choose);
    }
    try {
      const columns = await Promise.all(names.map((name) => this.#column(name)));
      if (turn !== this.#turn) return;
      const table = new CompareTable(columns, { words: this.#words, claims: this.#claims, cases: this.dataset.cases ?? ".", marks: this });
      this.#place.replaceChildren(table.build());
      this.#t(this.#words.comparing.replace("{names}", columns.map(nameOf).join("; ")));
    } catch {
      if (turn === this.#turn) this.#t(this.#words.failed);
    }
  }

  async #column(name: string): Promise<Compared> {
    const [slug, part] = split(name);
    return { told: await loadData<ToldCase>(slug, `${this.dataset.data}/${slug}.js`), part };
  }

  get #place(): HTMLElement {
    return this.querySelector<HTMLElement>(".compared")!;
  }

  #t(words: string): void {
    this.querySelector("[role=status]")!.replaceChildren(make("span", {}, words));
  }
}

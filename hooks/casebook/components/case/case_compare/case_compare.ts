import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { keepAddress } from "../../../../scripts/lib/url_state.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/make.ts";
import { CompareTable, type Words } from "./compare_table.ts";
import { type Compared, fromAddress, MOST, nameOf, split, toAddress, type ToldCase } from "./comparing.ts";

/** What the page hands over: words, and with each claim and each field of statements how it is called. */
interface CompareData {
  readonly words: Words;
  readonly claims: readonly [string, string][];
  readonly statements: readonly [string, string][];
}

/** Two to four cases or parts side by side. Loads only what is compared; keeps the choice in the address. */
export class CaseCompareElement extends CasebookElement {
  private words!: Words;
  private claims: ReadonlyMap<string, string> = new Map();
  private statements: CompareData["statements"] = [];
  private turn = 0;

  protected wire(signal: AbortSignal): void {
    const data = this.querySelector("#compare-data")?.textContent;
    if (!data) return;
    const { words, claims, statements } = JSON.parse(data) as CompareData;
    this.words = words;
    this.statements = statements;
    this.claims = new Map(claims);
    this.fillSelects();
    this.query("form").hidden = false;
    this.addEventListener("change", () => this.chosen(), { signal });
    this.query("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.query("[data-print]").addEventListener("click", () => print(), { signal });
    globalThis.addEventListener("hashchange", () => this.follow(), { signal });
    this.follow();
  }

  private get selects(): HTMLSelectElement[] {
    return this.queryAll<HTMLSelectElement>("select[name=case]");
  }

  /** The first select holds every case; the others get the same. */
  private fillSelects(): void {
    const [first, ...others] = this.selects;
    for (const select of others) {
      if (first && select.options.length === 0) select.append(...[...first.children].map((one) => one.cloneNode(true)));
    }
  }

  private follow(): void {
    const known = new Set([...this.selects[0]?.options ?? []].map((option) => option.value).filter(Boolean));
    const named = fromAddress(location.hash, known);
    if (!location.hash.includes("cases=")) return void this.show(this.picked());
    this.selects.forEach((select, index) => select.value = named[index] ?? "");
    void this.show(named);
  }

  private picked(): string[] {
    return [...new Set(this.selects.map((select) => select.value).filter(Boolean))].slice(0, MOST);
  }

  private chosen(): void {
    const picked = this.picked();
    keepAddress(toAddress(picked));
    void this.show(picked);
  }

  private async show(names: readonly string[]): Promise<void> {
    const turn = ++this.turn;
    this.query(".compared-foot").hidden = names.length < 2;
    if (names.length < 2) {
      this.place.replaceChildren();
      return this.say(this.words.choose);
    }
    try {
      const columns = await Promise.all(names.map((name) => this.column(name)));
      if (turn !== this.turn) return;
      const table = new CompareTable(columns, {
        words: this.words,
        claims: this.claims,
        statements: this.statements,
        cases: this.dataset.cases ?? ".",
        marks: this,
      });
      this.place.replaceChildren(table.build());
      this.say(this.words.comparing.replace("{names}", columns.map(nameOf).join("; ")));
    } catch {
      if (turn === this.turn) this.say(this.words.failed);
    }
  }

  private async column(name: string): Promise<Compared> {
    const [slug, part] = split(name);
    return { told: await loadData<ToldCase>(slug, `${this.dataset.data}/${slug}.js`), part };
  }

  private get place(): HTMLElement {
    return this.query(".compared");
  }

  private say(words: string): void {
    this.query("[role=status]").replaceChildren(make("span", {}, words));
  }
}

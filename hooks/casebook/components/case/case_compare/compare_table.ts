import { type Content, make } from "../../../../scripts/lib/make.ts";
import {
  axis,
  bar,
  belonging,
  claimRows,
  type Compared,
  nameOf,
  runs,
  ticks,
  type Told,
  type ToldCase,
  type ToldFinding,
  type ToldForm,
  type ToldResult,
} from "./comparing.ts";

/** The words of the table, by name. */
export type Words = Readonly<
  Record<
    | "band"
    | "caption"
    | "choose"
    | "comparing"
    | "end"
    | "facts"
    | "failed"
    | "findings"
    | "forms"
    | "nothing"
    | "our_reading"
    | "results"
    | "strength"
    | "summary"
    | "told_beside"
    | "whole",
    string
  >
>;

interface Means {
  readonly words: Words;
  /** The statement of each claim, in the order of the founding article. */
  readonly claims: ReadonlyMap<string, string>;
  /** The name of each field of statements (task, home, across, above), and its heading. */
  readonly statements: readonly (readonly [string, string])[];
  /** The folder of the case pages, seen from this page. */
  readonly cases: string;
  /** Where the signs of modes and stances wait to be copied. */
  readonly marks: ParentNode;
}

/** Builds the table of a comparison: a column for each case or part, a row for each question. */
export class CompareTable {
  constructor(readonly columns: readonly Compared[], readonly means: Means) {}

  build(): HTMLElement {
    const { words } = this.means;
    const head = make("tr", {}, make("td", {}), ...this.columns.map((column) => this.head(column)));
    const rows = [
      this.once(words.summary, ({ summary }) => [summary]),
      this.row(words.facts, (column) => this.statements(column, column.told.facts)),
      this.band(),
      this.row(
        words.forms,
        (column) => belonging(column.told.forms, column.part).map((form) => this.form(column, form)),
      ),
      ...this.means.statements.map(([name, heading]) =>
        this.row(heading, (column) => this.statements(column, column.told.statements[name] ?? []))
      ),
      this.part(words.findings),
      ...this.findings(),
      this.part(words.results),
      this.row(
        words.results,
        (column) => belonging(column.told.results, column.part).map((result) => this.result(column, result)),
      ),
      this.row(words.strength, (column) => this.strengths(column)),
      this.once(words.end, ({ after_all, ended }) => [after_all, ended]),
    ];
    const table = make(
      "table",
      { class: "compare-table" },
      make("caption", { class: "off" }, words.caption),
      make("thead", {}, head),
    );
    table.append(make("tbody", {}, ...rows));
    const scroll = make(
      "div",
      { class: "table-scroll", role: "region", tabindex: "0", "aria-label": words.caption },
      table,
    );
    return make("div", {}, this.names(), scroll);
  }

  /** What is compared, as a list: on a narrow screen it stands in for the head of the table. */
  private names(): HTMLElement {
    return make(
      "ul",
      { class: "compared-names plain" },
      ...this.columns.map((column) => make("li", {}, ...this.named(column))),
    );
  }

  private head(column: Compared): HTMLElement {
    return make("th", { scope: "col" }, ...this.named(column));
  }

  private named({ told, part }: Compared): HTMLElement[] {
    const link = make("a", { href: `${this.means.cases}/${told.slug}.html` }, told.title);
    const where = part === null ? told.place : told.parts[part] ?? part;
    return [link, make("span", { class: "kind" }, `${where}, ${told.when}`)];
  }

  /** A heading over several rows. */
  private part(words: string): HTMLElement {
    return make(
      "tr",
      { class: "part" },
      make("th", { scope: "colgroup", colspan: String(this.columns.length + 1) }, words),
    );
  }

  private row(label: string, cell: (column: Compared) => Content[]): HTMLElement {
    const cells = this.columns.map((column) => this.cell(column, cell(column)));
    return make("tr", {}, make("th", { scope: "row" }, label), ...cells);
  }

  /** A row of what belongs to whole cases: told once for each case, over all of its columns that stand side by side. */
  private once(label: string, texts: (told: ToldCase) => readonly string[]): HTMLElement {
    const row = make("tr", {}, make("th", { scope: "row" }, label));
    for (const { columns, told } of runs(this.columns)) {
      const [first] = columns;
      if (!first) continue;
      const beside = make(
        "span",
        { class: "hint" },
        this.means.words.told_beside.replace("{name}", told ? nameOf(told) : ""),
      );
      const cell = this.cell(
        first,
        told ? [beside] : texts(first.told).filter(Boolean).map((text) => make("p", {}, text)),
      );
      if (columns.length > 1) {
        cell.setAttribute("colspan", String(columns.length));
        cell.dataset.label = first.told.name;
      }
      row.append(cell);
    }
    return row;
  }

  private cell(column: Compared, content: Content[]): HTMLElement {
    const nothing = make("span", { class: "hint" }, this.means.words.nothing);
    return make("td", { "data-label": nameOf(column) }, ...(content.length ? content : [nothing]));
  }

  private statements(column: Compared, things: readonly Told[]): HTMLElement[] {
    return belonging(things, column.part).map((thing) => this.statement(column, thing));
  }

  private statement(column: Compared, thing: Told, ...before: Content[]): HTMLElement {
    const doubts = (thing.doubts ?? []).map((doubt) => make("span", { class: "doubt" }, ` (${doubt})`));
    const disputed = (thing.disputed ?? []).map((one) => make("span", { class: "disputed" }, one));
    const limits = thing.limits ? make("span", { class: "limits" }, thing.limits) : null;
    const when = thing.when ? make("span", { class: "kind" }, ` ${thing.when}`) : null;
    return make(
      "p",
      {},
      this.pill(column, thing),
      ...before,
      thing.text ?? "",
      when,
      ...doubts,
      this.sources(column, thing),
      ...disputed,
      limits,
    );
  }

  /** The name of the part that a statement belongs to; of a part's column, what belongs to the whole case says so. */
  private pill({ told, part }: Compared, thing: Told): HTMLElement | null {
    if (part === null) {
      return thing.part ? make("span", { class: "of-part" }, told.parts[thing.part] ?? thing.part) : null;
    }
    return thing.part ? null : make("span", { class: "of-part" }, this.means.words.whole);
  }

  private sources({ told }: Compared, thing: Told): HTMLElement | null {
    if (!thing.sources?.length) return null;
    const list = make("span", { class: "citation" }, " (");
    thing.sources.forEach(([id, name], index) => {
      list.append(index ? "; " : "", make("a", { href: `${this.means.cases}/${told.slug}.html#source-${id}` }, name));
    });
    list.append(")");
    return list;
  }

  private form(column: Compared, form: ToldForm): HTMLElement {
    const label = ` ${form.label}${form.when ? `, ${form.when}` : ""}. `;
    return this.statement(column, { ...form, when: undefined }, this.mark("mode", form.mode), label);
  }

  private findings(): HTMLElement[] {
    return claimRows(this.columns, [...this.means.claims.keys()]).map(([claim, cells]) => {
      const row = make("tr", {}, make("th", { scope: "row" }, this.means.claims.get(claim) ?? claim));
      this.columns.forEach((column, index) => {
        row.append(this.cell(column, (cells[index] ?? []).map((finding) => this.finding(column, finding))));
      });
      return row;
    });
  }

  private finding(column: Compared, finding: ToldFinding): HTMLElement {
    const stance = this.mark("stance", finding.stance);
    if (!finding.sources?.length) stance.classList.add("is-hollow");
    const reading = make("p", { class: "reading" }, make("b", {}, this.means.words.our_reading), ` ${finding.reading}`);
    return make("div", { class: "compared-finding" }, stance, this.statement(column, finding), reading);
  }

  private result(column: Compared, result: ToldResult): HTMLElement {
    const measure = make("b", {}, `${result.measure}${result.when ? ` ${result.when}` : ""}: `);
    const text = [result.out, result.text ?? "", result.how].filter(Boolean).join(" ");
    return this.statement(column, { ...result, text, when: undefined }, measure);
  }

  private strengths({ told, part }: Compared): HTMLElement[] {
    const of = belonging(told.strengths, part);
    return of.map((one) =>
      make("p", {}, part === null && one.part ? `${told.parts[one.part] ?? one.part}: ${one.words}` : one.words)
    );
  }

  /** The forms of all columns over one and the same time. The same facts stand in the row under it. */
  private band(): HTMLElement {
    const span = axis(this.columns);
    const band = make("div", { class: "compare-band", "aria-hidden": "true" });
    for (const column of span ? this.columns : []) {
      const { told, part } = column;
      band.append(make("p", { class: "kind" }, nameOf(column)));
      for (const form of belonging(told.forms, part).filter((one) => one.dated)) {
        const { left, width, open } = bar(form, span!);
        const one = make(
          "span",
          { class: `bar mode-${form.mode}${open ? " is-open" : ""}` },
          this.mark("mode", form.mode, true),
        );
        one.style.setProperty("--left", `${left}%`);
        one.style.setProperty("--width", `${width}%`);
        band.append(make("div", { class: "row" }, one));
      }
    }
    if (span) band.append(this.scale(span));
    const { words } = this.means;
    const cell = make(
      "td",
      { colspan: String(this.columns.length) },
      span ? band : make("span", { class: "hint" }, words.nothing),
    );
    return make("tr", {}, make("th", { scope: "row" }, words.band), cell);
  }

  private scale(span: readonly [number, number]): HTMLElement {
    const scale = make("div", { class: "scale" });
    for (const year of ticks(span)) {
      const tick = make("span", {}, String(year));
      tick.style.setProperty("--left", `${((year - span[0]) / (span[1] - span[0])) * 100}%`);
      scale.append(tick);
    }
    return scale;
  }

  /** A copy of the sign of a mode or a stance. */
  private mark(kind: "mode" | "stance", name: string, bare = false): HTMLElement {
    const marks = this.means.marks.querySelector("template")!.content;
    const mark = marks.querySelector(`.${kind}-mark.${kind}-${name}`)!.cloneNode(true) as HTMLElement;
    if (bare) mark.querySelector(":scope > span")?.remove();
    return mark;
  }
}

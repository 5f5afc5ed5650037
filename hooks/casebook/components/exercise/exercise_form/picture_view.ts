/** Draws the picture of one's answers: a sentence, a table, bars of the same facts, patterns, and what to do next. */
import type { PageData, Pattern } from "../../../../scripts/exercise/types.ts";
import { linkApart, make } from "../../../../scripts/lib/dom.ts";
import { saysSomething } from "./picture.ts";
import type { CountedFacts, Counts, DimensionFacts, RatedFacts } from "./picture.ts";
import type { Fitting } from "../../../../scripts/exercise/scoring.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

export class PictureView {
  constructor(private readonly data: PageData, private readonly messages: Messages) {}

  /** `hasTexts`: something is filled in that is never counted. */
  draw(facts: (RatedFacts | CountedFacts)[], hasTexts: boolean): Node[] {
    const found = facts.filter(saysSomething);
    if (!found.length) {
      return [make("p", { "data-nothing": "" }, this.messages.t(hasTexts ? "nothing_counted" : "nothing_answered"))];
    }
    return [
      ...found.map((one) => "isAnswered" in one ? this.counted(one) : this.rated(one)),
      make("p", { class: "not-assurance" }, this.messages.t("not_assurance")),
      make("p", { class: "hint" }, this.messages.t("status")),
    ];
  }

  private rated(facts: RatedFacts): HTMLElement {
    const { part } = facts;
    const section = make(
      "section",
      { class: "picture-part" },
      this.heading(part.title),
      make("p", { class: "headline" }, this.headline(facts)),
    );
    if (facts.isMostlyUnseen) {
      section.append(make("p", { "data-unseen": "" }, this.messages.t("unseen_note", { answer: part.unsure })));
    }
    if (facts.length === "short") section.append(make("p", {}, this.messages.t("short_note")), this.itemTable(facts));
    else {section.append(
        this.scoreTable(facts),
        ...this.notes(facts),
        this.bars(facts),
        ...this.patterns(facts.fitting),
        this.next(facts),
      );}
    return section;
  }

  /** How many were answered, and how: with a mark, by not knowing, as not applying. */
  private headline({ part, answered, unsure, outside, of }: RatedFacts): string {
    const key = part.kind === "pairs" ? "answered_pairs" : "answered";
    const all = this.messages.t(key, { answered: answered + unsure + outside, of });
    if (!unsure && !outside) return all;
    const others: [number, string][] = [[unsure, part.unsure], [outside, part.outside]];
    const ways = [
      this.messages.t("with_mark", { count: answered }),
      ...others.filter(([count]) => count > 0).map(([count, answer]) =>
        this.messages.t("with_other", { count, answer })
      ),
    ];
    return `${all} ${this.messages.t("of_these", { ways: ways.join(", ") })}`;
  }

  private heading(title: string): HTMLElement | string {
    return title ? make("h4", {}, title) : "";
  }

  private table(columns: string[], rows: HTMLElement[]): HTMLElement {
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
    const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
    return make(
      "div",
      { class: "table-scroll", tabindex: "0", role: "region", "aria-label": columns.join(", ") },
      table,
    );
  }

  private row(name: string, ...cells: string[]): HTMLElement {
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
  }

  private scoreTable(facts: RatedFacts): HTMLElement {
    const columns = [
      this.messages.t("dimension"),
      this.messages.t("score"),
      this.messages.t("based_on"),
      facts.part.unsure,
      facts.part.outside,
    ];
    const rows = facts.dimensions.map(({ dimension, score, printed, isUnseen }) =>
      this.row(
        dimension.title,
        printed ?? this.messages.t(isUnseen ? "unseen" : "not_enough"),
        this.messages.t("based", { answered: score.answered, of: score.of }),
        String(score.unsure),
        String(score.outside),
      )
    );
    return this.table(columns, rows);
  }

  private notes(facts: RatedFacts): HTMLElement[] {
    const { part } = facts;
    const notes = [this.messages.t("score_note")];
    if (part.kind === "pairs") {
      notes.push(this.messages.t("pairs_note", { left: part.left ?? "", right: part.right ?? "" }));
    }
    if (facts.apart) {
      notes.push(this.messages.t("apart", { high: facts.apart.high, low: facts.apart.low, number: facts.apart.by }));
    } else if (facts.comparable) notes.push(this.messages.t("all_same"));
    return notes.map((note) => make("p", { class: "hint" }, note));
  }

  private itemTable(facts: RatedFacts): HTMLElement {
    const rows = facts.items.map(({ item, answer }) => this.row(item.text, answer ?? this.messages.t("blank")));
    return this.table([this.messages.t("statement"), this.messages.t("answer")], rows);
  }

  private bars(facts: RatedFacts): HTMLElement {
    const scored = facts.dimensions.filter((one) => one.printed !== null);
    if (!scored.length) return make("div", {});
    const bars = scored.map((one) => {
      const bar = make("span", { class: "bar-fill" });
      bar.style.width = `${one.width}%`;
      const track = make("span", { class: "bar-track", "aria-hidden": "true" }, bar);
      const spoken = make(
        "span",
        { class: "off" },
        this.messages.t("bar", { name: one.dimension.title, score: one.printed ?? "" }),
      );
      const name = make("span", { class: "bar-name", "aria-hidden": "true" }, one.dimension.title);
      return make(
        "li",
        {},
        spoken,
        name,
        track,
        make("span", { class: "bar-number", "aria-hidden": "true" }, one.printed),
      );
    });
    return make(
      "figure",
      { class: "score-bars" },
      make("figcaption", {}, this.messages.t("bars")),
      make("ul", { class: "plain" }, ...bars),
    );
  }

  private counted(facts: CountedFacts): HTMLElement {
    const tables = facts.counts.map((counts) => this.countTable(counts));
    return make(
      "section",
      { class: "picture-part" },
      this.heading(facts.part.title),
      ...tables,
      ...this.patterns(facts.fitting),
    );
  }

  /** The question heads the column of its answers. */
  private countTable({ label, key, of, rows }: Counts): HTMLElement {
    const cells = rows.map(({ name, count }) =>
      this.row(name, of === null ? String(count) : this.messages.t("count_of", { count, of }))
    );
    const table = this.table(
      [label ?? this.messages.t(key), this.messages.t(of === null ? "how_many" : "times")],
      cells,
    );
    table.classList.add("counts");
    return table;
  }

  private patterns({ patterns, judged, why }: Fitting): HTMLElement[] {
    const found = patterns.map((pattern) => this.pattern(pattern));
    if (why) found.push(make("p", { "data-none": why }, this.messages.t(why)));
    const nodes = found.length ? [make("h5", {}, this.messages.t("fits")), ...found] : [];
    if (judged.length) {
      nodes.push(
        make("h5", {}, this.messages.t("judge")),
        ...judged.map((pattern) => this.pattern(pattern)),
      );
    }
    return nodes;
  }

  /** What only people can judge begins with its question; what was counted ends with its rule. */
  private pattern(pattern: Pattern): HTMLElement {
    const isJudged = Boolean(pattern.when.people_judge);
    return make(
      "section",
      { class: "pattern", "data-pattern": pattern.id },
      make("h6", {}, pattern.title),
      isJudged ? make("p", { "data-judge": "" }, pattern.why.charAt(0).toUpperCase() + pattern.why.slice(1)) : "",
      make("p", {}, pattern.text),
      pattern.ask ? make("p", {}, this.messages.t("ask", { text: pattern.ask })) : "",
      isJudged
        ? ""
        : make("p", { class: "hint" }, this.messages.t("why_this", { rule: pattern.why.replace(/[.?]$/, "") })),
    );
  }

  private next(facts: RatedFacts): HTMLElement {
    const blocks = facts.dimensions.filter((one) => one.printed !== null).map((one) =>
      this.nextStep(facts.part.id, one)
    );
    if (!blocks.length) return make("div", {});
    return make("section", { class: "next-steps" }, make("h5", {}, this.messages.t("next")), ...blocks);
  }

  private nextStep(part: string, { dimension, asksForCheck }: DimensionFacts): HTMLElement {
    const reading = this.data.readings[`${part}/${dimension.id}`];
    const steps: [string, Node | string | null][] = [
      ["check", asksForCheck ? dimension.check : null],
      ["try", dimension.try],
      ["ask_peer", dimension.ask],
      ["read", reading ? linkApart(reading.address, reading.title, this.messages.t("new_tab")) : null],
    ];
    const lines = steps.filter((step) => step[1]).flatMap((
      [key, content],
    ) => [make("dt", {}, this.messages.t(key)), make("dd", {}, content)]);
    return make("section", { "data-next": dimension.id }, make("h6", {}, dimension.title), make("dl", {}, ...lines));
  }
}

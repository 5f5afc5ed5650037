/** Draws the picture of one's answers: a sentence, a table, bars of the same facts, patterns, and what to do next. */
import type { PageData, Pattern } from "./data.ts";
import { linkApart, make } from "./elements.ts";
import type { CountedFacts, DimensionFacts, RatedFacts } from "./picture.ts";
import type { Fitting } from "./rules.ts";
import type { Words } from "./say.ts";

export class PictureView {
  constructor(private readonly data: PageData, private readonly words: Words) {}

  draw(facts: (RatedFacts | CountedFacts)[]): Node[] {
    const parts = facts.map((one) => "answered" in one ? this.rated(one) : this.counted(one)).filter((one): one is HTMLElement =>
      one !== null
    );
    if (!parts.length) return [make("p", {}, this.words.say("nothing_answered"))];
    return [
      ...parts,
      make("p", { class: "not-assurance" }, this.words.say("not_assurance")),
      make("p", { class: "hint" }, this.words.say("status")),
    ];
  }

  private rated(facts: RatedFacts): HTMLElement {
    const { part } = facts;
    const key = part.kind === "pairs" ? "answered_pairs" : "answered";
    const said = [this.words.say(key, { answered: facts.answered, of: facts.of })];
    if (facts.unsure) said.push(this.words.say("unsure_times", { count: facts.unsure, answer: part.unsure }));
    if (facts.outside) said.push(this.words.say("unsure_times", { count: facts.outside, answer: part.outside }));
    const section = make("section", { class: "picture-part" }, this.heading(part.title), make("p", { class: "headline" }, said.join(" ")));
    if (facts.length === "short") section.append(make("p", {}, this.words.say("short_note")), this.itemTable(facts));
    else section.append(this.scoreTable(facts), ...this.notes(facts), this.bars(facts), ...this.patterns(facts.fitting), this.next(facts));
    return section;
  }

  private heading(title: string): HTMLElement | string {
    return title ? make("h4", {}, title) : "";
  }

  private table(columns: string[], rows: HTMLElement[], caption?: string): HTMLElement {
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
    const table = make("table", {}, caption ? make("caption", {}, caption) : "", make("thead", {}, head), make("tbody", {}, ...rows));
    return make("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption ?? columns.join(", ") }, table);
  }

  private row(name: string, ...cells: string[]): HTMLElement {
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
  }

  private scoreTable(facts: RatedFacts): HTMLElement {
    const columns = [
      this.words.say("dimension"),
      this.words.say("score"),
      this.words.say("based_on"),
      facts.part.unsure,
      facts.part.outside,
    ];
    const rows = facts.dimensions.map(({ dimension, score, printed }) =>
      this.row(
        dimension.title,
        printed ?? this.words.say("not_enough"),
        this.words.say("based", { answered: score.answered, of: score.of }),
        String(score.unsure),
        String(score.outside),
      )
    );
    return this.table(columns, rows);
  }

  private notes(facts: RatedFacts): HTMLElement[] {
    const { part } = facts;
    const notes = [this.words.say("score_note")];
    if (part.kind === "pairs") notes.push(this.words.say("pairs_note", { left: part.left ?? "", right: part.right ?? "" }));
    if (facts.apart) notes.push(this.words.say("apart", { high: facts.apart.high, low: facts.apart.low, number: facts.apart.by }));
    else if (facts.comparable) notes.push(this.words.say("all_same"));
    return notes.map((note) => make("p", { class: "hint" }, note));
  }

  private itemTable(facts: RatedFacts): HTMLElement {
    const rows = facts.items.map(({ item, answer }) => this.row(item.text, answer ?? this.words.say("blank")));
    return this.table([this.words.say("statement"), this.words.say("answer")], rows);
  }

  private bars(facts: RatedFacts): HTMLElement {
    const scored = facts.dimensions.filter((one) => one.printed !== null);
    if (!scored.length) return make("div", {});
    const bars = scored.map((one) => {
      const bar = make("span", { class: "bar-fill" });
      bar.style.width = `${one.width}%`;
      const track = make("span", { class: "bar-track", "aria-hidden": "true" }, bar);
      const spoken = make("span", { class: "off" }, this.words.say("bar", { name: one.dimension.title, score: one.printed ?? "" }));
      const name = make("span", { class: "bar-name", "aria-hidden": "true" }, one.dimension.title);
      return make("li", {}, spoken, name, track, make("span", { class: "bar-number", "aria-hidden": "true" }, one.printed));
    });
    return make("figure", { class: "score-bars" }, make("figcaption", {}, this.words.say("bars")), make("ul", { class: "plain" }, ...bars));
  }

  private counted(facts: CountedFacts): HTMLElement | null {
    if (!facts.total) return null;
    const rows = facts.counts.map(({ name, count }) => this.row(name, this.words.say("count_of", { count, of: facts.total })));
    const section = make("section", { class: "picture-part" }, this.heading(facts.part.title));
    if (rows.length && facts.part.kind !== "text") section.append(this.table([this.words.say("thing"), this.words.say("times")], rows));
    section.append(...this.patterns(facts.fitting));
    return section;
  }

  private patterns({ patterns, judged, why }: Fitting): HTMLElement[] {
    const found = patterns.map((pattern) => this.pattern(pattern));
    if (why) found.push(make("p", { "data-none": why }, this.words.say(why)));
    const nodes = found.length ? [make("h5", {}, this.words.say("fits")), ...found] : [];
    if (judged.length) nodes.push(make("h5", {}, this.words.say("judge")), ...judged.map((pattern) => this.pattern(pattern)));
    return nodes;
  }

  private pattern(pattern: Pattern): HTMLElement {
    return make(
      "section",
      { class: "pattern", "data-pattern": pattern.id },
      make("h6", {}, pattern.title),
      make("p", {}, pattern.text),
      pattern.ask ? make("p", {}, this.words.say("ask", { text: pattern.ask })) : "",
      make("p", { class: "hint" }, this.words.say("why_this", { rule: pattern.why.replace(/[.?]$/, "") })),
    );
  }

  private next(facts: RatedFacts): HTMLElement {
    const blocks = facts.dimensions.filter((one) => one.printed !== null).map((one) => this.nextStep(facts.part.id, one));
    if (!blocks.length) return make("div", {});
    return make("section", { class: "next-steps" }, make("h5", {}, this.words.say("next")), ...blocks);
  }

  private nextStep(part: string, { dimension, asksForCheck }: DimensionFacts): HTMLElement {
    const reading = this.data.readings[`${part}/${dimension.id}`];
    const steps: [string, Node | string | null][] = [
      ["check", asksForCheck ? dimension.check : null],
      ["try", dimension.try],
      ["ask_peer", dimension.ask],
      ["read", reading ? linkApart(reading.address, reading.title, this.words.say("new_tab")) : null],
    ];
    const lines = steps.filter((step) => step[1]).flatMap((
      [key, content],
    ) => [make("dt", {}, this.words.say(key)), make("dd", {}, content)]);
    return make("section", { "data-next": dimension.id }, make("h6", {}, dimension.title), make("dl", {}, ...lines));
  }
}

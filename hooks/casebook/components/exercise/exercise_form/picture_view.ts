/**
 * Draws the picture of one's answers: what was written, then for each part that is counted what fits, the scores, and
 * what to do next.
 */
import type { Answers, PageData, Part, Pattern } from "../../../../scripts/exercise/types.ts";
import { own } from "../../../../scripts/lib/plain.ts";
import { linkApart, make, queryAll } from "../../../../scripts/lib/dom.ts";
import { because, scoreName } from "./because.ts";
import { inTurn, saysSomething, SHOWN_FIRST } from "./picture.ts";
import type { CountedFacts, Counts, DimensionFacts, RatedFacts } from "./picture.ts";
import type { Fitting } from "../../../../scripts/exercise/scoring.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { writtenIn } from "./written.ts";
import { writtenView } from "./written_view.ts";

export class PictureView {
  private answers: Answers = {};
  /** The parts of which every dimension was asked for. */
  private readonly whole = new Set<string>();

  constructor(private readonly data: PageData, private readonly messages: Messages) {}

  draw(facts: (RatedFacts | CountedFacts)[], answers: Answers): Node[] {
    this.answers = answers;
    const written = writtenIn(this.data, answers, this.messages);
    const found = facts.filter(saysSomething);
    if (!found.length && !written.length) {
      return [make("p", { "data-nothing": "" }, this.messages.t("nothing_answered"))];
    }
    return [
      ...(written.length ? [writtenView(written, this.messages)] : []),
      ...found.map((one) => "isAnswered" in one ? this.counted(one) : this.rated(one)),
      make("p", { class: "not-assurance" }, this.messages.t("not_assurance")),
      ...(found.length ? [make("p", { class: "hint" }, this.messages.t("status"))] : []),
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
    if (facts.length === "short") {
      section.append(...this.lowest(facts), make("p", {}, this.messages.t("short_note")), this.itemTable(facts));
    } else {
      const scores = facts.dimensions.length > 1 ? this.scoreTable(facts) : this.oneScore(facts.dimensions[0]!);
      section.append(
        ...this.apart(facts),
        ...this.patterns(part, facts.fitting),
        scores,
        ...this.notes(facts),
        this.next(facts),
      );
    }
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

  private row(name: string, ...cells: (string | Node)[]): HTMLElement {
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
  }

  /** Each score with its bar; answers that are never scored have a column where there are any. */
  private scoreTable(facts: RatedFacts): HTMLElement {
    const { part, unsure, outside } = facts;
    const columns = [
      this.messages.t("dimension"),
      this.messages.t("score"),
      this.messages.t("based_on"),
      ...(unsure ? [part.unsure] : []),
      ...(outside ? [part.outside] : []),
    ];
    const rows = facts.dimensions.map((one) =>
      this.row(
        one.dimension.title,
        this.score(one),
        this.messages.t("based", { answered: one.score.answered, of: one.score.of }),
        ...(unsure ? [String(one.score.unsure)] : []),
        ...(outside ? [String(one.score.outside)] : []),
      )
    );
    const table = this.table(columns, rows);
    table.classList.add("scores");
    return table;
  }

  private score(facts: DimensionFacts): string | Node {
    if (facts.printed === null) return this.messages.t(facts.isUnseen ? "unseen" : "not_enough");
    const bar = make("span", { class: "bar-fill" });
    bar.style.width = `${facts.width}%`;
    const track = make("span", { class: "bar-track", "aria-hidden": "true" }, bar);
    return make("span", { class: "score-bar" }, make("span", { class: "bar-number" }, facts.printed), track);
  }

  private oneScore({ dimension, printed, isUnseen, score }: DimensionFacts): HTMLElement {
    const said = printed
      ? this.messages.t("one_score", { name: dimension.title, score: printed, answered: score.answered, of: score.of })
      : `${dimension.title}: ${this.messages.t(isUnseen ? "unseen" : "not_enough")}.`;
    return make("p", { class: "one-score" }, said);
  }

  /** The two furthest apart, or that none are. */
  private apart({ apart, comparable }: RatedFacts): HTMLElement[] {
    if (!apart) return comparable ? [make("p", {}, this.messages.t("all_same"))] : [];
    const said = ({ dimension, printed }: DimensionFacts) => scoreName(dimension.title, printed ?? "", this.messages);
    const far = this.messages.t("apart", { high: said(apart.high), low: said(apart.low) });
    return [make("p", { "data-apart": "" }, `${far} ${this.messages.t("apart_note")}`)];
  }

  private notes({ part, dimensions }: RatedFacts): HTMLElement[] {
    const notes = [
      part.kind === "pairs"
        ? this.messages.t("pairs_note", { left: part.left ?? "", right: part.right ?? "" })
        : this.messages.t("score_note"),
      dimensions.some((one) => one.printed === null) ? this.messages.t("score_from") : "",
    ];
    return [make("p", { class: "hint" }, notes.filter(Boolean).join(" "))];
  }

  private lowest({ lowest }: RatedFacts): HTMLElement[] {
    if (!lowest.length) return [];
    const lines = lowest.map(({ item, answer }) => make("li", {}, `${item.text} (${answer})`));
    return [make("h5", {}, this.messages.t("short_lowest")), make("ul", { "data-lowest": "" }, ...lines)];
  }

  private itemTable(facts: RatedFacts): HTMLElement {
    const rows = facts.items.map(({ item, answer }) => this.row(item.text, answer ?? this.messages.t("blank")));
    return this.table([this.messages.t("statement"), this.messages.t("answer")], rows);
  }

  private counted(facts: CountedFacts): HTMLElement {
    const tables = facts.counts.map((counts) => this.countTable(counts));
    return make(
      "section",
      { class: "picture-part" },
      this.heading(facts.part.title),
      ...this.patterns(facts.part, facts.fitting),
      ...tables,
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

  private patterns(part: Part, { patterns, why }: Fitting): HTMLElement[] {
    const found = patterns.map((pattern) => this.pattern(pattern, part));
    return [
      ...(found.length ? [make("h5", {}, this.messages.t("fits")), ...found] : []),
      ...(why ? [make("p", { "data-none": why }, this.messages.t(why))] : []),
    ];
  }

  /** What is said of the answers, which answers are behind it, and a question. */
  private pattern(pattern: Pattern, part: Part): HTMLElement {
    const reasons = because(pattern, part, own(this.answers, part.id), this.messages).join(" ");
    return make(
      "section",
      { class: "pattern", "data-pattern": pattern.id },
      make("h6", {}, pattern.title),
      make("p", { class: "because" }, this.messages.t("why_this", { reasons })),
      make("p", {}, pattern.text),
      pattern.ask ? make("p", {}, this.messages.t("ask", { text: pattern.ask })) : "",
    );
  }

  /** What to do next: for the lowest scores first, for the others when asked. */
  private next(facts: RatedFacts): HTMLElement {
    const { part } = facts;
    const turns = inTurn(facts);
    if (!turns.length) return make("div", {});
    const first = part.kind === "pairs" || this.whole.has(part.id) ? turns.length : SHOWN_FIRST;
    const blocks = turns.map((one) => this.nextStep(part.id, one));
    blocks.slice(first).forEach((block) => block.hidden = true);
    const key = part.kind !== "pairs" && turns.length > SHOWN_FIRST ? "next_lowest" : "next";
    const section = make(
      "section",
      { class: "next-steps" },
      make("h5", {}, this.messages.t(key, { count: SHOWN_FIRST })),
      ...blocks,
    );
    if (turns.length > first) section.append(this.showRest(section, part.id, turns.length - first));
    return section;
  }

  private showRest(section: HTMLElement, part: string, count: number): HTMLElement {
    const label = this.messages.t("next_rest", { count });
    const button = make("button", { type: "button", class: "quiet", "data-show-rest": "" }, label);
    button.addEventListener("click", () => {
      this.whole.add(part);
      const hidden = queryAll(section, "[data-next][hidden]");
      hidden.forEach((block) => block.hidden = false);
      hidden[0]?.focus();
      button.remove();
    });
    return button;
  }

  private nextStep(part: string, { dimension, asksForCheck, printed }: DimensionFacts): HTMLElement {
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
    return make(
      "section",
      { "data-next": dimension.id, tabindex: "-1" },
      make("h6", {}, scoreName(dimension.title, printed ?? "", this.messages)),
      make("dl", {}, ...lines),
    );
  }
}

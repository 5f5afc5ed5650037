/** Draws what a group sees once its count is finished: what divides it most first, names before counts. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Counts, PatternName } from "../../../../scripts/exercise/group_patterns.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { spoken } from "../../../../scripts/lib/messages.ts";
import type { StatementResult } from "./counted_statements.ts";
import type { GroupRound } from "./round_file.ts";

/** What stands above a result. */
export interface ResultHead {
  exercise: { title: string };
  date: string;
  answered: number;
  invited: string;
  organisations: string;
}

/** Patterns of which a side speaks, where a statement has two. */
const SIDED: readonly PatternName[] = ["split", "low", "middle", "high"];
const DOT = "\u25CF";

export class ResultView {
  constructor(private readonly messages: Messages) {}

  /** The name of a pattern; pairs have sides in the place of a low and a high end. */
  nameOf({ statement, pattern }: StatementResult): string {
    const isSided = statement.part.kind === "pairs" && (pattern.name === "low" || pattern.name === "high");
    return this.messages.t(isSided ? `name_${pattern.name}_sided` : `name_${pattern.name}`);
  }

  /** What to talk about where statements have this pattern. */
  private promptFor({ statement, pattern }: StatementResult): string {
    const isSided = statement.part.kind === "pairs" && SIDED.includes(pattern.name);
    return this.messages.t(isSided ? `prompt_${pattern.name}_sided` : `prompt_${pattern.name}`);
  }

  draw(results: readonly StatementResult[], head: ResultHead): Node[] {
    const groups = new Map<string, StatementResult[]>();
    for (const result of results) {
      const name = this.nameOf(result);
      groups.set(name, [...groups.get(name) ?? [], result]);
    }
    return [
      make("h3", {}, head.exercise.title),
      make("p", { "data-answered": "" }, this.answered(head)),
      ...[...groups].map(([name, found]) => this.group(name, found)),
      make("p", { class: "not-assurance" }, this.messages.t("not_assurance")),
    ];
  }

  private answered({ date, answered, invited, organisations }: ResultHead): string {
    const key = invited
      ? organisations ? "answered_of_from" : "answered_of"
      : organisations
      ? "answered_from"
      : "answered";
    return this.messages.t(key, { count: answered, invited, organisations, date: spoken(date) });
  }

  private group(name: string, results: readonly StatementResult[]): HTMLElement {
    const pattern = results[0]!.pattern.name;
    const isSplit = pattern === "split";
    const counted = results.filter((one) => one.pattern.counts);
    return make(
      "section",
      { class: "group-pattern", "data-pattern": pattern },
      make("h4", {}, name),
      make("p", {}, this.promptFor(results[0]!)),
      ...(isSplit
        ? results.map((one, at) => this.divided(one, at === 0 && results.length > 1))
        : counted.length
        ? [this.table(counted)]
        : []),
      isSplit || counted.length === results.length ? "" : this.list(results.filter((one) => !one.pattern.counts)),
    );
  }

  /** A statement that divides the group, with a dot for each person. */
  private divided({ statement, pattern }: StatementResult, isFirst: boolean): HTMLElement {
    const { points, unsure, outside } = pattern.counts!;
    const labels = [...statement.part.points, statement.part.unsure, statement.part.outside];
    const rows = [...points, unsure, outside].flatMap((count, at) =>
      at < points.length || count
        ? [make(
          "tr",
          {},
          make("th", { scope: "row" }, labels[at]!),
          make("td", {}, String(count)),
          make("td", { "aria-hidden": "true" }, DOT.repeat(count)),
        )]
        : []
    );
    return make(
      "div",
      { class: "divided", "data-statement": statement.id },
      isFirst ? make("p", { class: "eyebrow" }, this.messages.t("begin_here")) : null,
      make(
        "table",
        {},
        make("caption", {}, `${statement.number}. ${statement.text}`),
        make("tbody", {}, ...rows),
      ),
    );
  }

  private list(results: readonly StatementResult[]): HTMLElement {
    return make("ul", { class: "plain" }, ...results.map((one) => make("li", this.mark(one), ...this.said(one))));
  }

  private table(results: readonly StatementResult[]): HTMLElement {
    const { part } = results[0]!.statement;
    const columns = [this.messages.t("statement"), ...part.points, part.unsure, part.outside];
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
    const rows = results.map((one) =>
      make(
        "tr",
        this.mark(one),
        make("th", { scope: "row" }, ...this.said(one)),
        ...cells(one.pattern.counts!).map((count) => make("td", {}, String(count))),
      )
    );
    return make(
      "div",
      { class: "table-scroll", role: "region", tabindex: "0", "aria-label": this.nameOf(results[0]!) },
      make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)),
    );
  }

  private mark({ statement }: StatementResult): Record<string, string> {
    return { "data-statement": statement.id };
  }

  private said({ statement, pattern }: StatementResult): (Node | string)[] {
    const words = `${statement.number}. ${statement.text}`;
    return pattern.isUnopposed
      ? [`${words} `, make("b", { class: "unopposed" }, this.messages.t("unopposed"))]
      : [words];
  }

  /** The names of this round beside those of an earlier one, for the statements that both may compare. */
  compared(results: readonly StatementResult[], earlier: GroupRound, date: string): HTMLElement | null {
    const both = results.filter(({ statement, pattern }) => pattern.isComparable && earlier.patterns[statement.id]);
    if (!both.length) return null;
    const inOrder = [...both].sort((one, other) => one.statement.number - other.statement.number);
    const named = (result: StatementResult, { name, unopposed }: GroupRound["patterns"][string]) => {
      const words = this.nameOf({ ...result, pattern: { ...result.pattern, name } });
      return unopposed ? `${words}. ${this.messages.t("unopposed")}` : words;
    };
    const rows = inOrder.map((one) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, `${one.statement.number}. ${one.statement.text}`),
        make("td", { "data-label": spoken(earlier.date) }, named(one, earlier.patterns[one.statement.id]!)),
        make(
          "td",
          { "data-label": spoken(date) },
          named(one, { name: one.pattern.name, unopposed: one.pattern.isUnopposed }),
        ),
      )
    );
    const columns = [this.messages.t("statement"), spoken(earlier.date), spoken(date)];
    const head = make("tr", {}, ...columns.map((column) => make("th", { scope: "col" }, column)));
    return make("table", { class: "stacking" }, make("thead", {}, head), make("tbody", {}, ...rows));
  }
}

function cells({ points, unsure, outside }: Counts): number[] {
  return [...points, unsure, outside];
}

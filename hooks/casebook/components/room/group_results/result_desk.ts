/** What can be done with a result that was shown: agree on it, print it, copy it, keep it, set it beside an earlier one. */
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import type { TallyRules } from "../../../../scripts/exercise/group_patterns.ts";
import { download, make, query, queryAll, textOf } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { copyRich } from "../../../../scripts/lib/rich_copy.ts";
import type { StatementResult } from "./counted_statements.ts";
import { ResultView } from "./result_view.ts";
import { comparable, readRound, writeRound } from "./round_file.ts";
import type { Agreed, GroupRound } from "./round_file.ts";

/** What was shown, and how many sheets it rests on. */
export interface Shown {
  exercise: Exercise;
  results: StatementResult[];
  answered: number;
  invited: string;
  organisations: string;
  date: string;
}

export class ResultDesk {
  /** True once what is shown is in a file. */
  isKept = false;
  private readonly view: ResultView;

  constructor(
    private readonly place: HTMLElement,
    private readonly shown: Shown,
    private readonly rules: TallyRules,
    private readonly messages: Messages,
    private readonly tell: (sentence: string) => void,
    signal: AbortSignal,
  ) {
    this.view = new ResultView(messages);
    const on = (name: string, act: () => void) =>
      query(place, `[data-${name}]`).addEventListener("click", act, { signal });
    const earlier = query<HTMLInputElement>(place, "[data-earlier]");
    on("print", () => print());
    on("copy", () => this.copy());
    on("keep", () => this.keep());
    on("compare-with", () => earlier.click());
    earlier.addEventListener("change", () => void this.compare(earlier), { signal });
    query(place, "[data-agreed]").addEventListener("input", () => this.isKept = false, { signal });
    query(place, "[data-result-body]").replaceChildren(...this.view.draw(shown.results, shown));
    place.hidden = false;
    place.focus();
  }

  private get agreed(): Agreed {
    const texts = (name: string) =>
      queryAll<HTMLInputElement>(this.place, `[data-agreed-${name}]`).map((one) => one.value.trim());
    const [what, owner, date] = [texts("what"), texts("owner"), texts("date")];
    return {
      actions: what.map((text, at) => ({ what: text, owner: owner[at] ?? "", date: date[at] ?? "" })),
      not: texts("not")[0] ?? "",
      again: texts("again")[0] ?? "",
    };
  }

  private copy(): void {
    const isCopied = copyRich(query(this.place, "[data-on-paper]"));
    this.tell(this.messages.t(isCopied ? "copied" : "not_copied"));
  }

  private keep(): void {
    const { exercise, results, answered, date } = this.shown;
    const { slug, title, version } = exercise;
    const patterns = comparable(results);
    const name = `${this.messages.t("file_stem")}-${slug}-${date}.json`;
    const round: GroupRound = { exercise: slug, title, version, date, answered, patterns, agreed: this.agreed };
    download(name, writeRound(round), "application/json");
    this.isKept = true;
    this.tell(this.messages.t("kept", { name }));
  }

  /** Sets the names of an earlier round beside those of this one. */
  private async compare(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const earlier = readRound(await textOf(file) ?? "");
    input.value = "";
    const place = query(this.place, "[data-compared]");
    const beside = earlier?.exercise === this.shown.exercise.slug
      ? this.view.compared(this.shown.results, earlier, this.shown.date)
      : null;
    place.hidden = !beside;
    if (!earlier) return this.tell(this.messages.t("compare_not_ours"));
    if (earlier.exercise !== this.shown.exercise.slug) {
      return this.tell(this.messages.t("compare_other", { name: earlier.title }));
    }
    if (!beside) return this.tell(this.messages.t("compare_few", { count: this.rules.rounds_from }));
    query(place, "[data-compared-body]").replaceChildren(beside, ...this.agreedThen(earlier.agreed));
    this.tell("");
    place.focus();
  }

  /** What was agreed in an earlier round. */
  private agreedThen({ actions }: Agreed): HTMLElement[] {
    const told = actions.filter(({ what }) => what)
      .map((one) => [one.what, one.owner, one.date].filter(Boolean).join(", "));
    if (!told.length) return [];
    return [
      make("p", {}, this.messages.t("compare_agreed")),
      make("ul", {}, ...told.map((text) => make("li", {}, text))),
    ];
  }
}

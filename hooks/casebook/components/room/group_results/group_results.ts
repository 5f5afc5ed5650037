/**
 * Counts the sheets of a group and shows once what its exercise allows. Everything stays in the page; once the result is
 * shown nobody's marks are left in it.
 */
import type { TallyRules } from "../../../../scripts/exercise/group_patterns.ts";
import type { Length } from "../../../../scripts/exercise/tally.ts";
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import { textOf } from "../../../../scripts/lib/dom.ts";
import { today } from "../../../../scripts/lib/messages.ts";
import { readAddress, textIn } from "../../../../scripts/lib/url_state.ts";
import { labelOf, markWrong, wrongOf } from "../../../../scripts/room/people_fields.ts";
import { RoomToolElement } from "../../../../scripts/room/room_tool.ts";
import { formsOf, resultsOf, statementsOf } from "./counted_statements.ts";
import type { CountedStatement } from "./counted_statements.ts";
import { GroupCount } from "./group_count.ts";
import type { Sheet } from "./group_count.ts";
import { markingKeys } from "./marking_keys.ts";
import { OutsideAnswers, summaryOf } from "./outside_answers.ts";
import type { Brought } from "./outside_answers.ts";
import { ResultDesk } from "./result_desk.ts";
import { SheetEntry } from "./sheet_entry.ts";
import { sheetLines } from "./sheet_lines.ts";

/** What the page holds for it. */
export interface GroupPage {
  words: Record<string, unknown>;
  rules: TallyRules;
}

/** A count under way. */
interface Counting {
  exercise: Exercise;
  isShort: boolean;
  statements: CountedStatement[];
  count: GroupCount;
  entry: SheetEntry;
  outside: OutsideAnswers;
  /** Ends the listeners of its fields. */
  end: AbortController;
}

export class GroupResultsElement extends RoomToolElement {
  private page!: GroupPage;
  private counting: Counting | null = null;
  private desk: ResultDesk | null = null;
  private signal!: AbortSignal;

  protected override wire(signal: AbortSignal): void {
    super.wire(signal);
    this.signal = signal;
    this.page = this.readPage<GroupPage>();
    const files = this.query<HTMLInputElement>("[data-files]");
    this.on("take-codes", () => this.takeCodes(), signal);
    this.on("open-files", () => files.click(), signal);
    this.on("finish", () => void this.finish(), signal);
    files.addEventListener("change", () => void this.takeFiles(files), { signal });
    this.chosen.addEventListener("change", () => void this.choose(this.chosen.value, ""), { signal });
    this.length.addEventListener("change", () => void this.choose(this.chosen.value, this.length.value), { signal });
    const address = readAddress(location.hash);
    const wanted = textIn(address?.get("exercise"));
    const isThere = [...this.chosen.options].some(({ value }) => value === wanted);
    this.chosen.value = isThere ? wanted : "";
    if (isThere && wanted) void this.choose(wanted, textIn(address?.get("length")));
  }

  private get chosen(): HTMLSelectElement {
    return this.query("[data-exercise]");
  }

  private get length(): HTMLSelectElement {
    return this.query("[data-length]");
  }

  protected get isFilled(): boolean {
    const isTyped = this.counting !== null && (this.counting.count.sheets.length > 0 || this.counting.entry.isFilled);
    return isTyped || (this.desk !== null && !this.desk.isKept);
  }

  protected forget(): void {
    this.counting?.end.abort();
    [this.counting, this.desk] = [null, null];
  }

  /** Begins a count of an exercise; where it has two forms, of the one that is chosen, and not before one is. */
  private async choose(slug: string, length: string): Promise<void> {
    const before = this.counting;
    const isEarly = before !== null && before.exercise.slug === slug && before.count.sheets.length === 0;
    if (before && !isEarly && this.isFilled && !await this.ask("change_sure", "yes_change")) {
      this.chosen.value = before.exercise.slug;
      this.length.value = before.isShort ? "short" : "full";
      return;
    }
    // Before the first sheet is in, what stands in the field may be one of the other form.
    const typed = isEarly ? before.entry.text : "";
    this.forget();
    const exercise = slug ? await this.load(slug) : null;
    const forms = exercise ? formsOf(exercise) : [];
    this.showForms(exercise, forms, length);
    const form = forms.length === 1 ? forms[0]! : forms.find((one) => one === this.length.value);
    for (const name of ["typing", "outside", "finishing"]) this.query(`[data-${name}]`).hidden = !form;
    this.query("[data-floor]").textContent = exercise ? this.messages.t("floor", { count: exercise.pool }) : "";
    if (!exercise || !form) return;
    this.begin(exercise, form);
    if (typed) this.counting!.entry.put(typed);
  }

  /** Offers the forms in which the sheets may be, where there is more than one. */
  private showForms(exercise: Exercise | null, forms: readonly Length[], length: string): void {
    this.query("[data-of-length]").hidden = forms.length < 2;
    this.length.value = forms.find((form) => form === length) ?? "";
    if (!exercise) return;
    for (const option of this.length.options) {
      if (!option.value) continue;
      const count = statementsOf(exercise, option.value === "short").length;
      option.textContent = this.messages.t(`length_${option.value}`, { count });
    }
  }

  private async load(slug: string): Promise<Exercise | null> {
    try {
      const every = await loadData<Exercise[]>("exercises", this.dataset.exercises ?? "");
      return every.find((one) => one.slug === slug) ?? null;
    } catch {
      this.tell("setup", this.messages.t("not_loaded"));
      return null;
    }
  }

  private begin(exercise: Exercise, form: Length): void {
    const isShort = form === "short";
    const statements = statementsOf(exercise, isShort);
    const other = formsOf(exercise).find((one) => one !== form);
    const count = new GroupCount(statements.length, other ? statementsOf(exercise, other === "short").length : 0);
    const end = new AbortController();
    const entry = new SheetEntry(this.query("[data-typing]"), statements, count, this.messages, {
      tell: (sentence) => this.tell("sheet", sentence),
      changed: () => this.showSheets(),
    }, end.signal);
    const outside = new OutsideAnswers(exercise, statements, count);
    this.counting = { exercise, isShort, statements, count, entry, outside, end };
    this.query("[data-keys]").replaceChildren(...markingKeys(statements, this.messages));
    this.showSheets();
  }

  private showSheets(): void {
    if (!this.counting) return;
    const { count, entry } = this.counting;
    const lines = sheetLines(count.sheets, this.messages, {
      again: (sheet) => entry.begin(sheet),
      takeOut: (sheet) => void this.takeOut(sheet),
    });
    const again = count.sheets.filter((sheet) => sheet.again).length;
    const said = [
      this.messages.t("so_far", { count: count.sheets.length }),
      again ? this.messages.t("so_far_again", { count: again }) : "",
    ];
    this.query("[data-sheets]").replaceChildren(...lines);
    this.query("[data-so-far]").textContent = said.filter(Boolean).join(" ");
  }

  private async takeOut(sheet: Sheet): Promise<void> {
    if (!await this.ask("remove_sure", "yes_remove")) return;
    this.counting?.count.remove(sheet);
    this.counting?.entry.begin(null);
    this.showSheets();
    this.tell("sheet", this.messages.t("removed", { number: sheet.number }));
    this.query("[data-marks]").focus();
  }

  private takeCodes(): void {
    const field = this.query<HTMLTextAreaElement>("[data-codes]");
    const brought = this.counting?.outside.take(field.value);
    if (!brought) return;
    this.showBrought([brought]);
    if (brought.taken && !brought.broken.length) field.value = "";
  }

  private async takeFiles(input: HTMLInputElement): Promise<void> {
    const files = [...input.files ?? []];
    const texts = await Promise.all(files.map(textOf));
    input.value = "";
    const { counting } = this;
    if (!counting) return;
    // Of two files that hold the same, each may be somebody's: only the very same file is the same answers.
    this.showBrought(
      files.map((file, at) => counting.outside.take(texts[at] ?? "", `${file.name} ${file.lastModified}`)),
    );
  }

  /** Shows what came from outside the room, and says what became of each. */
  private showBrought(every: readonly Brought[]): void {
    const { counting } = this;
    if (!counting) return;
    if (!counting.entry.isFilled) counting.entry.begin(null);
    this.showSheets();
    this.tell("outside", summaryOf(every, this.messages));
  }

  /** The fields for how many were invited, and from how many organisations. */
  private get people(): HTMLInputElement[] {
    return this.queryAll<HTMLInputElement>("[data-invited], [data-organisations]");
  }

  /** What is wrong with the number of people invited, or of organisations; empty where nothing is. */
  private faultIn(answered: number): string {
    const wrong = wrongOf(this.people);
    if (wrong.length) {
      const told = wrong.map((field) =>
        this.messages.t("no_number", { field: labelOf(field), text: field.value.trim() })
      );
      return told.join(" ");
    }
    const invited = this.people[0]!;
    const count = invited.value.trim();
    if (!count || Number(count) >= answered) return "";
    markWrong(invited);
    invited.focus();
    return this.messages.t("more_than_invited", { here: answered, count });
  }

  /** Ends the count: what the rules allow is shown, and everybody's marks are forgotten. */
  private async finish(): Promise<void> {
    const { counting } = this;
    if (!counting) return;
    const { exercise, statements, count, entry } = counting;
    const answered = count.sheets.length;
    if (answered < exercise.pool) {
      return this.tell("finish", this.messages.t("floor_not_reached", { count: exercise.pool, here: answered }));
    }
    if (entry.isFilled) return this.tell("finish", this.messages.t("half_typed"));
    const wrong = this.faultIn(answered);
    if (wrong) return this.tell("setup", wrong);
    if (!await this.ask("finish_sure", "yes_finish")) return;
    const results = resultsOf(statements, count.counts, exercise.pool, this.page.rules);
    const [invited, organisations] = this.people.map(({ value }) => value.trim());
    this.forget();
    this.query("[data-counting]").remove();
    this.tell("", "");
    const shown = {
      exercise,
      results,
      answered,
      date: today(),
      invited: invited ?? "",
      organisations: organisations ?? "",
    };
    const tell = (sentence: string) => this.tell("result", sentence);
    this.desk = new ResultDesk(this.query("[data-result]"), shown, this.page.rules, this.messages, tell, this.signal);
  }
}

/** What is saved on this device: rounds side by side, taking them along, bringing them in, deleting them. */
import {
  isFile,
  isHere,
  load,
  mergeRounds,
  putAside,
  readFile,
  recordFile,
  remove,
  store,
  storedExercises,
} from "../answer-store/answer-store.ts";
import type { Round, Rounds } from "../answer-store/answer-store.ts";
import { loadData } from "../../scripts/shared/data.ts";
import type { Exercise } from "../exercise-form/data.ts";
import { askFirst, download, make, need, readJson } from "../exercise-form/elements.ts";
import { spoken, today, Words } from "../exercise-form/say.ts";
import { asMarkdown, sideBySide } from "./record-lines.ts";

export class MyRecordElement extends HTMLElement {
  private words!: Words;
  private exercises = new Map<string, Exercise>();
  private stop = new AbortController();

  connectedCallback(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.words = new Words(readJson(need(this, "[data-record-words]")));
    const on = (name: string, act: () => void) => need(this, `[data-${name}]`).addEventListener("click", act, { signal });
    const file = need<HTMLInputElement>(this, "[data-file]");
    on("export-json", () => this.export("json"));
    on("export-markdown", () => this.export("md"));
    on("print", () => print());
    on("import", () => file.click());
    on("delete-all", () => void this.deleteAll());
    file.addEventListener("change", () => void this.bringIn(file), { signal });
    addEventListener("storage", () => {
      this.show();
      this.tell(this.words.say("changed_elsewhere"));
    }, { signal });
    addEventListener("pageshow", (event) => event.persisted && this.show(), { signal });
    this.show();
    void this.name();
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  /** Names and labels come from the exercises; without them, ids stand. */
  private async name(): Promise<void> {
    try {
      const all = await loadData<Exercise[]>("exercises", this.dataset.exercises ?? "");
      this.exercises = new Map(all.map((exercise) => [exercise.slug, exercise]));
    } catch {
      return;
    }
    this.show();
  }

  private tell(sentence: string): void {
    need(this, "[data-status]").textContent = sentence;
  }

  private titleOf(rounds: Rounds): string {
    return this.exercises.get(rounds.exercise)?.title ?? rounds.title;
  }

  private get record(): Rounds[] {
    return (storedExercises() ?? []).map(load).flatMap((stored) => stored.state === "ok" ? [stored.rounds] : []);
  }

  private show(): void {
    const names = storedExercises();
    const problem = need(this, "[data-problem]");
    problem.hidden = !isFile() && names !== null;
    if (!problem.hidden) problem.textContent = this.words.say(isFile() ? "from_file" : "forbidden");
    const sections = (names ?? []).map((name) => this.section(name));
    const nothing = names?.length === 0 ? [make("p", { "data-empty": "" }, this.words.say("empty"))] : [];
    need(this, "[data-list]").replaceChildren(...nothing, ...sections);
    for (const name of ["export-json", "export-markdown", "print", "delete-all"]) {
      need<HTMLButtonElement>(this, `[data-${name}]`).disabled = !names?.length;
    }
  }

  private section(name: string): HTMLElement {
    const stored = load(name);
    const title = this.exercises.get(name)?.title ?? (stored.state === "ok" ? stored.rounds.title : name);
    const known = this.exercises.size === 0 || this.exercises.has(name);
    const section = make("section", { class: "record-exercise", "data-exercise": name });
    section.append(make("h2", {}, known ? title : this.words.say("unknown_exercise", { name: title })));
    if (stored.state !== "ok") section.append(make("p", {}, this.words.say("broken", { name: title })), this.deleteButton(name));
    else section.append(...this.roundsOf(stored.rounds, known));
    return section;
  }

  private roundsOf(rounds: Rounds, known: boolean): HTMLElement[] {
    const list = rounds.rounds.map((round) => {
      const button = make(
        "button",
        { type: "button", class: "quiet small" },
        this.words.say("delete_one"),
        make("span", { class: "off" }, ` ${this.nameOf(round)}`),
      );
      button.addEventListener("click", () => void this.deleteRound(rounds.exercise, round));
      return make("li", { "data-round": round.id }, make("span", {}, this.nameOf(round)), button);
    });
    const back = make("a", { href: `${this.dataset.folder ?? ""}${rounds.exercise}.html` }, this.words.say("to_exercise"));
    const several = rounds.rounds.length > 1;
    const notes = several ? ["compare_first", "compare_note"].map((key) => make("p", { class: "hint" }, this.words.say(key))) : [];
    return [
      known ? make("p", {}, back) : make("p", {}),
      make("ul", { class: "plain record-rounds" }, ...list),
      ...notes,
      this.table(rounds),
      this.deleteButton(rounds.exercise),
    ];
  }

  private nameOf(round: Round): string {
    return this.words.say("round_of", { date: spoken(round.date), version: round.version });
  }

  private table(rounds: Rounds): HTMLElement {
    const names = rounds.rounds.map((round) => this.nameOf(round));
    const heads = names.map((name) => make("th", { scope: "col" }, name));
    const head = make("tr", {}, make("th", { scope: "col" }, this.words.say("question")), ...heads);
    const rows = sideBySide(this.exercises.get(rounds.exercise), rounds.rounds, this.words).map((row) => {
      const cells = row.texts.map((text, index) => make("td", { "data-label": names[index] ?? "" }, text || this.words.say("no_answer")));
      return make("tr", row.isHeading ? { class: "dimension-row" } : {}, make("th", { scope: "row" }, row.label), ...cells);
    });
    const table = make("table", { class: "stacking" }, make("thead", {}, head), make("tbody", {}, ...rows));
    return make("div", {
      class: "table-scroll",
      tabindex: "0",
      role: "region",
      "aria-label": `${this.words.say("side_by_side")}: ${this.titleOf(rounds)}`,
    }, table);
  }

  private deleteButton(name: string): HTMLElement {
    const button = make("button", { type: "button", class: "quiet small", "data-delete-exercise": "" }, this.words.say("delete_exercise"));
    button.addEventListener("click", () => void this.deleteExercise(name));
    return button;
  }

  private sure(question: string): Promise<boolean> {
    return askFirst(need<HTMLDialogElement>(this, "[data-sure]"), question, this.words.say("yes_delete"));
  }

  private async deleteRound(exercise: string, round: Round): Promise<void> {
    if (!(await this.sure(this.words.say("delete_one_sure", { date: spoken(round.date) })))) return;
    const stored = load(exercise);
    if (stored.state === "ok") store({ ...stored.rounds, rounds: stored.rounds.rounds.filter((one) => one.id !== round.id) });
    this.deleted();
  }

  private async deleteExercise(name: string): Promise<void> {
    if (!(await this.sure(`${this.words.say("delete_exercise")}?`))) return;
    remove(name);
    this.deleted();
  }

  private async deleteAll(): Promise<void> {
    if (!(await this.sure(this.words.say("delete_all_sure")))) return;
    (storedExercises() ?? []).forEach(remove);
    this.deleted();
  }

  private deleted(): void {
    this.show();
    this.tell(this.words.say("deleted"));
  }

  private export(kind: "json" | "md"): void {
    const name = `${this.words.say("file_stem")}-${today()}.${kind}`;
    const { record } = this;
    const named = record.map((rounds) => ({
      title: this.titleOf(rounds),
      exercise: this.exercises.get(rounds.exercise),
      rounds: rounds.rounds,
    }));
    const text = kind === "json" ? recordFile(record, today()) : asMarkdown(named, this.words, spoken);
    download(name, text, kind === "json" ? "application/json" : "text/markdown");
    this.tell(this.words.say("downloaded", { name }));
  }

  /** Checks a file, says what would come in, and waits for the visitor's word. */
  private async bringIn(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const read = readFile(await file.text());
    input.value = "";
    const place = need(this, "[data-found]");
    place.hidden = true;
    if (!read.ok) return this.tell(this.words.say("import_not_ours"));
    const coming = read.exercises.map((one) => ({ ...one, rounds: this.news(one) }));
    const news = coming.reduce((sum, one) => sum + one.rounds.length, 0);
    const same = read.exercises.reduce((sum, one) => sum + one.rounds.length, 0) - news;
    if (!news) return this.tell(this.words.say("nothing_new"));
    const go = make("button", { type: "button", "data-import-go": "" }, this.words.say("import_go"));
    const leave = make("button", { type: "button", class: "quiet" }, this.words.say("import_stop"));
    const values = { news: this.words.say("import_news", { count: news }), same };
    place.replaceChildren(make("p", {}, this.words.say("import_found", values)), make("div", { class: "actions" }, go, leave));
    go.addEventListener("click", () => this.add(coming, news));
    leave.addEventListener("click", () => place.hidden = true);
    place.hidden = false;
    place.focus();
  }

  private news(rounds: Rounds): Round[] {
    const stored = load(rounds.exercise);
    return stored.state === "ok" ? rounds.rounds.filter((round) => !isHere(stored.rounds.rounds, round)) : rounds.rounds;
  }

  /** Adds rounds to what is stored now. What cannot be read stays as it is. */
  private add(coming: Rounds[], news: number): void {
    need(this, "[data-found]").hidden = true;
    for (const one of coming.filter((rounds) => rounds.rounds.length)) {
      const stored = load(one.exercise);
      const here = stored.state === "ok" ? stored.rounds.rounds : [];
      const aside = stored.state === "broken" ? putAside(one.exercise, stored.text) : null;
      const trouble = aside ?? store({ ...one, rounds: mergeRounds(here, one.rounds) });
      if (trouble) {
        this.show();
        return this.tell(this.words.say(trouble === "full" ? "full" : "forbidden"));
      }
    }
    this.show();
    this.tell(this.words.say("imported", { news: this.words.say("import_news", { count: news }) }));
  }
}

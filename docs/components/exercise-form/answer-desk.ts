/** What can be done with the answers on the device: print, download, open, save, delete, clear. Every outcome is told in a sentence. */
import { answersFile, countAnswers, isFile, keep, load, newId, putAside, readFile, remove, store } from "../answer-store/answer-store.ts";
import type { Round } from "../answer-store/answer-store.ts";
import type { Answers, PageData } from "./data.ts";
import { askFirst, download, make, need } from "./elements.ts";
import { spoken, today } from "./say.ts";
import type { Words } from "./say.ts";

/** The form, as the desk sees it. */
export interface Form extends HTMLElement {
  readonly answers: Answers;
  open(answers: Answers): number;
  clear(): void;
}

export class AnswerDesk {
  /** The round that this window saved or opened, and the seal under which it knows it. */
  private round: { id: string; seal: string; date: string } | null = null;

  constructor(private readonly form: Form, private readonly data: PageData, private readonly words: Words) {}

  wire(signal: AbortSignal): void {
    const on = (name: string, act: () => void) => need(this.form, `[data-${name}]`).addEventListener("click", act, { signal });
    const file = need<HTMLInputElement>(this.form, "[data-file]");
    on("print", () => print());
    on("download", () => this.download());
    on("open", () => file.click());
    on("save", () => this.save());
    on("delete", () => void this.delete());
    on("clear-page", () => void this.clear());
    file.addEventListener("change", () => void this.openFile(file), { signal });
    addEventListener("storage", () => this.showStored(), { signal });
    addEventListener("pageshow", () => this.forget(), { signal });
    for (const name of ["save", "delete", "save-note", "record-note"]) need(this.form, `[data-${name}]`).hidden = isFile();
    need(this.form, "[data-file-note]").hidden = !isFile();
    this.showStored();
  }

  private tell(...sentences: string[]): void {
    need(this.form, "[data-status]").textContent = sentences.filter(Boolean).join(" ");
  }

  private forget(): void {
    this.round = null;
    this.showStored();
  }

  private download(): void {
    const { slug, title, version } = this.data;
    const name = `${slug}-${today()}.json`;
    download(name, answersFile(slug, title, version, today(), this.form.answers), "application/json");
    this.tell(this.words.say("downloaded", { name }));
  }

  private async openFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const read = readFile(await file.text());
    input.value = "";
    if (!read.ok || !read.exercises.length) return this.tell(this.words.say("open_not_ours"));
    const mine = read.exercises.find((one) => one.exercise === this.data.slug);
    const round = mine?.rounds.at(-1);
    if (!round) return this.tell(this.words.say("open_other", { name: read.exercises[0]!.title }));
    if (await this.mayReplace()) this.show(round, false);
  }

  private async mayReplace(): Promise<boolean> {
    if (!countAnswers(this.form.answers)) return true;
    return await this.ask("open_replace", "yes_replace");
  }

  private ask(question: string, yes: string, count?: number): Promise<boolean> {
    const values: Record<string, number> = count === undefined ? {} : { count };
    return askFirst(need<HTMLDialogElement>(this.form, "[data-sure]"), this.words.say(question, values), this.words.say(yes));
  }

  /** Puts a round on the page and says how old it is and what of it is unknown here. */
  private show(round: Round, stored: boolean): void {
    const unknown = this.form.open(round.answers);
    this.round = stored ? { id: round.id, seal: round.seal, date: round.date } : null;
    const older = round.version !== this.data.version;
    const values = { date: spoken(round.date), version: round.version, now: this.data.version };
    this.tell(
      this.words.say(older ? "opened_older" : "opened", values),
      unknown ? this.words.say("opened_unknown", { count: unknown }) : "",
    );
  }

  private save(): void {
    const { answers } = this.form;
    if (!countAnswers(answers)) return this.tell(this.words.say("save_nothing"));
    const before = load(this.data.slug);
    if (before.state === "broken" && putAside(this.data.slug, before.text)) return this.tell(this.words.say("save_full"));
    const rounds = before.state === "ok" ? before.rounds.rounds : [];
    const round = { id: this.round?.id ?? newId(), date: this.round?.date ?? today(), version: this.data.version, seal: newId(), answers };
    const kept = keep(rounds, round, this.round?.seal ?? null);
    const trouble = store({ exercise: this.data.slug, title: this.data.title, rounds: kept.rounds });
    if (trouble) return this.tell(this.words.say(`save_${trouble}`));
    this.round = { id: kept.round.id, seal: kept.round.seal, date: kept.round.date };
    this.showStored();
    const date = spoken(kept.round.date);
    this.tell(
      this.words.say(kept.apart ? "saved_apart" : "saved", { date }),
      before.state === "broken" ? this.words.say("save_broken") : "",
    );
  }

  private async delete(): Promise<void> {
    const stored = load(this.data.slug);
    if (stored.state === "none" || stored.state === "forbidden") return this.tell(this.words.say("delete_nothing"));
    const count = stored.state === "ok" ? stored.rounds.rounds.length : 1;
    if (!(await this.ask("delete_sure", "yes_delete", count))) return;
    remove(this.data.slug);
    this.round = null;
    this.showStored();
    this.tell(this.words.say("deleted"));
  }

  private async clear(): Promise<void> {
    if (countAnswers(this.form.answers) && !(await this.ask("clear_sure", "yes_clear"))) return;
    this.form.clear();
    this.round = null;
    this.tell(this.words.say("cleared"));
  }

  /** Offers what is saved. Nothing is opened unasked: the device may be shared. */
  private showStored(): void {
    const place = need(this.form, "[data-saved-before]");
    const stored = isFile() ? { state: "none" as const } : load(this.data.slug);
    place.hidden = stored.state !== "broken" && stored.state !== "ok";
    place.replaceChildren();
    if (stored.state === "broken") place.append(make("p", {}, this.words.say("stored_broken")));
    if (stored.state !== "ok") return;
    const { rounds } = stored.rounds;
    const last = rounds.at(-1)!;
    const button = make(
      "button",
      { type: "button", class: "quiet", "data-open-saved": "" },
      this.words.say("open_saved", { date: spoken(last.date) }),
    );
    button.addEventListener("click", () => void this.openSaved());
    place.append(make("p", {}, this.words.say("stored", { count: rounds.length })), button);
  }

  private async openSaved(): Promise<void> {
    const stored = load(this.data.slug);
    const last = stored.state === "ok" ? stored.rounds.rounds.at(-1) : undefined;
    if (last && await this.mayReplace()) this.show(last, true);
  }
}

/** What is saved on this device: rounds side by side, taking them along, bringing them in, deleting them. */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { recordFile } from "../answer_store/answer_store.ts";
import type { Rounds } from "../answer_store/answer_store.ts";
import { everyAside, isFile, isOurs, load, storedExercises } from "../answer_store/device.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import { download, make, queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { Messages, today } from "../../../../scripts/lib/messages.ts";
import { BringIn } from "./bring_in.ts";
import { Deleting } from "./deleting.ts";
import { asMarkdown } from "./record_lines.ts";
import type { Acts, Named } from "./record_section.ts";
import { RecordSection, statusLine } from "./record_section.ts";

/** So many exercises are listed at once; the others come when they are asked for. This casebook has far fewer. */
const LISTED = 100;

export class MyRecordElement extends CasebookElement {
  private messages!: Messages;
  private deleting!: Deleting;
  private exercises = new Map<string, Exercise>();
  /** True once the visitor has asked for every exercise. */
  private isWhole = false;

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(readJson(this.query("[data-record-words]")));
    this.deleting = new Deleting(this.query("[data-sure]"), this.messages, {
      tell: (line, sentence) => this.tell(line, sentence),
      done: (line, sentence) => this.done(line, sentence),
    });
    const on = (name: string, act: () => void) =>
      this.query(`[data-${name}]`).addEventListener("click", act, { signal });
    const file = this.query<HTMLInputElement>("[data-file]");
    const bringIn = new BringIn(
      this.query("[data-found]"),
      this.messages,
      (sentence, isDone = false) => this.done("bring", sentence, isDone),
    );
    on("export-json", () => this.export("json"));
    on("export-markdown", () => this.export("md"));
    on("print", () => print());
    on("import", () => {
      this.tell("", "");
      file.click();
    });
    on("delete-all", () => void this.deleting.everything(() => this.unread));
    file.addEventListener("change", () => void bringIn.read(file), { signal });
    const onStored = ({ key }: StorageEvent) => {
      if (key === null || isOurs(key)) this.done("list", this.messages.t("changed_elsewhere"), false);
    };
    addEventListener("storage", onStored, { signal });
    addEventListener("pageshow", (event) => event.persisted && this.show(), { signal });
    this.show();
    void this.name();
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

  /** Says something beside the buttons it answers; all other lines fall silent. */
  private tell(line: string, sentence: string): void {
    for (const one of this.queryAll("[data-status]")) one.textContent = one.dataset.status === line ? sentence : "";
  }

  /** Shows what is stored now and says what was done. Where what had the focus is gone, the sentence takes it. */
  private done(line: string, sentence: string, takesFocus = true): void {
    this.show(line);
    this.tell(line, sentence);
    if (takesFocus) this.queryAll("[data-status]").find((one) => one.dataset.status === line)?.focus();
  }

  private named(slug: string): Named {
    const exercise = this.exercises.get(slug);
    const stored = load(slug);
    const title = exercise?.title ?? (stored.state === "ok" ? stored.rounds.title : slug);
    return { slug, title, exercise, isKnown: this.exercises.size === 0 || exercise !== undefined };
  }

  /** What can be read of all that is stored; null when the browser does not let us look. */
  private get record(): Rounds[] | null {
    const every = storedExercises()?.map((slug) => load(slug));
    if (!every || every.some(({ state }) => state === "forbidden")) return null;
    return every.flatMap((stored) => stored.state === "ok" ? [stored.rounds] : []);
  }

  /** Draws the list. A line of words stays where an exercise was that has just been deleted. */
  private show(line = ""): void {
    const names = storedExercises();
    const problem = this.query("[data-problem]");
    problem.hidden = !isFile() && names !== null;
    if (!problem.hidden) problem.textContent = this.messages.t(isFile() ? "from_file" : "forbidden");
    const list = this.query("[data-list]");
    const isGone = !names?.includes(line) &&
      queryAll(list, "[data-exercise]").some((one) => one.dataset.exercise === line);
    const slugs = this.inOrder([...names ?? [], ...(isGone ? [line] : [])]);
    const more = this.isWhole ? 0 : Math.max(slugs.length - LISTED, 0);
    const nothing = names?.length === 0 ? [make("p", { "data-empty": "" }, this.messages.t("empty"))] : [];
    const focus = this.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key
      : undefined;
    const listed = slugs.slice(0, slugs.length - more).map((slug) =>
      names?.includes(slug) ? this.section(slug) : statusLine(slug)
    );
    list.replaceChildren(...nothing, ...listed, ...(more ? [this.askForMore(more)] : []));
    if (focus) queryAll(list, "[data-key]").find((one) => one.dataset.key === focus)?.focus();
    for (const name of ["export-json", "export-markdown", "print", "delete-all"]) {
      this.query<HTMLButtonElement>(`[data-${name}]`).disabled = !names?.length;
    }
  }

  /** The exercises of this casebook first. */
  private inOrder(slugs: string[]): string[] {
    const [ours, others] = [true, false].map((isOurs) =>
      slugs.filter((slug) => this.exercises.has(slug) === isOurs).sort()
    );
    return [...ours!, ...others!];
  }

  private askForMore(count: number): HTMLElement {
    const button = make(
      "button",
      { type: "button", class: "quiet", "data-more-exercises": "" },
      this.messages.t("list_more", { count }),
    );
    button.addEventListener("click", () => {
      this.isWhole = true;
      this.show();
      this.queryAll("[data-list] h2")[LISTED]?.focus();
    });
    return button;
  }

  private section(slug: string): HTMLElement {
    const named = this.named(slug);
    return new RecordSection(named, this.messages, this.dataset.folder ?? "", this.actsOn(named)).draw();
  }

  private actsOn({ slug, title }: Named): Acts {
    return {
      deleteRound: (round) => void this.deleting.round(slug, title, round),
      deleteRounds: () => void this.deleting.rounds(slug, title),
      download: (text) => {
        const name = `${slug}-${this.messages.t("unread_stem")}-${today()}.txt`;
        download(name, text, "text/plain");
        this.tell(slug, this.messages.t("downloaded", { name }));
      },
      deleteBroken: () => void this.deleting.broken(slug, title),
      deleteAside: (text) => void this.deleting.aside(slug, title, text),
    };
  }

  /** How many texts cannot be read, or not to the end. */
  private get unread(): number {
    const inUse = (slug: string) => {
      const stored = load(slug);
      return stored.state === "broken" || (stored.state === "ok" && stored.damaged > 0);
    };
    return everyAside().length + (storedExercises() ?? []).filter(inUse).length;
  }

  private export(kind: "json" | "md"): void {
    const name = `${this.messages.t("file_stem")}-${today()}.${kind}`;
    const { record } = this;
    if (!record) return this.done("take", this.messages.t("forbidden"));
    const titled = record.map(({ exercise: slug, rounds }) => ({ ...this.named(slug), rounds }));
    const text = kind === "json" ? recordFile(record, today()) : asMarkdown(titled, this.messages);
    download(name, text, kind === "json" ? "application/json" : "text/markdown");
    const without = this.unread ? this.messages.t("export_without", { count: this.unread }) : "";
    this.tell("take", [this.messages.t("downloaded", { name }), without].filter(Boolean).join(" "));
  }
}

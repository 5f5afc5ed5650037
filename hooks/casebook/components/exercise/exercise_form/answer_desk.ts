/**
 * What can be done with the answers on the device: print, download, open, save, delete, clear. Every outcome is told in
 * a sentence.
 */
import { answersFile, hasRound, roundOf, unchangedRound } from "../answer_store/answer_store.ts";
import type { Opened, Round } from "../answer_store/answer_store.ts";
import { onDeletion } from "../answer_store/deletions.ts";
import { isFile, load } from "../answer_store/device.ts";
import type { Stored } from "../answer_store/device.ts";
import { findRound } from "../answer_store/merge_rounds.ts";
import { countAnswers } from "../../../../scripts/lib/plain.ts";
import { addressOf } from "../answer_store/round_name.ts";
import { roundsIn, saveRound } from "../answer_store/saving.ts";
import type { Saved } from "../answer_store/saving.ts";
import type { Answers, PageData } from "../../../../scripts/exercise/types.ts";
import { deleteSaved } from "./deleting.ts";
import { askFirst, download, query } from "../../../../scripts/lib/dom.ts";
import { FileOpening } from "./file_opening.ts";
import { savedRounds } from "./round_choice.ts";
import { spoken, today } from "../../../../scripts/lib/messages.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/** So long, in milliseconds, a round that was saved is put back when another window writes over it. */
const GUARDED = 2_000;

/** What of the answers opened has no place on the page: how many, and where they belonged. */
export interface Unplaced {
  count: number;
  names: string[];
}

/** The form, as the desk sees it. */
export interface Form extends HTMLElement {
  readonly answers: Answers;
  open(answers: Answers): Unplaced;
  clear(): void;
}

type Line = "[data-status]" | "[data-saved-status]";

export class AnswerDesk {
  /** The round that this window saved or opened. */
  private opened: Opened | null = null;
  /** The answers that a file holds: the one downloaded or opened last. */
  private inFile = "";
  /** What is stored, as it was when it was offered last. */
  private offered: string | null = null;
  /** The saving that is under way: the next one waits for it. */
  private saving: Promise<unknown> = Promise.resolve();
  /**
   * The round saved last, the seal it had before, and until when it is put back if a window that had not seen it writes
   * over it.
   */
  private guarded: { round: Round; before: string | null; until: number } | null = null;
  /** The round of which it was said last that it is gone. */
  private gone: Round | null = null;
  /** How often the page began with other answers. */
  private beginnings = 0;

  constructor(private readonly form: Form, private readonly data: PageData, private readonly messages: Messages) {}

  wire(signal: AbortSignal): void {
    const on = (name: string, act: () => unknown) =>
      query(this.form, `[data-${name}]`).addEventListener("click", () => void this.attempt(act), { signal });
    const files = new FileOpening(this.form, this.data.slug, this.messages, {
      tell: (...sentences) => this.tell("[data-status]", ...sentences),
      open: (round, about) => this.openRound(round, about),
    });
    const file = query<HTMLInputElement>(this.form, "[data-file]");
    on("print", () => print());
    on("download", () => this.download());
    on("open", () => file.click());
    on("save", () => this.saveInTurn());
    on("delete", () => this.delete());
    on("clear-page", () => this.clear());
    file.addEventListener("change", () => void this.attempt(() => files.openFile(file)), { signal });
    this.form.addEventListener("round-begun", () => this.begin(null), { signal });
    this.form.addEventListener("round-asked", (event) => {
      void this.attempt(() => this.beginAnew((event as CustomEvent<() => void>).detail));
    }, { signal });
    this.form.addEventListener("part-changed", () => this.keepNear(false), { signal });
    query(this.form, "[data-saved-later]").addEventListener("click", () => this.keepNear(false), { signal });
    addEventListener("storage", () => this.onStored(), { signal });
    onDeletion(this.data.slug, () => this.guarded = null, signal);
    addEventListener("pageshow", (event) => event.persisted && this.comeBack(), { signal });
    addEventListener("beforeunload", (event) => this.isKept || (event.returnValue = true), { signal });
    for (const name of ["save", "delete", "save-note", "record-note"]) {
      query(this.form, `[data-${name}]`).hidden = isFile();
    }
    query(this.form, "[data-file-note]").hidden = !isFile();
    this.showStored();
  }

  /** Does something, and says so if it fails. */
  private async attempt(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.t("went_wrong");
      console.error(error);
    }
  }

  /** Says something in one of the two places where it is said; the other falls silent. */
  private tell(line: Line, ...sentences: string[]): void {
    for (const one of ["[data-status]", "[data-saved-status]"]) query(this.form, one).textContent = "";
    query(this.form, line).textContent = sentences.filter(Boolean).join(" ");
  }

  private t(key: string, values: Record<string, string | number> = {}): void {
    this.tell("[data-status]", this.messages.t(key, values));
  }

  private begin(opened: Opened | null): void {
    this.opened = opened;
    this.beginnings += 1;
  }

  private forget(): void {
    this.begin(null);
    this.guarded = null;
    this.showStored();
  }

  /** The page was left and is shown again as it was. What is kept elsewhere leaves it: the device may be shared. */
  private comeBack(): void {
    if (!this.isKept) {
      this.showStored();
      return this.t("back_unsaved");
    }
    const isFilled = countAnswers(this.form.answers) > 0;
    this.form.clear();
    this.forget();
    if (isFilled) this.t("back_cleared");
  }

  private get stored(): Stored {
    return isFile() ? { state: "none" } : load(this.data.slug);
  }

  private get storedRounds(): Round[] {
    return roundsIn(this.stored);
  }

  /** True when leaving the page would lose nothing: all of it is in a file, or saved and still there. */
  private get isKept(): boolean {
    try {
      return this.areKept;
    } catch {
      return false;
    }
  }

  private get areKept(): boolean {
    const { answers } = this.form;
    if (!countAnswers(answers) || JSON.stringify(answers) === this.inFile) return true;
    const round = unchangedRound(this.opened, answers);
    return round !== null && hasRound(this.storedRounds, round);
  }

  /** The round on the page; unchanged, it keeps its date and version. */
  private get round(): Round {
    return roundOf(this.opened, this.form.answers, this.data.version, today());
  }

  private download(): void {
    const { slug, title } = this.data;
    const { round } = this;
    const name = `${slug}-${round.date.replace(/[^\w-]/g, "")}.json`;
    download(name, answersFile(slug, title, round), "application/json");
    this.inFile = JSON.stringify(this.form.answers);
    this.t("downloaded", { name });
  }

  /** Puts a round of a file on the page, unless the visitor would rather keep what is there. */
  private async openRound(round: Round, about: string): Promise<boolean> {
    const isWanted = await this.mayReplace();
    if (isWanted) this.show(round, "file", about);
    return isWanted;
  }

  private async mayReplace(): Promise<boolean> {
    if (!countAnswers(this.form.answers)) return true;
    return await this.ask(this.messages.t("open_replace"), "yes_replace");
  }

  private ask(question: string, yes: string): Promise<boolean> {
    return askFirst(query<HTMLDialogElement>(this.form, "[data-sure]"), question, this.messages.t(yes));
  }

  /** Puts a round on the page and says how old it is and what of it is unknown here. */
  private show(round: Round, from: Opened["from"], more = ""): void {
    const { count, names } = this.form.open(round.answers);
    const { answers } = this.form;
    this.begin({ round, answers, from, isPartial: count > 0 });
    if (from === "file") this.inFile = JSON.stringify(answers);
    this.keepNear(false);
    const older = round.version !== this.data.version;
    const values = { date: spoken(round.date), version: round.version, now: this.data.version };
    this.tell(
      from === "file" ? "[data-status]" : "[data-saved-status]",
      this.messages.t(older ? "opened_older" : "opened", values),
      count ? this.messages.t("opened_unknown", { count }) : "",
      names.length ? this.messages.t("opened_where", { names: names.join(", ") }) : "",
      more,
    );
  }

  /** Saves after what is being saved already. */
  private saveInTurn(): void {
    this.tell("[data-status]");
    this.saving = this.saving.then(() => this.save()).catch(() => this.t("save_unwritable"));
  }

  private async save(): Promise<void> {
    const { answers, opened } = { answers: this.form.answers, opened: this.opened };
    if (!countAnswers(answers)) return this.t("save_nothing");
    const before = load(this.data.slug);
    const unchanged = unchangedRound(opened, answers);
    const known = unchanged && findRound(roundsIn(before), unchanged);
    const { beginnings, data: { slug, title } } = this;
    const saved = known
      ? { before, put: { rounds: [], round: known, apart: false }, trouble: null }
      : await saveRound(slug, title, this.round, opened?.round.seal ?? null);
    this.tellSaved(saved, opened);
    if (saved.trouble || beginnings !== this.beginnings) return;
    this.opened = {
      round: saved.put.round,
      answers,
      from: "device",
      isPartial: unchanged !== null && opened?.isPartial,
    };
    this.guarded = {
      round: saved.put.round,
      before: known ? known.seal : opened?.round.seal ?? null,
      until: performance.now() + GUARDED,
    };
  }

  private tellSaved({ before, put, trouble }: Saved, opened: Opened | null): void {
    if (trouble) return this.t(`save_${trouble}`);
    const { date } = put.round;
    const earlier = opened?.from === "device" && opened.round.date !== date ? spoken(opened.round.date) : "";
    const isDamaged = before.state === "broken" || (before.state === "ok" && before.damaged > 0);
    const isPutAside = isDamaged && !hasRound(roundsIn(before), put.round);
    const isBeside = roundsIn(before).length > 0 && !roundsIn(before).some(({ id }) => id === put.round.id);
    const words = put.apart ? "saved_apart" : earlier ? "saved_new" : isBeside ? "saved_beside" : "saved";
    this.showStored();
    this.tell(
      "[data-status]",
      this.messages.t(words, { date: spoken(date), earlier }),
      isPutAside ? this.messages.t("save_broken") : "",
    );
  }

  /** Another window has written. */
  private onStored(): void {
    this.showStored();
    const { guarded, data: { slug, title } } = this;
    if (!guarded || performance.now() > guarded.until) return this.tellGone();
    const { round, before } = guarded;
    const there = this.storedRounds.find((one) => one.id === round.id);
    if (there && there.seal !== before) return;
    this.saving = this.saving.then(() => saveRound(slug, title, round, before)).then(() => this.showStored());
  }

  /** Says that the round on the page was deleted in another window; once. */
  private tellGone(): void {
    const { opened, stored } = this;
    if (opened?.from !== "device" || opened.round === this.gone) return;
    if (stored.state !== "none" && stored.state !== "ok") return;
    if (roundsIn(stored).some((one) => one.id === opened.round.id)) return;
    this.gone = opened.round;
    this.t("gone_elsewhere");
  }

  private async delete(): Promise<void> {
    const outcome = await deleteSaved(this.data.slug, this.messages, (question) => this.ask(question, "yes_delete"));
    if (!outcome) return;
    if (outcome === "deleted") this.forget();
    this.t(outcome);
  }

  /** Begins a new round in the place of the one on the page; asks first if that would be lost. */
  private async beginAnew(begin: () => void): Promise<void> {
    if (this.isKept || await this.ask(this.messages.t("again_sure"), "yes_again")) begin();
  }

  private async clear(): Promise<void> {
    if (countAnswers(this.form.answers) && !(await this.ask(this.messages.t("clear_sure"), "yes_clear"))) return;
    this.form.clear();
    this.begin(null);
    this.t("cleared");
  }

  /** Offers what is saved. Nothing is opened unasked: the device may be shared. */
  private showStored(): void {
    const { stored } = this;
    const text = stored.state === "ok" || stored.state === "broken" ? stored.text : null;
    this.keepNear(text !== null && !countAnswers(this.form.answers));
    if (text === this.offered) return;
    this.offered = text;
    query(this.form, "[data-saved-before]").hidden = text === null;
    const rounds = savedRounds(stored, this.messages, (round) => void this.attempt(() => this.openSaved(round.id)));
    query(this.form, "[data-saved-rounds]").replaceChildren(...rounds);
  }

  /**
   * Keeps the offer in sight, wherever on the page the visitor is, until something is filled in or it is put away: a
   * reload may leave them far below it.
   */
  private keepNear(isNear: boolean): void {
    query(this.form, "[data-saved-before]").classList.toggle("is-near", isNear);
  }

  /** Why a round that should be saved cannot be found. */
  private get missing(): string {
    return this.stored.state === "forbidden" ? "open_forbidden" : "open_gone";
  }

  private async openSaved(id: string): Promise<void> {
    const round = this.storedRounds.find((one) => one.id === id);
    if (!round) return this.t(this.missing);
    if (!(await this.mayReplace())) return;
    this.show(round, "device");
    query(this.form, "[data-saved-status]").focus();
  }

  /**
   * Opens the round that the address names, as My record does. The name leaves the address, so that a reload shows an
   * empty page.
   */
  openFromAddress(): void {
    const [, id] = location.hash.match(/^#round-(.+)$/) ?? [];
    if (!id || isFile()) return;
    history.replaceState(null, "", location.pathname + location.search);
    const round = this.storedRounds.find((one) => addressOf(one) === id);
    if (round) this.show(round, "device");
    else this.tell("[data-saved-status]", this.messages.t(this.missing));
    query(this.form, "[data-saved-before]").hidden = false;
    query(this.form, "[data-saved-status]").focus();
  }
}

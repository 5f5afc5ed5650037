/** The form of an exercise: gathers the answers of its parts, shows their picture, and hands them to the device. */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { asKept, gathered, KEPT, keptIn, lostIn, withRest } from "../answer_store/kept.ts";
import { asRecord, countAnswers, own } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import { RatedStatementsElement } from "../rated_statements/rated_statements.ts";
import type { Answers, PageData } from "../../../../scripts/exercise/types.ts";
import { lengthsKey } from "../../../../scripts/exercise/types.ts";
import { CodeOffer } from "./code_offer.ts";
import { AnswerDesk } from "./answer_desk.ts";
import type { Unplaced } from "./answer_desk.ts";
import { make, pageData, queryAll } from "../../../../scripts/lib/dom.ts";
import { growWithText } from "./growing.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { pictureOf } from "./picture.ts";
import { PictureView } from "./picture_view.ts";
import { watchPresses } from "../../../../scripts/lib/press.ts";
import { dropCopies, wirePrintCopies } from "./print_copy.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import type { Length } from "../../../../scripts/exercise/tally.ts";

/** So many places are named where answers belonged that have none here. */
const MOST_NAMED = 5;

export class ExerciseFormElement extends CasebookElement {
  private data!: PageData;
  private messages!: Messages;
  private view!: PictureView;
  /** What parts gave back because they have no place for it, by part. */
  private left = new Map<string, unknown>();
  /** Answers to parts that this page does not have. */
  private elsewhere: Plain = {};
  /** Answers that no part could take back. */
  private kept: unknown[] = [];

  /** The mark `data-awake` shows what the script does, and puts away the sentence that it is missing. */
  protected wire(signal: AbortSignal): void {
    this.data = pageData<PageData>(this);
    this.messages = new Messages(this.data.words);
    this.view = new PictureView(this.data, this.messages);
    this.query("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.query("[data-show-picture]").addEventListener("click", () => this.showPicture(), { signal });
    this.querySelector("[data-show-early]")?.addEventListener("click", () => this.showPicture(), { signal });
    this.query("[data-picture-actions]").hidden = this.data.parts.every((part) => part.kind === "scenes");
    this.addEventListener("part-changed", () => this.onChange(), { signal });
    wirePrintCopies(this, signal);
    new CodeOffer(this, this.data, this.messages).wire(signal);
    growWithText(this, signal);
    watchPresses(signal);
    this.asleep.forEach((part) => this.tellAsleep(part));
    this.showProgress();
    const desk = new AnswerDesk(this, this.data, this.messages);
    desk.wire(signal);
    this.dataset.awake = "";
    desk.openFromAddress();
  }

  private get parts(): PartElement[] {
    return this.queryAll<PartElement>("[data-part]").filter(isAwake);
  }

  /** Parts that could not be made to work. */
  private get asleep(): HTMLElement[] {
    return this.queryAll("[data-part]").filter((part) => !isAwake(part));
  }

  /** Says that nothing can be kept of a part, and takes nothing more in. */
  private tellAsleep(part: HTMLElement): void {
    part.before(make("p", { class: "part-asleep", "data-asleep": "" }, this.messages.t("part_asleep")));
    for (const field of queryAll<HTMLInputElement>(part, "input, textarea, select, button")) {
      if (field.matches("textarea, input[type=text]")) field.readOnly = true;
      else field.disabled = true;
    }
  }

  private get lengths(): Record<string, Length> {
    const rated = this.parts.filter((part): part is RatedStatementsElement => part instanceof RatedStatementsElement);
    return Object.fromEntries(
      rated.filter((part) => part.length === "short").map((part) => [part.partId, part.length]),
    );
  }

  /** The answers by part, with what belonged to nothing on this page. */
  get answers(): Answers {
    const filled = this.parts.map((part) => ({
      id: part.partId,
      answer: part.read(),
      left: this.left.get(part.partId),
    }));
    const hasAnswers = filled.some((one) => countAnswers(one.answer) + countAnswers(one.left) > 0);
    const isShort = Object.keys(this.lengths).length > 0 && hasAnswers;
    const answers = gathered(filled, this.elsewhere, this.kept);
    return isShort ? { ...answers, [lengthsKey(this.data.parts)]: this.lengths } : answers;
  }

  /** Puts answers on the page; returns how many belong to nothing here and are kept, and where they belonged. */
  open(answers: Answers): Unplaced {
    this.clear();
    const ids = new Set(this.parts.map((part) => part.partId));
    const key = lengthsKey(this.data.parts);
    this.elsewhere = Object.fromEntries(
      Object.entries(answers).filter(([id]) => !ids.has(id) && id !== key && id !== KEPT),
    );
    this.kept = [...keptIn(answers)];
    this.parts.forEach((part) => this.fill(part, own(answers, part.partId)));
    this.openLengths(key, own(answers, key));
    this.onChange();
    this.dispatchEvent(new CustomEvent("answers-opened"));
    return this.unplaced;
  }

  /**
   * Puts an answer into its part. Whatever cannot be read off the part again is kept, so that nothing depends on what
   * the part understands.
   */
  private fill(part: PartElement, answer: unknown): void {
    let left: unknown;
    try {
      left = part.write(answer);
    } catch (error) {
      console.error(error);
      return this.keep(part.partId, answer);
    }
    if (countAnswers(left)) this.left.set(part.partId, left);
    this.keep(part.partId, lostIn(answer, withRest(part.read(), left)));
  }

  private keep(part: string, answer: unknown): void {
    if (answer !== undefined) this.kept.push({ part, answer });
  }

  private openLengths(key: string, given: unknown): void {
    const lengths = asRecord(given);
    for (const part of this.parts) {
      if (!(part instanceof RatedStatementsElement)) continue;
      part.length = lengths[part.partId] === "short" ? "short" : "full";
      if (lengths[part.partId] === part.length) delete lengths[part.partId];
    }
    this.keep(key, countAnswers(lengths) ? { ...lengths } : lostIn(given, asRecord(given)));
  }

  private get unplaced(): Unplaced {
    const kept = this.kept.map(asKept);
    const left = [
      ...this.left,
      ...Object.entries(this.elsewhere),
      ...kept.map(({ part, answer }) => [part, answer] as const),
    ];
    const inside = this.parts.filter((part) => part.unknown);
    const ids = [...left.filter((one) => countAnswers(one[1])).map(([id]) => id), ...inside.map((part) => part.partId)];
    const names = [...new Set(ids)].map((id) => this.data.parts.find((part) => part.id === id)?.title || id).filter(
      Boolean,
    );
    const count = left.reduce((sum, [, answer]) => sum + countAnswers(answer), 0);
    return { count: count + inside.reduce((sum, part) => sum + part.unknown, 0), names: names.slice(0, MOST_NAMED) };
  }

  /** Takes everything off the page. */
  clear(): void {
    this.left = new Map();
    this.elsewhere = {};
    this.kept = [];
    dropCopies(this);
    this.parts.forEach((part) => part.clear());
    this.query("[data-picture]").hidden = true;
    this.showProgress();
    this.dispatchEvent(new CustomEvent("answers-opened"));
  }

  private onChange(): void {
    this.showProgress();
    if (!this.query("[data-picture]").hidden) this.draw();
  }

  private showProgress(): void {
    for (const part of this.parts) {
      const place = part.querySelector("[data-progress]");
      if (!place) continue;
      const items = queryAll(part, "[data-item]").filter((item) => !item.hidden);
      const answered = items.filter((item) => item.querySelector("input:checked")).length;
      place.textContent = this.messages.t("progress", { answered, of: items.length });
    }
  }

  private draw(): void {
    const { answers } = this;
    const facts = pictureOf(this.data, answers, this.lengths);
    this.query("[data-picture-body]").replaceChildren(...this.view.draw(facts, answers));
  }

  private showPicture(): void {
    this.draw();
    const picture = this.query("[data-picture]");
    picture.hidden = false;
    picture.focus({ preventScroll: true });
    picture.scrollIntoView({ block: "start" });
  }
}

function isAwake(part: HTMLElement): part is PartElement {
  return part instanceof PartElement && part.isAwake;
}

/** The form of an exercise: gathers the answers of its parts, shows their picture, and hands them to the device. */
import { countAnswers, withRest } from "../answer-store/answer-store.ts";
import { RatedStatementsElement } from "../rated-statements/rated-statements.ts";
import type { Answers, PageData } from "./data.ts";
import { asRecord, isRated } from "./data.ts";
import { AnswerDesk } from "./answer-desk.ts";
import { all, need, readJson } from "./elements.ts";
import { PartElement } from "./part-element.ts";
import { hasPicture, pictureOf } from "./picture.ts";
import { PictureView } from "./picture-view.ts";
import { dropCopies, wirePrintCopies } from "./print-copy.ts";
import { Words } from "./say.ts";
import type { Length } from "./tally.ts";

const LENGTHS = "lengths";

export class ExerciseFormElement extends HTMLElement {
  private data!: PageData;
  private words!: Words;
  private rest: Record<string, unknown> = {};
  private stop = new AbortController();

  connectedCallback(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.data = readJson<PageData>(need(this, "#exercise-data"));
    this.words = new Words(this.data.words);
    need(this, "form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    need(this, "[data-show-picture]").addEventListener("click", () => this.showPicture(), { signal });
    need(this, "[data-picture-actions]").hidden = !this.data.parts.some(hasPicture);
    this.addEventListener("part-changed", () => this.onChange(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.clear(), { signal });
    wirePrintCopies(this, signal);
    this.clear();
    new AnswerDesk(this, this.data, this.words).wire(signal);
  }

  disconnectedCallback(): void {
    this.stop.abort();
  }

  private get parts(): PartElement[] {
    return all<PartElement>(this, "[data-part]").filter((part) => part instanceof PartElement);
  }

  private get lengths(): Record<string, Length> {
    const rated = this.parts.filter((part): part is RatedStatementsElement => part instanceof RatedStatementsElement);
    return Object.fromEntries(rated.filter((part) => part.length === "short").map((part) => [part.partId, part.length]));
  }

  /** The answers by part, with what belonged to nothing on this page. */
  get answers(): Answers {
    const given = this.parts.map((part) => [part.partId, withRest(part.read(), this.rest[part.partId])] as const);
    const answered = Object.fromEntries(given.filter((entry) => entry[1] !== undefined));
    const { [LENGTHS]: _, ...elsewhere } = this.rest;
    const parts = Object.fromEntries(Object.entries(elsewhere).filter(([id]) => !(id in answered)));
    return { ...parts, ...answered, ...(Object.keys(this.lengths).length && countAnswers(answered) ? { [LENGTHS]: this.lengths } : {}) };
  }

  /** Puts answers on the page; returns how many belong to nothing here and are kept. */
  open(answers: Answers): number {
    this.clear();
    const unknown = { ...answers };
    const lengths = asRecord(unknown[LENGTHS]);
    delete unknown[LENGTHS];
    for (const part of this.parts) {
      const left = part.write(unknown[part.partId]);
      if (left === undefined) delete unknown[part.partId];
      else unknown[part.partId] = left;
      if (part instanceof RatedStatementsElement) part.length = lengths[part.partId] === "short" ? "short" : "full";
    }
    this.rest = unknown;
    this.onChange();
    return countAnswers(unknown) + this.parts.reduce((sum, part) => sum + part.unknown, 0);
  }

  /** Takes everything off the page. */
  clear(): void {
    this.rest = {};
    dropCopies(this);
    this.parts.forEach((part) => part.clear());
    need(this, "[data-picture]").hidden = true;
    this.showProgress();
  }

  private onChange(): void {
    this.showProgress();
    if (!need(this, "[data-picture]").hidden) this.draw();
  }

  private showProgress(): void {
    for (const part of this.parts) {
      const place = part.querySelector("[data-progress]");
      if (!place) continue;
      const items = all(part, "[data-item]").filter((item) => !item.hidden);
      const answered = items.filter((item) => item.querySelector("input:checked")).length;
      place.textContent = this.words.say("progress", { answered, of: items.length });
    }
  }

  private draw(): void {
    const { answers } = this;
    const facts = pictureOf(this.data, answers, this.lengths);
    const hasTexts = this.data.parts.some((part) => !isRated(part) && countAnswers(answers[part.id]) > 0);
    need(this, "[data-picture-body]").replaceChildren(...new PictureView(this.data, this.words).draw(facts, hasTexts));
  }

  private showPicture(): void {
    this.draw();
    const picture = need(this, "[data-picture]");
    picture.hidden = false;
    picture.focus();
  }
}

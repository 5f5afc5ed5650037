/**
 * The screen that a room sees: one step at a time, by buttons, keys or a clicker. Its clock says how long a step has
 * taken, and ends none. What happened is not on it before it is asked for.
 */
import { make, query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { askedIn, type Slide } from "../../../../scripts/room/room_session.ts";
import { bodyOf, endingOf } from "../../../../scripts/room/step_body.ts";
import { StepClock, timeOfDay } from "../../../../scripts/room/step_clock.ts";

/** What is shown: its steps, and the decision that some of them are about. */
export interface Showing {
  title: string;
  slides: readonly Slide[];
  chosen: Chosen | null;
  /** What is asked in the end where the decision has no closing question. */
  question: string;
}

/** From so many minutes on the note says that the room is behind. */
const BEHIND = 2;
/** How far type is made smaller so that a step fits on the screen; what still does not fit is scrolled. */
const SCALES = [1, .92, .84, .76, .68];
/** How small type is where a step does not fit even so. */
const SCROLLED = .84;
/** The share of the screen by which a key scrolls. */
const STRIDE = .6;
const KEYS: Record<string, "forward" | "back" | "blank" | "note" | "clock" | "reveal" | "down" | "up"> = {
  ArrowRight: "forward",
  PageDown: "forward",
  " ": "forward",
  ArrowLeft: "back",
  PageUp: "back",
  b: "blank",
  ".": "blank",
  n: "note",
  c: "clock",
  o: "reveal",
  ArrowDown: "down",
  ArrowUp: "up",
};

export class RoomScreen {
  private showing: Showing | null = null;
  private clock = new StepClock([]);
  private at = 0;
  private isRevealed = false;
  /** How far the step was scrolled when the note was asked for, so that it is there again once the note is gone. */
  private beforeNote = 0;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly messages: Messages,
    private readonly changed: () => void,
    signal: AbortSignal,
  ) {
    const on = (name: string, act: () => void) => this.part(name).addEventListener("click", act, { signal });
    on("back", () => this.go(this.at - 1));
    on("forward", () => this.go(this.at + 1));
    on("show-note", () => this.toggle("show-note", "note"));
    on("hide-clock", () => this.toggle("hide-clock", "clock"));
    on("make-blank", () => this.blank(true));
    on("unblank", () => this.blank(false));
    on("leave", () => dialog.close());
    dialog.addEventListener("keydown", (event) => this.onKey(event), { signal });
    dialog.addEventListener("cancel", (event) => {
      if (this.isBlank) event.preventDefault();
      this.blank(false);
    }, { signal });
    dialog.addEventListener("close", () => {
      this.clock.pause(Date.now());
      this.changed();
    }, { signal });
    const step = this.part("step");
    step.addEventListener("scroll", () => {
      this.part("more").hidden = step.scrollTop + step.clientHeight >= step.scrollHeight - 1;
    }, { signal });
    addEventListener("resize", () => this.isOpen && this.fit(), { signal });
    const beat = setInterval(() => this.tick(), 1000);
    signal.addEventListener("abort", () => clearInterval(beat));
  }

  /** The step at which a showing was left, from 1; 0 while none was begun. */
  get step(): number {
    return this.showing ? this.at + 1 : 0;
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  /** Forgets what was shown. */
  forget(): void {
    this.showing = null;
  }

  /** Shows something from its first step, or from another one, counted from 1. */
  begin(showing: Showing, step = 1): void {
    this.showing = showing;
    this.clock = new StepClock(showing.slides.map(({ minutes }) => minutes));
    this.isRevealed = false;
    this.at = Math.min(Math.max(step, 1), showing.slides.length) - 1;
    this.goOn();
  }

  /** Shows the screen at the step at which it was left. */
  goOn(): void {
    this.dialog.showModal();
    this.blank(false);
    this.draw();
    this.part("step").focus();
  }

  private part(name: string): HTMLElement {
    return query(this.dialog, `[data-${name}]`);
  }

  private get slide(): Slide {
    return this.showing!.slides[this.at]!;
  }

  private go(step: number): void {
    if (step < 0 || step >= this.showing!.slides.length) return;
    [this.at, this.beforeNote] = [step, 0];
    this.draw();
  }

  private draw(): void {
    const { title, slides, chosen, question } = this.showing!;
    const { slide } = this;
    const next = slides[this.at + 1];
    this.clock.enter(this.at, Date.now());
    this.part("where").textContent = this.messages.t("where", { step: this.at + 1, of: slides.length, title });
    this.part("title").textContent = slide.title;
    const { last } = askedIn(slide.part, question, chosen?.decision ?? null);
    this.part("body").replaceChildren(
      ...(slide.words ? [make("p", { class: "screen-words" }, slide.words)] : []),
      ...(last ? [make("p", { class: "screen-question" }, last)] : []),
      ...bodyOf(slide.part, chosen, this.isRevealed, this.messages),
      ...this.goesOnAt(),
      ...this.outcome(),
    );
    this.part("next").textContent = next
      ? this.messages.t("next", { title: next.title, count: next.minutes })
      : this.messages.t("last");
    this.drawNote();
    this.tick();
    const [back, forward] = [this.part("back"), this.part("forward")];
    [back.hidden, forward.hidden] = [this.at === 0, !next];
    if (document.activeElement === document.body || (document.activeElement as HTMLElement).hidden) {
      this.part("step").focus();
    }
    this.fit();
    this.changed();
  }

  /** Makes the type as large as the step allows: a room cannot scroll. */
  private fit(): void {
    const step = this.part("step");
    const fits = (scale: number) => {
      this.dialog.style.setProperty("--screen-scale", String(scale));
      return step.scrollHeight <= step.clientHeight;
    };
    this.part("more").hidden = true;
    this.part("more").hidden = SCALES.some(fits) || fits(SCROLLED);
    step.scrollTop = 0;
  }

  /** When a break ends. */
  private goesOnAt(): HTMLElement[] {
    if (this.slide.kind !== "break") return [];
    const left = this.slide.minutes - this.clock.gone(Date.now());
    const time = timeOfDay(Date.now() + Math.max(left, 0) * 60_000);
    return [make("p", { class: "screen-words" }, this.messages.t("goes_on_at", { time }))];
  }

  /** On the step that tells the outcome a button that shows it, and then the outcome itself. */
  private outcome(): HTMLElement[] {
    const { chosen } = this.showing!;
    if (this.slide.part !== "outcome" || !chosen) return [];
    if (this.isRevealed) {
      return [make("div", { class: "screen-outcome", "data-outcome": "" }, ...endingOf(chosen, this.messages))];
    }
    const words = this.messages.t(chosen.decision.after.undecided ? "reveal_open" : "reveal");
    const button = make("button", { type: "button", "data-reveal": "" }, words);
    button.addEventListener("click", () => this.reveal());
    return [make("p", {}, button)];
  }

  private reveal(): void {
    if (this.slide.part !== "outcome" || !this.showing!.chosen) return;
    this.isRevealed = true;
    this.draw();
    this.part("step").focus();
  }

  /** The note for whoever runs the session: what to do, and whether the room is behind. */
  private drawNote(): void {
    const { slide, clock } = this;
    const lines = [slide.note, clock.behind >= BEHIND ? this.messages.t("behind", { count: clock.behind }) : ""];
    const drop = this.showing!.slides.slice(this.at).find((one) => one.dropFirst);
    if (clock.behind >= BEHIND && drop) lines.push(this.messages.t("leave_out", { title: drop.title }));
    const shown = lines.filter(Boolean);
    this.part("note").replaceChildren(
      ...(shown.length ? shown : [this.messages.t("no_note")]).map((line) => make("p", {}, line)),
    );
  }

  private tick(): void {
    if (!this.showing || !this.isOpen) return;
    const gone = this.clock.gone(Date.now());
    const { minutes } = this.slide;
    const words = this.messages.t(gone > minutes ? "clock_over" : "clock", { gone, count: minutes });
    const place = this.part("clock");
    if (place.textContent !== words) place.textContent = words;
  }

  private toggle(button: string, part: "note" | "clock"): void {
    const step = this.part("step");
    const { scrollTop } = step;
    const isPressed = this.part(button).getAttribute("aria-pressed") !== "true";
    this.part(button).setAttribute("aria-pressed", String(isPressed));
    this.part(part).hidden = part === "clock" ? isPressed : !isPressed;
    this.fit();
    step.scrollTop = part === "note" && !isPressed ? this.beforeNote : scrollTop;
    if (part === "note" && isPressed) {
      this.beforeNote = scrollTop;
      this.part("note").scrollIntoView({ block: "nearest" });
    }
  }

  private get isBlank(): boolean {
    return !this.part("blank").hidden;
  }

  private blank(isBlank: boolean): void {
    if (this.isBlank === isBlank) return;
    this.part("blank").hidden = !isBlank;
    this.dialog.classList.toggle("is-blank", isBlank);
    this.part(isBlank ? "unblank" : "step").focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (event.key === " " && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (this.isBlank) return this.blank(false);
    if (act === "forward") this.go(this.at + 1);
    else if (act === "back") this.go(this.at - 1);
    else if (act === "blank") this.blank(true);
    else if (act === "note") this.toggle("show-note", "note");
    else if (act === "clock") this.toggle("hide-clock", "clock");
    else if (act === "reveal") this.reveal();
    else this.scroll(act === "down" ? STRIDE : -STRIDE);
  }

  /** Scrolls the step; on a small screen the whole dialog. */
  private scroll(share: number): void {
    for (const one of [this.part("step"), this.dialog]) one.scrollBy(0, share * one.clientHeight);
  }
}

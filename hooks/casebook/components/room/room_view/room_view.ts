/** A ready session, with any decision, shown to a room one step at a time. */
import { queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { keepAddress, readAddress, textIn, writeAddress } from "../../../../scripts/lib/url_state.ts";
import { namedIn, offerDecisions, takeDecision } from "../../../../scripts/room/decision_choice.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { type RoomSession, slidesOf } from "../../../../scripts/room/room_session.ts";
import { RoomScreen } from "../room_screen/room_screen.ts";

/** What the page holds for it. */
export interface RoomViewPage {
  words: Record<string, unknown>;
  sessions: RoomSession[];
}

export class RoomViewElement extends CasebookElement {
  private sessions: RoomSession[] = [];
  private messages!: Messages;
  private screen!: RoomScreen;
  private chosen: Chosen | null = null;
  /** True where a decision is named that is not there. */
  private isMissing = false;
  /** The step that the address names, from 1: it was shown when the page was loaded again. 0 where it names none. */
  private left = 0;

  protected wire(signal: AbortSignal): void {
    const page = readJson<RoomViewPage>(this.query("[data-room]"));
    this.sessions = page.sessions;
    this.messages = new Messages(page.words);
    const screen = this.screen = new RoomScreen(this.query("[data-screen]"), this.messages, () => this.show(), signal);
    const change = () => void this.take(this.sessionChoice.value, this.decisionChoice.value);
    this.sessionChoice.addEventListener("change", change, { signal });
    this.decisionChoice.addEventListener("change", change, { signal });
    this.query("form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (screen.step) screen.goOn();
      else this.begin(this.left || 1);
    }, { signal });
    this.query("[data-anew]").addEventListener("click", () => this.begin(), { signal });
    addEventListener("beforeunload", (event) => screen.isOpen && (event.returnValue = true), { signal });
    addEventListener("hashchange", () => void this.readAddress(), { signal });
    void this.readAddress();
  }

  private get root(): string {
    return this.dataset.root ?? "";
  }

  private get sessionChoice(): HTMLSelectElement {
    return this.query("[data-session]");
  }

  private get decisionChoice(): HTMLSelectElement {
    return this.query("[data-decision]");
  }

  private get session(): RoomSession {
    return this.sessions.find(({ id }) => id === this.sessionChoice.value) ?? this.sessions[0]!;
  }

  private async readAddress(): Promise<void> {
    const named = namedIn(location);
    const session = this.sessions.find(({ id }) => id === named.session) ?? this.sessions.find((one) => one.decision);
    const step = textIn(readAddress(location.hash)?.get("step"));
    const isStep = named.session === session?.id && /^\d{1,3}$/.test(step);
    await this.take(session?.id ?? "", named.decision, isStep ? Number(step) : 0);
    await offerDecisions(this.decisionChoice, this.dataset.list ?? "");
  }

  /** Takes a session, and a decision, or where none is named that of the session. */
  private async take(id: string, decision: string, step = 0): Promise<void> {
    this.sessionChoice.value = id;
    this.screen.forget();
    this.left = Math.min(step, this.session.steps.length);
    const { session } = this;
    this.chosen = await takeDecision(this.decisionChoice, decision || session.decision, this.root);
    this.isMissing = !this.chosen && (decision !== "" || session.decision !== "");
    const remark = this.isMissing ? "not_found" : this.chosen?.decision.later ? "is_later" : "";
    this.query("[data-status]").textContent = remark && this.messages.t(remark);
    this.query<HTMLAnchorElement>("[data-plan]").href = this.planOf(session);
    this.show();
  }

  /** The decision as case/decision. */
  private get name(): string {
    return this.chosen ? `${this.chosen.slug}/${this.chosen.decision.id}` : "";
  }

  private planOf({ page, decision }: RoomSession): string {
    const isOther = this.name && this.name !== decision;
    return `${this.root}${page}${isOther ? `?decision=${this.name}` : ""}`;
  }

  private begin(step = 1): void {
    const { session, chosen } = this;
    const { title, steps } = session;
    const question = steps.find((step) => step.question)?.question ?? "";
    this.screen.begin({ title, slides: slidesOf(session, chosen?.decision ?? null), chosen, question }, step);
  }

  /** The buttons: at the step at which the screen was left, or from the first. The address has the step as well. */
  private show(): void {
    const step = this.screen.step || this.left;
    const named: [string, string][] = [["session", this.session.id], ["decision", this.name]];
    if (step > 1) named.push(["step", String(step)]);
    if (!this.isMissing) keepAddress(writeAddress(named));
    this.query("[data-start]").textContent = step ? this.messages.t("go_on", { step }) : this.messages.t("start");
    for (const one of queryAll(this, "[data-anew]")) one.hidden = !step;
  }
}

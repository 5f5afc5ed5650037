/** A ready session, with any decision, shown to a room one step at a time. */
import { queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { keepAddress, writeAddress } from "../../../../scripts/lib/url_state.ts";
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
      else this.begin();
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
    await this.take(session?.id ?? "", named.decision);
    await offerDecisions(this.decisionChoice, this.dataset.list ?? "");
  }

  /** Takes a session, and a decision, or where none is named that of the session. */
  private async take(id: string, decision: string): Promise<void> {
    this.sessionChoice.value = id;
    this.screen.forget();
    const { session } = this;
    this.chosen = await takeDecision(this.decisionChoice, decision || session.decision, this.root);
    const isMissing = !this.chosen && (decision !== "" || session.decision !== "");
    const remark = isMissing ? "not_found" : this.chosen?.decision.later ? "is_later" : "";
    this.query("[data-status]").textContent = remark && this.messages.t(remark);
    this.query<HTMLAnchorElement>("[data-plan]").href = this.planOf(session);
    if (this.chosen) keepAddress(writeAddress([["session", session.id], ["decision", this.name]]));
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

  private begin(): void {
    const { session, chosen } = this;
    const { title, steps } = session;
    const question = steps.find((step) => step.question)?.question ?? "";
    this.screen.begin({ title, slides: slidesOf(session, chosen?.decision ?? null), chosen, question });
    this.show();
  }

  /** The buttons: at the step at which the screen was left, or from the first. */
  private show(): void {
    const { step } = this.screen;
    this.query("[data-start]").textContent = step ? this.messages.t("go_on", { step }) : this.messages.t("start");
    for (const one of queryAll(this, "[data-anew]")) one.hidden = !step;
  }
}

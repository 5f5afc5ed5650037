import { loadData } from "../../../../scripts/lib/data.ts";
import { make } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";

/** A first decision to choose from: case/decision, and its question with its case. */
export interface DecisionChoice {
  readonly id: string;
  readonly words: string;
}

/** A decision as the steps of a session have it: data/sessions/<case>.js. Addresses are from the root of the site. */
export interface SessionDecision {
  readonly id: string;
  readonly question: string;
  readonly place: string;
  readonly page: string;
  readonly pack: string;
  readonly sheets: Readonly<Record<string, string>>;
  readonly seats: number;
  readonly opening: string;
  readonly close: string;
  readonly later: boolean;
}

/** Told to the document once another decision has taken the place of the first. */
export const DECISION_SHOWN = "casebook:decision-shown";

const NAME = /^([a-z0-9-]+)\/([a-z0-9-]+)$/;

/** The case and the id of the decision that an address names after the ?; null where it names none. */
export function decisionIn(search: string): { slug: string; id: string } | null {
  const found = NAME.exec(new URLSearchParams(search).get("decision") ?? "");
  return found ? { slug: found[1]!, id: found[2]! } : null;
}

/**
 * A session with a decision. Another takes its place where the address names it (?decision=case/decision), which the
 * choice writes there: so the plan and its pack can be kept and shared, and the way back leads to the one before.
 */
export class SessionDecisionElement extends CasebookElement {
  protected wire(signal: AbortSignal): void {
    this.query("[data-ask]").hidden = false;
    this.query("[data-ask] button").addEventListener("click", () => void this.offer(), { signal });
    this.query("[data-choice] button").addEventListener("click", () => this.take(), { signal });
    void this.readAddress();
  }

  private async readAddress(): Promise<void> {
    const { search } = location;
    if (!new URLSearchParams(search).has("decision")) return;
    const named = decisionIn(search);
    try {
      const name = `session:${named?.slug}`;
      const decisions = named ? await loadData<SessionDecision[]>(name, `${this.dataset.folder}${named.slug}.js`) : [];
      const decision = decisions.find((one) => one.id === named?.id);
      if (decision) this.show(decision, search);
      else this.say(this.dataset.notThere);
    } catch {
      this.say(this.dataset.notThere);
    }
  }

  private say(words = ""): void {
    this.query("[role=status]").textContent = words;
  }

  private async offer(): Promise<void> {
    const select = this.query<HTMLSelectElement>("select");
    try {
      const choices = await loadData<DecisionChoice[]>("session-decisions", this.dataset.list ?? "");
      select.replaceChildren(...choices.map(({ id, words }) => make("option", { value: id }, words)));
    } catch {
      this.say(this.dataset.failed);
      return;
    }
    this.query("[data-ask]").hidden = true;
    this.query("[data-choice]").hidden = false;
    select.focus();
  }

  private take(): void {
    location.search = `?decision=${this.query<HTMLSelectElement>("select").value}`;
  }

  /** Puts a decision in the place of the one that the session names. */
  private show(decision: SessionDecision, search: string): void {
    const root = this.dataset.root ?? "";
    const texts = {
      question: decision.question,
      place: decision.place,
      opening: decision.opening,
      close: decision.close,
    };
    for (const [name, text] of Object.entries(texts)) {
      for (const one of this.queryAll(`[data-${name}]`)) one.textContent = text;
    }
    const seats = decision.seats > 1 ? "several" : "one";
    for (const one of this.queryAll("[data-seats]")) one.hidden = one.dataset.seats !== seats;
    for (const one of this.queryAll<HTMLAnchorElement>("[data-page]")) one.href = root + decision.page;
    for (const one of this.queryAll<HTMLAnchorElement>("[data-pack]")) one.href = root + decision.pack;
    for (const one of this.queryAll<HTMLAnchorElement>("[data-sheet]")) {
      one.href = root + (decision.sheets[one.dataset.sheet ?? ""] ?? decision.page);
    }
    for (const one of this.queryAll<HTMLAnchorElement>("[data-keeps-decision]")) one.search = search;
    // A pack holds the sheets of its own decision alone: those of another are printed from their page.
    for (const one of this.queryAll("[data-of-decision]")) one.hidden = true;
    for (const one of this.queryAll("[data-one-each]")) one.hidden = true;
    for (const one of this.queryAll("[data-other-decision]")) one.hidden = false;
    this.query("[data-later]").hidden = !decision.later;
    document.dispatchEvent(new Event(DECISION_SHOWN));
  }
}

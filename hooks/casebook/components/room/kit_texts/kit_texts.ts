/** The texts before and after a session: their blanks are filled in once for all, and each is printed or copied alone. */
import { make, query, queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { copyPlain, copyRich } from "../../../../scripts/lib/rich_copy.ts";
import { namedIn } from "../../../../scripts/room/decision_choice.ts";

/** What the page holds for it. */
export interface KitPage {
  words: Record<string, unknown>;
  sessions: { id: string; title: string; minutes: number }[];
}

/** The mark on the page while one text alone is printed. */
const PRINTS = "prints";

export class KitTextsElement extends CasebookElement {
  private page!: KitPage;
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    this.page = readJson<KitPage>(this.query("[data-room]"));
    this.messages = new Messages(this.page.words);
    for (const one of this.queryAll("[data-fields], [data-acts]")) one.hidden = false;
    // On paper a blank is a line to write on; what it is for stands on the screen alone.
    for (const field of this.fields) field.addEventListener("input", () => this.fill(field), { signal });
    this.query("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    for (const text of this.queryAll(".kit-text")) {
      const on = (name: string, act: () => void) =>
        query(text, `[data-${name}]`).addEventListener("click", act, { signal });
      const part = query(text, "[data-text]");
      on("print-one", () => this.print(text));
      on("copy-rich", () => this.tell(text, copyRich(this.copyOf(part))));
      on("copy-plain", () => this.tell(text, copyPlain(this.copyOf(part))));
    }
    addEventListener("afterprint", () => this.whole(), { signal });
    addEventListener("hashchange", () => this.takeSession(), { signal });
    this.takeSession();
  }

  private get fields(): HTMLInputElement[] {
    return this.queryAll<HTMLInputElement>("[data-fills]");
  }

  /** Fills in what the address knows of the session. */
  private takeSession(): void {
    const session = this.page.sessions.find(({ id }) => id === namedIn(location).session);
    if (!session) return;
    const known: Record<string, string> = { session: session.title, minutes: String(session.minutes) };
    for (const field of this.fields) {
      const value = known[field.dataset.fills ?? ""];
      if (!value || field.value) continue;
      field.value = value;
      this.fill(field);
    }
  }

  private fill(field: HTMLInputElement): void {
    const value = field.value.trim();
    for (const blank of this.queryAll(`[data-blank="${field.dataset.fills}"]`)) {
      blank.dataset.empty ??= blank.textContent ?? "";
      blank.textContent = value || blank.dataset.empty;
      blank.classList.toggle("is-filled", value !== "");
    }
  }

  /** A text without the slips that are on paper alone. */
  private copyOf(part: HTMLElement): HTMLElement {
    const copy = part.cloneNode(true) as HTMLElement;
    for (const one of queryAll(copy, ".only-paper")) one.remove();
    return make("div", {}, copy);
  }

  private print(text: HTMLElement): void {
    document.body.dataset[PRINTS] = "one";
    text.dataset.printed = "";
    print();
  }

  private whole(): void {
    delete document.body.dataset[PRINTS];
    for (const one of this.queryAll("[data-printed]")) delete one.dataset.printed;
  }

  private tell(text: HTMLElement, isCopied: boolean): void {
    for (const one of this.queryAll("[data-status]")) one.textContent = "";
    query(text, "[data-status]").textContent = this.messages.t(isCopied ? "copied" : "not_copied");
  }
}

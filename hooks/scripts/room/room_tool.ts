/**
 * What the tools for a room share: they keep everything in the page and nothing anywhere else, ask before it is lost,
 * and wipe it so that nothing of it is left.
 */
import { CasebookElement } from "../lib/element.ts";
import { askFirst, queryAll, readJson } from "../lib/dom.ts";
import { Messages } from "../lib/messages.ts";

export abstract class RoomToolElement extends CasebookElement {
  protected messages!: Messages;
  /** The tool as the page came, before anything was typed. */
  private fresh: DocumentFragment | null = null;

  /** What the page holds for the tool: its words, and what else it needs. */
  protected readPage<T extends { words: Record<string, unknown> }>(): T {
    const page = readJson<T>(this.query("[data-room]"));
    this.messages = new Messages(page.words);
    return page;
  }

  override connectedCallback(): void {
    if (!this.fresh) {
      this.fresh = document.createDocumentFragment();
      this.fresh.append(...[...this.childNodes].map((node) => node.cloneNode(true)));
    }
    super.connectedCallback();
  }

  /** Wires what every tool has. */
  protected override wire(signal: AbortSignal): void {
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.on("wipe", () => void this.wipe(), signal);
    addEventListener("beforeunload", (event) => this.isFilled && (event.returnValue = true), { signal });
  }

  /** True while something stands here that would be lost. */
  protected abstract get isFilled(): boolean;

  /** Forgets everything that the element itself holds. */
  protected abstract forget(): void;

  protected on(name: string, act: () => void, signal: AbortSignal): void {
    this.query(`[data-${name}]`).addEventListener("click", act, { signal });
  }

  /** Says something in one of the lines that are read aloud; all others fall silent. */
  protected tell(line: string, sentence: string): void {
    for (const one of queryAll(this, "[data-status]")) {
      one.textContent = one.dataset.status === line ? sentence : "";
    }
  }

  protected ask(question: string, yes: string): Promise<boolean> {
    return askFirst(this.query<HTMLDialogElement>("[data-sure]"), this.messages.t(question), this.messages.t(yes));
  }

  /** Puts the tool back as the page came, after a question. */
  private async wipe(): Promise<void> {
    if (this.isFilled && !await this.ask("wipe_sure", "yes_wipe")) return;
    this.disconnectedCallback();
    this.forget();
    this.replaceChildren(this.fresh!.cloneNode(true));
    this.connectedCallback();
    this.tell("wiped", this.messages.t("wiped"));
    this.query("[data-status=wiped]").focus();
  }
}

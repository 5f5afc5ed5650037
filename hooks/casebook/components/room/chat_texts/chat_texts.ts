/** The texts of a decision for the chat of a hybrid room. */
import { make, query, queryAll, readJson } from "../../../../scripts/lib/dom.ts";
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { copyPlain } from "../../../../scripts/lib/rich_copy.ts";
import { namedIn, offerDecisions, takeDecision } from "../../../../scripts/room/decision_choice.ts";
import { type ChatText, chatTexts } from "./chat_words.ts";

export class ChatTextsElement extends CasebookElement {
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(readJson<{ words: Record<string, unknown> }>(this.query("[data-room]")).words);
    this.choice.addEventListener("change", () => void this.take(this.choice.value), { signal });
    this.query("form").addEventListener("submit", (event) => event.preventDefault(), { signal });
    void this.readAddress();
  }

  private get choice(): HTMLSelectElement {
    return this.query("[data-decision]");
  }

  private async readAddress(): Promise<void> {
    const { decision } = namedIn(location);
    if (decision) await this.take(decision);
    await offerDecisions(this.choice, this.dataset.list ?? "");
  }

  private async take(name: string): Promise<void> {
    const chosen = name ? await takeDecision(this.choice, name, this.dataset.root ?? "") : null;
    const texts = chosen ? chatTexts(chosen, this.messages) : [];
    this.tell(name && !chosen ? "not_found" : chosen?.decision.later ? "is_later" : "");
    const place = this.query("[data-texts]");
    place.hidden = !chosen;
    place.replaceChildren(...texts.map((text) => this.draw(text)));
  }

  private draw({ name, heading, lines, isEnding }: ChatText): HTMLElement {
    const held = this.query<HTMLTemplateElement>("[data-one]").content.cloneNode(true) as DocumentFragment;
    const section = query(held, ".chat-text");
    section.dataset.name = name;
    query(section, "h3").textContent = heading;
    const [text, copy] = [query(section, "[data-text]"), query(section, "[data-copy]")];
    copy.addEventListener("click", () => this.tell(copyPlain(text) ? "copied" : "not_copied"));
    const show = () => text.replaceChildren(...lines.map((line) => make("p", {}, line)));
    if (isEnding) this.hold(section, copy, show);
    else show();
    return section;
  }

  /** Puts a button in the place of the ending, until it is pressed. */
  private hold(section: HTMLElement, copy: HTMLElement, show: () => void): void {
    const button = make(
      "button",
      { type: "button", class: "quiet small", "data-reveal": "" },
      this.messages.t("reveal"),
    );
    query(section, "[data-note]").hidden = false;
    copy.hidden = true;
    copy.before(button);
    button.addEventListener("click", () => {
      show();
      button.remove();
      copy.hidden = false;
      copy.focus();
    });
  }

  private tell(words: string): void {
    for (const one of queryAll(this, "[data-status]")) one.textContent = words ? this.messages.t(words) : "";
  }
}

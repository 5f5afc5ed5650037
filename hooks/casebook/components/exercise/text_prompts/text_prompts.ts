/** Prompts for free text: words counted against the limit, words to avoid pointed out. */
import type { PageData } from "../../../../scripts/exercise/types.ts";
import { asRecord, asText, orNothing } from "../../../../scripts/lib/plain.ts";
import { pageData, query } from "../../../../scripts/lib/dom.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { afterPress } from "../../../../scripts/lib/press.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { countWords, wordsToAvoid } from "./word_count.ts";

export class TextPromptsElement extends PartElement {
  private messages!: Messages;

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(pageData<PageData>(this).words);
    for (const prompt of this.prompts) {
      const field = query<HTMLTextAreaElement>(prompt, "textarea");
      field.addEventListener("input", () => {
        this.count(prompt);
        this.changed();
      }, { signal });
      field.addEventListener("change", () => afterPress(() => this.pointOut(prompt)), { signal });
      this.count(prompt);
      this.pointOut(prompt);
    }
  }

  private get prompts(): HTMLElement[] {
    return this.queryAll("[data-prompt]");
  }

  /** How many words there are; beyond the limit, how many are enough. */
  private count(prompt: HTMLElement): void {
    const field = query<HTMLTextAreaElement>(prompt, "textarea");
    const most = Number(field.dataset.words ?? 0);
    const count = countWords(field.value);
    if (most) {
      const key = count > most ? "words_over" : "words_now";
      query(prompt, "[data-count]").textContent = this.messages.t(key, { count, most });
    }
  }

  /** Speaks once the field is left, not at every key. */
  private pointOut(prompt: HTMLElement): void {
    const field = query<HTMLTextAreaElement>(prompt, "textarea");
    const isOver = countWords(field.value) > Number(field.dataset.words ?? Infinity);
    const avoid = wordsToAvoid(field.value, field.dataset.avoid?.split("|") ?? []);
    query(prompt, "[data-note]").textContent = avoid.length
      ? this.messages.t("words_avoid", { words: avoid.join(", ") })
      : "";
    query(prompt, "[data-count]").classList.toggle("is-over", isOver);
  }

  read(): unknown {
    const texts = this.prompts.map((
      prompt,
    ) => [prompt.dataset.prompt ?? "", query<HTMLTextAreaElement>(prompt, "textarea").value]);
    return orNothing(Object.fromEntries(texts.filter((entry) => entry[1])));
  }

  write(answer: unknown): unknown {
    const rest = asRecord(answer);
    for (const prompt of this.prompts) {
      const id = prompt.dataset.prompt ?? "";
      const text = asText(rest[id]);
      query<HTMLTextAreaElement>(prompt, "textarea").value = text;
      if (text) delete rest[id];
      this.count(prompt);
      this.pointOut(prompt);
    }
    return orNothing(rest);
  }

  clear(): void {
    this.write({});
  }
}

/** Makes a code of what was marked, for the person who collects the answers of a group. It leaves by the visitor's hand. */
import { codeForms, writeCode } from "../../../../scripts/exercise/answer_code.ts";
import type { Mark } from "../../../../scripts/exercise/group_patterns.ts";
import { lengthsKey } from "../../../../scripts/exercise/types.ts";
import type { Answers, PageData } from "../../../../scripts/exercise/types.ts";
import { query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { asRecord } from "../../../../scripts/lib/plain.ts";

export class CodeOffer {
  /** Drawn once for a page, so that the same answers have the same code however often it is made. */
  private readonly random: number;

  constructor(
    private readonly form: HTMLElement & { readonly answers: Answers },
    private readonly data: PageData,
    private readonly messages: Messages,
  ) {
    const [drawn] = globalThis.crypto?.getRandomValues?.(new Uint32Array(1)) ?? [Math.random() * 2 ** 32];
    this.random = Math.floor(drawn!);
  }

  wire(signal: AbortSignal): void {
    const button = this.form.querySelector("[data-make-code]");
    button?.addEventListener("click", () => this.show(), { signal });
    // What stands there would be the code of other answers.
    for (const change of ["part-changed", "answers-opened"]) {
      if (button) this.form.addEventListener(change, () => this.box.hidden = true, { signal });
    }
  }

  private get box(): HTMLElement {
    return query(this.form, "[data-code-box]");
  }

  /** The code of the marks on the page; empty where there are none. */
  private get code(): string {
    const { answers } = this.form;
    const isShort = Object.keys(asRecord(answers[lengthsKey(this.data.parts)])).length > 0;
    const forms = codeForms(this.data);
    const form = forms.find((one) => one.isShort === isShort) ?? forms[0];
    const marks = form?.items.map((id) => {
      const [part = "", item = ""] = id.split("/");
      return asRecord(answers[part])[item] as Mark | undefined;
    });
    return form && marks?.some((mark) => mark !== undefined) ? writeCode(form, marks, this.random) : "";
  }

  private show(): void {
    const { code, box } = this;
    query(this.form, "[data-status]").textContent = code ? "" : this.messages.t("code_nothing");
    query(box, "[data-code]").textContent = code;
    box.hidden = !code;
    if (code) box.focus();
  }
}

/** Deleting in My record: asked about first, and asked again where another window has changed it meanwhile. */
import type { Round } from "../answer_store/answer_store.ts";
import { everyAside, everyText, load, PREFIX } from "../answer_store/device.ts";
import type { Aside } from "../answer_store/device.ts";
import { roundNames } from "../answer_store/round_name.ts";
import { dropEverything, dropRounds, dropTexts } from "../answer_store/saving.ts";
import type { Outcome } from "../answer_store/saving.ts";
import { askFirst } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/** A question about what is stored now, what a yes to it does, and what is said when that worked or did not. */
interface Asked {
  question: string;
  act: () => Promise<Outcome>;
  deleted: string;
  failed?: string;
}

/** Says something on a line of words; `done` shows what is stored now as well, and takes the focus along. */
export interface Lines {
  tell(line: string, sentence: string): void;
  done(line: string, sentence: string): void;
}

export class Deleting {
  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly messages: Messages,
    private readonly lines: Lines,
  ) {}

  /**
   * Asks until the answer is about what is stored. `look` gives a question, or a sentence where there is none to ask.
   */
  private async ask(line: string, look: () => Asked | string): Promise<void> {
    for (let asked = look(), before = "";; asked = look(), before = this.messages.t("changed_since")) {
      this.lines.tell(line, "");
      if (typeof asked === "string") return this.lines.done(line, asked);
      const question = [before, asked.question].filter(Boolean).join(" ");
      if (!(await askFirst(this.dialog, question, this.messages.t("yes_delete")))) return;
      const outcome = await asked.act();
      if (!outcome) return this.lines.done(line, asked.deleted);
      if (outcome !== "changed") return this.lines.done(line, asked.failed ?? this.messages.t("delete_forbidden"));
    }
  }

  /** One round of an exercise. */
  round(slug: string, name: string, { id }: Round): Promise<void> {
    return this.ask(slug, () => {
      const stored = load(slug);
      if (stored.state === "forbidden") return this.messages.t("delete_forbidden");
      const rounds = stored.state === "ok" ? stored.rounds.rounds : [];
      const at = rounds.findIndex((one) => one.id === id);
      if (at < 0) return this.messages.t("changed_since");
      const round = roundNames(rounds, this.messages)[at]!;
      return {
        question: this.messages.t("delete_one_sure", { name, round }),
        act: () => dropRounds(slug, [rounds[at]!], false),
        deleted: this.messages.t("deleted_one", { name, round }),
      };
    });
  }

  /** Every round of an exercise. */
  rounds(slug: string, name: string): Promise<void> {
    return this.ask(slug, () => {
      const stored = load(slug);
      if (stored.state === "forbidden") return this.messages.t("delete_forbidden");
      if (stored.state !== "ok") return this.messages.t("changed_since");
      const { rounds: { rounds } } = stored;
      return {
        question: this.messages.t("delete_exercise_sure", { name, count: rounds.length }),
        act: () => dropRounds(slug, rounds, true),
        deleted: this.messages.t("deleted_of", { name }),
      };
    });
  }

  /** The text in use that cannot be read. */
  broken(slug: string, name: string): Promise<void> {
    return this.ask(slug, () => {
      const stored = load(slug);
      if (stored.state !== "broken") return this.messages.t("changed_since");
      return this.text({ key: PREFIX + slug, text: stored.text }, name);
    });
  }

  /** A text that was put aside. */
  aside(slug: string, name: string, { key }: Aside): Promise<void> {
    return this.ask(slug, () => {
      const found = everyAside().find((one) => one.key === key);
      return found ? this.text(found, name) : this.messages.t("changed_since");
    });
  }

  private text(seen: Aside, name: string): Asked {
    return {
      question: this.messages.t("delete_text_sure", { name }),
      act: () => dropTexts([seen]),
      deleted: this.messages.t("deleted_of", { name }),
    };
  }

  /** Everything; `unread` counts the texts that cannot be read. */
  everything(unread: () => number): Promise<void> {
    return this.ask("all", () => {
      const seen = everyText();
      if (!seen) return this.messages.t("delete_forbidden");
      const count = unread();
      const too = count ? this.messages.t("delete_all_unread", { count }) : "";
      return {
        question: [this.messages.t("delete_all_sure"), too].filter(Boolean).join(" "),
        act: () => dropEverything(seen),
        deleted: this.messages.t("deleted"),
        failed: this.messages.t("delete_failed"),
      };
    });
  }
}

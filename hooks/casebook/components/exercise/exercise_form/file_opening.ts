/**
 * Opens a file of answers: reads it, says what is wrong with it, lets the visitor choose where it holds several rounds.
 */
import { readFile } from "../answer_store/answer_store.ts";
import type { Read, Round } from "../answer_store/answer_store.ts";
import { hasLostLetters, query, textOf } from "../../../../scripts/lib/dom.ts";
import { fileRounds } from "./round_choice.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/**
 * What the opening of a file asks of the desk: to say something, and to put a round on the page with sentences about
 * its file.
 */
export interface Opening {
  tell(...sentences: string[]): void;
  open(round: Round, about: string): Promise<boolean>;
}

export class FileOpening {
  constructor(
    private readonly form: HTMLElement,
    private readonly slug: string,
    private readonly messages: Messages,
    private readonly desk: Opening,
  ) {}

  /** Opens the file that was chosen. */
  async openFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await textOf(file);
    input.value = "";
    query(this.form, "[data-file-rounds]").hidden = true;
    if (text === null) return this.desk.tell(this.messages.t("open_unreadable"));
    await this.openRead(readFile(text), hasLostLetters(text) ? this.messages.t("open_letters") : "");
  }

  private async openRead(read: Read, letters: string): Promise<void> {
    if (!read.ok || !read.exercises.length) {
      return this.desk.tell(this.messages.t(!read.ok && read.isTooDeep ? "open_too_deep" : "open_not_ours"));
    }
    const rounds = read.exercises.find((one) => one.exercise === this.slug)?.rounds ?? [];
    const about = [read.damaged ? this.messages.t("open_damaged", { count: read.damaged }) : "", letters].filter(
      Boolean,
    ).join(" ");
    if (!rounds.length) return this.desk.tell(this.messages.t("open_other", { name: read.exercises[0]!.title }), about);
    if (rounds.length > 1) return this.offer(rounds, about);
    await this.desk.open(rounds[0]!, about);
  }

  /** Lets the visitor choose one of several rounds. */
  private offer(rounds: Round[], about: string): void {
    const place = query(this.form, "[data-file-rounds]");
    const done = () => {
      place.hidden = true;
      query(this.form, "[data-open]").focus();
    };
    const open = async (round: Round) => {
      if (await this.desk.open(round, about)) done();
    };
    place.replaceChildren(...fileRounds(rounds, this.messages, (round) => void open(round), done));
    place.hidden = false;
    this.desk.tell();
    place.focus();
  }
}

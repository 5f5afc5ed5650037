/** Rounds from a file: read, told, and added only on a word; all of them or none. */
import { readFile } from "../answer_store/answer_store.ts";
import type { Read, Round, Rounds } from "../answer_store/answer_store.ts";
import { load } from "../answer_store/device.ts";
import type { StorageFailure } from "../answer_store/device.ts";
import { findRound, freshRounds } from "../answer_store/merge_rounds.ts";
import { addRounds, roundsIn } from "../answer_store/saving.ts";
import { hasLostLetters, make, textOf } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/** Says what came of it; what was done takes the focus along. */
export type Tell = (sentence: string, isDone?: boolean) => void;

/** No browser has room for a record as large as this, in bytes. */
const LARGEST = 20_000_000;
/** So many names are said of what has no place here, and so much of each. */
const MOST_NAMED = 5;
const LONGEST_NAME = 40;
const IN_THE_WAY: Record<StorageFailure, string> = {
  full: "full",
  forbidden: "import_forbidden",
  lost: "import_lost",
  unwritable: "import_lost",
};

export class BringIn {
  constructor(private readonly place: HTMLElement, private readonly messages: Messages, private readonly tell: Tell) {}

  /** Checks a file, says what would come in, and waits for the visitor's word. */
  async read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > LARGEST ? "" : await textOf(file);
    input.value = "";
    this.place.hidden = true;
    if (text === null) return this.tell(this.messages.t("import_unreadable"));
    const read = readFile(text);
    if (file.size > LARGEST) return this.tell(this.messages.t("import_too_large"));
    if (!read.ok) return this.tell(this.messages.t(read.isTooDeep ? "import_too_deep" : "import_not_ours"));
    const damaged = read.damaged ? this.messages.t("import_damaged", { count: read.damaged }) : "";
    const beyond = read.beyond ? this.messages.t("import_beyond", { names: inShort(read.beyond) }) : "";
    const fresh = () => freshIn(read);
    const [all, news] = [count(read.exercises), count(fresh())];
    const nothing = all ? read.isAnswers ? "nothing_other" : "nothing_new" : "import_empty";
    if (!news) return this.tell([this.messages.t(nothing), damaged, beyond].filter(Boolean).join(" "));
    this.tell("");
    const values = { news: this.messages.t("import_news", { count: news }), same: all - news };
    const letters = hasLostLetters(text) ? this.messages.t("import_letters") : "";
    this.ask([this.messages.t("import_found", values), damaged, beyond, letters], fresh);
  }

  private ask(sentences: string[], coming: () => Rounds[]): void {
    const go = make("button", { type: "button", "data-import-go": "" }, this.messages.t("import_go"));
    const leave = make("button", { type: "button", class: "quiet" }, this.messages.t("import_stop"));
    go.addEventListener("click", () => void this.add(coming()));
    leave.addEventListener("click", () => {
      this.place.hidden = true;
      this.tell(this.messages.t("import_left"), true);
    });
    const said = sentences.filter(Boolean).map((sentence) => make("p", {}, sentence));
    this.place.replaceChildren(...said, make("div", { class: "actions" }, go, leave));
    this.place.hidden = false;
    this.place.focus();
  }

  /** Adds to what is stored now. */
  private async add(news: Rounds[]): Promise<void> {
    this.place.hidden = true;
    const trouble = await addRounds(news);
    if (trouble) return this.tell(this.messages.t(IN_THE_WAY[trouble]), true);
    this.tell(this.messages.t("imported", { news: this.messages.t("import_news", { count: count(news) }) }), true);
  }
}

function count(every: Rounds[]): number {
  return every.reduce((sum, one) => sum + one.rounds.length, 0);
}

/** What of a file does not stand here yet. */
function freshIn({ exercises, isAnswers }: Extract<Read, { ok: true }>): Rounds[] {
  const others = (here: Round[], coming: Round[]) => coming.filter((round) => !findRound(here, round));
  const fresh = isAnswers ? others : freshRounds;
  const news = exercises.map((one) => ({ ...one, rounds: fresh(roundsIn(load(one.exercise)), one.rounds) }));
  return news.filter((one) => one.rounds.length);
}

/** The first few of a list of names, none of them long. */
function inShort(names: string[]): string {
  const some = names.slice(0, MOST_NAMED).map((name) => name.slice(0, LONGEST_NAME));
  return some.join(", ") + (names.length > MOST_NAMED ? ", …" : "");
}

/**
 * One exercise of the record: its rounds with what can be done with each, what cannot be read, and the rounds side by
 * side.
 */
import type { Round } from "../answer_store/answer_store.ts";
import { asides, isFile, load } from "../answer_store/device.ts";
import type { Aside } from "../answer_store/device.ts";
import { addressOf, roundNames } from "../answer_store/round_name.ts";
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { MOST_ROUNDS, sideBySide } from "./side_by_side.ts";

/** So many rounds are listed at once; the others come when they are asked for. */
const LISTED = 100;

/** What the buttons of an exercise do. */
export interface Acts {
  deleteRound(round: Round): void;
  deleteRounds(): void;
  download(text: string): void;
  deleteBroken(): void;
  deleteAside(text: Aside): void;
}

/** An exercise as the record knows it. */
export interface Named {
  slug: string;
  title: string;
  /** The exercise itself, when this casebook has it. */
  exercise: Exercise | undefined;
  isKnown: boolean;
}

export class RecordSection {
  constructor(
    private readonly named: Named,
    private readonly messages: Messages,
    private readonly folder: string,
    private readonly acts: Acts,
  ) {}

  draw(): HTMLElement {
    const { slug, title, isKnown } = this.named;
    const stored = load(slug);
    const heading = isKnown ? title : this.messages.t("unknown_exercise", { name: title });
    return make(
      "section",
      { class: "record-exercise", "data-exercise": slug },
      make("h2", { tabindex: "-1" }, heading),
      ...(isKnown
        ? [make("p", {}, make("a", { href: this.address, "data-key": `to:${slug}` }, this.messages.t("to_exercise")))]
        : []),
      ...(stored.state === "ok" ? this.rounds(stored.rounds.rounds) : []),
      ...(stored.state === "ok" && stored.damaged ? [this.damaged(stored.damaged, stored.text)] : []),
      ...(stored.state === "broken" ? [this.broken(stored.text)] : []),
      ...this.asides(),
      statusLine(slug),
      ...(stored.state === "ok" ? this.sideBySide(stored.rounds.rounds) : []),
    );
  }

  private get address(): string {
    return `${this.folder}${this.named.slug}.html`;
  }

  /** A button; its key names it among all others, and `about` says aloud what it acts on. */
  private button(key: string, about: string, label: string, act: () => void): HTMLElement {
    const spoken = about ? make("span", { class: "off" }, ` ${about}`) : "";
    const button = make(
      "button",
      { type: "button", class: "quiet small", "data-key": `${key}:${this.named.slug}:${about}` },
      label,
      spoken,
    );
    button.addEventListener("click", act);
    return button;
  }

  private rounds(rounds: Round[]): HTMLElement[] {
    const names = roundNames(rounds, this.messages);
    const items = (from: number, to?: number) =>
      rounds.slice(from, to).map((round, index) => this.item(round, names[from + index]!));
    const earlier = rounds.length - LISTED;
    const list = make("ul", { class: "plain record-rounds" }, ...items(Math.max(earlier, 0)));
    const more = this.button("more-rounds", "", this.messages.t("list_earlier", { count: earlier }), () => {
      // One call with a hundred thousand items would be too much for the browser.
      const all = document.createDocumentFragment();
      for (const item of items(0, earlier)) all.append(item);
      list.prepend(all);
      more.remove();
    });
    const every = this.button("delete-rounds", "", this.messages.t("delete_exercise"), () => this.acts.deleteRounds());
    every.dataset.deleteExercise = "";
    return [...(earlier > 0 ? [more] : []), list, ...(rounds.length > 1 ? [make("p", {}, every)] : [])];
  }

  private item(round: Round, name: string): HTMLElement {
    return make(
      "li",
      { "data-round": round.id },
      make("span", {}, name),
      this.named.isKnown && !isFile() ? this.opener(round, name) : "",
      this.button("delete-round", name, this.messages.t("delete_one"), () => this.acts.deleteRound(round)),
    );
  }

  /** A link to the exercise that opens this round there. */
  private opener(round: Round, name: string): HTMLElement {
    const href = `${this.address}#round-${addressOf(round)}`;
    const key = `open:${this.named.slug}:${round.id}`;
    return make(
      "a",
      { href, "data-key": key },
      this.messages.t("open_one"),
      make("span", { class: "off" }, ` ${name}`),
    );
  }

  private damaged(count: number, text: string): HTMLElement {
    const label = this.messages.t("download_text");
    return make(
      "p",
      { "data-damaged": "" },
      this.messages.t("damaged", { count }),
      " ",
      this.button("get", "", label, () => this.acts.download(text)),
    );
  }

  private broken(text: string): HTMLElement {
    const buttons = [
      this.button("get", "", this.messages.t("download_text"), () => this.acts.download(text)),
      this.button("delete", "", this.messages.t("delete_text"), () => this.acts.deleteBroken()),
    ];
    const said = make("p", {}, this.messages.t("broken", { name: this.named.title }));
    return make(
      "div",
      { "data-broken": "" },
      said,
      make("ul", { class: "plain record-rounds" }, make("li", {}, ...buttons)),
    );
  }

  /** What was put aside, each text by itself. */
  private asides(): HTMLElement[] {
    const found = asides(this.named.slug);
    const list = found.map((one, index) => {
      const name = this.messages.t("aside", { number: index + 1 });
      return make(
        "li",
        { "data-aside": one.key },
        make("span", {}, name),
        this.button("get", name, this.messages.t("download_text"), () => this.acts.download(one.text)),
        this.button("delete", name, this.messages.t("delete_text"), () => this.acts.deleteAside(one)),
      );
    });
    return found.length
      ? [make("p", {}, this.messages.t("asides")), make("ul", { class: "plain record-rounds" }, ...list)]
      : [];
  }

  private sideBySide(rounds: Round[]): HTMLElement[] {
    const notes = rounds.length > 1 ? ["compare_first", "compare_note"] : [];
    const last = rounds.length > MOST_ROUNDS
      ? this.messages.t("last_rounds", { count: MOST_ROUNDS, of: rounds.length })
      : "";
    const said = [...notes.map((key) => this.messages.t(key)), last].filter(Boolean);
    return [...said.map((sentence) => make("p", { class: "hint" }, sentence)), this.table(rounds)];
  }

  private table(all: Round[]): HTMLElement {
    const rounds = all.slice(-MOST_ROUNDS);
    const names = roundNames(all, this.messages).slice(-MOST_ROUNDS);
    const heads = names.map((name) => make("th", { scope: "col" }, name));
    const head = make("tr", {}, make("th", { scope: "col" }, this.messages.t("question")), ...heads);
    const rows = sideBySide(this.named.exercise, rounds, this.messages).map(({ kind, label, texts }) => {
      const across = { colspan: String(names.length + 1) };
      if (kind === "part") {
        return make("tr", { class: "part-row" }, make("th", { scope: "rowgroup", ...across }, label));
      }
      if (kind === "left-out") return make("tr", { "data-left-out": "" }, make("td", across, label));
      const cells = texts.map((text, index) => make("td", { "data-label": names[index] ?? "" }, text));
      return make(
        "tr",
        kind === "result" ? { class: "dimension-row" } : {},
        make("th", { scope: "row" }, label),
        ...cells,
      );
    });
    const table = make("table", { class: "stacking" }, make("thead", {}, head), make("tbody", {}, ...rows));
    return make("div", {
      class: "table-scroll",
      tabindex: "0",
      role: "region",
      "data-key": `table:${this.named.slug}`,
      "aria-label": `${this.messages.t("side_by_side")}: ${this.named.title}`,
    }, table);
  }
}

/** The line in which the answer to a button stands, beside that button. */
export function statusLine(of: string): HTMLElement {
  return make("p", { class: "device-status", role: "status", tabindex: "-1", "data-status": of });
}

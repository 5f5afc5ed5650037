/** Choices of rounds: of those that are saved, of those in a file. */
import type { Round } from "../answer_store/answer_store.ts";
import type { Stored } from "../answer_store/device.ts";
import { roundNames } from "../answer_store/round_name.ts";
import { make } from "../../../../scripts/lib/dom.ts";
import { spoken } from "../../../../scripts/lib/messages.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/** The rounds, the last one first, and the button that opens the chosen one, with others beside it. */
function roundChoice(
  rounds: Round[],
  messages: Messages,
  open: (round: Round) => void,
  ...beside: HTMLElement[]
): HTMLElement[] {
  const newest = [...rounds].reverse();
  const only = newest.length === 1 ? newest[0]! : null;
  const label = only ? messages.t("open_saved", { date: spoken(only.date) }) : messages.t("open_round");
  const button = make("button", { type: "button", class: "quiet", "data-open-saved": "" }, label);
  const names = roundNames(rounds, messages).reverse();
  const options = names.map((name, index) => make("option", { value: String(index) }, name));
  const list = make("select", { "data-round-choice": "" }, ...options);
  button.addEventListener("click", () => open(only ?? newest[Number(list.value)]!));
  const choice = make("label", { class: "cell" }, make("span", {}, messages.t("which_round")), list);
  return [...(only ? [] : [choice]), make("div", { class: "actions" }, button, ...beside)];
}

/** What is saved of an exercise, in words, and which of it to open. */
export function savedRounds(stored: Stored, messages: Messages, open: (round: Round) => void): HTMLElement[] {
  const t = (key: string, count = 0) => make("p", {}, messages.t(key, { count }));
  if (stored.state === "broken") return [t("stored_broken")];
  if (stored.state !== "ok") return [];
  const { rounds: { rounds }, damaged } = stored;
  return [
    t("stored", rounds.length),
    ...(damaged ? [t("stored_damaged", damaged)] : []),
    ...roundChoice(rounds, messages, open),
  ];
}

/** The rounds in a file, which of them to open, and a way to leave it. */
export function fileRounds(
  rounds: Round[],
  messages: Messages,
  open: (round: Round) => void,
  leave: () => void,
): HTMLElement[] {
  const none = make("button", { type: "button", class: "quiet" }, messages.t("open_none"));
  none.addEventListener("click", leave);
  return [
    make("p", {}, messages.t("open_which", { count: rounds.length })),
    ...roundChoice(rounds, messages, open, none),
  ];
}

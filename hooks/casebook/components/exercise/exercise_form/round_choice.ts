/** Choices of rounds: of those that are saved, of those in a file. */
import type { Round } from "../answer_store/answer_store.ts";
import type { Stored } from "../answer_store/device.ts";
import { namesOf } from "../answer_store/round_name.ts";
import { make } from "../../../../scripts/lib/dom.ts";
import { spoken } from "../../../../scripts/lib/messages.ts";
import type { Words } from "../../../../scripts/lib/messages.ts";

/** The rounds, the last one first, and the button that opens the chosen one, with others beside it. */
function roundChoice(rounds: Round[], words: Words, open: (round: Round) => void, ...beside: HTMLElement[]): HTMLElement[] {
  const newest = [...rounds].reverse();
  const only = newest.length === 1 ? newest[0]! : null;
  const label = only ? words.say("open_saved", { date: spoken(only.date) }) : words.say("open_round");
  const button = make("button", { type: "button", class: "quiet", "data-open-saved": "" }, label);
  const names = namesOf(rounds, words).reverse();
  const options = names.map((name, index) => make("option", { value: String(index) }, name));
  const list = make("select", { "data-round-choice": "" }, ...options);
  button.addEventListener("click", () => open(only ?? newest[Number(list.value)]!));
  const choice = make("label", { class: "cell" }, make("span", {}, words.say("which_round")), list);
  return [...(only ? [] : [choice]), make("div", { class: "actions" }, button, ...beside)];
}

/** What is saved of an exercise, in words, and which of it to open. */
export function savedRounds(stored: Stored, words: Words, open: (round: Round) => void): HTMLElement[] {
  const say = (key: string, count = 0) => make("p", {}, words.say(key, { count }));
  if (stored.state === "broken") return [say("stored_broken")];
  if (stored.state !== "ok") return [];
  const { rounds: { rounds }, damaged } = stored;
  return [
    say("stored", rounds.length),
    ...(damaged ? [say("stored_damaged", damaged)] : []),
    ...roundChoice(rounds, words, open),
  ];
}

/** The rounds in a file, which of them to open, and a way to leave it. */
export function fileRounds(rounds: Round[], words: Words, open: (round: Round) => void, leave: () => void): HTMLElement[] {
  const none = make("button", { type: "button", class: "quiet" }, words.say("open_none"));
  none.addEventListener("click", leave);
  return [make("p", {}, words.say("open_which", { count: rounds.length })), ...roundChoice(rounds, words, open, none)];
}

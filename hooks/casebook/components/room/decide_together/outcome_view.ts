/** Draws what happened, beside what the room expected. Nothing of it is in the page before it is asked for. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { statementLine } from "../../../../scripts/room/room_decision.ts";

export function outcomeOf(
  { decision, parts, title }: Chosen,
  expected: string,
  root: string,
  messages: Messages,
): Node[] {
  const { after } = decision;
  const happened = after.undecided
    ? [make("p", {}, after.undecided), ...list(messages.t("look_for"), after.look_for)]
    : after.outcome.map((one) => statementLine(one, parts));
  return [
    make(
      "div",
      { class: "two-up" },
      make(
        "section",
        {},
        make("h3", {}, messages.t("expected")),
        make("p", {}, expected || messages.t("expected_nothing")),
      ),
      make("section", {}, make("h3", {}, messages.t("happened")), ...happened),
    ),
    ...(after.ours ? [make("p", { class: "hint" }, after.ours)] : []),
    ...list(messages.t("unknown"), after.unknown),
    ...(decision.close
      ? [make("h3", {}, messages.t("close")), make("p", { class: "close-question" }, decision.close)]
      : []),
    make("p", { class: "hint screen-only" }, make("a", { href: root + after.page }, messages.t("in_case", { title }))),
  ];
}

function list(heading: string, texts: readonly string[]): HTMLElement[] {
  if (!texts.length) return [];
  return [make("h3", {}, heading), make("ul", {}, ...texts.map((text) => make("li", {}, text)))];
}

/** Draws a decision for a room: the moment, and for each option what speaks for it, its hands and its reasons. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Chosen, RoomOption, RoomSeat } from "../../../../scripts/room/room_decision.ts";
import { statementLine } from "../../../../scripts/room/room_decision.ts";

export function momentOf({ decision, parts }: Chosen): HTMLElement[] {
  const role = decision.role ? [make("p", {}, decision.role)] : [];
  return [...role, ...decision.situation.map((one) => statementLine(one, parts, false))];
}

export function seatsOf({ decision }: Chosen, messages: Messages): HTMLElement[] {
  const isOne = decision.seats.length === 1;
  return decision.seats.map((seat, at) =>
    make(
      "section",
      { class: "room-seat" },
      ...(isOne ? [] : [
        make("h3", {}, `${messages.t("seat", { number: at + 1 })} ${seat.label}`),
        make("p", {}, seat.question),
      ]),
      make("div", { class: "room-options" }, ...seat.options.map((option) => optionOf(seat, option, messages))),
    )
  );
}

function optionOf(seat: RoomSeat, option: RoomOption, messages: Messages): HTMLElement {
  const name = `${seat.id}/${option.id}`;
  const more = [option.text, ...option.disputed].filter(Boolean).join(" ");
  return make(
    "fieldset",
    { class: "room-option", "data-option": name },
    make("legend", {}, `${option.letter}. ${option.label}`),
    make("p", { class: "became", "data-became": "", hidden: "" }),
    ...(more ? [make("p", { class: "hint" }, more)] : []),
    make("p", { class: "weighed" }, make("b", {}, messages.t("for")), ` ${option.for}`),
    make("p", { class: "weighed" }, make("b", {}, messages.t("against")), ` ${option.against}`),
    make(
      "div",
      { class: "cells" },
      make(
        "label",
        { class: "cell hands" },
        make("span", {}, messages.t("hands")),
        make("input", { type: "text", inputmode: "numeric", "data-hands": "" }),
      ),
      make(
        "label",
        { class: "cell" },
        make("span", {}, messages.t("reasons")),
        make("textarea", { rows: "2", "data-reasons": "" }),
      ),
    ),
  );
}

/** Draws a run sheet as it is printed and copied: what it is, and a table of the items. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { Chosen } from "../../../../scripts/room/room_decision.ts";
import { beginnings, minutesOf, type RunSheet, spokenIn, timeAt, totalOf } from "../../../../scripts/room/run_sheet.ts";

/** When each item begins, in words: a time of day, or so many minutes from the beginning. */
export function timesOf(sheet: RunSheet, messages: Messages): string[] {
  const isTimed = minutesOf(sheet.start) !== null;
  return beginnings(sheet).map((minute) => isTimed ? timeAt(minute) : messages.t("from_minute", { minute }));
}

export function sheetOf(sheet: RunSheet, chosen: Chosen | null, question: string, messages: Messages): HTMLElement[] {
  const times = timesOf(sheet, messages);
  const rows = sheet.items.map((item, at) => {
    const spoken = spokenIn(item, question, chosen?.decision ?? null);
    return make(
      "tr",
      {},
      make("td", { class: "clock" }, times[at]!),
      make("td", {}, String(item.minutes || "")),
      make(
        "td",
        {},
        make("p", {}, make("b", {}, item.title)),
        ...lines(item.text).map((line) => make("p", {}, line)),
        ...lines(spoken).map((line, first) =>
          make("p", { class: "say" }, ...(first ? [] : [make("b", {}, `${messages.t("say")}: `)]), line)
        ),
      ),
    );
  });
  const heads = ["column_at", "column_minutes", "column_what"].map((key) =>
    make("th", { scope: "col" }, messages.t(key))
  );
  return [
    make("h2", { class: "run-title" }, sheet.title || messages.t("untitled")),
    ...facts(sheet, chosen, messages).map((line) => make("p", {}, line)),
    make("table", { class: "run-table" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)),
    ...toBring(sheet, messages),
    make("p", { class: "hint" }, messages.t("late")),
  ];
}

function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

function toBring({ bring }: RunSheet, messages: Messages): HTMLElement[] {
  const things = lines(bring);
  if (!things.length) return [];
  return [make("h3", {}, messages.t("to_bring")), make("ul", {}, ...things.map((one) => make("li", {}, one)))];
}

function facts(sheet: RunSheet, chosen: Chosen | null, messages: Messages): string[] {
  const [start, total] = [minutesOf(sheet.start), totalOf(sheet.items)];
  const minutes = messages.t("minutes", { count: total });
  const when = start === null
    ? minutes
    : messages.t("from_to", { start: timeAt(start), end: timeAt(start + total), minutes });
  const about = chosen
    ? [messages.t("about", { question: chosen.decision.question, place: chosen.decision.place })]
    : [];
  return [[sheet.date, when, sheet.place].filter(Boolean).join(" · "), ...about];
}

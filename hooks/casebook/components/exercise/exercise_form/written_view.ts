/** Draws what the visitor wrote: two texts of one kind side by side, everything else as a list. */
import { make } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { WrittenEntry, WrittenPart } from "./written.ts";

export function writtenView(parts: WrittenPart[], messages: Messages): HTMLElement {
  return make(
    "section",
    { class: "written", "data-written": "" },
    make("h4", {}, messages.t("written")),
    ...parts.map(partView),
  );
}

function partView({ id, title, isPair, entries }: WrittenPart): HTMLElement {
  return make(
    "section",
    { "data-written-part": id },
    title ? make("h5", {}, title) : "",
    make("dl", { class: isPair ? "written-pair" : "written-list" }, ...entries.map(entryView)),
  );
}

function entryView({ name, lines }: WrittenEntry): HTMLElement {
  const said = lines.map(({ label, text }) =>
    make(
      "dd",
      {},
      label ? make("span", { class: "written-label" }, `${label}${/[?:…]$/.test(label) ? "" : ":"} `) : "",
      text,
    )
  );
  return make("div", {}, make("dt", {}, name), ...said);
}

/**
 * The map as a file: handed out as an edge list or JSON, read back after a look at it, and put back if the visitor
 * thinks better of it.
 */
import { download, make, query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { today } from "../../../../scripts/lib/messages.ts";
import type { Reading, Remark, RoleMap } from "../role_map/exchange.ts";
import { fromFile, toCsv, toJson } from "../role_map/exchange.ts";
import type { MapData, MapViewElement } from "./map_view.ts";
import type { MapWords } from "./map_words.ts";

const LARGEST = 500_000;

export class MapFiles {
  constructor(
    private readonly view: MapViewElement,
    private readonly data: MapData,
    private readonly messages: Messages,
    private readonly said: MapWords,
  ) {}

  wire(signal: AbortSignal): void {
    const file = query<HTMLInputElement>(this.view, "[data-map-file]");
    const on = (selector: string, act: () => void) =>
      query(this.view, selector).addEventListener("click", act, { signal });
    on("[data-to-csv]", () => this.hand("csv", "text/csv;charset=utf-8", (map) => `\uFEFF${toCsv(map)}`));
    on("[data-to-json]", () => this.hand("json", "application/json", toJson));
    on("[data-from-file]", () => file.click());
    file.addEventListener("change", () => void this.open(file), { signal });
  }

  private status(text: string): void {
    query(this.view, "[data-file-status]").textContent = text;
  }

  private hand(ending: string, type: string, write: (map: RoleMap) => string): void {
    const map = this.view.shown;
    if (!map.roles.length) return this.status(this.messages.t("nothing_to_download"));
    const name = `${this.messages.t("file_stem")}-${today()}.${ending}`;
    download(name, write(map), type);
    const left = this.view.whole.ties.length - map.ties.length;
    const note = left ? this.messages.t("not_in_file", { count: left }) : "";
    this.status([this.messages.t("downloaded", { name }), note].filter(Boolean).join(" "));
  }

  private async open(field: HTMLInputElement): Promise<void> {
    const [file] = field.files ?? [];
    if (!file) return;
    const reading = await this.read(file);
    field.value = "";
    if (!reading.map) return this.refuse(reading);
    if (!isBlank(this.view.whole)) this.ask(reading.map, reading);
    else this.replace(reading.map, reading);
  }

  private async read(file: File): Promise<Reading> {
    const refused = (key: string): Reading => ({ map: null, problems: [{ key, values: {} }], notes: [] });
    if (file.size > LARGEST) return refused("import_too_large");
    const { roles, strengths, kinds: every, allowed } = this.data;
    const kinds = Object.fromEntries(allowed.map((id) => [id, every[id] ?? id]));
    try {
      return fromFile(await file.text(), { roles, kinds, strengths: Object.fromEntries(strengths) });
    } catch {
      return refused("import_unreadable");
    }
  }

  private sentences(remarks: readonly Remark[]): HTMLElement[] {
    return remarks.map(({ key, values }) => make("li", {}, this.messages.t(key, values)));
  }

  /** Says something about the file in a box of its own, and takes the visitor there. */
  private say(...content: (Node | string)[]): void {
    const box = query(this.view, "[data-map-read]");
    box.replaceChildren(...content);
    box.hidden = content.length === 0;
    this.status("");
    if (content.length) box.focus();
  }

  private refuse({ problems }: Reading): void {
    this.say(
      make("p", {}, this.messages.t("import_refused", { count: problems.length })),
      make("ul", { "data-problems": "" }, ...this.sentences(problems)),
    );
  }

  private notes({ notes }: Reading): HTMLElement[] {
    return notes.length ? [make("ul", {}, ...this.sentences(notes))] : [];
  }

  private button(key: string, act: () => void, isQuiet = false): HTMLElement {
    const button = make(
      "button",
      { type: "button", "data-answer": key, ...(isQuiet ? { class: "quiet" } : {}) },
      this.messages.t(key),
    );
    button.addEventListener("click", act);
    return button;
  }

  private ask(map: RoleMap, reading: Reading): void {
    const [mine, theirs] = [this.said.counts(this.view.whole), this.said.counts(map)];
    const values = { roles: mine.roles, ties: mine.ties, new_roles: theirs.roles, new_ties: theirs.ties };
    const keep = () => {
      this.say();
      this.status(this.messages.t("kept"));
      query(this.view, "[data-from-file]").focus();
    };
    this.say(
      make("p", {}, this.messages.t("read_aloud", values)),
      ...this.notes(reading),
      make(
        "div",
        { class: "actions" },
        this.button("replace_yes", () => this.replace(map, reading)),
        this.button("replace_no", keep, true),
      ),
    );
  }

  private replace(map: RoleMap, reading: Reading): void {
    const before = this.swap(map);
    this.say(
      make("p", {}, this.messages.t("brought", this.said.counts(map))),
      ...this.notes(reading),
      ...(isBlank(before) ? [] : [this.wayBack("put_back", before)]),
    );
  }

  /** Puts a map on the page and returns the one that was there, with all that was changed in it. */
  private swap(map: RoleMap): RoleMap {
    const before = structuredClone(this.view.whole);
    this.view.bring(map);
    return before;
  }

  /** A button that brings a map back; the one that it replaces can be brought back in its turn. */
  private wayBack(key: string, map: RoleMap): HTMLElement {
    const back = () => {
      const before = this.swap(map);
      this.say(
        make("p", {}, this.messages.t("was_put_back", this.said.counts(map))),
        this.wayBack("undo_put_back", before),
      );
    };
    return make("div", { class: "actions" }, this.button(key, back, true));
  }
}

function isBlank({ roles, ties }: RoleMap): boolean {
  return !roles.length && !ties.length;
}

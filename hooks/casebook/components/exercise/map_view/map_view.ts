/** The picture of one's roles and ties, with the same facts as a list; a case beside it; files out and in. */
import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { own } from "../../../../scripts/lib/plain.ts";
import { make, readJson } from "../../../../scripts/lib/dom.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { draw } from "../role_map/drawing.ts";
import type { Shapes } from "../role_map/drawing.ts";
import { complete, withoutLoops } from "../role_map/complete.ts";
import type { RoleMap, Tie } from "../role_map/exchange.ts";
import { roleNames } from "../role_map/exchange.ts";
import { CaseBeside } from "./case_beside.ts";
import { MapFiles } from "./map_files.ts";
import { MapWords } from "./map_words.ts";
import { type Signs, sketch, toSvg } from "./sketch.ts";

/**
 * What the page hands over: messages, kinds and strengths by id, the shape of each kind, the kinds and how many roles a
 * map may have.
 */
export interface MapData {
  readonly words: Record<string, unknown>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly strengths: readonly (readonly [string, string])[];
  readonly allowed: readonly string[];
  readonly shapes: Shapes;
  readonly roles: number;
}

/** How each strength is drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  thick: "strong",
  thin: "weak",
  broken: "strained",
  missing: "cut",
  "": "weak",
};
const EMPTY: RoleMap = { roles: [], ties: [] };

export class MapViewElement extends CasebookElement {
  private messages!: Messages;
  private said!: MapWords;
  private data!: MapData;
  private map = EMPTY;
  private told = EMPTY;

  protected wire(signal: AbortSignal): void {
    this.data = readJson<MapData>(this.query("[data-map-data]"));
    this.messages = new Messages(this.data.words);
    this.said = new MapWords(this.messages, {
      kinds: this.data.kinds,
      strengths: Object.fromEntries(this.data.strengths),
    });
    new MapFiles(this, this.data, this.messages, this.said).wire(signal);
    if (this.querySelector("[data-case]")) new CaseBeside(this, this.data, this.messages, this.said).wire(signal);
  }

  /** Everything on the page, also what is half filled in. */
  get whole(): RoleMap {
    return this.map;
  }

  /** The map as it is drawn: roles with a name and ties between two of them. */
  get shown(): RoleMap {
    return withoutLoops(complete(this.map));
  }

  /** Draws a map. */
  show(map: RoleMap): void {
    if (!this.said) return;
    this.map = map;
    const isEmpty = this.shown.roles.length === 0;
    this.query("[data-empty]").hidden = !isEmpty;
    this.query("[data-own]").hidden = this.query("[data-key]").hidden = isEmpty;
    this.query("[data-own]").replaceChildren(...(isEmpty ? [] : this.draw(this.shown)));
  }

  /** Says what is different since it was last said. */
  tell(isQuiet = false): void {
    if (!this.said) return;
    const said = this.said.changes(this.told, this.shown).join(" ");
    this.told = structuredClone(this.shown);
    if (said) this.query("[data-changes]").textContent = isQuiet ? "" : said;
  }

  private draw(map: RoleMap): Node[] {
    const shapes: Shapes = [...this.data.shapes, ["", "circle"]];
    const kindOf = (kind: string) => shapes.some(([id]) => id === kind) ? kind : "";
    const roles = map.roles.map(({ id, kind }) => ({ id, kind: kindOf(kind) }));
    const ties = map.ties.map(({ from, to, strength }) => ({ from, to, strength: own(DRAWN, strength) ?? "weak" }));
    const label = this.messages.t("label", this.said.counts(map));
    const picture = toSvg(sketch(draw(roles, ties, shapes), map.ties.map(signsOf)), label, "own-map mode-network");
    const doubts = this.said.doubts(this.whole).map((doubt) => make("p", { class: "word-note" }, doubt));
    return [picture, ...doubts, ...this.list(map), ...this.measures(map)];
  }

  private list(map: RoleMap): Node[] {
    const roles = this.said.roles(map).map(({ number, name, kind, isUntied }) =>
      make(
        "li",
        { value: String(number) },
        [name, kind, isUntied ? this.messages.t("untied") : ""].filter(Boolean).join(" · "),
      )
    );
    const ties = this.said.ties(map).map((tie) => make("li", {}, tie));
    return [
      make("h5", {}, this.messages.t("list")),
      make("ol", { "data-list-roles": "" }, ...roles),
      make("ul", { "data-list-ties": "" }, ...ties),
    ];
  }

  private measures(map: RoleMap): Node[] {
    const sentences = [...this.said.measures(roleNames(map.roles), map.ties), ...this.said.alone(map)];
    if (!sentences.length) return [];
    return [
      make("h5", {}, this.messages.t("measures")),
      make("ul", { "data-measures": "" }, ...sentences.map((sentence) => make("li", {}, sentence))),
      make("p", { class: "hint" }, this.messages.t("measures_note")),
    ];
  }

  /** Puts a map from elsewhere on the page. */
  bring(map: RoleMap): void {
    this.dispatchEvent(new CustomEvent<RoleMap>("map-brought", { bubbles: true, detail: map }));
    this.tell(true);
  }

  /** Puts away what was read and the case, for a page that is cleared. */
  reset(): void {
    for (const place of this.queryAll("[data-map-read]")) place.hidden = true;
    this.query("[data-file-status]").textContent = "";
    this.tell(true);
  }
}

function signsOf(tie: Tie): Signs {
  return { isCrossed: tie.strength === "broken", hasRing: tie.one_person, number: tie.tokens };
}

/**
 * The map of a case beside one's own: as it stood before its first decision.
 * Each case's map is a small file with a ready-made picture, loaded when it is chosen.
 */
import { linkApart, make, query } from "../../../../scripts/lib/dom.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { loadData } from "../../../../scripts/lib/data.ts";
import type { Tied } from "../role_map/measures.ts";
import type { MapData, MapViewElement } from "./map_view.ts";
import type { MapWords } from "./map_words.ts";
import { type Picture, toSvg } from "./sketch.ts";

interface CaseMember {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly place: string;
  readonly count: number;
}

/** The map of a case, as data/maps/<slug>.js has it. */
export interface CaseMap {
  readonly title: string;
  readonly place: string;
  readonly when: string;
  readonly mode: string;
  readonly picture: Picture;
  readonly members: readonly CaseMember[];
  readonly ties: readonly (Tied & { readonly words: string })[];
}

export class CaseBeside {
  constructor(
    private readonly view: MapViewElement,
    private readonly data: MapData,
    private readonly messages: Messages,
    private readonly said: MapWords,
  ) {}

  wire(signal: AbortSignal): void {
    this.list.addEventListener("change", () => void this.choose(), { signal });
  }

  private get list(): HTMLSelectElement {
    return query<HTMLSelectElement>(this.view, "[data-case]");
  }

  private async choose(): Promise<void> {
    const { value: slug, selectedOptions: [option] } = this.list;
    const place = query(this.view, "[data-beside]");
    if (!slug || !option) {
      place.hidden = true;
      return this.status(this.messages.t("compare_gone"));
    }
    try {
      const map = await loadData<CaseMap>(`map:${slug}`, option.dataset.map ?? "");
      if (this.list.value !== slug) return;
      place.replaceChildren(...this.draw(map, option.dataset.page ?? ""));
      place.hidden = false;
      this.status(this.messages.t("compare_shown", { title: map.title }));
    } catch {
      place.hidden = true;
      this.status(this.messages.t("compare_failed"));
    }
  }

  private status(text: string): void {
    query(this.view, "[data-case-status]").textContent = text;
  }

  private draw(map: CaseMap, page: string): Node[] {
    const { title, place, when, members, ties } = map;
    const counts = {
      roles: this.messages.t("count_members", { count: members.length }),
      ties: this.messages.t("count_ties", { count: ties.length }),
    };
    const names = new Map(members.map((member) => [member.id, member.label]));
    const sentences = this.said.measures(names, ties, true).map((sentence) => make("li", {}, sentence));
    return [
      toSvg(map.picture, this.messages.t("label", counts), `mode-${map.mode}`),
      make("p", { class: "case-name" }, title),
      make("p", { class: "hint" }, [place, when].filter(Boolean).join(" · ")),
      make("h5", {}, this.messages.t("list")),
      make("ol", {}, ...members.map((member, index) => make("li", { value: String(index + 1) }, this.member(member)))),
      make("ul", {}, ...ties.map((tie) => make("li", {}, tie.words))),
      ...(sentences.length ? [make("h5", {}, this.messages.t("measures")), make("ul", {}, ...sentences)] : []),
      make("p", {}, linkApart(page, this.messages.t("compare_read"), this.messages.t("new_tab"))),
    ];
  }

  private member({ label, kind, place, count }: CaseMember): string {
    const times = count > 1 && !label.includes(String(count)) ? `× ${count}` : "";
    return [label, times, this.data.kinds[kind] ?? "", place].filter(Boolean).join(" · ");
  }
}

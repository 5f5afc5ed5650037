/**
 * A map of roles and ties as lines: a line for each role and for each pair that is tied, so that rounds can be
 * compared.
 */
import type { MapPart } from "../../../../scripts/exercise/types.ts";
import { lostIn } from "../answer_store/kept.ts";
import { asRecord, own } from "../../../../scripts/lib/plain.ts";
import { distinct } from "../../../../scripts/lib/names.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { isSaid, mapIn } from "../role_map/complete.ts";
import type { Role, Tie } from "../role_map/exchange.ts";
import type { Line } from "./lines.ts";
import { lineOf, plainLines, some } from "./lines.ts";

export function linesOfMap(part: MapPart, answer: unknown, messages: Messages): Line[] {
  const { roles, ties } = mapIn(answer);
  const { roles: givenRoles, ties: givenTies, unplaced, ...rest } = asRecord(answer);
  const odd = {
    roles: lostIn(givenRoles, roles),
    ties: lostIn(givenTies, ties),
    unplaced: lostIn(unplaced, { roles, ties }),
  };
  return [
    ...new MapLines(part, messages, roles).all(ties.filter(isSaid)),
    ...plainLines(part.id, { ...some(odd), ...rest }),
  ];
}

class MapLines {
  /** The names of the roles in their order, and by id. */
  private readonly inOrder: readonly string[];
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly part: MapPart,
    private readonly messages: Messages,
    private readonly roles: readonly Role[],
  ) {
    this.inOrder = distinct(roles.map((role) => role.label));
    this.names = new Map(roles.map(({ id }, index) => [id, this.inOrder[index]!] as const).reverse());
  }

  all(ties: readonly Tie[]): Line[] {
    const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
    const pairs = new Map<string, Tie[]>();
    for (const tie of ties) {
      const pair = this.pair(tie);
      const same = pairs.get(pair);
      if (same) same.push(tie);
      else pairs.set(pair, [tie]);
    }
    return [
      ...this.roles.map((role, index) => this.role(role, this.inOrder[index]!, tied)),
      ...[...pairs].map(([pair, same]) => this.tie(pair, same)),
    ];
  }

  private name(id: string): string {
    return this.names.get(id) || this.messages.t("map_open_end");
  }

  private role({ id, kind }: Role, name: string, tied: ReadonlySet<string>): Line {
    const said = [own(this.part.kinds, kind) ?? kind, tied.has(id) ? "" : this.messages.t("map_untied")].filter(Boolean)
      .join(", ");
    const label = name ? this.messages.t("map_role", { name }) : this.messages.t("map_nameless");
    return this.line("role", name || id, label, said || this.messages.t("map_there"));
  }

  /** Both ends in one order: a tie is the same from either side. */
  private pair({ from, to }: Tie): string {
    return JSON.stringify([this.names.get(from) ?? "", this.names.get(to) ?? ""].sort());
  }

  private tie(pair: string, ties: readonly Tie[]): Line {
    const [{ from, to }] = ties as [Tie];
    const label = this.messages.t("map_tie", { from: this.name(from), to: this.name(to) });
    return this.line("tie", pair, label, ties.map((tie) => this.said(tie)).join("; "));
  }

  private said({ strength, one_person, tokens }: Tie): string {
    const said = [
      own(this.part.strengths, strength) ?? (strength || this.messages.t("map_unsaid")),
      one_person ? this.messages.t("map_alone") : "",
      tokens ? this.messages.t("map_tokens", { count: tokens }) : "",
    ];
    return said.filter(Boolean).join(", ");
  }

  private line(block: string, key: string, label: string, text: string): Line {
    const place = `${this.part.id}/${block}`;
    return { ...lineOf(`${place}/${key}`, label, text), block: place, none: this.messages.t("map_not_there") };
  }
}

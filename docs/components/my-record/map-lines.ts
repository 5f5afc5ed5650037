/** A map of roles and ties as lines: a line for each role and for each pair that is tied, so that rounds can be compared. */
import type { MapPart } from "../exercise-form/data.ts";
import { asRecord } from "../exercise-form/data.ts";
import type { Words } from "../exercise-form/say.ts";
import { isSaid, mapIn } from "../role-map/complete.ts";
import type { Role, Tie } from "../role-map/exchange.ts";
import type { Line } from "./lines.ts";
import { lineOf, plainLines } from "./lines.ts";

export function linesOfMap(part: MapPart, answer: unknown, words: Words): Line[] {
  const { roles, ties } = mapIn(answer);
  const { roles: _, ties: __, unplaced: ___, ...rest } = asRecord(answer);
  return [...new MapLines(part, words, roles).all(ties.filter(isSaid)), ...plainLines(part.id, rest)];
}

class MapLines {
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly part: MapPart, private readonly words: Words, private readonly roles: readonly Role[]) {
    this.names = namesOf(roles);
  }

  all(ties: readonly Tie[]): Line[] {
    const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
    const pairs = new Map<string, Tie[]>();
    for (const tie of ties) pairs.set(this.pair(tie), [...(pairs.get(this.pair(tie)) ?? []), tie]);
    return [...this.roles.map((role) => this.role(role, tied)), ...[...pairs].map(([pair, same]) => this.tie(pair, same))];
  }

  private name(id: string): string {
    return this.names.get(id) || this.words.say("map_open_end");
  }

  private role({ id, kind }: Role, tied: ReadonlySet<string>): Line {
    const said = [this.part.kinds[kind] ?? kind, tied.has(id) ? "" : this.words.say("map_untied")].filter(Boolean).join(", ");
    const name = this.names.get(id);
    const label = name ? this.words.say("map_role", { name }) : this.words.say("map_nameless");
    return this.line("role", name || id, label, said || this.words.say("map_there"));
  }

  /** Both ends in one order: a tie is the same from either side. */
  private pair({ from, to }: Tie): string {
    return JSON.stringify([this.names.get(from) ?? "", this.names.get(to) ?? ""].sort());
  }

  private tie(pair: string, ties: readonly Tie[]): Line {
    const [{ from, to }] = ties as [Tie];
    const label = this.words.say("map_tie", { from: this.name(from), to: this.name(to) });
    return this.line("tie", pair, label, ties.map((tie) => this.said(tie)).join("; "));
  }

  private said({ strength, one_person, tokens }: Tie): string {
    const said = [
      this.part.strengths[strength] ?? (strength || this.words.say("map_unsaid")),
      one_person ? this.words.say("map_alone") : "",
      tokens ? this.words.say("map_tokens", { count: tokens }) : "",
    ];
    return said.filter(Boolean).join(", ");
  }

  private line(block: string, key: string, label: string, text: string): Line {
    const place = `${this.part.id}/${block}`;
    return { ...lineOf(`${place}/${key}`, label, text), block: place, none: this.words.say("map_not_there") };
  }
}

/** The roles by id; one that has the name of another gets a number, and one without a name has none. */
function namesOf(roles: readonly Role[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, label } of roles) {
    let name = label;
    for (let number = 2; name && taken.has(name); number++) name = `${label} (${number})`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

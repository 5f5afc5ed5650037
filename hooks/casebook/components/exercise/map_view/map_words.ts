/** A map in words: its list, what can be counted, what has changed. It touches no page. */
import { own } from "../../../../scripts/lib/plain.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { complete } from "../role_map/complete.ts";
import type { RoleMap, Tie } from "../role_map/exchange.ts";
import { roleNames } from "../role_map/exchange.ts";
import type { Tied } from "../role_map/measures.ts";
import { holds, measure, pairs } from "../role_map/measures.ts";

/** One line of the list of roles: its number, name, kind, and whether nothing ties it. */
export interface RoleLine {
  readonly number: number;
  readonly name: string;
  readonly kind: string;
  readonly isUntied: boolean;
}

/** Messages for the kinds and strengths of a map, by id. */
export interface Labels {
  readonly kinds: Readonly<Record<string, string>>;
  readonly strengths: Readonly<Record<string, string>>;
}

export class MapWords {
  constructor(private readonly messages: Messages, private readonly labels: Labels) {}

  /** How many roles and ties, in words. */
  counts({ roles, ties }: RoleMap): { readonly roles: string; readonly ties: string } {
    return {
      roles: this.messages.t("count_roles", { count: roles.length }),
      ties: this.messages.t("count_ties", { count: ties.length }),
    };
  }

  roles({ roles, ties }: RoleMap): RoleLine[] {
    const names = roleNames(roles);
    const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
    return roles.map(({ id, kind }, index) => ({
      number: index + 1,
      name: names.get(id)!,
      kind: own(this.labels.kinds, kind) ?? kind,
      isUntied: !tied.has(id),
    }));
  }

  /** Each tie as a clause: Matron – Council: thin, hangs on one person, 2 tokens. */
  ties({ roles, ties }: RoleMap): string[] {
    const names = roleNames(roles);
    return ties.map((tie) => [this.tie(tie, names), ...this.marks(tie)].join(", "));
  }

  private tie(tie: Tie, names: ReadonlyMap<string, string>): string {
    const strength = own(this.labels.strengths, tie.strength) ?? (tie.strength || this.messages.t("tie_unsaid"));
    return this.messages.t("tie", { from: names.get(tie.from) ?? "", to: names.get(tie.to) ?? "", strength });
  }

  private marks(tie: Tie): string[] {
    const alone = tie.one_person ? [this.messages.t("tie_alone")] : [];
    return tie.tokens ? [...alone, this.messages.t("tie_tokens", { count: tie.tokens })] : alone;
  }

  /**
   * What only the visitor can put right: two roles of one name, a role tied to itself, a tie with an end still open.
   */
  doubts(whole: RoleMap): string[] {
    const { roles, ties } = complete(whole);
    const open = whole.ties.length - ties.length;
    const names = roleNames(roles);
    const labels = roles.map((role) => role.label);
    const twice = labels.filter((label, index) =>
      label && labels.indexOf(label) === index && labels.lastIndexOf(label) !== index
    );
    const loops = new Set(ties.filter((tie) => tie.from === tie.to).map((tie) => names.get(tie.from) ?? ""));
    return [
      ...twice.map((name) => this.messages.t("same_name", { name })),
      ...[...loops].map((name) => this.messages.t("to_itself", { name })),
      ...(open ? [this.messages.t("unfinished", { count: open })] : []),
    ];
  }

  /** What can be counted, as sentences. `members` are ids with their names; none of it is a verdict. */
  measures(members: ReadonlyMap<string, string>, ties: readonly Tied[], isCase = false): string[] {
    if (members.size < 2) return [];
    const ids = [...members.keys()];
    const kind = isCase ? "case_" : "";
    const those = { member: this.messages.t(`${kind}member`), members: this.messages.t(`${kind}members`) };
    const { tied, possible } = pairs(ids, ties);
    const said = [this.messages.t("pairs", { ...those, tied, count: possible })];
    if (!ties.some(holds)) return said;
    const { brokers, articulation_points: hinges } = measure(ids, ties);
    const named = (found: readonly string[]) => found.map((id) => members.get(id) ?? "").join(", ");
    const top = brokers.filter(([, share]) => share === brokers[0]?.[1]).map(([id]) => id);
    const broker = !top.length ? "none" : top.length === ids.length ? "even" : top.length === 1 ? "one" : "some";
    const hinge = !hinges.length ? "none" : hinges.length === 1 ? "one" : "some";
    said.push(this.messages.t(`brokers_${broker}`, { ...those, names: named(top) }));
    said.push(this.messages.t(`hinges_${hinge}`, { ...those, names: named(hinges) }));
    return said;
  }

  /** The ties that hang on one person, in a sentence; nothing when there are none. */
  alone({ roles, ties }: RoleMap): string[] {
    const names = roleNames(roles);
    const found = ties.filter((tie) => tie.one_person).map((tie) => `${names.get(tie.from)} – ${names.get(tie.to)}`);
    return found.length ? [this.messages.t("alone", { count: found.length, names: found.join("; ") })] : [];
  }

  /** What was not there before, and what is there no longer; nothing when all is as it was. */
  changes(before: RoleMap, now: RoleMap): string[] {
    const lines = (map: RoleMap) => [...this.roles(map).map(inWords), ...this.ties(map)];
    const [was, is] = [lines(before), lines(now)];
    const added = without(is, was);
    const gone = without(was, is);
    return [
      ...(gone.length ? [this.messages.t("gone", { what: gone.join("; ") })] : []),
      ...(added.length ? [this.messages.t("added", { what: added.join("; ") })] : []),
    ];
  }
}

function inWords({ name, kind }: RoleLine): string {
  return kind ? `${name} (${kind})` : name;
}

/** The first list without what the second has, each as often as it stands there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

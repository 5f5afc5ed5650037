/** A map as it is answered, rows half filled in too; and what of it is complete, for pictures, counts and files. It touches no page. */
import type { Role, RoleMap, Tie } from "./exchange.ts";

type Plain = Record<string, unknown>;

function recordsIn(list: unknown): Plain[] {
  return (Array.isArray(list) ? list : []).map((one) => typeof one === "object" && one !== null && !Array.isArray(one) ? one : {});
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function asRole(role: Plain): Role {
  return { id: text(role.id), label: text(role.label), kind: text(role.kind) };
}

export function asTie(tie: Plain): Tie {
  return {
    from: text(tie.from),
    to: text(tie.to),
    strength: text(tie.strength),
    one_person: tie.one_person === true,
    tokens: typeof tie.tokens === "number" ? tie.tokens : 0,
  };
}

/** The roles and ties of an answer, as they stand in it: those with a place on the page, and those without. */
export function rowsIn(answer: unknown): { roles: Plain[]; ties: Plain[] } {
  const [given] = recordsIn([answer]);
  const [before] = recordsIn([given!.unplaced]);
  return {
    roles: [...recordsIn(before!.roles), ...recordsIn(given!.roles)],
    ties: [...recordsIn(before!.ties), ...recordsIn(given!.ties)],
  };
}

/** The map that an answer holds. */
export function mapIn(answer: unknown): RoleMap {
  const { roles, ties } = rowsIn(answer);
  return { roles: roles.map(asRole), ties: ties.map(asTie) };
}

/** True when a row says anything. */
export function isSaid(row: object): boolean {
  return Object.values(row).some(Boolean);
}

/** The roles with a name, and the ties between them. */
export function complete({ roles, ties }: RoleMap): RoleMap {
  const named = roles.filter((role) => role.label);
  const ids = new Set(named.map((role) => role.id));
  return { roles: named, ties: ties.filter((tie) => ids.has(tie.from) && ids.has(tie.to)) };
}

/** The map without ties of a role to itself. */
export function withoutLoops({ roles, ties }: RoleMap): RoleMap {
  return { roles, ties: ties.filter((tie) => tie.from !== tie.to) };
}

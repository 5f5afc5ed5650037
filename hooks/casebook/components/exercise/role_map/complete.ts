/**
 * A map as it is answered, rows half filled in too; and what of it is complete, for pictures, counts and files. It
 * touches no page.
 */
import { asList, asRecord, asText, countAnswers } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import type { Role, RoleMap, Tie } from "./exchange.ts";

function recordsIn(list: unknown): Plain[] {
  return asList(list).filter(countAnswers).map(asRecord);
}

export function asRole(role: Plain): Role {
  return { id: asText(role.id), label: asText(role.label), kind: asText(role.kind) };
}

export function asTie(tie: Plain): Tie {
  return {
    from: asText(tie.from),
    to: asText(tie.to),
    strength: asText(tie.strength),
    one_person: tie.one_person === true,
    tokens: typeof tie.tokens === "number" ? tie.tokens : 0,
  };
}

/** The roles and ties of an answer, as they stand in it: those with a place on the page, and those without. */
export function rowsIn(answer: unknown): { roles: Plain[]; ties: Plain[] } {
  const given = asRecord(answer);
  const before = asRecord(given.unplaced);
  return {
    roles: [...recordsIn(given.roles), ...recordsIn(before.roles)],
    ties: [...recordsIn(given.ties), ...recordsIn(before.ties)],
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

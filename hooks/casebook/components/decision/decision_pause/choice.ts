/**
 * A choice on its way to What they did: #after-<decision>~<seat>/<option>,<seat>/<option>~<seat>/<option>: what was
 * chosen, and then what was expected of them. It stands in the address and nowhere else.
 */
import { decoded } from "../../../../scripts/lib/url_state.ts";

export interface Choice {
  target: string;
  chosen: string[];
  expected: string[];
}

/** Reads a choice from the part of an address after the #. */
export function readChoice(fragment: string): Choice {
  const [target = "", chosen = "", expected = ""] = decoded(fragment.replace(/^#/, "")).split("~", 3);
  return { target, chosen: options(chosen), expected: options(expected) };
}

/** The part of an address after the #, for a choice. */
export function writeChoice({ target, chosen, expected }: Choice): string {
  const parts = [target, chosen.join(","), expected.join(",")];
  return `#${parts.join("~").replace(/~+$/, "")}`;
}

function options(list: string): string[] {
  return list.split(",").filter((one) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(one));
}

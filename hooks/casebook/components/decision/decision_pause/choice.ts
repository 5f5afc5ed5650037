/**
 * A choice on its way to What happened: #after-<decision>~<seat>/<option>,<seat>/<option>. It stands in the address and
 * nowhere else.
 */
import { decoded } from "../../../../scripts/lib/url_state.ts";

export interface Choice {
  target: string;
  chosen: string[];
}

/** Reads a choice from the part of an address after the #. */
export function readChoice(fragment: string): Choice {
  const [target = "", chosen = ""] = decoded(fragment.replace(/^#/, "")).split("~", 2);
  return { target, chosen: chosen.split(",").filter((one) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(one)) };
}

/** The part of an address after the #, for a choice. */
export function writeChoice(choice: Choice): string {
  return choice.chosen.length ? `#${choice.target}~${choice.chosen.join(",")}` : `#${choice.target}`;
}

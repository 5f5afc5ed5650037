/** The choice of cases in the address, so that it can be shared. Mentions no page. */
import { readAddress, textIn, writeAddress } from "../../../../scripts/lib/url_state.ts";

/** The controls that an address keeps. */
export const KEPT = ["modes", "purposes", "countries", "strength", "claim", "sort"] as const;

const FIRST_ORDER = "title";

/** What has been chosen, as the part of an address after the #. Empty when nothing is. */
export function toAddress(word: (name: string) => string): string {
  return writeAddress(
    KEPT.map((name) => [name, name === "sort" && word(name) === FIRST_ORDER ? "" : word(name)] as const),
  );
}

/** What an address asks for; null where the part after the # is no choice but an anchor, or nothing. */
export function fromAddress(hash: string): Record<string, string> | null {
  const values = readAddress(hash);
  return values &&
    Object.fromEntries(KEPT.map((name) => [name, textIn(values.get(name) ?? (name === "sort" ? FIRST_ORDER : ""))]));
}

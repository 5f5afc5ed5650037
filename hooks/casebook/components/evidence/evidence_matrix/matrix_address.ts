/** The choice of cases in the address, so that it can be shared. Mentions no page. */

/** The controls that an address keeps. */
export const KEPT = ["modes", "purposes", "countries", "strength", "claim", "sort"] as const;

const FIRST_ORDER = "title";

/** What has been chosen, as the part of an address after the #. Empty when nothing is. */
export function toAddress(word: (name: string) => string): string {
  const chosen = KEPT.map((name) => [name, word(name)] as const).filter(([name, value]) =>
    value && !(name === "sort" && value === FIRST_ORDER)
  );
  return chosen.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

/** What an address asks for; null where the part after the # is no choice but an anchor, or nothing. */
export function fromAddress(hash: string): Record<string, string> | null {
  const address = hash.replace(/^#/, "");
  if (!address.includes("=")) return null;
  const asked = new URLSearchParams(address);
  return Object.fromEntries(KEPT.map((name) => [name, asked.get(name) ?? (name === "sort" ? FIRST_ORDER : "")]));
}

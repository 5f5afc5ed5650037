/**
 * Names of roles that look like a slip: two that differ only in how they are written, or numbers that stand for names
 * elsewhere.
 */

/**
 * A name without what a hurried hand varies: capitals, accents, spaces, hyphens, full stops, letters that nobody sees.
 */
function plain(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/&/g, "and").replace(/[^\p{L}\p{N}]/gu, "");
}

/** The names that are alike but for how they are written, together. */
export function alike(names: readonly string[]): string[][] {
  const together = new Map<string, string[]>();
  for (const name of names) {
    const same = together.get(plain(name));
    if (same) same.push(name);
    else together.set(plain(name), [name]);
  }
  return [...together].filter(([key, same]) => key !== "" && same.length > 1).map(([, same]) => same);
}

/** True when every name is a number: the names themselves then stand in a table of nodes. */
export function areNumbers(names: readonly string[]): boolean {
  return names.length > 1 && names.every((name) => /^[\d.,]*\d$/.test(name));
}

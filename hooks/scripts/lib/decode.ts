/** Reads pieces of addresses, which anyone may write as they like. */

/** A piece of an address with its %-signs read; as it stands where they mean nothing (a lone %, bytes that are no letter). */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

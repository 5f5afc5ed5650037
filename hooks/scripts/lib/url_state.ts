/**
 * The choice on a page as its address keeps it, after the #: name=value&name=one,two. So a choice can be shared, and is
 * there again on the way back.
 */

/** One text, or several with a comma between them. */
export type Value = string | readonly string[];

/** A choice as the part of an address after the #. What is empty is left out. */
export function writeAddress(choice: Iterable<readonly [name: string, value: Value]>): string {
  const written = [...choice].map(([name, value]) => [name, [value].flat().map(encodeURIComponent).join(",")] as const);
  return written.filter(([, value]) => value !== "").map(([name, value]) => `${name}=${value}`).join("&");
}

/**
 * The values in an address by name, for `textIn` and `listIn`; null where the part after the # is an anchor of the
 * page, or nothing.
 */
export function readAddress(hash: string): ReadonlyMap<string, string> | null {
  const address = hash.replace(/^#/, "");
  if (!address.includes("=")) return null;
  return new Map(
    address.split("&").map((part) => {
      const [name = "", ...rest] = part.split("=");
      return [textIn(name), rest.join("=")];
    }),
  );
}

/** A value as one text. */
export function textIn(value = ""): string {
  return decoded(value.replace(/\+/g, " "));
}

/** A value as several texts. */
export function listIn(value = ""): string[] {
  return value.split(",").map(textIn).filter((one) => one !== "");
}

/** Puts a choice into the address of this page, in place of the one before; without a choice there is no #. */
export function keepAddress(address: string): void {
  history.replaceState(history.state, "", address ? `#${address}` : location.href.replace(/#.*$/, ""));
}

/**
 * A piece of an address with its %-signs read; as it stands where they mean nothing, as anyone may write an address (a
 * lone %, bytes that are no letter).
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

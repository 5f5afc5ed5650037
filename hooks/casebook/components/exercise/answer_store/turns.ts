/** One window at a time: whoever reads, changes and writes what is saved waits for its turn. */
import { isFile } from "./device.ts";

const LOCK = "casebook:answers";
/** A window that hangs holds up the others no longer than this. */
const LONGEST_WAIT = 3_000;

/** The browser's locks; none in a file, and none where a page did not come over a secure connection. */
function lockManager(): LockManager | undefined {
  return isFile() ? undefined : globalThis.navigator?.locks;
}

/**
 * So many looks in a row must find what was written before it counts as kept: without locks another window may still be
 * at it.
 */
export function looksNeeded(): number {
  return lockManager() ? 1 : 4;
}

/**
 * Does something while no other window of this site does the like. Where the browser has no locks, it is done at once.
 */
export async function inTurn<T>(act: () => Promise<T> | T): Promise<T> {
  const locks = lockManager();
  if (!locks) return await act();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return act();
  };
  try {
    return await locks.request(LOCK, { signal: AbortSignal.timeout?.(LONGEST_WAIT) }, begin) as T;
  } catch (error) {
    if (hasBegun) throw error;
    return await act();
  }
}

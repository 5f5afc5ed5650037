/** Tells other windows what the visitor deletes on purpose: a window that has just saved it does not put it back. */
import { isFile } from "./device.ts";

const CHANNEL = "casebook:deleted";

/** The channel between windows; null where there is none. Some browsers forbid it together with the storage. */
function channel(): BroadcastChannel | null {
  if (isFile() || !globalThis.BroadcastChannel) return null;
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}

/** Says that something of an exercise, or of every one, is being deleted; to be called before it is done. */
export function tellDeletion(exercise: string | null): void {
  const between = channel();
  between?.postMessage(exercise);
  between?.close();
}

/** Calls back when another window deletes something of an exercise, or everything. */
export function onDeletion(exercise: string, act: () => void, signal: AbortSignal): void {
  const between = channel();
  between?.addEventListener("message", ({ data }) => {
    if (data === null || data === exercise) act();
  }, { signal });
  signal.addEventListener("abort", () => between?.close());
}

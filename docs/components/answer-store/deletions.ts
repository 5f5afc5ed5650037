/** Tells other windows what the visitor deletes on purpose: a window that has just saved it does not put it back. */
import { isFile } from "./device.ts";

const CHANNEL = "casebook:deleted";

/** Says that an exercise, or every one, is being deleted; to be called before it is done. Browsers without channels say nothing. */
export function tellDeletion(exercise: string | null): void {
  if (isFile() || !globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(exercise);
  channel.close();
}

/** Calls back when another window deletes an exercise, or every one. */
export function onDeletion(exercise: string, act: () => void, signal: AbortSignal): void {
  if (isFile() || !globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }) => {
    if (data === null || data === exercise) act();
  }, { signal });
  signal.addEventListener("abort", () => channel.close());
}

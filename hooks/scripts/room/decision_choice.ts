/** A choice of a decision for a room: the first decision of every case, and the one that an address names. */
import { loadData } from "../lib/data.ts";
import { make } from "../lib/dom.ts";
import { readAddress, textIn } from "../lib/url_state.ts";
import type { Chosen } from "./room_decision.ts";
import { loadDecision } from "./room_decision.ts";

/** An entry of data/session-decisions.js. */
interface Entry {
  id: string;
  words: string;
}

/** The session and the decision that an address names: after the #, or the decision after the ?. */
export function namedIn({ hash, search }: Location): { session: string; decision: string } {
  const named = readAddress(hash);
  return {
    session: textIn(named?.get("session")),
    decision: textIn(named?.get("decision")) || (new URLSearchParams(search).get("decision") ?? ""),
  };
}

/** Fills a choice, and keeps the value that it has. Without the list it is left with that one. */
export async function offerDecisions(select: HTMLSelectElement, list: string): Promise<void> {
  try {
    const entries = await loadData<Entry[]>("session-decisions", list);
    const known = new Set([...select.options].map(({ value }) => value));
    const fresh = entries.filter(({ id }) => !known.has(id));
    select.append(...fresh.map(({ id, words }) => make("option", { value: id }, words)));
  } catch {
    // What is there can still be taken.
  }
}

/** Loads a decision, and takes it in the choice, in which a later one of its case has no entry; null where it is none. */
export async function takeDecision(select: HTMLSelectElement, name: string, root: string): Promise<Chosen | null> {
  const chosen = await loadDecision(name, root);
  if (!chosen) return null;
  if (![...select.options].some(({ value }) => value === name)) {
    select.append(make("option", { value: name }, `${chosen.decision.place}: ${chosen.decision.question}`));
  }
  select.value = name;
  return chosen;
}

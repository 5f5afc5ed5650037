/** A decision for a room: what everybody reads before the choice, and apart from it how it went. */
import { loadData } from "../lib/data.ts";
import { make } from "../lib/dom.ts";

/** A statement in words; what is empty is left out. */
export interface RoomStatement {
  text?: string;
  part?: string;
  when?: string;
  limits?: string;
  doubts?: string[];
  disputed?: string[];
  /** The number of each source in its case, and its short name. */
  sources?: [string, string][];
}

export interface RoomOption {
  id: string;
  /** By which a room calls it: A, B, C. */
  letter: string;
  label: string;
  text: string;
  for: string;
  against: string;
  disputed: string[];
}

export interface RoomSeat {
  id: string;
  label: string;
  question: string;
  options: RoomOption[];
}

/** How it went; options are called seat/option. */
export interface RoomAfter {
  /** What became of an option; those of ours have nothing. */
  fates: Record<string, string>;
  /** Which options are ours; empty where none is. */
  ours: string;
  taken: string[];
  outcome: RoomStatement[];
  unknown: string[];
  /** Until when nobody had decided; empty where it is known what was done. */
  undecided: string;
  look_for: string[];
  page: string;
}

/** Addresses are from the root of the site. */
export interface RoomDecision {
  id: string;
  question: string;
  /** Title, place and date. */
  place: string;
  role: string;
  situation: RoomStatement[];
  seats: RoomSeat[];
  opening: string;
  close: string;
  room: string;
  /** True for a decision that tells what came of an earlier one. */
  later: boolean;
  after: RoomAfter;
}

/** data/room/<slug>.js */
export interface RoomCase {
  slug: string;
  title: string;
  parts: Record<string, string>;
  decisions: RoomDecision[];
}

/** A decision with its case. */
export interface Chosen {
  slug: string;
  title: string;
  parts: Record<string, string>;
  decision: RoomDecision;
}

const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Loads a decision by its name, case/decision; null where there is none of that name, or its file does not come. */
export async function loadDecision(name: string, root: string): Promise<Chosen | null> {
  const [, slug, id] = NAME.exec(name) ?? [];
  if (!slug) return null;
  try {
    const { title, parts, decisions } = await loadData<RoomCase>(`room:${slug}`, `${root}data/room/${slug}.js`);
    const decision = decisions.find((one) => one.id === id);
    return decision ? { slug, title, parts, decision } : null;
  } catch {
    return null;
  }
}

/** A statement as a paragraph: its part, its text and date, its doubts, who says otherwise, and its sources. */
export function statementLine(one: RoomStatement, parts: Record<string, string>, withSources = true): HTMLElement {
  const part = one.part && Object.hasOwn(parts, one.part) ? parts[one.part]! : "";
  const sources = withSources ? (one.sources ?? []).map(([, name]) => name).join("; ") : "";
  const after = [one.limits, ...one.disputed ?? []].filter(Boolean).join(" ");
  return make(
    "p",
    {},
    part ? make("span", { class: "of-part" }, part) : null,
    part ? " " : null,
    one.text ?? "",
    ...(one.doubts ?? []).flatMap((doubt) => [" ", make("span", { class: "doubt" }, `(${doubt})`)]),
    ...(sources ? [" ", make("span", { class: "citation" }, `(${sources})`)] : []),
    after ? ` ${after}` : null,
  );
}

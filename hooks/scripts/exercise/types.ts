/** An exercise as it stands in the page's data: parts, labels, rules. */

export interface Condition {
  all?: Condition[];
  any?: Condition[];
  of?: string;
  mean_of?: string[];
  gap?: string[];
  count?: string;
  of_all?: string;
  from?: number;
  chose?: string;
  more?: string;
  than?: string;
  people_judge?: string;
  otherwise?: boolean;
  at_least?: number;
  at_most?: number;
}

export interface Pattern {
  id: string;
  title: string;
  text: string;
  ask: string | null;
  when: Condition;
}

export interface Labelled {
  id: string;
  label: string;
}

export interface Item {
  id: string;
  text: string;
  short: boolean;
}

export interface Dimension {
  id: string;
  title: string;
  try: string | null;
  ask: string | null;
  check: string | null;
  items: Item[];
}

interface PartCommon {
  id: string;
  title: string;
  shows: "first" | "every";
  patterns: Pattern[];
  names: Record<string, string>;
}

export interface RatedPart extends PartCommon {
  kind: "statements" | "pairs";
  points: string[];
  unsure: string;
  outside: string;
  dimensions: Dimension[];
  left?: string;
  right?: string;
}

export interface SceneOption extends Labelled {
  then: string;
  adds: string[];
}

export interface Scene {
  id: string;
  title: string;
  text: string;
  options: SceneOption[];
}

export interface ScenesPart extends PartCommon {
  kind: "scenes";
  scenes: Scene[];
  endings: Pattern[];
}

export interface CardsPart extends PartCommon {
  kind: "cards";
  cards: { id: string; text: string }[];
  boxes: Labelled[];
  marks: Labelled[];
  ask: string[];
}

export interface GridPart extends PartCommon {
  kind: "grid";
  rows: Labelled[];
  row: string;
  columns: (Labelled & { choices: Labelled[] })[];
}

export interface TextPart extends PartCommon {
  kind: "text";
  prompts: (Labelled & { words: number | null })[];
}

export interface MapPart extends PartCommon {
  kind: "map";
  tokens: number | null;
  kinds: Record<string, string>;
  strengths: Record<string, string>;
}

export type Part = RatedPart | ScenesPart | CardsPart | GridPart | TextPart | MapPart;

export interface Exercise {
  slug: string;
  title: string;
  version: string;
  /** Two letters that begin its answer codes; null where it has none. */
  code: string | null;
  /** From how many answers a group may look at them together; 0 for never. */
  pool: number;
  parts: Part[];
}

export interface Reading {
  title: string;
  address: string;
}

/** What the page of an exercise holds beside the exercise itself. */
export interface PageData extends Exercise {
  words: Record<string, unknown>;
  readings: Record<string, Reading>;
}

/** The answers to one exercise: by part, then by item. */
export type Answers = Record<string, unknown>;

export function isRated(part: Part): part is RatedPart {
  return part.kind === "statements" || part.kind === "pairs";
}

const LENGTHS = "lengths";

/** Where the lengths of the parts stand among the answers: beside the parts, under a name that none of them has. */
export function lengthsKey(parts: readonly { id: string }[]): string {
  return parts.some(({ id }) => id === LENGTHS) ? `~${LENGTHS}` : LENGTHS;
}

/** The picture of one's answers, as facts: what is said, in which order. It touches no page. */
import { asRecord, own } from "../../../../scripts/lib/plain.ts";
import type {
  Answers,
  CardsPart,
  Dimension,
  Exercise,
  GridPart,
  Item,
  Labelled,
  MapPart,
  Part,
  RatedPart,
  TextPart,
} from "../../../../scripts/exercise/types.ts";
import { isRated } from "../../../../scripts/exercise/types.ts";
import {
  against,
  compare,
  less,
  NO_RULES,
  patternsThatFit,
  printed,
  scoreOf,
} from "../../../../scripts/exercise/scoring.ts";
import type { Fitting, Fraction, Score, Tally } from "../../../../scripts/exercise/scoring.ts";
import { scoresOf, tallyOf } from "../../../../scripts/exercise/tally.ts";
import type { Length } from "../../../../scripts/exercise/tally.ts";

const VERY_HIGH = 4.5;
const VERY_LOW = 1.5;
const APART = 0.5;
const FEW = 3;
/** So many dimensions are shown before a button is pressed. */
export const SHOWN_FIRST = 3;

export interface DimensionFacts {
  dimension: Dimension;
  score: Score;
  printed: string | null;
  /** True when more than half of the statements were answered with not knowing, and there is no score. */
  isUnseen: boolean;
  /** From 0 to 100: the score as a share of 5. */
  width: number;
  asksForCheck: boolean;
}

export interface RatedFacts {
  part: RatedPart;
  length: Length;
  answered: number;
  of: number;
  unsure: number;
  outside: number;
  dimensions: DimensionFacts[];
  items: { item: Item; answer: string | null }[];
  /** The short form: the statements with the lowest marks, so many as are worth a second look. */
  lowest: { item: Item; answer: string | null }[];
  /** The two furthest apart; null where less than half a point is between them. */
  apart: { high: DimensionFacts; low: DimensionFacts } | null;
  comparable: boolean;
  /** True when not knowing is what was answered most. */
  isMostlyUnseen: boolean;
  fitting: Fitting;
}

/** What was counted to one question, in the order of its author. */
export interface Counts {
  /** The question: a label of the author's, or the key of words of ours. */
  label: string | null;
  key: string;
  /** What the numbers are a part of; null where they stand for themselves. */
  of: number | null;
  rows: { name: string; count: number }[];
}

export interface CountedFacts {
  part: CardsPart | GridPart | MapPart | TextPart;
  isAnswered: boolean;
  counts: Counts[];
  fitting: Fitting;
}

const OF_TIES = ["thick", "thin", "broken", "missing", "one-person"];

/** True when a part has something to show in the picture. */
export function hasPicture(part: Part): boolean {
  if (isRated(part)) return true;
  return part.kind !== "scenes" && (part.patterns.length > 0 || (part.kind === "cards" && part.boxes.length > 0));
}

export function ratedFacts(part: RatedPart, answer: unknown, length: Length): RatedFacts {
  const given = asRecord(answer);
  const items = part.dimensions.flatMap((dimension) => dimension.items).filter((item) =>
    length === "full" || item.short
  );
  const scores = scoresOf(part, answer);
  const short = length === "short";
  const dimensions = short
    ? []
    : part.dimensions.map((dimension) => dimensionFacts(part, dimension, scores[dimension.id]!));
  const { answered, unsure, outside } = scoreOf(items.map((item) => given[item.id]));
  return {
    part,
    length,
    answered,
    of: items.length,
    unsure,
    outside,
    dimensions,
    items: short ? items.map((item) => ({ item, answer: labelOf(part, given[item.id]) })) : [],
    lowest: short && part.kind === "statements" ? lowestOf(part, items, given) : [],
    apart: furthest(dimensions),
    comparable: dimensions.filter((one) => one.score.mean).length > 1,
    isMostlyUnseen: unsure >= FEW && unsure * 2 >= answered + unsure + outside,
    fitting: short ? NO_RULES : patternsThatFit(part.patterns, part.shows, tallyOf(part, answer)),
  };
}

/** The statements with the lowest marks, below the highest mark given; as many as are shown first. */
function lowestOf(part: RatedPart, items: Item[], given: Record<string, unknown>): RatedFacts["lowest"] {
  const marked = items.flatMap((item) => {
    const mark = given[item.id];
    return typeof mark === "number" ? [{ item, mark }] : [];
  });
  const highest = Math.max(...marked.map(({ mark }) => mark));
  const low = marked.filter(({ mark }) => mark < highest).sort((one, other) => one.mark - other.mark);
  return low.slice(0, SHOWN_FIRST).map(({ item, mark }) => ({ item, answer: labelOf(part, mark) }));
}

/** The scored dimensions, the lowest first; where two sides stand against each other, as the exercise has them. */
export function inTurn({ part, dimensions }: RatedFacts): DimensionFacts[] {
  const scored = dimensions.filter(isScored);
  return part.kind === "pairs" ? scored : scored.sort((one, other) => compare(one.score.mean, other.score.mean));
}

/** The words of an answer. */
export function labelOf(part: RatedPart, answer: unknown): string | null {
  if (typeof answer === "number") return part.points[answer - 1] ?? null;
  return answer === "unsure" ? part.unsure : answer === "outside" ? part.outside : null;
}

function dimensionFacts(part: RatedPart, dimension: Dimension, score: Score): DimensionFacts {
  const { mean } = score;
  const high = mean !== null && against(mean, VERY_HIGH) >= 0;
  const low = part.kind === "pairs" && mean !== null && against(mean, VERY_LOW) <= 0;
  const width = mean ? Math.round(20 * Number(mean.top) / Number(mean.bottom)) : 0;
  const isUnseen = mean === null && score.unsure * 2 > score.of;
  return {
    dimension,
    score,
    printed: mean && printed(mean),
    isUnseen,
    width,
    asksForCheck: Boolean(dimension.check) && (high || low),
  };
}

type Scored = DimensionFacts & { score: { mean: Fraction } };

function isScored(one: DimensionFacts): one is Scored {
  return one.score.mean !== null;
}

function furthest(dimensions: DimensionFacts[]): RatedFacts["apart"] {
  const sorted = dimensions.filter(isScored).sort((one, other) => compare(one.score.mean, other.score.mean));
  if (sorted.length < 2) return null;
  const low = sorted[0]!, high = sorted[sorted.length - 1]!;
  return against(less(high.score.mean, low.score.mean), APART) >= 0 ? { high, low } : null;
}

export function countedFacts(part: CardsPart | GridPart | MapPart | TextPart, answer: unknown): CountedFacts {
  const tally = tallyOf(part, answer);
  const isAnswered = tally.total > 0 || (tally.counts.roles ?? 0) > 0;
  return {
    part,
    isAnswered,
    counts: countsOf(part, tally),
    fitting: patternsThatFit(part.patterns, part.shows, tally),
  };
}

/**
 * One list of counts for each question of a part. Nothing is a share of the roles, so roles and ties stand as they are.
 */
function countsOf(part: CountedFacts["part"], { counts, total }: Tally): Counts[] {
  const rows = (things: Labelled[]) => things.map(({ id, label }) => ({ name: label, count: counts[id] ?? 0 }));
  const named = (ids: string[]) => rows(ids.map((id) => ({ id, label: part.names[id] ?? id })));
  if (part.kind === "grid") {
    const asked = part.columns.filter((column) => column.choices.length > 0);
    return asked.map((column) => ({ label: column.label, key: "", of: total, rows: rows(column.choices) }));
  }
  if (part.kind === "cards") {
    const asked: [string, Labelled[]][] = [["box", part.boxes], ["marks", part.marks]];
    return asked.filter((one) => one[1].length > 0).map(([key, things]) => ({
      label: null,
      key,
      of: total,
      rows: rows(things),
    }));
  }
  if (part.kind === "text") return [];
  const drawn = { label: null, key: "on_map", of: null, rows: named(["roles", "ties"]) };
  return total ? [drawn, { label: null, key: "ties", of: total, rows: named(OF_TIES) }] : [drawn];
}

/** True when there is something to say about a part. */
export function saysSomething(facts: RatedFacts | CountedFacts): boolean {
  if ("isAnswered" in facts) {
    const { counts, fitting, isAnswered } = facts;
    return isAnswered && (counts.length > 0 || fitting.patterns.length > 0 || fitting.why !== null);
  }
  return facts.answered + facts.unsure + facts.outside > 0;
}

/** Everything that the picture shows, part by part. */
export function pictureOf(
  exercise: Exercise,
  answers: Answers,
  lengths: Record<string, Length>,
): (RatedFacts | CountedFacts)[] {
  return exercise.parts.filter(hasPicture).map((part) =>
    isRated(part)
      ? ratedFacts(part, own(answers, part.id), own(lengths, part.id) ?? "full")
      : countedFacts(part as CardsPart, own(answers, part.id))
  );
}

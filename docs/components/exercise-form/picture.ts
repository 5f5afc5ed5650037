/** The picture of one's answers, as facts: what is said, in which order. It touches no page. */
import { asRecord } from "./data.ts";
import type { Answers, CardsPart, Dimension, Exercise, GridPart, Item, MapPart, Part, RatedPart, TextPart } from "./data.ts";
import { isRated } from "./data.ts";
import { against, compare, less, NO_RULES, patternsThatFit, printed } from "./rules.ts";
import type { Fitting, Fraction, Score } from "./rules.ts";
import { scoresOf, tallyOf } from "./tally.ts";
import type { Length } from "./tally.ts";

const VERY_HIGH = 4.5;
const VERY_LOW = 1.5;
const APART = 0.5;

export interface DimensionFacts {
  dimension: Dimension;
  score: Score;
  printed: string | null;
  /** From 0 to 100, where 1 is nought and 5 is all. */
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
  /** The two furthest apart; null where less than half a point lies between them. */
  apart: { high: string; low: string; by: string } | null;
  comparable: boolean;
  fitting: Fitting;
}

export interface CountedFacts {
  part: CardsPart | GridPart | MapPart | TextPart;
  total: number;
  counts: { name: string; count: number }[];
  fitting: Fitting;
}

/** True when a part has something to show in the picture. */
export function hasPicture(part: Part): boolean {
  if (isRated(part)) return true;
  return part.kind !== "scenes" && (part.patterns.length > 0 || (part.kind === "cards" && part.boxes.length > 0));
}

export function ratedFacts(part: RatedPart, answer: unknown, length: Length): RatedFacts {
  const given = asRecord(answer);
  const items = part.dimensions.flatMap((dimension) => dimension.items).filter((item) => length === "full" || item.short);
  const scores = scoresOf(part, answer);
  const short = length === "short";
  const dimensions = short ? [] : part.dimensions.map((dimension) => dimensionFacts(part, dimension, scores[dimension.id]!));
  const answers = items.map((item) => given[item.id]);
  return {
    part,
    length,
    answered: answers.filter((one) => typeof one === "number").length,
    of: items.length,
    unsure: answers.filter((one) => one === "unsure").length,
    outside: answers.filter((one) => one === "outside").length,
    dimensions,
    items: short ? items.map((item) => ({ item, answer: labelOf(part, given[item.id]) })) : [],
    apart: furthest(dimensions),
    comparable: dimensions.filter((one) => one.score.mean).length > 1,
    fitting: short ? NO_RULES : patternsThatFit(part.patterns, part.shows, tallyOf(part, answer)),
  };
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
  const width = mean ? Math.round(100 * (mean.top / mean.bottom - 1) / 4) : 0;
  return { dimension, score, printed: mean && printed(mean), width, asksForCheck: Boolean(dimension.check) && (high || low) };
}

function furthest(dimensions: DimensionFacts[]): RatedFacts["apart"] {
  const scored = dimensions.filter((one): one is DimensionFacts & { score: { mean: Fraction } } => one.score.mean !== null);
  if (scored.length < 2) return null;
  const sorted = [...scored].sort((one, other) => compare(one.score.mean, other.score.mean));
  const low = sorted[0]!, high = sorted[sorted.length - 1]!;
  const by = less(high.score.mean, low.score.mean);
  return against(by, APART) >= 0 ? { high: high.dimension.title, low: low.dimension.title, by: printed(by) } : null;
}

export function countedFacts(part: CardsPart | GridPart | MapPart | TextPart, answer: unknown): CountedFacts {
  const tally = tallyOf(part, answer);
  const counts = Object.entries(part.names).map(([id, name]) => ({ name, count: tally.counts[id] ?? 0 }));
  return { part, total: tally.total, counts, fitting: patternsThatFit(part.patterns, part.shows, tally) };
}

/** Everything that the picture shows, part by part. */
export function pictureOf(exercise: Exercise, answers: Answers, lengths: Record<string, Length>): (RatedFacts | CountedFacts)[] {
  return exercise.parts.filter(hasPicture).map((part) =>
    isRated(part) ? ratedFacts(part, answers[part.id], lengths[part.id] ?? "full") : countedFacts(part as CardsPart, answers[part.id])
  );
}

/**
 * What a group's answers to one statement come to: the rules that the tally sheet states in words. The numbers in them
 * come from the page (casebook.analysis.tally_thresholds), so that paper and screen have the same.
 */

export interface TallyRules {
  unseen_one_in: number;
  end_fewest: number;
  end_one_in: number;
  high_one_in: number;
  counts_from: number;
  rounds_from: number;
}

/** An answer to a statement: a point of the scale, or one of the two answers that are never scored. */
export type Mark = 1 | 2 | 3 | 4 | 5 | "unsure" | "outside";

/** How many people gave each answer. */
export interface Counts {
  points: [number, number, number, number, number];
  unsure: number;
  outside: number;
}

/** Too few to say, not visible, split, and the three that a group shares. */
export const NAMES = ["split", "unseen", "low", "middle", "high", "few"] as const;
export type PatternName = typeof NAMES[number];

export interface GroupPattern {
  name: PatternName;
  /** Nobody at the low end, and at least half at the high end. */
  isUnopposed: boolean;
  /** What may be shown of the count; null where the name alone is shown, or nothing. */
  counts: Counts | null;
  /** True when there are enough answers to set the name beside that of another round. */
  isComparable: boolean;
}

export function countMarks(marks: Iterable<Mark | undefined>): Counts {
  const counts: Counts = { points: [0, 0, 0, 0, 0], unsure: 0, outside: 0 };
  for (const mark of marks) {
    if (typeof mark === "number") counts.points[mark - 1]! += 1;
    else if (mark) counts[mark] += 1;
  }
  return counts;
}

/** Those who marked a point at the low end, in the middle, at the high end. */
export function ends({ points: [one, two, middle, four, five] }: Counts): [number, number, number] {
  return [one + two, middle, four + five];
}

/**
 * The pattern of one statement. `floor` is the number of answers from which the exercise shows anything. `isSided`: the
 * two ends are two sides of which neither is better (pairs), so that nobody is against anything.
 */
export function patternOf(counts: Counts, floor: number, rules: TallyRules, isSided = false): GroupPattern {
  const [low, middle, high] = ends(counts);
  const marked = low + middle + high;
  const answers = marked + counts.unsure;
  const named = (name: PatternName, isShown = answers >= rules.counts_from): GroupPattern => ({
    name,
    isUnopposed: !isSided && name !== "few" && name !== "unseen" && low === 0 && high * rules.high_one_in >= marked,
    counts: isShown ? counts : null,
    isComparable: name !== "few" && answers >= rules.rounds_from,
  });
  if (answers < floor) return named("few", false);
  if (counts.unsure * rules.unseen_one_in >= answers) return named("unseen", false);
  if (marked < floor) return named("few", false);
  const smaller = Math.min(low, high);
  const isEnd = smaller >= rules.end_fewest && smaller * rules.end_one_in >= marked;
  if (isEnd && middle <= smaller) return named("split", true);
  return named(sharedName(counts.points, marked));
}

/** The end, or the middle, in which the middle one of all marks lies; the middle where it falls between two names. */
function sharedName(points: Counts["points"], marked: number): PatternName {
  const first = nameAt(points, Math.floor((marked + 1) / 2));
  return first === nameAt(points, Math.floor(marked / 2) + 1) ? first : "middle";
}

/** The name of the mark at a place, counted from 1, in the order of the points. */
function nameAt([one, two, middle]: Counts["points"], place: number): PatternName {
  return place <= one + two ? "low" : place <= one + two + middle ? "middle" : "high";
}

/**
 * Which of two patterns comes first. What is split goes first, the most divided before the others: the one whose smaller
 * end is larger, then the one whose middle is smaller. Otherwise the names decide, and the order of the sheet.
 */
export function compareDivided(one: GroupPattern, other: GroupPattern): number {
  const place = NAMES.indexOf(one.name) - NAMES.indexOf(other.name);
  if (place !== 0 || !one.counts || !other.counts || one.name !== "split") return place;
  const [low, middle, high] = ends(one.counts);
  const [otherLow, otherMiddle, otherHigh] = ends(other.counts);
  return Math.min(otherLow, otherHigh) - Math.min(low, high) || middle - otherMiddle;
}

/** What a group's answers come to: held against sheets counted by hand, and against rooms of one opinion and of two. */
import {
  compareDivided,
  countMarks,
  type Counts,
  patternOf,
  type TallyRules,
} from "../../hooks/scripts/exercise/group_patterns.ts";
import { GroupCount } from "../../hooks/casebook/components/room/group_results/group_count.ts";
import { marksOf } from "../../hooks/casebook/components/room/group_results/typed_marks.ts";
import { same } from "./same.ts";

interface ByHand {
  counts: number[];
  name: string;
  unopposed: boolean;
  shows_counts: boolean;
  because: string;
}

const fixture: { rules: TallyRules; floor: number; first: number[]; sheets: string[]; statements: ByHand[] } = JSON
  .parse(Deno.readTextFileSync(new URL("../fixtures/group_sheets.json", import.meta.url)));
const { rules, floor } = fixture;

/** Counts as [the five points, unsure, outside]. */
function counts([one, two, three, four, five, unsure, outside]: number[]): Counts {
  return { points: [one!, two!, three!, four!, five!], unsure: unsure!, outside: outside! };
}

function named(numbers: number[], from = floor, isSided = false): string {
  return patternOf(counts([...numbers, 0, 0].slice(0, 7)), from, rules, isSided).name;
}

const typed = new GroupCount(fixture.statements.length);
fixture.sheets.forEach((keys) => typed.add(keys));

Deno.test("fourteen typed sheets have the counts that were worked out by hand", () => {
  same(
    typed.counts.map(({ points, unsure, outside }) => [...points, unsure, outside]),
    fixture.statements.map((one) => one.counts.slice(0, 7)),
  );
});

Deno.test("every statement has the name that was given by hand, and shows what it may", () => {
  typed.counts.forEach((one, at) => {
    const { name, unopposed, shows_counts, because } = fixture.statements[at]!;
    const found = patternOf(one, floor, rules);
    same([found.name, found.isUnopposed, found.counts !== null], [name, unopposed, shows_counts], because);
  });
});

/** Every way in which so many people can mark the five points. */
function* spreads(people: number, points = 5): Generator<number[]> {
  if (points === 1) return yield [people];
  for (let here = 0; here <= people; here += 1) {
    for (const rest of spreads(people - here, points - 1)) yield [here, ...rest];
  }
}

Deno.test("what a shared name is said to mean is true of every spread: more than half at an end, or at neither", () => {
  for (const people of [5, 6, 7, 8, 9, 10, 13]) {
    for (const points of spreads(people)) {
      const name = named(points);
      const [low, high] = [points[0]! + points[1]!, points[3]! + points[4]!];
      if (name === "low") same(low * 2 > people, true, points.join());
      if (name === "high") same(high * 2 > people, true, points.join());
      if (name === "middle") same([low, high].some((end) => end * 2 > people), false, points.join());
    }
  }
  same(named([3, 0, 4, 1, 5]), "middle");
});

Deno.test("a session begins with the split whose smaller end is largest", () => {
  const found = typed.counts.map((one, at) => ({ number: at + 1, pattern: patternOf(one, floor, rules) }));
  found.sort((one, other) => compareDivided(one.pattern, other.pattern));
  same(found.filter(({ pattern }) => pattern.name === "split").map(({ number }) => number), fixture.first);
});

Deno.test("below its floor an exercise shows nothing, not even a name", () => {
  for (const from of [5, 8]) {
    same(patternOf(counts([from - 1, 0, 0, 0, 0, 0, 3]), from, rules).name, "few");
    same(patternOf(counts([0, 0, 0, 0, from - 3, 2, 3]), from, rules).name, "few", "not visible needs the floor too");
    same(patternOf(counts([from, 0, 0, 0, 0, 0, 3]), from, rules).name, "low");
  }
});

Deno.test("from five to nine answers only a split shows its counts, from ten every pattern but not visible", () => {
  const shown = (numbers: number[]) => patternOf(counts(numbers), floor, rules).counts !== null;
  same([5, 9].map((people) => shown([0, 0, people, 0, 0, 0, 0])), [false, false]);
  same(shown([0, 0, 10, 0, 0, 0, 0]), true);
  same(shown([0, 0, 7, 0, 0, 3, 0]), true, "ten answers, three of them not knowing");
  same([shown([2, 0, 1, 0, 2, 0, 0]), shown([4, 0, 1, 0, 4, 0, 0])], [true, true]);
  same(shown([0, 0, 10, 0, 0, 10, 0]), false, "not visible has a name and no count");
});

Deno.test("rounds are compared from eight answers", () => {
  same([7, 8].map((people) => patternOf(counts([0, 0, people, 0, 0, 0, 0]), floor, rules).isComparable), [false, true]);
  same(patternOf(counts([0, 0, 0, 4, 0, 4, 0]), floor, rules).isComparable, true, "not visible is a name too");
});

Deno.test("a split needs two at each end, a fifth, and a middle no larger than the smaller end", () => {
  same(named([1, 0, 0, 0, 5]), "high");
  same(named([2, 0, 0, 0, 4]), "split");
  same([named([2, 0, 2, 0, 6]), named([2, 0, 3, 0, 6])], ["split", "high"]);
  same([named([2, 0, 0, 0, 9]), named([3, 0, 0, 0, 8])], ["high", "split"], "of eleven a fifth is three");
  same(named([2, 2, 6, 2, 2]), "middle", "four below and four above, and the largest part in the middle");
});

Deno.test("nobody against is said of statements, and not of sides", () => {
  const unopposed = (numbers: number[], isSided: boolean) =>
    patternOf(counts(numbers), floor, rules, isSided).isUnopposed;
  same([unopposed([0, 0, 3, 3, 0, 0, 0], false), unopposed([0, 0, 3, 3, 0, 0, 0], true)], [true, false]);
  same(unopposed([0, 0, 0, 4, 0, 0, 5], false), false, "too few to say");
});

/** How likely it is that a room of so many is called split, where each person draws from the same shares. */
function chanceOfSplit(people: number, shares: readonly number[]): number {
  const factorial = (number: number): number => number < 2 ? 1 : number * factorial(number - 1);
  let chance = 0;
  for (let low = 0; low <= people; low++) {
    for (let middle = 0; low + middle <= people; middle++) {
      for (let high = 0; low + middle + high <= people; high++) {
        const rest = people - low - middle - high;
        if (named([low, 0, middle, 0, high, 0, rest]) !== "split") continue;
        const each = [low, middle, high, rest];
        const ways = each.reduce((before, one) => before / factorial(one), factorial(people));
        chance += each.reduce((before, one, at) => before * shares[at]! ** one, ways);
      }
    }
  }
  return chance;
}

/** Low, middle, high, no point marked. The first is the trial's room of one opinion: 5, 20, 40, 20 and 5 in a hundred. */
const CENTRED = [.25, .4, .25, .1];
const LEANING = [.15, .28, .51, .06];
const TWO_CAMPS = [.4, .1, .4, .1];

Deno.test("a room of one opinion is seldom called split, a room of two camps nearly always", () => {
  const [centred, leaning, camps] = [CENTRED, LEANING, TWO_CAMPS].map((shares) => chanceOfSplit(14, shares));
  if (centred! > .2) throw new Error(`one opinion, called split in ${centred}`);
  if (leaning! > .25) throw new Error(`leaning high, called split in ${leaning}`);
  if (camps! < .85) throw new Error(`two camps, called split in ${camps}`);
});

Deno.test("marks are counted, and what is no mark is not", () => {
  same(countMarks(marksOf("15x0-5")), { points: [1, 0, 0, 0, 2], unsure: 1, outside: 1 });
});

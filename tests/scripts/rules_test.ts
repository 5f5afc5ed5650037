/** Scores and rules, against the fixture worked by hand that also tests their words. */
import type { Condition, Pattern } from "../../hooks/scripts/exercise/types.ts";
import { fits, fraction, meanOf, patternsThatFit, printed, scoreOf } from "../../hooks/scripts/exercise/scoring.ts";
import type { Tally } from "../../hooks/scripts/exercise/scoring.ts";
import { same } from "./same.ts";

interface Given {
  scores?: Record<string, [number, number] | null>;
  counts?: Record<string, number>;
  total?: number;
  chosen?: string[];
  fits: boolean | null;
  because?: string;
}

const fixture = JSON.parse(Deno.readTextFileSync(new URL("../fixtures/rules.json", import.meta.url)));

function tally(given: Given): Tally {
  const scores = Object.entries(given.scores ?? {}).map(([id, score]) => [id, score && fraction(...score)]);
  return {
    scores: Object.fromEntries(scores),
    counts: given.counts ?? {},
    total: given.total ?? 0,
    chosen: given.chosen ?? [],
  };
}

function pattern(id: string, when: Condition): Pattern {
  return { id, title: id, text: id, ask: null, when };
}

Deno.test("means are printed with one decimal, and a half goes up", () => {
  for (const { sum, of, prints, because } of fixture.rounding) same(printed(fraction(sum, of)), prints, because);
});

Deno.test("a dimension has a score only from half and three of its answers", () => {
  for (const { answers, answered, prints, because } of fixture.scores) {
    const score = scoreOf(answers);
    same([score.answered, score.mean && printed(score.mean)], [answered, prints], because);
  }
});

for (const rule of fixture.rules as { words: string; when: Condition; cases: Given[] }[]) {
  Deno.test(`it fits when ${rule.words}`, () => {
    for (const given of rule.cases) {
      same(fits(rule.when, tally(given)), given.fits, given.because ?? JSON.stringify(given));
    }
  });
}

const high = pattern("high", { of: "a", at_least: 3.5 });
const any = pattern("any", { of: "a", at_least: 1 });
const other = pattern("other", { of: "b", at_least: 3.5 });
const rest = pattern("rest", { otherwise: true });
const judged = pattern("judged", { people_judge: "Is it so?" });

Deno.test("the first that fits shows alone, or every one that fits", () => {
  const given = tally({ scores: { a: [4, 1] }, fits: true });
  same(patternsThatFit([high, any, rest], "first", given).patterns.map((one) => one.id), ["high"]);
  same(patternsThatFit([high, any, rest], "every", given).patterns.map((one) => one.id), ["high", "any"]);
});

Deno.test("otherwise fits when nothing before it did", () => {
  same(
    patternsThatFit([high, rest], "first", tally({ scores: { a: [2, 1] }, fits: true })).patterns.map((one) => one.id),
    ["rest"],
  );
});

Deno.test("otherwise does not fit when a rule was left out for want of answers", () => {
  const found = patternsThatFit([other, rest], "first", tally({ scores: { a: [2, 1] }, fits: true }));
  same([found.patterns, found.why], [[], "undecided"]);
});

Deno.test("where no rule fits, it is said why", () => {
  const why = (patterns: Pattern[], scores: Tally["scores"]) =>
    patternsThatFit(patterns, "every", { ...tally({ fits: true }), scores }).why;
  const low = { a: fraction(2, 1) };
  same(why([high], low), "fits_none", "looked at, and it does not fit");
  same(why([high, other], low), "undecided", "one could not be looked at");
  same(why([any, other], low), null, "something fits");
  same(why([judged], low), null, "people judge it");
  same(why([judged, high], low), "fits_none", "what people judge is no answer");
  same(why([], low), null, "there is no rule");
});

Deno.test("what only people can judge is no part of one person's result", () => {
  const found = patternsThatFit([judged, high], "every", tally({ scores: { a: [4, 1] }, fits: true }));
  same(found.patterns.map((one) => one.id), ["high"]);
});

/** A row of numbers that looks random and is the same at each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed;;) yield state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
}

Deno.test("the mean of many scores is exact: at a limit a rule fits, and a hair below it does not", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const dice = numbers(seed);
    const next = (from: number, to: number) => from + dice.next().value! % (to - from + 1);
    const many = next(2, 60);
    const scores = Array.from({ length: many }, () => next(3, 40)).map((bottom) =>
      fraction(next(bottom, 5 * bottom), bottom)
    );
    // The oracle: everything over one denominator that all of them divide.
    const all = 5_342_931_457_063_200n;
    const sum = scores.reduce((before, { top, bottom }) => before + top * (all / bottom), 0n);
    const mean = meanOf(scores);
    same(
      [mean.top * all * BigInt(many) === sum * mean.bottom, scores.every(({ bottom }) => all % bottom === 0n)],
      [true, true],
      `seed ${seed}`,
    );
    const ids = scores.map((_, index) => `d${index}`);
    const held: Tally = {
      scores: Object.fromEntries(ids.map((id, index) => [id, scores[index]!])),
      counts: {},
      total: 0,
      chosen: [],
    };
    const limit = next(10_000, 50_000);
    same(
      fits({ mean_of: ids, at_least: limit / 10_000 }, held),
      sum * 10_000n >= BigInt(limit) * all * BigInt(many),
      `seed ${seed}`,
    );
    same(printed(mean), tenths(sum, all * BigInt(many)), `seed ${seed}`);
  }
});

function tenths(top: bigint, bottom: bigint): string {
  const rounded = String((top * 20n + bottom) / (bottom * 2n)).padStart(2, "0");
  return `${rounded.slice(0, -1)}.${rounded.slice(-1)}`;
}

Deno.test("sixty scores of 3 1/2, less one hair in one of them, do not reach 3.5", () => {
  const ids = Array.from({ length: 60 }, (_, index) => `d${index}`);
  const scores = ids.map((_, index) => [7 * (index + 3), 2 * (index + 3)] as [number, number]);
  const given = (all: [number, number][]) =>
    tally({ scores: Object.fromEntries(all.map((one, index) => [ids[index], one])), fits: true });
  const rule = { mean_of: ids, at_least: 3.5 };
  same(fits(rule, given(scores)), true);
  same(fits(rule, given([...scores.slice(1), [3_499_999_999, 1_000_000_000]])), false);
});

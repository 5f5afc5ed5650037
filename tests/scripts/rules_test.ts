/** Scores and rules, against the fixture worked by hand that also tests their words. */
import type { Condition, Pattern } from "../../docs/components/exercise-form/data.ts";
import { fits, patternsThatFit, printed, scoreOf } from "../../docs/components/exercise-form/rules.ts";
import type { Tally } from "../../docs/components/exercise-form/rules.ts";
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
  const scores = Object.entries(given.scores ?? {}).map(([id, score]) => [id, score && { top: score[0], bottom: score[1] }]);
  return { scores: Object.fromEntries(scores), counts: given.counts ?? {}, total: given.total ?? 0, chosen: given.chosen ?? [] };
}

function pattern(id: string, when: Condition): Pattern {
  return { id, title: id, text: id, ask: null, why: id, when };
}

Deno.test("means are printed with one decimal, and a half goes up", () => {
  for (const { sum, of, prints, because } of fixture.rounding) same(printed({ top: sum, bottom: of }), prints, because);
});

Deno.test("a dimension has a score only from half and three of its answers", () => {
  for (const { answers, answered, prints, because } of fixture.scores) {
    const score = scoreOf(answers);
    same([score.answered, score.mean && printed(score.mean)], [answered, prints], because);
  }
});

for (const rule of fixture.rules as { words: string; when: Condition; cases: Given[] }[]) {
  Deno.test(`it fits when ${rule.words}`, () => {
    for (const given of rule.cases) same(fits(rule.when, tally(given)), given.fits, given.because ?? JSON.stringify(given));
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
  same(patternsThatFit([high, rest], "first", tally({ scores: { a: [2, 1] }, fits: true })).patterns.map((one) => one.id), ["rest"]);
});

Deno.test("otherwise does not fit when a rule was left out for want of answers", () => {
  const found = patternsThatFit([other, rest], "first", tally({ scores: { a: [2, 1] }, fits: true }));
  same([found.patterns, found.why], [[], "undecided"]);
});

Deno.test("where no rule fits, it is said why", () => {
  const why = (patterns: Pattern[], scores: Tally["scores"]) =>
    patternsThatFit(patterns, "every", { ...tally({ fits: true }), scores }).why;
  const low = { a: { top: 2, bottom: 1 } };
  same(why([high], low), "fits_none", "looked at, and it does not fit");
  same(why([high, other], low), "undecided", "one could not be looked at");
  same(why([any, other], low), null, "something fits");
  same(why([judged], low), null, "people judge it");
  same(why([judged, high], low), "fits_none", "what people judge is no answer");
  same(why([], low), null, "there is no rule");
});

Deno.test("what only people can judge stands apart", () => {
  const found = patternsThatFit([judged, high], "every", tally({ scores: { a: [4, 1] }, fits: true }));
  same([found.patterns.map((one) => one.id), found.judged.map((one) => one.id)], [["high"], ["judged"]]);
});

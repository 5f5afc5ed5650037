/** What a page cannot place is found by comparing what was given with what can be read off again. */
import { asKept, gathered, KEPT, keptIn, lostIn } from "../../hooks/casebook/components/exercise/answer_store/kept.ts";
import { asRecord, isTooDeep, own } from "../../hooks/scripts/lib/plain.ts";
import { same } from "./same.ts";

Deno.test("what is in the later answer is not lost, whatever its spaces and whether a number is a text", () => {
  const before = { a: 3, b: " two\r\nlines ", rows: [{ id: "x", cells: { c: 1 } }], empty: "", none: null, list: [] };
  same(lostIn(before, { a: "3", b: "two\nlines", rows: [{ id: "x", label: "", cells: { c: "1" } }] }), undefined);
});

Deno.test("what is not in the later answer is given back in its own shape", () => {
  same(lostIn({ a: { b: 1, c: 2 }, d: "x" }, { a: { b: 1 } }), { a: { c: 2 }, d: "x" });
  same(lostIn("a text", { rows: [] }), "a text");
  same(lostIn([1, 1, 2], [1, 2]), [1]);
  same(lostIn([{ id: "a", text: "x", more: 1 }], [{ id: "a", text: "x" }]), [{ id: "a", more: 1 }]);
  same(lostIn([{ id: "a", text: "one" }, { id: "a", text: "two" }], [{ id: "a", text: "two" }]), [{
    id: "a",
    text: "one",
  }]);
  same(
    lostIn(JSON.parse('{"__proto__": "x", "toString": {"a": "y"}}'), {}),
    JSON.parse('{"__proto__": "x", "toString": {"a": "y"}}'),
  );
});

Deno.test("a list of twenty thousand is compared at once", () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ id: String(index), text: `row ${index}` }));
  same(lostIn(rows, rows), undefined);
  same((lostIn(rows, rows.map(({ id }) => ({ id }))) as unknown[]).length, 20_000);
});

Deno.test("what is crowded out by a new answer is kept beside it, and what was kept before stays", () => {
  const answers = gathered([{ id: "marks", answer: { a: 3 }, left: { a: "odd", gone: 1 } }], { elsewhere: 1 }, [
    "before",
  ]);
  same(answers, {
    elsewhere: 1,
    marks: { a: 3, gone: 1 },
    [KEPT]: ["before", { part: "marks", answer: { a: "odd" } }],
  });
  same(keptIn(answers).map(asKept), [{ part: "", answer: "before" }, { part: "marks", answer: { a: "odd" } }]);
});

Deno.test("names that every object has are no answers", () => {
  same([own({}, "constructor"), asRecord({}).toString, asRecord("text").valueOf], [undefined, undefined, undefined]);
});

Deno.test("depth is measured without falling", () => {
  const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));
  same([isTooDeep(nested(40)), isTooDeep(nested(41)), isTooDeep(nested(100_000))], [false, true, true]);
});

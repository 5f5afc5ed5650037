/** Answer codes: they come back as they were, any slip is caught, and nothing is found where nothing is. */
import {
  type CodeForm,
  codeForms,
  findCodes,
  randomBits,
  writeCode,
} from "../../hooks/scripts/exercise/answer_code.ts";
import type { Mark } from "../../hooks/scripts/exercise/group_patterns.ts";
import { same } from "./same.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const EVERY: (Mark | undefined)[] = [undefined, 1, 2, 3, 4, 5, "unsure", "outside"];

function form(tag: string, statements: number, prefix = "part/item"): CodeForm {
  return { tag, isShort: false, items: Array.from({ length: statements }, (_, at) => `${prefix}-${at}`) };
}

const twenty = form("HC1S", 20);
const forty = form("HC1", 40);
const forms = [forty, twenty, form("LO0", 12), form("TB0", 5)];
/** Numbers that look drawn and are the same each time. */
let state = 20261129;
const drawn = () => state = (state * 48271) % 2147483647;
const marksFor = ({ items }: CodeForm) => items.map(() => EVERY[drawn() % EVERY.length]);
const only = (text: string) => findCodes(text, forms).codes.map(({ code }) => code);

Deno.test("answers come back as they were, whatever the form", () => {
  for (const one of forms) {
    for (let time = 0; time < 50; time++) {
      const marks = marksFor(one);
      const code = writeCode(one, marks, drawn());
      const [found] = findCodes(code, forms).codes;
      same([found?.code, found?.form.tag, found?.marks], [code, one.tag, marks]);
    }
  }
});

Deno.test("a code begins with its tag and stands in groups of four; twenty statements take 27 characters without hyphens at most", () => {
  const code = writeCode(twenty, marksFor(twenty), 1);
  same(/^HC1S(-[0-9A-HJKMNP-TV-Z]{4})+-[0-9A-HJKMNP-TV-Z]{1,4}$/.test(code), true, code);
  same(code.replace(/-/g, "").length <= 27, true, code);
  same(randomBits(twenty) >= 10, true);
});

Deno.test("two people with equal answers have two codes", () => {
  const marks = marksFor(twenty);
  const codes = new Set([0, 1, 2, 1023].map((random) => writeCode(twenty, marks, random)));
  same(codes.size, 4);
});

Deno.test("any one wrong character is caught, in the tag too, and said to be none", () => {
  const code = writeCode(twenty, marksFor(twenty), drawn());
  for (const [at, right] of [...code].entries()) {
    for (const wrong of right === "-" ? [] : ALPHABET) {
      if (wrong === right) continue;
      const text = code.slice(0, at) + wrong + code.slice(at + 1);
      const found = findCodes(text, forms);
      same(found.codes, [], text);
      same(found.broken.length, 1, text);
    }
  }
});

const plain = (character: string) => character.replace(/O/, "0").replace(/[IL]/, "1");

Deno.test("any two swapped neighbours are caught", () => {
  for (const one of forms) {
    const code = writeCode(one, marksFor(one), drawn()).replace(/-/g, "");
    for (let at = 0; at + 1 < code.length; at++) {
      // What stands for the same character may change places.
      if (plain(code[at]!) === plain(code[at + 1]!)) continue;
      const text = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      same(findCodes(text, forms).codes, [], `${code} became ${text}`);
    }
  }
});

Deno.test("case and spacing do not matter, nor O for 0, I and L for 1", () => {
  const marks = marksFor(form("LO0", 12));
  const code = writeCode(forms[2]!, marks, 99);
  const spoken = code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replaceAll("-", "  \n");
  same(
    [code.toLowerCase(), code.replaceAll("-", ""), code.replaceAll("1", "I"), spoken, code.replaceAll("-", "\u2013")]
      .map(only),
    Array(5).fill([code]),
  );
});

Deno.test("nothing is invented from what people write", () => {
  const chat = [
    "HC1 team will meet here soon, bring your HC1S sheet 12345 12345 12345 12345 12345 12345",
    "LO0K at TB0 2026-11-29 14:00, call 0161-4960-0123 or 07700900123, id 550e8400-e29b-41d4-a716-446655440000",
    "x".repeat(5000),
    "HC1-".repeat(2000),
  ].join("\n");
  same(findCodes(chat, forms).codes, []);
});

Deno.test("a code among words is found, a longer or a shorter one is not", () => {
  const code = writeCode(twenty, marksFor(twenty), 5);
  same(only(`Ann: (${code}), Ben: ${code}.`), [code]);
  same([`${code}7`, code.slice(0, -1), `A${code}`].map(only), [[], [], []]);
});

Deno.test("a code that was made for other statements fits none", () => {
  const code = writeCode(form("HC1S", 20, "part/renamed"), marksFor(twenty), 5);
  same(only(code), []);
});

Deno.test("only an exercise that may be pooled, with letters and rated statements, has codes", () => {
  const items = ["a", "b", "c"].map((id) => ({ id, text: id, short: id === "a" }));
  const part = {
    id: "p",
    kind: "statements" as const,
    title: "",
    shows: "every" as const,
    patterns: [],
    names: {},
    points: [],
    unsure: "",
    outside: "",
    dimensions: [{ id: "d", title: "", try: null, ask: null, check: null, items }],
  };
  const exercise = { slug: "x", title: "X", version: "2.1.0", code: "XY", pool: 5, parts: [part] };
  same(codeForms(exercise).map(({ tag, items }) => [tag, items]), [["XY2", ["p/a", "p/b", "p/c"]], ["XY2S", ["p/a"]]]);
  same([{ ...exercise, code: null }, { ...exercise, pool: 0 }, { ...exercise, parts: [] }].map(codeForms), [
    [],
    [],
    [],
  ]);
});

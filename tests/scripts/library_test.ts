/** The filter of lists: what fits, how many would fit, in which order, and the address that keeps a choice. */
import {
  type Choice,
  countKey,
  type Entry,
  fromAddress,
  inOrder,
  narrow,
  toAddress,
  unpack,
} from "../../hooks/casebook/components/page/list_filter/filter.ts";
import { stem, type WordList, WordSearch, wordsOf } from "../../hooks/casebook/components/page/list_filter/words.ts";
import { same } from "./same.ts";

const nothing: Choice = { text: "", sort: "title", claim: "", facets: {} };

function entry(slug: string, place: string, begins: number | null, strength: number, facets: Entry["facets"]): Entry {
  return { slug, order: { place, begins, strength }, facets };
}

const entries = [
  entry("alpha", "York", 2015, 0, { mode: ["network"], country: ["NZ"], said: ["networks-adapt:supports"] }),
  entry("beta", "Ely", null, 3, {
    mode: ["alliance", "network"],
    country: ["KE"],
    said: ["networks-adapt:contradicts"],
  }),
  entry("gamma", "Bath", 1990, 1, { mode: ["hierarchy"], country: ["NZ"], said: [] }),
];
const list: WordList = {
  cases: ["alpha", "beta", "gamma"],
  titles: ["Alpha", "Beta", "Gamma"],
  small: ["a", "in", "who", "the"],
  words: "care cities federations first jonkoping neighbours stroke vote",
  at: [[0], [0], [1], [2], [1], [1], [0], [2]],
  groups: [
    { words: ["federation", "primary care network", "PCN"], also: ["GP federation"], cases: [1, 2] },
    { words: ["network"], also: [], cases: [0] },
    { words: ["A&E", "emergency care"], also: [], cases: [2] },
  ],
};
const search = new WordSearch(list);

function shown(choice: Partial<Choice>): string[] {
  const has = search.find(choice.text ?? "");
  const found = narrow(entries, has ? (at) => has(entries[at]!.slug) : null, { ...nothing, ...choice });
  return entries.filter((_, index) => found.shown[index]).map((one) => one.slug);
}

Deno.test("with nothing chosen every case is shown", () => same(shown({}), ["alpha", "beta", "gamma"]));
Deno.test("every word of the text must be in the case", () => {
  same(shown({ text: "care stroke" }), ["alpha"]);
  same(shown({ text: "care vote" }), []);
});
Deno.test("accents, capitals and curly apostrophes do not matter", () => {
  same(shown({ text: "JONKOPING" }), ["beta"]);
  same(wordsOf("Who’s first? “Größe”"), ["whos", "first", "große"]);
});
Deno.test("one value of a facet is enough", () =>
  same(shown({ facets: { mode: ["alliance", "hierarchy"] } }), ["beta", "gamma"]));
Deno.test("every facet must fit", () => same(shown({ facets: { mode: ["network"], country: ["KE"] } }), ["beta"]));
Deno.test("a claim and a stance must stand in the same finding", () => {
  same(shown({ claim: "networks-adapt" }), ["alpha", "beta"]);
  same(shown({ claim: "networks-adapt", facets: { stance: ["contradicts"] } }), ["beta"]);
  same(shown({ facets: { stance: ["supports", "complicates"] } }), ["alpha"]);
});
Deno.test("the number beside a value says how many would fit if it were ticked too", () => {
  const { counts } = narrow(entries, null, { ...nothing, facets: { mode: ["network"] } });
  same(counts.get(countKey("mode", "network")), 2);
  same(counts.get(countKey("mode", "hierarchy")), 1);
  same(counts.get(countKey("country", "NZ")), 1);
  same(counts.get(countKey("country", "KE")), 1);
});
Deno.test("a case that two facets keep away is counted nowhere", () => {
  const { counts } = narrow(entries, null, { ...nothing, facets: { mode: ["alliance"], country: ["KE"] } });
  same(counts.get(countKey("mode", "hierarchy")), undefined);
});
Deno.test("orders keep equals in the order of titles, and put what has no year last", () => {
  same(inOrder(entries, "place"), [2, 1, 0]);
  same(inOrder(entries, "begins"), [2, 0, 1]);
  same(inOrder(entries, "strength"), [0, 2, 1]);
  same(inOrder(entries, "nonsense"), [0, 1, 2]);
});
Deno.test("an address gives the choice back", () => {
  const choice: Choice = {
    text: "care & cost, 100%",
    sort: "place",
    claim: "networks-adapt",
    facets: { mode: ["network", "group"], stance: ["supports"] },
  };
  same(fromAddress(`#${toAddress(choice)}`), choice);
});
Deno.test("an anchor of the page is no choice", () => {
  same(fromAddress("#content"), null);
  same(fromAddress(""), null);
});
Deno.test("a broken address costs nothing", () =>
  same(fromAddress("#text=%E0%A4%A&mode=,,network&=x")?.facets, { mode: ["network"] }));
Deno.test("nothing chosen leaves the address empty", () => same(toAddress(nothing), ""));

Deno.test("letters that nobody sees hide no case, in the text or in what is looked for", () => {
  for (const odd of ["\u00AD", "\u200B", "\u2060", "\uFEFF", "\u200E", "\u{E0041}"]) {
    same(wordsOf(`North${odd}ampton`), ["northampton"]);
  }
  same(wordsOf("Ｎｏｒｔｈ o\uFB03ce"), ["north", "office"]);
  same(wordsOf("North\u00A0West"), ["north", "west"]);
});
Deno.test("a word is found by its beginning, while it is typed", () => same(shown({ text: "str" }), ["alpha"]));
Deno.test("a word is not found in the middle of another", () => same(shown({ text: "troke" }), []));
Deno.test("one or many, ended or going on, a word is the same", () => {
  same(["practices", "federations", "failed", "failing", "companies", "losses"].map(stem), [
    "practice",
    "federation",
    "fail",
    "fail",
    "compan",
    "loss",
  ]);
  same(["ics", "crisis", "versus", "loss", "need", "sing"].map(stem), [
    "ics",
    "crisis",
    "versus",
    "loss",
    "need",
    "sing",
  ]);
});
Deno.test("a word leads to the cases that call it by another", () => {
  same(shown({ text: "PCN" }), ["beta", "gamma"]);
  same(shown({ text: "Primary care networks" }), ["beta", "gamma"]);
});
Deno.test("the longest phrase counts, and the rest is looked for beside it", () => {
  same(shown({ text: "network" }), ["alpha"]);
  same(shown({ text: "primary care network vote" }), ["gamma"]);
});
Deno.test("a word of a group is found in the cases themselves, too", () => same(shown({ text: "fed" }), ["beta"]));
Deno.test("small words are not looked for, and alone they narrow nothing", () => {
  same(shown({ text: "the stroke" }), ["alpha"]);
  same(search.find("who the"), null);
  same(search.find("  "), null);
});
Deno.test("letters joined by a sign are a phrase", () => same(shown({ text: "A&E" }), ["gamma"]));
Deno.test("an entry may have words beyond those of its case", () => {
  const has = search.find("merger");
  same([has?.("alpha", ["mergers"]), has?.("alpha"), has?.("nowhere")], [true, false, false]);
});
Deno.test("what Python takes for the words of a text are its words here too", () => {
  const cases = JSON.parse(Deno.readTextFileSync("tests/fixtures/search_words.json")) as [string, string[]][];
  for (const [text, words] of cases) same(wordsOf(text), words);
});
Deno.test("the values of facets are unpacked from their places", () => {
  const packed = {
    values: { theme: ["money", "pace"] },
    entries: [{ slug: "alpha", order: {}, facets: { theme: [1, 0] } }],
  };
  same(unpack(packed), [{ slug: "alpha", order: {}, facets: { theme: ["pace", "money"] } }]);
});

Deno.test("the other words for what was typed are named as they are written", () => {
  same(search.alsoSearched("pcn"), ["federation", "primary care network", "GP federation"]);
  same(search.alsoSearched("Federations"), ["primary care network", "PCN", "GP federation"]);
  same(search.alsoSearched("stroke"), []);
});

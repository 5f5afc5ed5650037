/** The library's filter: what fits, how many would fit, in which order, and the address that keeps a choice. */
import {
  type Choice,
  countKey,
  type Entry,
  fold,
  fromAddress,
  inOrder,
  narrow,
  toAddress,
  wordsOf,
} from "../../hooks/casebook/components/case/case_library/filter.ts";
import { same } from "./same.ts";

const nothing: Choice = { text: "", sort: "title", claim: "", facets: {} };

function entry(slug: string, words: Partial<Entry>): Entry {
  return { slug, place: slug, begins: 2010, rank: 3, facets: {}, ...words };
}

const entries = [
  entry("alpha", {
    place: "York",
    begins: 2015,
    rank: 0,
    facets: { mode: ["network"], country: ["NZ"], said: ["networks-adapt:supports"] },
  }),
  entry("beta", {
    place: "Ely",
    begins: null,
    rank: 3,
    facets: { mode: ["alliance", "network"], country: ["KE"], said: ["networks-adapt:contradicts"] },
  }),
  entry("gamma", { place: "Bath", begins: 1990, rank: 1, facets: { mode: ["hierarchy"], country: ["NZ"], said: [] } }),
];
const texts = ["stroke care in two cities", "jönköping and its neighbours", "who's first? a vote"].map(fold);

function shown(choice: Partial<Choice>): string[] {
  const found = narrow(entries, texts, { ...nothing, ...choice });
  return entries.filter((_, index) => found.shown[index]).map((one) => one.slug);
}

Deno.test("with nothing chosen every case is shown", () => same(shown({}), ["alpha", "beta", "gamma"]));
Deno.test("every word of the text must be in the case", () => {
  same(shown({ text: "care stroke" }), ["alpha"]);
  same(shown({ text: "care vote" }), []);
});
Deno.test("accents, capitals and curly apostrophes do not matter", () => {
  same(shown({ text: "JONKOPING" }), ["beta"]);
  same(shown({ text: "Who’s" }), ["gamma"]);
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
  const { counts } = narrow(entries, texts, { ...nothing, facets: { mode: ["network"] } });
  same(counts.get(countKey("mode", "network")), 2);
  same(counts.get(countKey("mode", "hierarchy")), 1);
  same(counts.get(countKey("country", "NZ")), 1);
  same(counts.get(countKey("country", "KE")), 1);
});
Deno.test("a case that two facets keep away is counted nowhere", () => {
  const { counts } = narrow(entries, texts, { ...nothing, facets: { mode: ["alliance"], country: ["KE"] } });
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
  const seen = (text: string, wanted: string) => wordsOf(wanted).every((word) => fold(text).includes(word));
  for (const odd of ["\u00AD", "\u200B", "\u2060", "\uFEFF", "\u200E", "\u{E0041}", "\u3164"]) {
    same([seen(`North${odd}ampton`, "northampton"), seen("Northampton", `North${odd}ampton`)], [true, true]);
  }
  same([seen("Ｎｏｒｔｈ o\uFB03ce", "north office"), seen("North\u00A0West", "north west")], [true, true]);
});

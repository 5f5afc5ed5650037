/** What the search says and shows, without a page. */
import {
  calledFirst,
  countWords,
  missingWords,
  sentenceWith,
} from "../../hooks/casebook/components/page/search_box/found.ts";
import { same } from "./same.ts";

const words = { one: "1 page found.", other: "{count} pages found." };

Deno.test("the count is said for one and several", () => {
  same([1, 2, 30].map((count) => countWords(count, words)), [
    "1 page found.",
    "2 pages found.",
    "30 pages found.",
  ]);
});

const text =
  "Networks. A bid was won in 2014. Forty practices signed the agreement, and two did not! Was it &lt;fair&gt;?";
const read = (places: number[], title = "") => sentenceWith(text, places, title).map(({ text }) => text).join("");

Deno.test("the sentence is shown in which the word was found, and the word is a piece of its own", () => {
  same(sentenceWith(text, [8]), [
    { text: "Forty ", isFound: false },
    { text: "practices", isFound: true },
    { text: " signed the agreement, and two did not!", isFound: false },
  ]);
});

Deno.test("of several sentences the one is shown where most was found", () => {
  same(read([2, 8, 11]), "Forty practices signed the agreement, and two did not!");
});

Deno.test("a sentence that only says the title again gives way to another, or to the one behind it", () => {
  same(read([0, 11], "Networks"), "Forty practices signed the agreement, and two did not!");
  same(read([0], "Networks"), "A bid was won in 2014.");
});

Deno.test("a text that is all title, or empty, is no trouble", () => {
  same(sentenceWith("Networks.", [0], "Networks."), [{ text: "Networks.", isFound: true }]);
  same(sentenceWith("", []), []);
});

Deno.test("a sentence that is too long is cut, and shows where", () => {
  const long = Array.from({ length: 200 }, (_, at) => `w${at}`).join(" ");
  const words = sentenceWith(long, [100]).map(({ text }) => text).join("").split(" ");
  same([words[0], words.at(-1), words.length < 60], ["…", "…", true]);
});

Deno.test("escaped characters show as typed", () => {
  same(read([18]), "Was it <fair>?");
});

Deno.test("what is called as it was typed comes first, by its title or another name", () => {
  const found = ["Integrated care system", "Integrator", "Group"].map((title) => ({ meta: { title, also: "" } }));
  found[2]!.meta.also = "hospital group; shared chair";
  const titles = (typed: string) => calledFirst(found, typed).map(({ meta }) => meta.title);
  same(titles(" integrator"), ["Integrator", "Integrated care system", "Group"]);
  same(titles("Hospital group"), ["Group", "Integrated care system", "Integrator"]);
  same(titles("system"), ["Integrated care system", "Integrator", "Group"]);
});

Deno.test("a word of which the results have only a letter or two is missing; other forms of it are none the less finds", () => {
  const held = (content: string, also = "") => ({ content, locations: [0, 1], meta: { title: "A page", also } });
  same(missingWords("Kidney", [held("K. Sims")]), ["Kidney"]);
  same(missingWords("kidney care", [held("K. care")]), ["kidney"]);
  same(missingWords("orchid", [held("or so")]), ["orchid"]);
  same(missingWords("federations", [held("federation agreed"), held("nothing else")]), []);
  same(missingWords("happiness", [held("happy people")]), []);
  same(missingWords("integrator", [held("integrated care")]), []);
  same(missingWords("nurses’ Māori net", [held("nursing Maori"), held("ParkinsonNet")]), []);
  same(missingWords("shared chair", [held("", "hospital group; shared chair")]), []);
  same(missingWords("2019", [held("2010")]), ["2019"]);
  same(missingWords("network", []), ["network"]);
  same(missingWords("“”", []), []);
});

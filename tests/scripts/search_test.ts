/** What the search says and shows, without a page. */
import { countWords, inPieces } from "../../hooks/casebook/components/page/search_box/found.ts";
import { same } from "./same.ts";

const words = { none: "Nothing found.", one: "1 page found.", other: "{count} pages found." };

Deno.test("the count is said for none, one and several", () => {
  same([0, 1, 2, 30].map((count) => countWords(count, words)), [
    "Nothing found.",
    "1 page found.",
    "2 pages found.",
    "30 pages found.",
  ]);
});

Deno.test("what was found is a piece of its own", () => {
  same(inPieces("A <mark>network</mark> of practices"), [
    { text: "A ", isFound: false },
    { text: "network", isFound: true },
    { text: " of practices", isFound: false },
  ]);
});

Deno.test("an excerpt that begins and ends with what was found has no empty pieces", () => {
  same(inPieces("<mark>peer</mark>"), [{ text: "peer", isFound: true }]);
  same(inPieces(""), []);
});

Deno.test("escaped characters show as typed, and other markup stays text", () => {
  same(inPieces("Trusts &amp; practices &lt;b&gt; &#39;x&#39; <b>y</b>"), [{
    text: "Trusts & practices <b> 'x' <b>y</b>",
    isFound: false,
  }]);
  same(inPieces("&unknown;"), [{ text: "&unknown;", isFound: false }]);
});

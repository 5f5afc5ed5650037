/**
 * Addresses that keep a choice: what people have shared must lead to the same choice for as long as the casebook
 * stands.
 */
import * as library from "../../hooks/casebook/components/page/list_filter/filter.ts";
import * as compare from "../../hooks/casebook/components/case/case_compare/comparing.ts";
import * as matrix from "../../hooks/casebook/components/evidence/evidence_matrix/matrix_address.ts";
import { listIn, readAddress, textIn, writeAddress } from "../../hooks/scripts/lib/url_state.ts";
import { same } from "./same.ts";

Deno.test("an address of the library is written as it always was, and leads back", () => {
  const address =
    "text=care%20%26%20cost%2C%20100%25%2Fyear&claim=networks-adapt&mode=network,group&country=GB-ENG&sort=place";
  const facets = { mode: ["network", "group"], purpose: [], country: ["GB-ENG"], ended: [] };
  const choice = { text: " care & cost, 100%/year ", sort: "place", claim: "networks-adapt", facets };
  same(library.toAddress(choice), address);
  same(library.fromAddress(`#${address}`), {
    text: "care & cost, 100%/year",
    sort: "place",
    claim: "networks-adapt",
    facets: { mode: ["network", "group"], country: ["GB-ENG"] },
  });
  same(library.toAddress({ text: " ", sort: "title", claim: "", facets: { mode: [] } }), "");
  same(library.fromAddress("#text=care+home")?.text, "care home");
});

Deno.test("an address of the matrix is written as it always was, and leads back", () => {
  const chosen: Record<string, string> = {
    modes: "network",
    countries: "GB-ENG",
    claim: "members-learn-together",
    sort: "begins",
  };
  const address = "modes=network&countries=GB-ENG&claim=members-learn-together&sort=begins";
  same(matrix.toAddress((name) => chosen[name] ?? ""), address);
  same(matrix.fromAddress(`#${address}`), {
    modes: "network",
    purposes: "",
    countries: "GB-ENG",
    strength: "",
    claim: "members-learn-together",
    sort: "begins",
  });
  same(matrix.toAddress((name) => name === "sort" ? "title" : ""), "");
  same(matrix.fromAddress("#modes=network")?.sort, "title");
  same([matrix.fromAddress("#content"), matrix.fromAddress("")], [null, null]);
});

Deno.test("an address of a comparison is written as it always was, and leads back", () => {
  const chosen = ["leeds", "stroke/london"];
  same(compare.toAddress(chosen), "cases=leeds,stroke/london");
  same(compare.toAddress([]), "");
  for (
    const address of [
      "#cases=leeds,stroke/london",
      "#cases=leeds,stroke%2flondon",
      "#content&cases=leeds,stroke/london",
    ]
  ) {
    same(compare.fromAddress(address, new Set(chosen)), chosen, address);
  }
});

Deno.test("an address of the list of exercises is written as it always was, and leads back", () => {
  const choice = { claim: "members-learn-together", way: "", minutes: "30", people: "1 & 2" };
  const address = "claim=members-learn-together&minutes=30&people=1%20%26%202";
  same(writeAddress(Object.entries(choice)), address);
  same(
    [...readAddress(`#${address}`)!].map(([name, value]) => [name, textIn(value)]),
    Object.entries({ ...choice }).filter(([, one]) => one),
  );
});

Deno.test("a comma within a value is none between values", () => {
  const address = writeAddress([["theme", ["a,b", "c"]]]);
  same(address, "theme=a%2Cb,c");
  same(listIn(readAddress(address)?.get("theme")), ["a,b", "c"]);
});

Deno.test("signs that mean nothing stay as they are, and names without a value are empty", () => {
  same([textIn("100%"), textIn("%E0%A4%A"), textIn(undefined), listIn(undefined), listIn(",,a,")], [
    "100%",
    "%E0%A4%A",
    "",
    [],
    ["a"],
  ]);
  same([...readAddress("#a=1&b&=2&c=x=y")!], [["a", "1"], ["b", ""], ["", "2"], ["c", "x=y"]]);
});

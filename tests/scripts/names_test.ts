/** Names told apart. */
import { distinct } from "../../hooks/scripts/lib/names.ts";
import { same } from "./same.ts";

Deno.test("the second of a name gets a number that no other name has", () =>
  same(distinct(["A", "A (2)", "A", "B", "A"]), ["A", "A (2)", "A (3)", "B", "A (4)"]));

Deno.test("what has no name gets no number", () => same(distinct(["", "A", ""]), ["", "A", ""]));

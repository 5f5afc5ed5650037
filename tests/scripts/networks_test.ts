/** Networks are measured the same in the browser and in Python: both are held against tests/fixtures/networks.json. */
import { measure, pairs, type Tied } from "../../hooks/casebook/components/exercise/role_map/measures.ts";
import { same } from "./same.ts";

interface Network {
  readonly name: string;
  readonly members: string[];
  readonly ties: Tied[];
  readonly measures: unknown;
}

const fixture: { readonly networks: Network[] } = JSON.parse(
  Deno.readTextFileSync(new URL("../fixtures/networks.json", import.meta.url)),
);

Deno.test("there are networks to agree about", () => {
  same(fixture.networks.length >= 8, true);
});

for (const { name, members, ties, measures } of fixture.networks) {
  Deno.test(`${name}: measured as networkx measures it`, () => same(measure(members, ties), measures));

  Deno.test(`${name}: the order of the members changes no measure`, () =>
    same(measure([...members].reverse(), [...ties].reverse()), measures));
}

Deno.test("pairs are counted once, however many lines run between them, and broken or missing lines are not there", () => {
  const ties = [["a", "b", "thick"], ["b", "a", "thin"], ["b", "c", "broken"], ["a", "c", "missing"], [
    "c",
    "c",
    "thick",
  ]] as const;
  same(pairs(["a", "b", "c"], ties.map(([from, to, strength]) => ({ from, to, strength }))), { tied: 1, possible: 3 });
});

Deno.test("a line to somebody who is not in the network is left out", () => {
  same(measure(["a", "b"], [{ from: "a", to: "gone", strength: "thick" }]), {
    density: 0,
    brokers: [],
    articulation_points: [],
  });
});

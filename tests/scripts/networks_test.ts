/** Networks are measured and drawn the same in the browser and in Python: both are held against tests/fixtures/networks.json. */
import {
  draw,
  type Given,
  holdsNumber,
  type Line,
  type Mark,
  type Member,
  middle,
  numberY,
  outerNumbers,
  scaleOf,
  type Shapes,
  type Tie,
} from "../../hooks/casebook/components/exercise/role_map/drawing.ts";
import { inDecimals } from "../../hooks/casebook/components/exercise/role_map/decimals.ts";
import { measure, pairs } from "../../hooks/casebook/components/exercise/role_map/measures.ts";
import { same } from "./same.ts";

interface Network extends Given {
  readonly name: string;
  readonly members: Member[];
  readonly ties: Tie[];
  readonly measures: unknown;
  readonly drawing: { readonly marks: unknown; readonly lines: unknown; readonly outer: unknown; readonly number_y: unknown };
}

const fixture: { readonly shapes: Shapes; readonly networks: Network[] } = JSON.parse(
  Deno.readTextFileSync(new URL("../fixtures/networks.json", import.meta.url)),
);

const markInOrder = (mark: Mark) => [mark.member, mark.number, mark.shape, mark.x, mark.y, mark.size, mark.many, mark.mode];
const lineInOrder = (line: Line) => [
  line.x1,
  line.y1,
  line.bendX,
  line.bendY,
  line.x2,
  line.y2,
  line.strength,
  middle(line).x,
  middle(line).y,
  line.mode,
];

Deno.test("there are networks to agree about", () => {
  same(fixture.networks.length >= 8, true);
});

for (const { name, members, ties, measures, drawing, modes, scale } of fixture.networks) {
  const ids = members.map(({ id }) => id);

  Deno.test(`${name}: measured as networkx measures it`, () => same(measure(ids, ties), measures));

  Deno.test(`${name}: the order of the members changes no measure`, () => same(measure([...ids].reverse(), [...ties].reverse()), measures));

  Deno.test(`${name}: drawn as a case is drawn`, () => {
    const drawn = draw(members, ties, fixture.shapes, { modes, scale });
    same(drawn.marks.map(markInOrder), drawing.marks);
    same(drawn.lines.map(lineInOrder), drawing.lines);
    same(outerNumbers(drawn.marks), drawing.outer);
    same(drawn.marks.filter(holdsNumber).map(numberY), drawing.number_y);
  });
}

Deno.test("pictures that are compared share a scale: if one needs one mark for many, all have it", () => {
  const [few, many] = [[{ id: "a", kind: "practice", count: 3 }], [{ id: "b", kind: "practice", count: 60 }, { id: "c", kind: "council" }]];
  same(scaleOf([few]), { oneEach: false, marks: 3 });
  same(scaleOf([few, many]), { oneEach: true, marks: 2 });
  same(scaleOf([]), { oneEach: false, marks: 0 });
});

Deno.test("pairs are counted once, however many lines run between them, and broken or missing lines are not there", () => {
  const ties = [["a", "b", "thick"], ["b", "a", "thin"], ["b", "c", "broken"], ["a", "c", "missing"], ["c", "c", "thick"]] as const;
  same(pairs(["a", "b", "c"], ties.map(([from, to, strength]) => ({ from, to, strength }))), { tied: 1, possible: 3 });
});

Deno.test("a line to somebody who is not in the network is left out", () => {
  same(measure(["a", "b"], [{ from: "a", to: "gone", strength: "thick" }]), { density: 0, brokers: [], articulation_points: [] });
});

Deno.test("an exact half goes to the even side, as in Python", () => {
  same([0.25, 0.75, 2.25, 0.35, 0.05, 160, 12.345].map((value) => inDecimals(value, 1)), [0.2, 0.8, 2.2, 0.3, 0.1, 160, 12.3]);
  same([1 / 32, 3 / 32, 1 / 6].map((value) => inDecimals(value, 4)), [0.0312, 0.0938, 0.1667]);
});

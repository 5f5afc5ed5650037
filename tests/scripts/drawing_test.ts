/**
 * The picture of one's own map: every role has a place and its number in the list, nothing overlaps, ties join their
 * roles.
 */
import {
  CENTRE_X,
  CENTRE_Y,
  draw,
  HEIGHT,
  RADIUS_X,
  RADIUS_Y,
  type Shapes,
  WIDTH,
} from "../../hooks/casebook/components/exercise/role_map/drawing.ts";
import { type Shape, type Signs, sketch } from "../../hooks/casebook/components/exercise/map_view/sketch.ts";
import { same } from "./same.ts";

const SHAPES: Shapes = [
  ["table", "table"],
  ["trust", "circle"],
  ["practice", "triangle"],
  ["council", "square"],
  ["payer", "diamond"],
  ["", "circle"],
];
const MOST = 40;
/** How far the widest shape reaches, in sizes. */
const REACH = 1.2;

/** So many roles, of one kind or of every kind in turn. */
function roles(count: number, kinds: readonly string[]): { id: string; kind: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `role-${index}`, kind: kinds[index % kinds.length]! }));
}

const kindsAround = SHAPES.map(([kind]) => kind).filter((kind) => kind !== "table");
const maps = [["council"], kindsAround, ["table", ...kindsAround]].flatMap((kinds) =>
  Array.from({ length: MOST }, (_, index) => roles(index + 1, kinds))
);

/** The numbers that a picture shows for its roles. */
function numbers(shapes: readonly Shape[]): number[] {
  return shapes.filter(([tag, { class: name }]) => tag === "text" && name !== "tie-tokens").map(([, , text]) =>
    Number(text)
  );
}

Deno.test("roles stand on a ring, and no two overlap", () => {
  for (const map of maps) {
    const ring = draw(map, [], SHAPES).marks.filter(({ shape }) => shape !== "table");
    ring.forEach((mark, index) => {
      const far = Math.hypot((mark.x - CENTRE_X) / RADIUS_X, (mark.y - CENTRE_Y) / RADIUS_Y);
      same(Math.abs(far - 1) < 0.01, true, `${mark.role} of ${map.length} is on the ring`);
      for (const other of ring.slice(index + 1)) {
        const apart = Math.hypot(mark.x - other.x, mark.y - other.y);
        same(
          apart >= REACH * (mark.size + other.size),
          true,
          `${mark.role} and ${other.role} of ${map.length} are apart`,
        );
      }
    });
  }
});

Deno.test("the whole picture is inside its frame, and tables are within the ring", () => {
  for (const map of maps) {
    for (const { x, y, size, shape } of draw(map, [], SHAPES).marks) {
      const reach = size * REACH;
      same(x >= reach && x <= WIDTH - reach && y >= reach && y <= HEIGHT - reach, true);
      if (shape === "table") same(Math.hypot((x - CENTRE_X) / RADIUS_X, (y - CENTRE_Y) / RADIUS_Y) < 0.6, true);
    }
  }
});

Deno.test("roles of one kind stand side by side, with a gap before the next kind", () => {
  const { marks } = draw(roles(8, ["trust", "council"]), [], SHAPES);
  same(marks.map(({ shape }) => shape), [...Array(4).fill("circle"), ...Array(4).fill("square")]);
  const angle = ({ x, y }: { x: number; y: number }) =>
    Math.atan2((y - CENTRE_Y) / RADIUS_Y, (x - CENTRE_X) / RADIUS_X);
  const steps = marks.slice(1).map((mark, index) => (angle(mark) - angle(marks[index]!) + 2 * Math.PI) % (2 * Math.PI));
  same(steps.indexOf(Math.max(...steps)), 3);
});

Deno.test("every role has its number in the list once, in its shape or beside it", () => {
  for (const map of maps) {
    const { shapes } = sketch(draw(map, [], SHAPES), []);
    same(numbers(shapes).sort((one, other) => one - other), map.map((_, index) => index + 1));
  }
});

Deno.test("a tie runs from one role to the other, and one without an end is left out", () => {
  const ties = [["role-0", "gone"], ["role-2", "role-1"]].map(([from, to]) => ({
    from: from!,
    to: to!,
    strength: "weak",
  }));
  const { marks, lines } = draw(roles(3, ["trust"]), ties, SHAPES);
  const [first, second] = [marks.find(({ role }) => role === "role-2")!, marks.find(({ role }) => role === "role-1")!];
  same(lines.map(({ x1, y1, x2, y2, tie }) => [x1, y1, x2, y2, tie]), [[first.x, first.y, second.x, second.y, 1]]);
});

Deno.test("a missing tie is crossed out, one on one person has a ring, tokens are written beside", () => {
  const ties = [["role-0", "role-1"], ["role-1", "role-2"]].map(([from, to]) => ({
    from: from!,
    to: to!,
    strength: "cut",
  }));
  const drawing = draw(roles(3, ["trust"]), ties, SHAPES);
  const signs = (...given: Signs[]) =>
    sketch(drawing, given).shapes.map(([, values, text = ""]) => `${values.class} ${text}`.trim()).filter((name) =>
      /^tie-/.test(name)
    );
  same(signs({}, {}), []);
  same(signs({ isCrossed: true }, { hasRing: true, number: 3 }), ["tie-cross", "tie-ring", "tie-tokens +3"]);
});

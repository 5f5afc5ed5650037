/**
 * Pictures of networks as SVG, with the classes of the component network-picture.
 * One's own is made of a drawing here; that of a case comes ready-made.
 */
import type { Drawing, Line, Mark } from "../role_map/drawing.ts";
import {
  CENTRE_X,
  CENTRE_Y,
  HEIGHT,
  holdsNumber,
  middle,
  numberY,
  outside,
  RADIUS_X,
  RADIUS_Y,
  short,
  WIDTH,
} from "../role_map/drawing.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element: its tag, attributes and text. */
export type Shape = readonly [tag: string, values: Readonly<Record<string, string | number>>, text?: string];

/** The elements of a picture, within a box. */
export interface Picture {
  readonly viewBox: string;
  readonly shapes: readonly Shape[];
}

/** What is marked on a tie: a cross, a ring, a number. */
export interface Signs {
  readonly isCrossed?: boolean;
  readonly hasRing?: boolean;
  readonly number?: number;
}

/** A picture as an element, with words for those who do not see it. */
export function toSvg({ viewBox, shapes }: Picture, label: string, className: string): SVGElement {
  const frame = {
    class: `network-picture ${className}`,
    viewBox,
    role: "img",
    "aria-label": label,
    focusable: "false",
  };
  const picture = element(["svg", frame]);
  const drawn = element(["g", { "aria-hidden": "true" }]);
  drawn.append(...shapes.map(element));
  picture.append(drawn);
  return picture;
}

function element([tag, values, text = ""]: Shape): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** The picture of a drawing. `signs` gives what is marked on each tie. */
export function sketch({ marks, lines }: Drawing, signs: readonly Signs[]): Picture {
  const ring: Shape = ["ellipse", { class: "ring", cx: CENTRE_X, cy: CENTRE_Y, rx: RADIUS_X, ry: RADIUS_Y }];
  const ties = lines.flatMap((line) => drawLine(line, signs[line.tie] ?? {}));
  const over = lines.flatMap((line) => drawSigns(line, signs[line.tie] ?? {}));
  const beside = marks.filter((mark) => !holdsNumber(mark)).map(drawBeside);
  return { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, shapes: [ring, ...ties, ...marks.flatMap(drawMark), ...beside, ...over] };
}

function drawLine(line: Line, signs: Signs): Shape[] {
  const path: Shape = [
    "path",
    {
      class: `tie tie-${line.strength}`,
      d: `M${line.x1} ${line.y1}Q${line.bendX} ${line.bendY} ${line.x2} ${line.y2}`,
    },
  ];
  const { x, y } = middle(line);
  return signs.isCrossed
    ? [path, ["path", { class: "tie-cross", d: `M${short(x - 4)} ${short(y - 4)}l8 8m0-8l-8 8` }]]
    : [path];
}

function drawSigns(line: Line, signs: Signs): Shape[] {
  const { x, y } = middle(line);
  const ring: Shape[] = signs.hasRing ? [["circle", { class: "tie-ring", cx: x, cy: y, r: 7 }]] : [];
  return signs.number
    ? [...ring, ["text", { class: "tie-tokens", x: short(x + 14), y: short(y + 3.5) }, `+${signs.number}`]]
    : ring;
}

function drawBeside(mark: Mark): Shape {
  const { x, y } = outside(mark);
  return ["text", { class: "beside", x, y: short(y + 3) }, String(mark.number)];
}

function drawMark(mark: Mark): Shape[] {
  if (!holdsNumber(mark)) return [drawShape(mark)];
  const place = { class: mark.shape === "table" ? "on-table" : "on-mark", x: mark.x, y: numberY(mark) };
  return [drawShape(mark), ["text", place, String(mark.number)]];
}

function drawShape({ shape, x, y, size: r }: Mark): Shape {
  const [half, wide, high] = [short(r * 0.9), short(r * 1.2), short(r * 1.1)];
  switch (shape) {
    case "square": {
      const side = short(r * 1.8);
      return ["rect", { class: "mark", x: short(x - half), y: short(y - half), width: side, height: side, rx: 1.5 }];
    }
    case "diamond":
      return ["path", {
        class: "mark",
        d: `M${x} ${short(y - wide)}l${wide} ${wide}l${-wide} ${wide}l${-wide} ${-wide}z`,
      }];
    case "triangle":
      return ["path", { class: "mark", d: `M${x} ${short(y - high)}l${high} ${short(r * 2)}h${short(-2 * high)}z` }];
    case "table": {
      const [width, height] = [short(r * 3.6), short(r * 1.9)];
      return ["rect", {
        class: "table",
        x: short(x - width / 2),
        y: short(y - height / 2),
        width,
        height,
        rx: short(height / 2),
      }];
    }
    default:
      return ["circle", { class: "mark", cx: x, cy: y, r }];
  }
}

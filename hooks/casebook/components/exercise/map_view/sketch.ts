/** A drawing as SVG, with the classes of the component network-picture: one picture, whoever draws it. */
import type { Drawing, Line, Mark } from "../role_map/drawing.ts";
import { CENTRE_X, CENTRE_Y, HEIGHT, holdsNumber, middle, numberY, outerNumbers, RADIUS_X, RADIUS_Y, WIDTH } from "../role_map/drawing.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What is marked on a tie: a cross, a ring, a number. */
export interface Signs {
  readonly isCrossed?: boolean;
  readonly hasRing?: boolean;
  readonly number?: number;
}

type Values = Readonly<Record<string, string | number>>;

/** One decimal is enough for a picture. */
function short(value: number): number {
  return Number(value.toFixed(1));
}

function shape(tag: string, values: Values, text = ""): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

/** The picture, with words for those who do not see it. `signs` gives what is marked on each tie. */
export function sketch(drawing: Drawing, label: string, className: string, signs: readonly Signs[] = []): SVGElement {
  const frame = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, focusable: "false" };
  const picture = shape("svg", { class: `network-picture ${className}`, ...frame });
  const lines = drawing.lines.flatMap((line) => drawLine(line, signs[line.tie] ?? {}));
  const over = drawing.lines.flatMap((line) => drawSigns(line, signs[line.tie] ?? {}));
  const ring = shape("ellipse", { class: "ring", cx: CENTRE_X, cy: CENTRE_Y, rx: RADIUS_X, ry: RADIUS_Y });
  const beside = outerNumbers(drawing.marks).map(([number, x, y]) =>
    shape("text", { class: "beside", x, y: short(y + 3) }, String(number))
  );
  picture.append(ring, ...lines, ...drawing.marks.flatMap(drawMark), ...beside, ...over);
  return picture;
}

function drawLine(line: Line, signs: Signs): SVGElement[] {
  const path = shape("path", {
    class: `tie tie-${line.strength}${line.mode ? ` mode-${line.mode}` : ""}`,
    d: `M${line.x1} ${line.y1}Q${line.bendX} ${line.bendY} ${line.x2} ${line.y2}`,
  });
  const { x, y } = middle(line);
  return signs.isCrossed ? [path, shape("path", { class: "tie-cross", d: `M${short(x - 4)} ${short(y - 4)}l8 8m0-8l-8 8` })] : [path];
}

function drawSigns(line: Line, signs: Signs): SVGElement[] {
  const { x, y } = middle(line);
  const ring = signs.hasRing ? [shape("circle", { class: "tie-ring", cx: x, cy: y, r: 7 })] : [];
  const number = signs.number ? [shape("text", { class: "tie-tokens", x: short(x + 14), y: short(y + 3.5) }, `+${signs.number}`)] : [];
  return [...ring, ...number];
}

function drawMark(mark: Mark): SVGElement[] {
  const number = shape(
    "text",
    { class: mark.shape === "table" ? "on-table" : "on-mark", x: mark.x, y: numberY(mark) },
    String(mark.number),
  );
  return holdsNumber(mark) ? [drawShape(mark), number] : [drawShape(mark)];
}

function drawShape({ shape: kind, x, y, size: r, mode }: Mark): SVGElement {
  const [half, wide, high] = [short(r * 0.9), short(r * 1.2), short(r * 1.1)];
  switch (kind) {
    case "square":
      return shape("rect", {
        class: "mark",
        x: short(x - half),
        y: short(y - half),
        width: short(r * 1.8),
        height: short(r * 1.8),
        rx: 1.5,
      });
    case "diamond":
      return shape("path", { class: "mark", d: `M${x} ${short(y - wide)}l${wide} ${wide}l${-wide} ${wide}l${-wide} ${-wide}z` });
    case "triangle":
      return shape("path", { class: "mark", d: `M${x} ${short(y - high)}l${high} ${short(r * 2)}h${short(-2 * high)}z` });
    case "table": {
      const [width, height] = [short(r * 3.6), short(r * 1.9)];
      return shape("rect", {
        class: mode ? `table mode-${mode}` : "table",
        x: short(x - width / 2),
        y: short(y - height / 2),
        width,
        height,
        rx: short(height / 2),
      });
    }
    default:
      return shape("circle", { class: "mark", cx: x, cy: y, r });
  }
}

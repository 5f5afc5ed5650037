/**
 * The drawing of one's own map: roles on an ellipse, kind by kind, tables in the middle, ties bent towards it.
 * There is no chance in it: the same roles and ties give the same picture.
 */

export const WIDTH = 320;
export const HEIGHT = 260;
export const CENTRE_X = WIDTH / 2;
export const CENTRE_Y = HEIGHT / 2;
export const RADIUS_X = 132;
export const RADIUS_Y = 104;
const [LARGEST, SMALLEST] = [17, 4.5];
const GAP_BETWEEN_KINDS = 0.6;
const EDGE = 7;
const HOLDS_ONE_DIGIT: Readonly<Record<string, number>> = { circle: 7, square: 7, diamond: 7, triangle: 9, table: 0 };
const HOLDS_TWO_DIGITS: Readonly<Record<string, number>> = {
  circle: 9,
  square: 9,
  diamond: 10,
  triangle: 12,
  table: 0,
};

/** What is drawn of a role. */
export interface DrawnRole {
  readonly id: string;
  readonly kind: string;
}

/** What is drawn of a tie. */
export interface DrawnTie {
  readonly from: string;
  readonly to: string;
  readonly strength: string;
}

/** The shape of one role: its number in the list, and where it stands. */
export interface Mark {
  readonly role: string;
  readonly number: number;
  readonly shape: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** One tie, bent towards the middle; `tie` is its place in the list. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly bendX: number;
  readonly bendY: number;
  readonly x2: number;
  readonly y2: number;
  readonly strength: string;
  readonly tie: number;
}

export interface Drawing {
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
}

/** The shape of each kind, in the order of the vocabulary. */
export type Shapes = readonly (readonly [string, string])[];

interface NumberedRole extends DrawnRole {
  readonly number: number;
  readonly shape: string;
}

/** The picture of these roles and ties; every kind has a shape. */
export function draw(roles: readonly DrawnRole[], ties: readonly DrawnTie[], shapes: Shapes): Drawing {
  const shapeOf = new Map(shapes);
  const order = new Map(shapes.map(([kind], index) => [kind, index]));
  const numbered = roles.map(({ id, kind }, index) => ({ id, kind, number: index + 1, shape: shapeOf.get(kind)! }));
  const tables = numbered.filter(({ shape }) => shape === "table");
  const around = numbered.filter(({ shape }) => shape !== "table").sort((one, other) =>
    order.get(one.kind)! - order.get(other.kind)!
  );
  const marks = [...drawTables(tables), ...drawAround(around)];
  const at = new Map(marks.map((mark) => [mark.role, mark]));
  return { marks, lines: ties.flatMap((tie, index) => drawTie(tie, index, at)) };
}

/** One decimal is enough for a picture. */
export function short(value: number): number {
  return Number(value.toFixed(1));
}

/** Whether its number can be read within a mark. */
export function holdsNumber({ number, shape, size }: Mark): boolean {
  return size >= ((number < 10 ? HOLDS_ONE_DIGIT : HOLDS_TWO_DIGITS)[shape] ?? 9);
}

/** The line that the number of a mark is written on; in a triangle it is lower, where there is room. */
export function numberY({ shape, size, y }: Mark): number {
  return short(y + (shape === "triangle" ? size / 2 : 3.1));
}

/** A point beyond a mark, seen from the middle: where its number stands when the mark is too small to hold it. */
export function outside(mark: Mark): { readonly x: number; readonly y: number } {
  const [across, down] = [mark.x - CENTRE_X, mark.y - CENTRE_Y];
  const reach = (mark.size + 9) / (Math.hypot(across, down) || 1);
  const y = mark.y + down * reach;
  return { x: short(mark.x + across * reach), y: short(Math.min(Math.max(y, EDGE), HEIGHT - EDGE)) };
}

/** The middle of a line. */
export function middle(line: Line): { readonly x: number; readonly y: number } {
  return { x: short(line.x1 / 4 + line.bendX / 2 + line.x2 / 4), y: short(line.y1 / 4 + line.bendY / 2 + line.y2 / 4) };
}

function drawTables(tables: readonly NumberedRole[]): Mark[] {
  const size = tables.length < 3 ? 13 : 10;
  const reach = tables.length === 1 ? 0 : tables.length < 4 ? 28 : 42;
  return tables.map(({ id: role, number, shape }, index) => {
    const angle = Math.PI * 2 * index / tables.length - Math.PI / 2;
    return {
      role,
      number,
      shape,
      x: short(CENTRE_X + reach * Math.cos(angle)),
      y: short(CENTRE_Y + reach * Math.sin(angle)),
      size,
    };
  });
}

function drawAround(around: readonly NumberedRole[]): Mark[] {
  const kinds = new Set(around.map(({ kind }) => kind)).size;
  const step = 2 * Math.PI / (around.length + (kinds > 1 ? kinds * GAP_BETWEEN_KINDS : 0));
  const size = short(Math.min(LARGEST, Math.max(SMALLEST, 180 / around.length)));
  let angle = -Math.PI / 2;
  return around.map(({ id: role, kind, number, shape }, index) => {
    if (index) angle += step * (around[index - 1]!.kind === kind ? 1 : 1 + GAP_BETWEEN_KINDS);
    return {
      role,
      number,
      shape,
      x: short(CENTRE_X + RADIUS_X * Math.cos(angle)),
      y: short(CENTRE_Y + RADIUS_Y * Math.sin(angle)),
      size,
    };
  });
}

function drawTie({ from, to, strength }: DrawnTie, tie: number, at: ReadonlyMap<string, Mark>): Line[] {
  const [start, end] = [at.get(from), at.get(to)];
  if (!start || !end) return [];
  const bendX = short((start.x + end.x) / 2 * 0.72 + CENTRE_X * 0.28);
  const bendY = short((start.y + end.y) / 2 * 0.72 + CENTRE_Y * 0.28);
  return [{ x1: start.x, y1: start.y, bendX, bendY, x2: end.x, y2: end.y, strength, tie }];
}

/** The drawing of a network, the same as in hooks/casebook/drawing.py; tests/fixtures/networks.json tests both. */
import { inDecimals } from "./decimals.ts";

export const WIDTH = 320;
export const HEIGHT = 260;
export const CENTRE_X = WIDTH / 2;
export const CENTRE_Y = HEIGHT / 2;
export const RADIUS_X = 132;
export const RADIUS_Y = 104;
const MOST_MARKS = 44;
const [LARGEST, LARGEST_SHARED, SMALLEST] = [17, 13, 4.5];
const GAP_BETWEEN_GROUPS = 0.6;
const EDGE = 7;
const HOLDS_ONE_DIGIT: Readonly<Record<string, number>> = { circle: 7, square: 7, diamond: 7, triangle: 9, table: 0 };
const HOLDS_TWO_DIGITS: Readonly<Record<string, number>> = { circle: 9, square: 9, diamond: 10, triangle: 12, table: 0 };

/** Somebody in the network; `count` says how many the line stands for. */
export interface Member {
  readonly id: string;
  readonly kind: string;
  readonly part?: string;
  readonly count?: number;
}

/** What runs from one member to another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly strength: string;
  readonly part?: string;
}

/** What pictures that are to be compared share: whether a line of many members is one mark, and how many marks the fullest picture has. */
export interface Scale {
  readonly oneEach: boolean;
  readonly marks: number;
}

/** What a picture may be given: a mode for each part whose ties have a colour of their own, and the scale of the pictures it is compared with. */
export interface Given {
  readonly modes?: Readonly<Record<string, string>>;
  readonly scale?: Scale;
}

/** One shape: its member, its number in the list, where it stands, and for how many. */
export interface Mark {
  readonly member: string;
  readonly number: number;
  readonly shape: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly many: number;
  /** The mode of a table that has a colour of its own. */
  readonly mode: string;
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
  /** The mode of a tie that has a colour of its own. */
  readonly mode: string;
}

export interface Drawing {
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
}

/** The shape of each kind, in the order of the vocabulary. */
export type Shapes = readonly (readonly [string, string])[];

/** The picture of these members and ties. The same members and ties give the same picture. */
export function draw(members: readonly Member[], ties: readonly Tie[], shapes: Shapes, { modes = {}, scale }: Given = {}): Drawing {
  const number = new Map(members.map((member, index) => [member.id, index + 1]));
  const shapeOf = new Map(shapes);
  const order = new Map(shapes.map(([kind], index) => [kind, index]));
  const tables = members.filter((member) => shapeOf.get(member.kind) === "table");
  const around = members.filter((member) => !tables.includes(member)).sort((one, other) =>
    byText(one.part ?? "", other.part ?? "") || order.get(one.kind)! - order.get(other.kind)!
  );
  const marks = [...drawTables(tables, number, modes), ...drawAround(around, number, shapeOf, scale ?? scaleOf([around]))];
  const at = new Map(members.map(({ id }) => [id, marks.filter((mark) => mark.member === id)]));
  return { marks, lines: ties.flatMap((tie, index) => drawTie(tie, index, at, modes)) };
}

/** The scale at which all these can be drawn; each is a list of members without tables. */
export function scaleOf(pictures: readonly (readonly Member[])[]): Scale {
  const sums = pictures.map((members) => members.reduce((sum, { count = 1 }) => sum + count, 0));
  const oneEach = sums.some((sum) => sum > MOST_MARKS);
  return { oneEach, marks: Math.max(0, ...(oneEach ? pictures.map((members) => members.length) : sums)) };
}

/** Whether its number can be read within a mark. */
export function holdsNumber({ number, shape, size }: Mark): boolean {
  return size >= ((number < 10 ? HOLDS_ONE_DIGIT : HOLDS_TWO_DIGITS)[shape] ?? 9);
}

/** The line that the number of a mark is written on; in a triangle it is lower, where there is room. */
export function numberY({ shape, size, y }: Mark): number {
  return inDecimals(y + (shape === "triangle" ? size / 2 : 3.1), 1);
}

/** Where the marks are too small to hold a number: the number of each member, outside the ellipse at the middle of its marks. */
export function outerNumbers(marks: readonly Mark[]): (readonly [number, number, number])[] {
  const small = marks.filter((mark) => !holdsNumber(mark));
  return [...new Set(small.map(({ number }) => number))].flatMap((number) => {
    const those = small.filter((mark) => mark.number === number);
    const central = those[Math.floor(those.length / 2)];
    return central ? [[number, ...outside(central)] as const] : [];
  });
}

/** A point beyond a mark, seen from the middle. */
function outside(mark: Mark): readonly [number, number] {
  const [across, down] = [mark.x - CENTRE_X, mark.y - CENTRE_Y];
  const reach = (mark.size + 9) / (Math.hypot(across, down) || 1);
  const y = mark.y + down * reach;
  return [inDecimals(mark.x + across * reach, 1), inDecimals(Math.min(Math.max(y, EDGE), HEIGHT - EDGE), 1)];
}

/** The middle of a line. */
export function middle(line: Line): { readonly x: number; readonly y: number } {
  return {
    x: inDecimals(line.x1 / 4 + line.bendX / 2 + line.x2 / 4, 1),
    y: inDecimals(line.y1 / 4 + line.bendY / 2 + line.y2 / 4, 1),
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function drawTables(tables: readonly Member[], number: ReadonlyMap<string, number>, modes: Readonly<Record<string, string>>): Mark[] {
  const size = tables.length < 3 ? 13 : 10;
  const reach = tables.length === 1 ? 0 : tables.length < 4 ? 28 : 42;
  return tables.map(({ id, part = "" }, index) => {
    const angle = Math.PI * 2 * index / tables.length - Math.PI / 2;
    const x = inDecimals(CENTRE_X + reach * Math.cos(angle), 1);
    const y = inDecimals(CENTRE_Y + reach * Math.sin(angle), 1);
    return { member: id, number: number.get(id)!, shape: "table", x, y, size, many: 1, mode: modes[part] ?? "" };
  });
}

function drawAround(
  around: readonly Member[],
  number: ReadonlyMap<string, number>,
  shapeOf: ReadonlyMap<string, string>,
  { oneEach, marks: most }: Scale,
): Mark[] {
  const total = oneEach ? around.length : around.reduce((sum, { count = 1 }) => sum + count, 0);
  const groups = new Set(around.map(groupOf)).size;
  const slots = total + (groups > 1 ? groups * GAP_BETWEEN_GROUPS : 0);
  const size = Math.min(oneEach ? LARGEST_SHARED : LARGEST, Math.max(SMALLEST, 9 * 20 / Math.max(total, most, 1)));
  const marks: Mark[] = [];
  let angle = -Math.PI / 2;
  let before = "";
  for (const member of around) {
    if (before && before !== groupOf(member)) angle += GAP_BETWEEN_GROUPS * 2 * Math.PI / slots;
    before = groupOf(member);
    const many = oneEach ? member.count ?? 1 : 1;
    for (let each = 0; each < (oneEach ? 1 : member.count ?? 1); each++) {
      const x = inDecimals(CENTRE_X + RADIUS_X * Math.cos(angle), 1);
      const y = inDecimals(CENTRE_Y + RADIUS_Y * Math.sin(angle), 1);
      const shape = shapeOf.get(member.kind)!;
      marks.push({
        member: member.id,
        number: number.get(member.id)!,
        shape,
        x,
        y,
        size: inDecimals(size * (many > 1 ? 1.25 : 1), 1),
        many,
        mode: "",
      });
      angle += 2 * Math.PI / slots;
    }
  }
  return marks;
}

function groupOf(member: Member): string {
  return `${member.part ?? ""}/${member.kind}`;
}

/** Every start with every end; between two large groups, each member of the larger with one of the smaller, so that the picture stays open. */
function pairUp(starts: readonly Mark[], ends: readonly Mark[]): (readonly [Mark, Mark])[] {
  if (starts.length * ends.length <= MOST_MARKS) return starts.flatMap((start) => ends.map((end) => [start, end] as const));
  // An index below the length of the many becomes one below the length of the few, which are not none here.
  const share = (index: number, few: readonly Mark[], many: readonly Mark[]) => few[Math.floor(index * few.length / many.length)]!;
  if (starts.length < ends.length) return ends.map((end, index) => [share(index, starts, ends), end] as const);
  return starts.map((start, index) => [start, share(index, ends, starts)] as const);
}

function drawTie(tie: Tie, index: number, at: ReadonlyMap<string, readonly Mark[]>, modes: Readonly<Record<string, string>>): Line[] {
  return pairUp(at.get(tie.from) ?? [], at.get(tie.to) ?? []).map(([start, end]) => ({
    x1: start.x,
    y1: start.y,
    bendX: inDecimals((start.x + end.x) / 2 * 0.72 + CENTRE_X * 0.28, 1),
    bendY: inDecimals((start.y + end.y) / 2 * 0.72 + CENTRE_Y * 0.28, 1),
    x2: end.x,
    y2: end.y,
    strength: tie.strength,
    tie: index,
    mode: modes[tie.part ?? ""] ?? "",
  }));
}

/**
 * A map of roles and ties as a file: an edge list (CSV) or JSON, written and read back. What is read is checked; all
 * problems come at once.
 */
import { distinct } from "../../../../scripts/lib/names.ts";
import { isPlain } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import { COLUMNS, columnsIn, columnTwice, ENDS, headRow } from "./columns.ts";
import { isUnclosed, parseCsv, safeCell, unsafeCell, writeCsv } from "./csv.ts";
import { alike, areNumbers } from "./doubtful_names.ts";

export interface Role {
  id: string;
  label: string;
  kind: string;
}

export interface Tie {
  from: string;
  to: string;
  strength: string;
  one_person: boolean;
  tokens: number;
  /** What was written for the tokens and is no whole number: kept as it is, not counted. */
  tokens_text?: string;
}

export interface RoleMap {
  roles: Role[];
  ties: Tie[];
}

/** A sentence by its key under `map` in the words, with what it names. */
export interface Remark {
  key: string;
  values: Record<string, string | number>;
}

/** What was read: the map when there is no problem, every problem, and what had no place. */
export interface Reading {
  map: RoleMap | null;
  problems: Remark[];
  notes: Remark[];
}

/** What a map may hold: how many roles, and the words for kinds and strengths, by id. */
export interface Allowed {
  roles: number;
  kinds: Readonly<Record<string, string>>;
  strengths: Readonly<Record<string, string>>;
}

export const FORMAT = "role-map";
/** More ties than this are not set out on a page. */
export const MOST_TIES = 500;
const LONGEST_LABEL = 60;
const MOST_TOKENS = 999;
const VERSION = 1;
/** What other tools call the strengths of a map. */
const OTHER_STRENGTHS = new Map([["strong", "thick"], ["weak", "thin"], ["strained", "broken"]]);
const YES = new Set(["yes", "true", "1", "x"]);
const NO = new Set(["", "no", "false", "0"]);

/**
 * The roles by the names that a file gives them: a role without a name, or with one that another has, gets its number.
 */
export function roleNames(roles: readonly Role[]): Map<string, string> {
  const names = distinct(roles.map((role, index) => tidy(role.label) || String(index + 1)));
  return new Map(roles.map((role, index) => [role.id, names[index] ?? ""]));
}

/** The edge list: a row for each tie, then a row for each role without one. */
export function toCsv({ roles, ties }: RoleMap): string {
  const names = roleNames(roles);
  const kinds = new Map(roles.map((role) => [role.id, role.kind]));
  const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  const rows = ties.map((tie) => [
    names.get(tie.from) ?? "",
    names.get(tie.to) ?? "",
    tie.strength,
    tie.one_person ? "yes" : "no",
    tie.tokens_text ?? (tie.tokens ? String(tie.tokens) : ""),
    kinds.get(tie.from) ?? "",
    kinds.get(tie.to) ?? "",
  ]);
  const alone = roles.filter((role) => !tied.has(role.id)).map((
    role,
  ) => [names.get(role.id)!, "", "", "", "", role.kind, ""]);
  return writeCsv([COLUMNS, ...[...rows, ...alone].map((row) => row.map(safeCell))]);
}

export function toJson({ roles, ties }: RoleMap): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, roles, ties }, null, 1)}\n`;
}

/** Reads a file of either kind. A map comes back only when there is no problem. */
export function fromFile(text: string, allowed: Allowed): Reading {
  const content = text.replace(/^\uFEFF/, "");
  const reading = new Reader(allowed);
  if (!content.trim()) reading.problem("import_empty");
  else if (content.includes("\uFFFD")) reading.problem("import_not_utf8");
  else if (/^\s*[{[]/.test(content)) readJson(content, reading);
  else readEdges(content, reading);
  return reading.done();
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Collects roles, ties and remarks while a file is read. */
class Reader {
  readonly problems: Remark[] = [];
  readonly notes: Remark[] = [];
  private readonly roles = new Map<string, Role>();
  readonly ties: Tie[] = [];

  constructor(readonly allowed: Allowed) {}

  problem(key: string, values: Remark["values"] = {}): void {
    if (!this.problems.some((one) => one.key === key && JSON.stringify(one.values) === JSON.stringify(values))) {
      this.problems.push({ key, values });
    }
  }

  /** Notes something once. */
  note(key: string, values: Remark["values"]): void {
    if (!this.notes.some((one) => one.key === key && JSON.stringify(one.values) === JSON.stringify(values))) {
      this.notes.push({ key, values });
    }
  }

  has(name: string): boolean {
    return this.roles.has(name);
  }

  /** The role that a file calls so; made when it is new. */
  role(name: string, label: string, kind: string, place: Remark["values"]): Role {
    const known = this.roles.get(name);
    if (known && kind && known.kind && known.kind !== kind) {
      const { kinds } = this.allowed;
      this.problem("import_two_kinds", {
        ...place,
        name: label,
        one: kinds[known.kind] ?? known.kind,
        other: kinds[kind] ?? kind,
      });
    }
    const tooLong = "row" in place ? "import_long" : "import_role_long";
    if (!known && label.length > LONGEST_LABEL) this.problem(tooLong, { ...place, name: label, count: LONGEST_LABEL });
    const role = known ?? { id: name, label, kind };
    role.kind ||= kind;
    this.roles.set(name, role);
    return role;
  }

  done(): Reading {
    const roles = [...this.roles.values()];
    if (roles.length > this.allowed.roles) {
      this.problem("import_too_many", { count: roles.length, most: this.allowed.roles });
    }
    if (this.ties.length > MOST_TIES) {
      this.problem("import_too_many_ties", { count: this.ties.length, most: MOST_TIES });
    }
    if (!roles.length && !this.problems.length) this.problem("import_no_roles");
    this.doubt(roles.map((role) => role.label));
    const { problems, notes } = this;
    return { map: problems.length ? null : this.placed(), problems, notes };
  }

  /**
   * Says what only the visitor can decide: whether names that are nearly the same mean one role, and what numbers stand
   * for.
   */
  private doubt(names: string[]): void {
    const quoted = (same: string[]) => same.map((name) => `“${name}”`).join(", ");
    this.notes.push(
      ...alike([...new Set(names)]).map((same) => ({ key: "import_alike", values: { names: quoted(same) } })),
    );
    if (areNumbers(names)) this.notes.push({ key: "import_numbers", values: {} });
  }

  /** Each role in a place of the page: its own where the file names one, else the first that is free. */
  private placed(): RoleMap {
    const places = Array.from({ length: this.allowed.roles }, (_, index) => `role-${index + 1}`);
    const free = places.filter((place) => !this.roles.has(place));
    const place = new Map([...this.roles].map(([name]) => [name, places.includes(name) ? name : free.shift()!]));
    const roles = [...this.roles].map(([name, role]) => ({ ...role, id: place.get(name)! }));
    const inOrder = roles.sort((one, other) => places.indexOf(one.id) - places.indexOf(other.id));
    return {
      roles: inOrder,
      ties: this.ties.map((tie) => ({ ...tie, from: place.get(tie.from)!, to: place.get(tie.to)! })),
    };
  }
}

/** The id of a word from a list, given as id or as label, in capitals or not; undefined when it is neither. */
function idOf(word: string, list: Readonly<Record<string, string>>): string | undefined {
  const wanted = word.toLowerCase();
  return Object.entries(list).find(([id, label]) => id === wanted || label.toLowerCase() === wanted)?.[0];
}

function chosen(
  word: string,
  list: Readonly<Record<string, string>>,
  key: string,
  place: Remark["values"],
  reader: Reader,
): string {
  const meant = list === reader.allowed.strengths ? OTHER_STRENGTHS.get(word.toLowerCase()) : undefined;
  if (meant) reader.note("import_strength_taken_for", { word, strength: list[meant] ?? meant });
  const id = word ? idOf(meant ?? word, list) : "";
  const words = Object.values(list).map((one) => `“${one}”`).join(", ");
  if (id === undefined) reader.problem(key, { ...place, word, words });
  return id ?? "";
}

type Row = (column: string) => string;

function readEdges(text: string, reader: Reader): void {
  if (isUnclosed(text)) return reader.problem("import_unclosed");
  const every = parseCsv(text);
  const above = headRow(every);
  const [head, rows] = [every[above]!, every.slice(above + 1)];
  const twice = columnTwice(head);
  if (twice) return reader.problem("import_column_twice", { name: tidy(twice) });
  const { at, taken, lacking } = columnsIn(head);
  const pairs = ENDS.map((pair) => pair.join(" – ")).join(", ");
  if (lacking.length) return reader.problem("import_no_columns", { names: lacking.join(", "), pairs });
  const known = new Set(at.values());
  const other = head.filter((_, index) => !known.has(index) && rows.some((row) => tidy(row[index] ?? "")));
  for (const [name, column] of taken) reader.notes.push({ key: "import_taken_for", values: { name, column } });
  if (other.length) reader.notes.push({ key: "import_left_out", values: { names: other.map(tidy).join(", ") } });
  rows.forEach((row, index) => {
    const number = above + index + 2;
    if (row.slice(head.length).some((cell) => cell.trim())) reader.problem("import_cells", { row: number });
    const cell: Row = (column) => tidy(unsafeCell(row[at.get(column) ?? -1] ?? ""));
    const [source, target] = ["Source", "Target"].map((column) => tidy(head[at.get(column)!]!));
    if (row.some((one) => one.trim())) readEdge(cell, { row: number }, reader, { source: source!, target: target! });
  });
}

/** Reads a row; `names` is what the file calls the columns of both ends. */
function readEdge(cell: Row, place: { row: number }, reader: Reader, names: { source: string; target: string }): void {
  const [source, target] = [cell("Source"), cell("Target")];
  const says = [cell("Strength"), cell("Tokens"), cell("TargetKind")].some(Boolean) ||
    !NO.has(cell("OnePerson").toLowerCase());
  if (!source) return reader.problem("import_no_source", { ...place, name: names.source });
  const { kinds } = reader.allowed;
  reader.role(source, source, chosen(cell("SourceKind"), kinds, "import_kind", place, reader), place);
  if (!target) return says ? reader.problem("import_no_target", { ...place, name: names.target }) : undefined;
  reader.role(target, target, chosen(cell("TargetKind"), kinds, "import_kind", place, reader), place);
  if (source === target) reader.problem("import_itself", { ...place, name: source });
  reader.ties.push({
    from: source,
    to: target,
    strength: chosen(cell("Strength"), reader.allowed.strengths, "import_strength", place, reader),
    one_person: yesOrNo(cell("OnePerson"), place, reader),
    tokens: wholeNumber(cell("Tokens"), place, reader),
  });
}

function yesOrNo(word: string, place: Remark["values"], reader: Reader): boolean {
  const said = word.toLowerCase();
  if (!YES.has(said) && !NO.has(said)) reader.problem("import_one_person", { ...place, word });
  return YES.has(said);
}

function wholeNumber(word: string, place: Remark["values"], reader: Reader): number {
  if (word && (!/^\d+$/.test(word) || Number(word) > MOST_TOKENS)) reader.problem("import_tokens", { ...place, word });
  return /^\d+$/.test(word) ? Number(word) : 0;
}

function readJson(text: string, reader: Reader): void {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return reader.problem("import_not_json");
  }
  if (!isPlain(file) || !Array.isArray(file.roles) || !Array.isArray(file.ties)) {
    return reader.problem("import_not_a_map");
  }
  const { format = FORMAT, version = VERSION } = file;
  if (format !== FORMAT) return reader.problem("import_other_format", { name: inShort(format), format: FORMAT });
  if (version !== VERSION) {
    reader.notes.push({ key: "import_newer", values: { version: inShort(version), known: VERSION } });
  }
  const other = new Set(Object.keys(file).filter((key) => !["format", "version", "roles", "ties"].includes(key)));
  file.roles.forEach((role: unknown, index) => readRole(role, { role: index + 1 }, reader, other));
  file.ties.forEach((tie: unknown, index) => readTie(tie, { tie: index + 1 }, reader, other));
  if (other.size) reader.notes.push({ key: "import_left_out", values: { names: [...other].join(", ") } });
}

/** A value as it can be named in a sentence. */
function inShort(value: unknown): string {
  const said = typeof value === "string" ? value : JSON.stringify(value);
  return said.length > 30 ? `${said.slice(0, 30)}…` : said;
}

function noteOthers(given: Plain, known: readonly string[], other: Set<string>): void {
  Object.keys(given).filter((key) => !known.includes(key)).forEach((key) => other.add(key));
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? tidy(String(value)) : "";
}

function readRole(role: unknown, place: { role: number }, reader: Reader, other: Set<string>): void {
  if (!isPlain(role) || !text(role.label)) return reader.problem("import_role_unnamed", place);
  noteOthers(role, ["id", "label", "kind"], other);
  const id = text(role.id) || text(role.label);
  if (reader.has(id)) return reader.problem("import_role_twice", { ...place, name: id });
  reader.role(
    id,
    text(role.label),
    chosen(text(role.kind), reader.allowed.kinds, "import_role_kind", place, reader),
    place,
  );
}

function readTie(tie: unknown, place: { tie: number }, reader: Reader, other: Set<string>): void {
  if (!isPlain(tie)) return reader.problem("import_tie_ends", place);
  noteOthers(tie, ["from", "to", "strength", "one_person", "tokens", "tokens_text"], other);
  const [from, to] = [text(tie.from), text(tie.to)];
  if (!reader.has(from) || !reader.has(to)) return reader.problem("import_tie_ends", place);
  if (from === to) reader.problem("import_tie_itself", place);
  const tokens = tie.tokens ?? 0;
  const isWhole = typeof tokens === "number" && Number.isInteger(tokens) && tokens >= 0 && tokens <= MOST_TOKENS;
  if (!isWhole) reader.problem("import_tie_tokens", { ...place, word: JSON.stringify(tokens) });
  const alone = tie.one_person ?? false;
  if (typeof alone !== "boolean") reader.problem("import_tie_one_person", { ...place, word: JSON.stringify(alone) });
  const strength = chosen(text(tie.strength), reader.allowed.strengths, "import_tie_strength", place, reader);
  const written = text(tie.tokens_text);
  reader.ties.push({
    from,
    to,
    strength,
    one_person: alone === true,
    tokens: isWhole ? tokens : 0,
    ...(written ? { tokens_text: written } : {}),
  });
}

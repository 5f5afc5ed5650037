/** A run sheet: what happens when, in what order, with words of one's own. Arithmetic and the file to keep; no drawing. */
import { asList, asText, isPlain, isTooDeep, parse } from "../lib/plain.ts";
import type { RoomDecision } from "./room_decision.ts";
import { askedIn, type RoomSession, type RoomStep, type Slide, slidesOf, wordsFor } from "./room_session.ts";

export type ItemKind = "" | "welcome" | "break" | "slack";

export interface RunItem {
  kind: ItemKind;
  /** The step of the decision that it is; empty for any other. */
  part: string;
  minutes: number;
  title: string;
  text: string;
  say: string;
  dropFirst: boolean;
}

export interface RunSheet {
  title: string;
  /** As it was typed. */
  date: string;
  place: string;
  /** When it begins, and by when the room must be left, as they were typed. */
  start: string;
  end: string;
  /** The session with which it began, and the decision, as case/decision. */
  session: string;
  decision: string;
  /** What to print and to bring, a line each. */
  bring: string;
  items: RunItem[];
}

/** How long people sit at the most, and how much of each full hour is kept free. */
export interface RunRules {
  stretch: number;
  slack_from: number;
  slack_each: number;
}

/** Something to say about a run sheet: the name of the words, and what is filled in. */
export interface Remark {
  words: string;
  values: Record<string, string | number>;
}

export const NOTHING: RunItem = { kind: "", part: "", minutes: 5, title: "", text: "", say: "", dropFirst: false };
const KIND = "systems-leadership-casebook-run-sheet";
/** Of a later format a file says more than we can read. */
const FORMAT = 1;
const DAY = 24 * 60;
/** An item takes so many minutes at most, and a sheet has so many items. */
export const MOST_MINUTES = 480;
const MOST_ITEMS = 200;
const KINDS: readonly string[] = ["", "welcome", "break", "slack"];

/** The minutes from midnight of a time as people write it: 9:30, 9.30, 0930, 2 pm; null where it is none. */
export function minutesOf(time: string): number | null {
  const [, hour, minute = "0", half] = /^\s*(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*([ap]m)?\s*$/i.exec(time) ?? [];
  if (hour === undefined || Number(minute) > 59 || Number(hour) > (half ? 12 : 23)) return null;
  const hours = half ? Number(hour) % 12 + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  return hours * 60 + Number(minute);
}

/** A time of day as people write it: 9:05. */
export function timeAt(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  return `${Math.floor(within / 60)}:${String(within % 60).padStart(2, "0")}`;
}

/** The minutes of an item as they were typed; null for what is no number of minutes. */
export function typedMinutes(text: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}

export function totalOf(items: readonly RunItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** When each item begins, in minutes from midnight, or from the beginning where no time is said. */
export function beginnings({ start, items }: Pick<RunSheet, "start" | "items">): number[] {
  let at = minutesOf(start) ?? 0;
  return items.map(({ minutes }) => {
    const begins = at;
    at += minutes;
    return begins;
  });
}

/** What one should know about a sheet before one runs it: first whether it fits. */
export function remarksOn(sheet: RunSheet, rules: RunRules): Remark[] {
  const { items } = sheet;
  const total = totalOf(items);
  if (!items.length) return untold(sheet);
  return [
    ...untold(sheet),
    ...fit(sheet, total),
    ...untimed(items),
    ...stretches(sheet, rules),
    ...slack(items, total, rules),
  ];
}

/** What was typed as a time and is none. */
function untold({ start, end }: RunSheet): Remark[] {
  const times = [start, end].filter((time) => time.trim() && minutesOf(time) === null);
  return times.map((time) => ({ words: "no_time", values: { time: time.trim() } }));
}

function fit({ start, end, items }: RunSheet, total: number): Remark[] {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  if (from === null || to === null) return [];
  const room = to - from;
  if (room <= 0) return [{ words: "end_first", values: { start: timeAt(from), end: timeAt(to) } }];
  const values = { total, room, end: timeAt(from + total), by: timeAt(to) };
  if (total > room) {
    const drop = items.find(({ dropFirst }) => dropFirst);
    const hint = drop ? [{ words: "drop_hint", values: { title: drop.title, count: drop.minutes } }] : [];
    return [{ words: "too_long", values: { ...values, count: total - room } }, ...hint];
  }
  return [{ words: total < room ? "left_over" : "fits", values: { ...values, count: room - total } }];
}

/** An item whose minutes are not known counts for none. */
function untimed(items: readonly RunItem[]): Remark[] {
  return items.flatMap(({ minutes }, at) => minutes ? [] : [{ words: "no_minutes", values: { number: at + 1 } }]);
}

/** The stretches without a break that are too long to sit. */
function stretches(sheet: RunSheet, { stretch }: RunRules): Remark[] {
  const begins = beginnings(sheet);
  const isTimed = minutesOf(sheet.start) !== null;
  const found: Remark[] = [];
  let [from, length] = [0, 0];
  const close = () => {
    const words = isTimed ? "long_stretch_at" : "long_stretch";
    const values = { count: length, most: stretch, from: timeAt(begins[from] ?? 0) };
    if (length > stretch) found.push({ words, values });
  };
  sheet.items.forEach(({ kind, minutes }, at) => {
    if (kind === "break") {
      close();
      [from, length] = [at + 1, 0];
    } else length += minutes;
  });
  close();
  return found;
}

function slack(items: readonly RunItem[], total: number, { slack_from, slack_each }: RunRules): Remark[] {
  const kept = totalOf(items.filter(({ kind }) => kind === "slack"));
  const wanted = Math.floor(total / slack_from) * slack_each;
  return kept < wanted ? [{ words: "no_slack", values: { kept, count: wanted } }] : [];
}

/** A session as items; its decision gives the words. */
export function itemsOf(session: RoomSession, decision: RoomDecision | null): RunItem[] {
  return session.steps.map((step) => {
    const { title, text, say } = wordsFor(step, decision);
    return {
      kind: KINDS.includes(step.kind) ? step.kind as ItemKind : "",
      part: step.part,
      minutes: step.minutes,
      title: title || step.title,
      text,
      say,
      dropFirst: step.drop_first,
    };
  });
}

/** The items with the words for another decision, wherever they still have those of the one before. */
export function reworded(
  items: readonly RunItem[],
  session: RoomSession,
  before: RoomDecision | null,
  after: RoomDecision | null,
): RunItem[] {
  const [old, fresh] = [itemsOf(session, before), itemsOf(session, after)];
  return items.map((item) => {
    const at = item.part
      ? old.findIndex((one) => one.part === item.part && one.text === item.text && one.say === item.say)
      : -1;
    const { title, text, say } = fresh[at] ?? item;
    return { ...item, title: old[at]?.title === item.title ? title : item.title, text, say };
  });
}

/** The items with one moved up (-1) or down (1); as they were where it is at the end already. */
export function moved(items: readonly RunItem[], at: number, by: -1 | 1): RunItem[] {
  const copy = [...items];
  const [item] = at + by >= 0 && at + by < copy.length ? copy.splice(at, 1) : [];
  if (item) copy.splice(at + by, 0, item);
  return copy;
}

/** A text with more lines at its end: those that are not in it yet. */
export function withLines(text: string, more: readonly string[]): string {
  const lines = text.split("\n").filter((line) => line.trim());
  const known = new Set(lines.map((line) => line.trim()));
  const fresh = more.filter((line) => !known.has(line.trim()));
  return fresh.length ? [...lines, ...fresh].join("\n") : text;
}

/** What is said in an item, with the questions of the decision. */
export function spokenIn({ part, say }: RunItem, question: string, decision: RoomDecision | null): string {
  const { first, last } = askedIn(part, question, decision);
  return [first, say, last].filter(Boolean).join(" ");
}

/** The sheet as a room sees it, one item at a time. */
export function slidesFor({ items }: RunSheet, decision: RoomDecision | null): Slide[] {
  const steps = items.map(({ kind, part, minutes, title, text, say, dropFirst }): RoomStep => ({
    minutes,
    title,
    kind,
    part,
    words: [{ seats: "", title: "", text, say }],
    question: "",
    drop_first: dropFirst,
  }));
  return slidesOf({ steps, alone: false }, decision);
}

export function writeRunSheet(sheet: RunSheet): string {
  return JSON.stringify({ kind: KIND, format: FORMAT, ...sheet }, null, 2) + "\n";
}

/** Why a file is no run sheet of ours. */
export type RunSheetFault = "not_ours" | "newer" | "damaged";

/** The run sheet in a file, or why there is none. Names that we do not know are left out. */
export function readRunSheet(text: string): RunSheet | RunSheetFault {
  const data = parse(text.replace(/^\uFEFF/, ""));
  if (!isPlain(data) || data.kind !== KIND) return "not_ours";
  if (typeof data.format === "number" && data.format > FORMAT) return "newer";
  const items = asList(data.items);
  if (!Array.isArray(data.items) || items.length > MOST_ITEMS || isTooDeep(data)) return "damaged";
  const read = items.map(itemIn);
  if (read.includes(null)) return "damaged";
  const line = (name: string) => asText(data[name]).replace(/\s+/g, " ").trim();
  return {
    title: line("title"),
    date: line("date"),
    place: line("place"),
    start: line("start"),
    end: line("end"),
    session: line("session"),
    decision: line("decision"),
    bring: asText(data.bring),
    items: read as RunItem[],
  };
}

function itemIn(value: unknown): RunItem | null {
  if (!isPlain(value) || typeof value.title !== "string" || typeof value.minutes !== "number") return null;
  const { minutes } = value;
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES) return null;
  return {
    kind: KINDS.includes(asText(value.kind)) ? asText(value.kind) as ItemKind : "",
    part: asText(value.part),
    minutes,
    title: value.title,
    text: asText(value.text),
    say: asText(value.say),
    dropFirst: value.dropFirst === true,
  };
}

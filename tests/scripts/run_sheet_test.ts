/** A run sheet: its times, what does not fit, how items move, and the file that is kept. */
import type { RoomDecision } from "../../hooks/scripts/room/room_decision.ts";
import type { RoomSession } from "../../hooks/scripts/room/room_session.ts";
import {
  beginnings,
  itemsOf,
  minutesOf,
  moved,
  NOTHING,
  readRunSheet,
  remarksOn,
  reworded,
  type RunItem,
  type RunSheet,
  slidesFor,
  timeAt,
  typedMinutes,
  withLines,
  writeRunSheet,
} from "../../hooks/scripts/room/run_sheet.ts";
import { same } from "./same.ts";

const RULES = { stretch: 75, slack_from: 60, slack_each: 5 };
const item = (title: string, minutes = 5, kind: RunItem["kind"] = "") => ({ ...NOTHING, title, minutes, kind });

function sheet(items: RunItem[], start = "", end = ""): RunSheet {
  return { title: "Ours", date: "", place: "", start, end, session: "", decision: "", bring: "", items };
}

const said = (one: RunSheet) => remarksOn(one, RULES).map(({ words }) => words);

Deno.test("what an exercise needs is added to the list once, and what stands there stays", () => {
  same(withLines("", ["Pens", "Sheets"]), "Pens\nSheets");
  same(withLines("Our banner\n\nPens", ["Pens ", "Sheets"]), "Our banner\nPens\nSheets");
  same(withLines("Pens\n", ["Pens"]), "Pens\n");
});

Deno.test("a time is read as people write it, and what is none is none", () => {
  same(["09:30", "9:05", " 9.30 ", "0930", "930", "9", "2 pm", "12:15 am", "12pm"].map(minutesOf), [
    ...[570, 545, 570, 570, 570, 540, 840, 15, 720],
  ]);
  same(["24:00", "9:60", "", "noon", "13 pm", "9:3", "-1", "1e1"].map(minutesOf), Array(8).fill(null));
  same([545, 1440, 1500, -10].map(timeAt), ["9:05", "0:00", "1:00", "23:50"]);
  same(["5", " 12 ", "0", "-1", "1.5", "481", "480", "five", ""].map(typedMinutes), [
    5,
    12,
    null,
    null,
    null,
    null,
    480,
    null,
    null,
  ]);
});

Deno.test("each item begins where the one before it ends", () => {
  same(beginnings(sheet([item("a", 10), item("b", 20), item("c")], "09:50")), [590, 600, 620]);
  same(beginnings(sheet([item("a", 10), item("b")])), [0, 10]);
});

Deno.test("what does not fit is said in minutes, and so is what is left over", () => {
  const hour = [item("a", 40), item("b", 30), item("c", 5, "slack")];
  const [first] = remarksOn(sheet(hour, "10:00", "11:00"), RULES);
  same([first?.words, first?.values.count, first?.values.end, first?.values.by], ["too_long", 15, "11:15", "11:00"]);
  const [, hint] = remarksOn(sheet([...hour, { ...item("d"), dropFirst: true }], "10:00", "11:00"), RULES);
  same(hint, { words: "drop_hint", values: { title: "d", count: 5 } });
  same(said(sheet(hour, "10:00", "11:15")), ["fits"]);
  same(remarksOn(sheet(hour, "10:00", "11:20"), RULES)[0]?.values.count, 5);
  same(said(sheet(hour, "10:00", "10:00")), ["end_first"]);
  same(said(sheet(hour, "10:00")), []);
  same(said(sheet([], "10:00", "11:00")), []);
  same(remarksOn(sheet(hour, "ten", "11:00"), RULES)[0], { words: "no_time", values: { time: "ten" } });
});

Deno.test("sitting too long, nothing kept free and no minutes are said", () => {
  same(said(sheet([item("a", 76)])), ["long_stretch", "no_slack"]);
  const long = sheet([item("a", 30), item("b", 15, "break"), item("c", 80), item("d", 10, "slack")], "09:00");
  const [found] = remarksOn(long, RULES);
  same([found?.words, found?.values.count, found?.values.from], ["long_stretch_at", 90, "9:45"]);
  same(said(sheet([item("a", 0)])), ["no_minutes"]);
});

Deno.test("an item moves by one, and stays where it is at the ends", () => {
  const items = ["a", "b", "c"].map((title) => item(title));
  const order = (at: number, by: -1 | 1) => moved(items, at, by).map(({ title }) => title).join("");
  same([order(0, 1), order(2, -1), order(0, -1), order(2, 1)], ["bac", "acb", "abc", "abc"]);
});

Deno.test("another decision brings its words to the steps that were not rewritten", () => {
  const after = { fates: {}, ours: "", taken: [], outcome: [], unknown: [], undecided: "", look_for: [], page: "" };
  const seat = { id: "s", label: "", question: "", options: [] };
  const of = (seats: number): RoomDecision => ({
    ...{
      id: "d",
      question: "",
      place: "",
      role: "",
      opening: "",
      close: "",
      room: "",
      later: false,
      situation: [],
      after,
    },
    seats: Array.from({ length: seats }, () => seat),
  });
  const words = (["one", "several"] as const).map((seats) => ({ seats, title: "", text: seats, say: seats }));
  const base = { minutes: 5, title: "Step", kind: "", words, question: "", drop_first: false };
  const session = { steps: [{ ...base, part: "read" }, { ...base, part: "choose" }] } as RoomSession;
  const items = itemsOf(session, of(1));
  items[1]!.say = "In my words";
  const fresh = reworded([...items, item("Mine")], session, of(1), of(2));
  same(fresh.map(({ text, say }) => `${text} ${say}`), ["several several", "one In my words", " "]);
});

Deno.test("a room sees the items in their order, with what is said in each", () => {
  const slides = slidesFor(sheet([{ ...item("Mine"), say: "Hello" }, item("Rest", 10, "break")]), null);
  same(slides.map(({ title, words, minutes }) => [title, words, minutes]), [["Mine", "Hello", 5], ["Rest", "", 10]]);
});

Deno.test("a sheet that was kept comes back as it was", () => {
  const kept = sheet([{ ...item("Ä “quote” <b>", 10, "break"), say: "x\ny", part: "read" }], "09:30", "11:00");
  same(readRunSheet(writeRunSheet(kept)), kept);
  same(readRunSheet("\uFEFF" + writeRunSheet(kept)), kept);
});

Deno.test("what is no sheet is said to be none, and each says why", () => {
  const good = JSON.parse(writeRunSheet(sheet([item("a")])));
  const read = (more: object) => readRunSheet(JSON.stringify({ ...good, ...more }));
  same(["", "{}", "[]", "null", "{", '{"kind":"systems-leadership-casebook-group"}'].map(readRunSheet), [
    ...Array(6).fill("not_ours"),
  ]);
  same(read({ format: 2 }), "newer");
  const broken: unknown[] = [null, "x", [null], [{}], [{ title: "a", minutes: "5" }], [{ title: "a", minutes: -1 }]];
  for (const items of [...broken, [{ title: "a", minutes: 1e9 }], Array(201).fill(item("a"))]) {
    same(read({ items }), "damaged", JSON.stringify(items)?.slice(0, 60));
  }
  const odd = read({ start: "soon", end: "25:00", title: { a: 1 }, __proto__: { date: "x" } }) as RunSheet;
  same([odd.start, said(odd).slice(0, 2), odd.title, odd.date], ["soon", ["no_time", "no_time"], "", ""]);
});

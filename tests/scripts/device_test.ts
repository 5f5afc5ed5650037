/** What is stored on the device: all or nothing is written, and what cannot be read is never lost. */
import type { Rounds } from "../../hooks/casebook/components/exercise/answer_store/answer_store.ts";
import { onDeletion, tellDeletion } from "../../hooks/casebook/components/exercise/answer_store/deletions.ts";
import {
  asides,
  load,
  PassingStorage,
  PREFIX,
  store,
  storedExercises,
  UNREADABLE,
} from "../../hooks/casebook/components/exercise/answer_store/device.ts";
import { same } from "./same.ts";

/** A storage with room for so many texts, and no more. */
class SmallStorage extends PassingStorage {
  constructor(private readonly room: number) {
    super();
  }

  override setItem(key: string, text: string): void {
    if (this.getItem(key) === null && this.length >= this.room) throw new DOMException("no room", "QuotaExceededError");
    super.setItem(key, text);
  }
}

const rounds = (exercise: string, mark = 1): Rounds => ({
  exercise,
  title: exercise,
  rounds: [{ id: `${exercise}-${mark}`, date: "2026-05-03", version: "0.1.0", seal: "s", answers: { mark } }],
});
const all = (place: PassingStorage) =>
  Array.from({ length: place.length }, (_, index) => [place.key(index)!, place.getItem(place.key(index)!)]).sort();

Deno.test("when the third of three exercises has no room, none is stored", () => {
  const place = new SmallStorage(3);
  store([rounds("a", 1)], place);
  const before = all(place);
  same(store([rounds("a", 2), rounds("b"), rounds("c"), rounds("d")], place), "full");
  same(all(place), before);
});

Deno.test("what cannot be read is put aside before it is written over, and never over another", () => {
  const place = new PassingStorage();
  for (const text of ["{first", "{second"]) {
    place.setItem(`${PREFIX}a`, text);
    same(store([rounds("a")], place), null);
  }
  same(asides("a", place).map((one) => one.text), ["{first", "{second"]);
  same(load("a", place).state, "ok");
});

Deno.test("a text is not put aside twice", () => {
  const place = new PassingStorage();
  for (let time = 0; time < 2; time++) {
    place.setItem(`${PREFIX}a`, "{first");
    store([rounds("a")], place);
  }
  same(asides("a", place).length, 1);
});

Deno.test("a damaged round is put aside with its text, and the sound ones stay in use", () => {
  const place = new PassingStorage();
  const text = JSON.stringify({ ...rounds("a"), rounds: [{ id: "x" }, ...rounds("a").rounds] });
  place.setItem(`${PREFIX}a`, text);
  const here = load("a", place);
  if (here.state !== "ok") throw new Error(here.state);
  same([here.damaged, here.rounds.rounds.length], [1, 1]);
  store([here.rounds], place);
  same(asides("a", place), [{ key: `${UNREADABLE}a`, text }]);
});

Deno.test("what was put aside is listed with its exercise, also without rounds", () => {
  const place = new PassingStorage();
  for (const key of [`${UNREADABLE}a`, `${UNREADABLE}a:2`, `${PREFIX}b`, "other"]) place.setItem(key, "x");
  same(storedExercises(place), ["a", "b"]);
});

/** A storage with rounds of two exercises, whose `setItem` does something else from then on. */
function unwilling(act: (key: string, text: string) => void): PassingStorage {
  const place = new PassingStorage();
  store([rounds("a", 1), rounds("b", 1)], place);
  place.setItem = act;
  return place;
}

const refuse = () => {
  throw new DOMException("no room", "QuotaExceededError");
};

Deno.test("a save that is refused, or does nothing, leaves the rounds that were there", () => {
  for (const [act, trouble] of [[refuse, "full"], [() => {}, "lost"]] as const) {
    const place = unwilling(act);
    const before = all(place);
    same(store([rounds("a", 2), rounds("b", 2)], place), trouble);
    same(all(place), before);
  }
});

Deno.test("what was written before the refusal is put back, the longer in the room of the shorter", () => {
  const [short, long] = [rounds("a", 1), { ...rounds("b", 1), title: "b".repeat(200) }];
  const place = new PassingStorage();
  store([short, long], place);
  const before = all(place);
  const room = before.reduce((sum, [, text]) => sum + text!.length, 0) + 10;
  const set = place.setItem.bind(place);
  place.setItem = (key, text) => {
    const others = all(place).reduce((sum, [name, there]) => sum + (name === key ? 0 : there!.length), 0);
    if (others + text.length > room) refuse();
    set(key, text);
  };
  same(store([{ ...long, title: "b" }, { ...short, title: "a".repeat(150) }, rounds("c")], place), "full");
  same(all(place), before);
});

Deno.test("when the browser does not let us read one text, nothing is said to be stored", () => {
  const place = unwilling(() => {});
  place.getItem = refuse;
  same([storedExercises(place), load("a", place)], [null, { state: "forbidden" }]);
});

Deno.test("a browser that says of a text in its list that there is none has nothing written over it", () => {
  const place = new PassingStorage();
  store([rounds("a", 1)], place);
  const get = place.getItem.bind(place);
  place.getItem = () => null;
  same(store([rounds("a", 2)], place), "forbidden");
  same(get(`${PREFIX}a`), JSON.stringify(rounds("a", 1)));
});

Deno.test("where the browser forbids the channel between windows, deleting and listening go on", () => {
  const real = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = class {
    constructor() {
      throw new DOMException("no", "SecurityError");
    }
  } as unknown as typeof BroadcastChannel;
  try {
    tellDeletion("a");
    onDeletion("a", () => {}, new AbortController().signal);
  } finally {
    globalThis.BroadcastChannel = real;
  }
});

/** What is stored on the device: all or nothing is written, and what cannot be read is never lost. */
import type { Rounds } from "../../docs/components/answer-store/answer-store.ts";
import { asides, load, PassingStorage, PREFIX, store, storedExercises, UNREADABLE } from "../../docs/components/answer-store/device.ts";
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

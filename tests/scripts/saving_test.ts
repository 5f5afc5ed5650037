/** Saving, adding and deleting beside other windows: nothing is written over, or taken away, that was not seen. */
import type { Round, Rounds } from "../../hooks/casebook/components/exercise/answer_store/answer_store.ts";
import {
  load,
  PassingStorage,
  PREFIX,
  store,
  UNREADABLE,
} from "../../hooks/casebook/components/exercise/answer_store/device.ts";
import {
  addRounds,
  dropEverything,
  dropRounds,
  dropTexts,
  roundsIn,
  saveRound,
} from "../../hooks/casebook/components/exercise/answer_store/saving.ts";
import { same } from "./same.ts";

const round = (id: string, seal = id): Round => ({
  id,
  date: "2026-05-03",
  version: "0.1.0",
  seal,
  answers: { marks: { [id]: 1 } },
});
const list = (...rounds: Round[]): Rounds => ({ exercise: "a", title: "A", rounds });

function holding(...rounds: Round[]): PassingStorage {
  const place = new PassingStorage();
  store([list(...rounds)], place);
  return place;
}

const idsIn = (place: PassingStorage) => roundsIn(load("a", place)).map(({ id }) => id);

/** Lets one reading fail, the one of this number, until told to stop. */
function failOnce(place: PassingStorage, number: number): () => void {
  const get = place.getItem.bind(place);
  let count = 0;
  place.getItem = (key) => {
    count += 1;
    if (count === number) throw new DOMException("no", "SecurityError");
    return get(key);
  };
  return () => place.getItem = get;
}

Deno.test("one reading that fails costs no earlier round, whichever it is", async () => {
  for (let number = 1; number <= 8; number++) {
    for (const isSaving of [true, false]) {
      const place = holding(round("x"), round("y"));
      const stop = failOnce(place, number);
      const trouble = isSaving
        ? (await saveRound("a", "A", round("z"), null, place)).trouble
        : await addRounds([list(round("z"))], place);
      stop();
      const ids = idsIn(place);
      same(ids.slice(0, 2), ["x", "y"], `reading ${number}`);
      if (!trouble) same(ids, ["x", "y", "z"], `reading ${number}`);
    }
  }
});

Deno.test("a damaged round is not written over when the look at it fails", async () => {
  const damaged = JSON.stringify({ ...list(round("x")), rounds: [{ id: "half" }, round("x")] });
  for (let number = 1; number <= 8; number++) {
    const place = new PassingStorage();
    place.setItem(`${PREFIX}a`, damaged);
    const stop = failOnce(place, number);
    await saveRound("a", "A", round("z"), null, place);
    stop();
    const texts = [place.getItem(`${PREFIX}a`), place.getItem(`${UNREADABLE}a`)].join();
    same(texts.includes("half"), true, `reading ${number}`);
  }
});

Deno.test("a round is deleted as it was seen, and stays when another window has saved it since", async () => {
  const place = holding(round("x", "new"), round("y"));
  same([await dropRounds("a", [round("x", "old")], false, place), idsIn(place)], ["changed", ["x", "y"]]);
  same([await dropRounds("a", [round("x", "new")], false, place), idsIn(place)], [null, ["y"]]);
});

Deno.test("every round is deleted only when every one was seen, and what cannot be read is put aside", async () => {
  const place = holding(round("x"), round("y"));
  same([await dropRounds("a", [round("x")], true, place), idsIn(place)], ["changed", ["x", "y"]]);
  const text = JSON.stringify({ ...list(round("x")), rounds: [{ id: "half" }, round("x")] });
  place.setItem(`${PREFIX}a`, text);
  same([await dropRounds("a", [round("x")], true, place), load("a", place).state], [null, "none"]);
  same(place.getItem(`${UNREADABLE}a`), text);
});

Deno.test("a text is deleted only as it was seen, and everything only when nothing was added", async () => {
  const place = holding(round("x"));
  const seen = { key: `${PREFIX}a`, text: "{broken" };
  same([await dropTexts([seen], place), idsIn(place)], ["changed", ["x"]]);
  const all = [{ key: seen.key, text: place.getItem(seen.key)! }];
  place.setItem(`${PREFIX}b`, "{new");
  same([await dropEverything(all, place), place.length], ["changed", 2]);
  same([await dropEverything([...all, { key: `${PREFIX}b`, text: "{new" }], place), place.length], [null, 0]);
});

Deno.test("what the browser does not let us read is not deleted unseen", async () => {
  for (
    const act of [
      dropTexts,
      dropEverything,
      (_: unknown, place: PassingStorage) => dropRounds("a", [round("x")], false, place),
    ]
  ) {
    const place = holding(round("x"));
    const get = place.getItem.bind(place);
    place.getItem = () => {
      throw new DOMException("no", "SecurityError");
    };
    same(await act([{ key: `${PREFIX}a`, text: "" }], place), "forbidden");
    same(get(`${PREFIX}a`) === null, false);
  }
});

/** The texts of a decision for a chat: what happened is in one of them alone. */
import { chatTexts } from "../../hooks/casebook/components/room/chat_texts/chat_words.ts";
import { Messages } from "../../hooks/scripts/lib/messages.ts";
import type { Chosen } from "../../hooks/scripts/room/room_decision.ts";
import { same } from "./same.ts";

const option = (id: string) => ({ id, label: `Do ${id}`, text: "", for: "", against: "", disputed: [] });
const CHOSEN: Chosen = {
  slug: "c",
  title: "The ferry",
  parts: { north: "North" },
  decision: {
    ...{ id: "d", question: "Now?", place: "Here, 2019", role: "", opening: "Ready?", close: "And you?", room: "" },
    later: false,
    situation: [{ text: "The boat is late.", part: "north" }],
    seats: [{ id: "s", label: "You", question: "Now?", options: [option("a"), option("b")] }],
    after: {
      ...{ fates: {}, ours: "", taken: ["s/b"], undecided: "", look_for: [], page: "" },
      outcome: [{ text: "They sold it.", limits: "One paper says so." }],
      unknown: ["Who bought it"],
    },
  },
};
const lines = (chosen: Chosen) =>
  new Map(
    chatTexts(chosen, new Messages({})).map(({ name, lines }) => [name, lines.filter((one) => !/_text$/.test(one))]),
  );

Deno.test("each step has its text, with letters for the options and the questions of the decision", () => {
  const found = lines(CHOSEN);
  same(found.get("read"), ["The ferry. Here, 2019", "North: The boat is late.", "Now?"]);
  same(found.get("choose"), ["Ready?", "Now?", "A. Do a", "B. Do b"]);
  same(found.get("home"), ["And you?"]);
});

Deno.test("what happened is in the text of the ending alone, with what nobody knows", () => {
  const found = lines(CHOSEN);
  same(found.get("ending"), ["Do b", "They sold it. One paper says so.", "unknown", "- Who bought it"]);
  same([...found].filter(([name, text]) => name !== "ending" && text.join(" ").includes("sold")), []);
  const open = {
    ...CHOSEN.decision.after,
    taken: [],
    outcome: [],
    unknown: [],
    undecided: "Open.",
    look_for: ["A vote"],
  };
  const texts = lines({ ...CHOSEN, decision: { ...CHOSEN.decision, after: open } });
  same(texts.get("ending"), ["Open.", "look_for", "- A vote"]);
});

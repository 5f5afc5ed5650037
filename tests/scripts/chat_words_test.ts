/** The texts of a decision for a chat: what happened is in one of them alone. */
import { chatTexts } from "../../hooks/casebook/components/room/chat_texts/chat_words.ts";
import { Messages } from "../../hooks/scripts/lib/messages.ts";
import type { Chosen } from "../../hooks/scripts/room/room_decision.ts";
import { same } from "./same.ts";

const option = (id: string, letter: string) => ({
  id,
  letter,
  label: `Do ${id}`,
  text: "",
  for: "",
  against: "",
  disputed: [],
});
const CHOSEN: Chosen = {
  slug: "c",
  title: "The ferry",
  parts: { north: "North" },
  decision: {
    ...{
      id: "d",
      question: "Now?",
      place: "The ferry: here, 2019",
      role: "",
      opening: "Ready?",
      close: "And you?",
      room: "",
    },
    later: false,
    situation: [{ text: "The boat is late.", part: "north" }],
    seats: [{ id: "s", label: "You", question: "Now?", options: [option("a", "A"), option("b", "B")] }],
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
  same(found.get("read"), ["The ferry: here, 2019", "North: The boat is late.", "Now?"]);
  same(found.get("choose"), ["Ready?", "Now?", "A. Do a", "B. Do b"]);
  same(found.get("home"), ["And you?"]);
});

Deno.test("of several roles each question is read, and a letter written for one's own role", () => {
  const { decision } = CHOSEN;
  const words = new Messages({ read_several_text: "Each role.", choose_several_text: "Your own role." });
  const second = { ...decision.seats[0]!, id: "t", label: "They", question: "Then?" };
  const two = { ...CHOSEN, decision: { ...decision, seats: [...decision.seats, second] } };
  const texts = new Map(chatTexts(two, words).map(({ name, lines }) => [name, lines]));
  same([texts.get("read")!.includes("Each role."), texts.get("read")!.includes("Then?")], [true, true]);
  same(texts.get("choose")!.includes("Your own role."), true);
  same(texts.get("choose")!.filter((line) => line === "A. Do a").length, 2, "the letters begin again in each role");
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

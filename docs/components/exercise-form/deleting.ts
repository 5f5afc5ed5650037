/** Deletes what is saved of an exercise, after a question that names all of it. */
import { tellDeletion } from "../answer-store/deletions.ts";
import { asides, load, remove, removeAsides } from "../answer-store/device.ts";
import type { Aside, Stored } from "../answer-store/device.ts";
import { roundsIn } from "../answer-store/saving.ts";
import { inTurn } from "../answer-store/turns.ts";
import type { Words } from "./say.ts";

/** What there is to delete, and the same as a text that changes with it. */
interface Seen {
  stored: Stored;
  aside: Aside[];
  text: string;
}

function look(slug: string): Seen {
  const stored = load(slug);
  const aside = asides(slug);
  return { stored, aside, text: JSON.stringify([stored.state, "text" in stored ? stored.text : null, aside]) };
}

/** Names all that goes; empty when there is nothing. */
function questionOf({ stored, aside }: Seen, words: Words): string {
  const rounds = roundsIn(stored).length;
  const unread = aside.length + Number(stored.state === "broken");
  const questions = [
    rounds ? words.say("delete_sure", { count: rounds }) : "",
    unread ? words.say(rounds ? "delete_sure_too" : "delete_sure_unread", { count: unread }) : "",
  ];
  return questions.filter(Boolean).join(" ");
}

/** Deletes what was seen, unless something else is saved by now; says whether that was so, or what stood in the way. */
async function deleteSeen(slug: string, seen: Seen): Promise<string | null> {
  const isOther = () => look(slug).text !== seen.text;
  if (isOther()) return "changed";
  tellDeletion(slug);
  return await inTurn(() => isOther() ? "changed" : remove(slug) ?? removeAsides(seen.aside));
}

/** Asks and deletes; whoever saves while the question stands is asked about anew. The key of the sentence that tells the outcome, or null after a no. */
export async function deleteSaved(slug: string, words: Words, ask: (question: string) => Promise<boolean>): Promise<string | null> {
  for (let before = "";; before = words.say("delete_changed")) {
    const seen = look(slug);
    if (seen.stored.state === "forbidden") return "delete_unseen";
    const question = questionOf(seen, words);
    if (!question) return "delete_nothing";
    if (!(await ask([before, question].filter(Boolean).join(" ")))) return null;
    const trouble = await deleteSeen(slug, seen);
    if (trouble !== "changed") return trouble ? "delete_forbidden" : "deleted";
  }
}

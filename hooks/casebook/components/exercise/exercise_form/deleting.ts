/** Deletes what is saved of an exercise, after a question that names all of it. */
import { asides, load, PREFIX } from "../answer_store/device.ts";
import type { Aside, Stored } from "../answer_store/device.ts";
import { dropExercise, roundsIn } from "../answer_store/saving.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";

/** Names all that goes; empty when there is nothing. */
function questionOf(stored: Stored, aside: readonly Aside[], messages: Messages): string {
  const rounds = roundsIn(stored).length;
  const unread = aside.length + Number(stored.state === "broken");
  const questions = [
    rounds ? messages.t("delete_sure", { count: rounds }) : "",
    unread ? messages.t(rounds ? "delete_sure_too" : "delete_sure_unread", { count: unread }) : "",
  ];
  return questions.filter(Boolean).join(" ");
}

type Ask = (question: string) => Promise<boolean>;

/**
 * Asks and deletes; where another window saves while the question stands, it is asked anew.
 * The key of the sentence that tells the outcome, or null after a no.
 */
export async function deleteSaved(slug: string, messages: Messages, ask: Ask): Promise<string | null> {
  for (let before = "";; before = messages.t("delete_changed")) {
    const stored = load(slug);
    const aside = asides(slug);
    if (stored.state === "forbidden") return "delete_unseen";
    const question = questionOf(stored, aside, messages);
    if (!question) return "delete_nothing";
    if (!(await ask([before, question].filter(Boolean).join(" ")))) return null;
    const here = stored.state === "none" ? [] : [{ key: PREFIX + slug, text: stored.text }];
    const outcome = await dropExercise(slug, [...here, ...aside]);
    if (outcome !== "changed") return outcome ? "delete_forbidden" : "deleted";
  }
}

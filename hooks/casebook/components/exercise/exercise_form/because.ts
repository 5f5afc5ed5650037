/**
 * Why a pattern shows, in plain sentences that name what was answered: rows, cards, scenes, scores. It touches no page.
 */
import type { Condition, Part, Pattern } from "../../../../scripts/exercise/types.ts";
import { isRated } from "../../../../scripts/exercise/types.ts";
import { compare, fits, printed } from "../../../../scripts/exercise/scoring.ts";
import type { Tally } from "../../../../scripts/exercise/scoring.ts";
import { tallyOf } from "../../../../scripts/exercise/tally.ts";
import { own } from "../../../../scripts/lib/plain.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { namesUnder } from "./written.ts";

/** So many scores are told one by one; of more, the highest and the lowest. */
const MOST_SCORES = 4;
/** So many rows or cards are named; of more, how many there are besides. */
const MOST_NAMES = 6;

export function because(pattern: Pattern, part: Part, answer: unknown, messages: Messages): string[] {
  return new Reasons(part, answer, messages).of(pattern.when);
}

/** A score with the name of its dimension. */
export function scoreName(title: string, score: string, messages: Messages): string {
  return messages.t("scored", { name: title, score });
}

class Reasons {
  private readonly tally: Tally;

  constructor(private readonly part: Part, private readonly answer: unknown, private readonly messages: Messages) {
    this.tally = tallyOf(part, answer);
  }

  /** The sentences of a rule that fits, each once. */
  of(rule: Condition): string[] {
    const simple = this.simple(rule);
    const scores = this.scores([...new Set(simple.flatMap((one) => this.scoredIn(one)))]);
    return [...new Set([...scores, ...simple.flatMap((one) => this.counted(one))])];
  }

  /** The rule taken apart; of several of which one is enough, those that fit. */
  private simple(rule: Condition): Condition[] {
    if (rule.all?.length) return rule.all.flatMap((one) => this.simple(one));
    if (rule.any?.length) return rule.any.filter((one) => fits(one, this.tally)).flatMap((one) => this.simple(one));
    return [rule];
  }

  private scoredIn({ of, mean_of, gap }: Condition): string[] {
    return [...(of ? [of] : []), ...(mean_of ?? []), ...(gap ?? [])];
  }

  private scores(ids: readonly string[]): string[] {
    if (!isRated(this.part) || !ids.length) return [];
    const scored = this.part.dimensions.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({
      title,
      mean: own(this.tally.scores, id) ?? null,
    })).flatMap(({ title, mean }) => mean ? [{ title, mean }] : []);
    const said = ({ title, mean }: typeof scored[0]) => scoreName(title, printed(mean), this.messages);
    if (scored.length <= MOST_SCORES) {
      return [this.messages.t("because_scores", { scores: scored.map(said).join(", ") })];
    }
    const sorted = [...scored].sort((one, other) => compare(one.mean, other.mean));
    return [this.messages.t("apart", { high: said(sorted[sorted.length - 1]!), low: said(sorted[0]!) })];
  }

  private counted(rule: Condition): string[] {
    if (rule.otherwise) return [this.messages.t(this.part.kind === "scenes" ? "because_no_ending" : "because_none")];
    if (rule.chose) return this.chosen(rule.chose);
    if (rule.more && rule.than) return [rule.more, rule.than].map((id) => this.told(id, false));
    return rule.count ? [this.told(rule.count, Boolean(rule.of_all))] : [];
  }

  private chosen(choice: string): string[] {
    if (this.part.kind !== "scenes") return [];
    const [scene, option] = choice.split(".");
    const found = this.part.scenes.find(({ id }) => id === scene);
    const label = found?.options.find(({ id }) => id === option)?.label;
    return found && label ? [this.messages.t("because_chose", { scene: found.title, option: bare(label) })] : [];
  }

  /** How often something was given, and where. */
  private told(id: string, isShare: boolean): string {
    const count = own(this.tally.counts, id) ?? 0;
    const name = own(this.part.names, id) ?? id;
    if (!count) return this.messages.t("because_never", { name });
    const found = namesUnder(this.part, this.answer, id);
    const values = { count, of: this.tally.total, name, names: this.listed(found) };
    if (!found.length) return this.messages.t(isShare ? "because_share" : "because_count", values);
    if (this.part.kind === "scenes") return this.messages.t("because_scenes", values);
    if (this.part.kind === "cards" && this.part.boxes.some((box) => box.id === id)) {
      return this.messages.t(isShare ? "because_put_share" : "because_put", values);
    }
    return this.messages.t(isShare ? "because_marked_share" : "because_marked", values);
  }

  private listed(names: readonly string[]): string {
    const more = names.length - MOST_NAMES;
    const shown = names.slice(0, more > 0 ? MOST_NAMES : names.length);
    const quoted = shown.map((name) => this.messages.t("quoted", { name: bare(name) }));
    return [...quoted, ...(more > 0 ? [this.messages.t("because_more", { count: more })] : [])].join(", ");
  }
}

/** Without the full stop at its end. */
function bare(text: string): string {
  return text.trim().replace(/\.$/, "");
}

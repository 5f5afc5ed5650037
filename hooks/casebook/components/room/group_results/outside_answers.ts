/** Answers of people who are not in the room, from their files or codes: each counts once. */
import { readFile } from "../../exercise/answer_store/answer_store.ts";
import type { Round } from "../../exercise/answer_store/answer_store.ts";
import { codeForms, findCodes } from "../../../../scripts/exercise/answer_code.ts";
import type { CodeForm } from "../../../../scripts/exercise/answer_code.ts";
import type { Mark } from "../../../../scripts/exercise/group_patterns.ts";
import { asRecord } from "../../../../scripts/lib/plain.ts";
import type { Exercise } from "../../../../scripts/exercise/types.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import type { CountedStatement } from "./counted_statements.ts";
import type { GroupCount } from "./group_count.ts";
import { keyOf } from "./typed_marks.ts";

/** What a text or a file brought: how many answers were taken, and what came of the rest. */
export interface Brought {
  taken: number;
  /** How many were here already. */
  again: number;
  /** How many hold no mark for any statement that is counted. */
  empty: number;
  /** What looks like a code and is none. */
  broken: string[];
  /** The names of exercises whose answers were found in the place of this one's. */
  others: string[];
  /** True where nothing was found at all. */
  isNothing: boolean;
}

/** By part/item. */
type Given = Readonly<Record<string, unknown>>;

export class OutsideAnswers {
  private readonly forms: readonly CodeForm[];

  constructor(
    private readonly exercise: Exercise,
    private readonly statements: readonly CountedStatement[],
    private readonly count: GroupCount,
  ) {
    this.forms = codeForms(exercise);
  }

  /**
   * Takes a text: a file of answers, or anything with codes in it. `source` tells files apart that hold the same, as two
   * people may have given the same answers on the same day.
   */
  take(text: string, source = ""): Brought {
    const file = readFile(text);
    return file.ok ? this.takeFile(text, source, file.exercises) : this.takeCodes(text);
  }

  private takeFile(
    text: string,
    source: string,
    found: { exercise: string; title: string; rounds: Round[] }[],
  ): Brought {
    const brought = nothing();
    brought.others = found.filter(({ exercise }) => exercise !== this.exercise.slug).map(({ title }) => title);
    const rounds = found.find(({ exercise }) => exercise === this.exercise.slug)?.rounds ?? [];
    // A record may hold several rounds; a person's answers of today are the last.
    const last = rounds.at(-1);
    if (last) this.put(brought, `${source}\n${text.trim()}`, givenIn(last));
    return brought;
  }

  private takeCodes(text: string): Brought {
    const { codes, broken } = findCodes(text, this.forms);
    const brought = { ...nothing(), broken };
    for (const { code, form, marks } of codes) this.put(brought, code, ofCode(form, marks));
    brought.isNothing = !codes.length && !broken.length;
    return brought;
  }

  private put(brought: Brought, mark: string, given: Given): void {
    const keys = this.statements.map(({ id }) => keyOf(given[id])).join("");
    if (this.count.sheets.some(({ source }) => source === mark)) brought.again += 1;
    else if (this.count.reasonAgainst(keys)) brought.empty += 1;
    else {
      this.count.add(keys, mark);
      brought.taken += 1;
    }
  }
}

function nothing(): Brought {
  return { taken: 0, again: 0, empty: 0, broken: [], others: [], isNothing: false };
}

function givenIn({ answers }: Round): Given {
  const parts = Object.entries(asRecord(answers));
  return asRecord(Object.fromEntries(
    parts.flatMap(([part, given]) => Object.entries(asRecord(given)).map(([item, mark]) => [`${part}/${item}`, mark])),
  ));
}

function ofCode({ items }: CodeForm, marks: readonly (Mark | undefined)[]): Given {
  return asRecord(Object.fromEntries(items.map((id, at) => [id, marks[at]])));
}

/** What became of everything that was brought, in sentences. */
export function summaryOf(every: readonly Brought[], messages: Messages): string {
  const sum = (of: (one: Brought) => number) => every.reduce((before, one) => before + of(one), 0);
  const counted: [string, number][] = [
    ["brought", sum((one) => one.taken)],
    ["brought_again", sum((one) => one.again)],
    ["brought_empty", sum((one) => one.empty)],
  ];
  const sentences = [
    ...counted.map(([key, count]) => count ? messages.t(key, { count }) : ""),
    ...every.flatMap((one) => one.broken).map((code) => messages.t("brought_broken", { code })),
    ...every.flatMap((one) => one.others).map((name) => messages.t("brought_other", { name })),
    every.some((one) => one.isNothing) ? messages.t("brought_nothing") : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What was answered, as lines with a label and a text, so that rounds can stand side by side. It touches no page. */
import type { CardsPart, Exercise, GridPart, Part, RatedPart, ScenesPart } from "../exercise-form/data.ts";
import { asRecord, isRated } from "../exercise-form/data.ts";
import { labelOf } from "../exercise-form/picture.ts";
import { patternsThatFit, printed } from "../exercise-form/rules.ts";
import type { Words } from "../exercise-form/say.ts";
import { isTold, rowsOf, scoresOf, tallyOf } from "../exercise-form/tally.ts";
import type { Round } from "../answer-store/answer-store.ts";

/** One line of one round. A heading has the score of a dimension as its text. */
export interface Line {
  key: string;
  label: string;
  text: string;
  isHeading: boolean;
}

/** One line of several rounds: a text for each, empty where a round has none. */
export interface Row {
  label: string;
  texts: string[];
  isHeading: boolean;
}

function line(key: string, label: string, text: unknown, isHeading = false): Line {
  return { key, label, text: typeof text === "string" ? text : text === undefined || text === null ? "" : JSON.stringify(text), isHeading };
}

/** Everything that one round says, in the order of the exercise; what the exercise no longer has comes last. */
export function linesOf(exercise: Exercise | undefined, round: Round, words: Words): Line[] {
  const lengths = asRecord(round.answers.lengths);
  const known = (exercise?.parts ?? []).flatMap((part) => {
    const answer = round.answers[part.id];
    return answer === undefined ? [] : linesOfPart(part, answer, lengths[part.id] === "short", words);
  });
  const ids = new Set([...(exercise?.parts ?? []).map((part) => part.id), "lengths"]);
  const rest = Object.entries(round.answers).filter(([id]) => !ids.has(id));
  return [...known, ...rest.flatMap(([id, answer]) => plainLines(id, answer))];
}

function linesOfPart(part: Part, answer: unknown, short: boolean, words: Words): Line[] {
  if (isRated(part)) return linesOfRated(part, answer, short, words);
  if (part.kind === "scenes") return linesOfScenes(part, answer);
  if (part.kind === "cards") return linesOfCards(part, answer);
  if (part.kind === "grid") return linesOfGrid(part, answer);
  const labels = part.kind === "text" ? Object.fromEntries(part.prompts.map((prompt) => [prompt.id, prompt.label])) : {};
  return part.kind === "map" ? linesOfMap(part.id, answer) : plainLines(part.id, answer, labels);
}

function linesOfRated(part: RatedPart, answer: unknown, short: boolean, words: Words): Line[] {
  const given = asRecord(answer);
  const scores = scoresOf(part, answer);
  const items = part.dimensions.flatMap((dimension) => {
    const mean = scores[dimension.id]!.mean;
    const score = short || !mean ? words.say("not_enough") : printed(mean);
    const answered = dimension.items.filter((item) => given[item.id] !== undefined);
    const lines = answered.map((item) => line(`${part.id}/${item.id}`, item.text, labelOf(part, given[item.id]) ?? given[item.id]));
    return lines.length ? [line(`${part.id}/${dimension.id}/`, dimension.title, score, true), ...lines] : [];
  });
  const known = new Set(part.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id)));
  const unknown = Object.entries(given).filter(([id]) => !known.has(id));
  return [...items, ...unknown.map(([id, value]) => line(`${part.id}/${id}`, id, value))];
}

function linesOfScenes(part: ScenesPart, answer: unknown): Line[] {
  const given = asRecord(answer);
  const lines = part.scenes.filter((scene) => given[scene.id] !== undefined).map((scene) =>
    line(`${part.id}/${scene.id}`, scene.title, scene.options.find((option) => option.id === given[scene.id])?.label ?? given[scene.id])
  );
  const [ending] = isTold(part, answer) ? patternsThatFit(part.endings, "first", tallyOf(part, answer)).patterns : [];
  return ending ? [...lines, line(`${part.id}/`, part.title, ending.title, true)] : lines;
}

function linesOfCards(part: CardsPart, answer: unknown): Line[] {
  const given = asRecord(answer);
  const names = part.names;
  const own = (Array.isArray(given.own) ? given.own : []).map(asRecord).map((card) => ({
    id: String(card.id),
    text: String(card.text ?? ""),
  }));
  const cards = [...part.cards, ...own].map((card) => {
    const box = asRecord(given.boxes)[card.id];
    const marks = asRecord(given.marks)[card.id];
    const put = [box, ...(Array.isArray(marks) ? marks : [])].filter(Boolean).map((id) => names[String(id)] ?? String(id)).join("; ");
    const notes = Object.values(asRecord(asRecord(given.notes)[card.id])).map(String).join("; ");
    return line(`${part.id}/${card.id}`, card.text, [put, notes].filter(Boolean).join(": "));
  });
  const piles = Object.entries(asRecord(given.piles)).map(([id, text]) => line(`${part.id}/${id}/`, names[id] ?? id, text));
  return [...cards.filter((one) => one.text), ...piles];
}

function linesOfGrid(part: GridPart, answer: unknown): Line[] {
  return rowsOf(answer).map((row, index) => {
    const columns = part.columns.length ? part.columns : [{ id: "text", label: "", choices: [] }];
    const cells = columns.filter((column) => row.cells[column.id]).map((column) => {
      const cell = row.cells[column.id]!;
      const text = column.choices.find((choice) => choice.id === cell)?.label ?? cell;
      return column.label ? `${column.label}: ${text}` : text;
    });
    const named = part.rows.find((one) => one.id === row.id)?.label;
    const label = named ?? `${part.row} ${index + 1}`;
    return line(`${part.id}/${row.id ?? index}`, label, [row.label, ...cells].filter(Boolean).join("\n"));
  });
}

function linesOfMap(id: string, answer: unknown): Line[] {
  const given = asRecord(answer);
  const roles = (Array.isArray(given.roles) ? given.roles : []).map(asRecord);
  const names = Object.fromEntries(roles.map((role) => [String(role.id), String(role.label ?? "")]));
  const ties = (Array.isArray(given.ties) ? given.ties : []).map(asRecord);
  const texts = ties.map((tie) => `${names[String(tie.from)] ?? tie.from} – ${names[String(tie.to)] ?? tie.to}: ${tie.strength ?? ""}`);
  return texts.map((text, index) => line(`${id}/tie-${index}`, String(index + 1), text));
}

/** What cannot be named any better: ids and values as they stand. */
function plainLines(id: string, answer: unknown, labels: Record<string, string> = {}): Line[] {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return [line(id, id, answer)];
  return Object.entries(answer).map(([key, value]) => line(`${id}/${key}`, labels[key] ?? key, value));
}

/** Rounds side by side: every line that any of them has, in the order in which they stand. */
export function sideBySide(exercise: Exercise | undefined, rounds: Round[], words: Words): Row[] {
  const columns = rounds.map((round) => linesOf(exercise, round, words));
  const order = orderOf(columns.map((lines) => lines.map((one) => one.key)));
  const found = columns.map((lines) => new Map(lines.map((one) => [one.key, one])));
  return order.map((key) => {
    const first = found.map((lines) => lines.get(key)).find(Boolean)!;
    return { label: first.label, texts: found.map((lines) => lines.get(key)?.text ?? ""), isHeading: first.isHeading };
  });
}

/** One order for several lists: what is new in a later list stands after what it followed there. */
export function orderOf(lists: string[][]): string[] {
  const order: string[] = [];
  for (const keys of lists) {
    keys.forEach((key, index) => {
      if (order.includes(key)) return;
      const before = index > 0 ? order.indexOf(keys[index - 1]!) : -1;
      order.splice(before + 1, 0, key);
    });
  }
  return order;
}

/** A record as a document in Markdown: a heading for each exercise and round, then what was answered. */
export function asMarkdown(
  titles: { title: string; exercise: Exercise | undefined; rounds: Round[] }[],
  words: Words,
  day: (date: string) => string,
): string {
  const blocks = titles.flatMap(({ title, exercise, rounds }) => [
    `## ${escaped(title)}`,
    ...rounds.flatMap((round) => [
      `### ${words.say("round_of", { date: day(round.date), version: round.version })}`,
      ...linesOf(exercise, round, words).map((one) =>
        one.isHeading ? `**${escaped(one.label)}: ${escaped(one.text)}**` : `- ${escaped(one.label)}: ${escaped(one.text)}`
      ),
    ]),
  ]);
  return [`# ${words.say("title")}`, words.say("status_note"), ...blocks].join("\n\n") + "\n";
}

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/([\\`*_[\]<>#])/g, "\\$1");
}

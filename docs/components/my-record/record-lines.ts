/** What was answered, as lines with a label and a text, so that rounds can stand side by side. It touches no page. */
import type { CardsPart, Exercise, GridPart, Part, RatedPart, ScenesPart } from "../exercise-form/data.ts";
import { asRecord, isRated } from "../exercise-form/data.ts";
import { labelOf } from "../exercise-form/picture.ts";
import { patternsThatFit, printed } from "../exercise-form/rules.ts";
import type { Words } from "../exercise-form/say.ts";
import { isTold, rowsOf, scoresOf, tallyOf } from "../exercise-form/tally.ts";
import type { Row as GridRow } from "../exercise-form/tally.ts";
import type { Round } from "../answer-store/answer-store.ts";
import { nameOf } from "../answer-store/round-name.ts";
import { lineOf, plainLines } from "./lines.ts";
import type { Kind, Line } from "./lines.ts";
import { linesOfMap } from "./map-lines.ts";

/** One line of several rounds: a text for each. */
export interface Row {
  label: string;
  texts: string[];
  kind: Kind;
}

/** Everything that one round says, in the order of the exercise; what the exercise no longer has comes last. */
export function linesOf(exercise: Exercise | undefined, round: Round, words: Words): Line[] {
  const lengths = asRecord(round.answers.lengths);
  const parts = exercise?.parts ?? [];
  const known = parts.flatMap((part) => {
    const answer = round.answers[part.id];
    const lines = answer === undefined ? [] : linesOfPart(part, answer, lengths[part.id] === "short", words);
    return under(part.id, part.title, lines);
  });
  const ids = new Set([...parts.map((part) => part.id), "lengths"]);
  const rest = Object.entries(round.answers).filter(([id]) => !ids.has(id)).flatMap(([id, answer]) => plainLines(id, answer));
  return [...known, ...under("", exercise ? words.say("not_in_version") : "", rest)];
}

/** Lines under their heading, where there are any. */
function under(id: string, title: string, lines: Line[]): Line[] {
  return title && lines.length ? [lineOf(`${id}//`, title, "", "part"), ...lines] : lines;
}

function linesOfPart(part: Part, answer: unknown, short: boolean, words: Words): Line[] {
  if (isRated(part)) return linesOfRated(part, answer, short, words);
  if (part.kind === "scenes") return linesOfScenes(part, answer, words);
  if (part.kind === "cards") return linesOfCards(part, answer);
  if (part.kind === "grid") return linesOfGrid(part, answer);
  if (part.kind === "map") return linesOfMap(part, answer, words);
  return plainLines(part.id, answer, Object.fromEntries(part.prompts.map((prompt) => [prompt.id, prompt.label])));
}

function linesOfRated(part: RatedPart, answer: unknown, short: boolean, words: Words): Line[] {
  const given = asRecord(answer);
  const scores = scoresOf(part, answer);
  const items = part.dimensions.flatMap((dimension) => {
    const mean = scores[dimension.id]!.mean;
    const score = short || !mean ? words.say("not_enough") : printed(mean);
    const answered = dimension.items.filter((item) => given[item.id] !== undefined);
    const lines = answered.map((item) => lineOf(`${part.id}/${item.id}`, item.text, labelOf(part, given[item.id]) ?? given[item.id]));
    return lines.length ? [lineOf(`${part.id}/${dimension.id}/`, dimension.title, score, "result"), ...lines] : [];
  });
  const known = new Set(part.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id)));
  const unknown = Object.entries(given).filter(([id]) => !known.has(id));
  return [...items, ...unknown.map(([id, value]) => lineOf(`${part.id}/${id}`, id, value))];
}

function linesOfScenes(part: ScenesPart, answer: unknown, words: Words): Line[] {
  const given = asRecord(answer);
  const lines = part.scenes.filter((scene) => given[scene.id] !== undefined).map((scene) =>
    lineOf(`${part.id}/${scene.id}`, scene.title, scene.options.find((option) => option.id === given[scene.id])?.label ?? given[scene.id])
  );
  const [ending] = isTold(part, answer) ? patternsThatFit(part.endings, "first", tallyOf(part, answer)).patterns : [];
  return ending ? [...lines, lineOf(`${part.id}/`, words.say("ending"), ending.title, "result")] : lines;
}

function linesOfCards(part: CardsPart, answer: unknown): Line[] {
  const given = asRecord(answer);
  const names = part.names;
  const own = (Array.isArray(given.own) ? given.own : []).map(asRecord).map(({ id, text }) => ({
    id: String(id),
    text: String(text || id),
  }));
  const named = [...part.cards, ...own];
  const others = ["boxes", "marks", "notes"].flatMap((name) => Object.keys(asRecord(given[name])));
  const strange = [...new Set(others)].filter((id) => !named.some((card) => card.id === id)).map((id) => ({ id, text: id }));
  const cards = [...named, ...strange].map((card) => {
    const box = asRecord(given.boxes)[card.id];
    const marks = asRecord(given.marks)[card.id];
    const put = [box, ...(Array.isArray(marks) ? marks : [])].filter(Boolean).map((id) => names[String(id)] ?? String(id)).join("; ");
    const notes = Object.values(asRecord(asRecord(given.notes)[card.id])).map(String);
    return lineOf(`${part.id}/${card.id}`, card.text, [put, ...notes].filter(Boolean).join("\n"));
  });
  const piles = Object.entries(asRecord(given.piles)).map(([id, text]) => lineOf(`${part.id}/${id}/`, names[id] ?? id, text));
  const ids = new Set(own.map((card) => `${part.id}/${card.id}`));
  return [...cards.filter((one) => one.text || ids.has(one.key)), ...piles];
}

function linesOfGrid(part: GridPart, answer: unknown): Line[] {
  const given = asRecord(answer);
  const unplaced = rowsOf({ rows: given.unplaced }).map((row, index) => linesOfRow(part, row, `unplaced-${index}`, row.id ?? part.row));
  const rows = rowsOf(answer).map((row, index) => linesOfRow(part, row, row.id ?? String(index), `${part.row} ${index + 1}`));
  return [...rows, ...unplaced];
}

/** A row with its cells, each on a line of its own. */
function linesOfRow(part: GridPart, row: GridRow, id: string, name: string): Line {
  const columns = part.columns.length ? part.columns : [{ id: "text", label: "", choices: [] }];
  const known = columns.filter((column) => row.cells[column.id]).map((column) => {
    const cell = row.cells[column.id]!;
    const text = column.choices.find((choice) => choice.id === cell)?.label ?? cell;
    return column.label ? `${column.label}: ${text}` : text;
  });
  const strange = Object.entries(row.cells).filter(([id, cell]) => cell && !columns.some((column) => column.id === id));
  const cells = [row.label, ...known, ...strange.map(([id, cell]) => `${id}: ${cell}`)];
  return lineOf(`${part.id}/${id}`, part.rows.find((one) => one.id === row.id)?.label ?? name, cells.filter(Boolean).join("\n"));
}

/** Rounds side by side: every line that any of them has, in the order in which they stand, block by block. */
export function sideBySide(exercise: Exercise | undefined, rounds: Round[], words: Words): Row[] {
  const columns = rounds.map((round) => linesOf(exercise, round, words));
  const blocks = orderOf(columns.map((lines) => [...new Set(lines.map((one) => one.block))]));
  const found = columns.map((lines) => new Map(lines.map((one) => [one.key, one])));
  const keysIn = (block: string) => columns.map((lines) => lines.filter((one) => one.block === block).map((one) => one.key));
  return blocks.flatMap((block) => orderOf(keysIn(block))).map((key) => {
    const { label, kind, none } = found.map((lines) => lines.get(key)).find(Boolean)!;
    return { label, texts: found.map((lines) => lines.get(key)?.text || (none ?? words.say("no_answer"))), kind };
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

/** A record as a document in Markdown: a heading for each exercise, round and part, then what was answered. */
export function asMarkdown(titles: { title: string; exercise: Exercise | undefined; rounds: Round[] }[], words: Words): string {
  const blocks = titles.flatMap(({ title, exercise, rounds }) => [
    `## ${escaped(title)}`,
    ...rounds.flatMap((round) => [`### ${nameOf(round, rounds, words)}`, ...linesOf(exercise, round, words).map(inMarkdown)]),
  ]);
  return [`# ${words.say("title")}`, words.say("status_note"), ...blocks].join("\n\n") + "\n";
}

/** What has several lines becomes a list of its own. */
function inMarkdown({ kind, label, text }: Line): string {
  if (kind === "part") return `#### ${escaped(label)}`;
  if (kind === "result") return `**${escaped(label)}: ${escaped(text)}**`;
  const lines = text.split(/\n/).map(escaped).filter(Boolean);
  return lines.length > 1
    ? [`- ${escaped(label)}:`, ...lines.map((one) => `    - ${one}`)].join("\n")
    : `- ${escaped(label)}: ${lines.join("")}`;
}

function escaped(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim().replace(/([\\`*_[\]<>#&])/g, "\\$1");
  return plain.replace(/^([-+=~])/, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

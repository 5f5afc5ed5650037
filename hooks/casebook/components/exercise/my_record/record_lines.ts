/** What was answered, as lines with a label and a text, so that rounds can stand side by side. It touches no page. */
import type { CardsPart, Exercise, GridPart, Part, RatedPart, ScenesPart } from "../../../../scripts/exercise/types.ts";
import { isRated, lengthsKey } from "../../../../scripts/exercise/types.ts";
import { asKept, KEPT, keptIn, lostIn } from "../answer_store/kept.ts";
import { asList, asRecord, asText, countAnswers, isPlain, own } from "../../../../scripts/lib/plain.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import { labelOf } from "../exercise_form/picture.ts";
import { patternsThatFit, printed } from "../../../../scripts/exercise/scoring.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { isTold, rowsOf, scoresOf, tallyOf } from "../../../../scripts/exercise/tally.ts";
import type { Row as GridRow } from "../../../../scripts/exercise/tally.ts";
import type { Round } from "../answer_store/answer_store.ts";
import { roundNames } from "../answer_store/round_name.ts";
import { apart, lineOf, plainLines, some } from "./lines.ts";
import type { Line } from "./lines.ts";
import { linesOfMap } from "./map_lines.ts";

/** Everything that one round says, in the order of the exercise; what the exercise no longer has comes last. */
export function linesOf(exercise: Exercise | undefined, round: Round, messages: Messages): Line[] {
  const parts = exercise?.parts ?? [];
  const answers = asRecord(round.answers);
  const key = lengthsKey(parts);
  const lengths = asRecord(answers[key]);
  const known = parts.flatMap((part) => {
    const answer = answers[part.id];
    const lines = answer === undefined ? [] : linesOfPart(part, answer, lengths[part.id] === "short", messages);
    return under(part.id, part.title, lines);
  });
  const ids = new Set([...parts.map((part) => part.id), key, KEPT]);
  const rest = Object.entries(answers).filter(([id]) => !ids.has(id)).flatMap(([id, answer]) => plainLines(id, answer));
  const kept = keptIn(answers).map(asKept).flatMap(({ part, answer }) => plainLines(part, answer));
  return apart([...known, ...under("", exercise ? messages.t("not_in_version") : "", [...rest, ...kept])]);
}

/** Lines under their heading, where there are any. */
function under(id: string, title: string, lines: Line[]): Line[] {
  return title && lines.length ? [lineOf(`${id}//`, title, "", "part"), ...lines] : lines;
}

/** What is no answer of the kind that a part takes stands as it is. */
function linesOfPart(part: Part, answer: unknown, short: boolean, messages: Messages): Line[] {
  if (!isPlain(answer)) return countAnswers(answer) ? plainLines(part.id, answer) : [];
  if (isRated(part)) return linesOfRated(part, answer, short, messages);
  if (part.kind === "scenes") return linesOfScenes(part, answer, messages);
  if (part.kind === "cards") return linesOfCards(part, answer);
  if (part.kind === "grid") return linesOfGrid(part, answer);
  if (part.kind === "map") return linesOfMap(part, answer, messages);
  return plainLines(part.id, answer, new Map(part.prompts.map((prompt) => [prompt.id, prompt.label])));
}

function linesOfRated(part: RatedPart, answer: unknown, short: boolean, messages: Messages): Line[] {
  const given = asRecord(answer);
  const scores = scoresOf(part, answer);
  const items = part.dimensions.flatMap((dimension) => {
    const mean = scores[dimension.id]!.mean;
    const score = short || !mean ? messages.t("not_enough") : printed(mean);
    const answered = dimension.items.filter((item) => given[item.id] !== undefined);
    const lines = answered.map((item) =>
      lineOf(`${part.id}/${item.id}`, item.text, labelOf(part, given[item.id]) ?? given[item.id])
    );
    return lines.length ? [lineOf(`${part.id}/${dimension.id}/`, dimension.title, score, "result"), ...lines] : [];
  });
  const known = new Set(part.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id)));
  const unknown = Object.entries(given).filter(([id]) => !known.has(id));
  return [...items, ...unknown.map(([id, value]) => lineOf(`${part.id}/${id}`, id, value))];
}

function linesOfScenes(part: ScenesPart, answer: unknown, messages: Messages): Line[] {
  const given = asRecord(answer);
  const lines = part.scenes.filter((scene) => given[scene.id] !== undefined).map((scene) =>
    lineOf(
      `${part.id}/${scene.id}`,
      scene.title,
      scene.options.find((option) => option.id === given[scene.id])?.label ?? given[scene.id],
    )
  );
  const [ending] = isTold(part, answer) ? patternsThatFit(part.endings, "first", tallyOf(part, answer)).patterns : [];
  return ending ? [...lines, lineOf(`${part.id}/`, messages.t("ending"), ending.title, "result")] : lines;
}

function linesOfCards(part: CardsPart, answer: unknown): Line[] {
  const { own: given, boxes, marks, notes, piles, drawn: _, ...rest } = asRecord(answer);
  const ours = asList(given).map(asRecord).map(({ id, text }) => ({
    id: asText(id),
    text: asText(text) || asText(id),
  }));
  const said = { boxes: asRecord(boxes), marks: asRecord(marks), notes: asRecord(notes) };
  const named = [...part.cards, ...ours];
  const ids = new Set(named.map((card) => card.id));
  const others = new Set(Object.values(said).flatMap(Object.keys));
  const strange = [...others].filter((id) => !ids.has(id)).map((id) => ({ id, text: id }));
  const cards = [...named, ...strange].map((card) =>
    lineOf(`${part.id}/${card.id}`, card.text, saidOfCard(part, card.id, said))
  );
  const pileLines = Object.entries(asRecord(piles)).map(([id, text]) =>
    lineOf(`${part.id}/${id}/`, own(part.names, id) ?? id, text)
  );
  const isOurs = new Set(ours.map((card) => `${part.id}/${card.id}`));
  const odd = Object.entries({ boxes, marks, notes, piles }).filter((entry) =>
    countAnswers(entry[1]) && !isPlain(entry[1])
  );
  return [
    ...cards.filter((one) => one.text || isOurs.has(one.key)),
    ...pileLines,
    ...plainLines(part.id, { ...Object.fromEntries(odd), ...some({ own: lostIn(given, ours) }), ...rest }),
  ];
}

/** The box of a card, its marks and its notes, in words where they have any. */
function saidOfCard(
  part: CardsPart,
  id: string,
  { boxes, marks, notes }: Record<"boxes" | "marks" | "notes", Plain>,
): string {
  const marked = Array.isArray(marks[id]) ? marks[id] : [marks[id]];
  const put = [boxes[id], ...marked].filter(countAnswers).map((one) => own(part.names, asText(one)) ?? inWords(one));
  const noted = isPlain(notes[id]) ? Object.values(notes[id]) : [notes[id]];
  return [put.join("; "), ...noted.filter(countAnswers).map(inWords)].filter(Boolean).join("\n");
}

/** A text as it is; anything else as JSON. */
function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function linesOfGrid(part: GridPart, answer: unknown): Line[] {
  const { rows, unplaced, ...rest } = asRecord(answer);
  const entries = [...placedRows(part, rows), ...unplacedRows(part, unplaced)];
  const odd = Object.entries({ rows, unplaced }).filter((entry) => countAnswers(entry[1]) && !Array.isArray(entry[1]));
  return [...entries, ...plainLines(part.id, { ...Object.fromEntries(odd), ...rest })];
}

function placedRows(part: GridPart, rows: unknown): Line[] {
  const given = asList(rows);
  return rowsOf({ rows }).map((row, index) =>
    linesOfRow(part, row, given[index], row.id ?? String(index), `${part.row} ${index + 1}`)
  );
}

function unplacedRows(part: GridPart, rows: unknown): Line[] {
  const given = asList(rows);
  return rowsOf({ rows }).map((row, index) =>
    linesOfRow(part, row, given[index], `unplaced-${index}`, row.id ?? part.row)
  );
}

/** A row with its cells, each on a line of its own, and what else stands in it. */
function linesOfRow(part: GridPart, row: GridRow, given: unknown, id: string, name: string): Line {
  const columns = part.columns.length ? part.columns : [{ id: "text", label: "", choices: [] }];
  const known = columns.filter((column) => row.cells[column.id]).map((column) => {
    const cell = row.cells[column.id]!;
    const text = column.choices.find((choice) => choice.id === cell)?.label ?? cell;
    return column.label ? `${column.label}: ${text}` : text;
  });
  const strange = Object.entries(row.cells).filter(([id, cell]) => cell && !columns.some((column) => column.id === id));
  const more = lostIn(given, row);
  const cells = [
    row.label,
    ...known,
    ...strange.map(([id, cell]) => `${id}: ${cell}`),
    ...(more === undefined ? [] : [inWords(more)]),
  ];
  return lineOf(
    `${part.id}/${id}`,
    part.rows.find((one) => one.id === row.id)?.label ?? name,
    cells.filter(Boolean).join("\n"),
  );
}

/** A record as a document in Markdown: a heading for each exercise, round and part, then what was answered. */
export function asMarkdown(
  titles: { title: string; exercise: Exercise | undefined; rounds: Round[] }[],
  messages: Messages,
): string {
  const blocks = titles.flatMap(({ title, exercise, rounds }) => {
    const names = roundNames(rounds, messages).map(escaped);
    const told = rounds.flatMap((
      round,
      index,
    ) => [`### ${names[index]}`, ...linesOf(exercise, round, messages).map(inMarkdown)]);
    return [`## ${escaped(title)}`, ...told];
  });
  return [`# ${messages.t("title")}`, messages.t("status_note"), ...blocks].join("\n\n") + "\n";
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

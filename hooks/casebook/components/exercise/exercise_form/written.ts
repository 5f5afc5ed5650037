/** What was written and marked, to be given back: texts, rows, cards, ties. It touches no page. */
import type {
  Answers,
  CardsPart,
  Exercise,
  GridPart,
  MapPart,
  Part,
  TextPart,
} from "../../../../scripts/exercise/types.ts";
import { asList, asRecord, asText, own } from "../../../../scripts/lib/plain.ts";
import type { Messages } from "../../../../scripts/lib/messages.ts";
import { rowsOf } from "../../../../scripts/exercise/tally.ts";
import type { Row } from "../../../../scripts/exercise/tally.ts";
import { complete, mapIn, withoutLoops } from "../role_map/complete.ts";

/** A text with what it answers; without a label where its name says enough. */
export interface WrittenLine {
  label: string;
  text: string;
}

/** A prompt, a row, a box or a card with what was written to it. */
export interface WrittenEntry {
  name: string;
  lines: WrittenLine[];
}

/** What was written in one part. `isPair`: two texts of one kind, to be read side by side. */
export interface WrittenPart {
  id: string;
  title: string;
  isPair: boolean;
  entries: WrittenEntry[];
}

/** What was written, part by part; parts without any are left out. What was rated, and a story, is told elsewhere. */
export function writtenIn(exercise: Exercise, answers: Answers, messages: Messages): WrittenPart[] {
  const parts = exercise.parts.map((part) => ({
    id: part.id,
    title: part.title,
    entries: entriesOf(part, own(answers, part.id), messages),
    part,
  }));
  return parts.filter(({ entries }) => entries.length > 0).map(({ part, ...written }) => ({
    ...written,
    isPair: part.kind === "text" && written.entries.length === 2 && areAlike(part),
  }));
}

/** True for two prompts that ask for texts of the same length. */
function areAlike({ prompts }: TextPart): boolean {
  return prompts.length === 2 && prompts[0]!.words !== null && prompts[0]!.words === prompts[1]!.words;
}

function entriesOf(part: Part, answer: unknown, messages: Messages): WrittenEntry[] {
  if (part.kind === "text") return textsOf(part, answer);
  if (part.kind === "grid") return gridOf(part, answer);
  if (part.kind === "cards") return cardsOf(part, answer);
  return part.kind === "map" ? tiesOf(part, answer, messages) : [];
}

function plain(text: string): WrittenLine {
  return { label: "", text };
}

function textsOf(part: TextPart, answer: unknown): WrittenEntry[] {
  const given = asRecord(answer);
  return part.prompts.map(({ id, label }) => ({ name: label, lines: [plain(asText(given[id]).trim())] })).filter((
    { lines },
  ) => lines[0]!.text);
}

function gridOf(part: GridPart, answer: unknown): WrittenEntry[] {
  const rows = rowsOf(answer).map((row, index) => ({
    row,
    name: nameOfRow(part, row, index),
    lines: cellsOf(part, row),
  }));
  return rows.filter(({ row, lines }) => lines.length > 0 || row.label).map(({ name, lines }) => ({ name, lines }));
}

/** What a row is called: its label in the exercise, what the visitor wrote, or its number. */
function nameOfRow(part: GridPart, row: Row, index: number): string {
  return part.rows.find(({ id }) => id === row.id)?.label ?? (row.label.trim() || `${part.row} ${index + 1}`);
}

function cellsOf(part: GridPart, row: Row): WrittenLine[] {
  const columns = part.columns.length ? part.columns : [{ id: "text", label: "", choices: [] }];
  return columns.filter(({ id }) => row.cells[id]?.trim()).map(({ id, label, choices }) => ({
    label,
    text: choices.find((choice) => choice.id === row.cells[id])?.label ?? row.cells[id]!.trim(),
  }));
}

/** The cards of a part, those of the visitor's own among them. */
function namedCards(part: CardsPart, answer: unknown): { id: string; text: string }[] {
  const ours = asList(asRecord(answer).own).map(asRecord).map(({ id, text }) => ({
    id: asText(id),
    text: asText(text) || asText(id),
  }));
  return [...part.cards, ...ours];
}

/** What lies in each box, or bears each mark, with the note on it; then the answers to the questions on the cards. */
function cardsOf(part: CardsPart, answer: unknown): WrittenEntry[] {
  const given = asRecord(answer);
  const piles = asRecord(given.piles);
  const notes = asRecord(given.notes);
  const boxed = [...part.boxes, ...part.marks].map(({ id, label }) => ({
    name: label,
    lines: [...cardsUnder(part, answer, id), asText(piles[id]).trim()].filter(Boolean).map(plain),
  }));
  const noted = namedCards(part, answer).map(({ id, text }) => ({
    name: text,
    lines: part.ask.map((label, index) => ({ label, text: asText(asRecord(notes[id])[`ask-${index + 1}`]).trim() }))
      .filter((line) => line.text),
  }));
  return [...boxed, ...noted].filter(({ lines }) => lines.length > 0);
}

function cardsUnder(part: CardsPart, answer: unknown, id: string): string[] {
  const boxes = asRecord(asRecord(answer).boxes);
  const marks = asRecord(asRecord(answer).marks);
  const isHere = (card: string) => boxes[card] === id || asList(marks[card]).includes(id);
  return namedCards(part, answer).filter((card) => isHere(card.id)).map((card) => card.text);
}

function tiesOf(part: MapPart, answer: unknown, messages: Messages): WrittenEntry[] {
  const { roles, ties } = withoutLoops(complete(mapIn(answer)));
  const name = (id: string) => roles.find((role) => role.id === id)?.label ?? "";
  return ties.map(({ from, to, strength, one_person }) => ({
    name: messages.t("written_tie", { from: name(from), to: name(to) }),
    lines: [own(part.strengths, strength) ?? "", one_person ? messages.t("one_person") : ""].filter(Boolean).map(plain),
  }));
}

/** The rows, cards or scenes to which a choice, a box, a mark or a trace was given. */
export function namesUnder(part: Part, answer: unknown, id: string): string[] {
  if (part.kind === "cards") return cardsUnder(part, answer, id);
  if (part.kind === "grid") {
    const named = rowsOf(answer).map((row, index) => ({ row, name: nameOfRow(part, row, index) }));
    return named.filter(({ row }) =>
      part.columns.some((column) => row.cells[column.id] === id && column.choices.some((choice) => choice.id === id))
    ).map(({ name }) => name);
  }
  if (part.kind !== "scenes") return [];
  const given = asRecord(answer);
  return part.scenes.filter((scene) =>
    scene.options.some((option) => option.id === given[scene.id] && option.adds.includes(id))
  ).map((scene) => scene.title);
}

/** What was answered in one part, counted, so that its rules can look at it. */
import type { CardsPart, GridPart, Part, RatedPart, ScenesPart } from "./types.ts";
import { asList, asRecord, asText } from "../lib/plain.ts";
import { complete, mapIn, withoutLoops } from "../../casebook/components/exercise/role_map/complete.ts";
import type { Score, Tally } from "./scoring.ts";
import { scoreOf } from "./scoring.ts";

export type Length = "full" | "short";

/** The score of each dimension of a rated part, by id. */
export function scoresOf(part: RatedPart, answer: unknown): Record<string, Score> {
  const given = asRecord(answer);
  return Object.fromEntries(
    part.dimensions.map((dimension) => [dimension.id, scoreOf(dimension.items.map((item) => given[item.id]))]),
  );
}

export function tallyOf(part: Part, answer: unknown): Tally {
  if (part.kind === "statements" || part.kind === "pairs") {
    const scores = Object.entries(scoresOf(part, answer)).map(([id, score]) => [id, score.mean]);
    return { ...empty(), scores: asRecord(Object.fromEntries(scores)) as Tally["scores"] };
  }
  if (part.kind === "scenes") return tallyOfScenes(part, answer);
  if (part.kind === "cards") return tallyOfCards(part, answer);
  if (part.kind === "grid") return tallyOfGrid(part, answer);
  return part.kind === "map" ? tallyOfMap(answer) : tallyOfText(answer);
}

function empty(): Tally {
  return { scores: Object.create(null), counts: Object.create(null), total: 0, chosen: [] };
}

function add(tally: Tally, id: unknown): void {
  if (typeof id === "string" && id) tally.counts[id] = (tally.counts[id] ?? 0) + 1;
}

function tallyOfScenes(part: ScenesPart, answer: unknown): Tally {
  const tally = empty();
  const given = asRecord(answer);
  for (const scene of part.scenes) {
    const option = scene.options.find((one) => one.id === given[scene.id]);
    if (!option) continue;
    tally.total += 1;
    tally.chosen.push(`${scene.id}.${option.id}`);
    option.adds.forEach((trace) => add(tally, trace));
  }
  return tally;
}

/** Counts boxes and marks. The total is the cards in use: put into a box, or marked. */
function tallyOfCards(part: CardsPart, answer: unknown): Tally {
  const tally = empty();
  const given = asRecord(answer);
  const boxes = asRecord(given.boxes);
  const marks = asRecord(given.marks);
  const own = asList(given.own).map((card) => asText(asRecord(card).id));
  for (const id of [...part.cards.map((card) => card.id), ...own]) {
    const here = asList(marks[id]);
    if (boxes[id] || here.length) tally.total += 1;
    [boxes[id], ...here].forEach((one) => add(tally, one));
  }
  return tally;
}

/** Counts the choices. The total is the rows in use: with anything written or chosen. */
function tallyOfGrid(part: GridPart, answer: unknown): Tally {
  const tally = empty();
  for (const row of rowsOf(answer)) {
    if (row.label || Object.values(row.cells).some(Boolean)) tally.total += 1;
    for (const { id, choices } of part.columns) {
      const cell = row.cells[id];
      if (choices.some((choice) => choice.id === cell)) add(tally, cell);
    }
  }
  return tally;
}

export interface Row {
  id?: string;
  label: string;
  cells: Record<string, string>;
}

/** The rows of an answered grid, with what can stand in a field; what cannot is found by comparing (kept.ts). */
export function rowsOf(answer: unknown): Row[] {
  return asList(asRecord(answer).rows).map((one) => {
    const row = asRecord(one);
    const cells = Object.entries(asRecord(row.cells)).map(([id, cell]) => [id, asText(cell)]);
    const id = asText(row.id);
    return {
      ...(id ? { id } : {}),
      label: asText(row.label),
      cells: asRecord(Object.fromEntries(cells)) as Row["cells"],
    };
  });
}

/** Counts roles, ties, and what is said of ties. The total is the ties. */
function tallyOfMap(answer: unknown): Tally {
  const tally = empty();
  const { roles, ties } = withoutLoops(complete(mapIn(answer)));
  for (const tie of ties) {
    add(tally, tie.strength);
    if (tie.one_person) add(tally, "one-person");
  }
  tally.total = tally.counts.ties = ties.length;
  tally.counts.roles = roles.length;
  return tally;
}

function tallyOfText(answer: unknown): Tally {
  const tally = empty();
  for (const [id, text] of Object.entries(asRecord(answer))) {
    if (typeof text === "string" && text) {
      tally.total += 1;
      tally.counts[id] = text.trim().split(/\s+/).length;
    }
  }
  return tally;
}

/** True when every scene has a choice, so that the story has an ending. */
export function isTold(part: ScenesPart, answer: unknown): boolean {
  return tallyOfScenes(part, answer).total === part.scenes.length;
}

/**
 * What an answer says of cards, boxes, marks, notes and piles that this version does not have, so that it can be kept.
 * It touches no page.
 */
import { asRecord, asText, orNothing } from "../../../../scripts/lib/plain.ts";

/** What there is on the page, by id. */
export interface Known {
  cards: ReadonlySet<string>;
  own: ReadonlySet<string>;
  boxes: ReadonlySet<string>;
  marks: ReadonlySet<string>;
  notes: ReadonlySet<string>;
  piles: ReadonlySet<string>;
}

export function unknownIn(answer: unknown, known: Known): unknown {
  const { boxes, marks, notes, own, piles, drawn, ...rest } = asRecord(answer);
  const isCard = (id: string) => known.cards.has(id);
  return orNothing({
    ...rest,
    boxes: kept(boxes, (id, box) => isCard(id) && known.boxes.has(asText(box)) ? undefined : box),
    marks: kept(marks, (id, given) => isCard(id) && Array.isArray(given) ? others(given, known.marks) : given),
    notes: kept(
      notes,
      (id, given) => isCard(id) ? kept(given, (note, text) => known.notes.has(note) ? undefined : text) : given,
    ),
    own: Array.isArray(own) ? some(own.filter((card) => !known.own.has(asText(asRecord(card).id)))) : own,
    piles: kept(piles, (id, text) => known.piles.has(id) ? undefined : text),
    drawn: Array.isArray(drawn) ? others(drawn, known.cards) : drawn,
  });
}

/** The entries that a rule keeps; nothing when it keeps none. */
function kept(value: unknown, rule: (id: string, value: unknown) => unknown): unknown {
  return orNothing(Object.fromEntries(Object.entries(asRecord(value)).map(([id, one]) => [id, rule(id, one)])));
}

function others(list: unknown[], known: ReadonlySet<string>): unknown {
  return some(list.filter((one) => !known.has(asText(one))));
}

function some(list: unknown[]): unknown[] | undefined {
  return list.length ? list : undefined;
}

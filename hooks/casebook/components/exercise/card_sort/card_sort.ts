/**
 * Cards to put into boxes, to mark, or to draw; and cards of one's own. Cards that are kept back wait until they are
 * dealt.
 */
import { choose, chosenIn, radiosOf, showClear, wireClear } from "../answer_choices/answer_choices.ts";
import type { PageData } from "../../../../scripts/exercise/types.ts";
import { asList, asRecord, asText, orNothing } from "../../../../scripts/lib/plain.ts";
import { make, pageData, query, queryAll } from "../../../../scripts/lib/dom.ts";
import type { Plain } from "../../../../scripts/lib/plain.ts";
import { PartElement } from "../../../../scripts/exercise/part_element.ts";
import { Messages } from "../../../../scripts/lib/messages.ts";
import { drawn } from "./draw.ts";
import type { Known } from "./unknown.ts";
import { unknownIn } from "./unknown.ts";

type Texts = Record<string, string>;

/** What an answer says of cards, by card. */
interface Said {
  boxes: Plain;
  marks: Plain;
  notes: Plain;
}

const NOTHING: Said = { boxes: asRecord(null), marks: asRecord(null), notes: asRecord(null) };

export class CardSortElement extends PartElement {
  private messages!: Messages;
  private hand: string[] = [];

  protected wire(signal: AbortSignal): void {
    this.messages = new Messages(pageData<PageData>(this).words);
    const tell = () => this.tell();
    this.cards.filter((card) => card.querySelector("[data-clear]")).forEach((card) => wireClear(card, tell, signal));
    this.addEventListener("input", tell, { signal });
    this.addEventListener("change", tell, { signal });
    this.querySelector("[data-add-card]")?.addEventListener("click", () => this.addCard(), { signal });
    this.querySelector("[data-deal-cards]")?.addEventListener("click", () => this.dealAll(), { signal });
    this.querySelector("[data-draw-cards]")?.addEventListener("click", () => this.draw(), { signal });
    this.querySelector("[data-show-cards]")?.addEventListener("click", () => this.deal([]), { signal });
    this.cards.forEach(showClear);
    if (this.cards.some((card) => this.isAnswered(card))) this.showDealt(true);
    this.showPiles();
  }

  private get cards(): HTMLElement[] {
    return this.queryAll("[data-card]");
  }

  private get own(): HTMLElement[] {
    return this.queryAll("[data-own]");
  }

  private tell(): void {
    this.showPiles();
    this.changed();
  }

  private addCard(): void {
    const next = this.own.find((card) => card.hidden);
    if (!next) return;
    next.hidden = false;
    query(next, "[data-own-text]").focus();
    this.showMore();
  }

  private showMore(): void {
    const button = this.querySelector<HTMLButtonElement>("[data-add-card]");
    if (button) button.hidden = this.own.every((card) => !card.hidden);
  }

  private dealAll(): void {
    this.showDealt(true);
    this.query("[data-dealt] :is(button, input, textarea)").focus();
  }

  /** Cards that are kept back stand on the screen only once they are dealt; cards of one's own come before them. */
  private showDealt(isDealt: boolean): void {
    const place = this.querySelector("[data-dealt]");
    if (!place) return;
    place.classList.toggle("is-dealt", isDealt);
    this.query("[data-kept-back]").hidden = isDealt;
  }

  private draw(): void {
    this.deal(
      drawn(
        this.cards.filter((card) => !("own" in card.dataset)).map((card) => card.dataset.card ?? ""),
        Number(this.dataset.draw),
      ),
    );
    this.changed();
  }

  /** Shows the hand that was drawn, and beside it every card that is answered; an empty hand shows every card. */
  private deal(hand: string[]): void {
    const dealt = this.cards.filter((card) => !("own" in card.dataset));
    this.hand = hand;
    const others = hand.length ? dealt.filter((card) => !hand.includes(card.dataset.card ?? "")) : [];
    const kept = others.filter((card) => this.isAnswered(card));
    dealt.forEach((card) => card.hidden = others.includes(card) && !kept.includes(card));
    const button = this.querySelector<HTMLButtonElement>("[data-draw-cards]");
    if (!button) return;
    button.textContent = hand.length
      ? this.messages.t("draw_again")
      : this.messages.t("draw", { count: Number(this.dataset.draw) });
    this.query("[data-show-cards]").hidden = hand.length === 0;
    const said = [
      hand.length ? this.messages.t("drawn", { count: hand.length, of: dealt.length }) : "",
      kept.length ? this.messages.t("drawn_kept", { count: kept.length }) : "",
    ];
    this.query("[data-drawn]").textContent = said.filter(Boolean).join(" ");
    if (!hand.length && this.contains(document.activeElement)) button.focus();
  }

  private textOf(card: HTMLElement): string {
    return "own" in card.dataset
      ? query<HTMLInputElement>(card, "[data-own-text]").value
      : query(card, "[data-card-text]").textContent ?? "";
  }

  private marksOf(card: HTMLElement): string[] {
    return queryAll<HTMLInputElement>(card, "[data-mark]").filter((mark) => mark.checked).map((mark) => mark.value);
  }

  private notesOf(card: HTMLElement): Texts | undefined {
    return textsIn(card, "[data-note]", (field) => field.dataset.note ?? "");
  }

  private isAnswered(card: HTMLElement): boolean {
    return Boolean(chosenIn(card) || this.marksOf(card).length || this.notesOf(card));
  }

  private showPiles(): void {
    for (const pile of this.queryAll("[data-pile]")) {
      const id = pile.dataset.pile ?? "";
      const here = this.cards.filter((card) =>
        !card.hidden && (chosenIn(card) === id || this.marksOf(card).includes(id))
      );
      query(pile, "[data-pile-cards]").replaceChildren(...here.map((card) => make("li", {}, this.textOf(card))));
      query(pile, "[data-pile-empty]").hidden = here.length > 0;
    }
  }

  read(): unknown {
    const boxes: Plain = asRecord(null), notes: Plain = asRecord(null), marks: Plain = asRecord(null);
    for (const card of this.cards) {
      const id = card.dataset.card ?? "";
      const box = chosenIn(card);
      if (box) boxes[id] = box;
      const marked = this.marksOf(card);
      if (marked.length) marks[id] = marked;
      const texts = this.notesOf(card);
      if (texts) notes[id] = texts;
    }
    const isUsed = (id: string) => id in boxes || id in marks || id in notes;
    const own = this.own.map((card) => ({ id: card.dataset.card ?? "", text: this.textOf(card) })).filter((
      { id, text },
    ) => text || isUsed(id));
    const piles = textsIn(this, "[data-pile-note]", pileOf);
    const parts = {
      boxes: orNothing(boxes),
      marks: orNothing(marks),
      notes: orNothing(notes),
      own: own.length ? own : undefined,
      piles,
    };
    const found = { ...parts, drawn: this.hand.length ? this.hand : undefined };
    return orNothing(found);
  }

  /** What there is on this page. */
  private get known(): Known {
    const ids = (elements: HTMLElement[], name: string) => new Set(elements.map((one) => one.dataset[name] ?? ""));
    const values = (fields: HTMLInputElement[]) => new Set(fields.map((field) => field.value));
    return {
      cards: ids(this.cards, "card"),
      own: ids(this.own, "card"),
      boxes: values(this.cards.slice(0, 1).flatMap(radiosOf)),
      marks: values(this.queryAll<HTMLInputElement>("[data-mark]")),
      notes: ids(this.queryAll("[data-note]"), "note"),
      piles: new Set(this.queryAll<HTMLTextAreaElement>("[data-pile-note]").map(pileOf)),
    };
  }

  write(answer: unknown): unknown {
    this.clear();
    const given = asRecord(answer);
    const { known } = this;
    const own = asList(given.own).map(asRecord);
    const firstOf = new Map([...own].reverse().map((one) => [asText(one.id), one]));
    for (const card of this.own) {
      const one = firstOf.get(card.dataset.card ?? "");
      if (!one) continue;
      card.hidden = false;
      query<HTMLInputElement>(card, "[data-own-text]").value = asText(one.text);
    }
    this.showMore();
    const said = { boxes: asRecord(given.boxes), marks: asRecord(given.marks), notes: asRecord(given.notes) };
    const piles = asRecord(given.piles);
    this.cards.forEach((card) => this.writeCard(card, said));
    this.queryAll<HTMLTextAreaElement>("[data-pile-note]").forEach((field) => {
      field.value = asText(piles[pileOf(field)]);
    });
    if (Array.isArray(given.drawn)) this.deal(given.drawn.map(asText).filter((id) => known.cards.has(id)));
    this.showPiles();
    return unknownIn(given, known);
  }

  private writeCard(card: HTMLElement, said: Said): void {
    const id = card.dataset.card ?? "";
    const box = said.boxes[id];
    const marked = said.marks[id];
    if (card.querySelector("[data-clear]")) choose(card, typeof box === "string" ? box : undefined);
    queryAll<HTMLInputElement>(card, "[data-mark]").forEach((mark) =>
      mark.checked = Array.isArray(marked) && marked.includes(mark.value)
    );
    const notes = asRecord(said.notes[id]);
    queryAll<HTMLTextAreaElement>(card, "[data-note]").forEach((field) =>
      field.value = asText(notes[field.dataset.note ?? ""])
    );
    if (card.closest("[data-dealt]") && (box || marked || Object.keys(notes).length)) this.showDealt(true);
  }

  clear(): void {
    this.deal([]);
    this.showDealt(false);
    this.own.forEach((card) => card.hidden = true);
    this.queryAll<HTMLInputElement>("[data-own-text]").forEach((field) => field.value = "");
    this.queryAll<HTMLTextAreaElement>("[data-pile-note]").forEach((field) => field.value = "");
    this.cards.forEach((card) => this.writeCard(card, NOTHING));
    this.showMore();
    this.showPiles();
  }
}

/** The texts of fields, by name; nothing where none is filled. */
function textsIn(
  within: HTMLElement,
  selector: string,
  name: (field: HTMLTextAreaElement) => string,
): Texts | undefined {
  const filled = queryAll<HTMLTextAreaElement>(within, selector).filter((field) => field.value);
  return orNothing(Object.fromEntries(filled.map((field) => [name(field), field.value])));
}

function pileOf(field: HTMLElement): string {
  return field.closest<HTMLElement>("[data-pile]")?.dataset.pile ?? "";
}

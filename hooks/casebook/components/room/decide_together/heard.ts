/** The reasons of a room as they may be sent to the publisher: reasons alone, never how many held them. */
import type { Chosen } from "../../../../scripts/room/room_decision.ts";

/** The reasons for one option. */
export interface HeardOption {
  seat: string;
  option: string;
  reasons: string[];
}

/** Reasons that were typed a line each: without empty lines, and each once. */
export function reasonsIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/^\s*(?:[-*\u2022\u2013]\s+)?/, "").trim());
  return [...new Set(lines.filter(Boolean))];
}

/** The options for which there are reasons, by seat/option; a seat is named where there are several. */
export function heardIn({ decision }: Chosen, reasons: ReadonlyMap<string, string>): HeardOption[] {
  const isOne = decision.seats.length === 1;
  return decision.seats.flatMap((seat) =>
    seat.options.map((option) => ({
      seat: isOne ? "" : seat.label,
      option: option.label,
      reasons: reasonsIn(reasons.get(`${seat.id}/${option.id}`) ?? ""),
    }))
  ).filter((one) => one.reasons.length > 0);
}

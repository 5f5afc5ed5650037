import { loadData } from "../../../../scripts/lib/data.ts";

/** A source as a finding's note names it. */
export interface Note {
  name: string;
  at: string;
  read: string;
  page: string;
  others: string;
}

/** What a finding says: fact and reading apart. */
export interface FindingText {
  text: string;
  /** What the fact cannot show; empty where nothing is said. */
  limits: string;
  reading: string;
  when: string;
  part: string;
  doubt: string;
  sources: Note[];
  disputed: { text: string; sources: Note[] }[];
  page: string;
}

/** The texts of a claim's findings, by case/finding. */
export type ClaimTexts = Record<string, FindingText>;

/** Loads the texts of a claim's findings. Rejects where their file is missing. */
export function loadClaimTexts(claim: string, address: string): Promise<ClaimTexts> {
  return loadData<ClaimTexts>(`claim:${claim}`, address);
}

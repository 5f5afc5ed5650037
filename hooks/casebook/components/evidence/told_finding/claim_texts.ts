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

declare global {
  var casebookClaims: Record<string, ClaimTexts> | undefined;
}

const asked = new Map<string, Promise<ClaimTexts>>();

/** Loads the script that holds a claim's texts, once; works from file:// too. Rejects where the file is missing. */
export function loadClaimTexts(claim: string, address: string): Promise<ClaimTexts> {
  const known = asked.get(claim);
  if (known) return known;
  const texts = new Promise<ClaimTexts>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => {
      const texts = globalThis.casebookClaims ?? {};
      const found = Object.hasOwn(texts, claim) ? texts[claim] : undefined;
      if (found) resolve(found);
      else reject(new Error(`${address} holds no texts of ${claim}`));
    });
    script.addEventListener("error", () => {
      asked.delete(claim);
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    document.head.append(script);
  });
  asked.set(claim, texts);
  return texts;
}

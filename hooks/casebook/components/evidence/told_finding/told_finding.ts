import type { FindingText, Note } from "./claim_texts.ts";

/** A finding's text in the frame that the page holds for it. `root` leads to the site's first folder. */
export function tellFinding(frame: HTMLTemplateElement, finding: FindingText, root: string): HTMLElement {
  const told = (frame.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const pattern = told.querySelector<HTMLElement>("[data-name]")!.closest("li")!;
  const main = told.querySelectorAll<HTMLElement>("[data-sources]")[1]!;
  set(told, "[data-text]", finding.part ? `${finding.part}: ${finding.text}` : finding.text);
  set(told, "[data-reading]", finding.reading);
  set(told, "[data-when]", finding.when);
  set(told, "[data-doubt]", finding.doubt && `(${finding.doubt})`);
  const limits = told.querySelector<HTMLElement>("[data-limits]")!;
  set(limits, "[data-text]", finding.limits);
  limits.hidden = !finding.limits;
  const dispute = told.querySelector<HTMLElement>("[data-disputed]")!;
  for (const one of finding.disputed) {
    const copy = dispute.cloneNode(true) as HTMLElement;
    copy.hidden = false;
    set(copy, "[data-text]", one.text);
    copy.querySelector("[data-sources]")!.replaceChildren(...one.sources.map((note) => noteItem(pattern, note, root)));
    dispute.before(copy);
  }
  dispute.remove();
  main.replaceChildren(...finding.sources.map((note) => noteItem(pattern, note, root)));
  told.querySelector<HTMLElement>(".told-sources-title")!.hidden = !finding.sources.length;
  told.querySelector<HTMLAnchorElement>("[data-page]")!.href = root + finding.page;
  return told;
}

function noteItem(pattern: HTMLElement, note: Note, root: string): HTMLElement {
  const item = pattern.cloneNode(true) as HTMLElement;
  const link = item.querySelector<HTMLAnchorElement>("[data-name]")!;
  link.textContent = note.name;
  link.href = root + note.page;
  set(item, "[data-note]", [note.at && `, ${note.at}`, `; ${note.read}`, note.others && `; ${note.others}`].join(""));
  return item;
}

function set(within: HTMLElement, place: string, text: string): void {
  const found = within.querySelector<HTMLElement>(place);
  if (!found) return;
  found.textContent = text;
  found.hidden = !text;
}

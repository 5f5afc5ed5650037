/** What a reader chose, and what they expected, as seat/option. */
interface Answered {
  chosen: readonly string[];
  expected: readonly string[];
}

/** Answers a choice in the reveal behind a decision: whether they did the same, and what the choice brings up. */
export function answer(within: ParentNode, { chosen, expected }: Answered): void {
  show(within, "chose", chosen);
  show(within, "expected", expected);
  for (const one of within.querySelectorAll<HTMLElement>(":scope .they-chose[data-seat]")) {
    one.hidden = chosen.some((option) => isTaken(within, option, one.dataset.seat ?? ""));
  }
  bringUp(within, chosen);
}

/** True where the option is the one that was taken from this seat: the answer names it already. */
function isTaken(within: ParentNode, option: string, seat: string): boolean {
  const line = within.querySelector<HTMLElement>(`[data-chose="${CSS.escape(option)}"]`);
  return option.startsWith(`${seat}/`) && line?.dataset.same !== undefined;
}

function show(within: ParentNode, name: string, options: readonly string[]): void {
  for (const line of within.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
    line.hidden = !options.includes(line.getAttribute(`data-${name}`) ?? "");
  }
}

/** Sets what the chosen options bring up before the rest. */
function bringUp(within: ParentNode, chosen: readonly string[]): void {
  const box = within.querySelector<HTMLElement>("[data-your-choice]");
  const mine = chosen.flatMap((option) => [
    ...within.querySelectorAll<HTMLElement>(`[data-analysis="${CSS.escape(option)}"] dd`),
  ]);
  if (!box || !mine.length) return;
  const list = box.querySelector("h3")!;
  box.replaceChildren(list, ...mine.map((one) => paragraph(one.textContent ?? "")));
  box.hidden = false;
  const summary = within.querySelector<HTMLElement>(".analyses summary");
  if (summary) summary.textContent = summary.dataset.others ?? "";
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

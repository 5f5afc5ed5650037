/** What a reader chose, and what they expected, as seat/option. */
interface Answered {
  chosen: readonly string[];
  expected: readonly string[];
}

/** Answers a choice in a reveal: whether they did the same, and what the choice brings up. */
export function answer(reveal: ParentNode, { chosen, expected }: Answered): void {
  show(reveal, "chose", chosen);
  show(reveal, "expected", expected);
  show(reveal, "unless", chosen, false);
  bringUp(reveal, chosen);
  show(reveal, "analysis", chosen, false);
}

/** Shows the lines of which an attribute names one of the options; or those of which it names none. */
function show(reveal: ParentNode, name: string, options: readonly string[], isNamed = true): void {
  for (const line of reveal.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
    const named = line.getAttribute(`data-${name}`)!.split(" ");
    line.hidden = options.some((option) => named.includes(option)) !== isNamed;
  }
}

/** Sets what the chosen options bring up before the rest. */
function bringUp(reveal: ParentNode, chosen: readonly string[]): void {
  const box = reveal.querySelector<HTMLElement>("[data-your-choice]");
  const mine = chosen.flatMap((option) => [
    ...reveal.querySelectorAll<HTMLElement>(`[data-analysis="${CSS.escape(option)}"] dd`),
  ]);
  if (!box || !mine.length) return;
  const list = box.querySelector("h3")!;
  box.replaceChildren(list, ...mine.map((one) => paragraph(one.textContent ?? "")));
  box.hidden = false;
  const summary = reveal.querySelector<HTMLElement>(".analyses summary");
  if (summary) summary.textContent = summary.dataset.others ?? "";
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

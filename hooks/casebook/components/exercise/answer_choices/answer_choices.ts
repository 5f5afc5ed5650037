/** Radios inside one fieldset, and the button that clears them. */
import { query, queryAll } from "../../../../scripts/lib/dom.ts";

export function radiosOf(fieldset: ParentNode): HTMLInputElement[] {
  return queryAll<HTMLInputElement>(fieldset, '.answer-choices input[type="radio"]');
}

export function chosenIn(fieldset: ParentNode): string | undefined {
  return radiosOf(fieldset).find((radio) => radio.checked)?.value;
}

/** Chooses a value; false when there is no such choice. */
export function choose(fieldset: ParentNode, value: string | undefined): boolean {
  const radios = radiosOf(fieldset);
  radios.forEach((radio) => radio.checked = radio.value === value);
  showClear(fieldset);
  return value === undefined || radios.some((radio) => radio.checked);
}

/** Offers the clear button only where there is something to clear. */
export function showClear(fieldset: ParentNode): void {
  const button = fieldset.querySelector<HTMLButtonElement>("[data-clear]");
  if (button) button.hidden = chosenIn(fieldset) === undefined;
}

export function wireClear(fieldset: HTMLElement, changed: () => void, signal: AbortSignal): void {
  fieldset.addEventListener("change", () => showClear(fieldset), { signal });
  query(fieldset, "[data-clear]").addEventListener("click", () => {
    choose(fieldset, undefined);
    radiosOf(fieldset)[0]?.focus();
    changed();
  }, { signal });
}

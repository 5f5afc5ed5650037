/**
 * The field into which the marks of a sheet are typed, by people who look at the paper. Once its sheet was refused it takes
 * no more marks until it is corrected or emptied, so that the next sheet never runs into it.
 */
import { readKeys } from "./typed_marks.ts";

/** Keys that move the caret: whoever presses one looks at the screen. */
const MOVES: readonly string[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** True where marks were added at the end of a text, and nothing else was changed. */
export function isAppended(before: string, after: string): boolean {
  return after.length > before.length && after.startsWith(before);
}

export class MarksField {
  /** What stood in the field when its sheet was refused; null where marks are taken. */
  private refused: string | null = null;

  /** `changed` is told what in the field was no key; nothing where all were. */
  constructor(
    private readonly input: HTMLInputElement,
    private readonly changed: (unknown: string) => void,
    private readonly moved: () => void,
    signal: AbortSignal,
  ) {
    input.addEventListener("input", () => this.onInput(), { signal });
    for (const event of ["keyup", "click"]) input.addEventListener(event, () => this.moved(), { signal });
    input.addEventListener("pointerdown", () => this.release(), { signal });
    input.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && this.isRefused) this.put("");
      if (MOVES.includes(key)) this.release();
    }, { signal });
  }

  get text(): string {
    return this.input.value;
  }

  get keys(): string {
    return readKeys(this.text).keys;
  }

  /** How many marks stand before the caret. */
  get at(): number {
    return readKeys(this.text.slice(0, this.input.selectionStart ?? undefined)).keys.length;
  }

  get isRefused(): boolean {
    return this.refused !== null;
  }

  focus(): void {
    this.input.focus();
  }

  put(text: string): void {
    this.release();
    this.input.value = text;
    this.onInput();
  }

  /** Takes no more marks at the end of what stands here. */
  refuse(): void {
    this.refused = this.text;
    this.input.setAttribute("aria-invalid", "true");
  }

  private release(): void {
    this.refused = null;
    this.input.removeAttribute("aria-invalid");
  }

  /** Takes out of the field what is no key; while its sheet is refused, what was added to it. */
  private onInput(): void {
    if (this.refused !== null && isAppended(this.refused, this.text)) {
      this.input.value = this.refused;
      return;
    }
    this.release();
    const { value } = this.input;
    const { unknown } = readKeys(value);
    if (unknown) {
      const end = this.input.selectionStart ?? value.length;
      const kept = (text: string) => [...text].filter((one) => !readKeys(one).unknown).join("");
      this.input.value = kept(value);
      const caret = kept(value.slice(0, end)).length;
      this.input.setSelectionRange(caret, caret);
    }
    this.changed(unknown);
  }
}

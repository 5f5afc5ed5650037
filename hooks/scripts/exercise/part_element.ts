/** What every kind of part can do: say what was filled in, take answers back, clear itself. */
import { CasebookElement } from "../lib/element.ts";

export abstract class PartElement extends CasebookElement {
  /** True once the part works. */
  isAwake = false;

  /** Wires the part. One that cannot be wired stays asleep and takes no other part along. */
  override connectedCallback(): void {
    try {
      super.connectedCallback();
      this.isAwake = true;
    } catch (error) {
      this.disconnectedCallback();
      console.error(error);
    }
  }

  get partId(): string {
    return this.dataset.part ?? "";
  }

  /** Makes the part work. What was filled in before the script came stays. */
  protected abstract override wire(signal: AbortSignal): void;

  /** The answers, or undefined when there are none. */
  abstract read(): unknown;

  /** Takes answers back; returns what belongs to nothing here, in the same shape, so that it can be kept. */
  abstract write(answer: unknown): unknown;

  /** How many of the answers taken back are kept inside although the page has no place for them. */
  get unknown(): number {
    return 0;
  }

  abstract clear(): void;

  /** Tells the form that something has changed. */
  protected changed(): void {
    this.dispatchEvent(new CustomEvent("part-changed", { bubbles: true }));
  }

  /** Tells the form that what comes now is a new round; what was saved of the one before stays. */
  protected beginRound(): void {
    this.dispatchEvent(new CustomEvent("round-begun", { bubbles: true }));
  }

  /** Asks the form for a new round; it calls back as soon as the one before is kept, or the visitor lets it go. */
  protected askForRound(begin: () => void): void {
    this.dispatchEvent(new CustomEvent("round-asked", { bubbles: true, detail: begin }));
  }
}

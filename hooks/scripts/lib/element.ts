/** What every element of ours shares: its listeners hang on one signal, and fall silent when the element leaves the page. */
import { all, need } from "./dom.ts";

export abstract class CasebookElement extends HTMLElement {
  private leave = new AbortController();

  connectedCallback(): void {
    this.leave = new AbortController();
    this.wire(this.leave.signal);
  }

  disconnectedCallback(): void {
    this.leave.abort();
  }

  /** Makes the element work. Whatever it starts ends with the signal. */
  protected abstract wire(signal: AbortSignal): void;

  /** The first element inside that fits, which must be there. */
  protected find<E extends HTMLElement>(selector: string): E {
    return need<E>(this, selector);
  }

  protected findAll<E extends HTMLElement>(selector: string): E[] {
    return all<E>(this, selector);
  }
}

/**
 * What every element of ours shares: its listeners hang on one signal, and fall silent when the element leaves the
 * page.
 */
import { query, queryAll } from "./dom.ts";

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
  protected query<E extends HTMLElement>(selector: string): E {
    return query<E>(this, selector);
  }

  protected queryAll<E extends HTMLElement>(selector: string): E[] {
    return queryAll<E>(this, selector);
  }
}

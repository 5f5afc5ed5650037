import { CasebookElement } from "../../../../scripts/lib/element.ts";

/**
 * A button that copies a text of the page. Where the clipboard cannot be had (from a disk, in an old browser) the text
 * is selected and the browser asked to copy it; where it will not, the words say that it is selected.
 */
export class CopyButtonElement extends CasebookElement {
  /** The script may stand before the element, so that the button is not read yet when the element begins. */
  protected wire(signal: AbortSignal): void {
    this.addEventListener("click", (event) => {
      if ((event.target as Element).closest("button")) void this.copy();
    }, { signal });
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.offer(), { signal, once: true });
    } else this.offer();
  }

  private offer(): void {
    const button = this.querySelector("button");
    // The address of a file on a disk is of use to nobody else.
    const isFile = location.protocol === "file:";
    if (button) button.hidden = this.dataset.target ? !this.target : isFile;
    const own = this.target?.querySelector("[data-own-address]");
    if (own && !isFile) own.textContent = address();
  }

  /** What is copied; null for the address of the page. */
  private get target(): HTMLElement | null {
    return document.getElementById(this.dataset.target ?? "");
  }

  private async copy(): Promise<void> {
    const { target } = this;
    const status = this.query("[role=status]");
    status.textContent = "";
    const text = target ? textIn(target) : address();
    let isCopied = await written(text);
    if (!isCopied) {
      // An address stands nowhere on the page: it is shown here, where it can be selected.
      if (!target) status.textContent = text;
      isCopied = copySelected(target ?? status);
      if (!isCopied && !target) return;
    }
    // A live region is read out when its text changes: the same words a second time have to change too.
    requestAnimationFrame(() => status.textContent = (isCopied ? this.dataset.done : this.dataset.failed) ?? "");
  }
}

/** The address of this page, without what was chosen on it. */
function address(): string {
  return location.origin + location.pathname;
}

function textIn(target: HTMLElement): string {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target.value;
  return target.innerText.trim();
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects the text, which stays selected, and asks the browser to copy it the old way. */
function copySelected(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
  else getSelection()?.selectAllChildren(target);
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
}

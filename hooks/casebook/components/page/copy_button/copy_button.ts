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
    if (button) button.hidden = !this.target;
  }

  private get target(): HTMLElement | null {
    return document.getElementById(this.dataset.target ?? "");
  }

  private async copy(): Promise<void> {
    const { target } = this;
    const status = this.query("[role=status]");
    if (!target) return;
    status.textContent = "";
    const isCopied = await written(textIn(target)) || copySelected(target);
    // A live region is read out when its text changes: the same words a second time have to change too.
    requestAnimationFrame(() => status.textContent = (isCopied ? this.dataset.done : this.dataset.failed) ?? "");
  }
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

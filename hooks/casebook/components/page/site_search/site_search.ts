import { CasebookElement } from "../../../../scripts/lib/element.ts";
import { make } from "../../../../scripts/lib/make.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
/** Fields in which a key that is pressed is a letter that is typed. */
const TYPED = "textarea, select, [contenteditable]:not([contenteditable=false]), " +
  "input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file], [type=range], [type=color])";

/**
 * The search in the header: a link to the search page becomes a button that opens the search in a dialog, and so do
 * / and Ctrl K. The script of the search is loaded when it is first opened.
 */
export class SiteSearchElement extends CasebookElement {
  private isLoaded = false;

  protected wire(signal: AbortSignal): void {
    const link = this.querySelector("a");
    if (!link || typeof HTMLDialogElement !== "function") return;
    const button = make("button", {
      type: "button",
      class: link.className,
      "aria-haspopup": "dialog",
      "aria-keyshortcuts": "/ Control+K Meta+K",
      "data-page": link.href,
    });
    button.append(...link.childNodes);
    link.replaceWith(button);
    button.addEventListener("click", () => this.open(), { signal });
    document.addEventListener("keydown", (event) => {
      if (!isCall(event) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      this.open();
    }, { signal });
    this.querySelector("dialog")?.addEventListener("click", ({ target, currentTarget }) => {
      if (target === currentTarget || (target as Element).closest("[data-close]")) this.close();
    }, { signal });
    // A field for searching takes the first Escape for itself; here it closes.
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      this.close();
    }, { signal });
  }

  private close(): void {
    this.querySelector("dialog")?.close();
  }

  /** Opens the dialog; on the search page, which has none, the cursor goes into its box. */
  private open(): void {
    const dialog = this.querySelector("dialog");
    if (!dialog) return document.querySelector<HTMLElement>("search-box input")?.focus();
    dialog.showModal();
    const field = dialog.querySelector("input");
    field?.focus();
    field?.select();
    if (this.isLoaded) return;
    this.isLoaded = true;
    const script = make("script", { src: new URL("search.js", here).href });
    script.addEventListener("error", () => location.assign(this.querySelector("button")?.dataset.page ?? here));
    document.head.append(script);
  }
}

/** True for a key that asks for the search: / or Ctrl K (on a Mac Cmd K), unless somebody is typing. */
function isCall(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented, target } = event;
  if (isComposing || defaultPrevented || altKey || (target as Element | null)?.closest?.(TYPED)) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === "k" && !shiftKey;
  return key === "/";
}

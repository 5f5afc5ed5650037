import { make } from "./make.ts";

/** What a popover is called, and the words of the button that closes it. */
export interface PopoverWords {
  name: string;
  close: string;
}

/** How far a popover keeps from its anchor and from the edges of the screen, in CSS pixels. */
const GAP = 8;

let box: HTMLElement | undefined;
/** What the popover explains; none while it is closed. */
let anchor: HTMLElement | null = null;
/** What was pressed while its own popover was open: the press has closed it, and must not open it again. */
let pressed: HTMLElement | null = null;

/** False in browsers of before 2024: there the link leads on. */
export function hasPopovers(): boolean {
  return "showPopover" in HTMLElement.prototype;
}

/**
 * Shows content in the one popover of the page, beside its anchor and inside the screen, and moves the focus into it.
 * Escape, a press outside, its button, Tab past its end and a second press of the anchor close it; the focus then
 * returns to the anchor, unless it went elsewhere. False in a browser without popovers: let the link lead on then.
 */
export function showPopover(from: HTMLElement, { name, close }: PopoverWords, ...content: (Node | string)[]): boolean {
  if (!hasPopovers()) return false;
  if (anchor === from || pressed === from) {
    hidePopover();
    pressed = null;
    return true;
  }
  hidePopover();
  const shut = make("button", { type: "button", class: "quiet small" }, close);
  shut.addEventListener("click", hidePopover);
  box ??= makeBox();
  box.setAttribute("aria-label", name);
  box.replaceChildren(...content, shut);
  // Behind its anchor, so that Tab and a screen reader go on from where they were.
  from.after(box);
  from.focus({ preventScroll: true });
  anchor = from;
  box.showPopover();
  place(box, from);
  from.setAttribute("aria-expanded", "true");
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
  return true;
}

/** Closes the popover, if it is open. */
export function hidePopover(): void {
  if (anchor) box?.hidePopover();
}

function makeBox(): HTMLElement {
  const made = make("div", { class: "popover", popover: "auto", role: "dialog", tabindex: "-1" });
  made.addEventListener("beforetoggle", (event) => {
    if ((event as ToggleEvent).newState === "open") return;
    anchor?.removeAttribute("aria-expanded");
    anchor = null;
  });
  made.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && relatedTarget !== anchor && !made.contains(relatedTarget)) hidePopover();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    pressed = anchor && target instanceof Node && anchor.contains(target) ? anchor : null;
  }, { capture: true });
  return made;
}

/** Below the anchor, or above it where only there is room; as far to the left as the screen asks. */
function place(popover: HTMLElement, from: HTMLElement): void {
  const at = from.getClientRects()[0] ?? from.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isAbove = at.bottom + GAP + height > clientHeight && at.top - GAP - height >= 0;
  const left = Math.max(GAP, Math.min(at.left, clientWidth - width - GAP));
  const top = isAbove ? at.top - GAP - height : at.bottom + GAP;
  popover.style.left = `${left + scrollX}px`;
  popover.style.top = `${top + scrollY}px`;
}

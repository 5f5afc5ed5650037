/** What moves the page waits until no press is under way, which would otherwise not reach what it was meant for. */

let isDown = false;
let waiting: (() => void)[] = [];

function release(): void {
  isDown = false;
  const acts = waiting;
  waiting = [];
  acts.forEach((act) => act());
}

/** Watches presses. A finger is told of as a mouse as well, just before the field that it leaves is. */
export function watchPresses(signal: AbortSignal): void {
  const options = { signal, capture: true };
  addEventListener("mousedown", () => isDown = true, options);
  // The click comes after the button has risen, and goes first.
  for (const end of ["mouseup", "dragend"]) addEventListener(end, () => setTimeout(release), options);
  // Of the window alone, not of the field that is left by the press.
  addEventListener("blur", () => setTimeout(release), { signal });
}

/** Does something at once, or once the press that is under way is over. */
export function afterPress(act: () => void): void {
  if (isDown) waiting.push(act);
  else act();
}

/**
 * An exercise whose script has not come, or has failed, takes texts all the same: whoever leaves it then is asked
 * first.
 */

const ASLEEP = "exercise-form:not([data-awake])";

export function guardAsleep(): void {
  let isTouched = false;
  addEventListener("input", ({ target }) => {
    isTouched ||= target instanceof Element && target.closest(ASLEEP) !== null;
  });
  addEventListener("beforeunload", (event) => {
    if (isTouched && document.querySelector(ASLEEP)) event.returnValue = true;
  });
}

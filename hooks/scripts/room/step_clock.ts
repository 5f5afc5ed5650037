/** The clock of a room: how long each step has taken so far, and how far the whole is behind. It stops nothing. */

const MINUTE = 60_000;

export class StepClock {
  private readonly spent: number[];
  private at = -1;
  private since = 0;

  /** `planned`: the minutes of each step. */
  constructor(private readonly planned: readonly number[]) {
    this.spent = planned.map(() => 0);
  }

  /** Goes on with a step: the minutes that it has had already count. */
  enter(step: number, now: number): void {
    this.pause(now);
    this.at = step;
    this.since = now;
  }

  /** Stands still until the next step is entered. */
  pause(now: number): void {
    if (this.at >= 0) this.spent[this.at]! += now - this.since;
    this.at = -1;
  }

  /** The whole minutes that the present step has had. */
  gone(now: number): number {
    return this.at < 0 ? 0 : Math.floor((this.spent[this.at]! + now - this.since) / MINUTE);
  }

  /** The whole minutes by which the steps before the present one have taken longer than planned; below zero, less. */
  get behind(): number {
    const before = this.spent.slice(0, Math.max(this.at, 0));
    const planned = this.planned.slice(0, before.length).reduce((sum, minutes) => sum + minutes, 0);
    return Math.trunc(before.reduce((sum, spent) => sum + spent, 0) / MINUTE - planned);
  }
}

/** A time of day, from milliseconds: 9:05. */
export function timeOfDay(milliseconds: number): string {
  const day = new Date(milliseconds);
  return `${day.getHours()}:${String(day.getMinutes()).padStart(2, "0")}`;
}

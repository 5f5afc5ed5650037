/**
 * The table as a grid: one stop for Tab, and keys that move from link to link and from sign to sign.
 *
 * Left and right go along a row, up and down along a column, past empty cells; Home and End go to the ends of a row,
 * with Ctrl to the ends of the table. Enter and Space do what a click does.
 */

const STOPS = "a, button";
const STOP = ':is(a, button)[tabindex="0"]';
type Move = (from: HTMLElement, table: HTMLTableElement) => HTMLElement | undefined;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: (from) => beside(from, 1),
  ArrowLeft: (from) => beside(from, -1),
  ArrowDown: (from, table) => along(from, table, 1),
  ArrowUp: (from, table) => along(from, table, -1),
  Home: (from) => stopsIn(from.closest("tr")!)[0],
  End: (from) => stopsIn(from.closest("tr")!).at(-1),
  "Ctrl Home": (_, table) => stopsIn(table)[0],
  "Ctrl End": (_, table) => stopsIn(table).at(-1),
};

/** Makes a table a grid; call `keepOneStop` again when its rows have changed. */
export function makeGrid(table: HTMLTableElement, signal: AbortSignal): void {
  table.setAttribute("role", "grid");
  table.addEventListener("keydown", (event) => press(event, table), { signal });
  table.addEventListener("focusin", ({ target }) => setStop(table, target as HTMLElement), { signal });
  for (const one of table.querySelectorAll<HTMLElement>(STOPS)) one.tabIndex = -1;
  keepOneStop(table);
}

/** Tab reaches the link or sign that had the focus last, or else the first sign that is shown. */
export function keepOneStop(table: HTMLTableElement): void {
  const stop = table.querySelector<HTMLElement>(STOP);
  const shown = stop && !stop.closest("[hidden]") ? stop : undefined;
  setStop(table, shown ?? stopsIn(table.tBodies[0]!).find((one) => one.closest("td")) ?? stopsIn(table)[0]);
}

function press(event: KeyboardEvent, table: HTMLTableElement): void {
  if (event.altKey || event.shiftKey || event.metaKey) return;
  const from = (event.target as Element).closest<HTMLElement>(STOPS);
  const move = MOVES[event.ctrlKey ? `Ctrl ${event.key}` : event.key];
  if (!from || !move) return;
  event.preventDefault();
  move(from, table)?.focus();
}

function setStop(table: HTMLTableElement, stop: HTMLElement | undefined): void {
  for (const one of table.querySelectorAll<HTMLElement>(STOP)) one.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

/** The links and signs in a row or a table that are shown, in their order. */
function stopsIn(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(STOPS)].filter((one) => !one.closest("[hidden]"));
}

function beside(from: HTMLElement, step: number): HTMLElement | undefined {
  const stops = stopsIn(from.closest("tr")!);
  return stops[stops.indexOf(from) + step];
}

/** The next cell of the same column that holds something. */
function along(from: HTMLElement, table: HTMLTableElement, step: number): HTMLElement | undefined {
  const column = from.closest<HTMLTableCellElement>("td, th")!.cellIndex;
  const rows = [...table.rows].filter((row) => !row.hidden);
  for (let at = rows.indexOf(from.closest("tr")!) + step; at >= 0 && at < rows.length; at += step) {
    const stop = rows[at]!.cells[column]?.querySelector<HTMLElement>(STOPS);
    if (stop) return stop;
  }
  return undefined;
}

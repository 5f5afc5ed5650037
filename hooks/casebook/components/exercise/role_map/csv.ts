/**
 * Tables as CSV (RFC 4180), read with commas, semicolons or tabs; cells that a spreadsheet would take for a formula are
 * made safe.
 */

/**
 * What may stand before the sign of a formula without making it harmless: white space, quotation marks, letters that
 * nobody sees.
 */
const BEFORE = "[\\s'\"‘’“”\\p{Default_Ignorable_Code_Point}\\p{Cf}]*";
const UNSAFE = new RegExp(`^(?:'*[\\t\\r]|${BEFORE}[=+\\-@|＝＋－＠])`, "u");

/** A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front. */
export function safeCell(cell: string): string {
  return UNSAFE.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was made safe. */
export function unsafeCell(cell: string): string {
  return cell.startsWith("'") && UNSAFE.test(cell) ? cell.slice(1) : cell;
}

/** Rows as text: quotes where they are needed, lines ended by CR LF. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) =>
    /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/** True when a quotation mark that opens a cell is never closed. */
export function isUnclosed(text: string): boolean {
  return new Cells(text).isUnclosed;
}

/** The rows of a text; an empty line is a row with one empty cell. */
export function parseCsv(text: string): string[][] {
  return new Cells(text).rows;
}

/** A first line with which a spreadsheet is told the separator: sep=; */
const SAID = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i;

/**
 * The separator: the one that a first line names, else of comma, semicolon and tab
 * the one that stands most often in the first row that is not empty, outside of quotation marks.
 */
function separatorOf(text: string): string {
  const said = SAID.exec(text)?.[1];
  if (said) return said;
  const [first = ""] = text.replace(/"(?:[^"]|"")*"/g, "").replace(/^[\r\n]+/, "").split(/[\r\n]/, 1);
  const count = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => count(mark) > count(best) ? mark : best);
}

class Cells {
  readonly rows: string[][] = [[]];
  readonly isUnclosed: boolean;
  private cell = "";
  private isQuoted = false;

  constructor(text: string) {
    const separator = separatorOf(text);
    const marks = text.replace(SAID, "").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    for (let at = 0; at < marks.length; at++) at += this.take(marks.charAt(at), marks.charAt(at + 1), separator);
    this.isUnclosed = this.isQuoted;
    this.endCell();
  }

  /** Takes one character; returns how many more were used up. */
  private take(mark: string, next: string, separator: string): number {
    if (this.isQuoted) {
      if (mark === '"' && next === '"') {
        this.cell += mark;
        return 1;
      }
      if (mark === '"') this.isQuoted = false;
      else this.cell += mark;
    } else if (mark === '"' && this.cell === "") this.isQuoted = true;
    else if (mark === separator) this.endCell();
    else if (mark === "\n") {
      this.endCell();
      this.rows.push([]);
    } else this.cell += mark;
    return 0;
  }

  private endCell(): void {
    this.rows.at(-1)?.push(this.cell);
    this.cell = "";
  }
}

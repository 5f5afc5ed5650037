/** The messages of the interface, handed over by the page: {names} filled in, one and other chosen by count. */

export class Messages {
  constructor(private readonly messages: Record<string, unknown>) {}

  t(key: string, values: Record<string, string | number> = {}): string {
    const found = this.messages[key];
    const one = found as Record<string, string> | undefined;
    const text = typeof found === "string" ? found : one?.[values.count === 1 ? "one" : "other"] ?? key;
    return text.replace(
      /\{(\w+)\}/g,
      (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
  }
}

/** A day as it is spoken: 3 May 2026. */
export function spoken(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T12:00:00`);
  if (Number.isNaN(day.getTime())) return date;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** Today as 2026-05-03, by the clock of the device. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

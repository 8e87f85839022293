// Days as numbers, counted from 1 January 1970, and as they are written.

const DAY = 86_400_000, written = new Map<number, string>();

/** The day of an ISO date. */
export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** A day as an ISO date; the same days come again and again, so what was written is kept. */
export function isoOf(day: number): string {
  let text = written.get(day);
  if (text === undefined) written.set(day, (text = new Date(day * DAY).toISOString().slice(0, 10)));
  return text;
}

/** First and last day of a year, a month or a day as typed; nothing where it is no date. */
export function spanOf(text: string): [number, number] | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day] = found;
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  if (isoOf(first / DAY).slice(0, text.trim().length) !== text.trim()) return undefined;
  const last = day ? first : month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31);
  return [first / DAY, last / DAY];
}

/** The last day of what a source's date begins with; infinite where that is no date. */
export function lastDayOf(text: string): number {
  return spanOf(text.slice(0, 10))?.[1] ?? Infinity;
}

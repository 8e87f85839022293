// Time as it is drawn: what span opens, and ticks from decades to days.
import type { Overview } from "./data";
import { isoOf } from "./days";
import { windowOf, type Selection } from "./select";
import type { Shape } from "./shapes";
import type { Filter } from "./state";
import type { Theme } from "./theme";

export type Span = [first: number, last: number];
export interface Scale { first: number; last: number; x: (day: number) => number; dayAt: (x: number) => number; unit: "month" | "day" }

const DAY = 86_400_000, FEW = 0.01, SHORTEST = 6;

export function scaleOf([first, last]: Span, left: number, width: number): Scale {
  const per = (width - left) / Math.max(1, last - first + 1);
  return { first, last, x: (day) => left + (day - first) * per, dayAt: (x) => Math.floor(first + (x - left) / per), unit: per > 5 ? "day" : "month" };
}

/** The window; without one, the span of nearly all contacts: one from 1918 would leave no room for the rest. */
export function usualSpan(data: Overview, selection: Selection, filter: Filter): Span {
  const [since, until] = windowOf(filter);
  if (since !== -Infinity && until !== Infinity) return [since, Math.max(until, since)];
  const ordered = begun(data, selection);
  if (!ordered.length) return since !== -Infinity ? [since, since + 365] : until !== Infinity ? [until - 365, until] : [0, 365];
  const few = Math.floor(ordered.length * FEW);
  const first = since !== -Infinity ? since : ordered[few]!, last = until !== Infinity ? until : ordered[ordered.length - 1 - few]!;
  const edge = Math.max(3, Math.round((last - first) * 0.02));
  return [since !== -Infinity ? first : first - edge, Math.max(until !== Infinity ? last : last + edge, first + 27)];
}

/** From the first to the last contact shown. */
export function wholeSpan(data: Overview, selection: Selection): Span {
  const { earliest, latest } = data.contacts;
  let first = Infinity, last = -Infinity;
  for (const at of selection.shown) {
    if (earliest[at]! < first) first = earliest[at]!;
    if (latest[at]! > last) last = latest[at]!;
  }
  return first > last ? [0, 365] : [first, Math.max(last, first + 27)];
}

const sorted = new WeakMap<Selection, Int32Array>();

/** The first days of what is shown, in their order. */
function begun({ contacts: { earliest } }: Overview, selection: Selection): Int32Array {
  let days = sorted.get(selection);
  if (!days) {
    days = new Int32Array(selection.shown.length);
    let many = 0;
    for (const at of selection.shown) if (!Number.isNaN(earliest[at])) days[many++] = earliest[at]!;
    sorted.set(selection, (days = days.subarray(0, many).sort()));
  }
  return days;
}

/** How many contacts lie before and after what is drawn. */
export function outside({ contacts: { earliest, latest } }: Overview, selection: Selection, span: Span): Span {
  let before = 0, after = 0;
  for (const at of selection.shown) {
    if (latest[at]! < span[0]) before++;
    else if (earliest[at]! > span[1]) after++;
  }
  return [before, after];
}

/** A span about a day, enlarged or made smaller. */
export function zoomed([first, last]: Span, factor: number, about: number): Span {
  const length = Math.max(SHORTEST, Math.min(80_000, (last - first + 1) / factor));
  const share = (about - first) / Math.max(1, last - first + 1);
  const from = Math.round(about - share * length);
  return [from, Math.round(from + length - 1)];
}

export function axisShapes(scale: Scale, theme: Theme, top: number, height: number): Shape[] {
  const shapes: Shape[] = [];
  for (const [day, text] of ticks(scale)) {
    const x = scale.x(day);
    shapes.push({ is: "line", x1: x, y1: top, x2: x, y2: height, stroke: theme.line, width: 0.6 });
    if (x + 2 + text.length * 6.5 < scale.x(scale.last + 1) + 12) shapes.push({ is: "text", x: x + 2, y: top / 2, text, size: 11, fill: theme.faint });
  }
  return shapes;
}

function ticks(scale: Scale): [number, string][] {
  const perDay = scale.x(1) - scale.x(0);
  const days = [1, 2, 7, 14].find((each) => each * perDay > 74);
  if (days !== undefined) return dayTicks(scale, days);
  const months = [1, 3, 6, 12, 24, 60, 120, 240].find((each) => each * 30.4 * perDay > 58) ?? 480;
  const found: [number, string][] = [];
  for (let month = Math.ceil(monthOf(scale.first) / months) * months; startOf(month) <= scale.last; month += months) {
    const day = startOf(month);
    if (day >= scale.first) found.push([day, months >= 12 ? isoOf(day).slice(0, 4) : isoOf(day).slice(0, 7)]);
  }
  return found;
}

function dayTicks(scale: Scale, days: number): [number, string][] {
  const found: [number, string][] = [];
  // 5 January 1970 was a Monday: weeks begin with one.
  for (let day = days < 7 ? scale.first : scale.first + ((4 - scale.first) % 7 + 7) % 7; day <= scale.last; day += days) found.push([day, isoOf(day)]);
  return found;
}

/** By arithmetic on the calendar, counted from 1 March of the year 0: an object for each of many days takes long. */
export function monthOf(day: number): number {
  const from = day + 719_468, era = Math.floor(from / 146_097), inEra = from - era * 146_097;
  const year = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100)), month = Math.floor((5 * inYear + 2) / 153);
  return (era * 400 + year) * 12 + month + 2;
}

/** The first day of a month; Date.UTC would take the years 0 to 99 for 1900 to 1999. */
export function startOf(month: number): number {
  const when = new Date(0);
  when.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return when.getTime() / DAY;
}

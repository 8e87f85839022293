// Lanes over time: a row each, every contact where it lies, a vague date as the span it is; above them the months.
import { isoOf, type Overview } from "./data";
import type { Selection } from "./select";
import { windowOf } from "./select";
import type { Shape } from "./shapes";
import type { Filter } from "./state";
import { kindColour, type Theme } from "./theme";

export interface LaneChart { shapes: Shape[]; dayAt: (x: number) => number; rows: number; left: number; height: number }

const ROW = 20, NAMES = 130, AXIS = 18, BARS = 54, MOST_ROWS = 200;

export function laneChart(data: Overview, selection: Selection, filter: Filter, theme: Theme, width: number): LaneChart {
  const [first, last] = spanShown(data, selection, filter);
  const names = width < 500 ? 84 : NAMES;
  const scale = (width - names - 12) / Math.max(1, last - first + 1);
  const x = (day: number): number => names + (day - first) * scale;
  const rows = rowsOf(data, selection, filter);
  const shown = rows.slice(0, MOST_ROWS);
  const height = AXIS + BARS + shown.length * ROW + 8;
  const shapes = [...axis(first, last, x, theme, height), ...months(data, selection, first, last, x, theme)];
  shown.forEach((row, nth) => shapes.push(...lane(data, selection, row, AXIS + BARS + nth * ROW, x, names, width, theme)));
  return { shapes, dayAt: (at) => Math.floor(first + (at - names) / scale), rows: rows.length, left: rows.length - shown.length, height };
}

function spanShown(data: Overview, selection: Selection, filter: Filter): [number, number] {
  const [since, until] = windowOf(filter);
  let first = Infinity, last = -Infinity;
  for (const at of selection.shown) {
    first = Math.min(first, data.contacts.earliest[at] ?? Infinity);
    last = Math.max(last, data.contacts.latest[at] ?? -Infinity);
  }
  if (first > last) return [since === -Infinity ? 0 : since, until === Infinity ? Math.max(365, since + 365) : until];
  return [since === -Infinity ? first : since, until === Infinity ? Math.max(last, first + 27) : until];
}

interface Row { name: string; ref: string; members: number[] }

function rowsOf(data: Overview, selection: Selection, filter: Filter): Row[] {
  const rows = new Map<string, Row>();
  const add = (key: string, name: string, at: number): void => {
    const row = rows.get(key) ?? { name, ref: key, members: [] };
    row.members.push(at);
    rows.set(key, row);
  };
  const { sides, officials, topics } = data.contacts;
  for (const at of selection.shown) {
    if (filter.lanes === "officials") for (const each of officials[at]!) add(`node official-${each}`, data.officials.name[each]!, at);
    else if (filter.lanes === "topics") for (const each of topics[at]!) add(`node topic-${each}`, data.topics.name[each]!, at);
    else if (filter.lanes === "sides") for (const each of sides[at]!) add(`node side-${each}`, data.sides.name[each]!, at);
    else for (const [a, b] of pairs(sides[at]!)) add(`link side-${a} side-${b}`, `${data.sides.name[a]} – ${data.sides.name[b]}`, at);
  }
  return [...rows.values()].sort((one, other) => other.members.length - one.members.length || (one.name < other.name ? -1 : 1));
}

function pairs(sides: number[]): [number, number][] {
  return sides.flatMap((a, i) => sides.slice(i + 1).map((b): [number, number] => [a, b]));
}

function axis(first: number, last: number, x: (day: number) => number, theme: Theme, height: number): Shape[] {
  const shapes: Shape[] = [];
  const days = last - first, room = x(last) - x(first);
  const months = [1, 3, 6, 12, 24, 60, 120, 240].find((each) => (days / 30.4 / each) * 62 < room) ?? 480;
  const start = new Date(first * 86_400_000);
  for (let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months; ; month += months) {
    const day = startOf(month);
    if (day > last) break;
    if (day < first) continue;
    shapes.push({ is: "line", x1: x(day), y1: AXIS, x2: x(day), y2: height, stroke: theme.line, width: 0.6 });
    shapes.push({ is: "text", x: x(day) + 2, y: AXIS / 2, text: months >= 12 ? isoOf(day).slice(0, 4) : isoOf(day).slice(0, 7), size: 11, fill: theme.faint });
  }
  return shapes;
}

/** Month by month: what certainly was in it, and above it what may have been. */
function months(data: Overview, selection: Selection, first: number, last: number, x: (day: number) => number, theme: Theme): Shape[] {
  const certain = new Map<number, number>(), possible = new Map<number, number>();
  for (const at of selection.shown) {
    const from = data.contacts.earliest[at] ?? null, to = data.contacts.latest[at] ?? null;
    if (from === null || to === null) continue;
    const one = monthOf(Math.max(from, first)), other = monthOf(Math.min(to, last));
    if (monthOf(from) === monthOf(to)) certain.set(one, (certain.get(one) ?? 0) + 1);
    else for (let month = one; month <= Math.min(other, one + 1200); month++) possible.set(month, (possible.get(month) ?? 0) + 1);
  }
  const all = new Set([...certain.keys(), ...possible.keys()]);
  const most = Math.max(1, ...[...all].map((month) => (certain.get(month) ?? 0) + (possible.get(month) ?? 0)));
  return [...all].flatMap((month): Shape[] => {
    const from = Math.max(x(startOf(month)), x(first)), w = Math.max(1, Math.min(x(startOf(month + 1)), x(last + 1)) - from - 0.5);
    const sure = certain.get(month) ?? 0, maybe = possible.get(month) ?? 0;
    const tip = `${isoOf(startOf(month)).slice(0, 7)}: ${sure} certain, ${maybe} possible`, ref = `month ${isoOf(startOf(month)).slice(0, 7)}`;
    const tall = (count: number): number => ((BARS - 8) * count) / most;
    const base = AXIS + BARS - 4;
    return [
      { is: "box", x: from, y: base - tall(sure), w, h: tall(sure), fill: theme.accent, ref, tip },
      { is: "box", x: from, y: base - tall(sure) - tall(maybe), w, h: tall(maybe), fill: theme.accent, alpha: 0.3, ref, tip },
    ];
  });
}

function monthOf(day: number): number {
  const when = new Date(day * 86_400_000);
  return when.getUTCFullYear() * 12 + when.getUTCMonth();
}

/** The first day of a month; Date.UTC would take the years 0 to 99 for 1900 to 1999. */
function startOf(month: number): number {
  const when = new Date(0);
  when.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return when.getTime() / 86_400_000;
}

function lane(data: Overview, selection: Selection, row: Row, y: number, x: (day: number) => number, names: number, width: number, theme: Theme): Shape[] {
  const fits = Math.floor((names - 10) / 6.2);
  const name = row.name.length > fits ? `${row.name.slice(0, fits - 1)}…` : row.name;
  const shapes: Shape[] = [
    { is: "line", x1: names, y1: y + ROW - 1, x2: width - 4, y2: y + ROW - 1, stroke: theme.line, width: 0.5 },
    { is: "box", x: 0, y, w: names - 4, h: ROW - 2, alpha: 0, ref: row.ref, tip: `${row.name}: ${row.members.length} contacts` },
    { is: "text", x: names - 8, y: y + ROW / 2, text: name, size: 11.5, anchor: "end", fill: theme.ink },
  ];
  const { earliest, latest, kind, status, conflicts } = data.contacts;
  for (const at of row.members) {
    const from = earliest[at] ?? null, to = latest[at] ?? null;
    if (from === null || to === null) continue;
    const left = Math.max(x(from), names), wide = Math.max(3, Math.min(x(to + 1), width - 4) - left);
    const colour = conflicts[at] ? theme.alarm : kindColour(data, kind[at]!);
    const held = data.statuses[status[at]!] === "held", vague = to > from || selection.vague.has(at);
    const tip = `${data.contacts.date[at]}  ${data.contacts.title[at]} (${data.statuses[status[at]!]})`;
    const box: Shape = { is: "box", x: left, y: y + 4, w: wide, h: ROW - 9, ref: `contact ${at}`, tip };
    if (held) box.fill = colour;
    if (!held || vague) box.stroke = colour;
    if (vague && held) box.alpha = 0.45;
    shapes.push(box);
  }
  return shapes;
}

// Lanes over time: a row each, every contact where it lies, a vague date as the span it is; above them the months.
import { barShapes } from "./bars";
import type { Overview } from "./data";
import { rowsOf, type Row } from "./rows";
import type { Selection } from "./select";
import type { Shape } from "./shapes";
import type { Filter } from "./state";
import { kindColour, type Theme } from "./theme";
import { axisShapes, outside, scaleOf, type Scale, type Span } from "./time";
import { spanOf } from "./data";

export interface LaneChart { shapes: Shape[]; scale: Scale; rows: number; left: number; seatless: number; height: number }

const ROW = 20, TALL_ROW = 32, NAMES = 158, AXIS = 18, BARS = 54, MOST_ROWS = 200;

export function laneChart(data: Overview, selection: Selection, filter: Filter, theme: Theme, width: number, span: Span): LaneChart {
  const names = width < 500 ? 92 : NAMES, tall = filter.lanes === "offices" ? TALL_ROW : ROW;
  const scale = scaleOf(span, names, width - 12);
  const { rows, seatless } = rowsOf(data, selection, filter);
  const shown = rows.slice(0, MOST_ROWS);
  const height = AXIS + BARS + shown.length * tall + 8;
  const shapes = [...axisShapes(scale, theme, AXIS, height), ...barShapes(data, selection, scale, theme, AXIS, BARS), ...edges(data, selection, span, scale, theme)];
  shown.forEach((row, nth) => {
    const y = AXIS + BARS + nth * tall;
    for (const shape of nameOfRow(row, y, names, width, theme, tall)) shapes.push(shape);
    for (const shape of marks(data, selection, row, y, scale, theme)) shapes.push(shape);
    if (row.holders) shapes.push(...holders(data, row, y, scale, theme));
  });
  const day = spanOf(filter.split)?.[0];
  if (day !== undefined && day >= span[0] && day <= span[1]) shapes.push({ is: "line", x1: scale.x(day), y1: 0, x2: scale.x(day), y2: height, stroke: theme.alarm, width: 1.5, dash: [6, 3] });
  return { shapes, scale, rows: rows.length, left: rows.length - shown.length, seatless, height };
}

/** Where contacts lie outside of what is drawn, a word says how many; a click shows all. */
function edges(data: Overview, selection: Selection, span: Span, scale: Scale, theme: Theme): Shape[] {
  const [before, after] = outside(data, selection, span);
  const word = (x: number, anchor: "start" | "end", text: string, tip: string): Shape[] => [
    { is: "text", x, y: AXIS + 8, text, size: 11, anchor, bold: true, fill: theme.accent, halo: theme.background },
    { is: "box", x: anchor === "start" ? x : x - 50, y: AXIS, w: 50, h: 16, alpha: 0, ref: "all", tip },
  ];
  return [
    ...(before ? word(scale.x(span[0]) + 3, "start", `◂ ${before}`, `${before} contacts lie before: show all`) : []),
    ...(after ? word(scale.x(span[1] + 1) - 2, "end", `${after} ▸`, `${after} contacts lie after: show all`) : []),
  ];
}

function nameOfRow(row: Row, y: number, names: number, width: number, theme: Theme, tall: number): Shape[] {
  const count = row.members.length.toLocaleString("en");
  const fits = Math.floor((names - 14 - count.length * 6) / 6);
  const name = row.name.length > fits ? `${row.name.slice(0, fits - 1)}…` : row.name;
  return [
    { is: "line", x1: names, y1: y + tall - 1, x2: width - 4, y2: y + tall - 1, stroke: theme.line, width: 0.5 },
    { is: "box", x: 0, y, w: names - 4, h: tall - 2, alpha: 0, ref: row.ref, tip: `${row.name}: ${count} contact${count === "1" ? "" : "s"}` },
    { is: "text", x: names - 12 - count.length * 6, y: y + ROW / 2, text: name, size: 11.5, anchor: "end", fill: theme.ink },
    { is: "text", x: names - 6, y: y + ROW / 2, text: count, size: 10.5, anchor: "end", fill: theme.faint },
  ];
}

function marks(data: Overview, selection: Selection, row: Row, y: number, scale: Scale, theme: Theme): Shape[] {
  const { earliest, latest, kind, status, conflicts } = data.contacts;
  const [left, right] = [scale.x(scale.first), scale.x(scale.last + 1)];
  const found = new Map<string, { shape: Shape & { is: "box" }; count: number }>();
  for (const at of row.members) {
    const from = earliest[at] ?? null, to = latest[at] ?? null;
    if (from === null || to === null || to < scale.first || from > scale.last) continue;
    const x = Math.max(scale.x(from), left), w = Math.max(3, Math.min(scale.x(to + 1), right) - x);
    const held = data.statuses[status[at]!] === "held", vague = to > from || selection.vague.has(at);
    const colour = conflicts[at] ? theme.alarm : kindColour(data, kind[at]!);
    // Marks of one look on one pixel are one mark, which says how many it stands for.
    const key = `${Math.round(x * 2)} ${Math.round(w)} ${colour} ${held}`, there = found.get(key);
    if (there) {
      there.count++;
      there.shape.tip = `${there.count} contacts lie here; zoom in for each`;
      continue;
    }
    const shape: Shape & { is: "box" } = { is: "box", x, y: y + 4, w, h: ROW - 9, ref: `contact ${at}`, tip: `${data.contacts.date[at]}  ${data.contacts.title[at]} (${data.statuses[status[at]!]})` };
    if (held) shape.fill = colour;
    if (!held || vague) shape.stroke = colour;
    if (vague && held) shape.alpha = 0.45;
    found.set(key, { shape, count: 1 });
  }
  return [...found.values()].map((each) => each.shape);
}

/** Below the marks of an office: who held it when by reference data; thin, those told to have taken part in it besides. */
function holders(data: Overview, row: Row, y: number, scale: Scale, theme: Theme): Shape[] {
  return row.holders!.flatMap(([official, first, last, sure], nth): Shape[] => {
    const x = Math.max(scale.x(first), scale.x(scale.first)), end = Math.min(scale.x(last + 1), scale.x(scale.last + 1));
    if (end <= x) return [];
    const name = data.officials.name[official]!, w = Math.max(2, end - x - 1);
    const look = { ref: `node official-${official}`, tip: `${name}: ${sure ? "held the office, say reference data" : "took part in this office, from the first to the last time"}` };
    if (!sure && row.holders!.some((each) => each[3])) return [{ is: "box", x, y: y + 28, w, h: 2, fill: theme.faint, ...look }];
    const fits = Math.floor((w - 4) / 5.6), text = name.length <= fits ? name : familyName(name);
    const bar: Shape = { is: "box", x, y: y + 16, w, h: 11, fill: nth % 2 ? theme.line : theme.land, ...look };
    return text.length <= fits ? [bar, { is: "text", x: x + 3, y: y + 22, text, size: 10, fill: theme.ink }] : [bar];
  });
}

function familyName(name: string): string {
  return name.replace(/,? (Jr|Sr)\.?$/, "").split(" ").at(-1) ?? "";
}

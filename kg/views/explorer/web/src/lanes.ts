// Lanes over time: a row each, every contact where it lies, a vague date as the span it is; above them the months.
import { barShapes } from "./bars";
import { many } from "./counting";
import type { Overview } from "./data";
import { looksIn, marksOf } from "./marks";
import { shortened, widthOf } from "./measure";
import type { Row, Rows } from "./rows";
import type { Selection } from "./select";
import type { Shape } from "./shapes";
import type { Filter } from "./state";
import type { Theme } from "./theme";
import { axisShapes, outside, scaleOf, type Scale, type Span } from "./time";
import { spanOf } from "./days";

/** `height`: of all lanes, as if all were to be seen. */
export interface LaneChart { shapes: Shape[]; scale: Scale; height: number }

const ROW = 20, TALL_ROW = 32, NAMES = 158, WIDE_NAMES = 250, AXIS = 18, BARS = 54;
/** How tall axis and bars are, above the lanes. */
export const HEAD = AXIS + BARS;

/** What of the lanes is to be seen: from how far down, and how much. */
export interface Port { width: number; height: number; top: number }

export function laneChart(data: Overview, selection: Selection, filter: Filter, theme: Theme, { rows }: Rows, span: Span, port: Port): LaneChart {
  const { width } = port;
  const names = nameRoom(width), tall = filter.lanes === "offices" ? TALL_ROW : ROW;
  const scale = laneScale(span, width);
  const shapes: Shape[] = [], looks = looksIn(data, theme, filter.only === "disputed");
  const first = Math.floor(port.top / tall), last = Math.min(rows.length, Math.ceil((port.top + port.height - HEAD) / tall));
  for (let nth = first; nth < last; nth++) {
    const row = rows[nth]!, y = HEAD + nth * tall - port.top;
    shapes.push(...nameOfRow(row, y, names, width, theme, tall), ...marksOf(row.members, { data, selection, scale, looks, y: y + 4, h: ROW - 9 }));
    if (row.holders) shapes.push(...holders(data, row, y, scale, theme));
  }
  // The head lies over what is scrolled below it.
  shapes.push({ is: "box", x: 0, y: 0, w: width, h: HEAD, fill: theme.background });
  shapes.push(...axisShapes(scale, theme, AXIS, port.height), ...barShapes(data, selection, scale, theme, AXIS, BARS), ...edges(data, selection, span, scale, theme));
  const day = spanOf(filter.split)?.[0];
  if (day !== undefined && day >= span[0] && day <= span[1]) shapes.push({ is: "line", x1: scale.x(day), y1: 0, x2: scale.x(day), y2: port.height, stroke: theme.alarm, width: 1.5, dash: [6, 3] });
  return { shapes, scale, height: HEAD + rows.length * tall + 8 };
}

/** Where days lie on a chart of a width. */
export function laneScale(span: Span, width: number): Scale {
  return scaleOf(span, nameRoom(width), width - 12);
}

function nameRoom(width: number): number {
  return width < 500 ? 92 : width > 900 ? WIDE_NAMES : NAMES;
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
  const own = many(row.members.length), count = row.of === undefined ? own : `${own}/${many(row.of)}`;
  const end = names - 12 - widthOf(count, 10.5), text = row.short !== undefined && widthOf(row.name, 11.5) > end - 2 ? row.short : row.name;
  return [
    { is: "line", x1: names, y1: y + tall - 1, x2: width - 4, y2: y + tall - 1, stroke: theme.line, width: 0.5 },
    { is: "box", x: 0, y, w: names - 4, h: tall - 2, alpha: 0, ref: row.ref, tip: `${row.name}: ${count.replace("/", " of ")} contact${count === "1" ? "" : "s"}` },
    { is: "text", x: end, y: y + ROW / 2, text: shortened(text, end - 2, 11.5), size: 11.5, anchor: "end", fill: theme.ink },
    { is: "text", x: names - 6, y: y + ROW / 2, text: count, size: 10.5, anchor: "end", fill: theme.faint },
  ];
}

/** Below the marks of an office: who held it when by reference data; thin, those told to have taken part in it besides. */
function holders(data: Overview, row: Row, y: number, scale: Scale, theme: Theme): Shape[] {
  return row.holders!.flatMap(([official, first, last, sure], nth): Shape[] => {
    const x = Math.max(scale.x(first), scale.x(scale.first)), end = Math.min(scale.x(last + 1), scale.x(scale.last + 1));
    if (end <= x) return [];
    const name = data.officials.name[official]!, w = Math.max(2, end - x - 1);
    const look = { ref: `node official-${official}`, tip: `${name}: ${sure ? "held the office, say reference data" : "took part in this office, from the first to the last time"}` };
    if (!sure && row.holders!.some((each) => each[3])) return [{ is: "box", x, y: y + 28, w, h: 2, fill: theme.faint, ...look }];
    const fits = (text: string): boolean => widthOf(text, 10) <= w - 4, text = fits(name) ? name : familyName(name);
    const bar: Shape = { is: "box", x, y: y + 16, w, h: 11, fill: nth % 2 ? theme.line : theme.land, ...look };
    return fits(text) ? [bar, { is: "text", x: x + 3, y: y + 22, text, size: 10, fill: theme.ink }] : [bar];
  });
}

function familyName(name: string): string {
  return name.replace(/,? (Jr|Sr)\.?$/, "").split(" ").at(-1) ?? "";
}

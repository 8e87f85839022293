// Above the lanes: how many contacts each month had, or each day where days are wide enough.
import type { Overview } from "./data";
import { isoOf } from "./days";
import type { Selection } from "./select";
import type { Shape } from "./shapes";
import type { Theme } from "./theme";
import { monthOf, startOf, type Scale } from "./time";

const LONGEST = 1200;

/** Full: what certainly was in it. Pale, above it: what may have been. */
export function barShapes(data: Overview, selection: Selection, scale: Scale, theme: Theme, top: number, height: number): Shape[] {
  const { unit } = scale, { earliest, latest } = data.contacts;
  const of = (day: number): number => (unit === "month" ? monthOf(day) : day);
  const start = (nth: number): number => (unit === "month" ? startOf(nth) : nth);
  const first = of(scale.first), last = of(scale.last);
  const room = Math.min(last - first + 1, 40_000);
  const certain = new Int32Array(room), possible = new Int32Array(room);
  // Contacts come in the order of their first days: most lie where the one before them does.
  let one = first, begins = start(one), ends = start(one + 1);
  for (const at of selection.shown) {
    const from = earliest[at]!, to = latest[at]!;
    if (!(to >= scale.first && from <= scale.last)) continue;
    if (from < begins || from >= ends) [one, begins, ends] = [of(from), start(of(from)), start(of(from) + 1)];
    const other = to < ends ? one : of(to);
    if (one === other) certain[one - first]!++;
    else for (let nth = Math.max(one, first); nth <= Math.min(other, last, one + LONGEST); nth++) possible[nth - first]!++;
  }
  let most = 1;
  for (let nth = 0; nth < room; nth++) most = Math.max(most, certain[nth]! + possible[nth]!);
  const tall = (count: number): number => ((height - 12) * count) / most, base = top + height - 4;
  const shapes: Shape[] = [];
  for (let nth = 0; nth < room; nth++) {
    const sure = certain[nth]!, maybe = possible[nth]!;
    if (!sure && !maybe) continue;
    const from = Math.max(scale.x(start(first + nth)), scale.x(scale.first));
    const w = Math.max(1, Math.min(scale.x(start(first + nth + 1)), scale.x(scale.last + 1)) - from - 0.5);
    const when = isoOf(start(first + nth)).slice(0, unit === "month" ? 7 : 10);
    const look = { ref: `time ${when}`, tip: `${when}: ${sure} certain, ${maybe} possible` };
    shapes.push({ is: "box", x: from, y: base - tall(sure), w, h: tall(sure), fill: theme.accent, ...look });
    if (maybe) shapes.push({ is: "box", x: from, y: base - tall(sure) - tall(maybe), w, h: tall(maybe), fill: theme.accent, alpha: 0.3, ...look });
  }
  shapes.push({ is: "text", x: scale.x(scale.first) - 6, y: top + 10, text: String(most), size: 10.5, anchor: "end", fill: theme.faint });
  return shapes;
}

// Names beside marks, each only where it covers no other and no larger mark.
import { widthOf } from "./measure";
import type { Room } from "./paint";
import type { Shape } from "./shapes";
import type { Theme } from "./theme";

type Side = "above" | "below" | "right" | "left";
/** A mark with its name: its middle and radius, and where the name may stand, the best first. */
export interface Named { x: number; y: number; r: number; text: string; size: number; bold?: boolean; sides: readonly Side[] }
type Box = [left: number, top: number, right: number, bottom: number];

/** So many marks are covered by no name, where there is another place for it. */
const LARGEST = 60, GAP = 3;

/** The names of marks, which come in the order of their weight. */
export function labels(marks: Named[], room: Room, theme: Theme): Shape[] {
  const large = marks.slice(0, LARGEST).map(boxOf), taken: Box[] = [], shapes: Shape[] = [];
  marks.forEach((mark, nth) => {
    const wide = widthOf(mark.text, mark.size, mark.bold) + GAP;
    const inside = mark.sides.map((side) => boxAt(mark, side, wide)).filter((box) => within(box, room) && !taken.some((other) => meet(box, other)));
    const free = (most: number): Box | undefined => inside.find((box) => !large.slice(0, most).some((other) => meet(box, other)));
    // Rather over a lesser mark than not at all.
    const box = free(LARGEST) ?? free(nth);
    if (!box) return;
    taken.push(box);
    const { text, size, bold = false } = mark;
    shapes.push({ is: "text", x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, text, size, bold, anchor: "middle", fill: theme.ink, halo: theme.background });
  });
  return shapes;
}

function boxOf({ x, y, r }: Named): Box {
  return [x - r * 0.75, y - r * 0.75, x + r * 0.75, y + r * 0.75];
}

function boxAt({ x, y, r, size }: Named, side: Side, w: number): Box {
  const h = size + 3;
  const left = side === "right" ? x + r + 1 : side === "left" ? x - r - 1 - w : x - w / 2;
  const top = side === "above" ? y - r - h - 1 : side === "below" ? y + r + 1 : y - h / 2;
  return [left, top, left + w, top + h];
}

function within([left, top, right, bottom]: Box, { width, height }: Room): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function meet([a, b, c, d]: Box, [e, f, g, h]: Box): boolean {
  return a < g && c > e && b < h && d > f;
}

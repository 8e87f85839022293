// What a view draws, as shapes: the same list becomes pixels on a canvas, or an SVG file, and answers what lies where.

export interface Look { fill?: string; stroke?: string; width?: number; dash?: number[]; alpha?: number }
/** What a mark says when it is pointed at; of thousands of marks only few are ever asked. */
type Tip = string | (() => string);
/** `rank`: the higher, the sooner the arrow keys come to it. */
export type Shape = Look & { ref?: string; tip?: Tip; rank?: number } & (
  | { is: "line"; x1: number; y1: number; x2: number; y2: number; bend?: number; taper?: boolean }
  | { is: "dot"; x: number; y: number; r: number }
  | { is: "box"; x: number; y: number; w: number; h: number }
  | { is: "path"; outline: Outline; at: Placing }
  | { is: "text"; x: number; y: number; text: string; size: number; anchor?: "start" | "middle" | "end"; bold?: boolean; halo?: string });

/** Many lines that are drawn as one, again and again; closed, they bound an area. */
export interface Outline { lines: [x: number, y: number][][]; closed: boolean }
/** Enlarged, then moved. */
export type Placing = [scale: number, x: number, y: number];

export type Line = Extract<Shape, { is: "line" }>;

export function tipOf({ tip }: Shape): string {
  return typeof tip === "function" ? tip() : (tip ?? "");
}

export const FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', sans-serif";
const STEPS = 24;

/** A share between 0 and 1 in steps that nobody can tell apart, so that many lines have one look. */
export function stepped(share: number): number {
  return Math.ceil(share * STEPS) / STEPS;
}

/** The control point of a bent line. */
export function middle(line: { x1: number; y1: number; x2: number; y2: number; bend?: number }): [number, number] {
  const bend = line.bend ?? 0;
  return [(line.x1 + line.x2) / 2 - (line.y2 - line.y1) * bend, (line.y1 + line.y2) / 2 + (line.x2 - line.x1) * bend];
}

/** What an outline is drawn with: on a canvas, or as text. */
export type Pen = Pick<Path2D, "moveTo" | "lineTo" | "quadraticCurveTo" | "closePath">;

export function outline(path: Pen, { lines, closed }: Outline): void {
  for (const points of lines) {
    points.forEach(([x, y], nth) => (nth ? path.lineTo(x, y) : path.moveTo(x, y)));
    if (closed) path.closePath();
  }
}

/** The outline of a bent line that grows from a point to twice its width. */
export function taper(path: Pen, line: Line): void {
  const [cx, cy] = middle(line), w = line.width ?? 1;
  const length = Math.hypot(line.x2 - cx, line.y2 - cy) || 1;
  const nx = (-(line.y2 - cy) / length) * w, ny = ((line.x2 - cx) / length) * w;
  path.moveTo(line.x1, line.y1);
  path.quadraticCurveTo(cx + nx / 2, cy + ny / 2, line.x2 + nx, line.y2 + ny);
  path.lineTo(line.x2 - nx, line.y2 - ny);
  path.quadraticCurveTo(cx - nx / 2, cy - ny / 2, line.x1, line.y1);
  path.closePath();
}

/** The topmost shape with a reference within a few pixels of a point. */
export function hit(shapes: Shape[], x: number, y: number, reach = 5): Shape | undefined {
  for (let at = shapes.length - 1; at >= 0; at--) {
    const shape = shapes[at]!;
    if (distance(shape, x, y) <= reach && shape.ref !== undefined) return shape;
  }
  return undefined;
}

function distance(shape: Shape, x: number, y: number): number {
  if (shape.is === "dot") return Math.hypot(x - shape.x, y - shape.y) - shape.r;
  if (shape.is === "box") {
    return Math.max(shape.x - x, x - shape.x - shape.w, shape.y - y, y - shape.y - shape.h);
  }
  if (shape.is !== "line") return Infinity;
  const [cx, cy] = middle(shape);
  let best = Infinity;
  for (let step = 0; step <= 16; step++) {
    const t = step / 16, u = 1 - t;
    const px = u * u * shape.x1 + 2 * u * t * cx + t * t * shape.x2;
    const py = u * u * shape.y1 + 2 * u * t * cy + t * t * shape.y2;
    best = Math.min(best, Math.hypot(x - px, y - py));
  }
  return best - (shape.width ?? 1) / 2 - Math.hypot(shape.x2 - shape.x1, shape.y2 - shape.y1) / 32;
}

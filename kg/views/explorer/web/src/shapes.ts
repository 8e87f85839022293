// What a view draws, as shapes: the same list becomes pixels on a canvas, or an SVG file, and answers what lies where.

export interface Look { fill?: string; stroke?: string; width?: number; dash?: number[]; alpha?: number }
/** `rank`: the higher, the sooner the arrow keys come to it. */
export type Shape = Look & { ref?: string; tip?: string; rank?: number } & (
  | { is: "line"; x1: number; y1: number; x2: number; y2: number; bend?: number; taper?: boolean }
  | { is: "dot"; x: number; y: number; r: number }
  | { is: "box"; x: number; y: number; w: number; h: number }
  | { is: "path"; d: string; at?: [scale: number, x: number, y: number] }
  | { is: "text"; x: number; y: number; text: string; size: number; anchor?: "start" | "middle" | "end"; bold?: boolean; halo?: string });

const FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', sans-serif";

/** Draws the shapes; coordinates are CSS pixels. */
export function paint(canvas: HTMLCanvasElement, shapes: Shape[], background: string): void {
  paintAt(canvas, shapes, background, canvas.clientWidth, canvas.clientHeight, Math.min(window.devicePixelRatio || 1, 2));
}

/** Draws the shapes on a canvas of that many CSS pixels, each of so many dots. */
export function paintAt(canvas: HTMLCanvasElement, shapes: Shape[], background: string, width: number, height: number, ratio: number): void {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.fillStyle = background;
  pen.fillRect(0, 0, width, height);
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]!;
    if (shape.is !== "line" || shape.taper) { draw(pen, shape); continue; }
    // Lines of one look, one after the other, are one stroke: thousands are drawn in a fraction of the time.
    const path = new Path2D();
    trace(path, shape);
    for (let next = shapes[at + 1]; next && next.is === "line" && alike(shape, next); next = shapes[at + 1]) { trace(path, next); at++; }
    stroke(pen, shape, path);
  }
}

function alike(one: Look, other: Look & { taper?: boolean }): boolean {
  return !other.taper && one.stroke === other.stroke && one.width === other.width && one.alpha === other.alpha && one.dash?.length === other.dash?.length;
}

function trace(path: Path2D, line: Extract<Shape, { is: "line" }>): void {
  path.moveTo(line.x1, line.y1);
  if (!line.bend) return path.lineTo(line.x2, line.y2);
  const [cx, cy] = middle(line);
  path.quadraticCurveTo(cx, cy, line.x2, line.y2);
}

function stroke(pen: CanvasRenderingContext2D, look: Look, path: Path2D): void {
  pen.globalAlpha = look.alpha ?? 1;
  pen.setLineDash(look.dash ?? []);
  pen.lineWidth = look.width ?? 1;
  pen.strokeStyle = look.stroke ?? "#000";
  pen.stroke(path);
}

function draw(pen: CanvasRenderingContext2D, shape: Shape): void {
  pen.globalAlpha = shape.alpha ?? 1;
  pen.setLineDash(shape.dash ?? []);
  pen.lineWidth = shape.width ?? 1;
  if (shape.is === "text") return write(pen, shape);
  if (shape.is === "box") {
    if (shape.fill) { pen.fillStyle = shape.fill; pen.fillRect(shape.x, shape.y, shape.w, shape.h); }
    if (shape.stroke) { pen.strokeStyle = shape.stroke; pen.strokeRect(shape.x + 0.5, shape.y + 0.5, Math.max(0, shape.w - 1), Math.max(0, shape.h - 1)); }
    return;
  }
  const path = shape.is === "path" ? placed(shape) : new Path2D();
  if (shape.is === "line") trace(path, shape);
  else if (shape.is === "dot") path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
  if (shape.is === "line" && shape.taper) { pen.fillStyle = shape.stroke ?? "#000"; pen.fill(new Path2D(tapered(shape))); return; }
  if (shape.fill) { pen.fillStyle = shape.fill; pen.fill(path); }
  if (shape.stroke) { pen.strokeStyle = shape.stroke; pen.stroke(path); }
}

/** Moved and enlarged without its lines growing thicker. */
function placed(shape: Extract<Shape, { is: "path" }>): Path2D {
  if (!shape.at) return new Path2D(shape.d);
  const [scale, x, y] = shape.at, path = new Path2D();
  path.addPath(new Path2D(shape.d), new DOMMatrix([scale, 0, 0, scale, x, y]));
  return path;
}

function write(pen: CanvasRenderingContext2D, shape: Extract<Shape, { is: "text" }>): void {
  pen.font = `${shape.bold ? "600 " : ""}${shape.size}px ${FONT}`;
  pen.textAlign = shape.anchor === "middle" ? "center" : (shape.anchor ?? "start");
  pen.textBaseline = "middle";
  if (shape.halo) {
    pen.strokeStyle = shape.halo;
    pen.lineWidth = 3;
    pen.lineJoin = "round";
    pen.strokeText(shape.text, shape.x, shape.y);
  }
  pen.fillStyle = shape.fill ?? "#000";
  pen.fillText(shape.text, shape.x, shape.y);
}

/** The control point of a bent line. */
export function middle(line: { x1: number; y1: number; x2: number; y2: number; bend?: number }): [number, number] {
  const bend = line.bend ?? 0;
  return [(line.x1 + line.x2) / 2 - (line.y2 - line.y1) * bend, (line.y1 + line.y2) / 2 + (line.x2 - line.x1) * bend];
}

/** The outline of a bent line that grows from a point to twice its width. */
function tapered(line: Extract<Shape, { is: "line" }>): string {
  const [cx, cy] = middle(line), w = line.width ?? 1;
  const length = Math.hypot(line.x2 - cx, line.y2 - cy) || 1;
  const [nx, ny] = [(-(line.y2 - cy) / length) * w, ((line.x2 - cx) / length) * w];
  const n = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return `M${n(line.x1, line.y1)}Q${n(cx + nx / 2, cy + ny / 2)} ${n(line.x2 + nx, line.y2 + ny)}L${n(line.x2 - nx, line.y2 - ny)}Q${n(cx - nx / 2, cy - ny / 2)} ${n(line.x1, line.y1)}Z`;
}

/** The topmost shape with a reference within a few pixels of a point. */
export function hit(shapes: Shape[], x: number, y: number, reach = 5): Shape | undefined {
  for (let at = shapes.length - 1; at >= 0; at--) {
    const shape = shapes[at]!;
    if (shape.ref !== undefined && distance(shape, x, y) <= reach) return shape;
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

const XML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (letter) => XML[letter]!);
}

/** The shapes as an SVG file. */
export function svg(shapes: Shape[], width: number, height: number, background: string, title: string): string {
  const look = (shape: Shape): string =>
    ` fill="${shape.fill ?? "none"}"` + (shape.stroke ? ` stroke="${shape.stroke}" stroke-width="${shape.width ?? 1}"` : "") +
    (shape.dash ? ` stroke-dasharray="${shape.dash.join(" ")}"` : "") + (shape.alpha === undefined ? "" : ` opacity="${shape.alpha}"`);
  const n = (value: number): string => value.toFixed(1);
  const body = shapes.map((shape) => {
    const tip = shape.tip ? `<title>${escaped(shape.tip)}</title>` : "";
    if (shape.is === "dot") return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.r)}"${look(shape)}>${tip}</circle>`;
    if (shape.is === "box") return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.w)}" height="${n(shape.h)}"${look(shape)}>${tip}</rect>`;
    if (shape.is === "path") {
      const at = shape.at ? ` transform="translate(${n(shape.at[1])} ${n(shape.at[2])}) scale(${shape.at[0].toFixed(4)})" vector-effect="non-scaling-stroke"` : "";
      return `<path d="${shape.d}"${at}${look(shape)}>${tip}</path>`;
    }
    if (shape.is === "line") {
      if (shape.taper) return `<path d="${tapered(shape)}" fill="${shape.stroke ?? "#000"}" opacity="${shape.alpha ?? 1}">${tip}</path>`;
      const [cx, cy] = middle(shape);
      return `<path d="M${n(shape.x1)} ${n(shape.y1)}Q${n(cx)} ${n(cy)} ${n(shape.x2)} ${n(shape.y2)}"${look(shape)}>${tip}</path>`;
    }
    return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor ?? "start"}" dominant-baseline="middle"${shape.bold ? ' font-weight="600"' : ""} fill="${shape.fill ?? "#000"}"${shape.halo ? ` stroke="${shape.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : ""}>${escaped(shape.text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${background}"/>${body.join("\n")}</svg>\n`;
}

// Shapes as pixels on a canvas.
import { FONT, middle, taper, type Line, type Look, type Shape } from "./shapes";

/** Drawn by the processor: thousands of thin, dashed lines take far longer where a graphics card is only emulated. */
const SOFTWARE: CanvasRenderingContext2DSettings = { willReadFrequently: true };
/** One stroke of very many lines takes longer than several of fewer. */
const TOGETHER = 100;

/** Draws the shapes; coordinates are CSS pixels. */
export function paint(canvas: HTMLCanvasElement, shapes: Shape[], background: string): void {
  paintAt(canvas, shapes, background, canvas.clientWidth, canvas.clientHeight, Math.min(window.devicePixelRatio || 1, 2));
}

/** Draws the shapes on a canvas of that many CSS pixels, each of so many dots. */
export function paintAt(canvas: HTMLCanvasElement, shapes: Shape[], background: string, width: number, height: number, ratio: number): void {
  const wide = Math.round(width * ratio), high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  const pen = canvas.getContext("2d", SOFTWARE);
  if (!pen) return;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.globalAlpha = 1;
  pen.fillStyle = background;
  pen.fillRect(0, 0, width, height);
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]!;
    if (shape.is !== "line") { draw(pen, shape); continue; }
    // Lines of one look, one after the other, are few strokes: thousands are drawn in a fraction of the time.
    const path = new Path2D();
    trace(path, shape);
    for (let nth = 1; nth < TOGETHER; nth++) {
      const next = shapes[at + 1];
      if (next?.is !== "line" || !alike(shape, next)) break;
      trace(path, next);
      at++;
    }
    if (shape.taper) fill(pen, shape, path);
    else stroke(pen, shape, path);
  }
}

function alike(one: Line, other: Line): boolean {
  return one.taper === other.taper && one.stroke === other.stroke && one.width === other.width && one.alpha === other.alpha && one.dash?.[0] === other.dash?.[0];
}

function trace(path: Path2D, line: Line): void {
  if (line.taper) return taper(path, line);
  path.moveTo(line.x1, line.y1);
  if (!line.bend) return path.lineTo(line.x2, line.y2);
  const [cx, cy] = middle(line);
  path.quadraticCurveTo(cx, cy, line.x2, line.y2);
}

function fill(pen: CanvasRenderingContext2D, look: Look, path: Path2D): void {
  pen.globalAlpha = look.alpha ?? 1;
  pen.fillStyle = look.stroke ?? "#000";
  pen.fill(path);
}

function stroke(pen: CanvasRenderingContext2D, look: Look, path: Path2D): void {
  pen.globalAlpha = look.alpha ?? 1;
  pen.setLineDash(look.dash ?? []);
  pen.lineWidth = look.width ?? 1;
  pen.strokeStyle = look.stroke ?? "#000";
  pen.stroke(path);
}

function draw(pen: CanvasRenderingContext2D, shape: Exclude<Shape, Line>): void {
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
  if (shape.is === "dot") path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
  if (shape.fill) { pen.fillStyle = shape.fill; pen.fill(path); }
  if (shape.stroke) { pen.strokeStyle = shape.stroke; pen.stroke(path); }
}

const outlines = new Map<string, Path2D>(), KEPT = 8;

/** The outlines of the earth are long, and drawn again whenever anything is. */
function outline(d: string): Path2D {
  let path = outlines.get(d);
  if (!path) {
    if (outlines.size >= KEPT) outlines.clear();
    outlines.set(d, (path = new Path2D(d)));
  }
  return path;
}

/** Moved and enlarged without its lines growing thicker. */
function placed(shape: Extract<Shape, { is: "path" }>): Path2D {
  if (!shape.at) return outline(shape.d);
  const [scale, x, y] = shape.at, path = new Path2D();
  path.addPath(outline(shape.d), new DOMMatrix([scale, 0, 0, scale, x, y]));
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

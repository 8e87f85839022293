// Shapes as pixels on a canvas.
import { FONT, middle, outline, taper, type Line, type Look, type Outline, type Shape } from "./shapes";

/** Drawn by the processor: thousands of thin, dashed lines take far longer where a graphics card is only emulated. */
const SOFTWARE: CanvasRenderingContext2DSettings = { willReadFrequently: true };
/** CSS pixels. */
export interface Room { width: number; height: number }

/** One stroke of very many lines takes longer than several of fewer. */
const TOGETHER = 100;

/** Draws the shapes; coordinates are CSS pixels. */
export function paint(canvas: HTMLCanvasElement, shapes: Shape[], background: string, { width, height }: Room): void {
  paintAt(canvas, shapes, background, width, height, Math.min(window.devicePixelRatio || 1, 2));
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
  if (shape.is === "text") return write(pen, shape);
  if (shape.is === "box") return drawBox(pen, shape);
  const path = shape.is === "path" ? placed(shape) : new Path2D();
  if (shape.is === "dot") path.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
  if (shape.fill) { pen.fillStyle = shape.fill; pen.fill(path); }
  if (shape.stroke) stroke(pen, shape, path);
}

/** Without a path of its own: lanes have thousands. */
function drawBox(pen: CanvasRenderingContext2D, { x, y, w, h, fill, stroke, width, dash }: Extract<Shape, { is: "box" }>): void {
  if (fill) { pen.fillStyle = fill; pen.fillRect(x, y, w, h); }
  if (!stroke) return;
  pen.setLineDash(dash ?? []);
  pen.lineWidth = width ?? 1;
  pen.strokeStyle = stroke;
  pen.strokeRect(x + 0.5, y + 0.5, Math.max(0, w - 1), Math.max(0, h - 1));
}

const kept = new WeakMap<Outline, Path2D>();

/** The outlines of the earth are long, and drawn again whenever anything is. */
function pathOf(lines: Outline): Path2D {
  let path = kept.get(lines);
  if (!path) {
    kept.set(lines, (path = new Path2D()));
    outline(path, lines);
  }
  return path;
}

/** Moved and enlarged without its lines growing thicker. */
function placed({ outline, at: [scale, x, y] }: Extract<Shape, { is: "path" }>): Path2D {
  const path = new Path2D();
  path.addPath(pathOf(outline), new DOMMatrix([scale, 0, 0, scale, x, y]));
  return path;
}

function write(pen: CanvasRenderingContext2D, shape: Extract<Shape, { is: "text" }>): void {
  pen.font = `${shape.bold ? "600 " : ""}${shape.size}px ${FONT}`;
  pen.textAlign = shape.anchor === "middle" ? "center" : (shape.anchor ?? "start");
  pen.textBaseline = "middle";
  if (shape.halo) {
    pen.setLineDash([]);
    pen.strokeStyle = shape.halo;
    pen.lineWidth = 3;
    pen.lineJoin = "round";
    pen.strokeText(shape.text, shape.x, shape.y);
  }
  pen.fillStyle = shape.fill ?? "#000";
  pen.fillText(shape.text, shape.x, shape.y);
}

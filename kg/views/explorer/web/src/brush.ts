// A drag over a picture that chooses what lies between two of its places.
import { make } from "./dom";

/** A shorter drag is a click. */
const CLICK = 6;

/** Lets a part of a canvas be chosen; `done` gets its left and right edge. Returns whether a drag just ended. */
export function brushing(canvas: HTMLCanvasElement, colour: () => string, done: (left: number, right: number) => void): () => boolean {
  let start: number | undefined, picture: HTMLCanvasElement | undefined, chosen: [number, number] | undefined;
  canvas.addEventListener("pointerdown", (event) => { start = event.offsetX; chosen = picture = undefined; });
  canvas.addEventListener("pointermove", (event) => {
    if (start === undefined || Math.abs(event.offsetX - start) < CLICK) return;
    if (!picture) canvas.setPointerCapture(event.pointerId);
    picture ??= copyOf(canvas);
    chosen = [Math.min(start, event.offsetX), Math.max(start, event.offsetX)];
    shade(canvas, picture, colour(), chosen);
  });
  canvas.addEventListener("pointerup", () => {
    start = undefined;
    if (!chosen) return;
    const [left, right] = chosen;
    // The click that ends the drag comes after this.
    setTimeout(() => (chosen = undefined));
    done(left, right);
  });
  return () => chosen !== undefined;
}

function shade(canvas: HTMLCanvasElement, picture: HTMLCanvasElement, colour: string, [left, right]: [number, number]): void {
  const pen = canvas.getContext("2d")!;
  pen.globalAlpha = 1;
  pen.drawImage(picture, 0, 0, canvas.clientWidth, canvas.clientHeight);
  pen.globalAlpha = 0.2;
  pen.fillStyle = colour;
  pen.fillRect(left, 0, right - left, canvas.clientHeight);
}

/** What is painted on a canvas just now. */
export function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = make("canvas", { width: String(canvas.width), height: String(canvas.height) });
  copy.getContext("2d", { willReadFrequently: true })?.drawImage(canvas, 0, 0);
  return copy;
}

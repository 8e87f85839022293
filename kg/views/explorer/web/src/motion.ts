// While a view is dragged or enlarged, what is painted is moved; it is drawn anew when there is time to.
import { copyOf } from "./brush";
import type { Camera } from "./camera";
import type { Shape } from "./shapes";

/** So many shapes are drawn anew within a frame; lines that are dashed take longest. */
const FEW = 900;
/** Milliseconds without a move after which everything is drawn. */
const STILL = 90;

export class Motion {
  private copy: HTMLCanvasElement | undefined;
  private was: [k: number, x: number, y: number] = [1, 0, 0];
  private many = 0;
  private waiting = 0;

  constructor(private canvas: HTMLCanvasElement, private camera: Camera, private draw: () => void) {}

  /** Everything was just painted. */
  painted(shapes: Shape[]): void {
    this.many = shapes.length;
    this.was = this.camera.transform;
    this.copy = undefined;
    clearTimeout(this.waiting);
  }

  /** The camera moved. */
  moved(background: string): void {
    clearTimeout(this.waiting);
    if (this.many <= FEW) return this.draw();
    this.shift(background);
    this.waiting = setTimeout(this.draw, STILL);
  }

  private shift(background: string): void {
    const { canvas } = this, pen = canvas.getContext("2d")!, ratio = canvas.width / Math.max(1, canvas.clientWidth);
    this.copy ??= copyOf(canvas);
    const [k, x, y] = this.camera.transform, [k0, x0, y0] = this.was, grown = k / k0;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = 1;
    pen.fillStyle = background;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.setTransform(grown, 0, 0, grown, (x - x0 * grown) * ratio, (y - y0 * grown) * ratio);
    pen.drawImage(this.copy, 0, 0);
  }
}

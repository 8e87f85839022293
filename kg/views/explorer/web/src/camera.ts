// Looking closer: a drawn view is moved and enlarged by wheel, drag and keys; names and marks keep their size.

export type Point = [number, number];
const CLOSEST = 40, STEP = 1.35;

export class Camera {
  k = 1;
  private x = 0;
  private y = 0;

  apply([x, y]: Point): Point {
    return [x * this.k + this.x, y * this.k + this.y];
  }

  get transform(): [number, number, number] {
    return [this.k, this.x, this.y];
  }

  reset(): void {
    this.k = 1;
    this.x = this.y = 0;
  }

  move(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
  }

  /** Enlarges about a point of the canvas; never smaller than the whole. */
  zoom(factor: number, [x, y]: Point): void {
    const k = Math.min(CLOSEST, Math.max(1, this.k * factor));
    this.x = x - ((x - this.x) * k) / this.k;
    this.y = y - ((y - this.y) * k) / this.k;
    this.k = k;
    if (k === 1) this.reset();
  }

  /** Lets a canvas be looked at closer; `drawn` is called when it has to be drawn anew. Returns whether a drag just ended. */
  attach(canvas: HTMLCanvasElement, drawn: () => void): () => boolean {
    let from: Point | undefined, dragged = false, asked = false;
    const later = (): void => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; drawn(); });
    };
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 300), [event.offsetX, event.offsetY]);
      later();
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => { from = [event.offsetX, event.offsetY]; dragged = false; });
    canvas.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      if (!dragged && Math.hypot(event.offsetX - from[0], event.offsetY - from[1]) < 5) return;
      if (!dragged) canvas.setPointerCapture(event.pointerId);
      dragged = true;
      this.move(event.offsetX - from[0], event.offsetY - from[1]);
      from = [event.offsetX, event.offsetY];
      later();
    });
    canvas.addEventListener("pointerup", () => (from = undefined));
    canvas.addEventListener("dblclick", () => { this.reset(); later(); });
    canvas.addEventListener("keydown", (event) => {
      const middle: Point = [canvas.clientWidth / 2, canvas.clientHeight / 2];
      if (event.key === "+" || event.key === "=") this.zoom(STEP, middle);
      else if (event.key === "-") this.zoom(1 / STEP, middle);
      else if (event.key === "0") this.reset();
      else if (event.shiftKey && event.key.startsWith("Arrow")) this.move(...TOWARDS[event.key]!);
      else return;
      event.preventDefault();
      later();
    });
    return () => dragged;
  }
}

const TOWARDS: Record<string, Point> = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

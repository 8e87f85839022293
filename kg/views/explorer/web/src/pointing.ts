// What is pointed at in a drawn view: it says what it is, a click follows it, and so do the keys.
import { find } from "./dom";
import { ringAround, walkByKeys } from "./keys";
import { hit, tipOf, type Shape } from "./shapes";

/** A view as it is pointed at: its marks, the cursor where there is none, and whether a drag just ended there. */
interface Pointed { canvas: HTMLCanvasElement; cursor: string; shapes: () => Shape[]; dragged: () => boolean; paint: (shapes: Shape[]) => void; alarm: () => string }

export function pointing({ canvas, cursor, shapes, dragged, paint, alarm }: Pointed, follow: (ref: string) => void): void {
  const tip = find("tip"), at = (event: MouseEvent): Shape | undefined => hit(shapes(), event.offsetX, event.offsetY);
  canvas.addEventListener("mousemove", (event) => {
    const shape = event.buttons ? undefined : at(event);
    canvas.style.cursor = shape ? "pointer" : cursor;
    tip.hidden = !shape?.tip;
    tip.textContent = shape ? tipOf(shape) : "";
    tip.style.left = `${Math.min(event.clientX + 12, window.innerWidth - 280)}px`;
    tip.style.top = `${event.clientY + 14}px`;
  });
  canvas.addEventListener("mouseleave", () => (tip.hidden = true));
  canvas.addEventListener("click", (event) => { const shape = at(event); if (shape?.ref && !dragged()) follow(shape.ref); });
  walkByKeys(canvas, shapes, (mark) => paint(mark ? [...shapes(), ringAround(mark, alarm())] : shapes()), follow);
}

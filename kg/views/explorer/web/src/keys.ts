// What a mouse points at, the arrow keys reach too: they go from mark to mark, and say each.
import { find } from "./dom";
import { middle, tipOf, type Shape } from "./shapes";

const FORWARD = new Set(["ArrowRight", "ArrowDown"]), BACK = new Set(["ArrowLeft", "ArrowUp"]);

/** Lets the arrow keys go through what is drawn; `ring` is drawn around the mark that they are at. */
export function walkByKeys(canvas: HTMLCanvasElement, shapes: () => Shape[], ring: (mark: Shape | undefined) => void, follow: (ref: string) => void): void {
  let ref = "";
  const marks = (): Shape[] => {
    const seen = new Set<string>();
    return shapes().filter((each) => each.ref && each.tip && !seen.has(each.ref) && seen.add(each.ref)).sort((one, other) => (other.rank ?? 0) - (one.rank ?? 0));
  };
  const go = (mark: Shape | undefined): void => {
    ref = mark?.ref ?? "";
    ring(mark);
    find("said").textContent = mark ? tipOf(mark) : "";
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = marks(), here = all.findIndex((each) => each.ref === ref);
    if (FORWARD.has(event.key)) go(all[Math.min(all.length - 1, here + 1)]);
    else if (BACK.has(event.key)) go(all[Math.max(0, here - 1)]);
    else if (event.key === "Home") go(all[0]);
    else if (event.key === "End") go(all.at(-1));
    else if (event.key === "Enter" && here >= 0) follow(ref);
    else return;
    event.preventDefault();
  });
  canvas.addEventListener("blur", () => go(undefined));
}

/** A ring around a mark. */
export function ringAround(mark: Shape, colour: string): Shape {
  const look = { stroke: colour, width: 2.5 };
  if (mark.is === "dot") return { is: "dot", x: mark.x, y: mark.y, r: mark.r + 3, ...look };
  if (mark.is === "box") return { is: "box", x: mark.x - 3, y: mark.y - 3, w: mark.w + 6, h: mark.h + 6, ...look };
  if (mark.is === "line") {
    const [cx, cy] = middle(mark);
    return { is: "dot", x: (mark.x1 + mark.x2 + 2 * cx) / 4, y: (mark.y1 + mark.y2 + 2 * cy) / 4, r: 8, ...look };
  }
  return { is: "dot", x: 0, y: 0, r: 0 };
}

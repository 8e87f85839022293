// What width, colour and dash mean: the same signs below a view and below the picture that is saved of it.
import type { Shape } from "./shapes";
import { make } from "./dom";
import { svgElement } from "./svg";
import type { Theme } from "./theme";

const HIGH = 12;
/** A sign, drawn in a box of so many pixels by `HIGH`, and what it means. */
export interface Entry { shapes: Shape[]; wide: number; words: string }

export function line(width: number, colour: string, words: string, dash?: number[], alpha = 0.8): Entry {
  return { wide: 26, words, shapes: [{ is: "line", x1: 1, y1: 6, x2: 25, y2: 6, width, stroke: colour, alpha, ...(dash ? { dash } : {}) }] };
}

export function dot(r: number, colour: string, words: string): Entry {
  return { wide: 2 * r + 2, words, shapes: [{ is: "dot", x: r + 1, y: 6, r, fill: colour }] };
}

export function box(look: { fill?: string; stroke?: string; alpha?: number }, words: string): Entry {
  return { wide: 12, words, shapes: [{ is: "box", x: 1, y: 1, w: 10, h: 10, ...look }] };
}

export function words(text: string): Entry {
  return { wide: 0, words: text, shapes: [] };
}

/** Fills the line below a view. */
export function showLegend(where: HTMLElement, entries: Entry[]): void {
  where.replaceChildren(...entries.map((each) => make("span", {}, each.wide > 0 && svgElement(each.shapes, each.wide, HIGH), each.words)));
}

/** The same as shapes, in lines of a width, from a height downwards; with the height where they end. */
export function legendShapes(entries: Entry[], top: number, width: number, theme: Theme): [Shape[], number] {
  const shapes: Shape[] = [];
  let x = 8, y = top + 8;
  for (const each of entries) {
    const room = each.wide + 6 + each.words.length * 5.9;
    if (x > 8 && x + room > width - 8) [x, y] = [8, y + 18];
    for (const shape of each.shapes) shapes.push(moved(shape, x, y - 6));
    for (const [nth, text] of wrapped(each.words, Math.floor((width - x - each.wide - 16) / 5.9)).entries()) {
      if (nth) y += 15;
      shapes.push({ is: "text", x: x + each.wide + (each.wide ? 5 : 0), y, text, size: 11, fill: theme.faint });
    }
    x += room + 12;
  }
  return [shapes, y + 12];
}

export function wrapped(text: string, letters: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1)!.length + word.length + 1 > Math.max(20, letters)) lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines;
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.is === "line") return { ...shape, x1: shape.x1 + dx, x2: shape.x2 + dx, y1: shape.y1 + dy, y2: shape.y2 + dy };
  if (shape.is === "path") return shape;
  return { ...shape, x: shape.x + dx, y: shape.y + dy };
}

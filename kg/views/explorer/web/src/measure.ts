// How wide a text is when it is drawn: by the browser's own fonts, for letters of other scripts are of other widths.
import { FONT } from "./shapes";

const widths = new Map<string, Map<string, number>>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The width of a text in pixels, for a size of its letters; at that very size, for the browser keeps what it shaped. */
export function widthOf(text: string, size: number, bold = false): number {
  const font = `${bold ? "600 " : ""}${size}px ${FONT}`;
  let kept = widths.get(font);
  if (!kept) widths.set(font, (kept = new Map()));
  let width = kept.get(text);
  if (width === undefined) kept.set(text, (width = measured(text, font) ?? text.length * size * 0.6));
  return width;
}

/** A text, or as much of it as there is room for. */
export function shortened(text: string, room: number, size: number, bold = false): string {
  if (widthOf(text, size, bold) <= room) return text;
  const letters = [...text];
  let fits = 1, cut = letters.length;
  while (cut - fits > 1) {
    const middle = (fits + cut) >> 1;
    if (widthOf(`${letters.slice(0, middle).join("").trimEnd()}…`, size, bold) <= room) fits = middle;
    else cut = middle;
  }
  return `${letters.slice(0, fits).join("").trimEnd()}…`;
}

function measured(text: string, font: string): number | undefined {
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen && pen.font !== font) pen.font = font;
  return pen?.measureText(text).width;
}

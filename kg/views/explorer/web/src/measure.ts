// How wide a text is when it is drawn: by the browser's own fonts, for letters of other scripts are of other widths.
import { FONT } from "./shapes";

/** Widths are measured once, at this size. */
const SIZE = 20;
const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The width of a text in pixels, for a size of its letters. */
export function widthOf(text: string, size: number, bold = false): number {
  const key = `${bold ? "b" : "n"}${text}`;
  let width = widths.get(key);
  if (width === undefined) widths.set(key, (width = measured(text, bold)));
  return (width * size) / SIZE;
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

function measured(text: string, bold: boolean): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * SIZE * 0.6;
  pen.font = `${bold ? "600 " : ""}${SIZE}px ${FONT}`;
  return pen.measureText(text).width;
}

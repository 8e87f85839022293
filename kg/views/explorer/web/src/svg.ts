// Shapes as an SVG file.
import { FONT, middle, taper, tipOf, type Line, type Pen, type Shape } from "./shapes";

const XML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (letter) => XML[letter]!);
}

/** The shapes as an SVG file. */
export function svg(shapes: Shape[], width: number, height: number, background: string, title: string): string {
  const look = (shape: Shape): string =>
    ` fill="${shape.fill ?? "none"}"` + (shape.stroke ? ` stroke="${shape.stroke}" stroke-width="${shape.width ?? 1}"` : "") +
    (shape.dash ? ` stroke-dasharray="${shape.dash.join(" ")}"` : "") + (shape.alpha === undefined ? "" : ` opacity="${shape.alpha}"`);
  const n = (value: number): string => value.toFixed(1);
  const body = shapes.map((shape) => {
    const tip = shape.tip ? `<title>${escaped(tipOf(shape))}</title>` : "";
    if (shape.is === "dot") return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.r)}"${look(shape)}>${tip}</circle>`;
    if (shape.is === "box") return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.w)}" height="${n(shape.h)}"${look(shape)}>${tip}</rect>`;
    if (shape.is === "path") {
      const at = shape.at ? ` transform="translate(${n(shape.at[1])} ${n(shape.at[2])}) scale(${shape.at[0].toFixed(4)})" vector-effect="non-scaling-stroke"` : "";
      return `<path d="${shape.d}"${at}${look(shape)}>${tip}</path>`;
    }
    if (shape.is === "line") {
      if (shape.taper) return `<path d="${tapered(shape)}" fill="${shape.stroke ?? "#000"}" opacity="${shape.alpha ?? 1}">${tip}</path>`;
      const [cx, cy] = middle(shape);
      return `<path d="M${n(shape.x1)} ${n(shape.y1)}Q${n(cx)} ${n(cy)} ${n(shape.x2)} ${n(shape.y2)}"${look(shape)}>${tip}</path>`;
    }
    return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor ?? "start"}" dominant-baseline="middle"${shape.bold ? ' font-weight="600"' : ""} fill="${shape.fill ?? "#000"}"${shape.halo ? ` stroke="${shape.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : ""}>${escaped(shape.text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${background}"/>${body.join("\n")}</svg>\n`;
}

/** The same strokes as text. */
class Written implements Pen {
  d = "";
  moveTo(x: number, y: number): void { this.d += `M${x.toFixed(1)} ${y.toFixed(1)}`; }
  lineTo(x: number, y: number): void { this.d += `L${x.toFixed(1)} ${y.toFixed(1)}`; }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void { this.d += `Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`; }
  closePath(): void { this.d += "Z"; }
}

function tapered(line: Line): string {
  const path = new Written();
  taper(path, line);
  return path.d;
}

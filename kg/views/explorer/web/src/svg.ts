// Shapes as SVG: a file of them, or an element of the page.
import { FONT, middle, outline, taper, tipOf, type Line, type Look, type Pen, type Placing, type Shape } from "./shapes";

const SPACE = "http://www.w3.org/2000/svg";
const XML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A shape as an element: its tag, attributes and text. */
type Mark = [tag: string, attributes: Record<string, string>, text?: string];

/** The shapes as a file. */
export function svg(shapes: Shape[], width: number, height: number, background: string, title: string): string {
  const body = shapes.map((shape) => {
    const [tag, attributes, text = ""] = markOf(shape);
    const tip = shape.tip ? `<title>${escaped(tipOf(shape))}</title>` : "";
    return `<${tag} ${Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`).join(" ")}>${tip}${escaped(text)}</${tag}>`;
  });
  return `<svg xmlns="${SPACE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${background}"/>${body.join("\n")}</svg>\n`;
}

/** The shapes as an element, which says nothing to a screen reader. */
export function svgElement(shapes: Shape[], width: number, height: number): SVGElement {
  const element = (tag: string, attributes: Record<string, string>): SVGElement => {
    const made = document.createElementNS(SPACE, tag) as SVGElement;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const whole = element("svg", { width: String(width), height: String(height), "aria-hidden": "true" });
  for (const [tag, attributes] of shapes.map(markOf)) whole.append(element(tag, attributes));
  return whole;
}

function markOf(shape: Shape): Mark {
  switch (shape.is) {
    case "dot": return ["circle", { cx: n(shape.x), cy: n(shape.y), r: n(shape.r), ...looks(shape) }];
    case "box": return ["rect", { x: n(shape.x), y: n(shape.y), width: n(shape.w), height: n(shape.h), ...looks(shape) }];
    case "path": return ["path", { d: written((path) => outline(path, shape.outline)), ...placed(shape.at), ...looks(shape) }];
    case "line": return lineOf(shape);
    case "text": return textOf(shape);
  }
}

function lineOf(shape: Line): Mark {
  if (shape.taper) return ["path", { d: written((path) => taper(path, shape)), fill: shape.stroke ?? "#000", opacity: String(shape.alpha ?? 1) }];
  const [cx, cy] = middle(shape), bent = (path: Pen): void => { path.moveTo(shape.x1, shape.y1); path.quadraticCurveTo(cx, cy, shape.x2, shape.y2); };
  return ["path", { d: written(bent), ...looks(shape) }];
}

function textOf(shape: Extract<Shape, { is: "text" }>): Mark {
  return ["text", {
    x: n(shape.x), y: n(shape.y), "font-size": String(shape.size), "text-anchor": shape.anchor ?? "start", "dominant-baseline": "middle",
    ...(shape.bold ? { "font-weight": "600" } : {}), fill: shape.fill ?? "#000",
    ...(shape.halo ? { stroke: shape.halo, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
  }, shape.text];
}

function looks({ fill = "none", stroke, width = 1, dash, alpha }: Look): Record<string, string> {
  return {
    fill, ...(stroke ? { stroke, "stroke-width": String(width) } : {}),
    ...(dash ? { "stroke-dasharray": dash.join(" ") } : {}), ...(alpha === undefined ? {} : { opacity: String(alpha) }),
  };
}

/** Moved and enlarged without its lines growing thicker. */
function placed([scale, x, y]: Placing): Record<string, string> {
  return { transform: `translate(${n(x)} ${n(y)}) scale(${scale.toFixed(6)})`, "vector-effect": "non-scaling-stroke" };
}

function n(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (letter) => XML[letter]!);
}

/** Strokes as text. */
function written(draw: (path: Pen) => void): string {
  const said: string[] = [], say = (letter: string, ...numbers: number[]): void => void said.push(letter + numbers.map(n).join(" "));
  draw({
    moveTo: (x, y) => say("M", x, y), lineTo: (x, y) => say("L", x, y), quadraticCurveTo: (cx, cy, x, y) => say("Q", cx, cy, x, y), closePath: () => say("Z"),
  });
  return said.join("");
}

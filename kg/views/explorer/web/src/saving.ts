// What is shown, as files: the table as CSV and JSON, each view as SVG and PNG with its legend and what it shows in words.
import type { Drawn } from "./charts";
import { make, save } from "./dom";
import { legendShapes, wrapped } from "./legend";
import { paintAt } from "./paint";
import type { Shape } from "./shapes";
import { svg } from "./svg";

const TITLES = { network: "Network", map: "Map", lanes: "Over time" }, DOTS = 3;

/** A view with its legend and a caption below it. */
function figure(drawn: Drawn, caption: string): { shapes: Shape[]; height: number } {
  const [legend, end] = legendShapes(drawn.legend, drawn.height + 6, drawn.width, drawn.theme);
  const lines = wrapped(caption, Math.floor((drawn.width - 16) / 5.7));
  const words = lines.map((text, nth): Shape => ({ is: "text", x: 8, y: end + 8 + nth * 15, text, size: 11, fill: drawn.theme.ink }));
  return { shapes: [...drawn.shapes, ...legend, ...words], height: end + 8 + lines.length * 15 };
}

export function saveButtons(tables: { csv: () => string; json: () => string }, drawn: Drawn[], caption: string): HTMLElement[] {
  const row = (...buttons: [string, () => void][]): HTMLElement => make("p", {}, ...buttons.flatMap(([name, click]) => [make("button", { type: "button", click }, name), " "]));
  return [
    row(["Table as CSV", () => save("contacts.csv", tables.csv(), "text/csv")], ["Table as JSON", () => save("contacts.json", tables.json(), "application/json")]),
    ...drawn.map((each) => row([`${TITLES[each.name]} as SVG`, () => saveSvg(each, caption)], [`${TITLES[each.name]} as PNG`, () => savePng(each, caption)])),
  ];
}

function saveSvg(drawn: Drawn, caption: string): void {
  const { shapes, height } = figure(drawn, caption);
  save(`${drawn.name}.svg`, svg(shapes, drawn.width, height, drawn.theme.background, caption), "image/svg+xml");
}

function savePng(drawn: Drawn, caption: string): void {
  const { shapes, height } = figure(drawn, caption), canvas = make("canvas");
  paintAt(canvas, shapes, drawn.theme.background, drawn.width, height, DOTS);
  canvas.toBlob((blob) => { if (blob) save(`${drawn.name}.png`, blob, "image/png"); });
}

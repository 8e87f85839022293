// The network: places are those the graph's version has, so that the same graph looks the same; the view fits what is left.
import type { Overview } from "./data";
import type { Link, Net, Node } from "./links";
import type { Shape } from "./shapes";
import type { Theme } from "./theme";

type Point = [number, number];
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const MARGIN = 46;

export function networkShapes(data: Overview, net: Net, theme: Theme, width: number, height: number): Shape[] {
  const places = fit(placesOf(data, net), width, height);
  const links = [...net.links.values()].sort((one, other) => one.count - other.count || (one.a < other.a ? -1 : 1));
  const most = Math.max(1, ...links.map((each) => each.count));
  const shapes = links.flatMap((each) => lineOf(each, net, places, most, theme));
  const nodes = [...net.nodes.values()].sort((one, other) => one.count - other.count || one.at - other.at);
  const largest = Math.max(1, ...nodes.map((each) => each.count));
  const radius = (each: Node): number => (each.kind === "summit" ? 5 : 3.5 + 12 * Math.sqrt(each.count / largest));
  for (const each of nodes) shapes.push(markOf(each, places.get(each.key)!, radius(each), theme));
  return [...shapes, ...labels(nodes, places, radius, theme)];
}

function lineOf(link: Link, net: Net, places: Map<string, Point>, most: number, theme: Theme): Shape[] {
  const [x1, y1] = places.get(link.a)!;
  const [x2, y2] = places.get(link.b)!;
  const names = [link.a, link.b].map((key) => net.nodes.get(key)!.name);
  const doubts = [link.possible ? `${link.possible} of them possible` : "", link.single ? "each from one source" : "", link.disputed ? `${link.disputed} disputed` : ""];
  const tip = [`${names[0]} – ${names[1]}: ${link.count} contact${link.count === 1 ? "" : "s"}`, ...doubts.filter(Boolean)].join(", ");
  const line: Shape = {
    is: "line", x1, y1, x2, y2, bend: 0.08, stroke: link.held ? theme.accent : theme.faint,
    width: 0.8 + 6 * Math.sqrt(link.count / most), alpha: 0.25 + 0.5 * Math.sqrt(link.count / most),
    ref: `link ${link.a} ${link.b}`, tip,
  };
  if (link.single) line.dash = [5, 4];
  if (!link.disputed) return [line];
  const mark: Shape = { is: "dot", x: (x1 + x2) / 2 - (y2 - y1) * 0.04, y: (y1 + y2) / 2 + (x2 - x1) * 0.04, r: 2.5, fill: theme.alarm, tip, ref: `link ${link.a} ${link.b}` };
  return [line, mark];
}

function markOf(node: Node, [x, y]: Point, r: number, theme: Theme): Shape {
  const tip = `${node.name}: ${node.count} contact${node.count === 1 ? "" : "s"}`;
  if (node.kind === "summit") return { is: "box", x: x - r, y: y - r, w: 2 * r, h: 2 * r, fill: theme.background, stroke: theme.ink, ref: `node ${node.key}`, tip: node.name };
  const fill = node.kind === "side" ? theme.ink : node.kind === "topic" ? "#e69f00" : theme.accent;
  return { is: "dot", x, y, r, fill, stroke: theme.background, width: 1.5, ref: `node ${node.key}`, tip };
}

/** Labels by weight, each only where it covers no other. */
function labels(nodes: Node[], places: Map<string, Point>, radius: (node: Node) => number, theme: Theme): Shape[] {
  const taken: [number, number, number, number][] = [];
  const shapes: Shape[] = [];
  for (const node of [...nodes].reverse()) {
    if (node.kind === "summit") continue;
    const [x, y] = places.get(node.key)!;
    const size = node.kind === "official" ? 11 : 12;
    const half = node.name.length * size * 0.28 + 2;
    const tops = [y - radius(node) - size - 3, y + radius(node) + 2];
    const free = (top: number): boolean => !taken.some(([a, b, c, d]) => x - half < c && x + half > a && top < d && top + size + 2 > b);
    const top = tops.find(free);
    if (top === undefined) continue;
    taken.push([x - half, top, x + half, top + size + 2]);
    shapes.push({ is: "text", x, y: top + size / 2 + 1, text: node.name, size, anchor: "middle", bold: node.kind === "side", fill: theme.ink, halo: theme.background });
  }
  return shapes;
}

function placesOf(data: Overview, net: Net): Map<string, Point> {
  const places = new Map<string, Point>();
  const seen = new Map<number, number>();
  const home = new Map(data.sides.code.map((code, at) => [code, at]));
  const topics = [...net.nodes.values()].filter((each) => each.kind === "topic");
  const reach = Math.max(1, ...data.sides.x.map(Math.abs), ...data.sides.y.map(Math.abs)) * 1.15;
  for (const node of net.nodes.values()) {
    if (node.kind === "side") places.set(node.key, [data.sides.x[node.at]!, data.sides.y[node.at]!]);
    else if (node.kind === "topic") {
      const angle = (2 * Math.PI * topics.indexOf(node)) / topics.length;
      places.set(node.key, [reach * Math.cos(angle), reach * Math.sin(angle)]);
    } else if (node.kind === "official") {
      const side = home.get(data.officials.side[node.at] ?? "") ?? -1;
      const nth = seen.get(side) ?? 0;
      seen.set(side, nth + 1);
      const far = 26 * Math.sqrt(nth + 0.6), angle = nth * GOLDEN + side;
      places.set(node.key, [(data.sides.x[side] ?? 0) * 2.2 + far * Math.cos(angle), (data.sides.y[side] ?? 0) * 2.2 + far * Math.sin(angle)]);
    }
  }
  for (const node of net.nodes.values()) if (node.kind === "summit") places.set(node.key, seatOf(data, node.at, places));
  return places;
}

/** A summit lies amid those who sit there. */
function seatOf(data: Overview, at: number, places: Map<string, Point>): Point {
  const seats = [...data.contacts.sides[at]!.map((each) => `side-${each}`), ...data.contacts.officials[at]!.map((each) => `official-${each}`)];
  const found = seats.flatMap((key) => (places.has(key) ? [places.get(key)!] : []));
  const mean = (axis: 0 | 1): number => found.reduce((sum, each) => sum + each[axis], 0) / Math.max(1, found.length);
  return [mean(0) + 9 * Math.cos(at), mean(1) + 9 * Math.sin(at)];
}

function fit(places: Map<string, Point>, width: number, height: number): Map<string, Point> {
  const all = [...places.values()];
  const [left, right] = [Math.min(...all.map((each) => each[0])), Math.max(...all.map((each) => each[0]))];
  const [top, bottom] = [Math.min(...all.map((each) => each[1])), Math.max(...all.map((each) => each[1]))];
  const scale = (span: number, room: number): number => (span > 0 ? Math.max(1, room - 2 * MARGIN) / span : 1);
  const sx = Math.min(scale(right - left, width), 4), sy = Math.min(scale(bottom - top, height), 4);
  return new Map([...places].map(([key, [x, y]]) => [key, [width / 2 + (x - (left + right) / 2) * sx, height / 2 + (y - (top + bottom) / 2) * sy] as Point]));
}

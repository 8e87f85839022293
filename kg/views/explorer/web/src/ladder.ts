// Everything between two: the contacts one under the other in the order of time, who took part left and right of them,
// and what they were about.
import type { Point } from "./camera";
import type { Overview } from "./data";
import type { Link, Net, Node } from "./links";
import { shortened } from "./measure";
import type { Scene } from "./network";
import type { Shape } from "./shapes";
import { kindColour, TOPIC } from "./theme";

type Placed = Map<string, Point>;
const TOP = 26, BOTTOM = 14, LINE = 12;

export function ladderShapes(net: Net, scene: Scene): Shape[] {
  const { data, camera, width, height, theme } = scene;
  const contacts = [...net.nodes.values()].filter((each) => each.kind === "contact");
  if (!contacts.length) return [];
  const left = leftSide(net, scene);
  const row = (nth: number): number => TOP + ((nth + 0.5) * (height - TOP - BOTTOM)) / contacts.length;
  const places: Placed = new Map(contacts.map((node, nth) => [node.key, camera.apply([width * 0.36, row(nth)])]));
  const own = (node: Node): boolean => (node.kind === "side" ? node.at === left : data.officials.side[node.at] === data.sides.code[left]);
  const people = [...net.nodes.values()].filter((each) => each.kind === "official" || each.kind === "side");
  column(people.filter(own), net, places, width * 0.2, scene);
  column(people.filter((each) => !own(each)), net, places, width * 0.8, scene);
  column([...net.nodes.values()].filter((each) => each.kind === "topic"), net, places, width * 0.64, scene);
  const shapes: Shape[] = [...net.links.values()].filter((link) => !said(link, data)).map((link): Shape => {
    const [x1, y1] = places.get(link.a)!, [x2, y2] = places.get(link.b)!;
    const topic = link.a.startsWith("topic") || link.b.startsWith("topic");
    return { is: "line", x1, y1, x2, y2, bend: 0, stroke: topic ? TOPIC : theme.accent, width: 0.9, alpha: 0.35, ...(link.single ? { dash: [4, 3] } : {}) };
  });
  for (const node of contacts) shapes.push(...rung(node, places.get(node.key)!, contacts.length, scene));
  const topics = [...net.nodes.values()].filter((each) => each.kind === "topic");
  for (const nodes of [people.filter(own), people.filter((each) => !own(each)), topics]) {
    const named = withRoom(nodes, places);
    for (const node of nodes) shapes.push(...ends(node, places.get(node.key)!, nodes !== topics && own(node), named.has(node), scene));
  }
  return shapes;
}

/** Those of a column whose names cover no other: the most frequent first. */
function withRoom(nodes: Node[], places: Placed): Set<Node> {
  const found = new Set<Node>(), taken: number[] = [];
  for (const node of [...nodes].sort((one, other) => other.count - one.count || one.at - other.at)) {
    const y = places.get(node.key)![1];
    if (taken.some((other) => Math.abs(other - y) < LINE)) continue;
    taken.push(y);
    found.add(node);
  }
  return found;
}

/** Whether a line from a country only repeats the one from its person. */
function said(link: Link, data: Overview): boolean {
  const side = [link.a, link.b].find((key) => key.startsWith("side-")), contact = [link.a, link.b].find((key) => key.startsWith("contact-"));
  if (!side || !contact) return false;
  const code = data.sides.code[Number(side.slice("side-".length))];
  return data.contacts.officials.of(Number(contact.slice("contact-".length))).some((each) => data.officials.side[each] === code);
}

/** Whose people stand on the left: the first chosen country, else that of the first chosen person, else the most frequent. */
function leftSide(net: Net, { data, filter }: Scene): number {
  if (filter.sides.length) return data.sides.code.indexOf(filter.sides[0]!);
  if (filter.officials.length) return data.sides.code.indexOf(data.officials.side[data.officials.id.indexOf(filter.officials[0]!)] ?? "");
  const sides = [...net.nodes.values()].filter((each) => each.kind === "side");
  return sides.sort((one, other) => other.count - one.count || one.at - other.at)[0]?.at ?? -1;
}

/** Each as near as there is room to the middle of its contacts. */
function column(nodes: Node[], net: Net, places: Placed, x: number, { camera, height }: Scene): void {
  const rows = new Map(nodes.map((node): [string, number[]] => [node.key, []]));
  for (const link of net.links.values()) {
    rows.get(link.a)?.push(places.get(link.b)?.[1] ?? 0);
    rows.get(link.b)?.push(places.get(link.a)?.[1] ?? 0);
  }
  const mean = (key: string): number => rows.get(key)!.reduce((sum, each) => sum + each, 0) / Math.max(1, rows.get(key)!.length);
  const ordered = nodes.map((node): [Node, number] => [node, mean(node.key)]).sort(([one, a], [other, b]) => a - b || one.at - other.at);
  const gap = Math.min(18, (height - TOP - BOTTOM) / Math.max(1, ordered.length)) * camera.k;
  let y = -Infinity;
  const spread = ordered.map(([node, want]): [Node, number] => { y = Math.max(y + gap, want); return [node, y]; });
  const [, bottom] = camera.apply([0, height - BOTTOM]);
  let roof = bottom;
  for (const [node, low] of spread.reverse()) {
    roof = Math.min(roof, low);
    places.set(node.key, [camera.apply([x, 0])[0], roof]);
    roof -= gap;
  }
}

function rung(node: Node, [x, y]: Point, many: number, { data, theme, width, height, camera }: Scene): Shape[] {
  const { contacts } = data, at = node.at, held = data.statuses[contacts.status[at]!] === "held";
  const colour = contacts.conflicts.many(at) ? theme.alarm : kindColour(data, contacts.kind[at]!);
  const when = contacts.date.at(at) || "no date", place = [...contacts.places.of(at)].map((each) => data.places.name[each]).join(", ");
  const tip = `${when}  ${node.name} (${data.statuses[contacts.status[at]!]})`;
  const mark: Shape = { is: "box", x: x - 5, y: y - 5, w: 10, h: 10, stroke: colour, ...(held ? { fill: colour } : { fill: theme.background }), ref: `contact ${at}`, tip, rank: 1e6 - (contacts.earliest[at] || 0) / 1e6 };
  const room = ((height - TOP - BOTTOM) * camera.k) / many;
  if (room < 9) return [mark];
  const size = Math.min(11.5, room);
  const said = [when, data.kinds[contacts.kind[at]!]!, place].filter(Boolean).join(" · ");
  return [mark, { is: "text", x: x + 9, y, text: shortened(said, 0.28 * width * camera.k - 20, size), size, fill: theme.ink, halo: theme.background, ref: `contact ${at}`, tip }];
}

function ends(node: Node, [x, y]: Point, left: boolean, named: boolean, { theme, width, camera }: Scene): Shape[] {
  const bold = node.kind === "side", room = (node.kind === "topic" ? 0.15 : 0.19) * width * camera.k - 12;
  const fill = node.kind === "side" ? theme.ink : node.kind === "topic" ? TOPIC : theme.accent;
  const tip = `${node.name}: ${node.count} contact${node.count === 1 ? "" : "s"}`, ref = `node ${node.key}`;
  const dot: Shape = { is: "dot", x, y, r: node.kind === "side" ? 5.5 : 4, fill, ref, tip, rank: node.count };
  return named ? [dot, { is: "text", x: left ? x - 9 : x + 9, y, text: shortened(node.name, room, 11.5, bold), size: 11.5, anchor: left ? "end" : "start", bold, fill: theme.ink, halo: theme.background }] : [dot];
}

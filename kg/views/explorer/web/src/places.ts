// Where the marks of the network lie, before the view is fitted: countries where the graph's layout put them, persons
// about their country, topics around; about one chosen country or person, those who met it, the most frequent nearest.
import type { Point } from "./camera";
import type { Overview } from "./data";
import type { Net, Node } from "./links";
import type { Filter } from "./state";

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const FIRST_RING = 130, RING = 105, ROOM = 105;

export function placesOf(data: Overview, net: Net, filter: Filter): Map<string, Point> {
  const places = new Map<string, Point>();
  const ego = egoOf(data, net, filter);
  if (ego) return rings(data, net, ego);
  const home = new Map(data.sides.code.map((code, at) => [code, at])), seen = new Map<number, number>();
  const topics = [...net.nodes.values()].filter((each) => each.kind === "topic").sort((one, other) => other.count - one.count || one.at - other.at);
  const reach = (axis: "x" | "y"): number => Math.max(1, ...data.sides[axis].map(Math.abs)) * 1.15;
  const [rx, ry] = [reach("x"), reach("y")];
  topics.forEach((topic, nth) => {
    const angle = (2 * Math.PI * nth) / topics.length - Math.PI / 2;
    places.set(topic.key, [rx * Math.cos(angle), ry * Math.sin(angle)]);
  });
  const heavy = [...net.nodes.values()].sort((one, other) => other.count - one.count || one.at - other.at);
  for (const node of heavy) {
    if (node.kind === "side") places.set(node.key, [data.sides.x[node.at]!, data.sides.y[node.at]!]);
    else if (node.kind === "official") places.set(node.key, besideHome(data, home.get(data.officials.side[node.at] ?? "") ?? -1, seen));
  }
  for (const node of net.nodes.values()) if (node.kind === "contact") places.set(node.key, seatOf(data, node.at, places));
  return places;
}

function besideHome(data: Overview, side: number, seen: Map<number, number>): Point {
  const nth = seen.get(side) ?? 0;
  seen.set(side, nth + 1);
  const far = nth ? 34 * Math.sqrt(nth) : 0, angle = nth * GOLDEN + side;
  return [(data.sides.x[side] ?? 0) * 1.6 + far * Math.cos(angle), (data.sides.y[side] ?? 0) * 1.6 + far * Math.sin(angle) * 0.7];
}

/** The one country or person that the filter chose, where the others are drawn about it. */
export function egoOf(data: Overview, net: Net, filter: Filter): Node | undefined {
  if (filter.level === "officials" && filter.officials.length === 1) return net.nodes.get(`official-${data.officials.id.indexOf(filter.officials[0]!)}`);
  if (filter.level !== "officials" && filter.sides.length === 1) return net.nodes.get(`side-${data.sides.code.indexOf(filter.sides[0]!)}`);
  return undefined;
}

function rings(data: Overview, net: Net, ego: Node): Map<string, Point> {
  const ties = new Map<string, number>();
  for (const link of net.links.values()) {
    if (link.a === ego.key) ties.set(link.b, link.count);
    else if (link.b === ego.key) ties.set(link.a, link.count);
  }
  const along = alongWith(data, net, ego), others = [...net.nodes.values()].filter((each) => each !== ego && !along.includes(each));
  others.sort((one, other) => (ties.get(other.key) ?? 0) - (ties.get(one.key) ?? 0) || other.count - one.count || (one.key < other.key ? -1 : 1));
  const places = new Map<string, Point>([[ego.key, [0, 0]]]);
  let reach = FIRST_RING;
  for (let ring = 0, next = 0; next < others.length; ring++) {
    const radius = FIRST_RING + ring * RING, here = others.slice(next, next + Math.floor((2 * Math.PI * radius) / ROOM));
    next += here.length;
    reach = radius;
    // Around the ring in the order of where they usually lie, so that a neighbour is found where it was.
    const usual = (node: Node): number => bearing(data, node);
    here.sort((one, other) => usual(one) - usual(other) || (one.key < other.key ? -1 : 1));
    here.forEach((node, nth) => {
      const angle = (2 * Math.PI * (nth + (ring % 2) / 2)) / here.length - Math.PI;
      places.set(node.key, [1.6 * radius * Math.cos(angle), radius * Math.sin(angle)]);
    });
  }
  // Who came along stands beside, one below the other.
  const apart = (2 * reach) / Math.max(8, along.length);
  along.forEach((node, nth) => places.set(node.key, [-1.6 * reach - 170, (nth + 1) * apart - reach]));
  return places;
}

/** Those of the side of the one person in the middle, who were there too; the most frequent first. */
export function alongWith(data: Overview, net: Net, ego: Node): Node[] {
  if (ego.kind !== "official") return [];
  const side = data.officials.side[ego.at];
  const found = [...net.nodes.values()].filter((each) => each !== ego && each.kind === "official" && data.officials.side[each.at] === side);
  return found.sort((one, other) => other.count - one.count || one.at - other.at);
}

function bearing(data: Overview, node: Node): number {
  const side = node.kind === "side" ? node.at : node.kind === "official" ? data.sides.code.indexOf(data.officials.side[node.at] ?? "") : -1;
  return side < 0 ? node.at : Math.atan2(data.sides.y[side]!, data.sides.x[side]!);
}

/** A contact of many sides lies amid those who sat there. */
function seatOf(data: Overview, at: number, places: Map<string, Point>): Point {
  const seats = [...[...data.contacts.sides.of(at)].map((each) => `side-${each}`), ...[...data.contacts.officials.of(at)].map((each) => `official-${each}`)];
  const found = seats.flatMap((key) => (places.has(key) ? [places.get(key)!] : []));
  const mean = (axis: 0 | 1): number => found.reduce((sum, each) => sum + each[axis], 0) / Math.max(1, found.length);
  return [mean(0) + 25 * Math.cos(at), mean(1) + 20 * Math.sin(at)];
}

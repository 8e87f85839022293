// The network: places are those the graph's version has, so that the same graph looks the same; the view fits what is left.
import type { Camera, Point } from "./camera";
import type { Overview } from "./data";
import { labels, type Named } from "./labels";
import { personOf, type Link, type Net, type Node } from "./links";
import { alongWith, egoOf, placesOf } from "./places";
import { stepped, type Shape } from "./shapes";
import { change, splitWords, type Split } from "./split";
import type { Filter } from "./state";
import { TOPIC, type Theme } from "./theme";

const MARGIN = 40;
/** With fewer contacts than this between any two, no line has the full width. */
export const WIDEST = 12;
/** Short dashes of so many lines cannot be told apart, and take long to draw. */
const CROWD = 1000;
/** How large those are drawn who came along, and where names stand. */
const ALONG = 4, BESIDE = ["right"] as const, AROUND = ["above", "below", "right", "left"] as const;

/** What is drawn of a network: where, how wide, in which colours, seen from where. */
export interface Scene { data: Overview; shown: Int32Array; filter: Filter; theme: Theme; width: number; height: number; camera: Camera; split: Split | undefined }

export function networkShapes(net: Net, scene: Scene): Shape[] {
  const { camera, width, height } = scene;
  const fitted = fit(placesOf(scene.data, net, scene.filter), width, height);
  const places = new Map([...fitted].map(([key, place]) => [key, camera.apply(place)]));
  const shapes = linkShapes(net, places, scene);
  const ego = egoOf(scene.data, net, scene.filter), along = new Set(ego ? alongWith(scene.data, net, ego) : []);
  const nodes = [...net.nodes.values()].sort((one, other) => one.count - other.count || one.at - other.at);
  const largest = nodes.at(-1)?.count ?? 1, grown = Math.min(2, Math.sqrt(camera.k));
  const radius = (each: Node): number => (each.kind === "contact" ? 4 : along.has(each) ? ALONG : 2.5 + 10 * Math.sqrt(each.count / largest)) * grown;
  const seen = nodes.filter((each) => within(places.get(each.key)!, width, height));
  for (const each of seen) shapes.push(markOf(each, places.get(each.key)!, radius(each), along.has(each) ? scene.theme.faint : undefined, scene));
  const named = (each: Node): Named => {
    const [x, y] = places.get(each.key)!;
    return { x, y, r: radius(each), text: each.name, size: each.kind === "official" ? 11 : 12, bold: each.kind === "side", sides: along.has(each) ? BESIDE : AROUND };
  };
  const names = labels(seen.filter((each) => each.kind !== "contact").reverse().map(named), scene, scene.theme);
  return [...shapes, ...names, ...headOf([...along][0], places, scene)];
}

/** Above those who came along. */
function headOf(first: Node | undefined, places: Map<string, Point>, { theme }: Scene): Shape[] {
  if (!first) return [];
  const [x, y] = places.get(first.key)!;
  return [{ is: "text", x: Math.max(4, x - 40), y: Math.max(8, y - 30), text: "of the same side, also there:", size: 11, fill: theme.faint, halo: theme.background }];
}

function within([x, y]: Point, width: number, height: number): boolean {
  return x > -20 && y > -20 && x < width + 20 && y < height + 20;
}

function linkShapes(net: Net, places: Map<string, Point>, scene: Scene): Shape[] {
  const { split } = scene;
  const weight = split ? (each: Link): number => Math.abs(change(split, each)) : (each: Link): number => each.count;
  const most = [...net.links.values()].reduce((top, each) => Math.max(top, weight(each)), split ? 0.01 : WIDEST);
  const ego = egoOf(scene.data, net, scene.filter)?.key;
  // Around a chosen one its own lines count; those among the others are only hinted at.
  const strength = (each: Link): number => (ego !== undefined && each.a !== ego && each.b !== ego ? -1 : stepped(Math.sqrt(weight(each) / most)));
  const links = [...net.links.values()].map((each): [Link, number] => [each, strength(each)]);
  links.sort(([one, a], [other, b]) => a - b || Number(one.single) - Number(other.single) || Number(one.held > 0) - Number(other.held > 0));
  const [on, off] = links.length > CROWD ? [14, 9] : [5, 4];
  const lines = links.map(([each, share]) => {
    const strong = Math.max(0, share), line = lineOf(each, strong, net, places, scene);
    if (each.single) line.dash = [on + 8 * strong, off + 4 * strong];
    if (share < 0) line.alpha = 0.13;
    return line;
  });
  return [...lines, ...links.flatMap(([each], nth) => (each.disputed ? [disputed(lines[nth]!, links.length > CROWD ? 1.4 : 2.5, scene.theme)] : []))];
}

type Line = Shape & { is: "line" };

function lineOf(link: Link, strong: number, net: Net, places: Map<string, Point>, scene: Scene): Line {
  const { theme, split } = scene;
  const [x1, y1] = places.get(link.a)!, [x2, y2] = places.get(link.b)!;
  const tip = (): string => {
    const doubts = [link.possible ? `${link.possible} of them possible` : "", link.single ? "each from one source" : "", link.disputed ? `${link.disputed} disputed` : "", split ? splitWords(split, link) : ""];
    const names = [link.a, link.b].map((key) => net.nodes.get(key)!.name);
    return [`${names[0]} – ${names[1]}: ${link.count} contact${link.count === 1 ? "" : "s"}`, ...doubts.filter(Boolean)].join(", ") + about(scene, [link.a, link.b].map((key) => net.nodes.get(key)!));
  };
  const stroke = split ? (change(split, link) > 0 ? theme.more : theme.fewer) : link.held ? theme.accent : theme.faint;
  const ref = `link ${link.a} ${link.b}`;
  return { is: "line", x1, y1, x2, y2, bend: 0.08, stroke, width: 0.6 + 7 * strong, alpha: Math.min(0.8, 0.1 + 0.8 * strong), ref, tip, rank: link.count };
}

function disputed({ x1, y1, x2, y2, tip = "", ref = "" }: Line, r: number, theme: Theme): Shape {
  return { is: "dot", x: (x1 + x2) / 2 - (y2 - y1) * 0.04, y: (y1 + y2) / 2 + (x2 - x1) * 0.04, r, fill: theme.alarm, tip, ref };
}

/** What these persons were about, where one of them stands in the middle: the three most frequent topics. */
function about({ data, shown, filter }: Scene, nodes: Node[]): string {
  const { officials, topics } = data.contacts;
  if (personOf(data, filter) < 0 || nodes.some((each) => each.kind !== "official")) return "";
  const counts = topics.tally(data.topics.name.length, shown.filter((at) => nodes.every((each) => officials.has(at, each.at))));
  const most = [...counts.keys()].filter((topic) => counts[topic]).sort((one, other) => counts[other]! - counts[one]! || one - other).slice(0, 3);
  return most.length ? `; on ${most.map((topic) => `${data.topics.name[topic]} (${counts[topic]})`).join(", ")}` : "";
}

function markOf(node: Node, [x, y]: Point, r: number, colour: string | undefined, scene: Scene): Shape {
  const { theme } = scene, tip = (): string => (node.kind === "contact" ? node.name : `${node.name}: ${node.count} contact${node.count === 1 ? "" : "s"}${about(scene, [node])}`);
  const ref = `node ${node.key}`;
  if (node.kind === "contact") return { is: "box", x: x - r, y: y - r, w: 2 * r, h: 2 * r, fill: theme.background, stroke: theme.ink, ref, tip, rank: node.count };
  const fill = colour ?? (node.kind === "side" ? theme.ink : node.kind === "topic" ? TOPIC : theme.accent);
  return { is: "dot", x, y, r, fill, stroke: theme.background, width: 1.5, ref, tip, rank: 1e6 + node.count };
}

function fit(places: Map<string, Point>, width: number, height: number): Map<string, Point> {
  const all = [...places.values()];
  if (!all.length) return places;
  const side = (axis: 0 | 1): [number, number] => all.reduce(([low, high], each) => [Math.min(low, each[axis]), Math.max(high, each[axis])], [Infinity, -Infinity]);
  const [left, right] = side(0), [top, bottom] = side(1);
  const scale = (span: number, room: number): number => (span > 0 ? Math.max(1, room - 2 * MARGIN) / span : 1);
  const sx = Math.min(scale(right - left, width - 40), 4), sy = Math.min(scale(bottom - top, height), 4);
  return new Map([...places].map(([key, [x, y]]) => [key, [width / 2 + (x - (left + right) / 2) * sx, height / 2 + (y - (top + bottom) / 2) * sy] as Point]));
}

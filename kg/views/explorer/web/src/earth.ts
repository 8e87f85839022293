// The round earth on a flat page: the projection "Natural Earth" (Patterson 2012, polynomial of Šavrič and others 2011), and
// outlines of Natural Earth, public domain, by way of world-atlas, which writes them as arcs that neighbours share.
import type { Point } from "./camera";
import { find } from "./dom";
import type { Outline, Placing } from "./shapes";

/** A ring is a list of arcs; a number below nothing means the arc at its complement, backwards. */
type Ring = number[];
interface Geometry { id?: string; type: string; arcs: Ring[] | Ring[][] }
interface Atlas { transform: { scale: Point; translate: Point }; arcs: Point[][]; objects: { countries: { geometries: Geometry[] }; land: { geometries: Geometry[] } } }

/** Of the sphere: outlines have whole units, so that as text they are short. */
const RADIUS = 1000, RADIAN = Math.PI / 180;
/** Latitude of the south beyond which nobody meets: the rest gets its room. */
const ICE = -60;
const EDGES: Point[] = [[-180, 0], [180, 0], [-170, 60], [178, 60], [0, 78], [0, -56]];

/** Where a place lies on the page; the middle of the map is 0, 0. */
export function project([longitude, latitude]: Point): Point {
  const high = latitude * RADIAN, square = high * high, fourth = square * square;
  const across = 0.8707 - 0.131979 * square + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth));
  const up = 1.007226 + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth));
  return [RADIUS * longitude * RADIAN * across, -RADIUS * high * up];
}

/** How the map is made to fill a page of a size, but for a narrow margin. */
export function fitted(width: number, height: number, margin = 4): Placing {
  const edges = EDGES.map(project), side = (axis: 0 | 1): Point => [Math.min(...edges.map((each) => each[axis])), Math.max(...edges.map((each) => each[axis]))];
  const [left, right] = side(0), [top, bottom] = side(1);
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
  return [scale, (width - scale * (left + right)) / 2, (height - scale * (top + bottom)) / 2];
}

let read: Atlas | undefined, land: Outline | undefined;

/** The page holds it beside the contacts. */
function atlas(): Atlas {
  return (read ??= JSON.parse(find("earth").textContent!) as Atlas);
}

/** The land, without borders. */
export function landOutline(): Outline {
  return (land ??= { closed: true, lines: coasts().flatMap((ring) => onThePage(ring.flatMap(degreesOf))).map((part) => part.map(project)) });
}

function coasts(): Ring[] {
  return atlas().objects.land.geometries.flatMap(polygonsOf).filter(([outer]) => degreesOf(outer![0]!)[0]![1] > ICE).flat();
}

const drawn = new Map<string, Outline>();

/** The borders between states; countries are in one state where `stateOf` says the same of their numbers in ISO 3166. */
export function borderOutline(key: string, stateOf: (country: string) => string): Outline {
  let found = drawn.get(key);
  if (!found) {
    const states = new Map<number, Set<string>>();
    for (const country of atlas().objects.countries.geometries) {
      for (const ring of polygonsOf(country).flat()) for (const arc of ring) add(states, arc < 0 ? ~arc : arc, stateOf(String(country.id)));
    }
    const lines = [...states].filter(([, those]) => those.size > 1).map(([arc]) => degreesOf(arc).map(project));
    drawn.set(key, (found = { closed: false, lines }));
  }
  return found;
}

function add(states: Map<number, Set<string>>, arc: number, state: string): void {
  const those = states.get(arc);
  if (those) those.add(state);
  else states.set(arc, new Set([state]));
}

function polygonsOf({ type, arcs }: Geometry): Ring[][] {
  return type === "Polygon" ? [arcs as Ring[]] : (arcs as Ring[][]);
}

/** The points of an arc in degrees: it has its first point and the steps from it, in units of a grid. */
function degreesOf(arc: number): Point[] {
  const { scale, translate } = atlas().transform;
  let x = 0, y = 0;
  const points = atlas().arcs[arc < 0 ? ~arc : arc]!.map(([dx, dy]): Point => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  return arc < 0 ? points.reverse() : points;
}

/** A ring that goes on beyond the edge of the map, in parts: what lies beyond stands at the other edge. */
function onThePage(ring: Point[]): Point[][] {
  let turn = 0;
  const whole = ring.map(([longitude, latitude], nth): Point => {
    const step = longitude - (nth ? ring[nth - 1]![0] : longitude);
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [longitude + turn, latitude];
  });
  if (whole.every(([longitude]) => Math.abs(longitude) <= 180)) return [whole];
  const cut = (by: number): Point[] => whole.map(([longitude, latitude]) => [Math.min(180, Math.max(-180, longitude + by)), latitude]);
  return [-360, 0, 360].map(cut).filter((part) => part.some(([longitude]) => Math.abs(longitude) < 180));
}

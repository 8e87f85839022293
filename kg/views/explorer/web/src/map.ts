// The map: where contacts were, and who went there.
import { unionsOf } from "./borders";
import type { Camera, Point } from "./camera";
import type { Overview } from "./data";
import { borderOutline, fitted, landOutline, project } from "./earth";
import { labels, type Named } from "./labels";
import type { Scene } from "./network";
import { nameThen, type Selection } from "./select";
import { stepped, type Outline, type Placing, type Shape } from "./shapes";
import type { Filter } from "./state";
import { VENUE } from "./theme";

/** Of so many venues the names are looked at, the busiest first. */
const NAMED = 200, SIDES = ["right", "left", "above", "below"] as const;

interface Journey { from: number; to: number; count: number }
/** Where a place of some longitude and latitude is seen. */
type Spot = (longitude: number, latitude: number) => Point;
interface Travel { venues: Map<number, number>; journeys: Journey[] }

export function mapShapes(selection: Selection, scene: Scene): Shape[] {
  const { data, theme, camera, filter } = scene, at = seen(fitted(scene.width, scene.height), camera);
  const shapes: Shape[] = [
    { is: "path", outline: landOutline(), at, fill: theme.land },
    { is: "path", outline: bordersOf(filter), at, stroke: theme.line, width: 0.5 },
  ];
  const spot: Spot = (longitude, latitude) => {
    const [x, y] = project([longitude, latitude]);
    return [x * at[0] + at[1], y * at[0] + at[2]];
  };
  const { venues, journeys } = gather(data, selection);
  shapes.push(...journeyShapes(journeys, spot, scene));
  const ordered = [...venues].sort((one, other) => other[1] - one[1] || one[0] - other[0]), largest = ordered[0]?.[1] ?? 1;
  const marks = ordered.map((each) => markOf(each, spot, largest, data));
  for (const { x, y, r, place, count, text } of marks) {
    shapes.push({ is: "dot", x, y, r, fill: VENUE, alpha: 0.8, stroke: theme.background, ref: `place ${place}`, rank: 1e6 + count, tip: `${text}: ${count} contact${count === 1 ? "" : "s"}` });
  }
  return [...shapes, ...labels(marks.slice(0, NAMED), scene, theme)];
}

function markOf([place, count]: [number, number], spot: Spot, largest: number, data: Overview): Named & { place: number; count: number } {
  const [x, y] = spot(data.places.lon[place]!, data.places.lat[place]!);
  return { place, count, x, y, r: 2 + 8 * Math.sqrt(count / largest), text: data.places.name[place]!, size: 11, sides: SIDES };
}

/** How many of the contacts shown the map cannot show, for no place with coordinates is known. */
export function withoutPlace({ contacts: { places }, places: { lat } }: Overview, selection: Selection): number {
  const known = Uint8Array.from(lat, (each) => Number(each !== null));
  return selection.shown.reduce((many, at) => many + Number(!places.some(at, known)), 0);
}

/** What fits the page, as the camera looks at it. */
function seen([scale, x, y]: Placing, camera: Camera): Placing {
  const [left, top] = camera.apply([x, y]);
  return [scale * camera.k, left, top];
}

/** Today's, or those of the filter's window for states that were one in all of it. */
function bordersOf(filter: Filter): Outline {
  const unions = unionsOf(filter), together = new Map(unions.flatMap((union) => union.members.map((id) => [id, union.name])));
  return borderOutline(unions.map((each) => each.name).join(), (country) => together.get(country) ?? country);
}

/** A journey is widest where it ends, so that a glance tells who went where. */
function journeyShapes(journeys: Journey[], spot: Spot, { data, theme, filter }: Scene): Shape[] {
  const most = Math.max(1, ...journeys.map((each) => each.count));
  return journeys.map((each): Shape => {
    const start = spot(data.sides.lon[each.from]!, data.sides.lat[each.from]!), end = spot(data.places.lon[each.to]!, data.places.lat[each.to]!);
    const strong = stepped(Math.sqrt(each.count / most)), tip = (): string => `${nameThen(data, each.from, filter)} at ${data.places.name[each.to]}: ${each.count}`;
    return { is: "line", x1: start[0], y1: start[1], x2: end[0], y2: end[1], bend: 0.18, stroke: theme.accent, width: 0.6 + 3.5 * strong, taper: true, alpha: 0.15 + 0.55 * strong, ref: `journey ${each.from} ${each.to}`, tip, rank: each.count };
  });
}

const gathered = new WeakMap<Selection, Travel>();

function gather(data: Overview, selection: Selection): Travel {
  const kept = gathered.get(selection);
  if (kept) return kept;
  const venues = new Map<number, number>(), journeys = new Map<number, Journey>();
  const { places, sides, hosts } = data.contacts;
  for (const at of selection.shown) {
    for (let nth = places.start[at]!; nth < places.start[at + 1]!; nth++) {
      const place = places.flat[nth]!;
      if (data.places.lat[place] == null || data.places.lon[place] == null) continue;
      venues.set(place, (venues.get(place) ?? 0) + 1);
      for (let other = sides.start[at]!; other < sides.start[at + 1]!; other++) {
        const side = sides.flat[other]!;
        if (hosts.has(at, side) || data.sides.lat[side] == null) continue;
        const key = side * 100_000 + place, found = journeys.get(key);
        if (found) found.count++;
        else journeys.set(key, { from: side, to: place, count: 1 });
      }
    }
  }
  const found = { venues, journeys: [...journeys.values()].sort((one, other) => one.count - other.count || one.from - other.from || one.to - other.to) };
  gathered.set(selection, found);
  return found;
}

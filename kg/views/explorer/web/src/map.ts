// The map: where contacts were, and who went there. Outlines: Natural Earth, public domain, by way of world-atlas.
import { geoNaturalEarth1, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json";
import type { Overview } from "./data";
import type { Selection } from "./select";
import type { Shape } from "./shapes";
import type { Theme } from "./theme";

/** Antarctica is left out: nobody meets there, and the rest gets its room. */
const INHABITED: GeoPermissibleObjects = { type: "MultiPoint", coordinates: [[-170, 60], [178, 60], [0, 78], [0, -56]] };

interface Journey { from: number; to: number; count: number }

export function mapShapes(data: Overview, selection: Selection, theme: Theme, width: number, height: number): Shape[] {
  const earth = geoNaturalEarth1().fitExtent([[4, 4], [width - 4, height - 4]], INHABITED);
  const draw = geoPath(earth);
  const topology = world as unknown as Topology;
  const land = feature(topology, topology.objects["land"]!) as unknown as GeoPermissibleObjects;
  const borders = mesh(topology, topology.objects["countries"] as never, (a, b) => a !== b) as GeoPermissibleObjects;
  const shapes: Shape[] = [
    { is: "path", d: draw(land) ?? "", fill: theme.land },
    { is: "path", d: draw(borders) ?? "", stroke: theme.line, width: 0.5 },
  ];
  const { venues, journeys } = gather(data, selection);
  const most = Math.max(1, ...journeys.map((each) => each.count));
  for (const each of journeys) {
    const start = earth([data.sides.lon[each.from]!, data.sides.lat[each.from]!]), end = earth([data.places.lon[each.to]!, data.places.lat[each.to]!]);
    if (!start || !end) continue;
    shapes.push({
      is: "line", x1: start[0], y1: start[1], x2: end[0], y2: end[1], bend: 0.18, stroke: theme.accent,
      width: 0.7 + 3.5 * Math.sqrt(each.count / most), alpha: 0.2 + 0.5 * Math.sqrt(each.count / most),
      ref: `journey ${each.from} ${each.to}`, tip: `${data.sides.name[each.from]} at ${data.places.name[each.to]}: ${each.count}`,
    });
  }
  const largest = Math.max(1, ...venues.values());
  const ordered = [...venues].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  for (const [place, count] of ordered) {
    const where = earth([data.places.lon[place]!, data.places.lat[place]!]);
    if (!where) continue;
    shapes.push({ is: "dot", x: where[0], y: where[1], r: 2 + 7 * Math.sqrt(count / largest), fill: "#d55e00", alpha: 0.8, stroke: theme.background, ref: `place ${place}`, tip: `${data.places.name[place]}: ${count} contact${count === 1 ? "" : "s"}` });
  }
  return [...shapes, ...labels(data, ordered, earth, theme)];
}

/** How many of the contacts shown the map cannot show, for no place with coordinates is known. */
export function withoutPlace(data: Overview, selection: Selection): number {
  return selection.shown.filter((at) => !data.contacts.places[at]!.some((place) => data.places.lat[place] != null)).length;
}

function gather(data: Overview, selection: Selection): { venues: Map<number, number>; journeys: Journey[] } {
  const venues = new Map<number, number>(), journeys = new Map<string, Journey>();
  for (const at of selection.shown) {
    for (const place of data.contacts.places[at]!) {
      if (data.places.lat[place] == null || data.places.lon[place] == null) continue;
      venues.set(place, (venues.get(place) ?? 0) + 1);
      for (const side of data.contacts.sides[at]!) {
        if (data.contacts.hosts[at]!.includes(side) || data.sides.lat[side] == null) continue;
        const key = `${side} ${place}`, found = journeys.get(key) ?? { from: side, to: place, count: 0 };
        found.count++;
        journeys.set(key, found);
      }
    }
  }
  return { venues, journeys: [...journeys.values()].sort((one, other) => one.count - other.count || one.from - other.from || one.to - other.to) };
}

function labels(data: Overview, ordered: [number, number][], earth: (point: [number, number]) => [number, number] | null, theme: Theme): Shape[] {
  const taken: [number, number][] = [];
  return ordered.slice(0, 60).flatMap(([place]): Shape[] => {
    const where = earth([data.places.lon[place]!, data.places.lat[place]!]);
    if (!where || taken.some(([x, y]) => Math.abs(x - where[0]) < 64 && Math.abs(y - where[1]) < 13)) return [];
    taken.push(where);
    return [{ is: "text", x: where[0] + 8, y: where[1], text: data.places.name[place]!, size: 11, fill: theme.ink, halo: theme.background }];
  });
}

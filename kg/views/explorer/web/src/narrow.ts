// What a click on a mark adds to the filter.
import type { Overview } from "./data";
import type { Filter } from "./state";

/** `what` is the first word of a shape's reference, `keys` are the others. */
export function narrowed(data: Overview, filter: Filter, what: string, keys: string[]): Partial<Filter> {
  const change: Partial<Filter> = {};
  const add = (name: "sides" | "officials" | "topics" | "places", value: string): void => { change[name] = [...new Set([...(change[name] ?? filter[name]), value])]; };
  if (what === "journey") {
    add("sides", data.sides.code[Number(keys[0])]!);
    add("places", data.places.id.at(Number(keys[1]))!);
  } else if (what === "place") add("places", data.places.id.at(Number(keys[0]))!);
  else if (what === "office") change.offices = [data.offices.id.at(Number(keys[0]))!];
  else for (const key of keys) {
    const cut = key.lastIndexOf("-"), kind = key.slice(0, cut), at = Number(key.slice(cut + 1));
    if (kind === "side") add("sides", data.sides.code[at]!);
    else if (kind === "official") add("officials", data.officials.id.at(at)!);
    else if (kind === "topic") add("topics", data.topics.code[at]!);
  }
  // One pair is shown with everything between them.
  if (what === "link" && keys.every((key) => key.startsWith("side-") || key.startsWith("official-"))) change.level = "contacts";
  return change;
}

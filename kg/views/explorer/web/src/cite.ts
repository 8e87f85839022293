// A view in words, so that it can be cited.
import type { Overview } from "./data";
import type { Selection } from "./select";
import type { Filter } from "./state";
import type { Texts } from "./unpack";

function inWords(data: Overview, filter: Filter): string {
  const name = (chosen: string[], keys: Texts, names: string[]): string => chosen.map((each) => names[keys.indexOf(each)] ?? each).join(" and ");
  const any = (chosen: string[], one: string): string => (chosen.length ? `${one} ${chosen.join(" or ")}` : "");
  const parts = [
    filter.sides.length ? `with ${name(filter.sides, data.sides.code, data.sides.name)}` : "",
    filter.officials.length ? `attended by ${name(filter.officials, data.officials.id, data.officials.name)}` : "",
    any(filter.kinds, "of kind"), any(filter.statuses, "status"), filter.topics.length ? `about ${filter.topics.map((code) => data.topics.name[data.topics.code.indexOf(code)] ?? code).join(" or ")}` : "",
    any(filter.publishers, "told by"),
    filter.places.length ? `in ${filter.places.map((id) => data.places.name[data.places.id.indexOf(id)] ?? id).join(" or ")}` : "",
    filter.offices.length ? `attended by the ${filter.offices.map((id) => data.offices.name[data.offices.id.indexOf(id)] ?? id).join(" or ")}` : "",
    filter.since || filter.until ? `that ${filter.certainty === "certain" ? "certainly" : "may have"} happened ${filter.since ? `from ${filter.since} ` : ""}${filter.until ? `to ${filter.until}` : ""}`.trim() : "",
    filter.only === "single" ? "resting on a single source" : filter.only === "disputed" ? "on which sources disagree" : "",
    filter.known ? `recorded in the graph by ${filter.known}` : "",
    filter.told ? `published by ${filter.told}` : "",
    filter.split ? `compared before and after ${filter.split}` : "",
  ];
  const said = parts.filter(Boolean).join(", ");
  return said ? `contacts ${said}` : "all contacts";
}

export function citation(data: Overview, filter: Filter, selection: Selection, address: string, today: string, title: string): string {
  const counts = `${selection.certain} certain, ${selection.possible} possible`;
  return `${title}: ${inWords(data, filter)} (${counts}). Knowledge graph of diplomatic relations, graph version ${data.graph.version}, ${data.graph.sources} sources. Viewed ${today}. ${address}`;
}

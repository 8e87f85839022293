// What the page says in words: how many contacts are shown, and why a view is empty.
import { hostsOf } from "./balance";
import { many } from "./counting";
import type { Overview } from "./data";
import { spanOf } from "./days";
import { select, type Selection } from "./select";
import { countSplit } from "./split";
import { USUAL, type Filter, type View } from "./state";

export function countWords(data: Overview, filter: Filter, selection: Selection): string {
  const { shown, certain, possible, undated } = selection, status = filter.statuses.length ? ` (${filter.statuses.join(" or ")})` : "";
  const said = filter.since || filter.until
    ? `${many(shown.length)} contacts${status} shown: ${many(certain)} certain, ${many(possible)} possible in the window${filter.certainty === "certain" ? " (not shown)" : ""}; ${many(undated)} without a date left out`
    : `${many(shown.length)} of ${many(filter.known ? select(data, { ...USUAL, statuses: [], known: filter.known }).shown.length : data.graph.contacts)} contacts${status}${filter.known ? ` as recorded by ${filter.known}` : ""}${undated ? `, ${many(undated)} without a date` : ""}`;
  return [said, shareWords(data, filter, selection), splitWords(data, filter, selection)].filter(Boolean).join(". ");
}

/** Of how many it is asked which rest on one source, or on which sources disagree. */
function shareWords(data: Overview, filter: Filter, { shown }: Selection): string {
  if (!filter.only) return "";
  const all = select(data, { ...filter, only: "" }).shown.length, share = all ? Math.round((100 * shown.length) / all) : 0;
  const said = `${many(shown.length)} of ${many(all)} (${share} %)`;
  return filter.only === "single" ? `A single source tells of ${said}` : [`Sources disagree on ${said}`, attributeWords(data, shown)].filter(Boolean).join(": ");
}

/** On what they disagree, in how many contacts; the most frequent first. */
function attributeWords({ attributes, contacts }: Overview, shown: Int32Array): string {
  const counts = attributes.map((name, nth): [string, number] => [name, shown.filter((at) => contacts.conflicts.has(at, nth)).length]);
  return counts.filter(([, count]) => count).sort(([, one], [, other]) => other - one).map(([name, count]) => `${name} ${many(count)}`).join(", ");
}

function splitWords(data: Overview, filter: Filter, selection: Selection): string {
  const day = spanOf(filter.split)?.[0];
  if (day === undefined) return "";
  const split = countSplit(data, selection, day);
  return `${many(split.before)} before ${filter.split}, ${many(split.after)} from then on, ${many(split.unsure)} cannot be said`;
}

/** Why a view has nothing to draw; `all` where nothing is selected at all. */
export function whyEmpty(data: Overview, filter: Filter, selection: Selection): Partial<Record<View | "all", string>> {
  if (!selection.shown.length) return { all: whyNone(data, filter, selection) };
  const why: Partial<Record<View | "all", string>> = {};
  const { officials, earliest, places } = data.contacts;
  const none = (test: (at: number) => boolean): boolean => !selection.shown.some(test);
  if (filter.level === "officials" && none((at) => officials.many(at) > 0)) why.network = "Nobody is named in these contacts: choose countries instead of people.";
  if (none((at) => !Number.isNaN(earliest[at]))) why.lanes = "None of these contacts has a date.";
  else if (filter.lanes === "offices" && none((at) => data.offices.seats.office.many(at) > 0)) why.lanes = "No office is named in these contacts.";
  if (filter.map === "balance" && none((at) => hostsOf(data, at) !== undefined)) why.map = "Of none of these contacts a host or a place is known.";
  if (filter.map === "travel" && none((at) => places.of(at).some((place) => data.places.lat[place] != null))) why.map = "Of none of these contacts a place on the map is known.";
  return why;
}

function whyNone(data: Overview, filter: Filter, selection: Selection): string {
  if (!data.graph.contacts) return "The graph has no contact yet: load articles with kg load.";
  const wider = select(data, { ...filter, statuses: [] });
  if (wider.shown.length) return `None of this status; ${many(wider.shown.length)} of another: change the status.`;
  if (filter.told || filter.known) {
    const later = select(data, { ...filter, told: "", known: "" });
    if (later.shown.length) return `None was known by then; ${many(later.shown.length)} became known later.`;
  }
  const anyTime = select(data, { ...filter, since: "", until: "" });
  if (anyTime.shown.length) return `None in this window; ${many(anyTime.shown.length)} at other times${selection.undated ? `, ${many(selection.undated)} without a date` : ""}.`;
  if (filter.only) {
    const whole = select(data, { ...filter, only: "" });
    if (whole.shown.length) return filter.only === "single" ? "None rests on a single source." : "On none of them sources disagree.";
  }
  return "No contact has all that is chosen: take something out of the filter, or undo.";
}

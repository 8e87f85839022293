// The data of the page: columns, as docs/explanation/explorer.md describes them.
import { unpack } from "./block";
import { lastDayOf } from "./days";
import { Days, NO_LISTS, type Lists, type Numbers, type Texts } from "./unpack";

export interface Sides { id: Texts; code: string[]; name: string[]; lat: (number | null)[]; lon: (number | null)[]; x: Numbers; y: Numbers }
/**
 * In the order of time, those without a date last. Days that are not known are NaN. A contact that was shown in another way
 * than now has a row for each: shown so since the day `recorded`, and until `replaced`, which is NaN for what stands.
 */
export interface Contacts {
  id: Texts; kind: Numbers; status: Numbers; date: Texts; title: string[];
  earliest: Numbers; latest: Numbers; voices: Numbers;
  known: Numbers; recorded: Numbers; replaced: Numbers;
  sides: Lists; hosts: Lists; officials: Lists; topics: Lists; places: Lists; sources: Lists;
  /** Of each conflict, which of the attributes it is about. */
  conflicts: Lists;
}
/** Two days, or none. */
export type Clock = Numbers | [];
export interface Overview {
  graph: { version: string; schema: number; sources: number; contacts: number };
  format: number; kinds: string[]; kind_names: string[]; statuses: string[]; attributes: string[];
  sides: Sides;
  officials: { id: Texts; name: string[]; side: string[] };
  topics: { id: Texts; code: string[]; name: string[] };
  places: { id: Texts; name: string[]; lat: (number | null)[]; lon: (number | null)[]; country: (string | null)[] };
  sources: { publishers: string[]; publisher: Numbers; published: Texts };
  /** First and last day on which a contact was told of, and on which the graph changed; nothing where none is known. */
  clocks: { told: Clock; known: Clock };
  contacts: Contacts;
  /** Earlier names of the side at that position, with their first and last day. */
  former: { side: Numbers; name: string[]; first: Numbers; last: Numbers };
  /** Of each contact, in which office who sat there: of its officials the n-th; and who held an office from when to when. */
  offices: { id: Texts; name: string[]; seats: { office: Lists; who: Lists }; tenures: { office: Numbers; official: Numbers; first: Numbers; last: Numbers } };
}

/** Unpacks what the views draw. A graph without contacts has columns that say nothing of what they would hold. */
export async function unpackOverview(): Promise<Overview> {
  const data = await unpack<Overview>("overview"), { contacts, offices } = data;
  if (contacts.id.length) return data;
  for (const name of ["sides", "hosts", "officials", "topics", "places", "sources", "conflicts"] as const) contacts[name] = NO_LISTS;
  offices.seats = { office: NO_LISTS, who: NO_LISTS };
  return data;
}

/** The official who sat in the n-th seat of a contact. */
export function seated(data: Overview, at: number, nth: number): number {
  return data.contacts.officials.of(at)[data.offices.seats.who.of(at)[nth]!]!;
}

/** Tells of a row whether it was what the graph showed at the end of a day; without one, whether it is what it shows now. */
export function shownBy({ contacts: { recorded, replaced } }: Overview, day: number | undefined): (at: number) => boolean {
  if (day === undefined) return (at) => Number.isNaN(replaced[at]);
  return (at) => recorded[at]! <= day && !(replaced[at]! <= day);
}

/** The row of a contact among those that are selected, else the one that stands; -1 where there is none. */
export function rowOfContact(data: Overview, id: string, shown: Int32Array): number {
  const { contacts } = data, first = contacts.id.indexOf(id);
  if (first < 0 || !contacts.replaced.some((day) => !Number.isNaN(day))) return first;
  const found = shown.find((at) => contacts.id.at(at) === id);
  if (found !== undefined) return found;
  const stands = shownBy(data, undefined);
  for (let at = first; at < contacts.id.length; at++) if (contacts.id.at(at) === id && stands(at)) return at;
  return first;
}

const told = new WeakMap<Overview, Float64Array>();

/** Of each contact, the last day by which the first of its sources had appeared; infinite where no source says. */
export function toldOf(data: Overview): Float64Array {
  let found = told.get(data);
  if (!found) {
    const { published } = data.sources, { start, flat, length } = data.contacts.sources;
    const days = Float64Array.from({ length: published.length }, (_, nth) => (published instanceof Days ? published.last(nth) : lastDayOf(published.at(nth)!)));
    found = new Float64Array(length).fill(Infinity);
    for (let at = 0; at < length; at++) for (let nth = start[at]!; nth < start[at + 1]!; nth++) found[at] = Math.min(found[at]!, days[flat[nth]!]!);
    told.set(data, found);
  }
  return found;
}

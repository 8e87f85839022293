// The rows of the lanes: countries, pairs, persons, offices with their holders, or topics; those with most contacts first.
import type { Overview } from "./data";
import { SEATS } from "./links";
import { nameThen, type Selection } from "./select";
import type { Filter } from "./state";

export type Holder = [official: number, first: number, last: number, byReference: boolean];
export interface Row { name: string; ref: string; members: number[]; holders?: Holder[] }
/** `seatless`: contacts of so many sides that they are in no pair. */
export interface Rows { rows: Row[]; seatless: number }

export function rowsOf(data: Overview, selection: Selection, filter: Filter): Rows {
  const rows = new Map<string, Row>();
  let seatless = 0;
  const add = (ref: string, name: () => string, at: number): void => {
    const row = rows.get(ref);
    if (row) row.members.push(at);
    else rows.set(ref, { name: name(), ref, members: [at] });
  };
  const { sides, officials, topics } = data.contacts;
  for (const at of selection.shown) {
    if (filter.lanes === "officials") for (const each of officials[at]!) add(`node official-${each}`, () => data.officials.name[each]!, at);
    else if (filter.lanes === "topics") for (const each of topics[at]!) add(`node topic-${each}`, () => data.topics.name[each]!, at);
    else if (filter.lanes === "sides") for (const each of sides[at]!) add(`node side-${each}`, () => nameThen(data, each, filter), at);
    else if (filter.lanes === "offices") for (const each of new Set(data.offices.seats[at]!.map((seat) => seat[0]))) add(`office ${each}`, () => data.offices.name[each]!, at);
    else if (sides[at]!.length > SEATS) seatless++;
    else for (const [a, b] of pairs(sides[at]!)) add(`link side-${a} side-${b}`, () => `${data.sides.name[a]} – ${data.sides.name[b]}`, at);
  }
  const found = [...rows.values()].sort((one, other) => other.members.length - one.members.length || (one.name < other.name ? -1 : 1));
  if (filter.lanes === "offices") for (const row of found) row.holders = holdersOf(data, row);
  return { rows: found, seatless };
}

function pairs(sides: number[]): [number, number][] {
  return sides.flatMap((a, i) => sides.slice(i + 1).map((b): [number, number] => [a, b]));
}

function holdersOf(data: Overview, row: Row): Holder[] {
  const office = Number(row.ref.slice("office ".length)), spans = new Map<number, Holder>();
  for (const at of row.members) {
    const from = data.contacts.earliest[at] ?? null, to = data.contacts.latest[at] ?? null;
    if (from === null || to === null) continue;
    for (const [seat, official] of data.offices.seats[at]!) {
      if (seat !== office) continue;
      const span = spans.get(official);
      if (span) [span[1], span[2]] = [Math.min(span[1], from), Math.max(span[2], to)];
      else spans.set(official, [official, from, to, false]);
    }
  }
  for (const [held, official, first, last] of data.offices.tenures) {
    const span = held === office ? spans.get(official) : undefined;
    if (span) spans.set(official, [official, first ?? span[1], last ?? Math.max(span[2], first ?? span[2]), true]);
  }
  return [...spans.values()].sort((one, other) => one[1] - other[1] || one[0] - other[0]);
}

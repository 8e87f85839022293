// The rows of the lanes: countries, pairs, persons, offices with their holders, or topics; those with most contacts first.
import { seated, type Overview } from "./data";
import { SEATS } from "./links";
import { nameThen, select, type Selection } from "./select";
import type { Filter } from "./state";
import type { Lists } from "./unpack";

type Holder = [official: number, first: number, last: number, byReference: boolean];
/** `short`: what stands for the name where there is no room for it. `of`: how many there would be if it were not asked which rest on one source, or on which sources disagree. */
export interface Row { name: string; short?: string; ref: string; members: number[]; holders?: Holder[]; of?: number }
/** `seatless`: contacts of so many sides that they are in no pair. */
export interface Rows { rows: Row[]; seatless: number }

export function rowsOf(data: Overview, selection: Selection, filter: Filter): Rows {
  const found = grouped(data, selection, filter);
  if (filter.only) {
    const whole = { ...filter, only: "" as const }, all = new Map(grouped(data, select(data, whole), whole).rows.map((row) => [row.ref, row.members.length]));
    for (const row of found.rows) row.of = all.get(row.ref)!;
  }
  return found;
}

function grouped(data: Overview, selection: Selection, filter: Filter): Rows {
  if (filter.lanes === "pairs") return pairRows(data, selection, filter);
  const { sides, officials, topics } = data.contacts, offices = filter.lanes === "offices";
  const [column, ref, name] = {
    sides: [sides, "node side-", (at: number) => nameThen(data, at, filter)], officials: [officials, "node official-", (at: number) => data.officials.name[at]!],
    topics: [topics, "node topic-", (at: number) => data.topics.name[at]!], offices: [data.offices.seats.office, "office ", (at: number) => data.offices.name[at]!],
  }[filter.lanes] as [Lists, string, (at: number) => string];
  const members = new Map<number, number[]>();
  for (const at of selection.shown) {
    for (let nth = column.start[at]!; nth < column.start[at + 1]!; nth++) add(members, column.flat[nth]!, at);
  }
  const rows = byCount([...members].map(([at, those]): Row => ({ name: name(at), ref: `${ref}${at}`, members: those, ...(column === sides ? { short: data.sides.code[at]! } : {}) })));
  if (offices) for (const row of rows) row.holders = holdersOf(data, row);
  return { rows, seatless: 0 };
}

function pairRows(data: Overview, selection: Selection, filter: Filter): Rows {
  const { sides } = data.contacts, many = data.sides.code.length, members = new Map<number, number[]>();
  let seatless = 0;
  for (const at of selection.shown) {
    const seats = sides.of(at);
    if (seats.length > SEATS) seatless++;
    else for (let i = 0; i < seats.length; i++) for (let j = i + 1; j < seats.length; j++) add(members, seats[i]! * many + seats[j]!, at);
  }
  const named = (side: number): string => nameThen(data, side, filter);
  const rows = [...members].map(([pair, those]): Row => {
    const [a, b] = [Math.floor(pair / many), pair % many];
    return { name: `${named(a)} – ${named(b)}`, short: `${data.sides.code[a]} – ${data.sides.code[b]}`, ref: `link side-${a} side-${b}`, members: those };
  });
  return { rows: byCount(rows), seatless };
}

function add(members: Map<number, number[]>, key: number, at: number): void {
  const those = members.get(key);
  // Two may sit for one office: the contact is in its lane once.
  if (those) { if (those[those.length - 1] !== at) those.push(at); }
  else members.set(key, [at]);
}

function byCount(rows: Row[]): Row[] {
  return rows.sort((one, other) => other.members.length - one.members.length || (one.name < other.name ? -1 : 1));
}

/** Who held an office when by reference data, whoever held it twice twice; of others, from when to when they took part. */
function holdersOf(data: Overview, row: Row): Holder[] {
  const office = Number(row.ref.slice("office ".length)), { tenures } = data.offices;
  const part = tookPart(data, row.members, office), held: Holder[] = [], known = new Set<number>();
  for (let nth = 0; nth < tenures.office.length; nth++) {
    const official = tenures.official[nth]!, span = tenures.office[nth] === office ? part.get(official) : undefined;
    if (!span) continue;
    const [from, to] = span, first = tenures.first[nth]!, last = tenures.last[nth]!;
    held.push([official, Number.isNaN(first) ? from : first, Number.isNaN(last) ? Math.max(to, Number.isNaN(first) ? to : first) : last, true]);
    known.add(official);
  }
  const others = [...part].filter(([official]) => !known.has(official)).map(([official, [from, to]]): Holder => [official, from, to, false]);
  return [...held, ...others].sort((one, other) => one[1] - other[1] || one[0] - other[0]);
}

/** From when to when each official took part in an office. */
function tookPart(data: Overview, members: number[], office: number): Map<number, [from: number, to: number]> {
  const spans = new Map<number, [number, number]>(), { office: seats } = data.offices.seats;
  for (const at of members) {
    const from = data.contacts.earliest[at]!, to = data.contacts.latest[at]!;
    if (Number.isNaN(from + to)) continue;
    seats.of(at).forEach((seat, nth) => {
      if (seat !== office) return;
      const official = seated(data, at, nth), span = spans.get(official);
      if (span) [span[0], span[1]] = [Math.min(span[0], from), Math.max(span[1], to)];
      else spans.set(official, [from, to]);
    });
  }
  return spans;
}

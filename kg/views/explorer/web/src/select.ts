// Which contacts a filter selects: pure, the same rule as the named queries of the graph.
import { dayOf, spanOf, toldOf, type Overview } from "./data";
import type { Filter } from "./state";

export interface Selection {
  /** Positions of the contacts that are shown, in the order of the data. */
  shown: number[];
  /** How many certainly lie in the window, and how many only may. Without a window all are certain. */
  certain: number; possible: number;
  /** Whether a shown contact, by position, only may lie in the window. */
  vague: Set<number>;
  /** Contacts that all else would show but that have no date. */
  undated: number;
}

type Test = (at: number) => boolean;

export function select(data: Overview, filter: Filter): Selection {
  const tests = testsOf(data, filter);
  const [since, until] = windowOf(filter);
  const windowed = since !== -Infinity || until !== Infinity;
  const found: Selection = { shown: [], certain: 0, possible: 0, vague: new Set(), undated: 0 };
  const { earliest, latest } = data.contacts;
  for (let at = 0; at < earliest.length; at++) {
    if (!tests.every((test) => test(at))) continue;
    const first = earliest[at] ?? null, last = latest[at] ?? null;
    if (first === null || last === null) {
      found.undated++;
      if (windowed) continue;
    }
    const sure = !windowed || (first! >= since && last! <= until);
    if (!sure && !(first! <= until && last! >= since)) continue;
    if (sure) found.certain++;
    else found.possible++;
    if (sure || filter.certainty === "possible") {
      found.shown.push(at);
      if (!sure) found.vague.add(at);
    }
  }
  return found;
}

/** First and last day of the window; what is no date does not limit. */
export function windowOf(filter: Filter): [number, number] {
  return [spanOf(filter.since)?.[0] ?? -Infinity, spanOf(filter.until)?.[1] ?? Infinity];
}

function testsOf(data: Overview, filter: Filter): Test[] {
  const { contacts } = data;
  const tests: Test[] = [];
  const one = (chosen: string[], names: string[], column: number[]): void => {
    if (!chosen.length) return;
    const wanted = positions(chosen, names);
    tests.push((at) => wanted.has(column[at]!));
  };
  const any = (chosen: string[], names: string[], column: number[][]): void => {
    if (!chosen.length) return;
    const wanted = positions(chosen, names);
    tests.push((at) => column[at]!.some((each) => wanted.has(each)));
  };
  const all = (chosen: string[], names: string[], column: number[][]): void => {
    for (const each of chosen) {
      const wanted = names.indexOf(each);
      tests.push((at) => column[at]!.includes(wanted));
    }
  };
  one(filter.kinds, data.kinds, contacts.kind);
  one(filter.statuses, data.statuses, contacts.status);
  any(filter.topics, data.topics.code, contacts.topics);
  if (filter.publishers.length) {
    const wanted = positions(filter.publishers, data.sources.publishers);
    tests.push((at) => contacts.sources[at]!.some((source) => wanted.has(data.sources.publisher[source]!)));
  }
  any(filter.places, data.places.id, contacts.places);
  if (filter.offices.length) {
    const wanted = positions(filter.offices, data.offices.id);
    tests.push((at) => data.offices.seats[at]!.some((seat) => wanted.has(seat[0])));
  }
  all(filter.sides, data.sides.code, contacts.sides);
  all(filter.officials, data.officials.id, contacts.officials);
  if (filter.only === "single") tests.push((at) => contacts.voices[at] === 1);
  if (filter.only === "disputed") tests.push((at) => contacts.conflicts[at]! > 0);
  if (/^\d{4}-\d{2}-\d{2}$/.test(filter.known)) {
    const by = dayOf(filter.known);
    tests.push((at) => (contacts.known[at] ?? Infinity) <= by);
  }
  const said = spanOf(filter.told)?.[1];
  if (said !== undefined) {
    const first = toldOf(data);
    tests.push((at) => first[at]! <= said);
  }
  return tests;
}

/** The name that a side had in the whole window, where reference data know of another than today's. */
export function nameThen(data: Overview, side: number, filter: Filter): string {
  const [since, until] = windowOf(filter), { former } = data;
  const found = former.side.flatMap((at, nth) => (at === side && former.first[nth]! <= since && until <= former.last[nth]! ? [former.name[nth]!] : []));
  return found.length === 1 ? `${found[0]} (${data.sides.name[side]})` : data.sides.name[side]!;
}

function positions(chosen: string[], names: string[]): Set<number> {
  const wanted = new Set(chosen);
  return new Set(names.flatMap((name, at) => (wanted.has(name) ? [at] : [])));
}

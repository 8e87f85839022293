// Which contacts a filter selects: pure, the same rule as the named queries of the graph.
import { shownBy, toldOf, type Overview } from "./data";
import { dayOf, spanOf } from "./days";
import type { Filter } from "./state";
import type { Lists, Numbers, Texts } from "./unpack";

export interface Selection {
  /** Positions of the contacts that are shown, in the order of the data, which is that of time. */
  shown: Int32Array;
  /** How many certainly lie in the window, and how many only may. Without a window all are certain. */
  certain: number; possible: number;
  /** By position: 1 where a shown contact only may lie in the window. */
  vague: Uint8Array;
  /** Contacts that all else would show but that have no date. */
  undated: number;
}

type Test = (at: number) => boolean;

export function select(data: Overview, filter: Filter): Selection {
  const [since, until] = windowOf(filter), passes = passing(data, filter);
  const windowed = since !== -Infinity || until !== Infinity, alsoPossible = filter.certainty === "possible";
  const { earliest, latest } = data.contacts, shown = new Int32Array(earliest.length), vague = new Uint8Array(earliest.length);
  let count = 0, certain = 0, possible = 0, undated = 0;
  for (let at = 0; at < earliest.length; at++) {
    if (!passes[at]) continue;
    const first = earliest[at]!, last = latest[at]!;
    if (Number.isNaN(first + last)) {
      undated++;
      if (windowed) continue;
      certain++;
    } else if (first >= since && last <= until) certain++;
    else if (first <= until && last >= since) {
      possible++;
      if (!alsoPossible) continue;
      vague[at] = 1;
    } else continue;
    shown[count++] = at;
  }
  return { shown: shown.slice(0, count), certain, possible, vague, undated };
}

const asked = new WeakMap<Overview, { key: string; passes: Uint8Array }>();

/** By position: 1 for a contact that all but the window would show. Kept, for most often only the window changes. */
function passing(data: Overview, filter: Filter): Uint8Array {
  const { kinds, statuses, topics, publishers, places, offices, sides, officials, only, known, told } = filter;
  const key = JSON.stringify([kinds, statuses, topics, publishers, places, offices, sides, officials, only, known, told]), kept = asked.get(data);
  if (kept?.key === key) return kept.passes;
  const passes = new Uint8Array(data.contacts.earliest.length).fill(1);
  for (const test of testsOf(data, filter)) for (let at = 0; at < passes.length; at++) if (passes[at] && !test(at)) passes[at] = 0;
  asked.set(data, { key, passes });
  return passes;
}

/** First and last day of the window; what is no date does not limit. */
export function windowOf(filter: Filter): [number, number] {
  return [spanOf(filter.since)?.[0] ?? -Infinity, spanOf(filter.until)?.[1] ?? Infinity];
}

function testsOf(data: Overview, filter: Filter): Test[] {
  const { contacts } = data, tests: Test[] = [];
  const one = (chosen: string[], names: string[], column: Numbers): void => {
    if (!chosen.length) return;
    const wanted = marked(chosen, names);
    tests.push((at) => wanted[column[at]!] === 1);
  };
  const any = (chosen: string[], names: Texts, column: Lists): void => {
    if (!chosen.length) return;
    const wanted = marked(chosen, names);
    tests.push((at) => column.some(at, wanted));
  };
  const all = (chosen: string[], names: Texts, column: Lists): void => {
    for (const each of chosen) {
      const wanted = names.indexOf(each);
      tests.push((at) => column.has(at, wanted));
    }
  };
  one(filter.kinds, data.kinds, contacts.kind);
  one(filter.statuses, data.statuses, contacts.status);
  any(filter.topics, data.topics.code, contacts.topics);
  if (filter.publishers.length) {
    const wanted = marked(filter.publishers, data.sources.publishers);
    const sources = Uint8Array.from(data.sources.publisher as ArrayLike<number>, (publisher) => wanted[publisher]!);
    tests.push((at) => contacts.sources.some(at, sources));
  }
  any(filter.places, data.places.id, contacts.places);
  any(filter.offices, data.offices.id, data.offices.seats.office);
  all(filter.sides, data.sides.code, contacts.sides);
  all(filter.officials, data.officials.id, contacts.officials);
  if (filter.only === "single") tests.push((at) => contacts.voices[at] === 1);
  if (filter.only === "disputed") tests.push((at) => contacts.conflicts.many(at) > 0);
  const by = /^\d{4}-\d{2}-\d{2}$/.test(filter.known) ? dayOf(filter.known) : undefined;
  tests.push(shownBy(data, by));
  const said = spanOf(filter.told)?.[1];
  if (said !== undefined) {
    const first = toldOf(data);
    tests.push((at) => first[at]! <= said);
  }
  return tests;
}

/** The name that a side had in the whole window, where reference data know of another than today's. */
export function nameThen(data: Overview, side: number, filter: Filter): string {
  const [since, until] = windowOf(filter), { former } = data, found: string[] = [];
  for (let nth = 0; nth < former.side.length; nth++) if (former.side[nth] === side && former.first[nth]! <= since && until <= former.last[nth]!) found.push(former.name[nth]!);
  return found.length === 1 ? `${found[0]} (${data.sides.name[side]})` : data.sides.name[side]!;
}

/** By position: 1 for the names that are chosen. */
function marked(chosen: string[], names: Texts): Uint8Array {
  const found = new Uint8Array(names.length);
  for (const each of chosen) {
    const at = names.indexOf(each);
    if (at >= 0) found[at] = 1;
  }
  return found;
}

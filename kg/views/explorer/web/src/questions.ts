// Where to begin: questions that the page answers, as filters made of what the graph holds.
import { toldOf, type Overview } from "./data";
import { isoOf } from "./days";
import { USUAL, type Filter } from "./state";
import type { Lists } from "./unpack";

export interface Question { words: string; filter: Filter }

export function questionsOf(data: Overview): Question[] {
  const ask = (words: string, filter: Partial<Filter>): Question => ({ words, filter: { ...USUAL, ...filter } as Filter });
  const pair = mostFrequentPair(data), person = mostFrequent(data.contacts.officials), [middle, last] = days(data);
  return [
    ...(pair ? [ask(`What happened between ${data.sides.name[pair[0]]} and ${data.sides.name[pair[1]]}, month by month?`, { sides: pair.map((at) => data.sides.code[at]!), level: "contacts", lanes: "officials" })] : []),
    ...(person !== undefined ? [ask(`Who met ${data.officials.name[person]} most, and on what?`, { officials: [data.officials.id.at(person)!], level: "officials", lanes: "topics" })] : []),
    ask(`What changed after ${middle}? Type another day under “Before and after”.`, { split: middle }),
    ask("Who hosts, who travels?", { map: "balance" }),
    ask("Which contacts rest on a single source?", { only: "single" }),
    ask("Where do sources disagree?", { only: "disputed", statuses: [] }),
    ask("Which contacts that were planned are not told to have taken place?", { statuses: ["planned", "postponed", "proposed", "cancelled"], until: last }),
    ask("Which offices met, whoever held them?", { lanes: "offices", view: "lanes" }),
  ];
}

function mostFrequent(column: Lists): number | undefined {
  if (!column.flat.length) return undefined;
  const counts = column.tally(column.flat.reduce((most, each) => Math.max(most, each), 0) + 1);
  return counts.indexOf(counts.reduce((most, each) => Math.max(most, each), 0));
}

function mostFrequentPair(data: Overview): [number, number] | undefined {
  const counts = new Map<string, number>();
  const { sides } = data.contacts;
  for (let at = 0; at < sides.length; at++) {
    const pair = sides.of(at).join(" ");
    if (sides.many(at) === 2) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most ? (most[0].split(" ").map(Number) as [number, number]) : undefined;
}

/** The day in the middle of the contacts, and the last day by which any source had appeared. */
function days(data: Overview): [string, string] {
  const begun = [...data.contacts.earliest].filter((day) => !Number.isNaN(day));
  const told = toldOf(data).reduce((last, day) => (day === Infinity ? last : Math.max(last, day)), -Infinity);
  return [begun.length ? isoOf(begun[Math.floor(begun.length / 2)]!) : "2000-01-01", told === -Infinity ? "" : isoOf(told)];
}

// Where to begin: questions that the page answers, as filters made of what the graph holds.
import { isoOf, toldOf, type Overview } from "./data";
import { USUAL, type Filter } from "./state";

export interface Question { words: string; filter: Filter }

export function questionsOf(data: Overview): Question[] {
  const ask = (words: string, filter: Partial<Filter>): Question => ({ words, filter: { ...USUAL, ...filter } as Filter });
  const pair = mostFrequentPair(data), person = mostFrequent(data.contacts.officials), [middle, last] = days(data);
  return [
    ...(pair ? [ask(`What happened between ${data.sides.name[pair[0]]} and ${data.sides.name[pair[1]]}, month by month?`, { sides: pair.map((at) => data.sides.code[at]!), level: "contacts", lanes: "officials" })] : []),
    ...(person !== undefined ? [ask(`Who met ${data.officials.name[person]} most, and on what?`, { officials: [data.officials.id[person]!], level: "officials", lanes: "topics" })] : []),
    ask(`What changed after ${middle}? Type another day under “Before and after”.`, { split: middle }),
    ask("Who hosts, who travels?", { map: "balance" }),
    ask("Which contacts rest on a single source?", { only: "single" }),
    ask("Where do sources disagree?", { only: "disputed", statuses: [] }),
    ask("Which contacts that were planned are not told to have taken place?", { statuses: ["planned", "postponed", "proposed", "cancelled"], until: last }),
    ask("Which offices met, whoever held them?", { lanes: "offices", view: "lanes" }),
  ];
}

function mostFrequent(column: number[][]): number | undefined {
  const counts = new Map<number, number>();
  for (const row of column) for (const each of row) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || a - b)[0]?.[0];
}

function mostFrequentPair(data: Overview): [number, number] | undefined {
  const counts = new Map<string, number>();
  for (const sides of data.contacts.sides) if (sides.length === 2) counts.set(sides.join(" "), (counts.get(sides.join(" ")) ?? 0) + 1);
  const [most] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return most ? (most[0].split(" ").map(Number) as [number, number]) : undefined;
}

/** The day in the middle of the contacts, and the last day by which any source had appeared. */
function days(data: Overview): [string, string] {
  const begun = data.contacts.earliest.filter((day): day is number => day !== null).sort((a, b) => a - b);
  const told = toldOf(data).reduce((last, day) => (day === Infinity ? last : Math.max(last, day)), -Infinity);
  return [begun.length ? isoOf(begun[Math.floor(begun.length / 2)]!) : "2000-01-01", told === -Infinity ? "" : isoOf(told)];
}

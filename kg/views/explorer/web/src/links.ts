// Who is linked to whom among the contacts shown, at the level of detail that the filter asks for.
import type { Overview } from "./data";
import type { Selection } from "./select";
import type { Filter } from "./state";

export interface Node { key: string; name: string; kind: "side" | "official" | "topic" | "summit"; at: number; count: number }
export interface Link { a: string; b: string; count: number; possible: number; single: boolean; disputed: number; held: number }
export interface Net { nodes: Map<string, Node>; links: Map<string, Link>; left: number }

/** Beyond so many sides a contact is one object with its seats, not a line between each two of them. */
const SEATS = 6;
/** More persons than this nobody can read at once. */
const MOST = 400;

export function netOf(data: Overview, selection: Selection, filter: Filter): Net {
  const net: Net = { nodes: new Map(), links: new Map(), left: 0 };
  for (const at of selection.shown) {
    const ends = endsOf(data, at, filter);
    for (const end of ends) node(net, end[0], end[1], nameOf(data, end[0], end[1]));
    join(data, net, ends, at, selection.vague.has(at), filter);
  }
  return filter.level === "sides" ? net : keepMost(net);
}

type End = [kind: Node["kind"], at: number];

function endsOf(data: Overview, at: number, filter: Filter): End[] {
  const { sides, officials } = data.contacts;
  if (filter.level === "officials") return officials[at]!.map((each): End => ["official", each]);
  return sides[at]!.map((each): End => ["side", each]);
}

function join(data: Overview, net: Net, ends: End[], at: number, vague: boolean, filter: Filter): void {
  if (filter.level === "topics") {
    for (const topic of data.contacts.topics[at]!) {
      node(net, "topic", topic, nameOf(data, "topic", topic));
      for (const end of ends) link(data, net, keyOf(end), `topic-${topic}`, at, vague);
    }
    return;
  }
  if (ends.length > SEATS) {
    node(net, "summit", at, data.contacts.title[at]!);
    for (const end of ends) link(data, net, keyOf(end), `summit-${at}`, at, vague);
    return;
  }
  for (let i = 0; i < ends.length; i++) {
    for (let j = i + 1; j < ends.length; j++) {
      const [one, other] = [ends[i]!, ends[j]!];
      if (filter.level === "officials" && data.officials.side[one[1]] === data.officials.side[other[1]]) continue;
      link(data, net, keyOf(one), keyOf(other), at, vague);
    }
  }
}

function keyOf(end: End): string {
  return `${end[0]}-${end[1]}`;
}

export function nameOf(data: Overview, kind: Node["kind"], at: number): string {
  const names = kind === "side" ? data.sides.name : kind === "official" ? data.officials.name : kind === "topic" ? data.topics.name : data.contacts.title;
  return names[at] ?? "";
}

function node(net: Net, kind: Node["kind"], at: number, name: string): void {
  const key = `${kind}-${at}`;
  const found = net.nodes.get(key);
  if (found) found.count++;
  else net.nodes.set(key, { key, name, kind, at, count: 1 });
}

function link(data: Overview, net: Net, a: string, b: string, at: number, vague: boolean): void {
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  let found = net.links.get(key);
  if (!found) {
    found = { a: a < b ? a : b, b: a < b ? b : a, count: 0, possible: 0, single: true, disputed: 0, held: 0 };
    net.links.set(key, found);
  }
  found.count++;
  if (vague) found.possible++;
  if (data.contacts.voices[at]! > 1) found.single = false;
  if (data.contacts.conflicts[at]! > 0) found.disputed++;
  if (data.statuses[data.contacts.status[at]!] === "held") found.held++;
}

function keepMost(net: Net): Net {
  if (net.nodes.size <= MOST) return net;
  const kept = new Map([...net.nodes].sort((one, other) => other[1].count - one[1].count || one[1].at - other[1].at).slice(0, MOST));
  const links = new Map([...net.links].filter(([, each]) => kept.has(each.a) && kept.has(each.b)));
  return { nodes: kept, links, left: net.nodes.size - kept.size };
}

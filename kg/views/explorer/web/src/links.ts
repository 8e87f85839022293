// Who is linked to whom among the contacts shown, at the level of detail that the filter asks for.
import { spanOf, type Overview } from "./data";
import { nameThen, type Selection } from "./select";
import type { Filter } from "./state";

export type NodeKind = "side" | "official" | "topic" | "contact";
export interface Node { key: string; name: string; kind: NodeKind; at: number; count: number }
/** `before` and `after` count the contacts that certainly lie on either side of the day the filter names. */
export interface Link { a: string; b: string; count: number; possible: number; single: boolean; disputed: number; held: number; before: number; after: number }
export interface Net { nodes: Map<string, Node>; links: Map<string, Link>; left: number }

/** Beyond so many sides a contact is one object with its seats, not a line between each two of them. */
export const SEATS = 6;
/** More persons than this nobody can read at once; more contacts one by one neither. */
const MOST = 400, MOST_CONTACTS = 60;

type End = [kind: NodeKind, at: number];

export function netOf(data: Overview, selection: Selection, filter: Filter): Net {
  const net: Net = { nodes: new Map(), links: new Map(), left: 0 };
  const add = new Adding(data, net, filter, selection);
  if (filter.level === "contacts") {
    const kept = latest(data, selection.shown);
    for (const at of kept) add.whole(at);
    net.left = selection.shown.length - kept.length;
    return net;
  }
  for (const at of selection.shown) add.contact(at);
  return filter.level === "sides" ? net : keepMost(net);
}

/** The latest contacts, in the order of time. */
function latest(data: Overview, shown: number[]): number[] {
  const { earliest, latest: last } = data.contacts;
  const key = (at: number): number => earliest[at] ?? -1e9;
  return [...shown].sort((one, other) => key(one) - key(other) || (last[one] ?? 0) - (last[other] ?? 0) || one - other).slice(-MOST_CONTACTS);
}

class Adding {
  private split: number | undefined;

  constructor(private data: Overview, private net: Net, private filter: Filter, private selection: Selection) {
    this.split = spanOf(filter.split)?.[0];
  }

  contact(at: number): void {
    const { data, filter } = this;
    const { sides, officials, topics } = data.contacts;
    const kind: NodeKind = filter.level === "officials" ? "official" : "side";
    const ends = (kind === "official" ? officials : sides)[at]!.map((each): End => [kind, each]);
    for (const end of ends) this.node(end);
    if (filter.level === "topics") for (const topic of topics[at]!) this.star(["topic", topic], ends, at);
    else if (ends.length > SEATS) this.star(["contact", at], ends, at);
    else this.pairs(ends, at);
  }

  /** The contact itself, with everybody who took part and what it was about. */
  whole(at: number): void {
    const { sides, officials, topics } = this.data.contacts;
    const ends = [...sides[at]!.map((each): End => ["side", each]), ...officials[at]!.map((each): End => ["official", each]), ...topics[at]!.map((each): End => ["topic", each])];
    for (const end of ends) this.node(end);
    this.star(["contact", at], ends, at);
  }

  private star(middle: End, ends: End[], at: number): void {
    this.node(middle);
    for (const end of ends) this.link(keyOf(end), keyOf(middle), at);
  }

  private pairs(ends: End[], at: number): void {
    const { side } = this.data.officials;
    for (let i = 0; i < ends.length; i++) {
      for (let j = i + 1; j < ends.length; j++) {
        const [one, other] = [ends[i]!, ends[j]!];
        if (one[0] === "official" && side[one[1]] === side[other[1]]) continue;
        this.link(keyOf(one), keyOf(other), at);
      }
    }
  }

  private node([kind, at]: End): void {
    const key = keyOf([kind, at]), found = this.net.nodes.get(key);
    if (found) found.count++;
    else this.net.nodes.set(key, { key, name: nameOf(this.data, kind, at, this.filter), kind, at, count: 1 });
  }

  private link(a: string, b: string, at: number): void {
    const { data, net } = this;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let found = net.links.get(key);
    if (!found) {
      found = { a: a < b ? a : b, b: a < b ? b : a, count: 0, possible: 0, single: true, disputed: 0, held: 0, before: 0, after: 0 };
      net.links.set(key, found);
    }
    found.count++;
    if (this.selection.vague.has(at)) found.possible++;
    if (data.contacts.voices[at]! > 1) found.single = false;
    if (data.contacts.conflicts[at]! > 0) found.disputed++;
    if (data.statuses[data.contacts.status[at]!] === "held") found.held++;
    if (this.split === undefined) return;
    if ((data.contacts.latest[at] ?? Infinity) < this.split) found.before++;
    else if ((data.contacts.earliest[at] ?? -Infinity) >= this.split) found.after++;
  }
}

function keyOf(end: End): string {
  return `${end[0]}-${end[1]}`;
}

function nameOf(data: Overview, kind: NodeKind, at: number, filter: Filter): string {
  if (kind === "side") return nameThen(data, at, filter);
  const names = kind === "official" ? data.officials.name : kind === "topic" ? data.topics.name : data.contacts.title;
  return names[at] ?? "";
}

function keepMost(net: Net): Net {
  if (net.nodes.size <= MOST) return net;
  const kept = new Map([...net.nodes].sort((one, other) => other[1].count - one[1].count || one[1].at - other[1].at).slice(0, MOST));
  const links = new Map([...net.links].filter(([, each]) => kept.has(each.a) && kept.has(each.b)));
  return { nodes: kept, links, left: net.nodes.size - kept.size };
}

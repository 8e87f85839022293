// Who is linked to whom among the contacts shown, at the level of detail that the filter asks for.
import type { Contacts, Overview } from "./data";
import { spanOf } from "./days";
import { nameThen, type Selection } from "./select";
import type { Filter } from "./state";
import { titleOf } from "./titles";

type NodeKind = "side" | "official" | "topic" | "contact";
export interface Node { key: string; name: string; kind: NodeKind; at: number; count: number }
/** `before` and `after` count the contacts that certainly lie on either side of the day the filter names. */
export interface Link { a: string; b: string; count: number; possible: number; single: boolean; disputed: number; held: number; before: number; after: number }
export interface Net { nodes: Map<string, Node>; links: Map<string, Link>; left: number }

/** Beyond so many sides a contact is one object with its seats, not a line between each two of them. */
export const SEATS = 6;
/** More persons than this nobody can read at once; more contacts one by one neither. */
const MOST = 400, MOST_CONTACTS = 30;

const KINDS: NodeKind[] = ["side", "official", "topic", "contact"];
const SIDE = 0, OFFICIAL = 1, TOPIC = 2, CONTACT = 3;
/** A node while links are counted: its position and, in the last two bits, its kind. */
type End = number;

export function netOf(data: Overview, selection: Selection, filter: Filter): Net {
  const adding = new Adding(data, filter, selection);
  if (filter.level === "contacts") {
    const kept = latest(data, selection.shown);
    for (const at of kept) adding.whole(at);
    return { ...adding.net(), left: selection.shown.length - kept.length };
  }
  const person = personOf(data, filter);
  for (const at of selection.shown) if (person < 0) adding.contact(at); else adding.met(person, at);
  return filter.level === "sides" ? adding.net() : keepMost(adding.net());
}

/** The position of the one person about whom the network of people is drawn; -1 where there is none. */
export function personOf(data: Overview, filter: Filter): number {
  return filter.level === "officials" && filter.officials.length === 1 ? data.officials.id.indexOf(filter.officials[0]!) : -1;
}

/** The latest contacts, in the order of time; those without a date, which stand last, count as the earliest. */
function latest({ contacts }: Overview, shown: Int32Array): number[] {
  const dated = [...shown].filter((at) => !Number.isNaN(contacts.earliest[at]! + contacts.latest[at]!)), undated = [...shown.subarray(dated.length)];
  return [...undated, ...dated].slice(-MOST_CONTACTS);
}

type Sums = Omit<Link, "a" | "b">;

class Adding {
  private counts: Int32Array;
  /** Those that were counted, in the order in which they came. */
  private ends: End[] = [];
  private sums = new Map<number, Sums>();
  private split: number | undefined;
  private held: number;
  /** Two ends as one number: few enough stay small ones, which are quick to look up. */
  private most: number;
  /** Read here once, not for each of many links. */
  private columns: Pick<Contacts, "voices" | "conflicts" | "status" | "earliest" | "latest">;

  constructor(private data: Overview, private filter: Filter, private selection: Selection) {
    this.split = spanOf(filter.split)?.[0];
    this.held = data.statuses.indexOf("held");
    const { voices, conflicts, status, earliest, latest } = data.contacts;
    this.columns = { voices, conflicts, status, earliest, latest };
    this.most = 4 * Math.max(data.sides.id.length, data.officials.id.length, data.topics.code.length, data.contacts.id.length);
    this.counts = new Int32Array(this.most);
  }

  contact(at: number): void {
    const { level } = this.filter, { sides, officials, topics } = this.data.contacts;
    const [column, kind] = level === "officials" ? [officials, OFFICIAL] : [sides, SIDE], { flat } = column;
    const from = column.start[at]!, to = column.start[at + 1]!;
    for (let nth = from; nth < to; nth++) this.node(flat[nth]! * 4 + kind);
    if (level === "topics") for (const topic of topics.of(at)) this.star(topic * 4 + TOPIC, endsOf(column.of(at), kind), at);
    else if (to - from > SEATS) this.star(at * 4 + CONTACT, endsOf(column.of(at), kind), at);
    else for (let i = from; i < to; i++) for (let j = i + 1; j < to; j++) if (kind === SIDE || this.apart(flat[i]!, flat[j]!)) this.link(flat[i]! * 4 + kind, flat[j]! * 4 + kind, at);
  }

  /** Whom a person met there: those of other sides, however many; who came along has no line. */
  met(person: number, at: number): void {
    const { officials } = this.data.contacts;
    for (let nth = officials.start[at]!; nth < officials.start[at + 1]!; nth++) {
      const other = officials.flat[nth]!;
      this.node(other * 4 + OFFICIAL);
      if (other !== person && this.apart(person, other)) this.link(person * 4 + OFFICIAL, other * 4 + OFFICIAL, at);
    }
  }

  /** The contact itself, with everybody who took part and what it was about. */
  whole(at: number): void {
    const { sides, officials, topics } = this.data.contacts;
    const ends = [...endsOf(sides.of(at), SIDE), ...endsOf(officials.of(at), OFFICIAL), ...endsOf(topics.of(at), TOPIC)];
    for (const end of ends) this.node(end);
    this.star(at * 4 + CONTACT, ends, at);
  }

  /** What was counted, by the names that drawn marks have. */
  net(): Net {
    const { data, filter } = this, nodes = new Map<string, Node>(), links = new Map<string, Link>();
    for (const end of this.ends) {
      const kind = KINDS[end & 3]!, at = end >> 2, key = keyOf(end);
      nodes.set(key, { key, name: nameOf(data, kind, at, filter), kind, at, count: this.counts[end]! });
    }
    for (const [pair, sums] of this.sums) {
      const one = keyOf(Math.floor(pair / this.most)), other = keyOf(pair % this.most), [a, b] = one < other ? [one, other] : [other, one];
      links.set(`${a} ${b}`, { a, b, ...sums });
    }
    return { nodes, links, left: 0 };
  }

  private star(middle: End, ends: End[], at: number): void {
    this.node(middle);
    for (const end of ends) this.link(end, middle, at);
  }

  /** Those of one side did not meet each other. */
  private apart(one: number, other: number): boolean {
    const { side } = this.data.officials;
    return side[one] !== side[other];
  }

  private node(end: End): void {
    if (!this.counts[end]!++) this.ends.push(end);
  }

  private link(one: End, other: End, at: number): void {
    const { voices, conflicts, status, earliest, latest } = this.columns, key = one < other ? one * this.most + other : other * this.most + one;
    let found = this.sums.get(key);
    if (!found) this.sums.set(key, (found = { count: 0, possible: 0, single: true, disputed: 0, held: 0, before: 0, after: 0 }));
    found.count++;
    found.possible += this.selection.vague[at]!;
    if (voices[at]! > 1) found.single = false;
    if (conflicts.many(at) > 0) found.disputed++;
    if (status[at] === this.held) found.held++;
    if (this.split === undefined) return;
    if (latest[at]! < this.split) found.before++;
    else if (earliest[at]! >= this.split) found.after++;
  }
}

function endsOf(positions: Int32Array, kind: number): End[] {
  return Array.from(positions, (at) => at * 4 + kind);
}

function keyOf(end: End): string {
  return `${KINDS[end & 3]!}-${end >> 2}`;
}

function nameOf(data: Overview, kind: NodeKind, at: number, filter: Filter): string {
  if (kind === "side") return nameThen(data, at, filter);
  if (kind === "contact") return titleOf(data, at);
  return (kind === "official" ? data.officials.name : data.topics.name)[at] ?? "";
}

function keepMost(net: Net): Net {
  if (net.nodes.size <= MOST) return net;
  const kept = new Map([...net.nodes].sort((one, other) => other[1].count - one[1].count || one[1].at - other[1].at).slice(0, MOST));
  const links = new Map([...net.links].filter(([, each]) => kept.has(each.a) && kept.has(each.b)));
  return { nodes: kept, links, left: net.nodes.size - kept.size };
}

// Who hosts and who travels: for each country, contacts that it hosted or that were held there, and those for which it
// went elsewhere.
import type { Overview } from "./data";
import { shortened } from "./measure";
import type { Scene } from "./network";
import { nameThen, type Selection } from "./select";
import type { Shape } from "./shapes";
import { VENUE } from "./theme";

interface Balance { side: number; hosted: number; went: number }
const ROW = 19, TOP = 22, NAMES = 150;

export function balances(data: Overview, selection: Selection): Balance[] {
  const found = new Map<number, Balance>();
  for (const at of selection.shown) {
    const hosts = hostsOf(data, at);
    if (!hosts) continue;
    for (const side of data.contacts.sides.of(at)) {
      let row = found.get(side);
      if (!row) found.set(side, (row = { side, hosted: 0, went: 0 }));
      if (hosts.has(data.sides.code[side]!)) row.hosted++;
      else row.went++;
    }
  }
  return [...found.values()].sort((one, other) => other.hosted + other.went - one.hosted - one.went || one.side - other.side);
}

/** The codes of those named as host, else of the country where it was; nothing where neither is known. */
export function hostsOf(data: Overview, at: number): Set<string> | undefined {
  const { hosts, places } = data.contacts;
  if (hosts.of(at).length) return new Set([...hosts.of(at)].map((side) => data.sides.code[side]!));
  const there = [...places.of(at)].flatMap((place) => data.places.country[place] ?? []);
  return there.length ? new Set(there) : undefined;
}

/** Contacts of which neither host nor place is known: they say nothing of who travelled. */
export function withoutHost(data: Overview, selection: Selection): number {
  return selection.shown.filter((at) => !hostsOf(data, at)).length;
}

/** How many rows fit. */
export function balanceRows(height: number): number {
  return Math.max(1, Math.floor((height - TOP - 4) / ROW));
}

export function balanceShapes(selection: Selection, { data, theme, width, height, filter }: Scene): Shape[] {
  const rows = balances(data, selection), fits = balanceRows(height);
  const middle = width / 2, half = NAMES / 2, room = middle - half - 44;
  const shown = rows.slice(0, fits), most = Math.max(1, ...shown.map((row) => Math.max(row.hosted, row.went)));
  const shapes: Shape[] = [
    { is: "text", x: middle - half - 6, y: 10, text: "hosted", size: 11.5, anchor: "end", bold: true, fill: theme.ink },
    { is: "text", x: middle + half + 6, y: 10, text: "went elsewhere", size: 11.5, bold: true, fill: theme.ink },
  ];
  shown.forEach((row, nth) => {
    const y = TOP + nth * ROW, name = nameThen(data, row.side, filter);
    const tip = `${name} hosted ${row.hosted} and went elsewhere for ${row.went}`, ref = `node side-${row.side}`;
    const [a, b] = [(room * row.hosted) / most, (room * row.went) / most];
    shapes.push(
      { is: "box", x: middle - half - a, y: y + 2, w: a, h: ROW - 5, fill: VENUE, ref, tip, rank: 1000 - nth },
      { is: "box", x: middle + half, y: y + 2, w: b, h: ROW - 5, fill: theme.accent, ref, tip },
      { is: "text", x: middle, y: y + ROW / 2, text: shortened(name, NAMES - 12, 11.5), size: 11.5, anchor: "middle", fill: theme.ink },
      { is: "text", x: middle - half - a - 4, y: y + ROW / 2, text: String(row.hosted), size: 10.5, anchor: "end", fill: theme.faint },
      { is: "text", x: middle + half + b + 4, y: y + ROW / 2, text: String(row.went), size: 10.5, fill: theme.faint },
    );
  });
  return shapes;
}

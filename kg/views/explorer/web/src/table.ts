// The contacts as a table: for screen readers, for copying, and as CSV and JSON.
import type { Overview } from "./data";
import { make } from "./dom";
import type { Selection } from "./select";
import { titleOf } from "./titles";
import type { Lists } from "./unpack";

const PAGE = 100;
/** A summit has twenty sides: the cell is cut, what is saved is not. Topics are cut sooner: they alone would make most rows tall. */
const LONG = 60, TOPICS = 36;
const COLUMNS = ["date", "kind", "status", "sides", "officials", "place", "topics", "sources", "disputed"] as const;
export type Column = (typeof COLUMNS)[number];
export interface Sort { by: Column; down: boolean }

export function rowOf(data: Overview, selection: Selection, at: number): Record<Column, string> & { id: string; title: string; certain: boolean } {
  const { contacts } = data;
  const names = (column: Lists, from: string[]): string => Array.from(column.of(at), (each) => from[each]!).join("; ");
  return {
    id: contacts.id.at(at)!, title: titleOf(data, at), certain: !selection.vague[at],
    date: contacts.date.at(at)!, kind: data.kinds[contacts.kind[at]!]!, status: data.statuses[contacts.status[at]!]!,
    sides: names(contacts.sides, data.sides.name), officials: names(contacts.officials, data.officials.name),
    place: names(contacts.places, data.places.name), topics: names(contacts.topics, data.topics.name),
    sources: String(contacts.voices[at]), disputed: disputedWords(data, at),
  };
}

/** What sources disagree on, and how often where it is more than once. */
function disputedWords({ attributes, contacts }: Overview, at: number): string {
  const counts = contacts.conflicts.tally(attributes.length, [at]);
  return attributes.flatMap((name, nth) => (counts[nth]! > 1 ? [`${name} (${counts[nth]})`] : counts[nth] ? [name] : [])).join("; ");
}

export function sorted(data: Overview, selection: Selection, sort: Sort): Int32Array {
  const { earliest, latest, voices, conflicts } = data.contacts;
  if (sort.by === "date") return byDate(selection.shown, sort.down, (at) => !Number.isNaN(earliest[at]! + latest[at]!));
  const key = (at: number): string | number => {
    if (sort.by === "sources") return voices[at]!;
    if (sort.by === "disputed") return conflicts.many(at);
    return rowOf(data, selection, at)[sort.by];
  };
  const keyed = Array.from(selection.shown, (at): [string | number, number] => [key(at), at]);
  keyed.sort(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j) * (sort.down ? -1 : 1));
  return Int32Array.from(keyed, ([, at]) => at);
}

/** The data are in the order of time; whichever way, those without a date stand last. */
function byDate(shown: Int32Array, down: boolean, dated: (at: number) => boolean): Int32Array {
  const order = shown.slice();
  let end = order.length;
  while (end > 0 && !dated(order[end - 1]!)) end--;
  if (down) for (const part of [order.subarray(0, end), order.subarray(end)]) part.reverse();
  return order;
}

/** How many contacts the table could still show, and what adds the rows that were not made yet, where there are any. */
export interface Filled { left: number; rest: (() => void) | undefined }

/** Fills the table with its head and with so many rows as are seen at first. */
export function fillTable(table: HTMLTableElement, data: Overview, selection: Selection, sort: Sort, on: { sort: (by: Column) => void; open: (at: number) => void }, pages: number, seen: number): Filled {
  const order = sorted(data, selection, sort), shown = order.slice(0, PAGE * pages), body = table.tBodies[0]!;
  const head = make("tr", {}, ...COLUMNS.map((name) => {
    const state = sort.by === name ? (sort.down ? "descending" : "ascending") : "none";
    return make("th", { scope: "col", "aria-sort": state }, make("button", { type: "button", click: () => on.sort(name) }, name));
  }));
  const rows = (some: Int32Array): HTMLElement[] => Array.from(some, (at) => rowElement(data, selection, at, on.open));
  table.tHead?.replaceChildren(head);
  body.replaceChildren(...rows(shown.slice(0, seen)));
  return { left: order.length - shown.length, rest: shown.length > seen ? () => body.append(...rows(shown.slice(seen))) : undefined };
}

function rowElement(data: Overview, selection: Selection, at: number, open: (at: number) => void): HTMLElement {
  const row = rowOf(data, selection, at);
  const cells = COLUMNS.map((name) => {
    if (name !== "date") return cellOf(row[name], name === "topics" ? TOPICS : LONG);
    const text = row.date || "no date";
    return make("td", {}, make("button", { type: "button", class: "open", click: () => open(at), title: row.title }, text), row.certain ? null : make("span", { class: "vague" }, " possible"));
  });
  return make("tr", { "data-id": row.id }, ...cells);
}

/** What is too long ends with the last part that is whole. */
function cellOf(text: string, most: number): HTMLElement {
  if (text.length <= most) return make("td", {}, text);
  const begin = text.slice(0, most), end = begin.lastIndexOf(";");
  return make("td", { title: text }, `${end > 0 ? begin.slice(0, end + 1) : begin.replace(/\s+\S*$/, "")} …`);
}

/** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function csv(data: Overview, selection: Selection, sort: Sort): string {
  const names = ["id", "certain", "title", ...COLUMNS] as const;
  const cell = (value: string): string => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = Array.from(sorted(data, selection, sort), (at) => {
    const row = rowOf(data, selection, at);
    return names.map((name) => cell(String(row[name]))).join(",");
  });
  return [names.join(","), ...lines, ""].join("\r\n");
}

export function json(data: Overview, selection: Selection, sort: Sort): string {
  return JSON.stringify(Array.from(sorted(data, selection, sort), (at) => rowOf(data, selection, at)), null, 1);
}

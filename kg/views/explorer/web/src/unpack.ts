// Columns as kg/views/explorer/pack.py writes them: a head of JSON, and a body of numbers in planes.
import { isoOf, lastDayOf } from "./days";

/** Numbers of a column; where some are not known, these are NaN, which is in no window and equal to nothing. */
export type Numbers = Int32Array | Float64Array;

/** Texts by their position; ids stay bytes until they are asked for. */
export interface Texts { readonly length: number; at(nth: number): string | undefined; indexOf(text: string): number }

/** A list of numbers for each position, in two columns. */
export class Lists {
  readonly start: Int32Array;
  constructor(lengths: ArrayLike<number>, readonly flat: Int32Array) {
    const start = new Int32Array(lengths.length + 1);
    for (let nth = 0, end = 0; nth < lengths.length; nth++) start[nth + 1] = end += lengths[nth]!;
    this.start = start;
  }
  get length(): number { return this.start.length - 1; }
  of(nth: number): Int32Array { return this.flat.subarray(this.start[nth], this.start[nth + 1]); }
  many(nth: number): number { return this.start[nth + 1]! - this.start[nth]!; }
  has(nth: number, value: number): boolean {
    for (let at = this.start[nth]!, end = this.start[nth + 1]!; at < end; at++) if (this.flat[at] === value) return true;
    return false;
  }
  some(nth: number, wanted: Uint8Array): boolean {
    for (let at = this.start[nth]!, end = this.start[nth + 1]!; at < end; at++) if (wanted[this.flat[at]!]) return true;
    return false;
  }
  /** How often each number below a bound occurs in all of the lists, or in those at some positions. */
  tally(bound: number, among?: ArrayLike<number>): Int32Array {
    const counts = new Int32Array(bound);
    if (!among) for (const value of this.flat) counts[value]!++;
    else for (let nth = 0; nth < among.length; nth++) for (let at = this.start[among[nth]!]!, end = this.start[among[nth]! + 1]!; at < end; at++) counts[this.flat[at]!]!++;
    return counts;
  }
}

export const NO_LISTS = new Lists([], new Int32Array());

const HEX = "0123456789abcdef", BYTES = 12;

class Ids implements Texts {
  constructor(private prefix: string, private bytes: Uint8Array) {}
  get length(): number { return this.bytes.length / BYTES; }
  at(nth: number): string | undefined {
    if (nth < 0 || nth >= this.length) return undefined;
    let text = this.prefix;
    for (const byte of this.bytes.subarray(nth * BYTES, (nth + 1) * BYTES)) text += HEX[byte >> 4]! + HEX[byte & 15]!;
    return text;
  }
  indexOf(text: string): number {
    if (!text.startsWith(this.prefix) || text.length !== this.prefix.length + 2 * BYTES) return -1;
    const first = Number.parseInt(text.slice(this.prefix.length, this.prefix.length + 2), 16);
    for (let nth = 0; nth < this.length; nth++) if (this.bytes[nth * BYTES] === first && this.at(nth) === text) return nth;
    return -1;
  }
}

/** Days, and at some positions texts that are none. */
export class Days implements Texts {
  constructor(private days: Numbers, private others: Map<number, string>) {}
  get length(): number { return this.days.length; }
  at(nth: number): string | undefined {
    const day = this.days[nth];
    return day === undefined ? undefined : Number.isNaN(day) ? (this.others.get(nth) ?? "") : isoOf(day);
  }
  indexOf(text: string): number {
    for (let nth = 0; nth < this.length; nth++) if (this.at(nth) === text) return nth;
    return -1;
  }
  /** The last day that is meant; infinite where none is. */
  last(nth: number): number {
    const day = this.days[nth]!;
    return Number.isNaN(day) ? lastDayOf(this.others.get(nth) ?? "") : day;
  }
}

type Written = [count: number, way: "plain" | "steps" | "back", wide: number, low: number, open: number];
type Mark = Written | ["lists", Written, Written] | ["ids", number, string] | ["days", Written, [number, string][]] | ["texts", Written, string[], string[]];

/** The tree of columns that the bytes hold. Each is read when it is first asked for: the first picture needs half of them. */
export function unpackTree(bytes: Uint8Array): unknown {
  const head = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return new Reading(bytes, 4 + head).tree(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + head))));
}

/** What is described in the head stands in the body in the same order. */
class Reading {
  constructor(private bytes: Uint8Array, private at: number) {}

  tree(value: unknown): unknown {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    const found = {};
    for (const [name, one] of Object.entries(value)) {
      const mark = (one as { "~"?: Mark } | null)?.["~"];
      if (mark) later(found, name, this.column(mark));
      else Object.assign(found, { [name]: this.tree(one) });
    }
    return found;
  }

  /** Passes over the bytes of a column, and returns what reads them. */
  private column(mark: Mark): () => unknown {
    if (typeof mark[0] === "number") return this.numbers(mark as Written);
    if (mark[0] === "ids") {
      const ids = new Ids(mark[2] as string, this.take((mark[1] as number) * BYTES));
      return () => ids;
    }
    const numbers = this.numbers(mark[1] as Written);
    if (mark[0] === "texts") return () => textsOf(numbers(), mark[2] as string[], mark[3] as string[]);
    if (mark[0] === "days") return () => new Days(numbers(), new Map(mark[2] as [number, string][]));
    const flat = this.numbers(mark[2] as Written);
    return () => new Lists(numbers(), flat() as Int32Array);
  }

  private take(count: number): Uint8Array {
    return this.bytes.subarray(this.at, (this.at += count));
  }

  private numbers(written: Written): () => Numbers {
    const [count, , wide] = written, planes = this.take(count * wide);
    return () => numbersOf(planes, written);
  }
}

function later(owner: object, name: string, read: () => unknown): void {
  let kept: unknown;
  Object.defineProperty(owner, name, { enumerable: true, get: () => (kept ??= read()) });
}

function textsOf(numbers: Numbers, often: string[], once: string[]): string[] {
  const texts: string[] = [];
  let next = 0;
  for (let nth = 0; nth < numbers.length; nth++) texts.push(numbers[nth] ? often[numbers[nth]! - 1]! : once[next++]!);
  return texts;
}

function numbersOf(planes: Uint8Array, [count, way, wide, low, open]: Written): Numbers {
  // The browser itself makes numbers of the lowest bytes; a loop would take many times as long.
  const small = new Int32Array(planes.subarray(0, count));
  for (let plane = 1; plane < wide; plane++) {
    for (let nth = 0, from = plane * count, up = 8 * plane; nth < count; nth++) small[nth] = small[nth]! | (planes[from + nth]! << up);
  }
  if (way !== "plain") undo(small, way);
  if (!open && !low) return small;
  const found = open ? new Float64Array(small) : small;
  for (let nth = 0; nth < count; nth++) found[nth] = open && small[nth] === 0 ? NaN : small[nth]! + low;
  return found;
}

/** Steps, or distances from the number that comes next, as the numbers themselves. */
function undo(small: Int32Array, way: "steps" | "back"): void {
  let last = 0;
  for (let nth = 0; nth < small.length; nth++) {
    const odd = small[nth]! & 1, far = (small[nth]! + odd) >>> 1, up = (way === "steps") !== (odd === 1);
    const value = up ? last + far : last - far;
    small[nth] = value;
    last = way === "steps" ? value : Math.max(last, value + 1);
  }
}

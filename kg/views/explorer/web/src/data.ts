// The data of the page: columns of numbers, as docs/explanation/explorer.md describes them.

export interface Sides { id: string[]; code: string[]; name: string[]; lat: (number | null)[]; lon: (number | null)[]; x: number[]; y: number[] }
export interface Contacts {
  id: string[]; kind: number[]; status: number[]; date: string[]; title: string[];
  earliest: (number | null)[]; latest: (number | null)[]; known: (number | null)[];
  voices: number[]; conflicts: number[];
  sides: number[][]; hosts: number[][]; officials: number[][]; topics: number[][]; places: number[][]; sources: number[][];
}
export interface Overview {
  graph: { version: string; schema: number; sources: number; contacts: number };
  format: number; kinds: string[]; statuses: string[];
  sides: Sides;
  officials: { id: string[]; name: string[]; side: string[] };
  topics: { id: string[]; code: string[]; name: string[] };
  places: { id: string[]; name: string[]; lat: (number | null)[]; lon: (number | null)[]; country: (string | null)[] };
  sources: { publishers: string[]; publisher: number[]; published: string[] };
  contacts: Contacts;
  /** Earlier names of the side at that position, with their first and last day. */
  former: { side: number[]; name: string[]; first: number[]; last: number[] };
  /** Of each contact, who sat there in which office; and tenures: office, official, first and last day. */
  offices: { id: string[]; name: string[]; seats: [office: number, official: number][][]; tenures: [office: number, official: number, first: number | null, last: number | null][] };
}
export type Claim = [attribute: string, value: string, quote: number, source: number, confidence: number, stance: string];
export type Part = [name: string, capacity: string, side: string, tenure: string, note: string, count: number];
export type Conflict = [attribute: string, note: string, shown: string, because: string, between: number[]];
export interface Evidence { sources: { title: string[]; url: string[]; kind: string[] }; claims: Claim[][]; quotes: string[]; parts: Part[][]; conflicts: Conflict[][] }
interface Packed {
  sources: Evidence["sources"];
  claims: {
    of: number[]; attribute: number[]; value: number[]; quote: number[]; source: number[]; sure: number[]; stance: number[];
    attributes: string[]; values: string[]; quotes: string[]; stances: string[];
  };
  parts: Part[][]; conflicts: Conflict[][];
}

/** What is said of the contacts: in the page it is columns, which are smaller, and here a list for each contact. */
export async function unpackEvidence(): Promise<Evidence> {
  const { sources, claims: c, parts, conflicts } = await unpack<Packed>("evidence");
  let next = 0;
  const one = (): Claim => {
    const at = next++;
    return [c.attributes[c.attribute[at]!]!, c.values[c.value[at]!]!, c.quote[at]!, c.source[at]!, c.sure[at]!, c.stances[c.stance[at]!]!];
  };
  return { sources, claims: c.of.map((many) => Array.from({ length: many }, one)), quotes: c.quotes, parts, conflicts };
}

/** Unpacks the JSON that an element of the page holds as compressed base64. */
export async function unpack<T>(id: string): Promise<T> {
  const stream = new Blob([bytesOf(document.getElementById(id)?.textContent?.trim() ?? "")]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text()) as T;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const quick = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (quick) return quick.call(Uint8Array, base64);
  const text = atob(base64), bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const DAY = 86_400_000;

/** The day of an ISO date, counted from 1970. */
export function dayOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const told = new WeakMap<Overview, number[]>();

/** Of each contact, the last day by which the first of its sources had appeared; infinite where no source says. */
export function toldOf(data: Overview): number[] {
  let found = told.get(data);
  if (!found) {
    const days = data.sources.published.map((text) => spanOf(text.slice(0, 10))?.[1] ?? Infinity);
    found = data.contacts.sources.map((sources) => sources.reduce((first, source) => Math.min(first, days[source]!), Infinity));
    told.set(data, found);
  }
  return found;
}

/** First and last day of a year, a month or a day as typed; nothing where it is no date. */
export function spanOf(text: string): [number, number] | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day] = found;
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1);
  if (isoOf(first / DAY).slice(0, text.trim().length) !== text.trim()) return undefined;
  const last = day ? first : month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31);
  return [first / DAY, last / DAY];
}

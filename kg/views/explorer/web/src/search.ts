// Names in any script: folded to bare letters, found by the beginnings of their words.
import type { Overview } from "./data";

export interface Found { what: "sides" | "officials" | "topics" | "publishers" | "places" | "offices"; key: string; name: string }

/** Without case and accents, so that "erdogan" finds "Erdoğan"; other scripts stay what they are. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replaceAll("ł", "l").replaceAll("ø", "o").replaceAll("đ", "d").replaceAll("ß", "ss");
}

export class Index {
  private entries: { folded: string; found: Found; weight: number }[] = [];

  constructor(data: Overview) {
    const count = (column: number[][]): Map<number, number> => {
      const counts = new Map<number, number>();
      for (const row of column) for (const each of row) counts.set(each, (counts.get(each) ?? 0) + 1);
      return counts;
    };
    const add = (what: Found["what"], keys: string[], names: string[], counts: Map<number, number>): void =>
      names.forEach((name, at) => this.entries.push({ folded: ` ${folded(name)} ${what === "sides" ? folded(keys[at]!) : ""}`, found: { what, key: keys[at]!, name }, weight: counts.get(at) ?? 0 }));
    add("sides", data.sides.code, data.sides.name, count(data.contacts.sides));
    add("officials", data.officials.id, data.officials.name, count(data.contacts.officials));
    add("topics", data.topics.code, data.topics.name, count(data.contacts.topics));
    add("places", data.places.id, data.places.name, count(data.contacts.places));
    add("offices", data.offices.id, data.offices.name, count(data.offices.seats.map((seats) => seats.map((seat) => seat[0]))));
    const publishers = data.sources.publishers.filter(Boolean);
    add("publishers", publishers, publishers, new Map());
    this.entries.sort((one, other) => other.weight - one.weight || (one.found.name < other.found.name ? -1 : 1));
  }

  find(text: string, most = 12): Found[] {
    const words = folded(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return this.entries.filter((entry) => words.every((word) => entry.folded.includes(` ${word}`) || (word.length > 2 && entry.folded.includes(`-${word}`)))).slice(0, most).map((entry) => entry.found);
  }
}

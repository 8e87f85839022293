// Names in any script: folded to bare letters, found by the beginnings of their words.
import type { Overview } from "./data";
import type { Texts } from "./unpack";

export interface Found { what: "sides" | "officials" | "topics" | "publishers" | "places" | "offices"; key: string; name: string }

/** Without case and accents, so that "erdogan" finds "Erdoğan"; other scripts stay what they are. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replaceAll("ł", "l").replaceAll("ø", "o").replaceAll("đ", "d").replaceAll("ß", "ss");
}

export class Index {
  private entries: { folded: string; found: Found; weight: number }[] = [];

  constructor(data: Overview) {
    const add = (what: Found["what"], keys: Texts, names: string[], counts: ArrayLike<number>): void =>
      names.forEach((name, at) => this.entries.push({ folded: ` ${folded(name)} ${what === "sides" ? folded(keys.at(at)!) : ""}`, found: { what, key: keys.at(at)!, name }, weight: counts[at] ?? 0 }));
    add("sides", data.sides.code, data.sides.name, data.contacts.sides.tally(data.sides.name.length));
    add("officials", data.officials.id, data.officials.name, data.contacts.officials.tally(data.officials.name.length));
    add("topics", data.topics.code, data.topics.name, data.contacts.topics.tally(data.topics.name.length));
    add("places", data.places.id, data.places.name, data.contacts.places.tally(data.places.name.length));
    add("offices", data.offices.id, data.offices.name, data.offices.seats.office.tally(data.offices.name.length));
    const publishers = data.sources.publishers.filter(Boolean);
    add("publishers", publishers, publishers, []);
    this.entries.sort((one, other) => other.weight - one.weight || (one.found.name < other.found.name ? -1 : 1));
  }

  find(text: string, most = 12): Found[] {
    const words = folded(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return this.entries.filter((entry) => words.every((word) => entry.folded.includes(` ${word}`) || (word.length > 2 && entry.folded.includes(`-${word}`)))).slice(0, most).map((entry) => entry.found);
  }
}

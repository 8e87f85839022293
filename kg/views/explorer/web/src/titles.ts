// Titles that say no more than kind, sides and place are not in the page: they are made here, as titles.py makes them.
import type { Overview } from "./data";

const NAMED = 4;

export function titleOf(data: Overview, at: number): string {
  const { contacts, places } = data, told = contacts.title[at]!;
  if (told.startsWith("=")) return told.slice(1);
  const place = told === "+" ? places.name[contacts.places.of(at)[0]!] : undefined;
  return place === undefined ? usualTitle(data, at) : `${usualTitle(data, at)}, ${place}`;
}

function usualTitle({ contacts, kind_names: kinds, sides }: Overview, at: number): string {
  const names = [...contacts.sides.of(at)].sort((one, other) => (sides.code[one]! < sides.code[other]! ? -1 : 1)).map((side) => sides.name[side]!);
  const who = names.length > NAMED ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(" – ");
  return `${kinds[contacts.kind[at]!]!}: ${who || "sides not named"}`;
}

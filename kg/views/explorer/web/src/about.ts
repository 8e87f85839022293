// What the page is made of, and which keys it has.
import { many } from "./counting";
import type { Overview } from "./data";
import { make } from "./dom";
import { ISC, LICENCES } from "./licences";

const KEYS: [string, string][] = [
  ["/", "find a country, person, office, place, topic or publisher"], ["Ctrl+Z, Ctrl+Shift+Z", "undo and redo"], ["Escape", "close the contact"],
  ["arrow keys", "in a view: from mark to mark, the weightiest first"], ["Enter", "in a view: narrow to the mark, or open the contact"],
  ["+, −, 0", "in a view: nearer, farther, all"], ["Shift and arrow keys", "in a view: move it"],
];

export function aboutPage({ graph }: Overview): HTMLElement[] {
  return [
    make("p", {}, `Graph version ${graph.version}, schema ${graph.schema}: ${many(graph.contacts)} contacts of ${many(graph.sources)} sources. The page needs no internet and asks for nothing.`),
    make("h3", {}, "Keys"),
    make("dl", {}, ...KEYS.flatMap(([key, what]) => [make("dt", {}, key), make("dd", {}, what)])),
    make("h3", {}, "Made with"),
    make("ul", {}, ...LICENCES.map(([name, version, licence, whose]) => make("li", {}, [name, version, `(${licence})`, whose].filter(Boolean).join(" ")))),
    make("p", { class: "faint" }, `ISC: ${ISC}`),
    make("p", {}, "Outlines: Natural Earth, public domain. Colours of kinds: after Okabe and Ito. Where the reference data know the names and borders of a window's time, these are drawn; else today's. Neither takes a position."),
  ];
}

// One contact with all that is said of it: every claim with its words, its source and how sure the reading is.
import { rowOfContact, shownBy, type Overview } from "./data";
import { isoOf } from "./days";
import { linkTo, make } from "./dom";
import type { Claim, Evidence } from "./evidence";
import type { Selection } from "./select";
import { rowOf } from "./table";

const TENURE: Record<string, string> = { holds: "in office, say reference data", differs: "reference data say otherwise", unknown: "" };

/** Why that value is shown: the steps of the rule, as docs/explanation/claims-and-evidence.md has them. */
const REASONS: Record<string, string> = {
  person: "a person ranked it first", correction: "the later version of the text says it", standing: "a source of higher standing says it", voices: "more different texts say it",
  exactness: "it is the more exact", confidence: "it is the more certain reading", publication: "it was published later", text: "nothing else decides, so the order of the alphabet does", held: "held is shown before all else",
};

export function panelOf(data: Overview, evidence: Evidence, selection: Selection, at: number): HTMLElement[] {
  const row = rowOf(data, selection, at);
  const voices = data.contacts.voices[at]!;
  const facts = make("dl", {});
  const hosts = [...data.contacts.hosts.of(at)].map((each) => data.sides.name[each]).join("; ");
  const said: [string, string][] = [
    ["When", row.date || "no date is given"], ["What", row.kind], ["Status", row.status], ["Sides", row.sides], ["Host", hosts],
    ["Place", row.place], ["Topics", row.topics], ["Known since", Number.isNaN(data.contacts.known[at]) ? "" : isoOf(data.contacts.known[at]!)],
  ];
  for (const [name, text] of said) if (text) facts.append(make("dt", {}, name), make("dd", {}, text));
  return [
    make("h2", {}, row.title || row.kind),
    make("p", { class: voices === 1 ? "note single" : "note" }, voices === 1 ? "Rests on a single source." : `${voices} different texts tell of it.`),
    ...thenNote(data, at),
    facts,
    ...people(evidence, at),
    ...conflicts(data, evidence, at),
    ...history(data, evidence, at),
    ...claims(data, evidence, at),
    make("p", { class: "id" }, row.id),
  ];
}

/** Of what is shown no more: until when it was, and how it stands now. */
function thenNote(data: Overview, at: number): HTMLElement[] {
  const { contacts } = data, until = contacts.replaced[at]!;
  if (Number.isNaN(until)) return [];
  const now = rowOfContact(data, contacts.id.at(at)!, new Int32Array()), stands = shownBy(data, undefined)(now);
  const said = stands ? `now ${data.statuses[contacts.status[now]!]}, ${contacts.date.at(now) || "no date"}` : "it is no contact of its own now";
  return [make("p", { class: "note" }, `As the graph had it from ${isoOf(contacts.recorded[at]!)} until ${isoOf(until)}; ${said}.`)];
}

function people(evidence: Evidence, at: number): HTMLElement[] {
  const parts = evidence.parts(at);
  if (!parts.length) return [];
  const items = parts.map(({ name, capacity, side, tenure, note, count }) => {
    const who = name || (count > 1 ? `${count} unnamed` : "unnamed");
    const remark = note || TENURE[tenure] || "";
    return make("li", {}, make("strong", {}, who), [capacity, side].filter(Boolean).length ? ` – ${[capacity, side].filter(Boolean).join(", ")}` : "", remark ? make("span", { class: tenure === "differs" ? "differs" : "faint" }, ` (${remark})`) : null);
  });
  return [make("h3", {}, "Who"), make("ul", {}, ...items)];
}

/** Each conflict with its values beside each other: who says which, in which words, and which one is shown and why. */
function conflicts(data: Overview, evidence: Evidence, at: number): HTMLElement[] {
  const found = evidence.conflicts(at);
  if (!found.length) return [];
  const blocks = found.map(({ note, shown, because, between }) => {
    const values = new Map<string, Claim[]>();
    for (const claim of between) values.set(claim.value, [...(values.get(claim.value) ?? []), claim]);
    const sides = [...values].map(([value, told]) => make("div", { class: value === shown ? "shown" : "" }, make("strong", {}, value), ...told.slice(0, 4).map((claim) => saidBy(data, evidence, claim))));
    return make("section", { class: "conflict" }, make("p", {}, `${note}. `, make("span", { class: "faint" }, shown ? `Shown: ${shown}${REASONS[because] ? `, for ${REASONS[because]}` : ""}.` : "")), make("div", { class: "beside" }, ...sides));
  });
  return [make("h3", { class: "differs" }, "Sources disagree"), ...blocks];
}

function publisherOf({ sources }: Overview, source: number): string {
  return sources.publishers[sources.publisher[source] ?? -1] ?? "";
}

function saidBy(data: Overview, evidence: Evidence, { quote, source }: Claim): HTMLElement {
  const { published } = data.sources, { title, url } = evidence.sources, publisher = publisherOf(data, source);
  return make("div", {}, make("q", {}, quote), " ", linkTo(url[source] ?? "", [publisher || title[source] || "source", published.at(source)].filter(Boolean).join(", ")));
}

function history(data: Overview, evidence: Evidence, at: number): HTMLElement[] {
  const steps = evidence.claims(at).filter((claim) => claim.attribute === "status");
  const seen = new Set<string>();
  const items = steps
    .map((claim): [string, string] => [data.sources.published.at(claim.source) || "", claim.value])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .filter(([when, status]) => !seen.has(`${when} ${status}`) && seen.add(`${when} ${status}`))
    .map(([when, status]) => make("li", {}, `${when || "undated text"}: ${status}`));
  return items.length > 1 ? [make("h3", {}, "Status, as told over time"), make("ol", {}, ...items)] : [];
}

function claims(data: Overview, evidence: Evidence, at: number): HTMLElement[] {
  const bySource = new Map<number, Claim[]>();
  for (const claim of evidence.claims(at)) bySource.set(claim.source, [...(bySource.get(claim.source) ?? []), claim]);
  const blocks = [...bySource].sort(([a], [b]) => a - b).map(([source, told]) => sourceBlock(data, evidence, source, told));
  return [make("h3", {}, "According to whom"), ...blocks];
}

function sourceBlock(data: Overview, evidence: Evidence, source: number, told: Claim[]): HTMLElement {
  const { published } = data.sources, { title, url } = evidence.sources;
  const name = [publisherOf(data, source), published.at(source)].filter(Boolean).join(", ");
  const byQuote = new Map<string, Claim[]>();
  for (const claim of told) byQuote.set(claim.quote, [...(byQuote.get(claim.quote) ?? []), claim]);
  // The passages that say most come first: what a single word says is often part of them.
  const quotes = [...byQuote].sort(([one], [other]) => other.length - one.length || (one < other ? -1 : 1)).map(([quote, group]) =>
    make("div", { class: "said" },
      make("blockquote", {}, quote),
      make("ul", { class: "claims" }, ...group.map(({ attribute, value, sure, stance }) =>
        make("li", {}, make("span", { class: "attribute" }, attribute), ` ${value} `, make("span", { class: "faint" }, `${Math.round(sure * 100)} %${stance && stance !== "asserts" ? `, ${stance}` : ""}`))))));
  return make("section", { class: "source" }, make("h4", {}, linkTo(url[source] ?? "", title[source] || name || "source"), title[source] && name ? make("span", { class: "faint" }, ` ${name}`) : null), ...quotes);
}

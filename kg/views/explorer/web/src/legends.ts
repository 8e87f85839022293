// The legends of the drawn views, each for what is drawn just now.
import { kindsWithColour, kindColour, TOPIC, VENUE, type Theme } from "./theme";
import { unionsOf } from "./borders";
import { balanceRows, balances, withoutHost } from "./balance";
import { many } from "./counting";
import type { Overview } from "./data";
import { isoOf } from "./days";
import { box, dot, line, words, type Entry } from "./legend";
import type { Link, Net } from "./links";
import { withoutPlace } from "./map";
import { WIDEST } from "./network";
import type { Rows } from "./rows";
import type { Selection } from "./select";
import type { Split } from "./split";
import type { Filter } from "./state";
import type { Scale } from "./time";

const contacts = (count: number): string => `${many(count)} ${count === 1 ? "contact" : "contacts"}`;

export function networkLegend(net: Net, filter: Filter, theme: Theme, split: Split | undefined): Entry[] {
  const links = [...net.links.values()];
  if (filter.level === "contacts") return ladderLegend(net, links, theme);
  const entries = split ? splitLegend(split, theme) : widthLegend(links, theme);
  if (links.some((each) => each.single)) entries.push(line(2, split ? theme.faint : theme.accent, "each from one source", [5, 4]));
  if (links.some((each) => each.disputed)) entries.push(dot(2.5, theme.alarm, "sources disagree"));
  if ([...net.nodes.values()].some((each) => each.kind === "contact")) entries.push(box({ fill: theme.background, stroke: theme.ink }, "a contact of more than six sides"));
  if (net.left) entries.push(words(`The ${many(net.nodes.size)} with most contacts are drawn, ${many(net.left)} are not.`));
  return entries;
}

function ladderLegend(net: Net, links: Link[], theme: Theme): Entry[] {
  const drawn = [...net.nodes.values()].filter((each) => each.kind === "contact").length;
  return [
    box({ fill: theme.accent }, "a contact, coloured by kind, latest below"), line(1, theme.accent, "took part"), line(1, TOPIC, "was about"),
    ...(links.some((each) => each.single) ? [line(1, theme.faint, "from one source", [4, 3])] : []),
    ...(links.some((each) => each.disputed) ? [box({ fill: theme.alarm }, "sources disagree")] : []),
    ...(links.some((each) => !each.held) ? [box({ stroke: theme.ink }, "not held")] : []),
    ...(net.left ? [words(`The latest ${many(drawn)} contacts are drawn, ${many(net.left)} earlier ones are in the table: narrow the window.`)] : []),
  ];
}

function splitLegend(split: Split, theme: Theme): Entry[] {
  return [
    line(5, theme.more, `more often after ${isoOf(split.day)}`), line(5, theme.fewer, "less often"),
    words(`width: change a year, over ${split.before.toFixed(1)} years before and ${split.after.toFixed(1)} after`),
  ];
}

/** How many contacts a width stands for, in the colour that most lines have. */
function widthLegend(links: Link[], theme: Theme): Entry[] {
  const most = links.reduce((top, each) => Math.max(top, each.count), 0), middle = Math.round(most / 4);
  const held = links.some((each) => each.held), colour = held ? theme.accent : theme.faint;
  const wide = (count: number): number => 0.6 + 7 * Math.sqrt(count / Math.max(WIDEST, most));
  return [
    ...(most ? [line(wide(1), colour, "1 contact")] : []), ...(middle > 1 ? [line(wide(middle), colour, many(middle))] : []), ...(most > 1 ? [line(wide(most), colour, many(most))] : []),
    ...(links.some((each) => !each.held) ? [line(2, theme.faint, "none was held")] : []),
  ];
}

export function lanesLegend({ unit }: Scale, { seatless }: Rows, data: Overview, selection: Selection, filter: Filter, theme: Theme): Entry[] {
  const kinds = new Set<number>(), { kind: kindOf, earliest, latest, conflicts } = data.contacts;
  for (const at of selection.shown) kinds.add(kindOf[at]!);
  const entries = kindsWithColour().flatMap((name): Entry[] => {
    const kind = data.kinds.indexOf(name);
    return kinds.has(kind) ? [box({ fill: kindColour(data, kind) }, name)] : [];
  });
  const rest = [...kinds].find((kind) => !kindsWithColour().includes(data.kinds[kind]!));
  if (rest !== undefined) entries.push(box({ fill: kindColour(data, rest) }, "other kinds"));
  if (selection.shown.some((at) => latest[at]! > earliest[at]!)) entries.push(box({ fill: theme.accent, alpha: 0.45, stroke: theme.accent }, "as wide as its date is vague"));
  if (!allHeld(data, selection)) entries.push(box({ stroke: theme.ink }, "not held"));
  if (filter.only === "disputed") entries.push(words("On each of them sources disagree."));
  else if (selection.shown.some((at) => conflicts.many(at) > 0)) entries.push(box({ fill: theme.alarm }, "sources disagree"));
  entries.push(words(`Bars: contacts a ${unit}, pale where a date spans several.`));
  if (filter.only) entries.push(words("Beside a name: how many of all it has."));
  if (filter.lanes === "offices") entries.push(words("Below the marks of an office: who held it."));
  if (seatless) entries.push(words(`In no pair, for more than six sides: ${contacts(seatless)}.`));
  return entries;
}

export function mapLegend(data: Overview, selection: Selection, filter: Filter, theme: Theme, height: number): Entry[] {
  if (filter.map === "balance") {
    const missing = withoutHost(data, selection), more = balances(data, selection).length - balanceRows(height);
    return [
      box({ fill: VENUE }, "hosted it, or it was there"), box({ fill: theme.accent }, "went elsewhere for it"),
      ...(missing ? [words(`Neither host nor place is known: ${contacts(missing)}.`)] : []), ...(more > 0 ? [words(`${many(more)} more countries are not drawn.`)] : []),
    ];
  }
  const missing = withoutPlace(data, selection), unions = unionsOf(filter).map((each) => each.name);
  const held = allHeld(data, selection);
  return [
    dot(4, VENUE, held ? "where contacts were" : "where contacts were, or were to be"),
    line(3, theme.accent, `${held ? "who went there" : "who went there, or was to go"}: from their capital, wide at the end`),
    ...(missing ? [words(`Without a known place: ${contacts(missing)}.`)] : []),
    words(unions.length ? `Borders of the window for ${unions.join(", ")}, else today's; they take no position.` : "Borders are today's and take no position."),
  ];
}

function allHeld(data: Overview, { shown }: Selection): boolean {
  const held = data.statuses.indexOf("held"), { status } = data.contacts;
  return shown.every((at) => status[at] === held);
}

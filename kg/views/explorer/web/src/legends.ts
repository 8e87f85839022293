// The legends of the drawn views, each for what is drawn just now.
import { kindsWithColour, kindColour, TOPIC, VENUE, type Theme } from "./theme";
import { unionsOf } from "./borders";
import { balanceRows, balances, withoutHost } from "./balance";
import { many } from "./counting";
import type { Overview } from "./data";
import { isoOf } from "./days";
import { box, dot, line, words, type Entry } from "./legend";
import type { Net } from "./links";
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
  const entries: Entry[] = [];
  if (filter.level === "contacts") {
    entries.push(box({ fill: theme.accent }, "a contact, coloured by kind, latest below"), line(1, theme.accent, "took part"), line(1, TOPIC, "was about"));
    if (net.left) entries.push(words(`The latest ${many(net.nodes.size ? [...net.nodes.values()].filter((each) => each.kind === "contact").length : 0)} contacts are drawn, ${many(net.left)} earlier ones are in the table: narrow the window.`));
    return entries;
  }
  const most = Math.max(1, ...links.map((each) => each.count));
  if (split) entries.push(line(5, theme.more, `more often after ${isoOf(split.day)}`), line(5, theme.fewer, "less often"), words(`width: change a year, over ${split.before.toFixed(1)} years before and ${split.after.toFixed(1)} after`));
  else {
    const middle = Math.round(most / 4), wide = (count: number): number => 0.6 + 7 * Math.sqrt(count / Math.max(WIDEST, most));
    entries.push(line(wide(1), theme.accent, "1 contact"));
    if (middle > 1) entries.push(line(wide(middle), theme.accent, many(middle)));
    if (most > 1) entries.push(line(wide(most), theme.accent, many(most)));
    if (links.some((each) => !each.held)) entries.push(line(2, theme.faint, "none was held"));
  }
  if (links.some((each) => each.single)) entries.push(line(2, split ? theme.faint : theme.accent, "each from one source", [5, 4]));
  if (links.some((each) => each.disputed)) entries.push(dot(2.5, theme.alarm, "sources disagree"));
  if ([...net.nodes.values()].some((each) => each.kind === "contact")) entries.push(box({ fill: theme.background, stroke: theme.ink }, "a contact of more than six sides"));
  if (net.left) entries.push(words(`The ${many(net.nodes.size)} with most contacts are drawn, ${many(net.left)} are not.`));
  return entries;
}

export function lanesLegend({ unit }: Scale, { seatless }: Rows, data: Overview, selection: Selection, filter: Filter, theme: Theme): Entry[] {
  const kinds = new Set(selection.shown.map((at) => data.contacts.kind[at]!));
  const entries = kindsWithColour().flatMap((name): Entry[] => {
    const kind = data.kinds.indexOf(name);
    return kinds.has(kind) ? [box({ fill: kindColour(data, kind) }, name)] : [];
  });
  const rest = [...kinds].find((kind) => !kindsWithColour().includes(data.kinds[kind]!));
  if (rest !== undefined) entries.push(box({ fill: kindColour(data, rest) }, "other kinds"));
  entries.push(box({ fill: theme.accent, alpha: 0.45, stroke: theme.accent }, "as wide as its date is vague"));
  if (selection.shown.some((at) => data.statuses[data.contacts.status[at]!] !== "held")) entries.push(box({ stroke: theme.ink }, "not held"));
  if (filter.only === "disputed") entries.push(words("On each of them sources disagree."));
  else if (selection.shown.some((at) => data.contacts.conflicts[at]! > 0)) entries.push(box({ fill: theme.alarm }, "sources disagree"));
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
  return [
    dot(4, VENUE, "where contacts were"), line(3, theme.accent, "who went there: from their capital, wide at the end"),
    ...(missing ? [words(`Without a known place: ${contacts(missing)}.`)] : []),
    words(unions.length ? `Borders of the window for ${unions.join(", ")}, else today's; they take no position.` : "Borders are today's and take no position."),
  ];
}

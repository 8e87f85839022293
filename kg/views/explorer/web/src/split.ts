// Before and after a day: how often, a year, on either side of it.
import type { Overview } from "./data";
import { isoOf, spanOf } from "./days";
import type { Selection } from "./select";
import type { Filter } from "./state";
import { usualSpan } from "./time";

export interface Split { day: number; before: number; after: number }
/** Of the contacts shown: certainly before, certainly after, and those of which it cannot be said. */
interface SplitCounts { before: number; after: number; unsure: number }

/** The day and the years that lie before and after it in what is shown; nothing where the filter names none. */
export function splitOf(data: Overview, selection: Selection, filter: Filter): Split | undefined {
  const day = spanOf(filter.split)?.[0];
  if (day === undefined) return undefined;
  const [first, last] = usualSpan(data, selection, filter);
  return { day, before: Math.max(0.05, (day - first) / 365.25), after: Math.max(0.05, (last + 1 - day) / 365.25) };
}

/** How many more a year after it than before; below nothing for fewer. */
export function change(split: Split, link: { before: number; after: number }): number {
  return link.after / split.after - link.before / split.before;
}

export function countSplit(data: Overview, selection: Selection, day: number): SplitCounts {
  const found: SplitCounts = { before: 0, after: 0, unsure: 0 };
  for (const at of selection.shown) {
    if (data.contacts.latest[at]! < day) found.before++;
    else if (data.contacts.earliest[at]! >= day) found.after++;
    else found.unsure++;
  }
  return found;
}

export function splitWords(split: Split, link: { before: number; after: number }): string {
  const rate = (count: number, years: number): string => `${count} (${(count / years).toFixed(1)} a year)`;
  return `before ${isoOf(split.day)} ${rate(link.before, split.before)}, after ${rate(link.after, split.after)}`;
}

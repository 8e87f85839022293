// States that were one and are several today, so that an old window has the borders of its time: today's outlines by
// their ISO 3166 numbers, and the days on which they became one and parted.
import { dayOf } from "./days";
import { windowOf } from "./select";
import type { Filter } from "./state";

interface Union { name: string; members: string[]; first: number; last: number }

const SOVIET = ["643", "804", "112", "860", "398", "268", "031", "440", "498", "428", "417", "762", "051", "795", "233"];
const ROWS: [name: string, members: string[], first: string, last: string][] = [
  ["Soviet Union", SOVIET, "1945-09-02", "1991-12-25"],
  // Kosovo has no number; in the outlines it is "undefined".
  ["Yugoslavia", ["688", "undefined", "499", "191", "070", "705", "807"], "1945-11-29", "1991-06-24"],
  ["Serbia and Montenegro", ["688", "undefined", "499"], "1992-04-27", "2006-06-02"],
  ["Czechoslovakia", ["203", "703"], "1945-05-09", "1992-12-31"],
  ["Sudan", ["729", "728"], "1956-01-01", "2011-07-08"],
  ["Ethiopia", ["231", "232"], "1952-09-15", "1993-05-23"],
  ["Pakistan", ["586", "050"], "1947-08-14", "1971-03-25"],
  ["Indonesia", ["360", "626"], "1976-07-17", "2002-05-19"],
];
const UNIONS: Union[] = ROWS.map(([name, members, first, last]) => ({ name, members, first: dayOf(first), last: dayOf(last) }));

/** Those that were one in the whole window. */
export function unionsOf(filter: Filter): Union[] {
  const [since, until] = windowOf(filter);
  return UNIONS.filter((each) => each.first <= since && until <= each.last);
}

// The one filter that all views share. It stands in the page's address, so that a view can be cited and opened again.

export type Level = "sides" | "officials" | "topics" | "contacts";
export type Lanes = "sides" | "pairs" | "officials" | "offices" | "topics";
/** Which of the views fills the page, or none. */
export type View = "" | "network" | "map" | "lanes" | "table";

export interface Filter {
  /** Window of what happened: a year, month or day each, or empty. */
  since: string; until: string;
  /** Whether contacts that only may lie in the window are shown. */
  certainty: "possible" | "certain";
  /** Any of these; empty means all. */
  kinds: string[]; statuses: string[]; topics: string[]; publishers: string[]; places: string[]; offices: string[];
  /** All of these. */
  sides: string[]; officials: string[];
  /** "single": one source only; "disputed": sources disagree. */
  only: "" | "single" | "disputed";
  /** What the graph had recorded by this day, or empty. */
  known: string;
  /** What some source had published by this day, or empty. */
  told: string;
  /** A day: how contacts changed from before to after it; or empty. */
  split: string;
  level: Level; lanes: Lanes; map: "travel" | "balance"; view: View;
  /** The contact that is open, by id. */
  open: string;
}

export const USUAL: Readonly<Filter> = {
  since: "", until: "", certainty: "possible", kinds: [], statuses: ["held"], topics: [], publishers: [], places: [], offices: [],
  sides: [], officials: [], only: "", known: "", told: "", split: "", level: "sides", lanes: "sides", map: "travel", view: "", open: "",
};

const LISTS = ["kinds", "statuses", "topics", "publishers", "places", "offices", "sides", "officials"] as const;
const CHOICES: Partial<Record<keyof Filter, readonly string[]>> = {
  certainty: ["possible", "certain"], only: ["", "single", "disputed"],
  level: ["sides", "officials", "topics", "contacts"], lanes: ["sides", "pairs", "officials", "offices", "topics"],
  map: ["travel", "balance"], view: ["", "network", "map", "lanes", "table"],
};

/** The filter as the part of an address after "#"; what is usual is left out. */
export function toAddress(filter: Filter): string {
  const said = new URLSearchParams();
  for (const key of Object.keys(USUAL) as (keyof Filter)[]) {
    const value = filter[key];
    if (Array.isArray(value)) {
      if (value.join("\n") !== (USUAL[key] as string[]).join("\n")) {
        if (value.length === 0) said.append(key, "");
        for (const one of value) said.append(key, one);
      }
    } else if (value !== USUAL[key]) said.set(key, value);
  }
  return said.toString();
}

/** The filter of an address. What it does not know it leaves as usual: an address is input like any other. */
export function fromAddress(text: string): Filter {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  const filter: Filter = structuredClone(USUAL) as Filter;
  const loose = filter as unknown as Record<string, string | string[]>;
  for (const key of Object.keys(USUAL) as (keyof Filter)[]) {
    if (!said.has(key)) continue;
    if ((LISTS as readonly string[]).includes(key)) loose[key] = said.getAll(key).filter((one) => one !== "");
    else {
      const value = said.get(key) ?? "";
      if (CHOICES[key] === undefined || CHOICES[key].includes(value)) loose[key] = value;
    }
  }
  return filter;
}

/** Where the reader has been, for undo and redo. */
export class Trail {
  private past: string[] = [];
  private future: string[] = [];
  constructor(private now: string) {}

  push(next: string): void {
    if (next === this.now) return;
    this.past.push(this.now);
    this.now = next;
    this.future = [];
  }
  undo(): string | undefined { return this.step(this.past, this.future); }
  redo(): string | undefined { return this.step(this.future, this.past); }
  get canUndo(): boolean { return this.past.length > 0; }
  get canRedo(): boolean { return this.future.length > 0; }

  private step(from: string[], to: string[]): string | undefined {
    const next = from.pop();
    if (next === undefined) return undefined;
    to.push(this.now);
    this.now = next;
    return next;
  }
}

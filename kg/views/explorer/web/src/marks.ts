// The marks in a lane: each contact where it lies, a vague date as the span it is. There are thousands of them, so what a
// mark is called and says is made when somebody asks.
import type { Overview } from "./data";
import type { Selection } from "./select";
import { kindColour, type Theme } from "./theme";
import type { Scale } from "./time";
import { titleOf } from "./titles";

/** What a kind and a status look like; `alarm` is for those on which sources disagree, nothing where that is all of them. */
interface Looks { colours: string[]; held: boolean[]; alarm: string | undefined }
/** Where marks stand. */
interface Lane { data: Overview; selection: Selection; scale: Scale; looks: Looks; y: number; h: number }

export function looksIn(data: Overview, theme: Theme, allDisputed: boolean): Looks {
  return { colours: data.kinds.map((_, each) => kindColour(data, each)), held: data.statuses.map((each) => each === "held"), alarm: allDisputed ? undefined : theme.alarm };
}

export function marksOf(members: number[], lane: Lane): Mark[] {
  const { scale } = lane, { earliest, latest, kind, status, conflicts } = lane.data.contacts, { colours, held, alarm } = lane.looks;
  const left = scale.x(scale.first), right = scale.x(scale.last + 1), marks: Mark[] = [], here = new Map<number, Mark>();
  let pixel = -1;
  for (const at of members) {
    const from = earliest[at]!, to = latest[at]!;
    if (!(to >= scale.first && from <= scale.last)) continue;
    const x = Math.max(scale.x(from), left), w = Math.max(3, Math.min(scale.x(to + 1), right) - x);
    const disputed = alarm !== undefined && conflicts.many(at) > 0, sure = held[status[at]!]!;
    // Marks of one look on one pixel are one mark, which says how many it stands for. They come from left to right.
    if (Math.round(x) !== pixel) here.clear();
    pixel = Math.round(x);
    const look = Math.round(w) * 64 + (disputed ? colours.length : kind[at]!) * 2 + Number(sure), there = here.get(look);
    if (there) { there.many++; continue; }
    const mark = new Mark(lane, at, x, w, disputed ? alarm : colours[kind[at]!]!, sure, to > from || lane.selection.vague[at] === 1);
    here.set(look, mark);
    marks.push(mark);
  }
  return marks;
}

class Mark {
  readonly is = "box";
  readonly y: number;
  readonly h: number;
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly alpha: number | undefined;
  many = 1;

  constructor(private lane: Lane, private at: number, readonly x: number, readonly w: number, colour: string, held: boolean, vague: boolean) {
    this.y = lane.y;
    this.h = lane.h;
    this.fill = held ? colour : undefined;
    this.stroke = held && !vague ? undefined : colour;
    this.alpha = held && vague ? 0.45 : undefined;
  }

  get ref(): string {
    return `contact ${this.at}`;
  }

  get tip(): () => string {
    return () => this.words();
  }

  private words(): string {
    if (this.many > 1) return `${this.many} contacts lie here; zoom in for each`;
    const { data } = this.lane, { date, status } = data.contacts;
    return `${date.at(this.at)}  ${titleOf(data, this.at)} (${data.statuses[status[this.at]!]})`;
  }
}

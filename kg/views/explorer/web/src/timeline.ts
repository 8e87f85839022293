// The lanes as a view: which span of time they show, and how wheel, keys, buttons and a drag change that or the filter.
import { brushing } from "./brush";
import type { Overview } from "./data";
import { isoOf } from "./days";
import { find, make } from "./dom";
import { HEAD, laneChart, laneScale, type LaneChart, type Port } from "./lanes";
import type { Entry } from "./legend";
import { lanesLegend } from "./legends";
import { rowsOf, type Rows } from "./rows";
import type { Selection } from "./select";
import type { Shape } from "./shapes";
import type { Filter } from "./state";
import type { Theme } from "./theme";
import { usualSpan, wholeSpan, zoomed, type Span } from "./time";

/** What all views show just now. */
export interface Seen { data: Overview; selection: Selection; filter: Filter; theme: Theme }

export class Timeline {
  /** Whether a drag just ended. */
  readonly dragged: () => boolean;
  private span: Span | undefined;
  private kept: Rows | undefined;
  private chart: LaneChart | undefined;

  constructor(private canvas: HTMLCanvasElement, private seen: () => Seen, private redraw: () => void, choose: (window: { since: string; until: string }) => void) {
    this.dragged = brushing(canvas, () => seen().theme.accent, (left, right) => {
      const { scale } = this.chart!;
      choose({ since: isoOf(Math.max(scale.first, scale.dayAt(left))), until: isoOf(Math.min(scale.last, scale.dayAt(right))) });
    });
    this.listen();
  }

  /** Something else is shown; with another window the span that was looked at is left. */
  renew(otherWindow: boolean): void {
    this.kept = undefined;
    if (otherWindow) this.span = undefined;
  }

  shapes(port: Port): Shape[] {
    const { data, selection, filter, theme } = this.seen();
    this.chart = laneChart(data, selection, filter, theme, this.rows, this.now, port);
    find("lanes-space").style.height = `${Math.max(port.height, this.chart.height)}px`;
    this.canvas.style.height = `${port.height}px`;
    return this.chart.shapes;
  }

  legend(width: number): Entry[] {
    const { data, selection, filter, theme } = this.seen();
    return lanesLegend(laneScale(this.now, width), this.rows, data, selection, filter, theme);
  }

  get words(): string {
    return `Contacts over time in ${this.rows.rows.length} lanes`;
  }

  /** Enlarges time by a factor about the middle or a day; 0 shows all there is, or the usual span if that is shown. */
  zoom(factor: number, about?: number): void {
    const { data, selection } = this.seen(), [first, last] = this.now;
    if (factor) this.span = zoomed([first, last], factor, about ?? (first + last) / 2);
    else this.span = this.span ? undefined : wholeSpan(data, selection);
    this.redraw();
  }

  private get rows(): Rows {
    const { data, selection, filter } = this.seen();
    return (this.kept ??= rowsOf(data, selection, filter));
  }

  private get now(): Span {
    const { data, selection, filter } = this.seen();
    return this.span ?? usualSpan(data, selection, filter);
  }

  private move(share: number): void {
    const [first, last] = this.now, step = Math.sign(share) * Math.ceil((last - first) * Math.abs(share));
    this.span = [first + step, last + step];
    this.redraw();
  }

  private listen(): void {
    const button = (text: string, title: string, factor: number): HTMLElement => make("button", { type: "button", title, "aria-label": title, click: () => this.zoom(factor) }, text);
    find("lanes-controls").append(button("−", "Show more time", 1 / 2), button("+", "Show less time", 2), button("all", "All of the time, or the usual span", 0));
    // On the bars a wheel zooms; on the lanes it scrolls them, as wheels do, unless Ctrl is held.
    this.canvas.addEventListener("wheel", (event) => {
      if (!this.chart || (event.offsetY > HEAD && !event.ctrlKey)) return;
      event.preventDefault();
      this.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 250), this.chart.scale.dayAt(event.offsetX));
    }, { passive: false });
    this.canvas.addEventListener("keydown", (event) => {
      if (event.key === "+" || event.key === "=") this.zoom(2);
      else if (event.key === "-") this.zoom(1 / 2);
      else if (event.key === "0") this.zoom(0);
      else if (event.shiftKey && event.key === "ArrowLeft") this.move(-1 / 5);
      else if (event.shiftKey && event.key === "ArrowRight") this.move(1 / 5);
      else return;
      event.preventDefault();
    });
  }
}

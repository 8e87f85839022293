// The three drawn views: they share what is pointed at and what a click does to the filter.
import { balanceShapes } from "./balance";
import { Camera } from "./camera";
import type { Overview } from "./data";
import { isoOf } from "./days";
import { find, make } from "./dom";
import { ringAround, walkByKeys } from "./keys";
import { ladderShapes } from "./ladder";
import { laneChart, laneScale, type LaneChart, type Port } from "./lanes";
import { showLegend, type Entry } from "./legend";
import { lanesLegend, mapLegend, networkLegend } from "./legends";
import { netOf, type Net } from "./links";
import { mapShapes } from "./map";
import { Motion } from "./motion";
import { narrowed } from "./narrow";
import { networkShapes, type Scene } from "./network";
import { rowsOf, type Rows } from "./rows";
import type { Selection } from "./select";
import { paint, type Room } from "./paint";
import { hit, tipOf, type Shape } from "./shapes";
import { splitOf } from "./split";
import type { Filter } from "./state";
import { themeOf, type Theme } from "./theme";
import { usualSpan, zoomed, type Span } from "./time";

export type Name = "network" | "map" | "lanes";
export const NAMES = ["network", "map", "lanes"] as const;
/** What is drawn just now, for whoever saves it. */
export interface Drawn { name: Name; shapes: Shape[]; width: number; height: number; legend: Entry[]; theme: Theme }

const LEVELS: [string, string][] = [["sides", "countries"], ["officials", "people"], ["topics", "topics"], ["contacts", "each contact"]];
const LANES: [string, string][] = [["sides", "by country"], ["pairs", "by pair"], ["officials", "by person"], ["offices", "by office"], ["topics", "by topic"]];
const MAPS: [string, string][] = [["travel", "venues and travel"], ["balance", "who hosts, who travels"]];
const BARS = 72, NOWHERE: Room = { width: 0, height: 0 };

export class Charts {
  private theme: Theme = themeOf(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  private shapes: Record<Name, Shape[]> = { network: [], map: [], lanes: [] };
  private legend: Record<Name, Entry[]> = { network: [], map: [], lanes: [] };
  private cameras = { network: new Camera(), map: new Camera() };
  private motions: Record<"network" | "map", Motion>;
  private net: Net = { nodes: new Map(), links: new Map(), left: 0 };
  private chart: LaneChart | undefined;
  private rows: Rows | undefined;
  /** What each was drawn in. */
  private rooms: Record<Name, Room> = { network: NOWHERE, map: NOWHERE, lanes: NOWHERE };
  private filter!: Filter;
  private selection!: Selection;
  private brush: { from: number; to: number } | undefined;
  private time: Span | undefined;

  constructor(private data: Overview, private change: (change: Partial<Filter>) => void, private open: (at: number) => void) {
    document.documentElement.dataset["theme"] = this.theme.name;
    this.choose("network-controls", "level", "Level of detail", LEVELS);
    this.choose("lanes-controls", "lanes", "Lanes", LANES);
    this.choose("map-controls", "map", "Map", MAPS);
    this.motions = { network: new Motion(this.canvas("network"), this.cameras.network, () => this.redraw("network")), map: new Motion(this.canvas("map"), this.cameras.map, () => this.redraw("map")) };
    const seen = (name: "network" | "map"): (() => boolean) => this.cameras[name].attach(this.canvas(name), () => this.motions[name].moved(this.theme.background));
    const dragged = { network: seen("network"), map: seen("map"), lanes: () => this.brush !== undefined };
    for (const name of NAMES) this.listen(name, dragged[name]);
    this.brushing(this.canvas("lanes"));
    this.zooming(this.canvas("lanes"));
    find("lanes-scroll").addEventListener("scroll", () => requestAnimationFrame(() => this.redraw("lanes")));
  }

  show(selection: Selection, filter: Filter): void {
    const was = this.filter;
    if (was && (was.since !== filter.since || was.until !== filter.until)) this.time = undefined;
    if (was && (was.level !== filter.level || was.sides.join() !== filter.sides.join() || was.officials.join() !== filter.officials.join())) this.cameras.network.reset();
    if (was && was.lanes !== filter.lanes) find("lanes-scroll").scrollTop = 0;
    if (was && was.map !== filter.map) this.cameras.map.reset();
    [this.filter, this.selection] = [filter, selection];
    this.net = netOf(this.data, selection, filter);
    for (const name of ["level", "lanes", "map"] as const) find<HTMLSelectElement>(`choose-${name}`).value = filter[name];
    this.rows = undefined;
    // Words first: a legend of another height leaves a view another room.
    this.tellNetwork();
    this.tellMap();
    this.tellLanes(this.room("lanes").width);
    this.redraw(...NAMES);
  }

  /** Draws anew what has another size than when it was drawn: the window, a legend or the panel changed it. */
  resize(): void {
    const stale = (name: Name): boolean => { const room = this.room(name), was = this.rooms[name]; return room.width !== was.width || room.height !== was.height; };
    this.redraw(...NAMES.filter(stale));
  }

  counts(): { nodes: number; links: number } {
    return { nodes: this.net.nodes.size, links: this.net.links.size };
  }

  switchTheme(then: () => void): void {
    this.theme = themeOf(this.theme.name === "dark" ? "light" : "dark");
    document.documentElement.dataset["theme"] = this.theme.name;
    then();
  }

  /** Those that can be seen. */
  drawn(): Drawn[] {
    return NAMES.map((name) => ({ name, shapes: this.shapes[name], width: this.canvas(name).clientWidth, height: this.canvas(name).clientHeight, legend: this.legend[name], theme: this.theme })).filter((each) => each.width > 0);
  }

  private canvas(name: Name): HTMLCanvasElement {
    return find<HTMLCanvasElement>(name);
  }

  private room(name: Name): Room {
    const box = this.canvas(name).closest<HTMLElement>(".chart")!;
    return { width: box.clientWidth, height: box.clientHeight };
  }

  private scene(name: "network" | "map", room: Room): Scene {
    const { data, filter, theme, selection } = this;
    return { data, shown: selection.shown, filter, theme, camera: this.cameras[name], ...room, split: splitOf(data, selection, filter) };
  }

  /** All are measured before any is drawn: where a canvas gets another size, the page is laid out again before the next measure. */
  private redraw(...names: Name[]): void {
    const top = find("lanes-scroll").scrollTop;
    for (const name of names) this.rooms[name] = this.room(name);
    for (const name of names) {
      const room = this.rooms[name];
      if (!room.width || !room.height) continue;
      if (name === "network") this.drawNetwork(room);
      else if (name === "map") this.drawMap(room);
      else this.drawLanes({ ...room, top });
    }
  }

  private drawNetwork(room: Room): void {
    const scene = this.scene("network", room);
    this.draw("network", this.filter.level === "contacts" ? ladderShapes(this.net, scene) : networkShapes(this.net, scene));
    this.motions.network.painted(this.shapes.network);
  }

  private drawMap(room: Room): void {
    const scene = this.scene("map", room), balance = this.filter.map === "balance";
    this.draw("map", balance ? balanceShapes(this.selection, scene) : mapShapes(this.selection, scene));
    this.motions.map.painted(this.shapes.map);
    if (balance) this.tellMap();
  }

  private drawLanes(port: Port): void {
    const { data, selection, filter, theme } = this;
    this.rows ??= rowsOf(data, selection, filter);
    this.chart = laneChart(data, selection, filter, theme, this.rows, this.time ?? usualSpan(data, selection, filter), port);
    find("lanes-space").style.height = `${Math.max(port.height, this.chart.height)}px`;
    this.canvas("lanes").style.height = `${port.height}px`;
    this.draw("lanes", this.chart.shapes);
    this.tellLanes(port.width);
  }

  private tellNetwork(): void {
    const { nodes, links } = this.net;
    this.tell("network", networkLegend(this.net, this.filter, this.theme, splitOf(this.data, this.selection, this.filter)), `Network of ${nodes.size} nodes and ${links.size} links`);
  }

  private tellMap(): void {
    const balance = this.filter.map === "balance", height = balance ? this.room("map").height : 0;
    this.tell("map", mapLegend(this.data, this.selection, this.filter, this.theme, height), balance ? "Who hosts and who travels" : "Map of venues and travel");
  }

  private tellLanes(width: number): void {
    const { data, selection, filter, theme } = this;
    this.rows ??= rowsOf(data, selection, filter);
    const scale = laneScale(this.time ?? usualSpan(data, selection, filter), width);
    this.tell("lanes", lanesLegend(scale, this.rows, data, selection, filter, theme), `Contacts over time in ${this.rows.rows.length} lanes`);
  }

  private draw(name: Name, shapes: Shape[]): void {
    this.shapes[name] = shapes;
    paint(this.canvas(name), shapes, this.theme.background, this.rooms[name]);
  }

  private tell(name: Name, legend: Entry[], what: string): void {
    const same = JSON.stringify(legend) === JSON.stringify(this.legend[name]);
    this.legend[name] = legend;
    if (!same) showLegend(find(`${name}-legend`), legend);
    this.canvas(name).setAttribute("aria-label", `${what}. Arrow keys go from mark to mark, Enter narrows or opens, plus and minus zoom. The table has the same contacts.`);
  }

  private choose(where: string, name: "level" | "lanes" | "map", words: string, options: [string, string][]): void {
    const box = make("select", { id: `choose-${name}`, "aria-label": words }, ...options.map(([value, text]) => make("option", { value }, text)));
    box.addEventListener("change", () => this.change({ [name]: box.value } as Partial<Filter>));
    find(where).prepend(box);
  }

  private listen(name: Name, dragged: () => boolean): void {
    const canvas = this.canvas(name), tip = find("tip");
    const at = (event: MouseEvent): Shape | undefined => hit(this.shapes[name], event.offsetX, event.offsetY);
    canvas.addEventListener("mousemove", (event) => {
      const shape = event.buttons ? undefined : at(event);
      canvas.style.cursor = shape ? "pointer" : name === "lanes" ? "crosshair" : "grab";
      tip.hidden = !shape?.tip;
      tip.textContent = shape ? tipOf(shape) : "";
      tip.style.left = `${Math.min(event.clientX + 12, window.innerWidth - 280)}px`;
      tip.style.top = `${event.clientY + 14}px`;
    });
    canvas.addEventListener("mouseleave", () => (tip.hidden = true));
    canvas.addEventListener("click", (event) => { const shape = at(event); if (shape?.ref && !dragged()) this.follow(shape.ref); });
    const ring = (mark: Shape | undefined): void => paint(canvas, mark ? [...this.shapes[name], ringAround(mark, this.theme.alarm)] : this.shapes[name], this.theme.background, this.rooms[name]);
    walkByKeys(canvas, () => this.shapes[name], ring, (ref) => this.follow(ref));
  }

  /** A click narrows the filter to what was clicked, or opens the contact. */
  private follow(ref: string): void {
    const [what, ...keys] = ref.split(" ");
    if (what === "contact") return this.open(Number(keys[0]));
    if (what === "time") return this.change({ since: keys[0]!, until: keys[0]! });
    if (what === "all") return this.zoom(0);
    const contact = keys.find((key) => key.startsWith("contact-"));
    if (contact) return this.open(Number(contact.slice("contact-".length)));
    this.change(narrowed(this.data, this.filter, what!, keys));
  }

  /** Enlarges time by a factor about the middle or a day; 0 shows all there is, or the usual span if that is shown. */
  zoom(factor: number, about?: number): void {
    const now = this.time ?? usualSpan(this.data, this.selection, this.filter);
    this.time = factor ? zoomed(now, factor, about ?? (now[0] + now[1]) / 2) : this.time ? undefined : wholeSpan(this.data, this.selection);
    this.redraw("lanes");
  }

  private zooming(canvas: HTMLCanvasElement): void {
    const button = (text: string, title: string, factor: number): HTMLElement => make("button", { type: "button", title, "aria-label": title, click: () => this.zoom(factor) }, text);
    find("lanes-controls").append(button("−", "Show more time", 1 / 2), button("+", "Show less time", 2), button("all", "All of the time, or the usual span", 0));
    // On the bars a wheel zooms; on the lanes it scrolls them, as wheels do, unless Ctrl is held.
    canvas.addEventListener("wheel", (event) => {
      if (!this.chart || (event.offsetY > BARS && !event.ctrlKey)) return;
      event.preventDefault();
      this.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 250), this.chart.scale.dayAt(event.offsetX));
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const now = this.time ?? usualSpan(this.data, this.selection, this.filter), step = Math.ceil((now[1] - now[0]) / 5);
      if (event.key === "+" || event.key === "=") this.zoom(2);
      else if (event.key === "-") this.zoom(1 / 2);
      else if (event.key === "0") this.zoom(0);
      else if (event.shiftKey && event.key === "ArrowLeft") this.time = [now[0] - step, now[1] - step];
      else if (event.shiftKey && event.key === "ArrowRight") this.time = [now[0] + step, now[1] + step];
      else return;
      event.preventDefault();
      this.redraw("lanes");
    });
  }

  private brushing(canvas: HTMLCanvasElement): void {
    let start: number | undefined, picture: HTMLCanvasElement | undefined;
    canvas.addEventListener("pointerdown", (event) => { start = event.offsetX; this.brush = picture = undefined; });
    canvas.addEventListener("pointermove", (event) => {
      if (start === undefined || Math.abs(event.offsetX - start) < 6) return;
      if (!picture) {
        canvas.setPointerCapture(event.pointerId);
        picture = make("canvas", { width: String(canvas.width), height: String(canvas.height) });
        picture.getContext("2d")?.drawImage(canvas, 0, 0);
      }
      this.brush = { from: Math.min(start, event.offsetX), to: Math.max(start, event.offsetX) };
      const pen = canvas.getContext("2d")!;
      pen.globalAlpha = 1;
      pen.drawImage(picture, 0, 0, canvas.clientWidth, canvas.clientHeight);
      pen.globalAlpha = 0.2;
      pen.fillStyle = this.theme.accent;
      pen.fillRect(this.brush.from, 0, this.brush.to - this.brush.from, canvas.clientHeight);
    });
    canvas.addEventListener("pointerup", () => {
      start = undefined;
      const { brush, chart } = this;
      if (!brush || !chart) return;
      setTimeout(() => (this.brush = undefined));
      this.change({ since: isoOf(Math.max(chart.scale.first, chart.scale.dayAt(brush.from))), until: isoOf(Math.min(chart.scale.last, chart.scale.dayAt(brush.to))) });
    });
  }
}

function wholeSpan(data: Overview, selection: Selection): Span {
  const { earliest, latest } = data.contacts;
  let first = Infinity, last = -Infinity;
  for (const at of selection.shown) {
    if (earliest[at]! < first) first = earliest[at]!;
    if (latest[at]! > last) last = latest[at]!;
  }
  return first > last ? [0, 365] : [first, Math.max(last, first + 27)];
}

// The three drawn views: they share what is pointed at and what a click does to the filter.
import { balanceShapes } from "./balance";
import { Camera } from "./camera";
import type { Overview } from "./data";
import { find, make } from "./dom";
import { ladderShapes } from "./ladder";
import type { Port } from "./lanes";
import { showLegend, type Entry } from "./legend";
import { mapLegend, networkLegend } from "./legends";
import { netOf, type Net } from "./links";
import { mapShapes } from "./map";
import { Motion } from "./motion";
import { narrowed } from "./narrow";
import { networkShapes, type Scene } from "./network";
import type { Selection } from "./select";
import { paint, type Room } from "./paint";
import { pointing } from "./pointing";
import type { Shape } from "./shapes";
import { splitOf } from "./split";
import type { Filter } from "./state";
import { themeOf, type Theme } from "./theme";
import { Timeline, type Seen } from "./timeline";

type Name = "network" | "map" | "lanes";
export const NAMES = ["network", "map", "lanes"] as const;
/** What is drawn just now, for whoever saves it. */
export interface Drawn { name: Name; shapes: Shape[]; width: number; height: number; legend: Entry[]; theme: Theme }

const LEVELS: [string, string][] = [["sides", "countries"], ["officials", "people"], ["topics", "topics"], ["contacts", "each contact"]];
const LANES: [string, string][] = [["sides", "by country"], ["pairs", "by pair"], ["officials", "by person"], ["offices", "by office"], ["topics", "by topic"]];
const MAPS: [string, string][] = [["travel", "venues and travel"], ["balance", "who hosts, who travels"]];
const NOWHERE: Room = { width: 0, height: 0 };

export class Charts {
  private theme: Theme = themeOf(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  private shapes: Record<Name, Shape[]> = { network: [], map: [], lanes: [] };
  private legend: Record<Name, Entry[]> = { network: [], map: [], lanes: [] };
  private cameras = { network: new Camera(), map: new Camera() };
  private motions: Record<"network" | "map", Motion>;
  private net: Net = { nodes: new Map(), links: new Map(), left: 0 };
  private timeline: Timeline;
  /** What each was drawn in. */
  private rooms: Record<Name, Room> = { network: NOWHERE, map: NOWHERE, lanes: NOWHERE };
  private filter!: Filter;
  private selection!: Selection;

  constructor(private data: Overview, private change: (change: Partial<Filter>) => void, private open: (at: number) => void) {
    document.documentElement.dataset["theme"] = this.theme.name;
    this.choose("network-controls", "level", "Level of detail", LEVELS);
    this.choose("lanes-controls", "lanes", "Lanes", LANES);
    this.choose("map-controls", "map", "Map", MAPS);
    this.motions = { network: new Motion(this.canvas("network"), this.cameras.network, () => this.redraw("network")), map: new Motion(this.canvas("map"), this.cameras.map, () => this.redraw("map")) };
    this.timeline = new Timeline(this.canvas("lanes"), () => this.seen, () => this.redraw("lanes"), change);
    const looked = (name: "network" | "map"): (() => boolean) => this.cameras[name].attach(this.canvas(name), () => this.motions[name].moved(this.theme.background));
    const dragged = { network: looked("network"), map: looked("map"), lanes: this.timeline.dragged };
    for (const name of NAMES) {
      const paintAll = (shapes: Shape[]): void => paint(this.canvas(name), shapes, this.theme.background, this.rooms[name]);
      pointing({ canvas: this.canvas(name), cursor: name === "lanes" ? "crosshair" : "grab", shapes: () => this.shapes[name], dragged: dragged[name], paint: paintAll, alarm: () => this.theme.alarm }, (ref) => this.follow(ref));
    }
    find("lanes-scroll").addEventListener("scroll", () => requestAnimationFrame(() => this.redraw("lanes")));
  }

  show(selection: Selection, filter: Filter): void {
    const was = this.filter;
    this.timeline.renew(was !== undefined && (was.since !== filter.since || was.until !== filter.until));
    if (was && (was.level !== filter.level || was.sides.join() !== filter.sides.join() || was.officials.join() !== filter.officials.join())) this.cameras.network.reset();
    if (was && was.lanes !== filter.lanes) find("lanes-scroll").scrollTop = 0;
    if (was && was.map !== filter.map) this.cameras.map.reset();
    [this.filter, this.selection] = [filter, selection];
    this.net = netOf(this.data, selection, filter);
    for (const name of ["level", "lanes", "map"] as const) find<HTMLSelectElement>(`choose-${name}`).value = filter[name];
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

  private get seen(): Seen {
    const { data, selection, filter, theme } = this;
    return { data, selection, filter, theme };
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
    this.draw("lanes", this.timeline.shapes(port));
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
    this.tell("lanes", this.timeline.legend(width), this.timeline.words);
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

  /** A click narrows the filter to what was clicked, or opens the contact. */
  private follow(ref: string): void {
    const [what, ...keys] = ref.split(" ");
    if (what === "contact") return this.open(Number(keys[0]));
    if (what === "time") return this.change({ since: keys[0]!, until: keys[0]! });
    if (what === "all") return this.timeline.zoom(0);
    const contact = keys.find((key) => key.startsWith("contact-"));
    if (contact) return this.open(Number(contact.slice("contact-".length)));
    this.change(narrowed(this.data, this.filter, what!, keys));
  }
}

// The three drawn views: they share what is pointed at and what a click does to the filter.
import type { Overview } from "./data";
import { find, make } from "./dom";
import { laneChart, type LaneChart } from "./lanes";
import { netOf, type Net } from "./links";
import { mapShapes, withoutPlace } from "./map";
import { networkShapes } from "./network";
import { isoOf } from "./data";
import type { Selection } from "./select";
import { hit, paint, svg, type Shape } from "./shapes";
import type { Filter } from "./state";
import { themeOf, type Theme } from "./theme";

export interface Picture { name: string; svg: () => string; png: (take: (blob: Blob) => void) => void }
type Name = "network" | "map" | "lanes";

export class Charts {
  private theme: Theme = themeOf(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  private shapes: Record<Name, Shape[]> = { network: [], map: [], lanes: [] };
  private net: Net = { nodes: new Map(), links: new Map(), left: 0 };
  private chart: LaneChart | undefined;
  private filter: Filter | undefined;
  private brush: { from: number; to: number } | undefined;

  constructor(private data: Overview, private change: (change: Partial<Filter>) => void, private open: (at: number) => void) {
    document.documentElement.dataset["theme"] = this.theme.name;
    for (const name of ["network", "map", "lanes"] as const) this.listen(name);
    this.choose("network-controls", "level", "Level of detail", [["sides", "countries"], ["officials", "people"], ["topics", "topics"]]);
    this.choose("lanes-controls", "lanes", "Lanes", [["sides", "by country"], ["pairs", "by pair"], ["officials", "by person"], ["topics", "by topic"]]);
    this.brushing(find<HTMLCanvasElement>("lanes"));
  }

  show(selection: Selection, filter: Filter): void {
    this.filter = filter;
    this.net = netOf(this.data, selection, filter);
    for (const name of ["level", "lanes"] as const) find<HTMLSelectElement>(`choose-${name}`).value = filter[name];
    this.draw("network", (width, height) => networkShapes(this.data, this.net, this.theme, width, height));
    this.draw("map", (width, height) => mapShapes(this.data, selection, this.theme, width, height));
    const lanes = find<HTMLCanvasElement>("lanes");
    this.chart = laneChart(this.data, selection, filter, this.theme, find("lanes-scroll").clientWidth);
    lanes.style.height = `${this.chart.height}px`;
    this.draw("lanes", () => this.chart!.shapes);
    this.legends(selection);
  }

  counts(): { nodes: number; links: number } {
    return { nodes: this.net.nodes.size, links: this.net.links.size };
  }

  switchTheme(then: () => void): void {
    this.theme = themeOf(this.theme.name === "dark" ? "light" : "dark");
    document.documentElement.dataset["theme"] = this.theme.name;
    then();
  }

  pictures(): Picture[] {
    return (["network", "map", "lanes"] as const).map((name) => {
      const canvas = find<HTMLCanvasElement>(name);
      return {
        name: name[0]!.toUpperCase() + name.slice(1),
        svg: () => svg(this.shapes[name], canvas.clientWidth, canvas.clientHeight, this.theme.background, document.title),
        png: (take) => canvas.toBlob((blob) => { if (blob) take(blob); }),
      };
    });
  }

  private draw(name: Name, shapes: (width: number, height: number) => Shape[]): void {
    const canvas = find<HTMLCanvasElement>(name);
    if (!canvas.clientWidth || !canvas.clientHeight) return;
    this.shapes[name] = shapes(canvas.clientWidth, canvas.clientHeight);
    paint(canvas, this.shapes[name], this.theme.background);
  }

  private legends(selection: Selection): void {
    const { nodes, links, left } = this.net;
    find("network-legend").textContent = `Width: contacts. Dashed: each from one source. Red dot: sources disagree. Grey: none was held. Square: a contact of many sides.${left ? ` The ${nodes.size} with most contacts are shown, ${left} left out.` : ""}`;
    find<HTMLCanvasElement>("network").setAttribute("aria-label", `Network of ${nodes.size} nodes and ${links.size} links; the table has the same contacts`);
    const missing = withoutPlace(this.data, selection);
    find("map-legend").textContent = `Dots: where contacts were. Lines: who went there, from their capitals.${missing ? ` ${missing.toLocaleString("en")} contacts have no known place.` : ""}`;
    find<HTMLCanvasElement>("map").setAttribute("aria-label", "Map of venues and travel; the table has the places");
    find("lanes-legend").textContent = `Bars: contacts a month, pale where the date spans months. Below: one mark a contact, as wide as its date is vague; hollow: not held; red: disputed. Drag to choose a window.${this.chart?.left ? ` ${this.chart.left} more lanes not shown.` : ""}`;
    find<HTMLCanvasElement>("lanes").setAttribute("aria-label", "Contacts over time; the table has the dates");
  }

  private choose(where: string, name: "level" | "lanes", words: string, options: [string, string][]): void {
    const box = make("select", { id: `choose-${name}`, "aria-label": words }, ...options.map(([value, text]) => make("option", { value }, text)));
    box.addEventListener("change", () => this.change({ [name]: box.value } as Partial<Filter>));
    find(where).append(box);
  }

  private listen(name: Name): void {
    const canvas = find<HTMLCanvasElement>(name), tip = find("tip");
    const at = (event: MouseEvent): Shape | undefined => hit(this.shapes[name], event.offsetX, event.offsetY);
    canvas.addEventListener("mousemove", (event) => {
      const shape = at(event);
      canvas.style.cursor = shape ? "pointer" : name === "lanes" ? "crosshair" : "default";
      tip.hidden = !shape?.tip;
      tip.textContent = shape?.tip ?? "";
      tip.style.left = `${Math.min(event.clientX + 12, window.innerWidth - 280)}px`;
      tip.style.top = `${event.clientY + 14}px`;
    });
    canvas.addEventListener("mouseleave", () => (tip.hidden = true));
    canvas.addEventListener("click", (event) => { const shape = at(event); if (shape?.ref && !this.brush) this.follow(shape.ref); });
  }

  /** A click narrows the filter to what was clicked, or opens the contact. */
  private follow(ref: string): void {
    const [what, ...keys] = ref.split(" ");
    if (what === "contact") return this.open(Number(keys[0]));
    if (what === "month") return this.change({ since: keys[0]!, until: keys[0]! });
    if (what === "journey") return this.narrow([`side-${keys[0]}`]);
    if (what === "node" || what === "link") this.narrow(keys);
  }

  private narrow(keys: string[]): void {
    const { data, filter } = this;
    if (!filter) return;
    const change: Partial<Filter> = {};
    const add = (name: "sides" | "officials" | "topics", value: string): void => { change[name] = [...new Set([...(change[name] ?? filter[name]), value])]; };
    for (const key of keys) {
      const [kind, at] = [key.slice(0, key.lastIndexOf("-")), Number(key.slice(key.lastIndexOf("-") + 1))];
      if (kind === "summit") return this.open(at);
      if (kind === "side") add("sides", data.sides.code[at]!);
      else if (kind === "official") add("officials", data.officials.id[at]!);
      else if (kind === "topic") add("topics", data.topics.code[at]!);
    }
    this.change(change);
  }

  private brushing(canvas: HTMLCanvasElement): void {
    let start: number | undefined;
    canvas.addEventListener("pointerdown", (event) => { start = event.offsetX; this.brush = undefined; canvas.setPointerCapture(event.pointerId); });
    canvas.addEventListener("pointermove", (event) => {
      if (start === undefined || Math.abs(event.offsetX - start) < 6) return;
      this.brush = { from: Math.min(start, event.offsetX), to: Math.max(start, event.offsetX) };
      const mark: Shape = { is: "box", x: this.brush.from, y: 0, w: this.brush.to - this.brush.from, h: canvas.clientHeight, fill: this.theme.accent, alpha: 0.15 };
      paint(canvas, [...this.shapes.lanes, mark], this.theme.background);
    });
    canvas.addEventListener("pointerup", () => {
      start = undefined;
      const { brush, chart } = this;
      if (!brush || !chart) return;
      setTimeout(() => (this.brush = undefined));
      this.change({ since: isoOf(chart.dayAt(brush.from)), until: isoOf(chart.dayAt(brush.to)) });
    });
  }
}

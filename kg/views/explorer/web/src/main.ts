// The page: one filter, four views of what it selects, and the panel of the contact that is open.
import { Charts } from "./charts";
import { citation } from "./cite";
import { buildFilters, showFilter } from "./controls";
import { unpack, type Evidence, type Overview } from "./data";
import { find, make, save } from "./dom";
import { panelOf } from "./panel";
import { Index } from "./search";
import { select, type Selection } from "./select";
import { fromAddress, toAddress, Trail, USUAL, type Filter } from "./state";
import { csv, fillTable, json, type Column, type Sort } from "./table";

export interface Counts { contacts: number; certain: number; possible: number; nodes: number; links: number }
export interface Api { ready: Promise<void>; state: () => Filter; setState: (filter: Partial<Filter>) => void; counts: () => Counts }
declare global { interface Window { kgView: Api } }

class Explorer {
  private filter: Filter = fromAddress(location.hash);
  private selection: Selection;
  private trail = new Trail(toAddress(this.filter));
  private sort: Sort = { by: "date", down: true };
  private pages = 1;
  private evidence: Promise<Evidence> | undefined;
  private charts: Charts;
  private opener: Element | null = null;

  constructor(private data: Overview) {
    this.selection = select(data, this.filter);
    this.charts = new Charts(data, (change) => this.change(change), (at) => this.open(at));
    find("title").textContent = document.title;
    buildFilters(data, (change) => this.change(change));
    this.listen();
    this.show();
  }

  state(): Filter { return structuredClone(this.filter); }

  counts(): Counts {
    const { shown, certain, possible } = this.selection;
    return { contacts: shown.length, certain, possible, ...this.charts.counts() };
  }

  /** Takes a change of the filter; what it does not name stays. */
  change(change: Partial<Filter>): void {
    const next = fromAddress(toAddress({ ...this.filter, ...change }));
    this.trail.push(toAddress(next));
    this.go(next);
  }

  private go(filter: Filter): void {
    this.filter = filter;
    // From the whole address: in a frame of a notebook, "#..." alone would be taken from the address of the notebook.
    history.replaceState(null, "", `${location.href.split("#")[0]}#${toAddress(filter)}`);
    this.selection = select(this.data, filter);
    this.pages = 1;
    this.show();
  }

  private show(): void {
    const { data, filter, selection } = this;
    showFilter(data, filter, selection, (change) => this.change(change));
    this.charts.show(selection, filter);
    this.showTable();
    const { shown, certain, possible, undated } = selection;
    const windowed = filter.since || filter.until;
    find("counts").textContent = windowed
      ? `${shown.length.toLocaleString("en")} contacts shown: ${certain.toLocaleString("en")} certain, ${possible.toLocaleString("en")} possible in the window${filter.certainty === "certain" ? " (not shown)" : ""}; ${undated.toLocaleString("en")} without a date left out`
      : `${shown.length.toLocaleString("en")} of ${data.graph.contacts.toLocaleString("en")} contacts${undated ? `, ${undated.toLocaleString("en")} without a date` : ""}`;
    find<HTMLButtonElement>("undo").disabled = !this.trail.canUndo;
    find<HTMLButtonElement>("redo").disabled = !this.trail.canRedo;
    void this.showPanel();
  }

  private showTable(): void {
    const on = { sort: (by: Column) => this.sortBy(by), open: (at: number) => this.open(at) };
    const left = fillTable(find<HTMLTableElement>("table"), this.data, this.selection, this.sort, on, this.pages);
    find("more").hidden = left === 0;
    find("more").textContent = `Show more (${left.toLocaleString("en")} left)`;
    find("table-empty").textContent = this.selection.shown.length ? "" : this.whyEmpty();
    find("network-empty").textContent = this.selection.shown.length ? "" : this.whyEmpty();
  }

  private whyEmpty(): string {
    const { filter, data, selection } = this;
    if (!data.graph.contacts) return "The graph has no contact yet: load articles with kg load.";
    const wider = select(data, { ...filter, statuses: [] });
    if (wider.shown.length) return `None of this status; ${wider.shown.length} of another: untick the status.`;
    const anyTime = select(data, { ...filter, since: "", until: "" });
    if (anyTime.shown.length) return `None in this window; ${anyTime.shown.length} at other times${selection.undated ? `, ${selection.undated} without a date` : ""}.`;
    return "No contact has all that is chosen: take something out of the filter, or undo.";
  }

  private sortBy(by: Column): void {
    this.sort = { by, down: this.sort.by === by ? !this.sort.down : false };
    this.showTable();
  }

  private open(at: number): void {
    this.opener = document.activeElement;
    this.change({ open: this.data.contacts.id[at]! });
    find("panel").focus();
  }

  private close(): void {
    this.change({ open: "" });
    if (this.opener instanceof HTMLElement) this.opener.focus();
  }

  private async showPanel(): Promise<void> {
    const panel = find("panel"), at = this.filter.open ? this.data.contacts.id.indexOf(this.filter.open) : -1;
    const was = panel.hidden;
    panel.hidden = at < 0;
    if (was !== panel.hidden) this.charts.show(this.selection, this.filter);
    if (at < 0) return;
    this.evidence ??= unpack<Evidence>("evidence");
    const evidence = await this.evidence;
    if (this.filter.open === this.data.contacts.id[at]) find("contact").replaceChildren(...panelOf(this.data, evidence, this.selection, at));
  }

  private listen(): void {
    const click = (id: string, work: () => void): void => find(id).addEventListener("click", work);
    click("undo", () => this.step(this.trail.undo()));
    click("redo", () => this.step(this.trail.redo()));
    click("reset", () => this.change({ ...USUAL, open: "" }));
    click("close", () => this.close());
    click("cite", () => this.cite());
    click("save", () => this.saving());
    click("about", () => this.about());
    click("theme", () => this.charts.switchTheme(() => this.show()));
    click("more", () => { this.pages++; this.showTable(); });
    window.addEventListener("hashchange", () => { if (location.hash.slice(1) !== toAddress(this.filter)) { this.trail.push(toAddress(fromAddress(location.hash))); this.go(fromAddress(location.hash)); } });
    new ResizeObserver(() => this.charts.show(this.selection, this.filter)).observe(find("views"));
    document.addEventListener("keydown", (event) => this.key(event));
    this.search(new Index(this.data));
  }

  private step(address: string | undefined): void {
    if (address !== undefined) this.go(fromAddress(address));
  }

  private key(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) this.step(event.shiftKey ? this.trail.redo() : this.trail.undo());
    else if (event.key === "Escape" && !find("panel").hidden && !find<HTMLDialogElement>("dialog").open) this.close();
    else if (event.key === "/" && !typing) find("search").focus();
    else return;
    event.preventDefault();
  }

  private search(index: Index): void {
    const box = find<HTMLInputElement>("search"), list = find("found");
    let chosen = 0;
    const take = (nth: number): void => {
      const one = index.find(box.value)[nth];
      if (!one) return;
      box.value = "";
      fill();
      if (!this.filter[one.what].includes(one.key)) this.change({ [one.what]: [...this.filter[one.what], one.key] });
    };
    const fill = (): void => {
      const found = index.find(box.value);
      chosen = Math.min(chosen, Math.max(0, found.length - 1));
      box.setAttribute("aria-expanded", String(found.length > 0));
      list.replaceChildren(...found.map((one, nth) => make("li", { role: "option", id: `found-${nth}`, "aria-selected": String(nth === chosen), mousedown: (event) => { event.preventDefault(); take(nth); } }, make("span", {}, one.name), make("span", { class: "faint" }, one.what === "sides" ? "country" : one.what.slice(0, -1)))));
      if (found.length) box.setAttribute("aria-activedescendant", `found-${chosen}`);
      else box.removeAttribute("aria-activedescendant");
    };
    box.addEventListener("input", () => { chosen = 0; fill(); });
    box.addEventListener("blur", () => { list.replaceChildren(); box.setAttribute("aria-expanded", "false"); });
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") chosen++;
      else if (event.key === "ArrowUp") chosen = Math.max(0, chosen - 1);
      else if (event.key === "Enter") return take(chosen);
      else if (event.key === "Escape") box.value = "";
      else return;
      event.preventDefault();
      event.stopPropagation();
      fill();
    });
  }

  private dialog(title: string, ...content: HTMLElement[]): void {
    find("dialog-title").textContent = title;
    find("dialog-body").replaceChildren(...content);
    find<HTMLDialogElement>("dialog").showModal();
  }

  private cite(): void {
    const today = new Date().toISOString().slice(0, 10);
    const text = make("textarea", { readonly: true, id: "citation", "aria-label": "Citation" });
    text.value = citation(this.data, this.filter, this.selection, location.href, today, document.title);
    this.dialog("Cite this view", text);
    text.select();
  }

  private saving(): void {
    const { data, selection, sort } = this;
    const button = (name: string, work: () => void): HTMLElement => make("p", {}, make("button", { type: "button", click: work }, name));
    this.dialog("Save what is shown",
      button("Table as CSV", () => save("contacts.csv", csv(data, selection, sort), "text/csv")),
      button("Table as JSON", () => save("contacts.json", json(data, selection, sort), "application/json")),
      ...this.charts.pictures().flatMap(({ name, svg, png }) => [
        button(`${name} as SVG`, () => save(`${name.toLowerCase()}.svg`, svg(), "image/svg+xml")),
        button(`${name} as PNG`, () => png((blob) => save(`${name.toLowerCase()}.png`, blob, "image/png"))),
      ]));
  }

  private about(): void {
    const { graph } = this.data;
    this.dialog("About this page",
      make("p", {}, `Graph version ${graph.version}, schema ${graph.schema}: ${graph.contacts.toLocaleString("en")} contacts of ${graph.sources.toLocaleString("en")} sources. The page needs no internet and asks for nothing.`),
      make("p", {}, "Keys: / finds, Ctrl+Z undoes, Ctrl+Shift+Z redoes, Escape closes the contact."),
      make("p", {}, "Made with d3-geo (ISC, Mike Bostock), topojson-client (ISC, Mike Bostock) and outlines of Natural Earth (public domain) by way of world-atlas (ISC, Mike Bostock). Borders are those of Natural Earth today and take no position."));
  }
}

let explorer: Explorer | undefined;
const ready = unpack<Overview>("overview").then((data) => { explorer = new Explorer(data); });
const there = (): Explorer => {
  if (!explorer) throw new Error("kgView is not ready: await kgView.ready first");
  return explorer;
};
window.kgView = { ready, state: () => there().state(), setState: (filter) => there().change(filter), counts: () => there().counts() };

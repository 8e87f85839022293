// The page: one filter, four views of what it selects, and the panel of the contact that is open.
import { Charts } from "./charts";
import { citation } from "./cite";
import { many } from "./counting";
import { buildFilters, showFilter } from "./controls";
import { TooOldError } from "./block";
import { rowOfContact, unpackOverview, type Overview } from "./data";
import { find, make } from "./dom";
import { unpackEvidence, type Evidence } from "./evidence";
import { Later } from "./later";
import { panelOf } from "./panel";
import { aboutPage } from "./about";
import { searchBox } from "./finder";
import { questionsOf, type Question } from "./questions";
import { saveButtons } from "./saving";
import { Index } from "./search";
import { countWords, whyEmpty } from "./words";
import { select, type Selection } from "./select";
import { fromAddress, toAddress, Trail, USUAL, type Filter } from "./state";
import { csv, fillTable, json, type Column, type Sort } from "./table";

export interface Counts { contacts: number; certain: number; possible: number; nodes: number; links: number }
interface Api { ready: Promise<void>; state: () => Filter; setState: (filter: Partial<Filter>) => void; counts: () => Counts }
declare global { interface Window { kgView: Api } }

class Explorer {
  private filter: Filter = fromAddress(location.hash);
  private selection: Selection;
  private trail = new Trail(toAddress(this.filter));
  private sort: Sort = { by: "date", down: true };
  private pages = 1;
  private evidence: Promise<Evidence> | undefined;
  private charts: Charts;
  private later = new Later(find<HTMLTableElement>("table"), find("table").closest<HTMLElement>(".chart")!);
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
    this.enlarge(filter.view);
    showFilter(data, filter, selection, (change) => this.change(change));
    this.showTable();
    find("counts").textContent = countWords(data, filter, selection);
    find<HTMLButtonElement>("undo").disabled = !this.trail.canUndo;
    find<HTMLButtonElement>("redo").disabled = !this.trail.canRedo;
    void this.showPanel();
    // Last, for what is drawn has the room that all else leaves.
    this.charts.show(selection, filter);
  }

  private enlarge(view: Filter["view"]): void {
    find("views").dataset["view"] = view;
    for (const name of ["network", "map", "lanes", "table"] as const) {
      const button = find(`${name}-enlarge`);
      button.textContent = view === name ? "All views" : "Enlarge";
      button.setAttribute("aria-pressed", String(view === name));
    }
  }

  private showTable(): void {
    const on = { sort: (by: Column) => this.sortBy(by), open: (at: number) => this.open(at) };
    const table = find<HTMLTableElement>("table"), at = focusIn(table);
    const seen = at || this.pages > 1 ? Infinity : this.later.seen(this.filter.view === "table");
    const { left, rest } = fillTable(table, this.data, this.selection, this.sort, on, this.pages, seen);
    this.later.plan(rest);
    if (at) table.querySelector<HTMLElement>(at)?.focus();
    find("more").hidden = left === 0;
    find("more").textContent = `Show more (${many(left)} left)`;
    const why = whyEmpty(this.data, this.filter, this.selection);
    for (const name of ["table", "network", "map", "lanes"] as const) find(`${name}-empty`).textContent = name === "table" && !this.selection.shown.length ? (why.all ?? "") : (why[name] ?? why.all ?? "");
  }

  private sortBy(by: Column): void {
    this.sort = { by, down: this.sort.by === by ? !this.sort.down : false };
    this.showTable();
  }

  private open(at: number): void {
    this.opener = document.activeElement;
    this.change({ open: this.data.contacts.id.at(at)! });
    find("panel").focus();
  }

  private close(): void {
    const was = this.filter.open;
    this.change({ open: "" });
    this.later.now();
    // The table was filled anew: the row's button is another element than the one that opened the contact.
    const row = document.querySelector<HTMLElement>(`#table tr[data-id="${CSS.escape(was)}"] button`);
    const back = this.opener instanceof HTMLElement && this.opener.isConnected && this.opener !== document.body ? this.opener : row;
    back?.focus();
  }

  private async showPanel(): Promise<void> {
    const panel = find("panel"), at = this.filter.open ? rowOfContact(this.data, this.filter.open, this.selection.shown) : -1;
    panel.hidden = at < 0;
    if (at < 0) return;
    this.evidence ??= unpackEvidence();
    const evidence = await this.evidence;
    if (this.filter.open === this.data.contacts.id.at(at) && at === rowOfContact(this.data, this.filter.open, this.selection.shown)) find("contact").replaceChildren(...panelOf(this.data, evidence, this.selection, at));
  }

  private listen(): void {
    const click = (id: string, work: () => void): void => find(id).addEventListener("click", work);
    click("undo", () => this.step(this.trail.undo()));
    click("redo", () => this.step(this.trail.redo()));
    click("reset", () => this.change({ ...USUAL, open: "" }));
    click("close", () => this.close());
    click("cite", () => this.cite());
    click("save", () => this.saving());
    click("about", () => this.dialog("About this page", ...aboutPage(this.data)));
    click("questions", () => this.questions());
    for (const name of ["network", "map", "lanes", "table"] as const) click(`${name}-enlarge`, () => this.change({ view: this.filter.view === name ? "" : name }));
    click("theme", () => this.charts.switchTheme(() => this.show()));
    click("more", () => { this.pages++; this.showTable(); });
    window.addEventListener("hashchange", () => { if (location.hash.slice(1) !== toAddress(this.filter)) { this.trail.push(toAddress(fromAddress(location.hash))); this.go(fromAddress(location.hash)); } });
    const resized = new ResizeObserver(() => this.charts.resize());
    for (const view of document.querySelectorAll("#views .chart")) resized.observe(view);
    document.addEventListener("keydown", (event) => this.key(event));
    searchBox(() => new Index(this.data), (one) => {
      if (!this.filter[one.what].includes(one.key)) this.change({ [one.what]: [...this.filter[one.what], one.key] });
    });
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

  private dialog(title: string, ...content: HTMLElement[]): void {
    find("dialog-title").textContent = title;
    find("dialog-body").replaceChildren(...content);
    find<HTMLDialogElement>("dialog").showModal();
  }

  private citation(): string {
    return citation(this.data, this.filter, this.selection, location.href, new Date().toISOString().slice(0, 10), document.title);
  }

  private cite(): void {
    const text = make("textarea", { readonly: true, id: "citation", "aria-label": "Citation" });
    text.value = this.citation();
    this.dialog("Cite this view", text);
    text.select();
  }

  private saving(): void {
    const { data, selection, sort } = this;
    const tables = { csv: () => csv(data, selection, sort), json: () => json(data, selection, sort) };
    this.dialog("Save what is shown", ...saveButtons(tables, this.charts.drawn(), this.citation()));
  }

  private questions(): void {
    const ask = (question: Question): HTMLElement => make("button", { type: "button", click: () => { find<HTMLDialogElement>("dialog").close(); this.change(question.filter); } }, question.words);
    this.dialog("Begin with a question", make("ul", { class: "questions" }, ...questionsOf(this.data).map((question) => make("li", {}, ask(question)))));
  }
}

/** Where in the table the keyboard is, so that it is there again when the table has been filled anew. */
function focusIn(table: HTMLTableElement): string | undefined {
  const cell = table.contains(document.activeElement) ? document.activeElement?.closest("th, tr[data-id]") : undefined;
  if (cell instanceof HTMLTableCellElement) return `th:nth-child(${cell.cellIndex + 1}) button`;
  return cell instanceof HTMLTableRowElement ? `tr[data-id="${CSS.escape(cell.dataset["id"]!)}"] button` : undefined;
}

let explorer: Explorer | undefined;
const ready = unpackOverview().then((data) => { explorer = new Explorer(data); });
ready.catch((error: unknown) => { if (error instanceof TooOldError) find("counts").textContent = error.message; });
const there = (): Explorer => {
  if (!explorer) throw new Error("kgView is not ready: await kgView.ready first");
  return explorer;
};
window.kgView = { ready, state: () => there().state(), setState: (filter) => there().change(filter), counts: () => there().counts() };

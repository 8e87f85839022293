// Rows of the table that cannot be seen yet: they follow a moment later, for what is seen is not to wait for them.
// `aria-busy` says that some are still to come.

/** No row is lower. */
const ROW = 22, LEAST = 24;
/** Milliseconds until they come: whoever moves from month to month is at the next one by then. */
const MOMENT = 500;

export class Later {
  private work: (() => void) | undefined;
  private scrolled = false;

  constructor(private table: HTMLTableElement, around: HTMLElement) {
    around.addEventListener("scroll", () => { this.now(); this.scrolled = around.scrollTop > 0; });
    window.addEventListener("beforeprint", () => this.now());
  }

  /** How many rows can be seen at the most; all where somebody is further down. */
  seen(enlarged: boolean): number {
    return this.scrolled ? Infinity : Math.max(LEAST, Math.ceil(window.innerHeight / ROW / (enlarged ? 1 : 2)));
  }

  /** Takes the place of what was still to be done. */
  plan(work: (() => void) | undefined): void {
    this.work = work;
    if (!work) return this.table.removeAttribute("aria-busy");
    this.table.setAttribute("aria-busy", "true");
    setTimeout(() => { if (this.work === work) this.now(); }, MOMENT);
  }

  /** Does at once what is still to be done. */
  now(): void {
    const { work } = this;
    this.plan(undefined);
    work?.();
  }
}

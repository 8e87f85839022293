// The search box: what is typed is looked for as it is typed, arrow keys choose, Enter adds it to the filter.
import { find, make } from "./dom";
import type { Found, Index } from "./search";

const WORDS: Record<Found["what"], string> = { sides: "country", officials: "person", topics: "topic", publishers: "publisher", places: "place", offices: "office" };

/** `made` makes the index when it is first asked for something. */
export function searchBox(made: () => Index, take: (one: Found) => void): void {
  const box = find<HTMLInputElement>("search"), list = find("found");
  let chosen = 0, kept: Index | undefined;
  const look = (text: string): Found[] => (text.trim() ? (kept ??= made()).find(text) : []);
  const taken = (nth: number): void => {
    const one = look(box.value)[nth];
    if (!one) return;
    box.value = "";
    fill();
    take(one);
  };
  const option = (one: Found, nth: number): HTMLElement =>
    make("li", { role: "option", id: `found-${nth}`, "aria-selected": String(nth === chosen), mousedown: (event) => { event.preventDefault(); taken(nth); } }, make("span", {}, one.name), make("span", { class: "faint" }, WORDS[one.what]));
  const fill = (): void => {
    const found = look(box.value);
    chosen = Math.min(chosen, Math.max(0, found.length - 1));
    box.setAttribute("aria-expanded", String(found.length > 0));
    list.replaceChildren(...found.map(option));
    if (box.value.trim() && !found.length) find("said").textContent = "Nothing of that name";
    if (found.length) box.setAttribute("aria-activedescendant", `found-${chosen}`);
    else box.removeAttribute("aria-activedescendant");
  };
  box.addEventListener("input", () => { chosen = 0; fill(); });
  box.addEventListener("blur", () => { list.replaceChildren(); box.setAttribute("aria-expanded", "false"); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") chosen++;
    else if (event.key === "ArrowUp") chosen = Math.max(0, chosen - 1);
    else if (event.key === "Enter") return taken(chosen);
    else if (event.key === "Escape") box.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
    fill();
  });
}

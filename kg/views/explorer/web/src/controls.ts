// The form that holds the filter, and the chips of what was chosen.
import { many } from "./counting";
import type { Clock, Overview } from "./data";
import { isoOf, spanOf } from "./days";
import { find, make } from "./dom";
import type { Numbers, Texts } from "./unpack";
import type { Selection } from "./select";
import type { Filter } from "./state";
import { kindColour, kindsWithColour } from "./theme";

type Change = (change: Partial<Filter>) => void;

/** Makes the form once; `showFilter` brings it up to date. */
export function buildFilters(data: Overview, change: Change): void {
  const form = find<HTMLFormElement>("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(
    make("fieldset", {}, make("legend", {}, "When it happened"), dateField("since", "from", change), dateField("until", "to", change),
      choice("certainty", "certain", "possible", "also what only may lie in it", change)),
    make("fieldset", {}, make("legend", {}, "Known by"),
      clock("told", "published by", data.clocks.told, change), clock("known", "recorded by", data.clocks.known, change)),
    make("fieldset", {}, make("legend", {}, "Before and after"), dateField("split", "day", change)),
    list("kinds", "Kind", data.kinds, data.kinds, change, (name, at) => swatch(kindColour(data, at), kindsWithColour().includes(name))),
    list("statuses", "Status", data.statuses, data.statuses, change),
    make("fieldset", {}, make("legend", {}, "Evidence"), radio("only", "", "all", change), radio("only", "single", "a single source only", change), radio("only", "disputed", "sources disagree", change)),
    list("topics", "Topic", data.topics.code, data.topics.name, change),
  );
}

function swatch(colour: string, shown: boolean): HTMLElement {
  const box = make("span", { class: "swatch" });
  if (shown) box.style.background = colour;
  return box;
}

function dateField(name: "since" | "until" | "split", words: string, change: Change): HTMLElement {
  const field = make("input", { type: "text", id: name, placeholder: "2022-02-24", autocomplete: "off" });
  field.addEventListener("change", () => {
    const good = field.value.trim() === "" || spanOf(field.value) !== undefined;
    field.classList.toggle("bad", !good);
    field.setAttribute("aria-invalid", String(!good));
    if (good) change({ [name]: field.value.trim() });
  });
  return make("label", {}, `${words} `, field);
}

/** A slider over the days on which something became known; with one such day there is nothing to slide. */
function clock(name: "told" | "known", words: string, [first, last]: Clock, change: Change): HTMLElement {
  const slider = make("input", { type: "range", id: name, min: String(first ?? 0), max: String(last ?? 0), step: "1", disabled: first === last });
  slider.addEventListener("input", () => (find(`${name}-text`).textContent = isoOf(Number(slider.value))));
  slider.addEventListener("change", () => change({ [name]: Number(slider.value) === last ? "" : isoOf(Number(slider.value)) }));
  const all = last !== undefined && first === last ? `${isoOf(last)}, all of it` : "any day";
  return make("label", { class: "clock" }, `${words} `, make("output", { id: `${name}-text`, "data-all": all }), slider);
}

function choice(name: "certainty", off: string, on: string, words: string, change: Change): HTMLElement {
  const box = make("input", { type: "checkbox", id: name, change: (event) => change({ [name]: (event.target as HTMLInputElement).checked ? on : off } as Partial<Filter>) });
  return make("label", {}, box, words);
}

function radio(name: "only", value: Filter["only"], words: string, change: Change): HTMLElement {
  return make("label", {}, make("input", { type: "radio", name, value, id: `${name}-${value}`, change: () => change({ [name]: value }) }), words);
}

function list(name: "kinds" | "statuses" | "topics", title: string, keys: string[], names: string[], change: Change, before?: (name: string, at: number) => HTMLElement): HTMLElement {
  const boxes = keys.map((key, at) => {
    const box = make("input", { type: "checkbox", name, value: key });
    box.addEventListener("change", () => {
      const chosen = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map((each) => each.value);
      change({ [name]: chosen });
    });
    return make("label", {}, box, before?.(key, at), names[at]!, make("span", { class: "n", id: `n-${name}-${key}` }));
  });
  return make("fieldset", {}, make("legend", {}, title), ...boxes);
}

/** Brings the form, its counts and the chips to what is shown. */
export function showFilter(data: Overview, filter: Filter, selection: Selection, change: Change): void {
  for (const name of ["since", "until", "split"] as const) {
    const field = find<HTMLInputElement>(name);
    field.value = filter[name];
    field.classList.remove("bad");
  }
  find<HTMLInputElement>("certainty").checked = filter.certainty === "possible";
  for (const name of ["told", "known"] as const) {
    const slider = find<HTMLInputElement>(name), day = spanOf(filter[name])?.[1];
    slider.value = day === undefined ? slider.max : String(day);
    find(`${name}-text`).textContent = filter[name] || find(`${name}-text`).dataset["all"]!;
  }
  for (const box of document.querySelectorAll<HTMLInputElement>("#filters input[type=radio]")) box.checked = box.value === filter.only;
  counted(data, filter, selection);
  chips(data, filter, change);
}

function counted(data: Overview, filter: Filter, { shown }: Selection): void {
  const { contacts } = data;
  const column = (values: Numbers, bound: number): Int32Array => {
    const counts = new Int32Array(bound);
    for (const at of shown) counts[values[at]!]!++;
    return counts;
  };
  const tell = (name: "kinds" | "statuses" | "topics", keys: string[], counts: Int32Array): void => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) box.checked = filter[name].includes(box.value);
    keys.forEach((key, at) => {
      const place = find(`n-${name}-${key}`), text = counts[at] ? many(counts[at]) : "";
      if (place.textContent !== text) place.textContent = text;
    });
  };
  tell("kinds", data.kinds, column(contacts.kind, data.kinds.length));
  tell("statuses", data.statuses, column(contacts.status, data.statuses.length));
  tell("topics", data.topics.code, contacts.topics.tally(data.topics.code.length, shown));
}

function chips(data: Overview, filter: Filter, change: Change): void {
  const named = (things: { id: Texts; name: string[] }, id: string): string => things.name[things.id.indexOf(id)] ?? id;
  const chip = (key: "sides" | "officials" | "publishers" | "places" | "offices", value: string, name: string): HTMLElement =>
    make("button", { type: "button", title: `Take ${name} out of the filter`, click: () => change({ [key]: filter[key].filter((each) => each !== value) }) }, `${name} ×`);
  find("chips").replaceChildren(
    ...filter.sides.map((code) => chip("sides", code, data.sides.name[data.sides.code.indexOf(code)] ?? code)),
    ...filter.officials.map((id) => chip("officials", id, named(data.officials, id))),
    ...filter.offices.map((id) => chip("offices", id, named(data.offices, id))),
    ...filter.places.map((id) => chip("places", id, named(data.places, id))),
    ...filter.publishers.map((name) => chip("publishers", name, name)),
    ...(filter.since || filter.until ? [make("button", { type: "button", title: "Take the window out of the filter", click: () => change({ since: "", until: "" }) }, `${filter.since || "…"} to ${filter.until || "…"} ×`)] : []),
  );
}

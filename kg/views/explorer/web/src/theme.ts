// Colours: those of Okabe and Ito for kinds, which readers of every colour vision tell apart, on light and on dark.
import type { Overview } from "./data";

export interface Theme { name: "light" | "dark"; background: string; ink: string; faint: string; line: string; land: string; accent: string; alarm: string; more: string; fewer: string }

const LIGHT: Theme = { name: "light", background: "#ffffff", ink: "#1a1d21", faint: "#6b7280", line: "#cbd1d8", land: "#eef0f2", accent: "#0b5cad", alarm: "#b3261e", more: "#c15a00", fewer: "#0b5cad" };
const DARK: Theme = { name: "dark", background: "#14171a", ink: "#e8eaed", faint: "#9aa3ad", line: "#3a4149", land: "#22272c", accent: "#7ab7ff", alarm: "#ff8a80", more: "#ffb066", fewer: "#7ab7ff" };
export const TOPIC = "#e69f00", VENUE = "#d55e00";
const KINDS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#a08a00", "#7f7f7f"];
const FIRST = ["meeting", "call", "visit", "talks", "summit", "agreement", "consultation"];

export function themeOf(name: string): Theme {
  return name === "dark" ? DARK : LIGHT;
}

/** The colour of a kind of event; kinds beyond the frequent ones share the last. */
export function kindColour(data: Overview, kind: number): string {
  const at = FIRST.indexOf(data.kinds[kind] ?? "");
  return KINDS[at < 0 ? KINDS.length - 1 : at]!;
}

export function kindsWithColour(): readonly string[] {
  return FIRST;
}

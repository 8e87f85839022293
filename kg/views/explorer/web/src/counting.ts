// Counts as they are read. What the browser has for it loads the rules of a language first, which takes longer than all
// else that the first picture says.

/** A whole number with a comma between thousands. */
export function many(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

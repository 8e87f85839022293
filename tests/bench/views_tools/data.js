// What every page has in common: the data in the page, and how it tells that it is ready.
const told = JSON.parse(document.getElementById("data").textContent);
export const { nodes, lines } = told;

export function begin(draw) {
  window.bench = { ready: draw(document.getElementById("box")).then((made) => Object.assign(window.bench, made)) };
}

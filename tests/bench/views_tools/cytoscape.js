// cytoscape with its options for speed: places of our own, haystack lines, lines hidden while the view moves.
import cytoscape from "cytoscape";
import { nodes, lines, begin } from "./data.js";

begin(async (container) => {
  const graph = cytoscape({
    container, textureOnViewport: true, hideEdgesOnViewport: true, pixelRatio: 1,
    elements: [
      ...nodes.map(([, label, x, y], id) => ({ data: { id: `n${id}`, label }, position: { x, y } })),
      ...lines.map(([from, to, first, last], id) => ({ data: { id: `e${id}`, source: `n${from}`, target: `n${to}`, first, last } })),
    ],
    style: [
      { selector: "node", style: { width: 8, height: 8, label: "data(label)", "font-size": 9, "min-zoomed-font-size": 8 } },
      { selector: "edge", style: { width: 0.5, "curve-style": "haystack" } },
      { selector: ".out", style: { display: "none" } },
    ],
    layout: { name: "preset", fit: true },
  });
  await new Promise((done) => graph.one("render", done));
  const edges = graph.edges();
  return {
    brush: (first, last) => graph.batch(() => edges.forEach((edge) => { edge.toggleClass("out", !(edge.data("first") <= last && edge.data("last") >= first)); })),
  };
});

// sigma and graphology, plain: a reducer hides what lies outside of the window.
import Graph from "graphology";
import Sigma from "sigma";
import { nodes, lines, begin } from "./data.js";

begin(async (box) => {
  const graph = new Graph({ multi: true });
  nodes.forEach(([, label, x, y], id) => graph.addNode(id, { label, x, y: -y, size: 3 }));
  lines.forEach(([from, to, first, last], id) => graph.addEdgeWithKey(id, from, to, { first, last, size: 0.5 }));
  let window = [-Infinity, Infinity];
  const drawn = new Sigma(graph, box, {
    hideEdgesOnMove: true, edgeReducer: (_, line) => (line.first <= window[1] && line.last >= window[0] ? line : { ...line, hidden: true }),
  });
  // It has drawn once already, before anybody could listen.
  const again = new Promise((done) => drawn.once("afterRender", done));
  drawn.scheduleRender();
  await again;
  return { brush: (first, last) => { window = [first, last]; drawn.refresh(); } };
});

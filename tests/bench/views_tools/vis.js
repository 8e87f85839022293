// vis-network as its documents advise for many nodes: no physics, our places, straight lines, nothing smoothed.
import { DataSet, Network } from "vis-network/standalone/esm/vis-network.js";
import { nodes, lines, begin } from "./data.js";

begin(async (box) => {
  const points = new DataSet(nodes.map(([, label, x, y], id) => ({ id, label, x, y })));
  const ends = lines.map(([from, to], id) => ({ id, from, to }));
  const edges = new DataSet(ends);
  const network = new Network(box, { nodes: points, edges }, {
    physics: false, edges: { smooth: false, width: 0.5 }, nodes: { shape: "dot", size: 5, font: { size: 9 } },
    interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true },
  });
  await new Promise((done) => network.once("afterDrawing", done));
  return {
    brush: (first, last) => edges.update(lines.map((line, id) => ({ id, hidden: !(line[2] <= last && line[3] >= first) }))),
  };
});

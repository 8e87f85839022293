// Controls around the network that pyvis drew. Every text of the graph is set as text, never as markup.
(function () {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const DAY = 86400000, LONGEST_LIST = 200;
  const contacts = KG.contacts;
  const allNodes = nodes.get(), allEdges = edges.get();

  const month = (day) => { const d = new Date(day * DAY); return d.getUTCFullYear() * 12 + d.getUTCMonth(); };
  const monthText = (n) => Math.floor(n / 12) + "-" + String(n % 12 + 1).padStart(2, "0");
  const dated = Object.values(contacts).filter((c) => c.first !== null && c.last !== null);
  const first = dated.length ? Math.min(...dated.map((c) => month(c.first))) : 0;
  const last = dated.length ? Math.max(...dated.map((c) => month(c.last))) : 0;

  const when = (c) => c.date || "date not known";
  const line = (c) => when(c) + " · " + c.kind + " · " + c.status + (c.place ? " · " + c.place : "");
  const hover = (c) => c.title + "\n" + line(c) + "\n" + c.sides.join(", ") + "\n" + c.sources + (c.sources === 1 ? " source" : " sources");

  function el(tag, text, cls) {
    const e = document.createElement(tag);
    if (text !== undefined) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  }

  function shows(c) {
    if ($("kg-unheld").checked === false && c.status !== "held") return false;
    if (c.first === null || c.last === null) return $("kg-undated").checked;
    return month(c.last) >= +$("kg-from").value && month(c.first) <= +$("kg-to").value;
  }

  function update() {
    if (+$("kg-from").value > +$("kg-to").value) $("kg-to").value = $("kg-from").value;
    $("kg-from-text").textContent = dated.length ? monthText(+$("kg-from").value) : "";
    $("kg-to-text").textContent = dated.length ? monthText(+$("kg-to").value) : "";
    const withTopics = $("kg-topics").checked;
    const shown = new Set(Object.keys(contacts).filter((id) => shows(contacts[id])));
    const isTopic = new Set(allNodes.filter((n) => n.kind === "topic").map((n) => n.id));
    const touched = new Set(shown);
    const changes = allEdges.map((e) => {
      const visible = shown.has(e.contact) && (withTopics || !(isTopic.has(e.to) || isTopic.has(e.from)));
      if (visible) { touched.add(e.from); touched.add(e.to); }
      return { id: e.id, hidden: !visible };
    });
    edges.update(changes);
    nodes.update(allNodes.map((n) => ({ id: n.id, hidden: !touched.has(n.id) })));
    count(shown);
    telling();
  }

  function count(shown) {
    const total = Object.keys(contacts).length;
    const undated = [...shown].filter((id) => contacts[id].first === null || contacts[id].last === null).length;
    let text = shown.size + " of " + total + (total === 1 ? " contact" : " contacts");
    if (undated) text += ", " + undated + " without a date";
    if (KG.leftOut) text += "; drawn are the " + KG.kept + ", " + KG.leftOut.toLocaleString("en") + " others are not";
    $("kg-count").textContent = text;
  }

  function tell(heading, ids) {
    const panel = $("kg-panel");
    panel.replaceChildren(el("h2", heading));
    const key = (id) => contacts[id].first === null ? 1e9 : contacts[id].first;
    ids.sort((a, b) => key(a) - key(b) || (a < b ? -1 : 1));
    ids.slice(0, LONGEST_LIST).forEach((id) => panel.append(article(contacts[id])));
    if (ids.length > LONGEST_LIST) panel.append(el("p", (ids.length - LONGEST_LIST) + " more: narrow the months.", "kg-hint"));
    panel.scrollTop = 0;
  }

  function article(c) {
    const a = el("article");
    a.append(el("h3", c.title));
    const p = el("p", undefined, "kg-when");
    p.append(el("span", c.status, "kg-tag " + c.status), document.createTextNode(when(c) + " · " + c.kind + (c.place ? " · " + c.place : "")));
    a.append(p, el("p", c.sides.join(", ")));
    c.officials.forEach((o) => a.append(el("p", o[0] + (o[1] ? ", " + o[1] : ""))));
    if (c.topics.length) a.append(el("p", "On: " + c.topics.join(", ")));
    c.quotes.forEach((q) => {
      const b = el("blockquote", "“" + q[0] + "”");
      b.append(el("cite", [q[1], q[2], q[3]].filter(Boolean).join(" · ")));
      a.append(b);
    });
    return a;
  }

  // What the panel tells stays right when the months change: it is told again.
  let telling = () => {};
  function clicked(at) {
    telling = () => tellOf(at);
    telling();
  }

  function tellOf(at) {
    const shown = Object.keys(contacts).filter((id) => shows(contacts[id]));
    if (at.nodes.length) {
      const n = nodes.get(at.nodes[0]);
      if (n.kind === "contact") return tell("Contact", [n.id]);
      const mine = new Set(allEdges.filter((e) => e.from === n.id || e.to === n.id).map((e) => e.contact));
      const ids = shown.filter((id) => mine.has(id));
      return tell(n.name + ": " + ids.length + (ids.length === 1 ? " contact" : " contacts"), ids);
    }
    if (at.edges.length) return tell("Contact", [edges.get(at.edges[0]).contact]);
    tell("All contacts shown", shown);
    $("kg-panel").prepend(el("p", "Click a node or a line to read who met, when, and the words that say so.", "kg-hint"));
  }

  $("kg-title").textContent = KG.title;
  for (const id of ["kg-from", "kg-to"]) {
    $(id).min = first; $(id).max = last; $(id).step = 1;
    $(id).value = id === "kg-from" ? first : last;
    $(id).addEventListener("input", update);
  }
  for (const id of ["kg-undated", "kg-unheld", "kg-topics"]) $(id).addEventListener("change", update);
  const kinds = new Set(allNodes.map((n) => n.kind));
  document.querySelectorAll("#kg-legend [data-kind]").forEach((li) => { li.hidden = !kinds.has(li.dataset.kind); });
  if (!kinds.has("topic")) $("kg-topics").parentElement.hidden = true;
  nodes.update(allNodes.map((n) => ({ id: n.id, title: contacts[n.id] ? hover(contacts[n.id]) : n.name + "\n" + n.weight + (n.weight === 1 ? " contact" : " contacts") })));
  edges.update(allEdges.map((e) => ({ id: e.id, title: hover(contacts[e.contact]) })));
  network.on("click", clicked);
  const fit = () => network.fit({ animation: false });
  $("kg-fit").addEventListener("click", fit);
  update();
  clicked({ nodes: [], edges: [] });
  fit();
  window.kgQuick = { counts: () => ({ nodes: nodes.get({ filter: (n) => !n.hidden }).length, edges: edges.get({ filter: (e) => !e.hidden }).length, contacts: Object.values(contacts).filter(shows).length }) };
})();

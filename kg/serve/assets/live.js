// Beside the explorer, on a page that a server shows: the way to the other pages, the whole graph by month with the window
// that the page holds, and word of a graph that changed.
"use strict";
(() => {
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const news = make("span", { id: "live-news", role: "status" });
  const links = [["Queries", "/queries"], ["Cypher", "/cypher"], ["API", "/api"]].map(([text, href]) => make("a", { href, class: "live" }, text));
  document.querySelector("header").append(make("nav", { "aria-label": "Server" }, ...links.flatMap((link) => [link, " "]), news));

  const asked = new URLSearchParams(location.search);
  const go = (since, until) => { location.href = `/?${new URLSearchParams({ since, until })}${location.hash}`; };
  const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7) || 1) - 1;
  const name = (nth) => `${String(Math.floor(nth / 12)).padStart(4, "0")}-${String((nth % 12) + 1).padStart(2, "0")}`;

  // First and last month of nearly all contacts: one of 1916 would leave no room for the rest. The fields reach the others.
  const usual = (months, dated) => {
    const few = Math.floor(dated * 0.005);
    const within = (ordered) => { let seen = 0; return (ordered.find(([, count]) => (seen += count) > few) ?? ordered[0])[0]; };
    return [within(months), within([...months].reverse())].map(number);
  };

  const field = (id, what, month, value) => {
    const made = make("input", { id, "aria-label": `${what} month that the page holds`, placeholder: month, size: "8" });
    made.value = value ?? "";
    return made;
  };

  // Draws a bar a month, those of `held` in full.
  const bars = (canvas, months, [first, last], held) => {
    const width = (canvas.width = Math.max(200, canvas.clientWidth)), height = (canvas.height = 34), pen = canvas.getContext("2d");
    const wide = width / (last + 1 - first), most = Math.max(...months.map((each) => each[1]));
    pen.fillStyle = getComputedStyle(document.body).color;
    for (const [month, count] of months) {
      const nth = number(month), tall = (height * count) / most;
      pen.globalAlpha = nth >= held[0] && nth <= held[1] ? 1 : 0.35;
      pen.fillRect((nth - first) * wide, height - tall, Math.max(1, wide - 0.5), tall);
    }
  };

  // A drag from a month to another.
  const dragging = (canvas, [first, last], during, done) => {
    let start;
    const at = (event) => Math.min(last, Math.max(first, Math.floor(first + (event.offsetX / canvas.clientWidth) * (last + 1 - first))));
    const span = (event) => [Math.min(start, at(event)), Math.max(start, at(event))];
    canvas.addEventListener("pointerdown", (event) => { start = at(event); canvas.setPointerCapture(event.pointerId); });
    canvas.addEventListener("pointermove", (event) => { if (start !== undefined) during(span(event)); });
    canvas.addEventListener("pointerup", (event) => { if (start !== undefined) done(span(event)); });
  };

  // The whole graph by month; a drag, or two fields, choose which months the page is to hold.
  const strip = ({ months, contacts, undated }) => {
    if (!months.length) return;
    const span = usual(months, contacts - undated), [since, until] = ["since", "until"].map((each) => asked.get(each) ?? "");
    const from = field("live-since", "First", months[0][0], since), to = field("live-until", "Last", months[months.length - 1][0], until);
    const hold = make("button", { type: "button" }, "Hold these");
    hold.addEventListener("click", () => go(from.value, to.value));
    const canvas = make("canvas", { id: "live-months", role: "img", "aria-label": `The whole graph by month: ${contacts} contacts, nearly all from ${name(span[0])} to ${name(span[1])}, ${undated} without a date. The fields beside choose what this page holds.` });
    const words = make("span", {}, `${contacts.toLocaleString("en")} contacts in the graph; this page holds `);
    document.querySelector("#counts").after(make("div", { id: "live-strip", role: "group", "aria-label": "What the page holds of the graph" }, words, from, " to ", to, hold, canvas));
    const held = [since ? number(since) : -Infinity, until ? number(until.length > 4 ? until : `${until}-12`) : Infinity];
    const draw = (those = held) => bars(canvas, months, span, those);
    dragging(canvas, span, draw, ([first, last]) => go(name(first), name(last)));
    new ResizeObserver(() => draw()).observe(canvas);
    new MutationObserver(() => draw()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  };
  fetch("/api/rollup").then((answer) => (answer.ok ? answer.json() : undefined)).then((rollup) => rollup && strip(rollup), () => undefined);

  const ask = async () => {
    try {
      const answer = await fetch("/api/state");
      if (!answer.ok) throw new Error(String(answer.status));
      const { state } = await answer.json();
      if (state === "__STATE__") {
        news.textContent = "";
      } else {
        const again = make("button", {}, "Show it as it is now");
        again.addEventListener("click", () => location.reload());
        news.replaceChildren("The graph has changed since this page was made. ", again);
        return;
      }
    } catch {
      news.textContent = "The server does not answer; what you see is as it was.";
    }
    setTimeout(ask, 5000);
  };
  setTimeout(ask, 1000);
})();

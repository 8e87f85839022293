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

  // A bar a month; a drag, or two fields, choose which months the page is to hold.
  const strip = ({ months, contacts, undated }) => {
    if (!months.length) return;
    const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
    const name = (nth) => `${String(Math.floor(nth / 12)).padStart(4, "0")}-${String((nth % 12) + 1).padStart(2, "0")}`;
    const first = number(months[0][0]), last = number(months[months.length - 1][0]);
    const canvas = make("canvas", { id: "live-months", role: "img", "aria-label": `The whole graph: ${contacts} contacts from ${name(first)} to ${name(last)}, ${undated} without a date. The fields beside choose what this page holds.` });
    const from = make("input", { id: "live-since", "aria-label": "First month that the page holds", placeholder: name(first), size: "8" });
    const to = make("input", { id: "live-until", "aria-label": "Last month that the page holds", placeholder: name(last), size: "8" });
    from.value = asked.get("since") ?? "";
    to.value = asked.get("until") ?? "";
    const hold = make("button", { type: "button" }, "Hold these");
    hold.addEventListener("click", () => go(from.value, to.value));
    const words = make("span", {}, `${contacts.toLocaleString("en")} contacts in the graph; this page holds `);
    document.querySelector("#counts").after(make("div", { id: "live-strip", role: "group", "aria-label": "What the page holds of the graph" }, words, from, " to ", to, hold, canvas));
    const width = (canvas.width = Math.max(200, canvas.clientWidth)), height = (canvas.height = 34);
    const x = (nth) => ((nth - first) / (last + 1 - first)) * width, most = Math.max(...months.map((each) => each[1]));
    const draw = (brush) => {
      const pen = canvas.getContext("2d"), ink = getComputedStyle(document.body);
      pen.clearRect(0, 0, width, height);
      const held = brush ?? [from.value ? number(`${from.value.slice(0, 4)}-${from.value.slice(5, 7) || "01"}`) : first, to.value ? number(`${to.value.slice(0, 4)}-${to.value.slice(5, 7) || "12"}`) : last];
      for (const [month, count] of months) {
        const nth = number(month), tall = (height * count) / most;
        pen.globalAlpha = nth >= held[0] && nth <= held[1] ? 1 : 0.35;
        pen.fillStyle = ink.color;
        pen.fillRect(x(nth), height - tall, Math.max(1, x(nth + 1) - x(nth) - 0.5), tall);
      }
    };
    let start;
    const at = (event) => Math.min(last, Math.max(first, Math.floor(first + (event.offsetX / canvas.clientWidth) * (last + 1 - first))));
    canvas.addEventListener("pointerdown", (event) => { start = at(event); canvas.setPointerCapture(event.pointerId); });
    canvas.addEventListener("pointermove", (event) => { if (start !== undefined) draw([Math.min(start, at(event)), Math.max(start, at(event))]); });
    canvas.addEventListener("pointerup", (event) => { go(name(Math.min(start, at(event))), name(Math.max(start, at(event)))); });
    draw();
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

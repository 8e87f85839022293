// Beside the explorer, on a page that a server shows: the way to the other pages, and word of a graph that changed.
"use strict";
(() => {
  const bar = document.createElement("nav");
  bar.setAttribute("aria-label", "Server");
  for (const [text, address] of [["Queries", "/queries"], ["Cypher", "/cypher"], ["API", "/api"]]) {
    const link = document.createElement("a");
    link.textContent = text;
    link.href = address;
    link.className = "live";
    bar.append(link, " ");
  }
  const news = document.createElement("span");
  news.id = "live-news";
  news.setAttribute("role", "status");
  bar.append(news);
  document.querySelector("header").append(bar);

  const ask = async () => {
    try {
      const answer = await fetch("/api/state");
      if (!answer.ok) throw new Error(String(answer.status));
      const { state } = await answer.json();
      if (state === "__STATE__") {
        news.textContent = "";
      } else {
        const again = document.createElement("button");
        again.textContent = "Show it as it is now";
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

"""Opens one page in a browser of its own and prints what it measures, line by line, until it is told to stop.

In a process of its own, for a page may keep its browser busy for ever: whoever began it reads what came until then.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.views_pages import NOTHING

FLAGS = [
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--enable-precise-memory-info",
    "--disable-accelerated-2d-canvas", "--js-flags=--expose-gc", "--disable-quic", "--disable-dev-shm-usage",
]  # fmt: skip
"""WebGL in software, which sigma needs; pictures that need none are not drawn by way of it."""
_FOR_EVER = 3_600_000
_MONTH = tuple((day - date(1970, 1, 1)).days for day in (date(2012, 3, 1), date(2012, 3, 31)))
_TWICE = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_BRUSH = """
async ([first, last]) => {
  const start = performance.now();
  if (window.kgView) kgView.setState({since: '2012-03', until: '2012-03'}); else bench.brush(first, last);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}
"""
# Nothing is handed back: the driver would copy the whole network that a tool's call may return.
_UNBRUSH = "void (window.kgView ? kgView.setState({since: '', until: ''}) : bench.brush(-1e9, 1e9))"
# In the page itself: a driver that asks from outside would add its own way there and back, and its waiting for a turn.
_WATCH = """
window.shown = new Promise((done, failed) => {
  for (const name of ['kgView', 'bench']) {
    let tool;
    Object.defineProperty(window, name, { get: () => tool, set: (value) => {
      tool = value;
      const frame = () => new Promise(drawn => requestAnimationFrame(drawn));
      Promise.resolve(tool.ready).then(frame).then(frame).then(() => done(performance.now()), failed);
    } });
  }
});
"""
_FRAMES = """
() => { window.frames95 = []; let last = performance.now();
  const tick = now => { frames95.push(now - last); last = now; if (window.frames95) requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }
"""


def measured(tab: Page, file: Path) -> Iterator[tuple[str, float]]:
    """Yield the name of a figure and the figure, as soon as each is known."""
    tab.set_default_timeout(_FOR_EVER)
    # What is timed is a page in a browser that runs, not the start of the browser's processes.
    tab.goto(NOTHING.as_uri())
    tab.evaluate(_TWICE)
    tab.add_init_script(_WATCH)
    work = _work(tab)
    tab.goto(file.as_uri(), wait_until="commit")
    yield "ready", float(tab.evaluate("window.shown"))
    yield "work", (until_ready := work())
    if tab.evaluate("Boolean(window.kgView || bench.brush)"):
        tab.evaluate(_BRUSH, list(_MONTH))
        yield "month", work() - until_ready
        tab.evaluate(_UNBRUSH)
        yield "brush", statistics.median(_brushes(tab))
    yield "pan", _pan(tab)
    tab.evaluate("gc()")
    yield "heap", tab.evaluate("performance.memory.usedJSHeapSize") / 1e6


def _work(tab: Page) -> Callable[[], float]:
    """Return what tells how many milliseconds of a processor the page's main thread took since now."""
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def so_far() -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in found if one["name"] == "TaskDuration") * 1000

    before = so_far()
    return lambda: so_far() - before


def _brushes(tab: Page) -> Iterator[float]:
    for _ in range(5):
        yield tab.evaluate(_BRUSH, list(_MONTH))
        tab.evaluate(_UNBRUSH)
        tab.evaluate(_TWICE)


def _pan(tab: Page) -> float:
    """Drag the network to and fro for a second and a half; the 95th percentile of a frame."""
    box = tab.locator("#network, #box, #mynetwork").first.bounding_box()
    if box is None:
        return 0.0
    x, y = box["x"] + box["width"] / 2 + 40, box["y"] + box["height"] / 3
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(_FRAMES)
    until = time.monotonic() + 1.5
    step = 0
    while time.monotonic() < until:
        step += 1
        tab.mouse.move(x + 60 * (step % 2), y + step % 40)
    frames = sorted(tab.evaluate("(() => { const all = window.frames95; window.frames95 = null; return all; })()"))
    tab.mouse.up()
    return float(frames[int(len(frames) * 0.95)]) if frames else 0.0


def main(file: Path) -> None:
    """Measure the page of a file."""
    chromium = os.environ.get("KG_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        # The driver waits by evaluating text, which the explorer's own policy forbids.
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, bypass_csp=True)
        for name, figure in measured(context.new_page(), file):
            print(name, figure, flush=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

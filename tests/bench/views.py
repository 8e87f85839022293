"""How soon a page can be read, how it feels, and how large it is: the explorer beside other ways to draw a network.

Figures are milliseconds in a headless Chromium with software rendering: ``ready`` from opening the file to the first
picture; ``brush`` from choosing one month to the picture of it; ``pan`` the 95th percentile of a frame while dragging.
The explorer draws a network, a map, lanes and a table each time; the others draw the network alone.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.bench.views_data import SIZES, Made, made_up
from tests.bench.views_pages import BUNDLED, PYVIS_LIMIT, page

_FLAGS = [
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--enable-precise-memory-info",
    "--js-flags=--expose-gc", "--disable-quic", "--disable-dev-shm-usage",
]  # fmt: skip
"""WebGL in software, which sigma needs."""
_PATIENCE = 60_000
_AIMS = {"m": (500, 60), "l": (900, 190)}
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
_UNBRUSH = "window.kgView ? kgView.setState({since: '', until: ''}) : bench.brush(-1e9, 1e9)"
_READY = """
async () => {
  await (window.kgView ? kgView.ready : bench.ready);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now();
}
"""
_FRAMES = """
() => { window.frames95 = []; let last = performance.now();
  const tick = now => { frames95.push(now - last); last = now; if (window.frames95) requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }
"""


class Figures(NamedTuple):
    """What was measured of one page; ``None`` where it did not come to that."""

    ready: float | None
    brush: float | None
    pan: float | None
    memory: float | None
    size: float


def main() -> None:
    """Measure every tool at every size, and print a table."""
    chromium = os.environ.get("KG_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        print(f"{'':22}{'':>3} {'ready':>7} {'brush':>7} {'pan':>7} {'heap MB':>8} {'page MB':>8}")
        for size in SIZES:
            made = made_up(size)
            for tool, figures in _measured(browser, made, Path(folder)):
                print(f"{tool:22}{size:>3} {_row(figures)}{_verdict(tool, size, figures)}", flush=True)
        browser.close()


def _measured(browser: Browser, made: Made, folder: Path) -> Iterator[tuple[str, Figures]]:
    for tool in ("explorer", *BUNDLED, "pyvis as it is"):
        if tool.startswith("pyvis") and len(made.lines) > PYVIS_LIMIT:
            continue
        file = folder / "page.html"
        file.write_text(page(tool, made), encoding="utf-8")
        yield tool, _best(browser, file)


def _best(browser: Browser, file: Path) -> Figures:
    """Open the page three times, and keep the median of each figure; once where it is not ready in time."""
    runs = [_once(browser, file)]
    if runs[0].ready is not None:
        runs += [_once(browser, file) for _ in range(2)]
    columns = zip(*(run[:4] for run in runs), strict=True)
    middle = (None if None in column else statistics.median(column) for column in map(list, columns))
    return Figures(*middle, file.stat().st_size / 1e6)


def _once(browser: Browser, file: Path) -> Figures:
    # The driver waits by evaluating text, which the explorer's own policy forbids.
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, bypass_csp=True)
    tab = context.new_page()
    tab.set_default_timeout(_PATIENCE)
    try:
        tab.goto(file.as_uri(), wait_until="commit")
        tab.wait_for_function("window.kgView !== undefined || window.bench !== undefined")
        ready = _in_time(tab)
        if ready is None or not tab.evaluate("Boolean(window.kgView || bench.brush)"):
            return Figures(ready, None, None, None, 0)
        brush = statistics.median(_brushes(tab))
        pan = _pan(tab)
        tab.evaluate("gc()")
        return Figures(ready, brush, pan, tab.evaluate("performance.memory.usedJSHeapSize") / 1e6, 0)
    except Error as error:
        print(f"{file.name}: {error.message.splitlines()[0]}")
        return Figures(None, None, None, None, 0)
    finally:
        context.close()


def _in_time(tab: Page) -> float | None:
    tab.evaluate(f"void ({_READY})().then(at => (window.readyAt = at))")
    try:
        tab.wait_for_function("window.readyAt !== undefined", timeout=_PATIENCE)
    except Error:
        return None
    return float(tab.evaluate("window.readyAt"))


def _brushes(tab: Page) -> Iterator[float]:
    for _ in range(5):
        yield tab.evaluate(_BRUSH, list(_MONTH))
        tab.evaluate(_UNBRUSH)
        tab.evaluate(_TWICE)


def _pan(tab: Page) -> float:
    """Drag the network to and fro for a second."""
    box = tab.locator("#network, #box").first.bounding_box()
    assert box is not None
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


def _row(figures: Figures) -> str:
    cells = ["-" if each is None else f"{each:.0f}" for each in figures[:4]]
    return f"{cells[0]:>7} {cells[1]:>7} {cells[2]:>7} {cells[3]:>8} {figures.size:>8.2f}"


def _verdict(tool: str, size: str, figures: Figures) -> str:
    if tool != "explorer" or size not in _AIMS or figures.ready is None or figures.brush is None:
        return ""
    ready, brush = _AIMS[size]
    met = figures.ready < ready and figures.brush < brush
    return f"   aim: ready {ready}, brush {brush}: {'met' if met else 'not met'}"


if __name__ == "__main__":
    main()

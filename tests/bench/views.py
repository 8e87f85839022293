"""How soon a page can be read, how it feels, and how large it is: the explorer beside other ways to draw a network.

Figures are milliseconds in a headless Chromium with software rendering that already runs: ``ready`` from going to the
file until two frames after the tool says that it has drawn, told by the page's own clock; ``brush`` from choosing one
month to the picture of it; ``pan`` the 95th percentile of a frame while dragging; ``work`` and ``month`` what the main
thread took of a processor until ready and for the first brush, which depends less on what else the machine does.
The explorer draws a network, a map, lanes and a table each time; the others draw the network alone. The row "nothing"
is a page without anything in it: what the browser takes by itself. Each page is opened three times, in a browser of its
own, and has so many seconds each time; what it did not come to is said so.

Run: python -m tests.bench.views [--tool explorer ...] [--size s|m|l ...]
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from tests.bench.views_data import SIZES, Made, made_up
from tests.bench.views_pages import BUNDLED, page, script_size

_SECONDS = 60
_OPENED = 3
_AIMS = {"m": (500, 60, 0.6), "l": (900, 190, None)}
_HEADS = (
    ("ready", 7), ("work", 6), ("brush", 7), ("month", 6), ("pan", 6), ("heap MB", 8), ("page MB", 8), ("data MB", 8),
)  # fmt: skip
_NAMES = ("ready", "work", "brush", "month", "pan", "heap")
_TOOLS = ("explorer", *BUNDLED, "pyvis as it is", "nothing")


Ended: TypeAlias = Literal["done", "late", "died"]


class Figures(NamedTuple):
    """The median of what was measured of one page, by name; its size, and that of what is the same for all data."""

    medians: dict[str, float]
    ended: Ended
    size: float
    script: float


def main() -> None:
    """Measure every tool at every size, or those that are asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", choices=_TOOLS, action="append")
    parser.add_argument("--size", choices=tuple(SIZES), action="append")
    asked = parser.parse_args()
    heads = "".join(f"{name:>{wide}} " for name, wide in _HEADS)
    print(f"{'':25} {heads}")
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.size or SIZES:
            for tool, figures in _measured(asked.tool or _TOOLS, made_up(size), Path(folder) / "page.html"):
                print(f"{tool:22}{size:>3} {_row(figures)}{_remark(tool, size, figures)}", flush=True)


def _measured(tools: Sequence[str], made: Made, file: Path) -> Iterator[tuple[str, Figures]]:
    for tool in tools:
        file.write_text(page(tool, made), encoding="utf-8")
        yield tool, _opened(file, script_size(tool))


def _opened(file: Path, script: int) -> Figures:
    """Open the page three times, and keep the median of each figure; once where it is not done in time."""
    runs: list[dict[str, float]] = []
    ended: Ended = "done"
    while ended == "done" and len(runs) < _OPENED:
        figures, ended = _once(file)
        runs.append(figures)
    medians = {name: statistics.median(run[name] for run in runs if name in run) for name in runs[0]}
    return Figures(medians, ended, file.stat().st_size / 1e6, script / 1e6)


def _once(file: Path) -> tuple[dict[str, float], Ended]:
    """Measure in a process of its own, which is ended with its browser when its time is over."""
    command = [sys.executable, "-m", "tests.bench.views_once", str(file)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    late = False
    try:
        said, _ = running.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        late = True
        os.killpg(running.pid, signal.SIGKILL)
        said, _ = running.communicate()
    figures = {name: float(figure) for name, figure in (line.split() for line in said.splitlines())}
    return figures, "late" if late else "died" if running.returncode else "done"


def _row(figures: Figures) -> str:
    cells = [f"{figures.medians[name]:.0f}" if name in figures.medians else "-" for name in _NAMES]
    sizes = f"{figures.size:>8.2f} {figures.size - figures.script:>8.2f}"
    return f"{cells[0]:>7} {cells[1]:>6} {cells[2]:>7} {cells[3]:>6} {cells[4]:>6} {cells[5]:>8} {sizes}"


def _remark(tool: str, size: str, figures: Figures) -> str:
    """What was not reached in time; for the explorer, whether it is as quick and small as it is to be."""
    reached = "done" if "ready" in figures.medians else "ready"
    if figures.ended != "done":
        return f"   not {reached}" + (
            f" in {_SECONDS} s" if figures.ended == "late" else ": the page or the browser died"
        )
    if tool != "explorer" or size not in _AIMS:
        return ""
    ready, brush, data = _AIMS[size]
    met = figures.medians["ready"] < ready and figures.medians["brush"] < brush
    small = data is None or figures.size - figures.script < data
    said = f"ready {ready}, brush {brush}" + (f", data {data} MB" if data else "")
    return f"   aim: {said}: {'met' if met and small else 'not met'}"


if __name__ == "__main__":
    main()

"""What the tour of the documents says of the large graph: the corpora's 9,200 texts in the explorer.

    python -m tests.bench.tour [--pictures FOLDER]

Reads ../shared/corpora into an embedded graph, opens the page at each stop and prints what stands above the views and
beside them. ``--pictures`` keeps a picture of each, for what is drawn alone, such as the bars of who hosts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from kg import graph as library
from kg.views.explorer.page import explorer_page

_CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
_LEGENDS = ("network-legend", "lanes-legend", "map-legend")
STOPS = {
    "between": "sides=RUS&sides=USA&level=contacts&lanes=officials",
    "between-2021": "sides=RUS&sides=USA&level=contacts&lanes=officials&since=2021-01&until=2022-03",
    "lavrov": "officials=official-9789ea84cad731f293e147e1&level=officials&lanes=topics",
    "split": "split=2022-02-24",
    "balance": "map=balance",
    "single": "only=single",
    "disputed": "only=disputed&statuses=",
    "not-held": "statuses=planned&statuses=postponed&statuses=proposed&statuses=cancelled&until=2025-12-31",
}


def main() -> int:
    """Print the counts and the legends of each stop."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    if not _CORPORA.is_dir():
        print("needs ../shared/corpora, which is not beside this checkout")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "tour.html"
        page.write_text(_large_page(Path(folder) / "graph"), encoding="utf-8")
        _show(page, asked.pictures)
    return 0


def _large_page(folder: Path) -> str:
    with library.open_graph(str(folder)) as graph:
        graph.load(*map(str, sorted(_CORPORA.glob("*.jsonl.gz"))), jobs=2)
        return explorer_page(graph.engine, "Contacts")[0]


def _show(page: Path, pictures: Path | None) -> None:
    found = os.environ.get("KG_TEST_CHROMIUM") or shutil.which("chromium")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=found, args=["--no-sandbox"]) as own,
    ):
        tab = own.new_page(viewport={"width": 1600, "height": 1000}, offline=True)
        for stop, address in STOPS.items():
            tab.goto("about:blank")
            tab.goto(f"{page.as_uri()}#{address}")
            tab.wait_for_function("window.kgView !== undefined")
            tab.evaluate("kgView.ready")
            _print(stop, tab)
            if pictures is not None:
                tab.screenshot(path=pictures / f"{stop}.png")


def _print(stop: str, tab: Page) -> None:
    print(f"{stop}: {tab.inner_text('#counts')}")
    for legend in _LEGENDS:
        print(f"  {' '.join(tab.inner_text(f'#{legend}').split())}")


if __name__ == "__main__":
    raise SystemExit(main())

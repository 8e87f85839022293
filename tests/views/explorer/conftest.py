"""The explorer's page of two graphs, each made once, in one page of a browser whose network is cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from kg.load.run import Clock, Watcher, load
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.views.explorer.page import explorer_page
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import Servers, make_engine
from tests.views.conftest import Opened

_EVENTS = 120
_USUAL: Mapping[str, Any] = {
    "since": "", "until": "", "certainty": "possible", "kinds": [], "statuses": ["held"], "topics": [],
    "publishers": [], "places": [], "offices": [], "sides": [], "officials": [], "only": "", "known": "", "told": "",
    "split": "", "level": "sides", "lanes": "sides", "map": "travel", "view": "", "open": "",
}  # fmt: skip


class Graph:
    """A graph, and the explorer's page of it."""

    def __init__(self, engine: Engine, title: str = "Contacts") -> None:
        self.engine = engine
        self.page, self.contacts = explorer_page(engine, title)

    def only(self, query: str, **parameters: Any) -> Any:
        """Return the one value that a query gives."""
        return self.engine.read(query, parameters).rows[0][0]


class Explorer(Opened):
    """The explorer in a browser."""

    def __init__(self, context: BrowserContext, html: str, folder: Path) -> None:
        super().__init__(context.new_page())
        self._file = folder / "explorer.html"
        self._file.write_text(html, encoding="utf-8")
        self.address()

    def address(self, fragment: str = "") -> Page:
        """Open the page anew at an address."""
        self.page.goto("about:blank")
        self.page.goto(f"{self._file.as_uri()}{fragment}")
        self.page.wait_for_function("window.kgView !== undefined")
        self.page.evaluate("kgView.ready")
        return self.page

    def set(self, **chosen: Any) -> Page:
        """Set the filter: what is not named is as usual."""
        self.page.evaluate("filter => kgView.setState(filter)", {**_USUAL, **chosen})
        return self.page

    @property
    def counts(self) -> dict[str, int]:
        """What is on the screen."""
        counts: dict[str, int] = self.page.evaluate("kgView.counts()")
        return counts

    @property
    def rows(self) -> Locator:
        """The rows of the table, when those that cannot be seen have come too."""
        self.page.wait_for_selector("#table:not([aria-busy])")
        return self.page.locator("#table tbody tr")

    def text(self, name: str) -> str:
        """Return what an element says."""
        return self.page.inner_text(f"#{name}")


@pytest.fixture(scope="package")
def graph(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A made-up history."""
    with make_engine("embedded", servers, tmp_path_factory.mktemp("explorer")).open() as engine:
        apply_schema(engine)
        clock = Clock("2025-01-01T00:00:00Z")
        load(history(_EVENTS), GraphStore(engine), tenure_reading, inputs=["made up"], clock=clock, watcher=Watcher())
        yield Graph(engine)


HOSTILE_TITLE = "</title></script><script>alert(1)</script><!--script--><img src=x onerror=alert(2)>"


@pytest.fixture(scope="package")
def small(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The small graph, with hostile names and quotes, under a hostile title."""
    with make_engine("embedded", servers, tmp_path_factory.mktemp("small")).open() as engine:
        write_small_graph(engine)
        engine.write(
            lambda tx: tx.run("MATCH (o:Official {id: 'official-wang'}) SET o.name = $t", t=HOSTILE_TITLE).consume()
        )
        yield Graph(engine, HOSTILE_TITLE)


def _opened(browser: Browser, html: str, folder: Path) -> Iterator[Explorer]:
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 800}, accept_downloads=True) as context:
        yield Explorer(context, html, folder)


@pytest.fixture(scope="module")
def shown(browser: Browser, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The made-up history in the browser; one page for a module."""
    yield from _opened(browser, graph.page, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def small_shown(browser: Browser, small: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The small graph in the browser; one page for a module."""
    yield from _opened(browser, small.page, tmp_path_factory.mktemp("page"))

"""``graph.view()``: what a notebook shows, in the real browser, as a notebook's front end puts it into its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.graph import Graph
from kg.load.run import Clock, Watcher
from kg.views.notebook import NotebookView
from tests.bench.synthetic import history
from tests.servers.real_engine import Servers, make_engine
from tests.views.conftest import Opened

_EVENTS = 40


@pytest.fixture(scope="module")
def graph(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with Graph(make_engine("embedded", servers, tmp_path_factory.mktemp("notebook")).open(), remote=False) as found:
        clock = Clock("2025-01-01T00:00:00Z")
        found.load_readings(history(_EVENTS), inputs=["made up"], clock=clock, watcher=Watcher())
        yield found


class Tags(HTMLParser):
    """The tags of a piece of HTML, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(("kind", "api"), [("explorer", "kgView"), ("pyvis", "kgQuick")])
def test_a_notebook_shows_all_contacts(graph: Graph, kind: str, api: str, opened: Opened, tmp_path: Path) -> None:
    view = graph.view("pyvis" if kind == "pyvis" else "explorer")
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><div class=output>{view._repr_html_()}</div>", encoding="utf-8")
    opened.page.goto(notebook.as_uri())
    frame = opened.page.frames[1]
    frame.wait_for_function(f"window.{api} !== undefined")
    if kind == "explorer":
        frame.evaluate("kgView.ready")
        frame.evaluate("kgView.setState({statuses: []})")
        assert frame.evaluate("kgView.counts().contacts") == view.contacts
    else:
        assert frame.evaluate("kgQuick.counts().contacts") == view.contacts
    assert [one for one in opened.asked if not one.startswith(("file:", "data:", "blob:", "about:"))] == []
    assert opened.said == []


def test_the_page_stands_in_one_attribute_and_reaches_nothing() -> None:
    hostile = NotebookView("\"><script>alert(1)</script>'&amp;", 1, 300)
    tags = Tags(hostile._repr_html_()).found
    assert [name for name, _ in tags] == ["iframe"]
    assert tags[0][1]["srcdoc"] == hostile.page
    assert tags[0][1]["sandbox"] == "allow-scripts allow-downloads"


def test_the_quick_picture_takes_a_window(graph: Graph) -> None:
    every = graph.view("pyvis")
    none = graph.view("pyvis", since=date(2190, 1, 1), title="Nothing yet")
    assert none.contacts < every.contacts
    assert "Nothing yet" in none.page

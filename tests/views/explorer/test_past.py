"""*Recorded by* shows each contact as the graph had it, after corrections, withdrawals, rankings and judgements."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser

from kg import graph as library
from kg.load.report import LoadReport
from kg.load.run import Clock, Watcher
from kg.model import Reading
from kg.store.engine import Engine
from kg.views.explorer.page import explorer_page
from tests.promises.history import History
from tests.servers.real_engine import ENGINES, Servers, make_engine
from tests.views.explorer.conftest import Explorer

Rows: TypeAlias = list[tuple[str, ...]]

_SHOWN = """
MATCH (e:Contact) RETURN e.id, coalesce(e.date, ''), e.kind, e.status, e.title, [(e)<-[:TOOK_PART]-(s) | s.name],
  [(e)<-[:ATTENDED]-(o) | o.name], [(e)-[:HELD_AT]->(p) | p.name], [(e)-[:ON_TOPIC]->(t) | t.name], e.sources
"""
_QUOTES = (
    "MATCH (e:Contact)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source) WHERE c.withdrawn IS NULL AND s.withdrawn IS NULL "
    "RETURN DISTINCT e.id, c.quote"
)
_TABLE = """
rows => rows.map(row => [row.dataset.id, row.cells[0].textContent, row.cells[1].textContent, row.cells[2].textContent,
  row.querySelector('.open').title, ...[3, 4, 5, 6].map(at => row.cells[at].title || row.cells[at].textContent),
  row.cells[7].textContent])
"""


class Past:
    """What was shown after each day of a history, and the page that was made when it was over."""

    def __init__(
        self, shown: Explorer, then: Mapping[str, Rows], quotes: Mapping[str, set[tuple[str, str]]], html: str
    ) -> None:
        self.shown = shown
        self.html = html
        self.then = then
        self.quotes = quotes


def table_in(engine: Engine) -> Rows:
    """Return what a table of the graph's contacts says now."""
    return sorted(
        tuple("; ".join(sorted(one)) if isinstance(one, list) else str(one) for one in row)
        for row in engine.read(_SHOWN).rows
    )


def table_on(shown: Explorer) -> Rows:
    """Return what the table of the page says."""
    rows: list[list[str]] = shown.rows.evaluate_all(_TABLE)
    return sorted(
        tuple("; ".join(sorted(one.split("; "))) if 5 <= at <= 8 else one for at, one in enumerate(row)) for row in rows
    )


def happening(graph: library.Graph) -> Iterator[str]:
    """Let a history happen, and yield its moments."""

    def load(one: Reading, now: str) -> LoadReport:
        return graph.load_readings([one], inputs=["history"], clock=Clock(now), watcher=Watcher())

    yield from History(graph, load, random.Random(11)).happen()


@pytest.fixture(scope="module")
def past(browser: Browser, servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Past]:
    """The page of a made-up history."""
    opened = make_engine("embedded", servers, tmp_path_factory.mktemp("past")).open()
    with library.Graph(opened, remote=False) as graph:
        then, quotes = {}, {}
        for moment in happening(graph):
            then[moment[:10]] = table_in(graph.engine)
            quotes[moment[:10]] = {(str(key), str(quote)) for key, quote in graph.engine.read(_QUOTES).rows}
        html, contacts = explorer_page(graph.engine, "Contacts")
        assert contacts == len(then[moment[:10]])
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 800}) as context:
        yield Past(Explorer(context, html, tmp_path_factory.mktemp("page")), then, quotes, html)


def test_each_contact_is_shown_as_the_graph_had_it(past: Past) -> None:
    for day, rows in past.then.items():
        past.shown.set(statuses=[], known=day)
        assert table_on(past.shown) == rows, day
    assert len({str(rows) for rows in past.then.values()}) > 5, "the history changes what is shown"
    past.shown.set(statuses=[])
    assert table_on(past.shown) == rows
    assert past.shown.said == []


def test_a_contact_of_the_past_says_until_when_and_by_which_words(past: Past) -> None:
    told = 0
    for day, quotes in past.quotes.items():
        page = past.shown.set(statuses=[], known=day)
        for row in past.then[day]:
            page.evaluate("id => kgView.setState({open: id})", row[0])
            page.wait_for_selector("#contact blockquote")
            said: Any = set(page.locator("#contact blockquote").all_text_contents())
            if "As the graph had it" in page.inner_text("#contact"):
                told += 1
                assert said == {quote for key, quote in quotes if key == row[0]}, (day, row)
    assert told > 3


def test_neo4j_gives_the_same_page(past: Past, servers: Servers, tmp_path: Path) -> None:
    with make_engine(ENGINES[1], servers, tmp_path).open() as opened:
        for _ in happening(library.Graph(opened, remote=False)):
            pass
        assert explorer_page(opened, "Contacts")[0] == past.html

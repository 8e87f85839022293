"""The explorer in a real browser: the same counts as the store, an address that opens the same view, hostile text."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kg.load.run import Clock, Watcher, load
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.views.explorer.page import explorer_page
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.queries.small_data import HOSTILE
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import RealEngine, Servers, make_engine
from tests.views.conftest import Opened

_EVENTS = 250
_COUNT = """
MATCH (e:Contact)
WHERE (size($statuses) = 0 OR e.status IN $statuses) AND (size($kinds) = 0 OR e.kind IN $kinds)
WITH e, [(e)<-[:TOOK_PART]-(s) | coalesce(s.iso3, s.code)] AS sides, [(e)-[:ON_TOPIC]->(t) | t.code] AS topics
WHERE all(x IN $sides WHERE x IN sides) AND (size($topics) = 0 OR any(x IN topics WHERE x IN $topics))
WITH e WHERE ($only = '' OR ($only = 'single' AND e.sources = 1))
RETURN e.earliest AS earliest, e.latest AS latest
"""


class Graph:
    """A made-up history in a graph, and the explorer's page of it."""

    def __init__(self, engine: Engine, page: str) -> None:
        self.engine = engine
        self.page = page


@pytest.fixture(scope="module")
def graph(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with make_engine("embedded", servers, tmp_path_factory.mktemp("explorer")).open() as engine:
        apply_schema(engine)
        clock = Clock("2025-01-01T00:00:00Z")
        load(history(_EVENTS), GraphStore(engine), tenure_reading, inputs=["made up"], clock=clock, watcher=Watcher())
        yield Graph(engine, explorer_page(engine, "Contacts")[0])


def show(opened: Opened, html: str, folder: Path, address: str = "") -> Page:
    file = folder / "explorer.html"
    file.write_text(html, encoding="utf-8")
    opened.page.goto(f"{file.as_uri()}{address}")
    opened.page.wait_for_function("window.kgView !== undefined")
    opened.page.evaluate("kgView.ready")
    return opened.page


def filters(chance: random.Random) -> dict[str, Any]:
    """Return a filter as a reader might set it."""
    year, month = chance.randint(2000, 2024), chance.randint(1, 12)
    windows = [("", ""), (str(year), str(year + chance.randint(0, 6))), (f"{year}-{month:02}", f"{year}-{month:02}")]
    since, until = chance.choice(windows)
    return {
        "since": since, "until": until, "certainty": chance.choice(["possible", "certain"]),
        "statuses": chance.choice([[], ["held"], ["planned", "cancelled"]]),
        "kinds": chance.sample(["meeting", "call", "visit", "talks"], chance.randint(0, 2)),
        "sides": chance.sample(["AFG", "ALB", "DZA", "AND", "AGO"], chance.choice([0, 0, 1, 2])),
        "topics": chance.sample(["energy", "trade", "security", "economy"], chance.choice([0, 0, 2])),
        "only": chance.choice(["", "", "single"]),
    }  # fmt: skip


def counts_in_store(engine: Engine, chosen: dict[str, Any]) -> dict[str, int]:
    """Count by the graph's own rule: certain where the whole span lies in the window, possible where it may."""
    lists = {key: chosen[key] for key in ("statuses", "kinds", "sides", "topics", "only")}
    rows = engine.read(_COUNT, lists).rows
    since = f"{chosen['since']}-01" if len(chosen["since"]) == 7 else f"{chosen['since'] or '0001'}-01-01"
    until = f"{chosen['until'] or '9999'}-12-31" if len(chosen["until"]) != 7 else f"{chosen['until']}-31"
    if not chosen["since"] and not chosen["until"]:
        return {"certain": len(rows), "possible": 0, "contacts": len(rows)}
    dated = [(str(first), str(last)) for first, last in rows if first and last]
    certain = sum(first >= since and last <= until for first, last in dated)
    overlapping = sum(first <= until and last >= since for first, last in dated)
    shown = certain if chosen["certainty"] == "certain" else overlapping
    return {"certain": certain, "possible": overlapping - certain, "contacts": shown}


def test_counts_on_the_screen_are_those_of_the_store(graph: Graph, opened: Opened, tmp_path: Path) -> None:
    page = show(opened, graph.page, tmp_path)
    chance = random.Random(7)
    some = 0
    for _ in range(50):
        chosen = filters(chance)
        page.evaluate("filter => kgView.setState(filter)", chosen)
        counted = page.evaluate("kgView.counts()")
        stored = counts_in_store(graph.engine, chosen)
        assert {name: counted[name] for name in stored} == stored, chosen
        some += stored["contacts"] > 0
    assert some > 10
    assert opened.said == []
    assert {address[:5] for address in opened.asked} == {"file:"}


def test_an_address_opens_the_same_view(graph: Graph, opened: Opened, tmp_path: Path) -> None:
    page = show(opened, graph.page, tmp_path)
    chosen = {
        "since": "2005",
        "until": "2010-06",
        "sides": ["AFG"],
        "statuses": [],
        "level": "officials",
        "lanes": "pairs",
    }
    page.evaluate("filter => kgView.setState(filter)", chosen)
    state, counts = page.evaluate("[kgView.state(), kgView.counts()]")
    address = page.evaluate("location.hash")
    page.goto("about:blank")
    again = show(opened, graph.page, tmp_path, address)
    assert again.evaluate("[kgView.state(), kgView.counts()]") == [state, counts]
    assert again.input_value("#since") == "2005"


def test_the_table_has_what_is_shown_and_undo_takes_a_change_back(graph: Graph, opened: Opened, tmp_path: Path) -> None:
    page = show(opened, graph.page, tmp_path)
    before = page.evaluate("kgView.counts().contacts")
    page.evaluate("kgView.setState({since: '2010', until: '2010', statuses: []})")
    shown = page.evaluate("kgView.counts().contacts")
    assert page.locator("#table tbody tr").count() == shown
    assert str(shown) in page.inner_text("#counts")
    page.keyboard.press("Control+z")
    assert page.evaluate("kgView.counts().contacts") == before
    page.keyboard.press("Control+Shift+z")
    assert page.evaluate("kgView.counts().contacts") == shown


def test_with_the_keyboard_alone(graph: Graph, opened: Opened, tmp_path: Path) -> None:
    page = show(opened, graph.page, tmp_path)
    page.keyboard.press("/")
    page.keyboard.type("alb")
    page.keyboard.press("Enter")
    assert page.evaluate("kgView.state().sides") == ["ALB"]
    page.locator("#table tbody button.open").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#contact blockquote")
    page.keyboard.press("Escape")
    assert page.evaluate("kgView.state().open") == ""
    assert page.evaluate("document.activeElement.id") != "panel"


def test_hostile_text_is_text(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    title = "</title></script><script>alert(1)</script><!--script--><img src=x onerror=alert(2)>"
    with embedded.open() as engine:
        write_small_graph(engine)
        engine.write(lambda tx: tx.run("MATCH (o:Official) SET o.name = $t", t=title).consume())
        html, contacts = explorer_page(engine, title)
        ids = [row[0] for row in engine.read("MATCH (e:Contact) RETURN e.id ORDER BY e.id").rows]
    page = show(opened, html, tmp_path)
    page.evaluate("kgView.setState({statuses: [], level: 'officials', lanes: 'officials'})")
    assert page.evaluate("kgView.counts().contacts") == contacts
    told = ""
    for key in ids:
        page.evaluate("id => kgView.setState({open: id})", key)
        page.wait_for_function("id => document.querySelector('#contact .id')?.textContent === id", arg=key)
        told += page.text_content("#contact") or ""
    assert page.title() == title
    assert page.locator("#views img, #panel img, #panel script").count() == 0
    assert HOSTILE in told
    assert opened.said == []


def test_a_contact_says_according_to_whom(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    with embedded.open() as engine:
        write_small_graph(engine)
        html, _ = explorer_page(engine, "Contacts")
        quotes = {
            row[0] for row in engine.read("MATCH (:Event {id: 'event-riyadh'})<-[:ABOUT]-(c) RETURN c.quote").rows
        }
    page = show(opened, html, tmp_path, "#open=event-riyadh")
    page.wait_for_selector("#contact blockquote")
    assert set(page.locator("#contact blockquote").all_inner_texts()) == quotes
    assert "Sources disagree" in page.inner_text("#contact")


def test_on_a_telephone_nothing_is_wider_than_the_screen(graph: Graph, browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844})
    page = show(Opened(context.new_page()), graph.page, tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_an_empty_view_says_why(graph: Graph, opened: Opened, tmp_path: Path) -> None:
    page = show(opened, graph.page, tmp_path)
    page.evaluate("kgView.setState({since: '1850', until: '1850'})")
    assert "at other times" in page.inner_text("#table-empty")


def test_the_same_graph_makes_the_same_page(graph: Graph) -> None:
    assert explorer_page(graph.engine, "Contacts")[0] == graph.page


def test_the_sources_of_the_script_have_no_type_error() -> None:
    web = Path(__file__).resolve().parents[3] / "kg" / "views" / "explorer" / "web"
    compiler = web / "node_modules" / ".bin" / "tsc"
    if not compiler.exists() or not shutil.which("node"):
        pytest.skip("needs 'npm ci' in kg/views/explorer/web")
    done = subprocess.run([str(compiler), "-p", str(web)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

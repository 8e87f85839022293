"""The live explorer in a real browser: it runs under its policy, shows what the store has, and says when it is old."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.types import ASGIApp, Message

from kg.graph import open_graph
from kg.serve.application import application
from kg.serve.limits import Access, Limits
from kg.serve.live import LivePages
from kg.views.contacts import Window
from kg.views.explorer import data
from tests.cli.command import kg
from tests.serve.conftest import Live, running
from tests.servers.real_engine import RealEngine

_IN_2022 = (
    "MATCH (e:Contact) WHERE e.earliest <= date('2022-12-31') AND e.latest >= date('2022-01-01') RETURN count(e) AS n"
)
_TEXT = "The foreign ministers of Kenya and Ghana met in Nairobi on 3 March 2025."


def test_the_page_is_live(small_neo4j: RealEngine, browser: Browser, tmp_path: Path) -> None:
    with running(small_neo4j) as server, browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.address)
        page.wait_for_function("window.kgView !== undefined")
        page.evaluate("kgView.ready")
        page.evaluate("kgView.setState({statuses: []})")
        assert page.evaluate("kgView.counts().contacts") == _contacts(server)
        (tmp_path / "new.txt").write_text(_TEXT, encoding="utf-8")
        done = kg("load", "new.txt", "--published", "2025-03-04", where=tmp_path, environment=small_neo4j.environment)
        assert done.status == 0, done.err
        page.get_by_role("button", name="Show it as it is now").click(timeout=30_000)
        page.wait_for_function("window.kgView !== undefined")
        page.evaluate("kgView.ready")
        page.evaluate("kgView.setState({statuses: []})")
        assert page.evaluate("kgView.counts().contacts") == _contacts(server)
        page.get_by_role("link", name="Queries").click()
        page.get_by_role("link", name="contacts", exact=True).click()
        page.get_by_role("button", name="Ask").click()
        assert page.locator("td").count() > 0
    assert said == []
    assert all(address.startswith(server.address) or address.startswith("blob:") for address in asked), asked


def test_the_page_asks_for_the_months_that_it_is_to_hold(small_embedded: RealEngine, browser: Browser) -> None:
    with running(small_embedded) as server, browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(server.address)
        page.wait_for_selector("#live-months")
        assert f"{_contacts(server)} contacts in the graph" in page.inner_text("#live-strip")
        page.fill("#live-since", "2025-02")
        page.fill("#live-until", "2025-03")
        page.get_by_role("button", name="Hold these").click()
        page.wait_for_url("**/?since=2025-02&until=2025-03**")
        page.wait_for_function("window.kgView !== undefined")
        page.evaluate("kgView.ready")
        page.evaluate("kgView.setState({statuses: []})")
        held = page.evaluate("kgView.counts().contacts")
        months = page.locator("#live-months")
        months.wait_for()
        box = months.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 2, box["y"] + 10)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 10, steps=3)
        page.mouse.up()
        page.wait_for_url(lambda address: "since=2025-02&" not in address)
        assert 0 < held < _contacts(server)
    assert said == []


def _contacts(server: Live) -> int:
    found = server.post("/api/cypher", json.dumps({"query": "MATCH (e:Contact) RETURN count(e) AS n"}))
    return int(found.json()["rows"][0]["n"])


def test_a_window_of_a_graph_too_large_for_one_page(
    small_embedded: RealEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "LIMIT", 1)
    with open_graph(small_embedded.uri, create=False) as graph:
        app = application(graph.engine, "Contacts", Access(), Limits())
        whole = _get(app, "")
        monkeypatch.setattr(data, "LIMIT", 50_000)
        part = _get(app, "since=2022&until=2022")
        held = data.page_data(graph.engine, Window(date(2022, 1, 1), date(2022, 12, 31))).contacts
        rows = graph.engine.read(_IN_2022).rows
    assert "Choose a year" in whole
    assert '<a href="/?since=2025&amp;until=2025">2025</a>' in whole
    assert 'id="overview"' in part
    assert rows == [(held,)]
    assert held > 0


def test_a_large_graph_opens_with_the_latest_window_that_fits(
    small_embedded: RealEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_graph(small_embedded.uri, create=False) as graph:
        app = application(graph.engine, "Contacts", Access(), Limits())
        rollup = LivePages(graph.engine, "", Limits()).rollup(Window())
        monkeypatch.setattr(data, "LIMIT", 8)
        status, headers, _ = _ask_for(app, "/")
        contacts = graph.engine.read("MATCH (e:Contact) RETURN count(e) AS n").rows[0][0]
    first, last = rollup.latest_window(8) or ("", "")
    assert contacts == rollup.contacts > 8
    assert (status, headers["location"]) == (303, f"/?since={first}&until={last}")
    assert sum(count for month, count in rollup.months if first <= month <= last) * 2 <= 8
    assert rollup.pairs == sorted(rollup.pairs, key=lambda row: (-row[2], row[0], row[1]))


def _get(app: ASGIApp, query: str) -> str:
    """Ask for the explorer without a socket; in a thread, since the browser's driver has a loop in this one."""
    return _ask_for(app, "/", query)[2]


def _ask_for(app: ASGIApp, path: str, query: str = "") -> tuple[int, dict[str, str], str]:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _ask(app, path, query)).result()


async def _ask(app: ASGIApp, path: str, query: str) -> tuple[int, dict[str, str], str]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": query.encode(),
        "headers": [(b"host", b"localhost")], "scheme": "http", "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent).decode()

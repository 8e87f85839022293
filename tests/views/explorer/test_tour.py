"""The tour of the documents, on the graph it is written for: each address opens, with as many contacts as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kg import graph as library
from tests.house.imports import REPOSITORY
from tests.servers.real_engine import Servers, make_engine
from tests.views.explorer.conftest import Explorer, Graph

_TOUR = (REPOSITORY / "docs" / "tutorial" / "tour.md").read_text(encoding="utf-8")
STOPS = re.findall(r"^## \d\. (.+?)\n\n    tour\.html#(\S+)\n\n\*\*(\d+) contacts?\.\*\*", _TOUR, re.MULTILINE)
SAID = {
    "sides=": ("network-legend", "a contact, coloured by kind, latest below"),
    "officials=": ("lanes-legend", "Bars: contacts a"),
    "split=": ("network-legend", "more often after 2024-06-01"),
    "map=": ("map-legend", "hosted it, or it was there"),
    "only=single": ("network-legend", "each from one source"),
    "only=disputed": ("lanes-legend", "sources disagree"),
    "statuses=": ("network-legend", "none was held"),
}
"""What the page itself says at each stop."""


@pytest.fixture(scope="module")
def tour(servers: Servers, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Explorer]:
    """The explorer of the demo's articles."""
    opened = make_engine("embedded", servers, tmp_path_factory.mktemp("tour")).open()
    with library.Graph(opened, remote=False) as graph:
        graph.load(str(REPOSITORY / "kg" / "demo" / "articles.jsonl"))
        html = Graph(graph.engine).page
    with browser.new_context(offline=True, viewport={"width": 1200, "height": 800}) as context:
        yield Explorer(context, html, tmp_path_factory.mktemp("page"))


def test_it_has_seven_stops() -> None:
    assert len(STOPS) == len(SAID) == 7


def test_each_stop_shows_what_it_says(tour: Explorer) -> None:
    for question, address, count in STOPS:
        tour.address(f"#{address}")
        assert tour.counts["contacts"] == int(count), question
        name, words = next(said for begin, said in SAID.items() if address.startswith(begin))
        assert words in tour.text(name), question
    assert tour.said == []


def test_the_questions_of_the_page_have_answers(tour: Explorer) -> None:
    page = tour.address()
    page.click("#questions")
    for nth in range(page.locator(".questions button").count()):
        page.locator(".questions button").nth(nth).click()
        assert tour.counts["contacts"] > 0, page.evaluate("location.hash")
        page.click("#questions")
    page.keyboard.press("Escape")
    assert tour.said == []


def test_it_says_on_what_sources_disagree(tour: Explorer) -> None:
    page = tour.address("#only=disputed&statuses=")
    assert "Sources disagree on 1 of " in tour.text("counts")
    assert tour.text("counts").endswith(": capacity 1, venue 1")
    assert "venue" in page.locator("#table tr", has_text="Riyadh").inner_text()


def test_the_disputed_venue_stands_side_by_side(tour: Explorer) -> None:
    page = tour.address("#only=disputed&statuses=")
    page.locator("#table tr", has_text="Riyadh").locator("button").click()
    page.wait_for_selector("#contact .beside")
    beside = page.locator("#contact .beside").all_inner_texts()
    assert any("Riyadh" in text and "Jeddah" in text for text in beside)
    assert "Sources disagree on the venue" in page.inner_text("#contact")

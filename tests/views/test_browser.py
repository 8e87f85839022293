"""The quick picture in a real browser: alone, complete, and unmoved by hostile text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.views.contacts import Window, read_contacts
from kg.views.picture import Level
from kg.views.quick import quick_picture
from tests.queries.small_data import HOSTILE
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import RealEngine
from tests.views.conftest import Opened

HOSTILE_TITLE = "</title><script>alert(1)</script><img src=http://a.example/x onerror=alert(2)> href"


@pytest.mark.parametrize("level", ["people", "sides"])
def test_the_screen_shows_every_contact_of_the_graph(
    level: Level, embedded: RealEngine, opened: Opened, tmp_path: Path
) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        made = quick_picture(graph, level=level)
        stored = graph.read("MATCH (e:Contact) RETURN count(e)").rows[0][0]
    opened.show(made.html, tmp_path)
    assert opened.counts == {"nodes": made.nodes, "edges": made.edges, "contacts": stored}
    assert opened.page.inner_text("#kg-count") == f"{stored} of {stored} contacts, 2 without a date"
    assert [address[:5] for address in opened.asked] == ["file:"]
    assert opened.said == []


def test_a_month_shows_what_may_have_been_in_it(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        made = quick_picture(graph)
        month = Window(since=date(2025, 2, 1), until=date(2025, 2, 28))
        possible = read_contacts(graph, month)
    page = opened.show(made.html, tmp_path)
    slide(opened, "kg-from", 2025 * 12 + 1)
    slide(opened, "kg-to", 2025 * 12 + 1)
    assert opened.counts["contacts"] == len(possible)
    assert page.inner_text("#kg-from-text") == "2025-02"
    page.uncheck("#kg-undated")
    assert opened.counts["contacts"] == len([one for one in possible if one.earliest])


def test_what_was_not_held_can_be_hidden(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        made = quick_picture(graph, level="sides")
        held = read_contacts(graph, Window(status="held"))
    opened.show(made.html, tmp_path).uncheck("#kg-unheld")
    assert opened.counts["contacts"] == len(held)


def test_hostile_text_is_shown_as_text(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        graph.write(
            lambda tx: tx.run("MATCH (o:Official {id: 'official-lavrov'}) SET o.name = $t", t=HOSTILE_TITLE).consume()
        )
        made = quick_picture(graph, title=HOSTILE_TITLE)
    page = opened.show(made.html, tmp_path)
    page.wait_for_timeout(200)
    assert opened.said == []
    assert page.title() == HOSTILE_TITLE
    assert page.inner_text("#kg-title") == HOSTILE_TITLE
    headings = page.eval_on_selector_all("#kg-panel h3", "all => all.map(one => one.textContent)")
    assert HOSTILE in headings
    assert page.query_selector_all("img, iframe, #kg-panel script") == []


def test_a_click_on_a_country_lists_its_contacts_with_their_words(
    embedded: RealEngine, opened: Opened, tmp_path: Path
) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        made = quick_picture(graph, level="sides")
    page = opened.show(made.html, tmp_path)
    x, y = page.evaluate(
        "(() => { const p = network.canvasToDOM(network.getPosition('country-usa'));"
        " const b = document.getElementById('mynetwork').getBoundingClientRect(); return [b.x + p.x, b.y + p.y]; })()"
    )
    page.mouse.click(x, y)
    page.wait_for_selector("#kg-panel h2:text('United States: 8 contacts')", timeout=5_000)
    assert "“Lavrov met Rubio”" in page.inner_text("#kg-panel")


def test_a_narrow_screen_shows_picture_and_panel(embedded: RealEngine, opened: Opened, tmp_path: Path) -> None:
    with embedded.open() as graph:
        write_small_graph(graph)
        made = quick_picture(graph)
    opened.page.set_viewport_size({"width": 390, "height": 800})
    page = opened.show(made.html, tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for part in ("#mynetwork", "#kg-panel"):
        box = page.locator(part).bounding_box()
        assert box is not None and box["height"] > 150


def slide(opened: Opened, name: str, value: int) -> None:
    script = "([id, v]) => { const e = document.getElementById(id); e.value = v; e.dispatchEvent(new Event('input')); }"
    opened.page.evaluate(script, [name, value])

"""Whoever uses it: with the keyboard alone, with a screen reader, on a telephone, on paper, in the dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.views.explorer.conftest import Explorer, Graph
from tests.views.explorer.packages import package_file

_FAULTS = """
async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => [one.id, one.nodes.map(node => node.target.join(' ')).slice(0, 5)]);
}
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which is fetched by the explorer's lock file for tests alone."""
    return package_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> Any:
    page.evaluate(axe)
    return page.evaluate(_FAULTS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(shown: Explorer, axe: str, scheme: Any) -> None:
    shown.page.emulate_media(color_scheme=scheme)
    page = shown.address("#statuses=")
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    page.locator("#table tbody button.open").first.click()
    page.wait_for_selector("#contact blockquote")
    page.fill("#search", "a")
    assert faults(page, axe) == []
    page.keyboard.press("Escape")
    page.click("#questions")
    assert faults(page, axe) == []
    page.keyboard.press("Escape")
    shown.page.emulate_media(color_scheme="light")


def test_with_the_keyboard_alone(graph: Graph, shown: Explorer) -> None:
    name = graph.only(
        "MATCH (s:Country)-[:TOOK_PART]->(e:Contact {status: 'held'}) "
        "RETURN s.name, count(e) AS n ORDER BY n DESC LIMIT 1"
    )
    page = shown.address()
    page.keyboard.press("/")
    page.keyboard.type(name.lower())
    page.keyboard.press("Enter")
    assert len(page.evaluate("kgView.state().sides")) == 1
    tab_to(page, "choose-level")
    page.keyboard.press("p")  # people
    assert page.evaluate("kgView.state().level") == "officials"
    tab_to(page, "network")
    page.keyboard.press("ArrowRight")
    assert "contact" in (page.text_content("#said") or "")
    page.keyboard.press("Enter")
    assert len(page.evaluate("kgView.state().officials")) == 1
    tab_to(page, "since")
    page.keyboard.type("2001")
    page.keyboard.press("Tab")
    assert page.evaluate("kgView.state().since") == "2001"
    page.evaluate("kgView.setState({officials: [], sides: [], since: ''})")
    tab_to(page, lambda: page.evaluate("document.activeElement.classList.contains('open')"))
    page.keyboard.press("Enter")
    page.wait_for_selector("#contact blockquote")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("kgView.state().open") == ""
    assert page.evaluate("document.activeElement.classList.contains('open')")


def tab_to(page: Page, wanted: Any) -> None:
    """Press Tab until an element is reached."""
    for _ in range(150):
        if wanted() if callable(wanted) else page.evaluate("document.activeElement.id") == wanted:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never comes to {wanted}")


def test_views_are_moved_and_enlarged_with_keys(shown: Explorer) -> None:
    page = shown.address()
    for name in ("network", "map", "lanes"):
        page.focus(f"#{name}")
        before = page.evaluate(f"document.getElementById('{name}').toDataURL()")
        page.keyboard.press("+")
        page.wait_for_function("([id, was]) => document.getElementById(id).toDataURL() !== was", arg=[name, before])
        page.keyboard.press("0")
    page.click("#lanes-enlarge")
    assert page.is_hidden("#network")
    assert page.evaluate("kgView.state().view") == "lanes"
    page.click("#lanes-enlarge")
    assert page.is_visible("#network")


def test_rows_that_cannot_be_seen_come_later_but_at_once_where_they_are_wanted(shown: Explorer) -> None:
    page = shown.address("#statuses=")
    count = "document.querySelectorAll('#table tbody tr').length"
    some = "document.getElementById('table').rows[24].getBoundingClientRect().bottom"
    seen = page.evaluate(f"(kgView.setState({{kinds: []}}), [{count}, {some}])")
    assert seen[0] < 100
    assert seen[1] > 800
    assert shown.rows.count() == 100
    for wanted in (
        "window.dispatchEvent(new Event('beforeprint'))",
        "document.querySelector('#table-view .scroll').dispatchEvent(new Event('scroll'))",
        "document.getElementById('more').click()",
    ):
        page.evaluate("kgView.setState({kinds: []})")
        assert page.evaluate(f"({wanted}, {count})") >= 100


def test_on_a_telephone_nothing_is_wider_than_the_screen(shown: Explorer) -> None:
    page = shown.address()
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.getElementById('network').width > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("network", "map", "lanes"):
        assert page.evaluate(f"document.getElementById('{name}').clientHeight") > 100
    page.locator("#table tbody button.open").first.click()
    page.wait_for_selector("#contact blockquote")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#panel").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1200, "height": 800})


def test_on_paper_there_are_the_views_and_every_row_and_no_buttons(shown: Explorer, tmp_path: Path) -> None:
    page = shown.address("#since=2005&until=2006")
    page.emulate_media(media="print")
    assert page.is_hidden("#filters")
    assert page.is_hidden("#tools")
    assert page.is_visible("#network")
    table = page.locator("#table-view .chart")
    assert table.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert not page.locator(".head button").first.is_visible()
    page.set_viewport_size({"width": 760, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= 760
    page.set_viewport_size({"width": 1200, "height": 800})
    assert page.pdf(path=tmp_path / "page.pdf")[:5] == b"%PDF-"
    page.emulate_media(media="screen")

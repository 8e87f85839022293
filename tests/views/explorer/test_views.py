"""What each view draws and how it is narrowed, and what is saved of it."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.views.explorer.conftest import Explorer, Graph

_PAIR = (
    "MATCH (a:Country)-[:TOOK_PART]->(e:Contact {status: 'held'})<-[:TOOK_PART]-(b:Country) "
    "WHERE a.iso3 < b.iso3 AND size(e.sides) = 2 RETURN a.iso3, b.iso3, count(e) AS n ORDER BY n DESC, a.iso3, b.iso3"
)
_OFFICE = (
    "MATCH (e:Contact {status: 'held'})-[:HAS_PARTICIPANT]->(:Participant)-[:SERVED_AS]->(o:Office) "
    "RETURN o.id, count(DISTINCT e) AS n ORDER BY n DESC, o.id"
)


def saved(shown: Explorer, name: str, folder: Path) -> bytes:
    """Save what is shown, as one of the buttons does."""
    page = shown.page
    page.click("#save")
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    page.keyboard.press("Escape")
    return file.read_bytes()


def test_one_pair_opens_to_everything_between_them(graph: Graph, shown: Explorer) -> None:
    a, b, count = graph.engine.read(_PAIR).rows[0]
    shown.set(sides=[a, b])
    links = shown.counts["links"]
    shown.set(sides=[a, b], level="contacts")
    counts = shown.counts
    assert counts["contacts"] >= count
    assert counts["nodes"] > counts["contacts"] + 2
    assert counts["links"] > links
    assert "a contact, coloured by kind" in shown.text("network-legend")


def test_an_office_has_one_lane_and_narrows_to_whoever_held_it(graph: Graph, shown: Explorer) -> None:
    office, count = graph.engine.read(_OFFICE).rows[0]
    page = shown.set(lanes="offices", view="lanes")
    assert "who held it" in shown.text("lanes-legend")
    box = page.locator("#lanes").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 72 + 10)
    assert len(page.evaluate("kgView.state().offices")) == 1
    shown.set(offices=[office])
    assert shown.counts["contacts"] == count


def test_a_drag_over_the_lanes_is_a_window(shown: Explorer) -> None:
    page = shown.set(view="lanes")
    box = page.locator("#lanes").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 44, steps=3)
    page.mouse.up()
    state = page.evaluate("kgView.state()")
    assert "1900-01-01" < state["since"] < state["until"] < "2100-01-01"
    counts = shown.counts
    assert 0 < counts["contacts"] == counts["certain"] + counts["possible"]
    page.locator("#chips button", has_text=state["since"]).click()
    assert page.evaluate("kgView.state().since") == ""


def test_time_zooms_from_decades_to_days(shown: Explorer) -> None:
    page = shown.set(view="lanes")
    assert "contacts a month" in shown.text("lanes-legend")
    for _ in range(8):
        page.get_by_role("button", name="Show less time").click()
    assert "contacts a day" in shown.text("lanes-legend")
    page.get_by_role("button", name="All of the time").click()
    assert "contacts a month" in shown.text("lanes-legend")


def test_before_and_after_a_day(graph: Graph, shown: Explorer) -> None:
    shown.set(split="2012-06-01")
    count = "MATCH (e:Contact {status: 'held'}) WHERE e.latest < date('2012-06-01') RETURN count(e)"
    assert f"{graph.only(count)} before 2012-06-01" in shown.text("counts")
    assert "more often after 2012-06-01" in shown.text("network-legend")


def test_old_windows_have_the_names_and_borders_of_their_time(small_shown: Explorer) -> None:
    small_shown.set(statuses=[], since="1985", until="1986", certainty="possible")
    assert "Borders of the window for Soviet Union, Yugoslavia" in small_shown.text("map-legend")
    small_shown.set(statuses=[])
    assert "Borders are today's" in small_shown.text("map-legend")


def test_names_are_found_in_any_script_and_without_accents(small: Graph, small_shown: Explorer) -> None:
    page = small_shown.set()
    names = [row[0] for row in small.engine.read("MATCH (o:Official) RETURN o.name").rows]
    for name in [one for one in names if not one.isascii()][:3]:
        page.fill("#search", name)
        assert name in page.inner_text("#found")
    page.fill("#search", "zzzz")
    assert "Nothing of that name" in (page.text_content("#said") or "")
    page.fill("#search", "")


def test_a_contact_says_according_to_whom_and_conflicts_stand_side_by_side(small: Graph, small_shown: Explorer) -> None:
    page = small_shown.address("#open=event-riyadh")
    page.wait_for_selector("#contact blockquote")
    quotes = {
        row[0] for row in small.engine.read("MATCH (:Event {id: 'event-riyadh'})<-[:ABOUT]-(c) RETURN c.quote").rows
    }
    assert set(page.locator("#contact blockquote").all_inner_texts()) == quotes
    assert "Sources disagree" in page.inner_text("#contact")
    assert page.locator("#contact .conflict").count() > 0
    page.keyboard.press("Escape")


def test_the_table_is_saved_as_csv_and_json(shown: Explorer, tmp_path: Path) -> None:
    shown.set(since="2004", until="2009")
    rows = list(csv.DictReader(io.StringIO(saved(shown, "Table as CSV", tmp_path).decode())))
    assert len(rows) == shown.counts["contacts"]
    assert [row["id"] for row in rows] == [row["id"] for row in json.loads(saved(shown, "Table as JSON", tmp_path))]


def test_a_view_is_saved_with_its_legend_and_what_it_shows(shown: Explorer, tmp_path: Path) -> None:
    shown.set(since="2004", until="2009")
    for name in ("Network", "Map", "Over time"):
        drawn = ET.fromstring(saved(shown, f"{name} as SVG", tmp_path))
        words = " ".join("".join(one.itertext()) for one in drawn.iter("{http://www.w3.org/2000/svg}text"))
        assert "graph version" in words
        assert f"{shown.counts['certain']} certain" in words
        assert saved(shown, f"{name} as PNG", tmp_path)[:8] == b"\x89PNG\r\n\x1a\n"


def test_where_there_is_no_room_for_names_of_countries_their_codes_stand(shown: Explorer, tmp_path: Path) -> None:
    shown.set(lanes="pairs")
    drawn = ET.fromstring(saved(shown, "Over time as SVG", tmp_path))
    texts = ["".join(one.itertext()) for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    pairs = [text for text in texts if " – " in text]
    assert any(re.fullmatch("[A-Z]{3} – [A-Z]{3}", text) for text in pairs)
    assert not [text for text in pairs if text.endswith("…")]


_COVERED = """
() => {
  const names = [...document.querySelectorAll('text[paint-order]')].map(each => [each.textContent, each.getBBox()]);
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < a.height - 4;
  return names.flatMap(([one, a], nth) =>
    names.slice(nth + 1).filter(([, b]) => meet(a, b)).map(([other]) => [one, other]));
}
"""


@pytest.mark.parametrize("level", ["sides", "officials", "topics"])
def test_no_name_of_network_or_map_covers_another(shown: Explorer, tmp_path: Path, level: str) -> None:
    shown.set(level=level)
    for name in ("Network", "Map"):
        file = tmp_path / f"{name}.svg"
        file.write_bytes(saved(shown, f"{name} as SVG", tmp_path))
        drawn = shown.page.context.new_page()
        drawn.goto(file.as_uri())
        assert drawn.locator("text[paint-order]").count() > 5
        assert drawn.evaluate(_COVERED) == []
        drawn.close()

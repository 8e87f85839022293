"""One filter: the same counts as the store, an address that opens the same view, undo, empty states, citations."""

from __future__ import annotations

import random
from typing import Any

from kg.store.engine import Engine
from kg.views.explorer.page import explorer_page
from tests.views.explorer.conftest import Explorer, Graph

_COUNT = """
MATCH (e:Contact)
WHERE (size($statuses) = 0 OR e.status IN $statuses) AND (size($kinds) = 0 OR e.kind IN $kinds)
WITH e, [(e)<-[:TOOK_PART]-(s) | coalesce(s.iso3, s.code)] AS sides, [(e)-[:ON_TOPIC]->(t) | t.code] AS topics,
  [(e)<-[:CONCERNS]-(c:Conflict) | c.id] AS conflicts,
  [(e)<-[:REPORTS]-(s:Source) WHERE s.published <= $told | s.id] AS told
WHERE all(x IN $sides WHERE x IN sides) AND (size($topics) = 0 OR any(x IN topics WHERE x IN $topics))
  AND ($told = '' OR size(told) > 0)
  AND ($only = '' OR ($only = 'single' AND e.sources = 1) OR ($only = 'disputed' AND size(conflicts) > 0))
RETURN e.earliest AS earliest, e.latest AS latest
"""


_FREQUENT = (
    "MATCH (s:Country)-[:TOOK_PART]->(e:Contact {status: 'held'}) RETURN s.iso3, s.name, count(e) AS n "
    "ORDER BY n DESC, s.iso3 LIMIT 5"
)


def filters(chance: random.Random, sides: list[str]) -> dict[str, Any]:
    """Return a filter as a reader might set it."""
    year, month = chance.randint(2000, 2024), chance.randint(1, 12)
    windows = [("", ""), (str(year), str(year + chance.randint(0, 6))), (f"{year}-{month:02}", f"{year}-{month:02}")]
    since, until = chance.choice(windows)
    return {
        "since": since, "until": until, "certainty": chance.choice(["possible", "certain"]),
        "statuses": chance.choice([[], ["held"], ["planned", "cancelled"]]),
        "kinds": chance.sample(["meeting", "call", "visit", "talks"], chance.randint(0, 2)),
        "sides": chance.sample(sides, chance.choice([0, 0, 0, 1, 2])),
        "topics": chance.sample(["energy", "trade", "security", "economy"], chance.choice([0, 0, 2])),
        "only": chance.choice(["", "", "", "single", "disputed"]),
        "told": chance.choice(["", "", f"{year}-06-15"]),
    }  # fmt: skip


def counts_in_store(engine: Engine, chosen: dict[str, Any]) -> dict[str, int]:
    """Count by the graph's own rule: certain where the whole span lies in the window, possible where it may."""
    asked = {key: chosen[key] for key in ("statuses", "kinds", "sides", "topics", "only", "told")}
    rows = engine.read(_COUNT, asked).rows
    since = f"{chosen['since']}-01" if len(chosen["since"]) == 7 else f"{chosen['since'] or '0001'}-01-01"
    until = f"{chosen['until'] or '9999'}-12-31" if len(chosen["until"]) != 7 else f"{chosen['until']}-31"
    if not chosen["since"] and not chosen["until"]:
        return {"certain": len(rows), "possible": 0, "contacts": len(rows)}
    dated = [(str(first), str(last)) for first, last in rows if first and last]
    certain = sum(first >= since and last <= until for first, last in dated)
    overlapping = sum(first <= until and last >= since for first, last in dated)
    shown = certain if chosen["certainty"] == "certain" else overlapping
    return {"certain": certain, "possible": overlapping - certain, "contacts": shown}


def test_counts_on_the_screen_are_those_of_the_store(graph: Graph, shown: Explorer) -> None:
    chance = random.Random(7)
    sides = [row[0] for row in graph.engine.read(_FREQUENT).rows]
    some = 0
    for _ in range(50):
        chosen = filters(chance, sides)
        shown.set(**chosen, view="table")
        stored = counts_in_store(graph.engine, chosen)
        counted = shown.counts
        assert {name: counted[name] for name in stored} == stored, chosen
        some += stored["contacts"] > 0
    assert some > 10
    assert shown.said == []
    assert {address[:6] for address in shown.asked} <= {"file:/", "about:"}


def test_an_address_opens_the_same_view(shown: Explorer) -> None:
    chosen = {"since": "2005", "until": "2010-06", "sides": ["AFG"], "statuses": [], "level": "officials"}
    page = shown.set(**chosen, lanes="offices", map="balance", split="2007", told="2024-01-01")
    state, counts, address = page.evaluate("[kgView.state(), kgView.counts(), location.hash]")
    again = shown.address(address)
    assert again.evaluate("[kgView.state(), kgView.counts()]") == [state, counts]
    assert again.input_value("#since") == "2005"
    assert again.input_value("#choose-lanes") == "offices"


def test_an_address_that_nobody_wrote_is_as_usual(shown: Explorer) -> None:
    page = shown.address("#since=<script>&level=everything&sides=%00&open=../../x&unknown=1&split=31")
    assert page.evaluate("kgView.state().level") == "sides"
    assert page.evaluate("kgView.counts().contacts") == 0
    assert shown.said == []


def test_the_table_has_what_is_shown_and_undo_takes_a_change_back(shown: Explorer) -> None:
    page = shown.set()
    before = shown.counts["contacts"]
    assert f"{before} of " in shown.text("counts")
    assert "contacts (held)" in shown.text("counts"), "why these and not all"
    shown.set(since="2010", until="2012", statuses=[])
    count = shown.counts["contacts"]
    assert shown.rows.count() == count
    assert str(count) in shown.text("counts")
    assert "(held)" not in shown.text("counts")
    page.keyboard.press("Control+z")
    assert shown.counts["contacts"] == before
    page.keyboard.press("Control+Shift+z")
    assert shown.counts["contacts"] == count


def test_titles_that_the_page_makes_are_those_of_the_store(graph: Graph, shown: Explorer) -> None:
    shown.set(statuses=[])
    told = "rows => rows.map(row => [row.dataset.id, row.querySelector('.open').title])"
    titles = dict(shown.rows.evaluate_all(told))
    assert len(titles) == 100
    stored = dict(graph.engine.read("MATCH (e:Contact) RETURN e.id, e.title").rows)
    assert titles == {key: stored[key] for key in titles}


def test_the_table_is_sorted_by_its_heads(shown: Explorer) -> None:
    page = shown.set(statuses=[])
    page.get_by_role("button", name="kind", exact=True).click()
    kinds = shown.rows.locator("td:nth-child(2)").all_inner_texts()
    assert kinds == sorted(kinds)
    page.get_by_role("button", name="kind", exact=True).click()
    assert page.get_attribute("#table th:nth-child(2)", "aria-sort") == "descending"
    page.get_by_role("button", name="date", exact=True).click()


def test_an_empty_view_says_why(shown: Explorer) -> None:
    shown.set(since="1850", until="1850")
    assert "at other times" in shown.text("table-empty")
    shown.set(since="2010", until="2012", told="2005-01-01")
    assert "became known later" in shown.text("table-empty")
    shown.set(kinds=["call"])
    assert "a place on the map" in shown.text("map-empty")
    shown.set(statuses=["denied"])
    assert "None of this status" in shown.text("network-empty")


def test_a_view_is_cited_with_its_filter_counts_version_and_address(graph: Graph, shown: Explorer) -> None:
    code, name, _ = graph.engine.read(_FREQUENT).rows[0]
    page = shown.set(since="2004-03", until="2005", sides=[code], certainty="certain")
    page.click("#cite")
    said = page.input_value("#citation")
    counts = shown.counts
    version = page.evaluate("document.getElementById('citation').value.match(/version ([0-9a-f]+)/)[1]")
    assert f"{counts['certain']} certain, {counts['possible']} possible" in said
    assert f"with {name}, status held, that certainly happened from 2004-03 to 2005" in said
    assert page.evaluate("location.href") in said
    page.keyboard.press("Escape")
    page.click("#about")
    assert f"Graph version {version}" in shown.text("dialog-body")
    page.keyboard.press("Escape")
    assert graph.contacts == graph.only("MATCH (e:Contact) RETURN count(e)")


def test_the_same_graph_makes_the_same_page(graph: Graph) -> None:
    """With it the layout: the countries of a version of the graph always lie in the same places."""
    assert explorer_page(graph.engine, "Contacts")[0] == graph.page

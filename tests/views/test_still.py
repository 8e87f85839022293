"""Still pictures through the command: the same bytes, text that stays text, and captions whose counts are right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.command import Outcome, kg
from tests.views.svg_text import said

HOSTILE = [
    "<script>alert(1)</script>",
    r"$\frac{1}{0$ 100% & $5",
    "لقاء روسيا والصين \u202etxt",
    "--> ]]> \x07",
    "x" * 500,
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the demo."""
    where = tmp_path_factory.mktemp("stills")
    assert kg("demo", where=where).status == 0
    return where


def view(where: Path, *arguments: str, **environment: str) -> Outcome:
    return kg("view", *arguments, "--uri", "kg-demo/graph", where=where, environment=environment)


@pytest.mark.parametrize(
    ("kind", "form"), [("timeline", "svg"), ("timeline", "png"), ("network", "svg"), ("map", "svg")]
)
def test_the_same_graph_gives_the_same_bytes(graph: Path, kind: str, form: str) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = view(graph, kind, "-o", f"{name}.{form}", PYTHONHASHSEED=seed, TZ="Asia/Tokyo", LC_ALL="C")
        assert done.status == 0, done.err
    assert (graph / f"one.{form}").read_bytes() == (graph / f"two.{form}").read_bytes()


def test_the_file_has_the_form_of_its_ending(graph: Path) -> None:
    assert view(graph, "timeline").status == 0
    assert (graph / "timeline.svg").read_bytes().startswith(b"<?xml")
    assert view(graph, "timeline", "-o", "upper.PNG").status == 0
    assert (graph / "upper.PNG").read_bytes().startswith(b"\x89PNG")
    done = view(graph, "timeline", "-o", "page.html")
    assert done.status == 2
    assert "FILE.svg" in done.err


def test_the_caption_says_the_filter_counts_version_and_day(graph: Path) -> None:
    done = view(graph, "timeline", "--since", "2023-01", "--until", "2024-12", "-o", "window.svg")
    words = said((graph / "window.svg").read_bytes())
    assert "may have happened from 2023-01-01 to 2024-12-31" in words
    counts = re.search(r"\((\d+) certain, (\d+) possible\)", words)
    assert counts is not None
    certain, overlapping = counted(graph, "2023-01-01", "2024-12-31")
    assert counts.groups() == (str(certain), str(overlapping - certain)), "as the explorer counts them"
    assert f"{overlapping} contacts" in done.err
    assert re.search(r"graph version [0-9a-f]{12}\. Drawn 2025-03-01", words)
    assert "2022" not in words


def counted(where: Path, since: str, until: str) -> tuple[int, int]:
    """Those that certainly lie in the window, and all that may, as the store counts them."""
    text = (
        "MATCH (e:Contact) RETURN sum(CASE WHEN e.earliest >= date($since) AND e.latest <= date($until) "
        "THEN 1 ELSE 0 END) AS certain, sum(CASE WHEN coalesce(e.earliest, e.latest) IS NOT NULL "
        "AND coalesce(e.latest >= date($since), true) AND coalesce(e.earliest <= date($until), true) "
        "THEN 1 ELSE 0 END) AS possible"
    ).replace("$since", f"'{since}'").replace("$until", f"'{until}'")  # fmt: skip
    found = json.loads(kg("cypher", text, "--uri", "kg-demo/graph", "--format", "json", where=where).out)[0]
    return int(found["certain"]), int(found["possible"])


def test_an_empty_window_says_why_and_counts_no_contact_without_a_date(graph: Path) -> None:
    assert view(graph, "timeline", "--since", "2090", "-o", "empty.svg").status == 0
    words = said((graph / "empty.svg").read_bytes())
    assert "no contact of this status and time" in words
    assert "(0 certain, 0 possible)" in words


def test_titles_are_text_and_nothing_else(graph: Path) -> None:
    done = view(graph, "timeline", "--title", " ".join(HOSTILE), "-o", "hostile.svg")
    assert done.status == 0, done.err
    tree = ElementTree.parse(graph / "hostile.svg")
    assert not [one for one in tree.iter() if one.tag.endswith(("}script", "}image", "}foreignObject"))]
    links = [value for one in tree.iter() for key, value in one.attrib.items() if key.endswith("href")]
    assert all(link.startswith("#") for link in links)


def test_the_network_counts_what_was_held_and_says_what_width_means(graph: Path) -> None:
    assert view(graph, "network", "-o", "network.svg").status == 0
    words = said((graph / "network.svg").read_bytes())
    text = "MATCH (e:Contact {status: 'held'}) RETURN count(e) AS held"
    held = json.loads(kg("cypher", text, "--uri", "kg-demo/graph", "--format", "json", where=graph).out)[0]["held"]
    assert f"Contacts held, of all times ({held} certain, 0 possible)" in words
    assert "1 contact " in words
    assert "3 contacts" in words


def test_the_map_counts_who_went_abroad(graph: Path) -> None:
    assert view(graph, "map", "-o", "map.svg").status == 0
    words = said((graph / "map.svg").read_bytes())
    assert "Contacts held, of all times" in words
    assert "3 journeys" in words
    assert "no one country is known to be the venue" in words


def test_characters_that_the_font_lacks_are_told_of(graph: Path) -> None:
    done = view(graph, "timeline", "--title", "中国", "-o", "boxes.svg")
    assert done.status == 0
    assert done.err.strip().endswith("the font lacks them: 中 国")


def test_options_of_another_picture_are_refused(graph: Path) -> None:
    done = view(graph, "timeline", "--level", "sides")
    assert done.status == 2
    assert "--level is an option of 'kg view pyvis'" in done.err


def test_without_matplotlib_one_line_says_what_to_install(graph: Path, tmp_path: Path) -> None:
    missing = tmp_path / "matplotlib" / "__init__.py"
    missing.parent.mkdir()
    missing.write_text("raise ModuleNotFoundError('none here', name='matplotlib')", encoding="utf-8")
    done = view(graph, "timeline", PYTHONPATH=str(tmp_path))
    assert done.status != 0
    assert done.err.splitlines() == ["kg: still pictures need matplotlib: pip install 'diplomatic-kg[stills]'"]

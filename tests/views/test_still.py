"""Still pictures through the command: the same bytes, text that stays text, and captions whose counts are right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.command import Outcome, kg, kg_in_turn
from tests.views.svg_text import said

HOSTILE = [
    "<script>alert(1)</script>",
    r"$\frac{1}{0$ 100% & $5",
    "لقاء روسيا والصين \u202etxt",
    "--> ]]> \x07",
    "x" * 500,
]


SAME = ("timeline.svg", "timeline.png", "network.svg", "map.svg")
_HELD = "MATCH (e:Contact {status: 'held'}) RETURN count(e) AS held"
_IN_WINDOW = (
    "MATCH (e:Contact) RETURN sum(CASE WHEN e.earliest >= date('2023-01-01') AND e.latest <= date('2024-12-31') "
    "THEN 1 ELSE 0 END) AS certain, sum(CASE WHEN coalesce(e.earliest, e.latest) IS NOT NULL "
    "AND coalesce(e.latest >= date('2023-01-01'), true) AND coalesce(e.earliest <= date('2024-12-31'), true) "
    "THEN 1 ELSE 0 END) AS possible"
)
COMMANDS: Mapping[str, tuple[str, ...]] = {
    **{f"one-{name}": ("view", name.split(".")[0], "-o", f"one-{name}") for name in SAME},
    "usual": ("view", "timeline"),
    "upper": ("view", "timeline", "-o", "upper.PNG"),
    "page": ("view", "timeline", "-o", "page.html"),
    "window": ("view", "timeline", "--since", "2023-01", "--until", "2024-12", "-o", "window.svg"),
    "empty": ("view", "timeline", "--since", "2090", "-o", "empty.svg"),
    "hostile": ("view", "timeline", "--title", " ".join(HOSTILE), "-o", "hostile.svg"),
    "boxes": ("view", "timeline", "--title", "中国", "-o", "boxes.svg"),
    "level": ("view", "timeline", "--level", "sides"),
    "held": ("cypher", _HELD, "--format", "json"),
    "in window": ("cypher", _IN_WINDOW, "--format", "json"),
}
_GRAPH = ("--uri", "kg-demo/graph")
_ANY_PLACE = {"TZ": "Asia/Tokyo", "LC_ALL": "C"}


class Stills:
    """What the commands drew of the demo's graph, and how each of them ended."""

    def __init__(self, where: Path, ended: Mapping[str, Outcome]) -> None:
        self.where = where
        self.ended = ended

    def drawn(self, name: str) -> bytes:
        """Return a file that was drawn."""
        return (self.where / name).read_bytes()

    def words(self, name: str) -> str:
        """Return what a picture says."""
        return said(self.drawn(name))

    def row(self, name: str) -> dict[str, int]:
        """Return the one row that a query gave."""
        found: dict[str, int] = self.ended[name].rows()[0]
        return found


@pytest.fixture(scope="module")
def stills(tmp_path_factory: pytest.TempPathFactory) -> Stills:
    """All pictures, drawn in one process: each start of one takes longer than a picture."""
    where = tmp_path_factory.mktemp("stills")
    asked = [("demo",), *((*arguments, *_GRAPH) for arguments in COMMANDS.values())]
    demo, *ended = kg_in_turn(asked, where, {**_ANY_PLACE, "PYTHONHASHSEED": "1"})
    assert demo.status == 0, demo.err
    return Stills(where, dict(zip(COMMANDS, ended, strict=True)))


def test_the_same_graph_gives_the_same_bytes(stills: Stills) -> None:
    again = [("view", name.split(".")[0], "-o", f"two-{name}", *_GRAPH) for name in reversed(SAME)]
    for done in kg_in_turn(again, stills.where, {**_ANY_PLACE, "PYTHONHASHSEED": "2"}):
        assert done.status == 0, done.err
    for name in SAME:
        assert stills.ended[f"one-{name}"].status == 0, name
        assert stills.drawn(f"one-{name}") == stills.drawn(f"two-{name}"), name


def test_the_file_has_the_form_of_its_ending(stills: Stills) -> None:
    assert stills.ended["usual"].status == 0
    assert stills.drawn("timeline.svg").startswith(b"<?xml")
    assert stills.ended["upper"].status == 0
    assert stills.drawn("upper.PNG").startswith(b"\x89PNG")
    assert stills.ended["page"].status == 2
    assert "FILE.svg" in stills.ended["page"].err


def test_the_caption_says_the_filter_counts_version_and_day(stills: Stills) -> None:
    words = stills.words("window.svg")
    assert "may have happened from 2023-01-01 to 2024-12-31" in words
    counts = re.search(r"\((\d+) certain, (\d+) possible\)", words)
    assert counts is not None
    stored = stills.row("in window")
    certain, overlapping = stored["certain"], stored["possible"]
    assert counts.groups() == (str(certain), str(overlapping - certain)), "as the explorer counts them"
    assert f"{overlapping} contacts" in stills.ended["window"].err
    assert re.search(r"graph version [0-9a-f]{12}\. Drawn 2025-03-01", words)
    assert "2022" not in words


def test_an_empty_window_says_why_and_counts_no_contact_without_a_date(stills: Stills) -> None:
    assert stills.ended["empty"].status == 0
    words = stills.words("empty.svg")
    assert "no contact of this status and time" in words
    assert "(0 certain, 0 possible)" in words


def test_titles_are_text_and_nothing_else(stills: Stills) -> None:
    assert stills.ended["hostile"].status == 0, stills.ended["hostile"].err
    tree = ElementTree.fromstring(stills.drawn("hostile.svg"))
    assert not [one for one in tree.iter() if one.tag.endswith(("}script", "}image", "}foreignObject"))]
    links = [value for one in tree.iter() for key, value in one.attrib.items() if key.endswith("href")]
    assert all(link.startswith("#") for link in links)


def test_the_network_counts_what_was_held_and_says_what_width_means(stills: Stills) -> None:
    words = stills.words("one-network.svg")
    assert f"Contacts held, of all times ({stills.row('held')['held']} certain, 0 possible)" in words
    assert "1 contact " in words
    assert "4 contacts" in words


def test_the_map_counts_who_went_abroad(stills: Stills) -> None:
    words = stills.words("one-map.svg")
    assert "Contacts held, of all times" in words
    assert "3 journeys" in words
    assert "no one country is known to be the venue" in words


def test_characters_that_the_font_lacks_are_told_of(stills: Stills) -> None:
    assert stills.ended["boxes"].status == 0
    assert stills.ended["boxes"].err.strip().endswith("the font lacks them: 中 国")


def test_options_of_another_picture_are_refused(stills: Stills) -> None:
    assert stills.ended["level"].status == 2
    assert "--level is an option of 'kg view pyvis'" in stills.ended["level"].err


def test_without_matplotlib_one_line_says_what_to_install(stills: Stills, tmp_path: Path) -> None:
    missing = tmp_path / "matplotlib" / "__init__.py"
    missing.parent.mkdir()
    missing.write_text("raise ModuleNotFoundError('none here', name='matplotlib')", encoding="utf-8")
    done = kg("view", "timeline", *_GRAPH, where=stills.where, environment={"PYTHONPATH": str(tmp_path)})
    assert done.status != 0
    assert done.err.splitlines() == ["kg: still pictures need matplotlib: pip install 'diplomatic-kg[stills]'"]

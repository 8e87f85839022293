"""What is drawn: no contact is lost, and what is left out is counted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.views.contacts import Attendance, Contact, Thing
from kg.views.layout import positions
from kg.views.offline import OutsideReferenceError, check_alone, strip_outside
from kg.views.picture import Level, TooManyNodesError, draw

CODES = "abcdefgh"


def contact(number: int, sides: str, officials: str = "") -> Contact:
    """A contact of the sides and officials that the letters stand for."""
    return Contact(
        id=f"event-{number:04}",
        date="",
        earliest=None,
        latest=None,
        kind="meeting",
        status="held",
        title="",
        sources=1,
        place="",
        sides=tuple(Thing(f"country-{code}", code) for code in sorted(sides)),
        officials=tuple(Attendance(f"official-{one}", one, f"country-{one}", "") for one in sorted(officials)),
        topics=(),
    )


GRAPHS = st.lists(st.sets(st.sampled_from(CODES), min_size=2, max_size=6), max_size=30).map(
    lambda every: [contact(number, "".join(sides)) for number, sides in enumerate(every)]
)


@given(GRAPHS, st.sampled_from(["sides", "people"]))
def test_every_contact_is_drawn(contacts: list[Contact], level: Level) -> None:
    picture = draw(contacts, level, limit=10_000)
    lines = Counter(edge.contact for edge in picture.edges)
    for one in contacts:
        as_line = level == "sides" and len(one.sides) == 2
        assert lines[one.id] == (1 if as_line else len(one.sides))
    assert len(picture.contacts) == len(contacts)


@given(GRAPHS)
def test_lines_of_one_pair_are_all_bent_differently(contacts: list[Contact]) -> None:
    edges = draw(contacts, "sides", limit=10_000).edges
    assert len({(edge.start, edge.end, edge.nth) for edge in edges}) == len(edges)
    assert all(edge.nth < edge.of for edge in edges)


def test_a_summit_of_twenty_is_twenty_lines() -> None:
    summit = draw([contact(1, "abcdefghijklmnopqrst")], "sides")
    assert (len(summit.nodes), len(summit.edges)) == (21, 20)


def test_too_many_nodes_are_an_error_that_says_what_to_do() -> None:
    with pytest.raises(TooManyNodesError, match=r"would have 11 nodes, and more than 10 .* --since .* --level sides"):
        draw([contact(number, "ab") for number in range(9)], "people", limit=10)


@given(GRAPHS, st.integers(2, 12))
def test_keeping_the_most_fits_and_counts_what_is_left_out(contacts: list[Contact], limit: int) -> None:
    picture = draw(contacts, "people", "most", limit)
    assert len(picture.nodes) <= limit
    assert len(picture.contacts) + picture.left_out == len(contacts)


@given(GRAPHS, st.integers(2, 12))
def test_keeping_the_latest_leaves_out_only_earlier_ones(contacts: list[Contact], limit: int) -> None:
    contacts = [replace(one, latest=date(2020, 1, 1 + 7 * at % 30)) for at, one in enumerate(contacts)]
    picture = draw(contacts, "people", "latest", limit)
    kept = {one.id for one in picture.contacts}
    assert len(picture.nodes) <= limit
    assert len(kept) + picture.left_out == len(contacts)
    days = [(one.latest or date.min, one.id in kept) for one in contacts]
    assert max((day for day, there in days if not there), default=date.min) <= min(
        (day for day, there in days if there), default=date.max
    )


def test_nodes_do_not_lie_upon_one_another() -> None:
    picture = draw([contact(number, CODES[number % 8] + CODES[(number * 3 + 1) % 8]) for number in range(40)], "people")
    assert len(set(positions(picture).values())) == len(picture.nodes)


_LAYOUT = """
from tests.views.test_picture import contact, CODES
from kg.views.layout import positions
from kg.views.picture import draw
contacts = [contact(n, CODES[n % 8] + CODES[(n * 3 + 2) % 8], CODES[n % 8]) for n in range(60)]
print(sorted(positions(draw(contacts, "people")).items()))
"""


def test_the_same_graph_is_laid_out_the_same() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", _LAYOUT], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize(
    "inside",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="lib/x.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
        '<img src="http://a.example/x.png">',
        '<a href="http://a.example/">x</a>',
        '<form action="https://a.example/">',
        "<style>@import 'x.css';</style>",
        "<style>b { background: url(https://a.example/x.png) }</style>",
        '<p style="background: url(//a.example/x)">',
        '<object data="x.swf"></object>',
    ],
)
def test_a_page_that_asks_for_something_is_refused(inside: str) -> None:
    with pytest.raises(OutsideReferenceError):
        check_alone(f"<html><head></head><body>{inside}</body></html>")


@pytest.mark.parametrize(
    "inside",
    [
        '<style>b { background: url("data:image/png;base64,AA") }</style>',
        "<script>const x = '<img src=http://a>';</script>",
        '<a href="#x">x</a>',
    ],
)
def test_a_page_that_stands_alone_is_taken(inside: str) -> None:
    assert check_alone(f"<html><head>{inside}</head><body></body></html>")


def test_outside_tags_and_comments_are_taken_out_but_not_from_scripts() -> None:
    page = (
        '<html><head><link href="https://a.example/x.css" rel="stylesheet"/><!-- <link href="y"> -->'
        '<script>"<!-- kept -->"</script></head><body><script src="https://a.example/x.js"></script></body></html>'
    )
    assert strip_outside(page) == '<html><head><script>"<!-- kept -->"</script></head><body></body></html>'

"""Still pictures: the same bytes, text that stays text, and a caption whose counts are right."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import msgspec
import pytest

from kg.views.contacts import Contact, Thing, Window
from kg.views.still import LANES, Form, caption, draw_timeline
from kg.views.styles import STATUS_COLOURS

RUSSIA, FRANCE = Thing("country-1", "Russia", "RUS"), Thing("country-2", "$\\frac{<script>", "FRA")


def contact(number: int, first: date | None, last: date | None, status: str = "held") -> Contact:
    return Contact(f"event-{number}", "", first, last, "meeting", status, "", 1, "", (RUSSIA, FRANCE), (), ())


CONTACTS = [
    contact(1, date(2024, 2, 18), date(2024, 2, 18)),
    contact(2, date(2024, 3, 1), date(2024, 3, 31), "planned"),
    contact(3, None, None, "cancelled"),
    contact(4, date(2024, 1, 1), date(2024, 12, 31), "denied"),
]


@pytest.mark.parametrize(("form", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_same_contacts_same_bytes(form: Form, start: bytes) -> None:
    first, second = (draw_timeline(CONTACTS, Window(), form, "A <b>title</b> of $5") for _ in range(2))
    assert first == second
    assert first.startswith(start)


def test_the_svg_is_sound_and_asks_for_nothing() -> None:
    picture = draw_timeline(CONTACTS, Window(), "svg", "Contacts")
    assert not [one for one in ElementTree.fromstring(picture).iter() if one.tag.endswith(("script", "image"))]
    assert b"<dc:date>" not in picture


@pytest.mark.parametrize("status", sorted(STATUS_COLOURS))
def test_every_status_can_be_drawn(status: str) -> None:
    for last in (date(2024, 2, 18), date(2024, 2, 29)):
        assert draw_timeline([contact(1, date(2024, 2, 18), last, status)], Window(), "svg", "Contacts")


def test_the_caption_counts_certain_possible_and_what_is_not_drawn() -> None:
    words = caption(CONTACTS, [RUSSIA], Window(date(2024, 2, 1), date(2024, 6, 30)))
    assert "From 2024-02-01 to 2024-06-30: 2 contacts certain, 4 possible." in words
    assert "1 of 2 sides drawn" in words
    assert "contacts not drawn: 1 without a date, 0 of other sides" in words


def test_contacts_of_sides_that_have_no_lane_are_counted() -> None:
    one_day = contact(1, date(2024, 2, 18), date(2024, 2, 18))
    many = [
        msgspec.structs.replace(one_day, id=f"e{n}", sides=(Thing(f"a{n}", f"A{n}"), Thing(f"b{n}", f"B{n}")))
        for n in range(12)
    ]
    lanes = [side for one in many[: LANES // 2] for side in one.sides]
    assert f"{LANES} of 24 sides drawn" in caption(many, lanes, Window())
    assert "0 without a date, 2 of other sides" in caption(many, lanes, Window())


def test_a_window_without_contacts_says_so() -> None:
    assert draw_timeline([], Window(), "svg", "Contacts").startswith(b"<?xml")

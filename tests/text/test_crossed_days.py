"""Sentences with more days than one: each belongs to what it stands by. The tables are in ``crossed/``."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.text.crossed.tables import known_misses, of_both, rows, sentence, told

_PEOPLE = {"A": "Peruvian President Juan Castro", "B": "Chilean President Luis Rojas"}
_DAYS = {"P1": "2017-05-07", "P2": "2017-05-09", "F1": "2017-05-12", "F2": "2017-05-13"}
_LOOSE = {"P1": "2017-05-01/2017-05-07", "P2": "2017-05-09", "F1": "2017-05-11", "F2": "2017-05-15/2017-05-21"}
_WORDS = (
    ({"P1": "on Sunday", "P2": "on Tuesday", "F1": "on Friday", "F2": "on Saturday"}, _DAYS),
    ({"P1": "on 7 May", "P2": "on 9 May", "F1": "on 12 May", "F2": "on 13 May"}, _DAYS),
    ({"P1": "on May 7", "P2": "on May 9", "F1": "on May 12", "F2": "on May 13"}, _DAYS),
    ({"P1": "Sunday", "P2": "Tuesday", "F1": "Friday", "F2": "Saturday"}, _DAYS),
    ({"P1": "last week", "P2": "yesterday", "F1": "tomorrow", "F2": "next week"}, _LOOSE),
)
"""The same days in other words, and what they stand for."""
_CONTACT = {"meeting", "talks", "negotiation", "summit"}
_HOSTS = (
    ("{A} met {B} on Tuesday", "2017-05-09"),
    ("On Tuesday, {A} met {B}", "2017-05-09"),
    ("{A} met {B} in Quito on May 9", "2017-05-09"),
    ("{A} spoke by phone with {B} Tuesday", "2017-05-09"),
    ("{A} held talks with {B}", ""),
    ("{A} and {B} met", ""),
)


def _family(event: dict[str, Any]) -> str:
    return "contact" if event["kind"] in _CONTACT else str(event["kind"])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def test_each_day_is_of_what_it_stands_by() -> None:
    misread = []
    for row, (words, stands_for) in product(rows("two_days"), _WORDS):
        more = {"D2": _capital(words["P2"]), "P1x": _capital(words["P1"]), "P2x": _capital(words["P2"])}
        text = sentence(row["frame"], **_PEOPLE, **words, **more, f1=words["F1"].removeprefix("on "))
        found = {(_family(event), event["date"] or "") for event in told(text)}
        wanted = (one.split("=") for one in row["dates"].split())
        misread += [text] if {(kind, stands_for[day]) for kind, day in wanted} - found else []
    assert set(misread) <= known_misses().keys()


def test_what_follows_has_a_day_of_its_own() -> None:
    misread = []
    for row, (host, day) in product(rows("day_endings"), _HOSTS):
        text = sentence(f"{host}{row['words']}.", **_PEOPLE)
        contacts = [event for event in of_both(text) if _family(event) in ("contact", "call")]
        misread += [] if contacts and (contacts[0]["date"] or "") == day else [text]
    assert set(misread) <= known_misses().keys()


def test_a_journey_has_its_first_day_and_its_last() -> None:
    misread = []
    for row in rows("visit_days"):
        text = sentence(row["sentence"], **_PEOPLE)
        found = {(_family(event), event["date"] or "") for event in told(text, row["paper"] or "Reuters")}
        wanted = (one.split("=") for one in row["dates"].split())
        misread += [text] if {(kind, _of_may(days)) for kind, days in wanted} - found else []
    assert misread == []


def _of_may(days: str) -> str:
    return "/".join(f"2017-05-{day}" for day in days.split("/"))


def test_a_later_sentence_gives_the_day_of_what_it_is_about_and_of_nothing_else() -> None:
    misread = []
    for first, between, later in product(rows("told_first"), ["", *_between()], rows("told_on")):
        if first["of"] != later["of"]:
            continue
        text = sentence(" ".join(filter(None, (first["sentence"], between, later["sentence"]))), **_PEOPLE)
        day = first["day"] or later["day"]
        told_of = [one for one in of_both(text) if _family(one) == first["of"].removesuffix(" ahead")]
        misread += [] if (_of_may(day) if day else "") in {one["date"] or "" for one in told_of} else [text]
        misread += [text] if later["day"] and len(told_of) > 1 and not first["day"] else []
    assert set(misread) <= known_misses().keys()


def _between() -> list[str]:
    return [row["sentence"] for row in rows("told_between")]

"""Texts that tell of two things, each with a day or without: whose a day is. The tables are in ``crossed/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tests.text.crossed.tables import known_misses, of_both, rows, sentence, told

_PEOPLE = {"A": "Peruvian President Juan Castro", "B": "Chilean President Luis Rojas"}
_CONTACT = {"meeting", "talks", "negotiation", "summit"}
_OWN = {
    "held": (("on Tuesday", "2017-05-09"), ("on 9 May", "2017-05-09"), ("yesterday", "2017-05-09")),
    "ahead": (("on Friday", "2017-05-12"), ("on 12 May", "2017-05-12"), ("tomorrow", "2017-05-11")),
}
"""Days of the event itself, by its status, in words and as what they stand for."""
_OTHER = {
    "past": ("on Sunday", "on 2 May", "last week", "in March", "in 2015"),
    "after": ("on Wednesday", "today", "on 10 May"),
    "ahead": ("on Saturday", "on 20 May", "next month", "in July"),
}
"""Days of what is told beside it."""
_OTHER_DATES = {"on Sunday": "2017-05-07", "on 2 May": "2017-05-02", "last week": "2017-05-01/2017-05-07"}
_OTHER_DATES |= {"in March": "2017-03", "in 2015": "2015"}
_NEXT_SENTENCE = re.compile(r"(?<=[.] )[a-z]")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _without(frame: str, day: str) -> str:
    """A frame without one of its days."""
    for words in (f"{{{day.upper()}}}, ", f"{{{day.upper()}}} ", f"{{{day}}} ", f" {{{day}}}"):
        frame = frame.replace(words, "")
    return _NEXT_SENTENCE.sub(lambda found: found[0].upper(), frame)


def _text(frame: str, own: str = "", other: str = "") -> str:
    frame = frame if own else _without(frame, "x")
    frame = frame if other else _without(frame, "y")
    days = {"x": own, "y": other, "X": _capital(own), "Y": _capital(other)}
    return sentence(frame.replace(" ,", ",").replace(" ;", ";"), **_PEOPLE, **days)


def _days(text: str, family: str) -> set[str]:
    """The days of the events of a family that are read in a text; those of a journey may be of one side."""
    events = [one for one in of_both(text) if _family(one["kind"]) == family]
    events = events or [one for one in told(text) if family == one["kind"] == "visit"]
    return {event["date"] or "" for event in events}


def _family(kind: str) -> str:
    return "contact" if kind in _CONTACT else kind


def _with_both_days(number: int, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The frame with a day of each, every row with others of the words for them, and with that of the event alone."""
    own, other = _OWN[row["status"]], _OTHER[row["other"]]
    for turn in (number, number + 1):
        words, day = own[turn % len(own)]
        yield _text(row["frame"], words, other[turn % len(other)]), day
    words, day = own[number % len(own)]
    yield _text(row["frame"], words), day


def _with_the_others_alone(number: int, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    other = _OTHER[row["other"]]
    for turn in (number, number + 1):
        words = other[turn % len(other)]
        yield _text(row["frame"], other=words), "" if row["alone"] == "none" else _OTHER_DATES[words]


def test_a_day_is_of_the_part_of_the_sentence_in_which_it_stands() -> None:
    misread = []
    for number, row in enumerate(rows("whose_day")):
        asked = [_with_both_days(number, row)] if "{x}" in row["frame"].lower() else []
        asked += [_with_the_others_alone(number, row)] if row["alone"] else []
        misread += [text for text, day in chain(*asked) if day not in _days(text, row["of"])]
    assert set(misread) <= known_misses().keys()


def test_a_day_stays_with_its_event_whatever_stands_between() -> None:
    misread = []
    for row in rows("own_days"):
        for words, day in _OWN[row["status"]]:
            text = _text(row["frame"], words)
            misread += [] if day in _days(text, row["of"]) else [text]
    assert set(misread) <= known_misses().keys()


def test_days_counted_from_another_or_shared_with_it() -> None:
    misread = []
    for row in rows("counted_days"):
        text = sentence(row["text"].replace("\\n", "\n"), **_PEOPLE)
        days = _days(text, row["of"])
        misread += [] if row["date"] in days or not (row["date"] or days) else [text]
    assert set(misread) <= known_misses().keys()

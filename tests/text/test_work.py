"""The work for a text grows with its length, counted in calls: what a clock says depends on the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import SupportsIndex

import pytest
from msgspec import structs

import kg.model
from kg.consolidate.summary import summarise
from kg.model import Reading
from loaders.text import RulesExtractor
from tests.text.reading import read

_STORY = """\
Foreign Minister Anna Rao of Kenya met President Erik Hale of Sweden in Nairobi on Monday.
The two discussed trade and the situation in Sudan, and signed an agreement on energy.
Ms Rao will travel to Stockholm in May, where she is to meet Prime Minister Sven Moberg.
On Tuesday she spoke by phone with her Norwegian counterpart, Kari Lund.
"""
_TIMES = 30
"""So often that what looks a bounded way back or ahead has its full length."""
_SLACK = 1.1


class _Counted(str):
    """A text that counts the characters that are copied out of it."""

    __slots__ = ("copied",)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.copied = getattr(self, "copied", 0) + len(part)
        return part


def _copied(reading: Reading) -> int:
    text = _Counted(reading.source.text)
    RulesExtractor().extract(structs.replace(reading.source, text=text))
    return text.copied


def _calls(work: Callable[[Reading], object], reading: Reading) -> int:
    """Count the calls of functions, built-in ones too, that the work on a reading takes."""
    count = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work(reading)
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, Reading]:
    """A story told many times over, and twice as often; reading it has warmed what is kept between texts."""
    once, twice = (read({"text": _STORY * times, "published": "2025-02-18"}) for times in (_TIMES, 2 * _TIMES))
    return once, twice


def test_a_story_told_twice_as_often_is_read_in_twice_the_calls(readings: tuple[Reading, Reading]) -> None:
    once, twice = (_calls(lambda one: RulesExtractor().extract(one.source), reading) for reading in readings)
    assert once > 1_000
    assert twice <= 2 * once * _SLACK


def test_of_a_story_told_twice_as_often_twice_as_much_is_copied(readings: tuple[Reading, Reading]) -> None:
    once, twice = (_copied(one) for one in readings)
    assert once > len(_STORY)
    assert twice <= 2 * once * _SLACK


def test_a_story_told_twice_as_often_is_summed_up_in_twice_the_calls(readings: tuple[Reading, Reading]) -> None:
    once, twice = (_calls(summarise, one) for one in readings)
    assert twice <= 2 * once * _SLACK


def test_a_text_is_digested_once_however_much_it_tells(
    readings: tuple[Reading, Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    digested: list[str] = []
    digest = kg.model.text_digest

    def noting(text: str) -> str:
        digested.append(text)
        return digest(text)

    monkeypatch.setattr(kg.model, "text_digest", noting)
    assert summarise(readings[0])["events"]
    assert len(digested) == 1

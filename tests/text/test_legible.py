"""A text is read as it looks, and its offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text.legible import legible
from tests.text.reading import read_summary

TEXT = (
    "Talks in Oslo\n\nOSLO, May 9 - Foreign Minister Arne Lie of Norway met his Kenyan counterpart, Jane Otieno, in"
    " Oslo on Tuesday. The two ministers will meet again in Nairobi on 3 June."
)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"], ids=lambda space: f"U+{ord(space):04X}")
def test_other_spaces_are_spaces(space: str) -> None:
    assert legible(TEXT.replace(" ", space)) == TEXT


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u2060", "\ufeff"], ids=lambda mark: f"U+{ord(mark):04X}")
def test_marks_that_nobody_sees_change_nothing(mark: str) -> None:
    marked = {"text": mark + TEXT.replace(" ", f" {mark}"), "published": "2017-05-10"}
    plain = read_summary({"text": TEXT, "published": "2017-05-10"})["events"]
    found = read_summary(marked)["events"]
    assert plain
    assert [(one["kind"], one["date"], one["countries"]) for one in found] == [
        (one["kind"], one["date"], one["countries"]) for one in plain
    ]
    assert all(quote in marked["text"] for one in found for quote in one["evidence"])


def test_plain_text_is_the_same_object() -> None:
    assert legible(TEXT) is TEXT


@given(st.text(alphabet="ab \n\u00a0\u200b\u2009\ufeff.", max_size=300))
def test_offsets_stay(text: str) -> None:
    result = legible(text)
    assert len(result) == len(text)
    assert [letter for letter in result if letter in "ab."] == [letter for letter in text if letter in "ab."]

"""Dates in English text (promise 7): the table of hard cases, and what the fields beside the date say."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from kg.dates import BadDateError, parse
from loaders.text.when import (
    ONLY_FUTURE,
    WITHOUT_ANCHOR,
    WITHOUT_PUBLISHED,
    Direction,
    When,
    find_dates,
    find_expressions,
)


class Case(NamedTuple):
    """One line of the table: the text without its brackets, and where they stood."""

    text: str
    places: list[tuple[int, int]]
    published: str
    direction: Direction
    expected: str


def cases() -> list[Case]:
    lines = Path(__file__).with_name("when_cases.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [Case(*marked(row[0].replace("\\n", "\n")), row[1], direction(row[2]), row[3]) for row in rows]


def direction(text: str) -> Direction:
    directions: tuple[Direction, ...] = ("past", "future", "unknown")
    return directions[directions.index(text)]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its brackets, and the places that they enclosed."""
    plain, places, opened = "", [], 0
    for character in text:
        if character == "[":
            opened = len(plain)
        elif character == "]":
            places.append((opened, len(plain)))
        else:
            plain += character
    return plain, places


def written(found: list[When]) -> str:
    return " ".join((one.edtf or "-") + "*" * one.modifier for one in found)


CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.text[:60]} {case.direction}" for case in CASES])
def test_dates_are_found_where_they_stand_and_resolved(case: Case) -> None:
    found = find_expressions(case.text, case.published, direction=case.direction)
    assert [case.text[one.start : one.end] for one in found] == [case.text[slice(*place)] for place in case.places]
    assert [(one.start, one.end) for one in found] == case.places
    assert written(found) == case.expected
    assert all(one.rule for one in found)
    assert all(parse(one.edtf) for one in found if one.edtf)


def test_only_expressions_with_a_date_are_dates() -> None:
    text = "They met yesterday. Two days later and on 18 February they parted."
    assert [one.edtf for one in find_dates(text, "")] == ["XXXX-02-18"]
    assert [one.rule for one in find_expressions(text, "")] == [WITHOUT_PUBLISHED, WITHOUT_ANCHOR, "no-year"]
    assert [one.rule for one in find_expressions("The first visit in ten years.", "2025-02-24")] == [ONLY_FUTURE]


@pytest.mark.parametrize(
    ("text", "direction", "rule"),
    [
        ("on 18 February 2025", "past", "absolute"),
        ("on 18 February", "past", "year-nearest-past"),
        ("on 18 February", "future", "year-nearest-future"),
        ("on 18 February", "unknown", "year-nearest"),
        ("on Sunday, 18 February", "past", "year-by-weekday"),
        ("on Friday, 18 February", "past", "year-nearest-past+weekday-differs"),
        ("on 18 February last year", "past", "last-year"),
        ("on Tuesday", "past", "weekday-before-published"),
        ("on Tuesday", "future", "weekday-after-published"),
        ("last Tuesday", "past", "last-weekday"),
        ("next Tuesday", "future", "next-weekday"),
        ("on Tuesday of next week", "future", "weekday-next-week"),
        ("in early March 2024", "past", "absolute+part"),
        ("around 18 February 2025", "past", "absolute+about"),
        ("in December", "past", "month-nearest-past"),
        ("last March", "past", "last-month-of-that-name"),
        ("last week", "past", "last-week"),
        ("at the weekend", "past", "weekend-before-published"),
        ("three months ago", "past", "months-ago"),
        ("a year ago today", "past", "years-ago-today"),
        ("in two weeks", "future", "in-weeks"),
        ("last summer", "past", "last-season"),
        ("on 04/03/2024", "past", "figures-in-either-order"),
        ("on 10/18/23", "past", "year-of-two-figures"),
        ("on 23.02.2025", "past", "absolute"),
        ("in the week of 18 February", "past", "year-nearest-past+week"),
    ],
)
def test_the_rule_that_resolved_a_date_is_kept(text: str, direction: Direction, rule: str) -> None:
    (found,) = find_dates(f"They met {text}.", "2025-02-24", direction=direction)
    assert found.rule == rule


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 18 February", "absolute"), ("in 2012", "absolute"), ("on Tuesday", "relative"), ("last week", "relative"),
        ("in the spring", "relative"), ("last March", "relative"), ("on 18-19 February", "range"),
        ("from 28 February to 2 March", "range"), ("from Monday to Friday", "range"), ("from 2014 to 2016", "range"),
        ("from April to June 2024", "range"),
    ],
)  # fmt: skip
def test_a_date_is_absolute_relative_or_a_range(text: str, kind: str) -> None:
    (found,) = find_dates(f"They met {text}.", "2025-02-24")
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("They met on 18 February.", "on"), ("Since 2012 they meet.", "since"), ("Not later than 30 September.", ""),
        ("until the end of March", "until"), ("by late 2019", "by"), ("They met yesterday.", ""),
        ("before Friday", "before"), ("from 3 to 5 March", "from"), ("in the spring of 2014", "in"),
    ],
)  # fmt: skip
def test_the_preposition_before_a_date_is_told(text: str, lead: str) -> None:
    (found,) = find_dates(text, "2025-02-24")
    assert found.lead == lead


def test_a_stretch_of_a_text_is_read_in_its_place() -> None:
    text = "On 7 July she left. The day before, she had met the envoy. They meet again on 9 July."
    start, end = text.index("The day"), text.index("They")
    assert [(one.edtf, text[one.start : one.end]) for one in find_dates(text, "2022-07-08", start, end)] == [
        ("2022-07-06", "The day before")
    ]
    cut = text.index("July.") + 2
    assert find_dates(text, "2022-07-08", text.index("again"), cut) == []


def test_a_day_far_away_is_not_counted_from() -> None:
    text = f"On 7 July she left. {'Nothing happened. ' * 100}Two days before, she had met the envoy."
    assert [one.edtf for one in find_expressions(text, "2022-07-08")] == ["2022-07-07", ""]


@pytest.mark.parametrize("published", ["2025-02", "2025", "2025~", "XXXX-02-18", "2025-02-18/2025-02-20"])
def test_a_vague_date_of_publication_resolves_nothing(published: str) -> None:
    assert find_dates("They met yesterday and on Tuesday.", published) == []
    assert [one.edtf for one in find_dates("They met on 18 February.", published)] == ["XXXX-02-18"]


def test_a_date_of_publication_that_is_none_is_refused() -> None:
    with pytest.raises(BadDateError):
        find_dates("They met yesterday.", "last week")


def test_every_rule_is_explained_in_the_documents() -> None:
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "dates.md").read_text(encoding="utf-8")
    for case in CASES:
        for published in (case.published, ""):
            for found in find_expressions(case.text, published, direction=case.direction):
                rule, *marks = found.rule.split("+")
                assert f"`{rule}`" in page
                assert all(f"`+{mark}`" in page for mark in marks)

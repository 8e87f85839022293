"""The head of a release in capitals names who speaks in it."""

from __future__ import annotations

from typing import Any

from tests.text.reading import read_summary

_HEAD = "MEDIA RELEASE MINISTER FOR FOREIGN AFFAIRS ANNE KERR FA76   14  June  2023\n\nFIJI VISIT\n\n"
_TEXT = _HEAD + "I will visit Fiji on 20 June. Ms Kerr said that two officers would come along.\n"


def _read(publisher: str) -> dict[str, Any]:
    return read_summary({"text": _TEXT, "published": "2023-06-14", "publisher": publisher})


def test_who_gives_out_a_release_is_an_official_of_its_side_and_the_one_who_says_i() -> None:
    found = _read("Minister for Foreign Affairs, Australia")
    names = [(one["name"], one["title"], one["country_or_org"]) for one in found["officials"]]
    assert names == [("Anne Kerr", "Minister for Foreign Affairs", "AUS")]
    (visit,) = found["events"]
    assert [one["name"] for one in visit["participants"]] == ["Anne Kerr"]
    assert visit["countries"] == ["AUS", "FJI"]


def test_a_paper_that_prints_it_does_not_speak_for_the_minister() -> None:
    assert _read("The Daily Observer (a newspaper)")["events"] == []

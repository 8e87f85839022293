"""Whom "we" means in a text that several give out together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.text.reading import read_summary

_OF_THREE = "Joint Statement by the Foreign Ministers of Peru, Chile and Ecuador"
_OF_TWO = "Statement of President Ana Soto of Peru and Prime Minister Jan Berg of Norway"


def _events(title: str, body: str) -> list[dict[str, Any]]:
    return list(read_summary({"text": f"{title}\n\n{body}", "published": "2019-11-15", "title": title})["events"])


def test_we_met_is_all_who_give_it_out() -> None:
    first, second = _events(_OF_THREE, "We met today in Lima to discuss trade. We will meet again in Quito in June.")
    assert [one["countries"] for one in (first, second)] == [["CHL", "ECU", "PER"]] * 2
    assert [(one["status"], one["date"], one["place"]["city"]) for one in (first, second)] == [
        ("held", "2019-11-15", "Lima"),
        ("planned", "2020-06", "Quito"),
    ]


def test_what_we_discussed_and_signed_is_of_those_whom_the_headline_names() -> None:
    talks, accord = _events(_OF_TWO, "We discussed fisheries today. We signed a memorandum of understanding on energy.")
    assert [talks["countries"], accord["countries"]] == [["NOR", "PER"]] * 2
    assert {one["name"] for one in talks["participants"]} == {"Ana Soto", "Jan Berg"}
    assert accord["kind"] == "agreement"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Statement by President Ana Soto of Peru to the people of Chile", "We met many families today."),
        (_OF_TWO, '"We met in Oslo in May," said President Soto.'),
        ("Statement by President Ana Soto of Peru", "We met in May."),
    ],
)
def test_we_of_one_who_speaks_is_no_contact(title: str, body: str) -> None:
    assert [one for one in _events(title, body) if one["kind"] in ("meeting", "talks")] == []

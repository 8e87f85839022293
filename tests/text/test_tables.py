"""Tables of contacts in plain text are read row by row, by what their header says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.text.reading import read, read_summary

_OFFICE = "Ministry of Foreign Affairs of Kenya"
_VISITS = (
    "Official visits to Kenya, March 2019\n\n"
    "Date{0}Visitor{0}Place\n"
    "4-6 March{0}Foreign Minister of Iceland, Gunnar Olafsson{0}Nairobi\n"
    "11 March{0}H.E. Rosa Ferrer, Minister of Trade of Peru{0}Mombasa\n"
    "2 May{0}The Prime Minister of Tonga{0}Nairobi\n"
)


def _events(text: str) -> list[dict[str, Any]]:
    record = {"text": text, "published": "2019-03-31", "publisher": _OFFICE}
    return list(read_summary(record)["events"])


@pytest.mark.parametrize("mark", [" | ", "\t", "|"])
def test_each_row_is_a_contact(mark: str) -> None:
    events = _events(_VISITS.format(mark))
    assert [(one["kind"], one["status"], one["date"], one["countries"]) for one in events] == [
        ("visit", "held", "2019-03-04/2019-03-06", ["ISL", "KEN"]),
        ("visit", "held", "2019-03-11", ["KEN", "PER"]),
        ("visit", "planned", "2019-05-02", ["KEN", "TON"]),
    ]
    assert [one["place"]["city"] for one in events] == ["Nairobi", "Mombasa", "Nairobi"]
    assert [one["participants"][0]["name"] for one in events] == ["Gunnar Olafsson", "Rosa Ferrer", None]


def test_a_column_of_states_says_whose_they_are() -> None:
    header = "Engagements of the Minister\n\nName | Country | Date | Type\n"
    text = header + "Anna Lindqvist, minister for trade | Sweden | 2 May 2018 | phone call\n"
    (event,) = _events(text)
    assert (event["kind"], event["date"], event["countries"]) == ("call", "2018-05-02", ["KEN", "SWE"])


def test_the_row_is_the_evidence() -> None:
    reading = read({"text": _VISITS.format(" | "), "published": "2019-03-31", "publisher": _OFFICE})
    kinds = [one for one in reading.claims if one.attribute == "kind"]
    assert [one.evidence.quote.partition(" |")[0] for one in kinds] == ["4-6 March", "11 March", "2 May"]
    assert all(one.evidence.stands_in(reading.source.text) for one in reading.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Team | Country | Points\nLions | Sweden | 21\nBears | Norway | 18\n",
        "Name | Country | Medals\nAnna Lindqvist | Sweden | 2\n",
        "Date | Price\n4 March | 21.50\n",
    ],
)
def test_other_tables_tell_of_no_contact(text: str) -> None:
    assert _events(text) == []

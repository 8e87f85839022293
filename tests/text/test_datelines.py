"""What a dateline tells: where it was, and which day "today" is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.text.reading import read_summary

TEXT = """King receives Swedish minister

MADRID, 30 May 2023 -- King Felipe received Swedish Foreign Minister Tobias Billstrom today."""


def test_today_is_the_day_of_the_dateline() -> None:
    assert [event["date"] for event in _events(TEXT, "2023-05-31")] == ["2023-05-30"]


def test_a_dateline_of_another_year_is_no_today() -> None:
    assert [event["date"] for event in _events(TEXT, "2024-05-31")] == ["2024-05-31"]


def test_the_lead_was_where_the_text_was_written() -> None:
    assert [event["place"] for event in _events(TEXT, "2023-05-31")] == [{"city": "Madrid", "country_iso3": "ESP"}]


def test_a_paper_speaks_of_its_own_prime_minister() -> None:
    text = "The Prime Minister met Indian Foreign Minister Anil Rao in Colombo yesterday."
    found = read_summary({"text": text, "published": "2023-05-31", "publisher": "The Daily (Sri Lanka)"})["events"]
    assert [event["countries"] for event in found] == [["IND", "LKA"]]


def _events(text: str, published: str) -> list[dict[str, Any]]:
    return list(read_summary({"text": text, "published": published})["events"])


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("State House, Nairobi, Kenya, Monday 30 May 2022 – ", "Nairobi"),
        ("OSLO, March 16. /AGENCY/. ", "Oslo"),
        ("6 May 2024, Accra: ", "Accra"),
        ("LIMA, Oct 5 (AGCY): ", "Lima"),
        ("(Kathmandu) ", "Kathmandu"),
        ("RIO DE JANEIRO, March 12 (Agency) - ", "Rio de Janeiro"),
        ("PORT-AU-PRINCE, March 12 - ", "Port-au-Prince"),
        ("Dar Es Salaam, March 12 (AGCY): ", "Dar es Salaam"),
        ("RIGA, 12 MAY, AGENCYPRESS. ", "Riga"),
        ("TALLINN (News.ee), 3 Mar 2020 - ", "Tallinn"),
        ("KUWAIT, June 3 (AGCY) -- ", "Kuwait City"),
        ("UNITED NATIONS (AG) — ", "New York"),
        ("OSLO (Fjord News / Agency - 7th May, 2024) ", "Oslo"),
        ("Oslo, May 7 ", "Oslo"),
        ("Oslo,   ", "Oslo"),
        ("Oslo (AGCY)\n", "Oslo"),
        ("Oslo - AGCY\n", "Oslo"),
        ("AGCY | Oslo\n", "Oslo"),
        ("Agency | Oslo | Updated: 07-05-2024 05:00 IST\n", "Oslo"),
    ],
)
def test_datelines_of_many_agencies(line: str, city: str) -> None:
    text = f"Ministers meet\n\n{line}Swedish Foreign Minister Tobias Billstrom met his Finnish counterpart on Monday."
    found = _events(text, "2024-05-07")
    assert [(event["date"], event["place"]["city"]) for event in found] == [("2024-05-06", city)]


def test_a_state_with_a_colon_is_the_label_of_an_item() -> None:
    text = "In brief\n\nMali: Foreign Minister Awa Keita met his Finnish counterpart on Monday."
    assert [event["place"] for event in _events(text, "2024-05-07")] == [None]

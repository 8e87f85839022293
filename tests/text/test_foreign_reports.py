"""A newspaper's text on the affairs of another state: offices without a state are of that one, not of the paper's."""

from __future__ import annotations

from tests.text.reading import read_summary

_IRISH = "https://www.rte.ie/news/2024/0301/1-politics/"
_MET = "Attorney General Ruth Hill met the Russian ambassador on Monday."


def _sides(text: str) -> list[list[str]]:
    found = read_summary({"text": text, "url": _IRISH, "published": "2024-03-01"})["events"]
    return [event["countries"] for event in found]


def test_an_office_is_of_the_state_that_a_foreign_report_is_on() -> None:
    others = "US President Joe Brown praised US Vice President Al Green in Washington."
    assert _sides(f"{others} {_MET}") == [["RUS", "USA"]]


def test_an_office_is_of_the_papers_state_where_the_text_names_it() -> None:
    others = "US President Joe Brown praised Ireland beside US Vice President Al Green."
    assert _sides(f"{others} {_MET}") == [["IRL", "RUS"]]


def test_an_office_is_of_the_papers_state_where_no_other_is_told_of() -> None:
    assert _sides(_MET) == [["IRL", "RUS"]]


def test_the_minister_whose_journey_a_text_begins_with_is_the_papers_own() -> None:
    text = "Foreign Minister Niall Walsh will be in Nairobi on Monday. He will meet Kenyan President Amos Kiprono"
    text = f"{text} and Kenyan Prime Minister Ann Wanja."
    assert ["IRL", "KEN"] in _sides(text)

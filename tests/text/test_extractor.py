"""What the default extractor promises of any text, and the first article as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.dates import parse as parse_edtf
from kg.model import Participant
from loaders.text import Extractor, RulesExtractor
from tests.text.hard_sentences import hard_sentences
from tests.text.reading import read, read_summary

_PIECES = st.sampled_from(
    [
        *("President", "Mr. ", "Foreign Minister ", "Kenya", "Kenyan", "’s", "'s", " of ", " and ", ", ", "Wang Yi "),
        *("met ", "held talks with ", "will meet ", "the two leaders ", "on Tuesday", "In March", "\n", "\n\n", ". "),
        *("(", ")", "“", "”", "; ", "—", "Moscow", "in ", "to ", "visit", "signed ", "agreement ", "the ", "U.S."),
        *("18 February 2025", "call", "Prime Minister", "his ", "counterpart", "Ministers ", "he ", "said ", "that "),
        *("Question: ", "\u200b", "\u202e", "王毅", "é", "İ"),
    ]
)
TEXTS = st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=300)


def test_it_keeps_the_contract() -> None:
    assert isinstance(RulesExtractor(), Extractor)


@given(TEXTS, st.sampled_from(["", "2025-02-24"]), st.sampled_from(["", "The Kremlin, Moscow"]))
@example("King Olav arrived at the invitation of the Mexican President.", "2025-02-24", "The Kremlin, Moscow")
@example("Mr Blair left Cairo, where the Mexican King arrived after a tour of the city.", "", "The Kremlin, Moscow")
@settings(max_examples=150, deadline=None)
def test_every_claim_stands_where_it_says(text: str, published: str, dateline: str) -> None:
    record = {"text": text, "published": published, "dateline": dateline}
    reading = read(record)
    assert all(claim.evidence.quote and claim.evidence.stands_in(text) for claim in reading.claims)
    assert reading == read(record)
    for claim in reading.claims:
        if claim.attribute == "date":
            parse_edtf(str(claim.value))


@given(st.lists(st.sampled_from(hard_sentences()), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_texts_put_together_give_exact_offsets(rows: list[Any]) -> None:
    text = "\n\n".join(row.text for row in rows)
    assert all(claim.evidence.stands_in(text) for claim in read({"text": text, "published": "2024-05-05"}).claims)


def _seed(shared: Path, published: str) -> dict[str, Any]:
    file = next((shared / "seed").glob("*.txt"))
    text = file.read_text(encoding="utf-8")
    return {"id": file.stem, "text": text, "title": text.split("\n", 1)[0], "published": published}


def test_the_first_article(shared: Path) -> None:
    found = read_summary(_seed(shared, ""))
    held = [event for event in found["events"] if event["status"] == "held"]
    assert len(held) == 1
    assert held[0]["countries"] == ["RUS", "USA"]
    assert held[0]["date"] == "XXXX-02-18"
    assert held[0]["place"] == {"city": "Riyadh", "country_iso3": "SAU"}
    people = {(one["name"], one["role"], one["country_or_org"]) for one in held[0]["participants"]}
    assert ("Sergei Lavrov", "Foreign Minister", "RUS") in people
    assert ("Yuri Ushakov", "Deputy Foreign Minister", "RUS") in people
    assert (None, "senior official", "USA") in people
    others = [event for event in found["events"] if event["status"] != "held"]
    assert {event["status"] for event in others} <= {"planned", "proposed"}
    assert len(others) == 2
    assert not any("King" in quote or "Summary" in quote for event in found["events"] for quote in event["evidence"])


def test_the_first_article_with_its_day_names_the_fund(shared: Path) -> None:
    reading = read(_seed(shared, "2025-02-24"))
    assert "2025-02-18" in {claim.value for claim in reading.claims if claim.attribute == "date"}
    people = [claim.value for claim in reading.claims if isinstance(claim.value, Participant)]
    assert ("Russian Direct Investment Fund", "RUS") in {(one.body, one.side) for one in people}


def test_a_text_without_contacts_is_left_with_a_reason() -> None:
    reading = read({"text": "The team won the match in Lisbon on Sunday."})
    assert [reject.reason for reject in reading.left] == ["not-a-contact"]
    assert not [claim for claim in reading.claims if claim.thing == "event"]

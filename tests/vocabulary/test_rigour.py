"""Our names of countries against those of ``rigour``, which knows most of them from another side."""

from __future__ import annotations

import pytest
from rigour.territories import get_territory, lookup_territory

from kg.vocabulary import Country, countries, resolve_country

OTHERWISE = {
    "XKX": "rigour has no alpha-3 code of ISO for it",
    "ATA": "no state",
}

SPELLINGS = (
    "Russia", "Russian Federation", "USA", "United States of America", "U.K.", "Great Britain", "South Korea",
    "DPRK", "North Korea", "Ivory Coast", "Côte d'Ivoire", "Burma", "Myanmar", "Czechia", "Türkiye", "Holland", "UAE",
    "DR Congo", "Kyrgyz Republic", "Viet Nam", "Syrian Arab Republic",
)  # fmt: skip


@pytest.mark.parametrize("text", SPELLINGS)
def test_both_read_the_same_country(text: str) -> None:
    found = lookup_territory(text)
    assert found is not None
    assert resolve_country(text) == (found.alpha3 or "").upper()


@pytest.mark.parametrize("country", [c for c in countries().values() if c.iso3 not in OTHERWISE], ids=lambda c: c.iso3)
def test_codes_and_items_agree(country: Country) -> None:
    theirs = get_territory(country.iso3.lower())
    assert theirs is not None
    assert theirs.code.upper() == country.iso2
    assert country.qid in {*theirs.qids, *theirs.other_qids} or country.iso3 in {"DNK", "NLD", "VAT", "PSE"}


@pytest.mark.parametrize("country", countries().values(), ids=lambda c: c.iso3)
def test_their_names_are_ours(country: Country) -> None:
    theirs = get_territory(country.iso2.lower())
    assert theirs is not None
    names = {theirs.name, theirs.full_name, theirs.in_sentence}
    unread = {name for name in names if resolve_country(name) != country.iso3}
    assert unread == set()

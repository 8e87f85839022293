"""States and organisations by name: a table of spellings that anyone can extend, and what must not resolve."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.vocabulary import (
    countries,
    fold,
    former_states,
    organizations,
    resolve_country,
    resolve_side,
    side_name,
    side_names,
    suggest_sides,
)

SPELLINGS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "spellings.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "side"), SPELLINGS)
def test_spellings_resolve(text: str, side: str) -> None:
    assert resolve_side(text) == side


@pytest.mark.parametrize("text", ["us", "who", "turkey", "china", "polish", "", " ", "Tel Aviv", "Istanbul", "Lagos"])
def test_words_and_cities_that_are_no_capital_are_no_side(text: str) -> None:
    assert resolve_side(text) is None


def test_what_is_undecided_is_not_guessed() -> None:
    assert resolve_side("Virgin Islands") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Rusia", "Russia"), ("norwy", "Norway"), ("Untied States", "United States"), ("turky", "Turkey"),
     ("Cote d'Ivore", "Côte d'Ivoire")],
)  # fmt: skip
def test_nothing_is_fuzzy_but_names_are_suggested_as_people_write_them(text: str, name: str) -> None:
    assert resolve_side(text) is None
    assert name in suggest_sides(text)
    assert all(map(resolve_side, suggest_sides(text)))


def test_every_country_resolves_by_its_own_names() -> None:
    undecided = {"Republic of the Congo", "Virgin Islands"}
    for country in countries().values():
        for name in {country.name, country.official_name, country.iso3} - undecided:
            assert resolve_country(name) == country.iso3, name


def test_every_organization_resolves_by_id_and_name() -> None:
    for one in organizations().values():
        assert resolve_side(one.id) == one.id
        assert resolve_side(one.name) == one.id, one.name


def test_a_country_is_never_an_organization() -> None:
    assert resolve_country("NATO") is None
    assert resolve_side("NATO") == "NATO"


def test_names_come_with_the_side_they_stand_for() -> None:
    names = dict(side_names())
    assert names["Quai d'Orsay"] == "FRA"
    assert names["Warsaw Pact"] == "WP"
    assert all(names.values())
    assert {state.successor for state in former_states()} <= set(names.values())


def test_sides_have_a_name_for_people() -> None:
    assert side_name("RUS") == "Russia"
    assert side_name("SCO") == "Shanghai Cooperation Organization"
    assert side_name("rebel forces") == "rebel forces"


@given(st.text(max_size=40))
def test_any_text_leads_to_a_known_side_or_to_none(text: str) -> None:
    side = resolve_side(text)
    assert side is None or side in countries() or side in organizations()


_NAMES = {name: side for name, side in side_names() if len(name) > 3}
_OF_ANOTHER_IN_CAPITALS = {name for name, side in _NAMES.items() if _NAMES.get(name.upper(), side) != side}
"""Guam is a territory, and GUAM an organisation."""


@given(st.sampled_from(sorted(_NAMES.keys() - _OF_ANOTHER_IN_CAPITALS)))
def test_a_name_resolves_in_capitals_as_it_does_as_written(name: str) -> None:
    assert resolve_side(name.upper()) == resolve_side(name)


def test_folding_keeps_other_scripts() -> None:
    assert fold("The Élysée") == "elysee"
    assert fold("U.S.A.") == "usa"
    assert fold("中国") == "中国"
    assert fold("the") == "the"

"""A name that two rows share is decided by schema/reference/collisions.tsv, and its rules decide as they should."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kg.vocabulary import areas, cities, collisions, countries, fold, former_states, meaning_of, organizations


def _owners() -> dict[str, set[str]]:
    """Every name of states, organisations and places, folded, with the sides or countries it leads to."""
    owners: dict[str, set[str]] = defaultdict(set)

    def add(side: str, *names: str) -> None:
        for name in filter(None, names):
            owners[fold(name)].add(side)

    for one in countries().values():
        add(one.iso3, one.name, one.official_name, *one.names, *one.list_names, *one.demonyms)
        add(one.iso3, one.capital, *one.capital_names, *one.metonyms)
    for state in former_states():
        add(state.successor, state.name, *state.names, *state.demonyms)
    for body in organizations().values():
        add(body.id, body.id, body.name, *body.names, *body.acronyms, *body.adjectives)
    for place in cities():
        add(place.iso3, place.name, *place.names)
    for area in areas():
        add(f"area {area.name}", area.name, *area.names, *area.adjectives)
    return owners


def test_names_that_two_rows_share_are_listed() -> None:
    listed = {fold(name) for name in collisions()}
    shared = {name: sorted(sides) for name, sides in _owners().items() if len(sides) > 1}
    assert {name: sides for name, sides in shared.items() if name not in listed} == {}


def test_listed_collisions_know_every_owner() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for row in collisions().values():
        meanings[fold(row.name)] |= {meaning.partition(":")[2] for meaning in row.meanings}
    for name, sides in _owners().items():
        if len(sides) > 1:
            assert {side.removeprefix("area ") for side in sides} <= meanings[name], name


CASES = [
    ("Georgia", "the President of ", " arrived in Moscow", "Tbilisi", "country:GEO"),
    ("Georgia", "a rally in ", " on Saturday", "Kemp Atlanta", "region:USA"),
    ("Georgia", "the ", " senator said", "", ""),
    ("Jordan", "the King of ", " and", "Amman", "country:JOR"),
    ("Jordan", "the former star Michael ", " said", "", ""),
    ("Jordan", "the economist ", " Peterson", "", ""),
    ("Chad", "the President of ", ", Idriss Deby", "", "country:TCD"),
    ("Congo", "the President of ", " met", "Brazzaville", "country:COG"),
    ("Congo", "eastern ", " where", "Goma", "country:COD"),
    ("Guinea", "Papua New ", " will host", "", ""),
    ("Guinea", "the President of ", " said", "", "country:GIN"),
    ("Turkey", "visited ", " on Monday", "", "country:TUR"),
    ("turkey", "roast ", " for dinner", "", ""),
    ("China", "met in ", "", "", "country:CHN"),
    ("China", "South ", " Sea", "", ""),
    ("Korea", "North ", " tested", "", ""),
    ("Korean", "tension on the ", " Peninsula", "", ""),
    ("Washington", "George ", " crossed", "", ""),
    ("Washington", "talks in ", " on Friday", "", "capital:USA"),
    ("Washington", "told the ", " Post", "", ""),
    ("US", "the ", " and Russia", "", "country:USA"),
    ("us", "told ", " that", "", ""),
    ("Paris", "signed in ", " on Friday", "", "capital:FRA"),
    ("Paris", "left the ", " Agreement", "", ""),
    ("Hyderabad", "talks in ", ", Pakistan", "", ""),
    ("Hyderabad", "a visit to ", " in Sindh", "Sindh", "city:PAK"),
    ("Victoria", "flew to ", " in the Seychelles", "Seychelles", "capital:SYC"),
    ("Austin", "Secretary of Defense Lloyd ", " spoke", "Pentagon", ""),
    ("Minsk", "met in ", " on Tuesday", "", "capital:BLR"),
    ("Minsk", "implementation of the ", " agreements", "", ""),
    ("Polish", "the ", " Foreign Minister", "", "demonym:POL"),
    ("Dominican", "the ", " prime minister, Roosevelt Skerrit", "Skerrit", "demonym:DMA"),
    ("Sudan", "South ", " 's president", "", ""),
    ("Kremlin", "the ", " said", "", "metonym:RUS"),
    ("Kremlin", "the Kazan ", " museum", "", ""),
    ("Commonwealth", "the ", " of Independent States", "", ""),
]


@pytest.mark.parametrize(("name", "before", "after", "words", "meaning"), CASES)
def test_context_decides(name: str, before: str, after: str, words: str, meaning: str) -> None:
    assert meaning_of(name, before, after, words) == meaning


def test_a_word_is_blocked_only_as_a_whole() -> None:
    assert meaning_of("Guinea", "a renewed ", " and", "") == "country:GIN"
    assert meaning_of("Jordan", "about ", " Petersonville", "") == "country:JOR"


def test_names_without_collisions_are_not_asked() -> None:
    with pytest.raises(KeyError):
        meaning_of("Kyrgyzstan", "", "", "")

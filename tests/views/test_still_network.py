"""The network for print: who is drawn, how often pairs met, and what is counted as not drawn."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.contacts import Contact, Thing, Window
from kg.views.stills.caption import Imprint
from kg.views.stills.labels import side_name
from kg.views.stills.network import NODES, SEATS, count_pairs, draw_network
from tests.views.svg_text import said

IMPRINT = Imprint("0123456789ab", date(2025, 3, 1), "Who met whom")


def contact(number: int, *sides: str) -> Contact:
    things = tuple(Thing(f"country-{one}", one) for one in sides)
    return Contact(f"event-{number:04}", "", None, None, "meeting", "held", "", 1, "", things, (), ())


def drawn(contacts: list[Contact]) -> str:
    return said(draw_network(contacts, Window(), "svg", IMPRINT))


@given(st.lists(st.sets(st.sampled_from("abcdefghij"), min_size=1, max_size=9), max_size=30))
def test_each_pair_counts_its_contacts_of_few_sides(every: list[set[str]]) -> None:
    pairs, sides = count_pairs([contact(number, *sorted(one)) for number, one in enumerate(every)])
    expected = Counter(pair for one in every if len(one) <= SEATS for pair in combinations(sorted(one), 2))
    assert {(one.name, other.name): count for (one, other), count in pairs.items()} == expected
    assert {side.name for side in sides} == {name for pair in expected for name in pair}


def test_of_many_sides_those_with_the_most_contacts_are_drawn() -> None:
    hub = [contact(number, "hub", f"side {number:02}") for number in range(NODES + 5)]
    pairs, sides = count_pairs(hub)
    assert len(sides) == NODES
    assert len(pairs) == NODES - 1
    assert "6 contacts of other pairs" in drawn(hub)


def test_gatherings_are_counted_below() -> None:
    assert "1 contact of more than 6 sides" in drawn([contact(1, *"abcdefgh"), contact(2, "a", "b")])


def test_a_network_without_pairs_says_why() -> None:
    assert "2 contacts, and none joins a pair" in drawn([contact(1, "a"), contact(2, *"abcdefgh")])
    assert "no held contact of this time" in drawn([])


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=2, max_size=5, unique=True))
def test_any_name_can_be_drawn(names: list[str]) -> None:
    assert draw_network([contact(1, *names)], Window(), "svg", IMPRINT).startswith(b"<?xml")


def test_an_organisation_of_a_long_name_is_printed_by_its_code() -> None:
    assert side_name(Thing("organization-1", "North Atlantic Treaty Organization", "NATO")) == "NATO"
    assert side_name(Thing("country-1", "France", "FRA")) == "France"

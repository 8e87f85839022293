"""What one table says of another is there."""

from __future__ import annotations

import re

import pytest

from kg.dates import parse
from kg.vocabulary import (
    City,
    Collision,
    areas,
    broad_offices,
    cities,
    collisions,
    countries,
    former_states,
    is_country,
    organizations,
    tenures,
    title_modifiers,
    titles,
    topics,
)

RANKS = {"head", "minister", "deputy", "senior", "official", "envoy", "parliament", "military", "other"}
TOPICS = (
    "energy trade economy investment sanctions security defence military arms-control nuclear terrorism ukraine"
    " middle-east gaza syria iran korea taiwan south-china-sea climate environment migration human-rights health"
    " culture education science-technology space cyber infrastructure transport agriculture-food humanitarian"
    " borders-territory elections-democracy consular bilateral-relations multilateral-un peace-process crime-drugs"
    " fisheries-maritime water"
)


def test_broad_offices_are_offices() -> None:
    assert broad_offices() <= {row.office for row in titles()}


def _is_side(code: str) -> bool:
    return is_country(code) or code in organizations()


def test_countries_have_names_codes_and_a_region() -> None:
    for country in countries().values():
        assert re.fullmatch(r"[A-Z]{3}", country.iso3)
        assert re.fullmatch(r"[A-Z]{2}", country.iso2)
        assert country.name
        assert country.official_name
        assert country.region or country.iso3 == "ATA"
        assert country.cameo


def test_states_of_the_united_nations_have_demonyms_and_capitals() -> None:
    without = {c.iso3 for c in countries().values() if c.cow and not (c.demonyms and c.capital)}
    assert without == {"VAT"}  # its people are of many nations


def test_no_organization_has_the_code_of_a_country() -> None:
    assert not set(organizations()) & set(countries())


def test_organizations_have_a_known_kind_and_parent() -> None:
    for one in organizations().values():
        assert one.kind in {"igo", "body", "group", "movement", "forum", "treaty"}
        assert not one.parent or one.parent in organizations()
        assert one.parent != one.id


def test_former_states_have_a_successor_and_dates_in_order() -> None:
    for state in former_states():
        assert is_country(state.successor)
        begin, end = parse(state.start), parse(state.end)
        assert begin.earliest is not None
        assert end.latest is not None
        assert begin.earliest <= end.latest


def test_places_are_in_countries_and_on_the_globe() -> None:
    for place in cities():
        assert is_country(place.iso3), place
        assert place.kind in {"city", "region", "venue"}, place
        assert (place.latitude is None) == (place.longitude is None), place
        assert -90 <= (place.latitude or 0) <= 90, place
        assert -180 <= (place.longitude or 0) <= 180, place


def test_venues_name_a_city_of_the_table_and_only_venues_do() -> None:
    listed = {(place.name, place.iso3) for place in cities() if place.kind == "city"}
    for place in cities():
        assert (place.kind == "venue") == bool(place.city), place
        assert not place.city or (place.city, place.iso3) in listed, place


def test_capitals_are_cities_with_coordinates() -> None:
    by_name: dict[tuple[str, str], City] = {(p.name, p.iso3): p for p in cities() if p.kind == "city"}
    for country in countries().values():
        if country.capital and country.iso3 != "SGS":  # a research station
            capital = by_name[country.capital.split(",")[0], country.iso3]
            assert capital.latitude is not None, capital


def test_titles_have_a_rank_and_countries_of_the_table() -> None:
    for row in titles():
        assert row.rank in RANKS, row
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.office), row
        assert all(_is_side(code) for code in row.countries), row


def test_a_country_has_one_office_for_a_title() -> None:
    seen: set[tuple[str, str]] = set()
    for row in titles():
        for code in row.countries or ("any",):
            assert (row.title, code) not in seen, row
            seen.add((row.title, code))


def test_title_modifiers_say_whether_the_office_is_held() -> None:
    assert {row.holds for row in title_modifiers()} == {"yes", "no", "future"}
    assert {row.place for row in title_modifiers()} == {"before", "after"}


def test_tenures_are_of_known_sides_and_offices_with_dates_in_order() -> None:
    offices = {row.office for row in titles()}
    for row in tenures():
        assert _is_side(row.side), row
        assert row.office in offices, row
        assert row.title, row
        assert row.provenance in {"wikidata", "inferred-end", "hand"}, row
        begin = parse(row.start)
        assert begin.earliest is not None, row
        latest = parse(row.end).latest if row.end else None
        assert latest is None or begin.earliest <= latest, row


def test_topics_are_the_closed_list_with_phrases() -> None:
    assert list(topics()) == TOPICS.split()
    for topic in topics().values():
        assert 15 <= len(topic.strong) <= 100, topic.id
        assert topic.weak, topic.id
        assert not set(topic.strong) & set(topic.weak), topic.id
        assert topic.definition.endswith("."), topic.id
        assert not topic.iptc or re.fullmatch(r"medtop:\d{8}", topic.iptc), topic.id
        assert all(term.rstrip("*").strip() for term in (*topic.strong, *topic.weak)), topic.id


PLAIN_KINDS = {"person", "word", "part", "format"}


@pytest.mark.parametrize("row", collisions().values(), ids=lambda row: row.name)
def test_collisions_name_things_of_the_tables(row: Collision) -> None:
    for meaning in row.meanings:
        kind, _, value = meaning.partition(":")
        if kind in {"country", "demonym", "capital", "metonym", "former", "city", "region", "venue"}:
            assert is_country(value), meaning
        elif kind == "organization":
            assert value in organizations(), meaning
        elif kind == "area":
            assert not value or value in {area.name for area in areas()}, meaning
        else:
            assert kind == "none" or meaning in PLAIN_KINDS, meaning
    assert not row.default or row.default in row.meanings
    assert row.person in {"", "given", "surname", "both"}
    for rule in row.near:
        word, _, meaning = rule.partition("=")
        assert word
        assert meaning in row.meanings

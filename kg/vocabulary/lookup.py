"""Looking things up by name or code. Never fuzzy: a name is in a table or it is not."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from kg.vocabulary.records import Country, Organization, TenureRow
from kg.vocabulary.tables import cities, countries, former_states, organizations, tenures, titles

_SCHEMES = ("iso3", "iso2", "cow", "fips", "cameo")


def fold(text: str) -> str:
    """Return the text without accents, case, dots and a leading "the": the key of names in these tables."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    words = plain.replace(".", "").replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def is_country(code: str) -> bool:
    """Tell whether this is an ISO3 code of the table."""
    return code in countries()


def country_by_code(scheme: str, code: str) -> Country | None:
    """Return the country with this code; ``scheme`` is iso3, iso2, cow, fips or cameo."""
    return _by_code()[scheme].get(code)


@cache
def _by_code() -> dict[str, dict[str, Country]]:
    return {
        scheme: {code: country for country in countries().values() if (code := getattr(country, scheme))}
        for scheme in _SCHEMES
    }


def resolve_side(text: str) -> str | None:
    """Return the ISO3 code or organisation id that a name, demonym, capital, metonym, former name or code stands for."""
    stripped = text.strip()
    if stripped in countries() or stripped in organizations():
        return stripped
    return _sides_by_name().get(fold(stripped))


def resolve_country(text: str) -> str | None:
    """Return the ISO3 code that a name stands for."""
    side = resolve_side(text)
    return side if side and is_country(side) else None


def suggest_sides(text: str, count: int = 3) -> list[str]:
    """Return names in the tables that are spelled nearly like this one."""
    return get_close_matches(fold(text), list(_sides_by_name()), n=count, cutoff=0.7)


@cache
def _sides_by_name() -> dict[str, str]:
    """First come, first kept: names of states before organisations, before demonyms, capitals and metonyms."""
    found: dict[str, str] = {}
    for name, side in _names_in_order():
        found.setdefault(fold(name), side)
    return found


def _names_in_order() -> Iterator[tuple[str, str]]:
    every = list(countries().values())
    for country in every:
        yield from ((name, country.iso3) for name in (country.iso3, country.name, country.official_name, *country.names))
    for organization in organizations().values():
        names = (organization.id, organization.name, *organization.names)
        yield from ((name, organization.id) for name in names)
    for state in former_states():
        yield from ((name, state.successor) for name in (state.name, *state.names, *state.demonyms))
    for country in every:
        yield from ((name, country.iso3) for name in country.demonyms)
    for country in every:
        names = (country.capital, *country.capital_names, *country.metonyms, country.iso2)
        yield from ((name, country.iso3) for name in names if name)


def side_name(code: str) -> str:
    """Return the English name of a side, or the code where no table has it."""
    country: Country | Organization | None = countries().get(code) or organizations().get(code)
    return country.name if country else code


@cache
def office_titles() -> dict[str, str]:
    """Return an English title for each office id: the shortest that any country may use."""
    found: dict[str, str] = {}
    for row in sorted(titles(), key=lambda row: (bool(row.countries), len(row.title), row.title)):
        found.setdefault(row.office, row.title)
    return found


def city_coordinates(name: str, iso3: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees of a city of that country."""
    return _coordinates().get((fold(name), iso3))


@cache
def _coordinates() -> dict[tuple[str, str], tuple[float, float]]:
    return {
        (fold(name), city.iso3): (city.latitude, city.longitude)
        for city in cities()
        if city.latitude is not None and city.longitude is not None
        for name in (city.name, *city.names)
    }


def tenures_of(qid: str) -> tuple[TenureRow, ...]:
    """Return the tenures of the person with this Wikidata item, sorted."""
    return _tenures_by_person().get(qid, ())


@cache
def _tenures_by_person() -> dict[str, tuple[TenureRow, ...]]:
    groups: dict[str, list[TenureRow]] = defaultdict(list)
    for row in tenures():
        groups[row.qid].append(row)
    return {qid: tuple(found) for qid, found in groups.items()}


def persons_named(name: str, side: str) -> tuple[str, ...]:
    """Return the Wikidata items of the persons that the tables know by this folded name on this side, sorted."""
    return _persons_by_name().get((name, side), ())


@cache
def _persons_by_name() -> dict[tuple[str, str], tuple[str, ...]]:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tenures():
        groups[_fold_person(row.person), row.side].add(row.qid)
    return {key: tuple(sorted(qids)) for key, qids in groups.items()}


def _fold_person(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`")
    return " ".join("".join(kept).split())

"""Countries, organisations and areas by the codes of other lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from kg.vocabulary.records import Country, FormerState
from kg.vocabulary.tables import areas, countries, former_states, organizations

Scheme: TypeAlias = Literal["iso3", "iso2", "cow", "fips", "cameo", "qid"]
"""ISO 3166-1 (and 3166-3), the Correlates of War numbers, FIPS 10-4, CAMEO, items of Wikidata."""


def is_country(code: str) -> bool:
    """Tell whether this is an ISO3 code of the table."""
    return code in countries()


def country_by_code(scheme: Scheme, code: str) -> Country | None:
    """Return the country with this code, for a state that is no more its successor; None for any other code.

    ``CS`` is nobody's without a year, since two had it: see :func:`state_by_code`.
    """
    key = code.lstrip("0") if scheme == "cow" else code
    return _countries_by_code()[scheme].get(key)


@cache
def _countries_by_code() -> dict[Scheme, dict[str, Country]]:
    """Codes of today's states are never replaced by those of former ones."""
    found: dict[Scheme, dict[str, Country]] = {
        "iso3": {}, "iso2": {}, "cow": {}, "fips": {}, "cameo": {}, "qid": {},
    }  # fmt: skip
    for scheme, code, iso3 in _codes():
        if code:
            found[scheme].setdefault(code, countries()[iso3])
    return found


def _codes() -> Iterator[tuple[Scheme, str, str]]:
    for country in countries().values():
        yield "iso3", country.iso3, country.iso3
        yield "iso2", country.iso2, country.iso3
        yield "cow", country.cow, country.iso3
        yield "qid", country.qid, country.iso3
        yield from (("fips", code, country.iso3) for code in country.fips)
        yield from (("cameo", code, country.iso3) for code in country.cameo)
    for state in former_states():
        yield "iso3", state.iso3, state.successor
        if len({one.successor for one in former_states() if one.iso2 == state.iso2}) == 1:
            yield "iso2", state.iso2, state.successor
        yield "cow", state.cow, state.successor
        yield "qid", state.qid, state.successor
        yield from (("fips", code, state.successor) for code in state.fips)
        yield from (("cameo", code, state.successor) for code in state.cameo)


@lru_cache(maxsize=65_536)
def state_by_code(scheme: Literal["cow", "iso2"], code: str, year: int) -> tuple[str, str] | None:
    """Return the ISO3 code and the name of the state that had a code in a year: ``CS`` was two, and ``SK`` is another.

    A state that is no more stands under the code of its successor, with its own name.
    """
    key = code.lstrip("0") if scheme == "cow" else code
    for state in former_states():
        if key and key == getattr(state, scheme) and _stood(state, year):
            return state.successor, state.name
    country = country_by_code(scheme, code)
    return (country.iso3, country.name) if country else None


def _stood(state: FormerState, year: int) -> bool:
    first, last = state.start[:4], state.end[:4]
    return (not first or int(first) <= year) and (not last or year <= int(last))


def side_by_cameo(code: str) -> str | None:
    """Return the ISO3 code or organisation id that a CAMEO country or group code stands for.

    A code that is both (``PSE``) is the country. Codes of areas (``AFR``) are no side: see :func:`is_area_code`.
    """
    country = country_by_code("cameo", code)
    return country.iso3 if country else _organizations_by_cameo().get(code)


@cache
def _organizations_by_cameo() -> dict[str, str]:
    found: dict[str, str] = {}
    for organization in organizations().values():
        for code in organization.cameo:
            found.setdefault(code, organization.id)
    return found


def is_area_code(code: str) -> bool:
    """Tell whether a CAMEO code stands for a part of the world ("Africa", "the West")."""
    return code in _area_codes()


@cache
def _area_codes() -> frozenset[str]:
    return frozenset(code for area in areas() for code in area.cameo)

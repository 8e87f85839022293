"""States and organisations by name. Never fuzzy: a name is in a table or it is not."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from kg.vocabulary.codes import country_by_code, is_country
from kg.vocabulary.tables import collisions, countries, former_states, organizations

_SIDE_KINDS = frozenset({"country", "demonym", "capital", "metonym", "former", "organization"})
_NEAR = 4
"""Names of one side that may be nearer than any of another: the country, its demonym, its people."""


def fold(text: str) -> str:
    """Return the text without accents, case, dots and a leading "the": the key of names in these tables."""
    words = _plain(text).casefold().replace(".", "").replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def resolve_side(text: str) -> str | None:
    """Return the ISO3 code or organisation id that a name, demonym, capital, metonym, former name or code stands for.

    A name that two sides share is what schema/reference/collisions.tsv gives as its default, or None. Words of the
    language need a capital: "Turkey" and "TURKEY" are the country, "turkey" is not.
    """
    stripped = text.strip()
    if stripped in countries() or stripped in organizations():
        return stripped
    key = fold(stripped)
    if stripped.islower() and key in _words():
        return None
    found = _sides_by_name().get(key)
    if found:
        return found[0] if len(found) == 1 else None
    by_code = country_by_code("iso2", stripped)
    return by_code.iso3 if by_code else None


def resolve_country(text: str) -> str | None:
    """Return the ISO3 code that a name stands for."""
    side = resolve_side(text)
    return side if side and is_country(side) else None


def suggest_sides(text: str, count: int = 3) -> list[str]:
    """Return names in the tables that are spelled nearly like this one, as people write them; of each side one.

    A name of the state goes before what its people are called: "Frence" is France, and not French.
    """
    near = get_close_matches(fold(text), list(_written()), n=_NEAR * count, cutoff=0.7)
    chosen: dict[tuple[str, ...], str] = {}
    for key in near:
        before = chosen.setdefault(_sides_by_name()[key], key)
        if before in _demonyms() and key not in _demonyms():
            chosen[_sides_by_name()[key]] = key
    return [_written()[key] for key in chosen.values()][:count]


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(fold(name) for country in countries().values() for name in country.demonyms)


def side_name(code: str) -> str:
    """Return the English name of a side, or the code where no table has it."""
    if is_country(code):
        return countries()[code].name
    return organizations()[code].name if code in organizations() else code


@cache
def _written() -> dict[str, str]:
    """The names by their keys, of those with one key the first in the tables."""
    written: dict[str, str] = {}
    for name in (*(name for name, _ in side_names()), *(row.name for row in collisions().values())):
        written.setdefault(fold(name), name)
    return {key: written[key] for key in _sides_by_name()}


@cache
def _sides_by_name() -> dict[str, tuple[str, ...]]:
    sides: dict[str, set[str]] = defaultdict(set)
    for name, side in side_names():
        sides[fold(name)].add(side)
    for row in collisions().values():
        named = {value for kind, _, value in (one.partition(":") for one in row.meanings) if kind in _SIDE_KINDS}
        name = fold(row.name)
        if len(named) > 1 or name not in sides:
            kind, _, value = row.default.partition(":")
            sides[name] = {value} if kind in _SIDE_KINDS else set()
    return {name: tuple(sorted(found)) for name, found in sides.items()}


def side_names() -> Iterator[tuple[str, str]]:
    """Yield every name of the tables with the side it stands for; a name may come more than once."""
    for country in countries().values():
        names = (
            country.name, country.official_name, *country.names, *country.list_names, *country.demonyms,
            country.capital, *country.capital_names, *country.metonyms,
        )  # fmt: skip
        yield from ((name, country.iso3) for name in names if name)
    for state in former_states():
        yield from ((name, state.successor) for name in (state.name, *state.names, *state.demonyms))
    for organization in organizations().values():
        own = (*organization.names, *organization.acronyms, *organization.adjectives)
        yield from ((name, organization.id) for name in (organization.id, organization.name, *own))


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(row.name) for row in collisions().values() if "word" in row.meanings)

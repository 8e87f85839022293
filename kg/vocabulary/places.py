"""Cities, regions and venues by name."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.vocabulary.names import fold
from kg.vocabulary.records import City
from kg.vocabulary.tables import cities, collisions

_PLACE_KINDS = frozenset({"capital", "city", "region", "venue"})


def resolve_place(name: str, iso3: str = "") -> City | None:
    """Return the city, region or venue of this name, in the country of this code if one is given.

    Without a code, a name that places of two countries share is the one that schema/reference/collisions.tsv gives as
    its default, or None. Of one country's places with one name the city comes first, then the venue.
    """
    found = _places().get(fold(name), ())
    wanted = iso3 or _default_country(name)
    if wanted:
        found = tuple(place for place in found if place.iso3 == wanted)
    return found[0] if len({place.iso3 for place in found}) == 1 else None


def city_coordinates(name: str, iso3: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees of a city of that country, None where they are not known."""
    place = resolve_place(name, iso3)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _default_country(name: str) -> str:
    row = collisions().get(name)
    kind, _, value = row.default.partition(":") if row else ("", "", "")
    return value if kind in _PLACE_KINDS else ""


@cache
def _places() -> dict[str, tuple[City, ...]]:
    order = {"city": 0, "venue": 1, "region": 2}
    groups: dict[str, list[City]] = defaultdict(list)
    for place in sorted(cities(), key=lambda place: order[place.kind]):
        for name in {fold(name): name for name in (place.name, *place.names)}:
            groups[name].append(place)
    return {name: tuple(found) for name, found in groups.items()}

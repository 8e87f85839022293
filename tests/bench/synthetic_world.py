"""The made-up world of the made-up histories: countries that meet by weight, who holds which office when, what happens.

Everything is a function of a seed and of names, so that no list of what was made so far is kept.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import TypeVar

from kg.model import Participant
from kg.vocabulary import countries, topics

T = TypeVar("T")

FIRST_DAY = date(1990, 1, 1)
_DAYS = 12_900
_HEAVY = (
    "USA", "CHN", "RUS", "GBR", "FRA", "DEU", "IND", "JPN", "TUR", "BRA", "SAU", "IRN", "ISR", "EGY", "UKR", "KOR",
    "ITA", "PAK", "ZAF", "POL",
)  # fmt: skip
_STEEPNESS = 0.85
"""Of the weight of a country by its rank: the twenty above take part in nearly half of all contacts."""

OFFICES = {
    "head-of-state": "President",
    "head-of-government": "Prime Minister",
    "foreign-minister": "Foreign Minister",
    "deputy-foreign-minister": "Deputy Foreign Minister",
    "defence-minister": "Defence Minister",
    "trade-minister": "Trade Minister",
    "energy-minister": "Energy Minister",
    "national-security-adviser": "National Security Adviser",
}
_LEVELS = (
    (("head-of-state", "foreign-minister"), 12), (("head-of-state",), 10), (("head-of-government",), 10),
    (("foreign-minister",), 26), (("foreign-minister", "deputy-foreign-minister"), 8),
    (("deputy-foreign-minister",), 14), (("defence-minister",), 6), (("trade-minister",), 5), (("energy-minister",), 4),
    (("national-security-adviser",), 5),
)  # fmt: skip
_KINDS = (
    ("meeting", 44), ("call", 19), ("talks", 9), ("visit", 9), ("agreement", 4), ("summit", 4), ("negotiation", 3),
    ("statement", 3), ("letter", 2), ("sanction", 1), ("summons", 1), ("expulsion", 1),
)  # fmt: skip
_COURSES = (
    ("held", 80), ("planned, then held", 9), ("planned", 5), ("planned, then cancelled", 3),
    ("planned, then postponed", 2), ("proposed", 1),
)  # fmt: skip
_SYLLABLES = (
    "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "va", "zi", "dar", "gor", "lin", "mar", "sen", "tov", "el", "an",
    "ish", "hua", "dez", "quo", "ber", "ost",
)  # fmt: skip
_SHORTEST_TERM, _LONGEST_TERM = 500, 2_900


@dataclass(frozen=True)
class Happening:
    """What is so, before anybody tells of it."""

    number: int
    kind: str
    course: str
    """Its statuses in their order."""
    day: date
    sides: tuple[str, ...]
    host: str
    city: str
    offices: tuple[str, ...]
    topics: tuple[str, ...]

    def people(self) -> list[Participant]:
        """Who was there: the holders of its offices that day, of each of its sides, five at most of a large summit."""
        return [holder(side, office, self.day) for side in self.sides[:5] for office in self.offices]


def happening(chance: random.Random, number: int) -> Happening:
    """Return the next thing that happens."""
    kind = _one_of(chance, _KINDS)
    sides = _sides(chance, 2 if kind != "summit" and chance.random() < 0.94 else chance.randint(3, 20))
    host = chance.choice(sides) if chance.random() < 0.9 else _sides(chance, 1)[0]
    return Happening(
        number=number,
        kind=kind,
        course=_one_of(chance, _COURSES) if kind not in ("statement", "letter", "sanction", "expulsion") else "held",
        day=FIRST_DAY + timedelta(days=chance.randrange(_DAYS)),
        sides=sides,
        host=host,
        city=countries()[host].capital or "Vienna",
        offices=_one_of(chance, _LEVELS),
        topics=tuple(sorted({chance.choice(_topics()) for _ in range(chance.choice((1, 1, 2, 3)))})),
    )


def holder(side: str, office: str, day: date) -> Participant:
    """Who holds the office of a side that day: the same person for some years, with a made-up name."""
    seed, length = _terms(side, office)
    term = (day.toordinal() + seed) // length
    return Participant(_name(side, office, term), OFFICES[office], office, side)


@cache
def _terms(side: str, office: str) -> tuple[int, int]:
    chance = random.Random(f"terms {side} {office}")
    return chance.randrange(_LONGEST_TERM), chance.randint(_SHORTEST_TERM, _LONGEST_TERM)


@cache
def _name(side: str, office: str, term: int) -> str:
    chance = random.Random(f"name {side} {office} {term}")
    given, family = ("".join(chance.choices(_SYLLABLES, k=k)).title() for k in (2, 3))
    return f"{given} {family}"


@cache
def _codes() -> tuple[list[str], list[float]]:
    codes = [*_HEAVY, *sorted(set(countries()).difference(_HEAVY))]
    return codes, list(accumulate((rank + 1) ** -_STEEPNESS for rank in range(len(codes))))


@cache
def _topics() -> list[str]:
    return sorted(topics())


def _sides(chance: random.Random, count: int) -> tuple[str, ...]:
    codes, weights = _codes()
    found: set[str] = set()
    while len(found) < count:
        found.update(chance.choices(codes, cum_weights=weights))
    return tuple(sorted(found))


def _one_of(chance: random.Random, pairs: Sequence[tuple[T, int]]) -> T:
    return chance.choices([value for value, _ in pairs], [weight for _, weight in pairs])[0]

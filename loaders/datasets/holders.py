"""Records of persons who hold offices: what tables of leaders, Wikidata and lists of members have in common."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg.dates import BadDateError, parse
from kg.model import Evidence, Participant, Reading, Tenure
from loaders.datasets.offices import office_named
from loaders.datasets.remembered import remembered
from loaders.datasets.said import DataSet, Said
from loaders.errors import RefusedError


class Held(msgspec.Struct, frozen=True, gc=False):
    """One office that a person held, and the line that says so. Dates are EDTF; an empty end is open, or unknown."""

    title: str
    side: str
    start: str
    end: str
    said: Evidence


class Person(msgspec.Struct, frozen=True, gc=False):
    """A person, as one record has them."""

    names: tuple[str, ...]
    qid: str
    named: Evidence
    """The line that has the name."""
    offices: Sequence[Held]
    capacities: Sequence[tuple[Participant, Evidence]] = ()
    """Offices without dates."""


def holder_record(key: str, text: str, person: Person, data_set: DataSet, url: str = "") -> Reading:
    """Return the record of one person: the names, the Wikidata item, and each office held."""
    source = data_set.source(key, text, f"Offices of {person.names[0]}", url=url)
    return Reading(source, tuple(data_set.claims(source, "official", "o1", _said(person))))


def _said(person: Person) -> list[Said]:
    said: list[Said] = [("name", name, person.named) for name in person.names]
    said += [("qid", person.qid, person.named)] if person.qid else []
    said += [("tenure", _tenure(one), one.said) for one in person.offices]
    said += [("capacity", one, evidence) for one, evidence in person.capacities]
    return said


def _tenure(held: Held) -> Tenure:
    return Tenure(office_named(held.title, held.side), held.title, held.side, held.start, held.end)


@remembered
def edtf_day(text: str) -> str:
    """Return a day, month or year as EDTF; of a time stamp its day.

    Raises:
        RefusedError: ``bad-date``.
    """
    stripped = text.strip()
    if "T" in stripped:
        stripped = stripped.partition("T")[0].lstrip("+")
    try:
        return str(parse(stripped)) if stripped else ""
    except BadDateError as error:
        raise RefusedError("bad-date", str(error)) from error

"""Pairs of tellings in the shared corpora that a person read and labelled: one event, or two.

The table names records by id, a telling by where its words begin, its sides and its family; no text is in it. A telling
that the extractor no longer reads is left out and counted.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kg.identity.candidates import EventFacts, score_events
from kg.identity.events import resolve
from kg.identity.mentions import EventMention
from kg.load.identified import IdentifiedReading
from tests.identity.cases import Measure
from tests.text.reading import read

TABLE = Path(__file__).parent / "labelled_pairs.tsv"


class Place(NamedTuple):
    """Where a telling stands: record, first code point of its words, sides, and family of kinds."""

    record: str
    at: int
    sides: frozenset[str]
    family: str


class Pair(NamedTuple):
    """Two tellings and whether they are of one event."""

    one: Place
    other: Place
    same: bool


class Told(NamedTuple):
    """A telling as identity and as candidates see it, and where its words begin."""

    mention: EventMention
    facts: EventFacts
    places: frozenset[int]


class Result(NamedTuple):
    """What rules do alone, what they do with a person who judges the candidates, and pairs that were not read."""

    rules: Measure
    with_persons: Measure
    not_read: int
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]


def labelled_pairs() -> list[Pair]:
    """Return the pairs of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Pair(_place(row, "one"), _place(row, "other"), row["same"] == "yes")
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def measure_pairs(corpora: Path) -> Result:
    """Read the records that the pairs name, decide which of all their tellings are one event, and compare."""
    pairs = labelled_pairs()
    told = _read(corpora, {place.record for pair in pairs for place in pair[:2]})
    event_of = resolve([one.mention for several in told.values() for one in several])
    found = [(pair, _at(told, pair.one), _at(told, pair.other)) for pair in pairs]
    read_pairs = [(pair, one, other) for pair, one, other in found if one and other]
    joined = [pair for pair, one, other in read_pairs if event_of[one.mention.id] == event_of[other.mention.id]]
    listed = [pair for pair, one, other in read_pairs if pair.same and score_events(one.facts, other.facts)]
    same = sum(pair.same for pair, _, _ in read_pairs)
    right = [pair for pair in joined if pair.same]
    judged = [pair for pair, _, _ in read_pairs if pair in joined or pair in listed]
    return Result(
        Measure(same, len(joined), len(right)),
        Measure(same, len(judged), sum(pair.same for pair in judged)),
        len(pairs) - len(read_pairs),
        tuple(pair for pair in joined if not pair.same),
        tuple(pair for pair, _, _ in read_pairs if pair.same and pair not in judged),
    )


def _place(row: dict[str, str], which: str) -> Place:
    sides = frozenset(row[f"{which}_sides"].split())
    return Place(row[which], int(row[f"{which}_at"]), sides, row[f"{which}_family"])


def _at(told: dict[str, list[Told]], place: Place) -> Any:
    """The telling that is meant: of several in one sentence that which begins there."""
    fitting = [one for one in told.get(place.record, ()) if _is_at(one, place)]
    return min(fitting, key=lambda one: place.at - min(one.places), default=None)


def _is_at(one: Told, place: Place) -> bool:
    alike = one.mention.sides == place.sides and one.mention.family == place.family
    return alike and place.at in one.places


def _read(corpora: Path, records: set[str]) -> dict[str, list[Told]]:
    return {record["id"]: list(_told(record)) for record in _records(corpora) if record["id"] in records}


def _records(corpora: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(corpora.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def _told(record: dict[str, Any]) -> Iterator[Told]:
    reading = IdentifiedReading(read(record))
    for mention in reading.event_mentions.values():
        claims = [found.claim for found in reading.by_subject["event", mention.subject]]
        kinds = [one for one in claims if one.attribute == "kind"]
        statuses = sorted(str(one.value) for one in claims if one.attribute == "status")
        facts = EventFacts(
            id=mention.id, kind=str(kinds[0].value), status=statuses[0] if statuses else "", sides=mention.sides,
            date=mention.date, people=mention.people, cities=mention.cities,
            texts=frozenset((mention.digest,)), mentions=frozenset((mention.id,)),
        )  # fmt: skip
        yield Told(mention, facts, frozenset(one.evidence.start for one in kinds))

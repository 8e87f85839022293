"""What candidates among events are found by: put down by family and sides, for what is near an event has the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from kg.identity.candidates import EventFacts
from kg.identity.names import fold_name
from kg.load.garbage import rare_collections
from kg.load.offline.job import Done, Job
from kg.load.offline.shards import Shards
from kg.load.offline.sources import Telling
from kg.store.batch import Batch, EdgeShape, Row
from kg.store.candidate_rows import CandidateRow, Pair, linked
from kg.store.event_candidates import candidate_rows, close_pairs
from kg.store.import_tables import ImportTables

AROUND, NEAR = "around", "near"
"""What is known around each event: by shard of what was decided together, and by shard of what is near."""
_EVENTS = 5_000
"""Events of a shard, more or less."""
_HAS, _AT = EdgeShape("HAS_PARTICIPANT", "Event", "Participant"), EdgeShape("HELD_AT", "Event", "Place")


class Around(NamedTuple):
    """An event, with all that candidates need to know."""

    facts: EventFacts
    group: int
    """What was decided together."""
    asks: tuple[str, ...]
    holds: tuple[str, ...]
    kin: tuple[int, ...]
    """Numbers made of its family and its sides, and those of each telling."""


def around_events(batch: Batch, told: Mapping[str, Sequence[tuple[int, Telling]]]) -> list[Around]:
    """Return what is around each event of a batch; ``told`` has its tellings, each with its group."""
    people, places = _people(batch), _places(batch)
    found = []
    for key, row in _events(batch).items():
        tellings = [telling for _, telling in told[key]]
        facts = _facts(row["p"], people.get(key, []), places.get(key, []), tellings)
        families = {telling.kin[0] for telling in tellings}
        kin = {telling.kin for telling in tellings} | {(family, tuple(sorted(facts.sides))) for family in families}
        holds = {one for telling in tellings for one in (telling.near, *telling.holds) if one}
        found.append(
            Around(facts, told[key][0][0], batch.look_ups[key], tuple(holds), tuple(sorted(map(_number, kin))))
        )
    return found


def pairs_of(several: Iterable[Around], *, one_group: bool) -> set[Pair]:
    """Return the pairs that one of the two asks for, of those that were decided together, or of the others."""
    known = {one.facts.id: one for one in several}
    standing: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in known.values():
        for key in one.holds:
            standing[key].add((one.facts.id, one.facts.date))
    pairs = close_pairs({key: one.asks for key, one in known.items()}, standing)
    return {pair for pair in pairs if (known[pair[0]].group == known[pair[1]].group) == one_group}


def sort_by_kin(folder: Path, shards: Sequence[int], events: int) -> list[int]:
    """Put down what is around events anew, by what can be near; return the shards."""
    around, near = Shards(folder, AROUND), Shards(folder, NEAR)
    many = 1 + events // _EVENTS
    for shard in shards:
        for one in around.read(shard):
            for number in {kin % many for kin in one.kin}:
                near.add(number, (many, one))
        around.drop(shard)
    near.flush()
    return near.numbers()


@rare_collections()
def write_near(job: Job) -> Done:
    """Write the candidates among events that were not decided together."""
    done = Done(tables=job.tables("near"))
    rows = list(Shards(job.folder, NEAR).read(job.number))
    known = {one.facts.id: one for _, one in rows}
    many = rows[0][0] if rows else 1
    pairs = {
        pair
        for pair in pairs_of(known.values(), one_group=False)
        if _first_of_both(known[pair[0]], known[pair[1]], many) == job.number
    }
    found = candidate_rows(pairs, {key: one.facts for key, one in known.items()}, unjudged)
    with ImportTables(done.tables) as tables:
        add_candidates(tables, found, done)
    return done


def unjudged(_one: object, _other: object) -> str:
    """Return what a person judged of two candidates: nothing yet, where there is no graph."""
    return ""


def add_candidates(tables: ImportTables, found: Sequence[CandidateRow], done: Done) -> None:
    """Write candidates with what they are linked to."""
    tables.nodes(("Candidate",), [{"id": one.id, "p": one.properties()} for one in found])
    done.counts["Candidate"] += len(found)
    for label, ends in sorted(linked(found).items()):
        rows: list[Row] = [{"a": end["id"], "b": end["of"], "p": {}} for end in ends]
        tables.relationships(EdgeShape("PAIRS", "Candidate", label), rows)
        done.counts["PAIRS"] += len(rows)


def _first_of_both(one: Around, other: Around, many: int) -> int:
    """A pair that stands in several shards is written in the first of these."""
    return min({kin % many for kin in one.kin} & {kin % many for kin in other.kin})


def _number(kin: tuple[str, tuple[str, ...]]) -> int:
    return crc32("\n".join((kin[0], *kin[1])).encode("utf-8"))


def _events(batch: Batch) -> dict[str, Row]:
    several = (rows for labels, rows in batch.new_nodes.items() if labels[0] == "Event")
    return {key: row for rows in several for key, row in rows.items()}


def _people(batch: Batch) -> dict[str, list[tuple[str, str]]]:
    parts = batch.new_nodes.get(("Participant",), {})
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event, part in batch.edges.get(_HAS, {}):
        if name := parts[part]["p"].get("name"):
            found[event].append((parts[part]["p"].get("side", ""), name))
    return found


def _places(batch: Batch) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for event, place in batch.edges.get(_AT, {}):
        found[event].append(batch.nodes["Place"][place]["p"]["name"])
    return found


def _facts(
    shown: Mapping[str, object], people: Iterable[tuple[str, str]], places: Iterable[str], tellings: Sequence[Telling]
) -> EventFacts:
    sides = shown.get("sides", [])
    return EventFacts(
        id=str(shown["id"]), kind=str(shown["kind"]), status=str(shown["status"]),
        sides=frozenset(sides if isinstance(sides, list) else ()), date=str(shown.get("date", "")),
        title=str(shown["title"]), people=tuple(sorted(people)), cities=frozenset(map(fold_name, places)),
        texts=frozenset(telling.said[0].digest for telling in tellings),
        mentions=frozenset(telling.mention for telling in tellings),
    )  # fmt: skip

"""First step: the sources of a shard with their mentions and claims. What they tell of events is put down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from kg.consolidate.said import Said
from kg.identity.mentions import EventMention, block_of
from kg.identity.nearby import near_key, shared_keys, shared_look_ups
from kg.load.garbage import rare_collections
from kg.load.identified import IdentifiedReading
from kg.load.offline.job import Done, Job
from kg.load.offline.look_up import NoGraph
from kg.load.offline.shards import Shards
from kg.load.prepare import prepare_sources
from kg.model import Reading, mention_id
from kg.store.import_tables import ImportTables

READINGS, TELLINGS, KEYS = "readings", "tellings", "keys"
"""What is read, by shard of its source; what it tells of events; the keys that each telling holds and asks for."""
BATCH = 400
"""Sources, or tellings, of which rows are made together."""
T = TypeVar("T")


class Telling(NamedTuple):
    """What one source says of one event, with all that its identity and its candidates are found by."""

    mention: str
    block: str
    holds: tuple[str, ...]
    """Keys under which others find it."""
    asks: tuple[str, ...]
    """Keys under which it finds others."""
    near: str
    """The key under which candidates find it."""
    kin: tuple[str, tuple[str, ...]]
    """Its family of kinds and its sides: what is near it has the same, or the event it tells of has."""
    parent: str
    passage: str
    text: str
    """The text of its source, where a copy can be known."""
    said: list[Said]


@rare_collections()
def write_sources(job: Job) -> Done:
    """Write the rows of the sources of a shard, and put down what they tell."""
    done = Done(tables=job.tables("sources"))
    tellings, keys = Shards(job.folder, TELLINGS), Shards(job.folder, KEYS)
    with ImportTables(done.tables) as tables:
        for part in parts(_last_readings(job, done), BATCH):
            batch = prepare_sources(part, NoGraph(), job.now)
            tables.add(batch)
            done.shared.add(batch)
            done.counts.update(batch.counts())
            done.told_by |= {one.source.id for one in part if _tells_tenure(one)}
            for telling in (telling for one in part for telling in _tellings(one, job.now)):
                tellings.add(job.number, telling)
                keys.add(job.number, (telling.holds, telling.asks))
                done.tellings += 1
    tellings.flush()
    keys.flush()
    return done


def parts(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of so many."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def _last_readings(job: Job, done: Done) -> Iterator[IdentifiedReading]:
    """Yield each source once: what was read last of it counts, as it would in a graph."""
    readings = Shards(job.folder, READINGS)
    last = {reading.source.id: at for at, reading in enumerate(readings.read(job.number))}
    before: dict[str, str] = {}
    for at, reading in enumerate(readings.read(job.number)):
        one = IdentifiedReading(reading)
        known = before.get(one.source.id)
        done.known += known == one.digest
        done.changed += known not in (None, one.digest)
        if last[one.source.id] == at:
            done.sources += 1
            yield one
        else:
            before[one.source.id] = one.digest


def _tells_tenure(one: IdentifiedReading) -> bool:
    return any(c.claim.attribute == "tenure" for c in one.claims)


def _tellings(one: IdentifiedReading, now: str) -> Iterator[Telling]:
    said_of: dict[str, list[Said]] = {}
    for claim in one.said(now, {}):
        said_of.setdefault(claim.mention, []).append(claim)
    for mention in one.event_mentions.values():
        said = said_of[mention.id]
        larger = next((str(claim.value) for claim in said if claim.attribute == "part_of"), "")
        parent = mention_id(one.source.id, "event", larger) if larger else ""
        yield _telling(one.reading, mention, said, parent)


def _telling(reading: Reading, mention: EventMention, said: list[Said], parent: str) -> Telling:
    block, passage = block_of(mention), mention.passage
    own = [key for key in (block, passage, mention.id) if key]
    asks = [*shared_look_ups(mention), *([parent] if parent else [])]
    return Telling(
        mention=mention.id,
        block=block,
        holds=(*own, *shared_keys(mention)),
        asks=tuple(asks),
        near=near_key(mention),
        kin=(mention.family, tuple(sorted(mention.sides))),
        parent=parent,
        passage=passage,
        text=reading.source.text if passage else "",
        said=said,
    )

"""Third step: the events of a shard, decided from all that is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.consolidate.said import Said
from kg.load.garbage import rare_collections
from kg.load.offline.around import AROUND, add_candidates, around_events, pairs_of, unjudged
from kg.load.offline.job import Done, Job
from kg.load.offline.look_up import NoGraph
from kg.load.offline.shards import Shards
from kg.load.offline.sources import BATCH, Telling
from kg.load.offline.together import TOGETHER
from kg.load.prepare import prepare_anew
from kg.store.batch import Batch, EdgeShape
from kg.store.candidates import holder_rows
from kg.store.event_candidates import candidate_rows
from kg.store.import_tables import ImportTables
from kg.store.past import settle
from kg.store.reprints import Printed, copied, originals_of

REPRINTS = "reprints"
"""Sources that repeat others, with what these are, as they are found in one shard."""
_TELLS = EdgeShape("TELLS_OF", "Mention", "Event")
_PART_OF = EdgeShape("PART_OF", "Event", "Event")
_Grouped: TypeAlias = Sequence[tuple[int, Telling]]


@rare_collections()
def write_events(job: Job) -> Done:
    """Write the events of a shard with all that belongs to them, and put down what others are found by."""
    done = Done(tables=job.tables("events"))
    around, reprints = Shards(job.folder, AROUND), Shards(job.folder, REPRINTS)
    with ImportTables(done.tables) as tables:
        for part in _whole_groups(job):
            batch, told = _decide(part, job)
            tables.add(batch)
            done.shared.add(batch)
            done.counts.update(batch.counts())
            near = around_events(batch, told)
            facts = {one.facts.id: one.facts for one in near}
            pairs = pairs_of(near, one_group=True)
            add_candidates(tables, candidate_rows(pairs, facts, unjudged), done)
            add_candidates(tables, holder_rows(batch.holders, unjudged), done)
            around.add_all(job.number, near)
            reprints.add_all(job.number, _reprints(part))
    around.flush()
    reprints.flush()
    return done


def _whole_groups(job: Job) -> Iterator[_Grouped]:
    """Yield some hundred tellings at a time, and all of a group together."""
    part: list[tuple[int, Telling]] = []
    for group, telling in sorted(
        Shards(job.folder, TOGETHER).read(job.number), key=lambda row: (row[0], row[1].mention)
    ):
        if len(part) >= BATCH and part[-1][0] != group:
            yield part
            part = []
        part.append((group, telling))
    if part:
        yield part


def _decide(part: _Grouped, job: Job) -> tuple[Batch, dict[str, list[tuple[int, Telling]]]]:
    """Return the rows of the events, and of which tellings each is."""
    said: dict[str, list[Said]] = defaultdict(list)
    for _, telling in part:
        said[telling.block] += telling.said
    batch = prepare_anew(sorted(said), NoGraph(said), job.reference, job.now)
    settle(batch, {}, job.now)
    event_of = {ends[0]: ends[1] for ends in batch.edges[_TELLS]}
    told: dict[str, list[tuple[int, Telling]]] = defaultdict(list)
    for group, telling in part:
        told[event_of[telling.mention]].append((group, telling))
    _add_parents(batch, part, event_of)
    return batch, told


def _add_parents(batch: Batch, part: _Grouped, event_of: Mapping[str, str]) -> None:
    for _, telling in part:
        if telling.parent in event_of:
            batch.edge(_PART_OF, event_of[telling.mention], event_of[telling.parent])


def _reprints(part: _Grouped) -> Iterator[tuple[str, Printed]]:
    """Yield each source that repeats another, with the earliest of those."""
    groups: dict[str, set[Printed]] = defaultdict(set)
    texts: dict[str, str] = {}
    for _, telling in part:
        if telling.passage:
            source = telling.said[0].source
            groups[telling.passage].add(Printed(telling.said[0].published or "9999", source))
            texts[source] = telling.text
    yield from sorted(originals_of(copied(groups), texts).items())

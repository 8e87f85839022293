"""The fourteen promises of the project on a graph of a million events: a line for each says what held there.

Run: KG_ENGINE_MEMORY=3g python -m tests.bench.promises GRAPH ROWS [--only 3 --only 11] [--answers FILE]

GRAPH is a folder or an address, loaded from ROWS and from nothing else:
    python -m tests.bench.coded_history 1020000 -o ROWS
    kg load ROWS --as gdelt-events --uri GRAPH --jobs 2
With a Neo4j that files made: python -m tests.bench.large TABLES --promises ROWS. ``--answers`` keeps the answers of the
first engine, and compares those of the second with them.

What a check adds it withdraws; the history stays, so the graph can be checked again and is not what it was.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

import kg
from kg.errors import KgError
from kg.graph import Graph
from tests.bench.promises import added, answers, whole
from tests.bench.promises.ground import Large

Check = Callable[[Large], str]
_CHECKS: tuple[tuple[int, Check], ...] = (
    (2, whole.nothing_is_dropped), (3, whole.twice_is_once), (4, added.sources_may_disagree),
    (5, added.a_source_can_be_withdrawn), (6, whole.two_events_are_two), (6, added.two_readouts_are_one),
    (7, whole.dates_keep_their_precision), (8, whole.planned_is_not_held), (9, added.offices_are_held_in_time),
    (10, added.unnamed_are_participants), (11, added.answers_as_of_then), (13, added.names_are_unicode),
    (14, added.a_reader_cannot_write), (1, whole.evidence_is_checked),
)  # fmt: skip
"""By number; the whole graph's evidence last, when all the others have left their traces."""


def check_promises(graph: Graph, rows: Path, only: Collection[int], beside: Path | None) -> bool:
    """Print a line a check; tell whether all held."""
    ((loads,),) = graph.cypher("MATCH (r:Run) RETURN count(r)").rows
    large = Large(graph, rows, loads)
    before: list[tuple[int, Check]] = [(12, partial(answers.one_query_text, beside=beside))]
    results = [_held(number, check, large) for number, check in (*before, *_CHECKS) if not only or number in only]
    return all(results)


def _held(number: int, check: Check, large: Large) -> bool:
    begun = time.perf_counter()
    try:
        seen, held = check(large), True
    except KgError as error:
        seen, held = str(error), False
    took = time.perf_counter() - begun
    print(f"promise {number:>2}  {'holds' if held else 'BROKEN'}  {seen}   ({took:.0f} s)", flush=True)
    return held


def main() -> None:
    """Check, and end with 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graph", help="a folder, or an address with credentials in the environment")
    parser.add_argument("rows", type=Path)
    parser.add_argument("--only", type=int, action="append", default=[], help="check the promise of this number")
    parser.add_argument("--answers", type=Path, help="a file for the answers of all named queries")
    asked = parser.parse_args()
    with kg.open(asked.graph, create=False) as graph:
        held = check_promises(graph, asked.rows, asked.only, asked.answers)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()

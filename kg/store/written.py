"""The statements that write one batch, in their order, and the check that each made what it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.store.attached import ATTACHED, attach
from kg.store.batch import Batch, Row
from kg.store.candidates import DROP_CANDIDATES
from kg.store.engine import StoreError
from kg.store.keys import DROP_KEYS
from kg.store.rejoined import DETACH_MENTIONS, DROP_TENURES
from kg.store.reprints import DROP_REPRINTS
from kg.store.statements import (
    DROP_EVENTS,
    LINK_PARENTS,
    MARK_SOURCES,
    RESTATE_CLAIMS,
    WITHDRAW_CLAIMS,
    create_attached,
    create_nodes,
    merge_nodes,
    undo_records,
    update_nodes,
    write_edges,
)

if TYPE_CHECKING:
    from neo4j import Result

    from kg.store.steady import Transaction

WHEN_ASKED = "RETURN count(*) AS n"
"""A server answers a statement that has columns before it works on it, and one that has none only afterwards."""
_THINGS_A_STATEMENT = 1_000


class DanglingError(StoreError):
    """A row hangs on a node that the graph does not have. Its transaction is rolled back."""


class Statement(NamedTuple):
    """One statement for all rows of a shape."""

    text: str
    rows: Sequence[object]
    creates: Literal["", "nodes", "relationships"] = ""
    """What it makes of every row: ``nodes``, ``relationships``, or neither where the row may stand already."""

    def parts(self) -> Iterator[Statement]:
        """Yield it with parts of its rows, some thousand things to write each: more is a burden to an engine."""
        part: list[object] = []
        things = 0
        for row in self.rows:
            part.append(row)
            things += _things(row)
            if things >= _THINGS_A_STATEMENT:
                yield self._replace(rows=part)
                part, things = [], 0
        if part:
            yield self._replace(rows=part)

    def check(self, result: Result) -> None:
        """Wait until it is done; raise where a row made nothing: what its relationship hangs on is not in the graph."""
        counters = result.consume().counters
        due = sum(_things(row) for row in self.rows)
        made = {"nodes": counters.nodes_created, "relationships": counters.relationships_created}.get(self.creates, due)
        if made < due:
            raise DanglingError(
                f"{due - made} of {due} {self.creates} could not be written, for what they hang on is not in the "
                "graph, and nothing of this batch was: 'kg verify' says what is missing"
            )


def run_all(transaction: Transaction, statements: Iterable[Statement], now: str) -> None:
    """Run them in order, each sent while the engine works on the one before it."""
    before: tuple[Statement, Result] | None = None
    for statement in statements:
        sent = transaction.run(f"{statement.text} {WHEN_ASKED}", {"rows": statement.rows, "now": now})
        if before is not None:
            before[0].check(before[1])
        before = statement, sent
    if before is not None:
        before[0].check(before[1])


def _things(row: object) -> int:
    """How many nodes or relationships a row is: rows of attached nodes have several in ``of``."""
    return len(row["of"]) if isinstance(row, dict) and "of" in row else 1


def statements_of(batch: Batch) -> Iterator[Statement]:
    """Yield what writes the batch: what goes, what changes, new nodes, relationships."""
    yield from _what_goes(batch)
    for label in sorted(batch.updates):
        yield Statement(update_nodes(label), _sorted_rows(batch.updates[label]))
    attached = attach(batch)
    for labels in sorted(set(batch.new_nodes) - {(label,) for label in ATTACHED}):
        yield Statement(create_nodes(labels), _sorted_rows(batch.new_nodes[labels]), "nodes")
    for label in sorted(batch.nodes):
        yield Statement(merge_nodes(label), _sorted_rows(batch.nodes[label]))
    for label, links in sorted(attached.groups):
        yield Statement(create_attached(label, links), attached.groups[label, links], "nodes")
    for shared, group in ((False, attached.rest), (True, batch.shared_edges)):
        for shape in sorted(group):
            rows = [group[shape][ends] for ends in sorted(group[shape])]
            text = write_edges(shape, shared=shared, bare=not any(row["p"] for row in rows))
            yield Statement(text, rows, "" if shared else "relationships")
    if batch.parents:
        yield Statement(LINK_PARENTS, sorted(batch.parents))


def _what_goes(batch: Batch) -> Iterator[Statement]:
    for text in (*DROP_CANDIDATES, *DROP_EVENTS) if batch.dropped_events else ():
        yield Statement(text, batch.dropped_events)
    if batch.dropped_keys:
        yield Statement(DROP_KEYS, sorted(batch.dropped_keys))
    for text in DETACH_MENTIONS if batch.moved_mentions else ():
        yield Statement(text, batch.moved_mentions)
    if batch.rejoined_officials:
        yield Statement(DROP_TENURES, batch.rejoined_officials)
    if batch.withdrawn_claims:
        yield Statement(WITHDRAW_CLAIMS, batch.withdrawn_claims)
    if batch.restated_claims:
        yield Statement(RESTATE_CLAIMS, _sorted_rows(batch.restated_claims))
    if batch.withdrawn_sources:
        yield Statement(MARK_SOURCES, [{"id": key, "at": at} for key, at in sorted(batch.withdrawn_sources.items())])
        for text in DROP_REPRINTS:
            yield Statement(text, [{"id": key} for key in sorted(batch.withdrawn_sources)])
    for (label, key), (at, by, reason) in sorted(batch.undone.items()):
        yield Statement(undo_records(label), [{"id": key, "at": at, "by": by, "reason": reason}])


def _sorted_rows(rows: Mapping[str, Row]) -> list[Row]:
    return [rows[key] for key in sorted(rows)]

"""Which source is whose reprint, among those that tell of an event that is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.identity.passages import is_reprint

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_PASSAGES = (
    "UNWIND $rows AS id MATCH (e:Event {id: id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
    "WHERE m.passage IS NOT NULL AND s.withdrawn IS NULL "
    "WITH m.passage AS passage, collect(DISTINCT [s.id, coalesce(s.published, '9999')]) AS printed "
    "WHERE size(printed) > 1 RETURN passage, printed"
)
_TEXTS = "UNWIND $rows AS id MATCH (s:Source {id: id}) RETURN s.id, s.text"
_DROP = "UNWIND $rows AS id MATCH (s:Source {id: id})-[r:REPRINT_OF]->(o:Source) DELETE r"
DROP_REPRINTS = (
    "UNWIND $rows AS r MATCH (s:Source {id: r.id})-[x:REPRINT_OF]->(o:Source) DELETE x",
    "UNWIND $rows AS r MATCH (s:Source {id: r.id})<-[x:REPRINT_OF]-(o:Source) DELETE x",
)
"""Those of sources that are withdrawn or brought back."""
_LINK = "UNWIND $rows AS r MATCH (a:Source {id: r.a}) MATCH (b:Source {id: r.b}) MERGE (a)-[:REPRINT_OF]->(b)"


class Printed(NamedTuple):
    """A source in the order of printing: the earliest first, those without a date last."""

    published: str
    source: str


def renew_reprints(transaction: Transaction, events: Iterable[str]) -> None:
    """Link each source of these events that repeats another to the earliest one whose text it has."""
    rows = sorted(events)
    groups: dict[str, set[Printed]] = {}
    for passage, printed in transaction.run(_PASSAGES, {"rows": rows}) if rows else ():
        groups[passage] = {Printed(published, source) for source, published in printed}
    together = copied(groups)
    sources = sorted({one.source for found in together for one in found})
    if not sources:
        return
    texts = {row[0]: row[1] or "" for row in transaction.run(_TEXTS, {"rows": sources})}
    originals = originals_of(together, texts)
    transaction.run(_DROP, {"rows": sources}).consume()
    links = [{"a": source, "b": original.source} for source, original in sorted(originals.items())]
    transaction.run(_LINK, {"rows": links}).consume()


def copied(groups: Mapping[str, Iterable[Printed]]) -> list[list[Printed]]:
    """Return the sources of each passage that several have, in the order of printing."""
    return [sorted(found) for _, found in sorted(groups.items()) if len(set(found)) > 1]


def originals_of(together: Iterable[Sequence[Printed]], texts: Mapping[str, str]) -> dict[str, Printed]:
    """Return of each source that repeats another the earliest one whose text it has."""
    originals: dict[str, Printed] = {}
    for found in together:
        for later, original in _copies(found, texts):
            originals[later.source] = min(originals.get(later.source, original), original)
    return originals


def _copies(found: Sequence[Printed], texts: Mapping[str, str]) -> Iterable[tuple[Printed, Printed]]:
    for at, later in enumerate(found):
        original = next((one for one in found[:at] if is_reprint(texts[one.source], texts[later.source])), None)
        if original is not None:
            yield later, original

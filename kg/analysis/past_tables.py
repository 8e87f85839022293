"""What the graph showed and shows no more, as tables beside those of what stands.

Ids are ids of what stands: a version has a key of its own, in a space of its own (``Past``) for ``neo4j-admin``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.columns import GraphTable
from kg.analysis.pages import node_rows, relationship_rows
from kg.blueprint import Past, Relationship, graph_schema, past_label, past_type
from kg.store.engine import Engine
from kg.store.import_tables import TYPES
from kg.store.pages import End

_MARKS = (("version", "string"), ("replaced", "string"))


def past_tables(engine: Engine) -> Iterator[GraphTable]:
    """Yield a table for each label and for each relationship type of the past; none where nothing was replaced."""
    schema = graph_schema()
    past = schema.past
    if not engine.read(f"MATCH (p:{past_label('Event')}) RETURN count(p) > 0").rows[0][0]:
        return
    for label in past.labels:
        kinds = [(name, found.type) for name, found in schema.labels[label].properties.items()]
        typed = [("id", "string"), *kinds, _MARKS[1]]
        head = ("version:ID(Past)", *(f"{name}:{TYPES[kind]}" for name, kind in typed), ":LABEL")
        columns = (_MARKS[0], *typed, ("labels", "strings"))
        rows = node_rows(engine, End(past_label(label), "version"), [name for name, _ in typed])
        yield GraphTable(f"nodes-{past_label(label)}", head, columns, rows)
    for kind in past.relationships:
        for ends in _ends(past, schema.relationships[kind]):
            yield _joined(engine, kind, schema.relationships[kind], ends)


def _ends(past: Past, relationship: Relationship) -> Iterator[tuple[str, str]]:
    """Yield the labels that may stand at its ends, at least one of them past."""
    for start in relationship.start:
        for end in relationship.end:
            pairs = [(one, other) for one in _labels(past, start) for other in _labels(past, end)]
            yield from (pair for pair in pairs if any(one.startswith("Past") for one in pair))


def _labels(past: Past, label: str) -> tuple[str, ...]:
    """A version is past; a place may stand or have left; a mention stands."""
    if label in past.versions:
        return (past_label(label),)
    return (label, past_label(label)) if label in past.left else (label,)


def _joined(engine: Engine, kind: str, relationship: Relationship, ends: tuple[str, str]) -> GraphTable:
    typed = [(name, found.type) for name, found in relationship.properties.items()]
    heads = (
        f":{word}_ID(Past)" if label.startswith("Past") else f":{word}_ID"
        for word, label in zip(("START", "END"), ends, strict=True)
    )
    head = (*heads, *(f"{name}:{TYPES[each]}" for name, each in typed), ":TYPE")
    columns = (("start", "string"), ("end", "string"), *typed, ("type", "string"))
    start, end = (End(label, "version" if label.startswith("Past") else "id") for label in ends)
    rows = relationship_rows(engine, past_type(kind), (start, end), [name for name, _ in typed])
    return GraphTable(f"relationships-{past_type(kind)}-{ends[0]}-{ends[1]}", head, columns, rows)

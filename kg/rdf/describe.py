"""From nodes of the graph to the lines that say the same in N-Triples. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from kg.blueprint import graph_schema
from kg.model import make_id
from kg.rdf.claims import claim_slots
from kg.rdf.columns import Columns, Row
from kg.rdf.mapping import EdgeNode, Written
from kg.rdf.mapping import Mapping as RdfMapping
from kg.rdf.objects import column_encoder
from kg.rdf.remembered import Remembered
from kg.rdf.slots import GRAPH, MARK, Beginnings, Fill, Pieces, Slot, SlotMaker, Template, Values
from kg.rdf.sorting import Run
from kg.rdf.terms import check_id, check_ids

_AT_A_TIME = 250
"""Nodes: enough to share what is done once for all of them, and few enough to stay in a processor's cache."""
_TYPE = "rdf:type"
_SAID_IN = ("STATED_IN", "MENTIONED_IN")


class Describer:
    """Writes nodes by the mapping; the options are those of :func:`kg.rdf.dump.dump`."""

    def __init__(
        self,
        mapping: RdfMapping,
        base: str,
        columns: Mapping[str, Columns],
        *,
        by_source: bool = False,
        rdf12: bool = False,
    ) -> None:
        self._beginning = f"<{base}id/"
        self._by_source = by_source
        self._columns = columns
        make = SlotMaker(mapping, f"{base}id/", f" {GRAPH}.\n" if by_source else " .\n")
        self._templates = {label: Template(_slots(make, one, rdf12=rdf12)) for label, one in columns.items()}

    def runs(self, label: str, pages: Iterable[list[Row]]) -> Iterator[Run]:
        """Yield the nodes of a label with their lines."""
        for page in pages:
            for start in range(0, len(page), _AT_A_TIME):
                yield self._run(label, page[start : start + _AT_A_TIME])

    def _run(self, label: str, rows: list[Row]) -> Run:
        columns = list(zip(*rows, strict=True))
        beginnings = [self._beginning + one for one in check_ids(columns[0])]
        lines = self._templates[label].fill(columns, beginnings)
        if self._by_source:
            graphs = [f"{self._beginning}{check_id(one)}> " if one else "" for one in self._sources(label, columns)]
            lines = [text.replace(GRAPH, graph) for text, graph in zip(lines, graphs, strict=True)]
        return beginnings, lines

    def _sources(self, label: str, columns: Sequence[Sequence[Any]]) -> Sequence[str]:
        """Return the id of the source that says each node, empty for what several sources may say."""
        if label == "Source":
            return columns[0]
        read = self._columns[label]
        said_in = next((kind for kind in _SAID_IN if kind in read.edges), None)
        if said_in is None:
            return [""] * len(columns[0])
        return [ids[0] if ids else "" for ids in columns[read.edge_at(said_in)]]


def _slots(make: SlotMaker, read: Columns, *, rdf12: bool) -> Iterator[Slot]:
    how = make.mapping.labels[read.label]
    yield _classes(make, read)
    for name, written in how.properties.items():
        if name in read.properties:
            many = graph_schema().labels[read.label].properties[name].type == "strings"
            yield from _property(make, read.property_at(name), written, many=many)
    for kind, edge in read.edges.items():
        at, way = read.edge_at(kind), make.way(edge.predicate)
        yield from _edge_nodes(make, at, way, edge.node) if edge.node else (make.nodes(way, at),)
    if read.label == "Claim":
        yield from claim_slots(make, read, rdf12=rdf12)


def _property(make: SlotMaker, at: int, how: Written, *, many: bool = False) -> Iterator[Slot]:
    way, encode = make.way(how.predicate), column_encoder(make.mapping, how, make.base)
    yield make.values(way, at, encode) if many else make.value(way, at, encode)
    if how.also is not None:
        yield from _property(make, at, how.also, many=many)


def _classes(make: SlotMaker, read: Columns) -> Slot:
    how, way, iri = make.mapping.labels[read.label], make.way(_TYPE), make.mapping.iri
    own = {f"<{iri(name)}>" for name in how.classes}
    if not read.second:
        return make.fixed(way, *own)

    def lines(labels: tuple[str, ...]) -> str:
        second = {f"<{iri(how.second.get(one, f'kg:{one}'))}>" for one in labels if one != read.label}
        return "".join(sorted(f"{MARK}{way}{term}{make.end}" for term in own | second))

    known = Remembered(lines)

    def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
        each = zip(columns[-1], beginnings, strict=True)
        return [[known[tuple(labels)].replace(MARK, beginning) for labels, beginning in each]]

    return way, pieces


def _edge_nodes(make: SlotMaker, at: int, way: str, how: EdgeNode) -> Iterator[Slot]:
    """A relationship with properties: a node of its own, named after both ends and its beginning."""
    parts = Template(_of_edge_node(make, how))

    def named(beginning: str, several: list[Row]) -> dict[str, Row]:
        return {f"{beginning}#{make_id(how.name, one[0], str(one[1] or ''))}": one for one in several}

    def links(beginning: str, several: list[Row]) -> str:
        return "".join(sorted(f"{beginning}{way}{own}>{make.end}" for own in named(beginning, several)))

    def nodes(beginning: str, several: list[Row]) -> str:
        found = sorted(named(beginning, several).items(), key=itemgetter(0))
        return "".join(parts.fill(list(zip(*(one for _, one in found), strict=True)), [own for own, _ in found]))

    def each(lines: Callable[[str, list[Row]], str]) -> Fill:
        def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
            both = zip(beginnings, columns[at], strict=True)
            return [[lines(beginning, several) if several else "" for beginning, several in both]]

        return pieces

    yield way, each(links)
    yield f"#{how.name}", each(nodes)


def _of_edge_node(make: SlotMaker, how: EdgeNode) -> Iterator[Slot]:
    """The column of such a relationship has the other end and then the properties."""
    yield make.fixed(make.way(_TYPE), *(f"<{make.mapping.iri(name)}>" for name in how.classes))
    yield make.value(make.way(how.other_end), 0, lambda ends: [f"<{make.base}{one}>" for one in check_ids(ends)])
    for at, written in enumerate(how.properties.values(), 1):
        yield from _property(make, at, written)

"""From an open graph to the sorted lines of N-Quads."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import itemgetter

from kg.rdf.claims import extractor_id
from kg.rdf.cursors import EXTRACTORS, nodes_by_id
from kg.rdf.describe import Describer
from kg.rdf.mapping import Mapping, read_mapping
from kg.rdf.selection import Selection
from kg.rdf.sorting import sorted_lines
from kg.rdf.terms import check_base, literal
from kg.store.engine import Engine

DEFAULT_BASE = "https://example.org/kg/"


def _unheard(_: int) -> None:
    """Nobody asked how far it is."""


def lines_of(
    engine: Engine,
    *,
    base: str = DEFAULT_BASE,
    texts: bool = False,
    by_source: bool = False,
    rdf12: bool = False,
    selection: Selection | None = None,
    on_nodes: Callable[[int], None] = _unheard,
) -> Iterator[str]:
    """Yield the graph as lines of N-Quads (in the default graph, so N-Triples too), sorted by their bytes.

    ``base`` is what all IRIs of our own begin with; ``texts`` writes out the texts of sources (they may be under
    other people's rights, and the digests and quotes are there without them). ``by_source`` puts what a source says
    into a graph named after it; ``rdf12`` lets each claim reify its triple. ``selection`` keeps a part. ``on_nodes``
    hears of every page read.

    Raises:
        BadIriError: the base cannot be one, or the graph has an id that is none of ours.

    """
    mapping = read_mapping(check_base(base))
    describer = Describer(mapping, base, texts=texts, by_source=by_source, rdf12=rdf12)
    nodes = nodes_by_id(engine, mapping, on_nodes, keep=selection.keep(engine) if selection else None)
    groups = map(describer.group, nodes)
    return sorted_lines(heapq.merge(groups, _extractors(engine, mapping, base), key=itemgetter(0)))


def dump(
    engine: Engine,
    *,
    base: str = DEFAULT_BASE,
    texts: bool = False,
    by_source: bool = False,
    rdf12: bool = False,
    selection: Selection | None = None,
    on_nodes: Callable[[int], None] = _unheard,
) -> Iterator[bytes]:
    """Yield the same as UTF-8 in chunks of many lines."""
    lines = lines_of(
        engine, base=base, texts=texts, by_source=by_source, rdf12=rdf12, selection=selection, on_nodes=on_nodes
    )
    return in_chunks(lines)


def in_chunks(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines as UTF-8, many at a time; at least one chunk, which may be empty."""
    rest = iter(lines)
    yield "".join(islice(rest, _CHUNK)).encode()
    while held := list(islice(rest, _CHUNK)):
        yield "".join(held).encode()


_CHUNK = 512
"""Lines at a time: few enough that the texts of sources fit, when they are asked for."""


def _extractors(engine: Engine, mapping: Mapping, base: str) -> list[tuple[str, list[str]]]:
    """The programs that read the claims: few, and no nodes of the graph."""
    kind, agent, name = (f"<{mapping.iri(one)}>" for one in ("rdf:type", "prov:SoftwareAgent", "skos:prefLabel"))
    found = {extractor_id(str(row[0])): str(row[0]) for row in engine.read(EXTRACTORS).rows if row[0]}
    groups = []
    for key, text in sorted(found.items()):
        beginning = f"<{base}id/{key}"
        lines = [f"{beginning}> {kind} {agent} .\n", f"{beginning}> {name} {literal(text)} .\n"]
        groups.append((beginning, lines))
    return groups

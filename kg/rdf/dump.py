"""From an open graph to the sorted lines of N-Quads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from kg.rdf.claims import extractor_id
from kg.rdf.columns import columns_of
from kg.rdf.cursors import EXTRACTORS, Pages, open_pages
from kg.rdf.describe import Describer
from kg.rdf.mapping import Mapping, read_mapping
from kg.rdf.selection import Selection
from kg.rdf.sorting import Run, sorted_blocks
from kg.rdf.terms import check_base, literal
from kg.store.engine import Engine

DEFAULT_BASE = "https://example.org/kg/"


def _unheard(_: int) -> None:
    """Nobody asked how far it is."""


def blocks_of(
    engine: Engine,
    *,
    base: str = DEFAULT_BASE,
    texts: bool = False,
    by_source: bool = False,
    rdf12: bool = False,
    selection: Selection | None = None,
    on_nodes: Callable[[int], None] = _unheard,
) -> Iterator[str]:
    """Yield the graph as lines of N-Quads (in the default graph, so N-Triples too), those of a node in one text.

    All lines are sorted by their bytes. ``base`` is what all IRIs of our own begin with; ``texts`` writes out the texts
    of sources (they may be under other people's rights, and the digests and quotes are there without them).
    ``by_source`` puts what a source says into a graph named after it; ``rdf12`` lets each claim reify its triple.
    ``selection`` keeps a part. ``on_nodes`` hears of every page read.

    Raises:
        BadIriError: the base cannot be one, or the graph has an id that is none of ours.

    """
    mapping = read_mapping(check_base(base))
    columns = columns_of(mapping, texts=texts)
    describer = Describer(mapping, base, columns, by_source=by_source, rdf12=rdf12)
    keep = selection.keep(engine) if selection else None
    known_by = selection.known_by if selection else None
    pages = open_pages(engine, columns, on_nodes, keep=keep, known_by=known_by)
    return _blocks(describer, pages, _extractors(engine, mapping, base))


def _blocks(
    describer: Describer, opening: AbstractContextManager[dict[str, Pages]], extractors: list[Run]
) -> Iterator[str]:
    with opening as pages:
        yield from sorted_blocks([*(describer.runs(*several) for several in pages.items()), extractors])


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
    blocks = blocks_of(
        engine, base=base, texts=texts, by_source=by_source, rdf12=rdf12, selection=selection, on_nodes=on_nodes
    )
    return in_chunks(blocks)


def in_chunks(blocks: Iterable[str]) -> Iterator[bytes]:
    """Yield blocks of lines as UTF-8, many at a time; at least one chunk, which may be empty."""
    held: list[str] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size >= _CHUNK:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()


_CHUNK = 1 << 18
"""Characters at a time, and what is left of a node."""


def _extractors(engine: Engine, mapping: Mapping, base: str) -> list[Run]:
    """The programs that read the claims: few, and no nodes of the graph."""
    kind, agent, name = (f"<{mapping.iri(one)}>" for one in ("rdf:type", "prov:SoftwareAgent", "skos:prefLabel"))
    found = {extractor_id(str(row[0])): str(row[0]) for row in engine.read(EXTRACTORS).rows if row[0]}
    runs: list[Run] = []
    for key, text in sorted(found.items()):
        beginning = f"<{base}id/{key}"
        runs.append(([beginning], [f"{beginning}> {kind} {agent} .\n{beginning}> {name} {literal(text)} .\n"]))
    return runs

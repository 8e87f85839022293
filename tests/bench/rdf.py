"""The RDF writer beside preformatted bytes, pyoxigraph and rdflib, in one run, and end to end from the embedded store.

    python -m tests.bench.rdf [--triples 200000 1000000]

Each writer runs in a process of its own on the same triples: those of a made-up history, written over and over with
new ids. Ours begins with nodes as the store gives them, pyoxigraph with terms as text (an iterator makes its quads),
rdflib with a graph in memory. Aims: 1.5 times pyoxigraph, 15 times rdflib, and the same memory whatever the number of
triples. What each holds before it begins is counted in its memory, not in its time; rdflib is given no more than
100,000 triples, since it needs minutes for a million.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyoxigraph
import rdflib

from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from kg.rdf.cursors import Edge, Node, nodes_by_id
from kg.rdf.describe import Describer
from kg.rdf.dump import DEFAULT_BASE, dump, in_chunks
from kg.rdf.mapping import Mapping, read_mapping
from kg.rdf.sorting import sorted_lines
from tests.bench.synthetic import history

_EVENTS = 400
_RDFLIB_MOST = 100_000
_NOWHERE = Path("/dev/null")
_TAGGED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_WRITERS = ("bytes", "kg", "pyoxigraph", "rdflib")


def main() -> None:
    """Print triples a second and peak memory of each writer at each size, then the export of a store."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 400_000])
    parser.add_argument("--as", dest="writer", choices=_WRITERS, help=argparse.SUPPRESS)
    parser.add_argument("--from", dest="nodes", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.writer:
        print(json.dumps(_measure(asked.writer, asked.nodes, asked.triples[0])))
        return
    with tempfile.TemporaryDirectory() as folder:
        nodes = Path(folder) / "nodes.msgpack"
        _end_to_end(Path(folder), nodes)
        for triples in asked.triples:
            _compare(nodes, triples)


def _end_to_end(folder: Path, nodes: Path) -> None:
    """Export a made-up history from the embedded store; keep its nodes for the writers."""
    with open_graph(str(folder / "graph")) as graph:
        clock = Clock("2025-01-01T00:00:00Z")
        graph.load_readings(history(_EVENTS), inputs=["synthetic"], clock=clock, watcher=Watcher())
        engine = graph.engine
        begun = time.perf_counter()
        found = list(nodes_by_id(engine, read_mapping(DEFAULT_BASE), lambda _: None))
        waited = time.perf_counter() - begun
        begun = time.perf_counter()
        lines = sum(chunk.count(b"\n") for chunk in dump(engine))
        took = time.perf_counter() - begun
    nodes.write_bytes(msgspec.msgpack.encode(found))
    print(
        f"embedded store: {lines:,} triples, {lines / took:,.0f} a second, {min(1.0, waited / took):.0%} of it reading"
    )


def _compare(nodes: Path, triples: int) -> None:
    rates: dict[str, float] = {}
    for writer in _WRITERS:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.rdf", "--as", writer, "--from", str(nodes), "--triples", str(triples)],
            check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        count, seconds, memory = json.loads(done.stdout)
        rates[writer] = count / seconds
        print(f"{writer:<11} {count:>10,} triples {rates[writer]:>12,.0f} a second {memory:>7,.0f} MB")
    for other in _WRITERS[2:]:
        print(f"kg / {other}: {rates['kg'] / rates[other]:.2f}")


def _measure(writer: str, file: Path, triples: int) -> tuple[int, float, float]:
    """Return how many triples were written, the seconds it took, and the peak memory in MB."""
    count, seconds = _RUN[writer](file, triples)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return count, seconds, int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _lines(file: Path, triples: int) -> Iterator[str]:
    """Yield that many lines of our writer; the nodes are made as they are asked for."""
    mapping = read_mapping(DEFAULT_BASE)
    describer = Describer(mapping, DEFAULT_BASE)
    left = triples
    for line in sorted_lines(map(describer.group, _nodes(file, mapping))):
        yield line
        left -= 1
        if not left:
            return


def _nodes(file: Path, mapping: Mapping) -> Iterator[Node]:
    """Yield the nodes of the file over and over with new ids, in the order of ids."""
    found = msgspec.msgpack.decode(file.read_bytes(), type=list[Node])
    references = {
        label: {name for name, written in how.properties.items() if written.how == "reference"}
        for label, how in mapping.labels.items()
    }
    for node in found:
        for turn in range(0x400):
            if turn and node.label != "Claim":
                break
            properties = {
                name: _renamed(value, turn) if name in references[node.label] else value
                for name, value in node.properties.items()
            }
            edges = tuple(Edge(edge.type, _renamed(edge.other, turn), edge.properties) for edge in node.edges)
            yield Node(node.label, _renamed(node.id, turn), node.labels, properties, edges)


def _renamed(node_id: str, turn: int) -> str:
    return f"{node_id[:-3]}{turn:03x}"


def _write_bytes(file: Path, triples: int) -> tuple[int, float]:
    formatted = [line.encode() for line in _lines(file, triples)]
    with _NOWHERE.open("wb") as sink:
        begun = time.perf_counter()
        sink.writelines(formatted)
        return len(formatted), time.perf_counter() - begun


def _write_kg(file: Path, triples: int) -> tuple[int, float]:
    describer = Describer(read_mapping(DEFAULT_BASE), DEFAULT_BASE)
    nodes: list[Node] = []
    count = 0
    for node in _nodes(file, read_mapping(DEFAULT_BASE)):
        nodes.append(node)
        count += len(describer.group(node)[1])
        if count >= triples:
            break
    with _NOWHERE.open("wb") as sink:
        begun = time.perf_counter()
        sink.writelines(in_chunks(sorted_lines(map(describer.group, nodes))))
        return count, time.perf_counter() - begun


def _write_pyoxigraph(file: Path, triples: int) -> tuple[int, float]:
    text = "".join(_lines(file, triples)).encode()
    said = [_as_text(quad) for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)]
    with _NOWHERE.open("wb") as sink:
        begun = time.perf_counter()
        pyoxigraph.serialize(map(_as_quad, said), sink, format=pyoxigraph.RdfFormat.N_QUADS)
        return len(said), time.perf_counter() - begun


def _as_text(quad: pyoxigraph.Quad) -> tuple[str, str, str, str | None]:
    """The subject, the predicate, the object, and the object's datatype (None for an IRI)."""
    value = quad.object
    kind = value.datatype.value if isinstance(value, pyoxigraph.Literal) else None
    return str(quad.subject)[1:-1], str(quad.predicate)[1:-1], _bare(value), kind


def _bare(term: object) -> str:
    return term.value if isinstance(term, pyoxigraph.Literal | pyoxigraph.NamedNode) else str(term)


def _as_quad(said: tuple[str, str, str, str | None]) -> pyoxigraph.Quad:
    subject, predicate, value, kind = said
    node = pyoxigraph.NamedNode
    term = node(value) if kind is None else pyoxigraph.Literal(value, datatype=node(kind) if kind != _TAGGED else None)
    return pyoxigraph.Quad(node(subject), node(predicate), term)


def _write_rdflib(file: Path, triples: int) -> tuple[int, float]:
    graph = rdflib.Graph()
    graph.parse(data="".join(_lines(file, min(triples, _RDFLIB_MOST))), format="nt")
    begun = time.perf_counter()
    graph.serialize(format="nt", encoding="utf-8")
    return len(graph), time.perf_counter() - begun


_RUN = {"bytes": _write_bytes, "kg": _write_kg, "pyoxigraph": _write_pyoxigraph, "rdflib": _write_rdflib}


if __name__ == "__main__":
    main()

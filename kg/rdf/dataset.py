"""The graph as an rdflib dataset, for scripts."""

from __future__ import annotations

from rdflib import Dataset

from kg.rdf.dump import DEFAULT_BASE, dump
from kg.rdf.mapping import read_mapping
from kg.rdf.selection import Selection
from kg.rdf.terms import check_base
from kg.store.engine import Engine


def read_dataset(engine: Engine, base: str = DEFAULT_BASE, selection: Selection | None = None) -> Dataset:
    """Return the graph or a part of it in memory, with the prefixes bound; a large graph is better exported.

    Raises:
        BadIriError: the base cannot begin IRIs.
    """
    dataset = Dataset()
    for name, namespace in read_mapping(check_base(base)).prefixes.items():
        dataset.bind(name, namespace, replace=True)
    dataset.parse(data=b"".join(dump(engine, base=base, selection=selection)), format="nquads")
    return dataset

"""The graph as an rdflib dataset, for scripts."""

from __future__ import annotations

from rdflib import Dataset

from kg.rdf.dump import DEFAULT_BASE, dump
from kg.store.engine import Engine


def read_dataset(engine: Engine, base: str = DEFAULT_BASE) -> Dataset:
    """Return all of the graph in memory; a large graph is better exported, and its dump queried.

    Raises:
        BadIriError: the base cannot begin IRIs.
    """
    dataset = Dataset()
    dataset.parse(data=b"".join(dump(engine, base=base)), format="nquads")
    return dataset

"""The small graph's dump, from each engine."""

from __future__ import annotations

import pytest

from kg.rdf import dump
from tests.missing import give_up
from tests.queries.small_graph import write_small_graph
from tests.servers.java_artifacts import MissingProgramError
from tests.servers.jena import Jena
from tests.servers.real_engine import ENGINES, Servers, make_engine


@pytest.fixture(scope="module")
def dumps(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of the dump by name of engine."""
    found: dict[str, bytes] = {}
    for name in ENGINES:
        with make_engine(name, servers, tmp_path_factory.mktemp("dump")).open() as opened:
            write_small_graph(opened)
            found[name] = b"".join(dump(opened))
    return found


@pytest.fixture(scope="session")
def small_dump(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of the dump from the embedded engine."""
    with make_engine("embedded", servers, tmp_path_factory.mktemp("dump")).open() as opened:
        write_small_graph(opened)
        return b"".join(dump(opened))


@pytest.fixture(scope="session")
def jena() -> Jena:
    """Apache Jena's tools, or a skip that says what is missing; on CI, a failure."""
    try:
        return Jena()
    except MissingProgramError as error:
        give_up(f"Apache Jena: {error}")

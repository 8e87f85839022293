"""Crash safety: a load killed at random moments, and a server that goes away in the middle of one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.rdf import dump
from kg.verify import verify
from tests.servers.real_engine import ENGINES, ONE_NEO4J, RealEngine, Servers, make_engine

_EVENTS, _KILLS = 200, 5
_LONG_RUNS = 20
_PATIENCE = 240


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, servers: Servers) -> bytes:
    """What the graph of an uninterrupted load says, as N-Quads."""
    engine = make_engine("embedded", servers, tmp_path_factory.mktemp("whole"))
    _finish(engine, seed=1)
    return _dump(engine)


@pytest.mark.parametrize("name", ENGINES[:2])
def test_killed_five_times(name: str, servers: Servers, tmp_path: Path, whole: bytes) -> None:
    engine = make_engine(name, servers, tmp_path)
    _kill_and_finish(engine, random.Random(5), seed=1)
    assert _dump(engine) == whole


@pytest.mark.long
@pytest.mark.parametrize("name", ENGINES[:2])
def test_killed_a_hundred_times(name: str, servers: Servers, tmp_path: Path) -> None:
    for seed in range(_LONG_RUNS):
        whole = make_engine("embedded", servers, tmp_path / f"whole-{seed}")
        _finish(whole, seed)
        expected = _dump(whole)
        killed = make_engine(name, servers, tmp_path / f"killed-{seed}")
        _kill_and_finish(killed, random.Random(seed), seed)
        assert _dump(killed) == expected


@ONE_NEO4J
def test_a_server_that_restarts_in_the_middle_is_waited_for(servers: Servers, whole: bytes, line: str) -> None:
    engine = make_engine(f"neo4j-{line}", servers, Path())
    if engine.server is None:
        pytest.skip("KG_TEST_NEO4J_URI names a server that is not the tests' to stop")
    loader = _start(engine, seed=1)
    assert loader.stdout is not None
    loader.stdout.readline()  # one batch is in
    engine.server.stop()
    engine.server.start()
    _, said = loader.communicate(timeout=_PATIENCE)
    assert loader.returncode == 0, said
    assert "waiting: Neo4j cannot" in said
    assert _dump(engine) == whole


def _kill_and_finish(engine: RealEngine, chance: random.Random, seed: int) -> None:
    """Kill a load several times, each time further on; what was acknowledged stays, and nothing is half there."""
    for _ in range(_KILLS):
        acknowledged = _kill(engine, chance, seed)
        with engine.open() as opened:
            assert opened.read("MATCH (s:Source) RETURN count(s)").rows[0][0] >= acknowledged
            assert verify(opened).faults == ()
    _finish(engine, seed)


def _kill(engine: RealEngine, chance: random.Random, seed: int) -> int:
    """Start a load, kill it at a random moment: while it starts, while it prepares a batch, writes or commits one.

    Return the sources that it said are written.
    """
    loader = _start(engine, seed)
    assert loader.stdout is not None
    lines = [loader.stdout.readline() for _ in range(chance.randrange(4))]
    time.sleep(chance.random() * (0.3 if lines else 2.0))
    os.killpg(loader.pid, signal.SIGKILL)
    rest, _ = loader.communicate()
    found = [int(line) for line in [*lines, *rest.splitlines()] if line.strip().isdigit()]
    return max(found, default=0)


def _finish(engine: RealEngine, seed: int) -> None:
    loader = _start(engine, seed)
    _, said = loader.communicate(timeout=_PATIENCE)
    assert loader.returncode == 0, said


def _start(engine: RealEngine, seed: int) -> subprocess.Popen[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}
    command = [sys.executable, "-m", "tests.load.loader_process", str(_EVENTS), str(seed)]
    return subprocess.Popen(
        command, env={**clean, **engine.environment},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def _dump(engine: RealEngine) -> bytes:
    with engine.open(create=False) as opened:
        return b"".join(dump(opened))

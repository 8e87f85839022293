"""Fixtures that every part of the suite uses: the shared material, and real engines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer

from tests.missing import give_up
from tests.scheduling import ByServer
from tests.servers.real_engine import ENGINES, RealEngine, Servers, make_engine

_BROWSER_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a case of bytes after nothing but that: a compressed file has the time in it, and each process another."""
    return "bytes" if isinstance(val, bytes) else None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run in two processes: each starts servers of its own. A server that is given serves one alone.

    PYTEST_XDIST_AUTO_NUM_WORKERS, as pytest-xdist knows it, asks for another number.
    """
    return 1 if os.environ.get("KG_TEST_NEO4J_URI") else int(os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS", "2"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByServer:
    """Keep the tests of one server in one process."""
    return ByServer(config, log)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the repository (corpora, gold, samples), or a skip that says it is not there."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("needs ../shared (corpora and gold annotations), which is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The real Neo4j servers; none is started until a test asks for it."""
    running = Servers(brief=True)
    yield running
    running.close()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each engine in turn, with an empty graph."""
    return make_engine(request.param, servers, tmp_path)


@pytest.fixture(params=ENGINES)
def bare_engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each engine in turn, with an empty graph that has no constraint and no index either."""
    return make_engine(request.param, servers, tmp_path, bare=True)


@pytest.fixture(params=ENGINES[1:])
def neo4j_engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each Neo4j in turn, with an empty graph."""
    return make_engine(request.param, servers, tmp_path)


@pytest.fixture
def embedded(servers: Servers, tmp_path: Path) -> RealEngine:
    """The embedded engine with an empty graph."""
    return make_engine("embedded", servers, tmp_path)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one at KG_TEST_CHROMIUM, else the system's."""
    found = os.environ.get("KG_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        give_up("no Chromium: install one (Debian: apt-get install chromium), or set KG_TEST_CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=_BROWSER_FLAGS)
        yield running
        running.close()

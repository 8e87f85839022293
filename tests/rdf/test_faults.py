"""What can go wrong, through the command: one clear line each, and no half file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.store.engine import Engine
from tests.cli.command import kg
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import Servers, make_engine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")


@pytest.fixture(scope="module")
def folder(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small graph, with a title that has a control character."""
    made = make_engine("embedded", servers, tmp_path_factory.mktemp("faults"))
    with made.open() as opened:
        write_small_graph(opened)
        _retitle(opened)
    return made.uri


def _retitle(engine: Engine) -> None:
    text = "MATCH (e:Event {id: 'event-riyadh'}) SET e.title = $title"
    engine.write(lambda transaction: transaction.run(text, {"title": "a\x01b"}).consume())


def with_room_for(size: int, *arguments: str, where: Path) -> subprocess.CompletedProcess[str]:
    """Run the command where no file can have more bytes, as on a disk that gets full."""
    from resource import RLIMIT_FSIZE, setrlimit

    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    return subprocess.run(
        command, cwd=where, capture_output=True, text=True, timeout=120, check=False,
        preexec_fn=lambda: setrlimit(RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip


@pytest.mark.parametrize(("compression", "size"), [("none", 20_000), ("zstd", 8_192)])
def test_a_full_disk_is_one_line_and_leaves_nothing(compression: str, size: int, folder: str, tmp_path: Path) -> None:
    arguments = ("export", "rdf", "-o", "graph.nq", "--uri", folder, "--compress", compression)
    done = with_room_for(size, *arguments, where=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "cannot write graph.nq: File too large. Nothing was left there." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_gets_full_behind_the_dump_leaves_no_half_description(folder: str, tmp_path: Path) -> None:
    arguments = ("export", "rdf", "-o", "graph.nq", "--uri", folder, "--since", "9000", "--compress", "zstd")
    done = with_room_for(20_000, *arguments, where=tmp_path)
    assert done.returncode == 2
    assert "kg: graph.nq is there, and graph.nq.ontology.ttl is not: File too large" in done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {"graph.nq", "graph.nq.about.ttl"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_a_pipe_is_one_line(folder: str, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", "export", "rdf", "--uri", folder],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "kg: cannot write to standard output: No space left on device\n"


def test_a_control_character_is_refused_by_rdfxml_and_names_the_node(folder: str, tmp_path: Path) -> None:
    done = kg("export", "rdf", "--format", "rdfxml", "-o", "graph.rdf", "--uri", folder, where=tmp_path)
    assert (done.status, len(done.err.splitlines())) == (2, 1), done.err
    assert "control character of <https://example.org/kg/id/event-riyadh>: choose another form" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_cut_dump_is_not_loaded(small_dump: bytes, tmp_path: Path) -> None:
    (tmp_path / "cut.nq").write_bytes(small_dump[: len(small_dump) // 2])
    done = kg("load", "cut.nq", "--uri", "copy", where=tmp_path)
    assert (done.status, len(done.err.splitlines())) == (2, 1), done.err
    assert "cut in the middle" in done.err
    assert "Claim" not in kg("status", "--uri", "copy", where=tmp_path).out


def test_what_is_no_n_quads_is_one_line_with_its_number(small_dump: bytes, tmp_path: Path) -> None:
    lines = small_dump.splitlines(keepends=True)
    lines[1_500] = lines[1_500].replace(b" .\n", b" _ .\n")
    (tmp_path / "bad.nq").write_bytes(b"".join(lines))
    done = kg("rdf", "check", "bad.nq", where=tmp_path)
    assert (done.status, len(done.err.splitlines())) == (2, 1), done.err
    assert "bad.nq, line 1,501: no N-Quads" in done.err

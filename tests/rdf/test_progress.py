"""An export says on a terminal how far it is, and in a pipe nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import kg
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import RealEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")


def on_terminal(*arguments: str, where: Path) -> str:
    """Return what the command writes to standard error, which is a terminal."""
    import pty

    master, terminal = pty.openpty()
    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run(
        command, cwd=where, env=environment, stdout=subprocess.PIPE, stderr=terminal, timeout=120, check=True
    )
    os.close(terminal)
    assert done.stdout == b""
    shown = b""
    try:
        while block := os.read(master, 1 << 16):
            shown += block
    except OSError:  # how Linux says that nobody writes any more
        pass
    os.close(master)
    return shown.decode("utf-8")


def test_nodes_are_counted_on_a_terminal_and_nothing_is_said_in_a_pipe(embedded: RealEngine, tmp_path: Path) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
        (nodes,) = opened.read("MATCH (n) WHERE n:Event OR n:Claim OR n:Source RETURN count(n)").rows[0]
    arguments = ("export", "rdf", "--uri", embedded.uri, "-o")
    shown = on_terminal(*arguments, "graph.nq", where=tmp_path)
    counted = [int(words.split()[-1].replace(",", "")) for words in shown.split(" nodes read")[:-1]]
    assert counted == sorted(counted) and counted[-1] >= nodes
    quiet = kg(*arguments, "again.nq", where=tmp_path)
    assert (quiet.out, quiet.err) == ("", "")
    assert (tmp_path / "again.nq").read_bytes() == (tmp_path / "graph.nq").read_bytes()

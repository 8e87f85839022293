"""An embedded graph's folder: whose it is, who has it open, what stays after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.store import open_engine
from kg.store.address import Folder
from kg.store.engine import NotAllowedError, QueryError, StoreError
from kg.store.folder import FolderInUseError, NotAGraphError
from tests.servers.real_engine import RealEngine
from tests.store.statements import statement

_OPEN = (
    "import sys; from pathlib import Path; from kg.store import open_engine; from kg.store.address import Folder\n"
    "engine = open_engine(Folder(Path(sys.argv[1])), create=True)\n"
)


GREEDY = "UNWIND range(1, 1000000) AS n WITH n AS k, collect('x' + toString(n)) AS several RETURN count(k)"
"""What takes more memory than all queries together may have."""


def python(text: str, *arguments: object, opening: str = _OPEN) -> subprocess.Popen[str]:
    """Start another process that has opened the graph as ``engine``."""
    command = [sys.executable, "-c", opening + text, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_reading_where_no_graph_is_says_what_to_do_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAGraphError, match="kg load"):
        open_engine(Folder(tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_folder_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    for create in (True, False):
        with pytest.raises(NotAGraphError, match="something else"):
            open_engine(Folder(tmp_path), create=create)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(NotAGraphError, match="is a file"):
        open_engine(Folder(tmp_path / "letter.txt"), create=True)


def test_opening_a_graph_leaves_the_locale_as_it_was(tmp_path: Path) -> None:
    text = "import locale; after = locale.setlocale(locale.LC_ALL)\nprint(before, after)"
    said = "import locale; before = locale.setlocale(locale.LC_ALL)\n" + _OPEN + text
    command = [sys.executable, "-c", said, str(tmp_path / "graph")]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    before, after = done.stdout.split()
    assert after == before


_TAKEN_FIRST = """
import socket, sys
from kg.store import arcadedb, open_engine
from kg.store.address import Folder
from pathlib import Path
taken = socket.create_server(("127.0.0.1", 0))
ports, free = [taken.getsockname()[1]], arcadedb._free_port
arcadedb._free_port = lambda: ports.pop() if ports else free()
with open_engine(Folder(Path(sys.argv[1])), create=True) as engine:
    print(engine.read("RETURN 1 AS one", {}).rows)
"""


def test_a_port_that_another_process_took_is_tried_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TAKEN_FIRST, str(tmp_path / "graph")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-400:]
    assert "1" in done.stdout


def test_an_empty_folder_becomes_a_graph(tmp_path: Path) -> None:
    with open_engine(Folder(tmp_path), create=True) as store:
        assert store.read("MATCH (n) RETURN count(n) AS n").rows == [(0,)]
    with open_engine(Folder(tmp_path)) as store:
        assert store.read("MATCH (n) RETURN count(n) AS n").rows == [(0,)]


def test_a_place_that_cannot_be_a_folder_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="Not a directory"):
        open_engine(Folder(tmp_path / "letter.txt" / "graph"), create=True)


def test_a_second_process_gets_one_clear_line_and_the_first_goes_on(embedded: RealEngine) -> None:
    with embedded.open() as store:
        other = python("", embedded.uri)
        _, said = other.communicate(timeout=60)
        assert other.returncode != 0
        assert "FolderInUseError" in said.splitlines()[-1]
        assert "is open already" in said.splitlines()[-1]
        store.write(lambda tx: tx.run("CREATE (:Event {id: 'mine'})").consume())
        with pytest.raises(FolderInUseError):
            embedded.open()
    with embedded.open() as store:
        assert store.read("MATCH (n:Event) RETURN n.id").rows == [("mine",)]


def test_what_was_acknowledged_outlives_a_killed_process(embedded: RealEngine) -> None:
    text = (
        "i = 0\n"
        "while True:\n"
        "    i += 1\n"
        "    engine.write(lambda tx: tx.run('UNWIND range(1, 50) AS x CREATE (:Event {i: $i, x: x})', i=i).consume())\n"
        "    print(i, flush=True)\n"
    )
    other = python(text, embedded.uri)
    assert other.stdout is not None
    acknowledged = [int(other.stdout.readline()) for _ in range(20)][-1]
    other.send_signal(signal.SIGKILL)
    acknowledged = max([acknowledged, *(int(line) for line in other.communicate()[0].split())])
    with embedded.open() as store:
        ((batches, smallest, largest),) = store.read(
            "MATCH (n:Event) WITH n.i AS i, count(*) AS n RETURN count(i) AS i, min(n) AS least, max(n) AS most"
        ).rows
    assert (smallest, largest) == (50, 50)
    assert batches in (acknowledged, acknowledged + 1)


def test_a_process_that_forgets_to_close_ends_well_and_loses_nothing(embedded: RealEngine) -> None:
    other = python("engine.write(lambda tx: tx.run('CREATE (:Event)').consume())", embedded.uri)
    assert other.communicate(timeout=60) == ("", "")
    assert other.returncode == 0
    with embedded.open() as store:
        assert store.read("MATCH (n:Event) RETURN count(n) AS n").rows == [(1,)]


def test_nothing_is_printed_and_nothing_is_written_beside_the_folder(embedded: RealEngine, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _OPEN + "engine.close()", embedded.uri],
        cwd=home, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")
    assert not list(home.iterdir())


def test_the_users_of_the_engine_are_for_its_owner_alone_and_new_each_time(embedded: RealEngine) -> None:
    users = Path(embedded.uri) / "run" / "config" / "server-users.jsonl"
    with embedded.open():
        first = users.read_text(encoding="utf-8")
        assert (Path(embedded.uri) / "run").stat().st_mode & 0o077 == 0
    with embedded.open():
        assert users.read_text(encoding="utf-8") != first


def test_a_writer_cannot_load_files_either(embedded: RealEngine, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n", encoding="utf-8")
    with embedded.open() as store:
        for url in (f"file://{tmp_path}/secret.csv", "http://127.0.0.1:1/x"):
            with pytest.raises((NotAllowedError, QueryError), match="disabled"):
                store.write(statement("LOAD CSV FROM $url AS row RETURN row", url=url))


def test_a_time_limit_of_one_query_does_not_outlive_it(embedded: RealEngine) -> None:
    slow = "UNWIND range(1, 3000) AS x UNWIND range(1, 1000) AS y RETURN sum(x % y) AS s"
    with embedded.open() as store:
        without_limit: list[Callable[[], Sequence[object]]] = [
            lambda: store.read(slow).rows,
            lambda: list(store.stream(slow)),
            lambda: store.write(lambda tx: list(tx.run(slow))),
        ]
        for ask in without_limit:
            assert store.read("RETURN 1 AS one", timeout=0.001 * 50).rows == [(1,)]
            assert len(ask()) == 1


def test_a_query_that_takes_too_much_memory_says_what_to_do(embedded: RealEngine) -> None:
    with embedded.open() as store:
        with pytest.raises(QueryError, match="has not the memory that the query takes: ask about fewer sides"):
            store.read(GREEDY)
        with pytest.raises(QueryError, match=r"has not the memory .*KG_ENGINE_MEMORY=2g"):
            store.read("UNWIND range(1, 600000) AS n WITH n % 599999 AS k, count(*) AS many RETURN max(many)")
        assert store.read("RETURN 1 AS one").rows == [(1,)]


def test_an_engine_that_is_given_more_memory_answers_it(tmp_path: Path) -> None:
    given = _OPEN.replace(")), create", "), 1024), create")
    with python("print(engine.read(sys.argv[2]).rows)", tmp_path / "graph", GREEDY, opening=given) as process:
        assert process.communicate() == ("[(1000000,)]\n", "")

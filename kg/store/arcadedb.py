"""ArcadeDB in this process with its Bolt listener on loopback. No other module imports it.

Its rules, each from a measurement:

* Settings given to its server are not those of its databases: the flush of the log at commit and the refusal of
  LOAD CSV only hold when they are given to the library as it is loaded, once in a process.
* For each new record it looks for room in the pages that it has, of which a large graph has thousands: it is told to
  write on instead. Little room comes free, for what a graph replaces it keeps as the past.
* An index grows by series of pages, and once there are ten it merges them with all that it has: in a graph of half a
  million events that is half a minute of the processor each time. It waits for thirty; each has a filter that says
  which keys it cannot hold, so that a look-up costs next to nothing more.
* READ sessions do not stop writes: the reader is a user of its own, in a group that may only read records. Both users
  are made anew for each process, with random passwords.
* The driver's time limit is not heeded: the database has one, which is set around each query that is to have another.
* Its start sets the locale of the whole process to that of the environment: it is set back, so that no number and no
  day is written otherwise because a graph is open.
* Its HTTP listener cannot be left out: it gets a port of the system's choosing, on loopback, with the same users.
"""

from __future__ import annotations

import locale
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.store.arcadedb_users import write_users
from kg.store.engine import StoreError

DATABASE = "kg"

_LIBRARY_SETTINGS = (
    "-XX:MaxDirectMemorySize=16m",
    "-Darcadedb.txWalFlush=1",
    "-Darcadedb.bucketReuseSpaceMode=low",
    "-Darcadedb.indexCompactionFullSeriesThreshold=30",
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)
_LOGGING = """handlers = java.util.logging.FileHandler
.level = WARNING
java.util.logging.FileHandler.pattern = {folder}/engine.log
java.util.logging.FileHandler.limit = 1000000
java.util.logging.FileHandler.count = 1
java.util.logging.FileHandler.formatter = com.arcadedb.log.LogFormatter
"""
_ROWS_A_MEGABYTE = 2_048
"""What one step of a query may group or sort, for each megabyte: the engine's own bound, where it has the least."""
_START_ATTEMPTS = 5
_PORT_TAKEN = ("ddress already in use", "Unable to listen for BOLT")
_TIME_LIMIT = 600.0


class ArcadeServer:
    """The running engine.

    Args:
        databases: where its files are.
        run: a private folder for its settings, users and log.
        heap: megabytes of its heap, half of which all queries together may take. The first engine of a process
            decides it for those after it.

    Raises:
        StoreError: there is no build for this machine, or the engine cannot open the files.
    """

    def __init__(self, databases: Path, run: Path, heap: int) -> None:
        self.passwords = write_users(run / "config")
        with _same_locale(), _library_environment(run, heap):
            arcadedb = _import_engine()
            self._server, self.port = _start(arcadedb, databases, run)
        self.version = str(arcadedb.ENGINE_VERSION)
        try:
            self._database = _open_database(self._server, databases)
            self._set_time_limit(_TIME_LIMIT)
        except arcadedb.ArcadeDBError as error:
            self.stop()
            raise StoreError(f"the embedded engine cannot open {databases.parent}: {_line(error)}") from error

    def limit_time(self, seconds: float | None) -> None:
        """Give every query that starts from now on at most so long; ``None`` is the most that any may take.

        It holds for the whole process, not for one thread. The engine writes it to the disk, which takes longer than
        most queries: so it stays until another is asked for.
        """
        wanted = _TIME_LIMIT if seconds is None else seconds
        if wanted != self._limit:
            self._set_time_limit(wanted)

    def stop(self) -> None:
        """Write what is left to write, and stop."""
        self._server.stop()

    def _set_time_limit(self, seconds: float) -> None:
        self._limit = seconds
        milliseconds = max(1, round(seconds * 1000))
        self._database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {milliseconds}")


def _start(arcadedb: Any, databases: Path, run: Path) -> tuple[Any, int]:
    for _attempt in range(_START_ATTEMPTS):
        port = _free_port()
        server = arcadedb.create_server(
            str(run),
            config={
                "host": "127.0.0.1",
                "http_port": 0,
                "mode": "development",  # production hides what is wrong with a query
                "server_databaseDirectory": str(databases),
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "serverMetrics": False,
                "bolt_port": port,
            },
        )
        try:
            server.start()
        except (arcadedb.ArcadeDBError, OSError) as error:
            if any(said in str(error) for said in _PORT_TAKEN):
                server.stop()
                continue  # another process took the port between our look and the engine's
            raise StoreError(f"the embedded engine does not start: {_line(error)}") from error
        return server, port
    raise StoreError("no free port on 127.0.0.1 for the embedded engine: try again")


def _open_database(server: Any, databases: Path) -> Any:
    """Open the database, or make it where this is the first time."""
    if (databases / DATABASE).is_dir():
        return server.get_database(DATABASE)
    return server.create_database(DATABASE)


def _import_engine() -> Any:
    try:
        return import_module("arcadedb")
    except ImportError as error:
        raise StoreError(
            f"the embedded engine has no build for {sys.platform} on this machine: use a Neo4j server, --uri bolt://..."
        ) from error


@contextmanager
def _same_locale() -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


@contextmanager
def _library_environment(run: Path, heap: int) -> Iterator[None]:
    """The variables that the library reads when it is loaded, for as long as that takes."""
    log = run / "log"
    log.mkdir()
    (log / "logging.properties").write_text(_LOGGING.format(folder=log.as_posix()), encoding="utf-8")
    sizes = (f"-Xmx{heap}m", f"-Darcadedb.queryMaxHeapElementsAllowedPerOp={heap * _ROWS_A_MEGABYTE}")
    settings = (*sizes, *_LIBRARY_SETTINGS, f"-Djava.util.logging.config.file={log.as_posix()}/logging.properties")
    wanted = {
        "ARCADEDB_LOG_CONSOLE": "0",
        "ARCADEDB_LOG_DIR": str(log),
        "ARCADEDB_NATIVE_ISOLATE_ARGS": " ".join(settings),
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]

"""The embedded engine: ArcadeDB in this process, spoken to over its loopback Bolt listener. No other module imports it.

Two users are made anew for each process with random passwords: a writer, and a reader that may only read records;
READ sessions alone do not stop writes here. The log is flushed to disk at each commit, commands have a time
limit set before the engine starts (the driver's is ignored), and LOAD CSV is off.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
import threading
from base64 import b64encode
from collections.abc import Callable
from hashlib import pbkdf2_hmac
from importlib import import_module
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from neo4j import GraphDatabase, NotificationMinimumSeverity

from kg.store.address import Folder
from kg.store.bolt import BoltEngine
from kg.store.engine import StoreError

_MARKER = "kg-graph.json"
_LOCK = "kg-graph.lock"
_DATABASE = "kg"
_ITERATIONS = 1_000  # the password is 256 random bits and lives as long as the process: stretching it adds nothing
_COMMAND_LIMIT_MS = 120_000
_START_ATTEMPTS = 5
_HEAP = "-Xmx1g"

_ACCESS_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_GROUPS = {
    "admin": {"access": ["updateSecurity", "updateSchema"], "types": {"*": {"access": _ACCESS_ALL}}},
    "reader": {"access": [], "types": {"*": {"access": ["readRecord"]}}},
    "*": {"access": [], "types": {"*": {"access": []}}},
}


class FolderInUseError(StoreError):
    """Another process has the graph open."""


class NotAGraphError(StoreError):
    """The folder holds something else, or nothing."""


class ArcadeEngine(BoltEngine):
    """An embedded graph in a folder."""

    name = "ArcadeDB"

    def __init__(self, *, server: Any, lock: FileLock, **connections: Any) -> None:
        super().__init__(**connections)
        self._server = server
        self._lock = lock

    def close(self) -> None:
        """Close the drivers, stop the engine, let the folder go."""
        super().close()
        self._server.stop()
        self._lock.release()


def open_folder(
    folder: Folder, *, create: bool, on_wait: Callable[[str], None] | None = None
) -> ArcadeEngine:
    """Open the graph in a folder; ``create`` makes one where there is none.

    Raises:
        NotAGraphError: nothing there (without ``create``), or a folder of other things, which is left as it is.
        FolderInUseError: another process has it open.
        StoreError: the engine has no build for this machine, or cannot start.
    """
    root = folder.path
    _check_folder(root, create=create)
    lock = _lock(root)
    try:
        importing = threading.Thread(target=import_module, args=("neo4j._sync.driver",))
        importing.start()
        passwords = _write_users(root)
        server, port = _start(root)
        importing.join()
        drivers = {
            role: GraphDatabase.driver(
                f"bolt://127.0.0.1:{port}",
                auth=(user, password),
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                max_transaction_retry_time=15,
            )
            for role, (user, password) in passwords.items()
        }
    except BaseException:
        lock.release()
        raise
    version = str(import_module("arcadedb").ENGINE_VERSION)
    return ArcadeEngine(
        server=server, lock=lock, database=_DATABASE, version=version, on_wait=on_wait,
        writer=drivers["writer"], reader=drivers["reader"],
    )  # fmt: skip


def _check_folder(root: Path, *, create: bool) -> None:
    if root.is_file():
        raise NotAGraphError(f"{root} is a file, not the folder of a graph")
    if (root / _MARKER).is_file():
        return
    if root.is_dir() and any(entry.name != _LOCK for entry in root.iterdir()):
        raise NotAGraphError(f"{root} is a folder of something else: give an empty or a new folder")
    if not create:
        raise NotAGraphError(f"no graph in {root} yet: 'kg load FILE' makes one, or name another with --uri")
    try:
        root.mkdir(parents=True, exist_ok=True)
        (root / _MARKER).write_text('{"engine": "ArcadeDB", "format": 1}\n', encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot make a graph in {root}: {error.strerror}") from error


def _lock(root: Path) -> FileLock:
    lock = FileLock(root / _LOCK, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise FolderInUseError(f"{root} is open in another process: wait for it to end, or use another folder") from None
    except OSError as error:
        raise StoreError(f"cannot open {root}: {error.strerror}") from error
    return lock


def _write_users(root: Path) -> dict[str, tuple[str, str]]:
    """Write the engine's users and groups before it starts; return user and password by role."""
    config = root / "config"
    config.mkdir(exist_ok=True)
    users = {"writer": ("root", secrets.token_hex(32)), "reader": ("reader", secrets.token_hex(32))}
    groups = {"writer": "admin", "reader": "reader"}
    limits = {"resultSetLimit": -1, "readTimeout": -1}
    policy = {"version": 1, "databases": {"*": {"groups": {name: {**limits, **group} for name, group in _GROUPS.items()}}}}
    lines = [
        json.dumps({"name": user, "password": _hash(password), "databases": {"*": [groups[role]]}})
        for role, (user, password) in users.items()
    ]
    _write_private(config / "server-groups.json", json.dumps(policy))
    _write_private(config / "server-users.jsonl", "\n".join(lines) + "\n")
    _write_private(config / "mcp-config.json", '{"enabled": false}')
    return users


def _write_private(path: Path, text: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _hash(password: str) -> str:
    """The engine's form; its salt is the text of the base64 itself."""
    salt = b64encode(secrets.token_bytes(24)).decode("ascii")
    digest = b64encode(pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)).decode("ascii")
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${digest}"


def _start(root: Path) -> tuple[Any, int]:
    arcadedb = _import_engine(root)
    for _attempt in range(_START_ATTEMPTS):
        bolt, http = _free_ports()
        server = arcadedb.create_server(
            str(root),
            config={
                "host": "127.0.0.1",
                "http_port": http,
                "mode": "development",  # production hides what is wrong with a query
                "txWalFlush": 1,
                "server_databaseDirectory": str(root / "db"),
                "server_backupDirectory": str(root / "backups"),
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "server_metrics": False,
                "bolt_port": bolt,
                "command_timeout": _COMMAND_LIMIT_MS,
                "opencypher_loadCsv_allowFileUrls": False,
            },
        )
        try:
            server.start()
            _database(server, root)
        except arcadedb.ArcadeDBError as error:
            reason = str(error)
            if "ddress already in use" in reason or "port" in reason.lower():
                continue  # another process took the port between our look and the engine's
            raise StoreError(f"the embedded engine cannot open {root}: {reason.splitlines()[0][:200]}") from error
        return server, bolt
    raise StoreError("no free port on 127.0.0.1 for the embedded engine: try again")


def _database(server: Any, root: Path) -> None:
    """Open the database, or make it where this is the first time."""
    if (root / "db" / _DATABASE).is_dir():
        server.get_database(_DATABASE)
    else:
        server.create_database(_DATABASE)


def _import_engine(root: Path) -> Any:
    """Import the engine; its settings must stand in the environment before that."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(root / "log"))
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", _HEAP)
    try:
        return import_module("arcadedb")
    except ImportError as error:
        raise StoreError(
            f"the embedded engine has no build for {sys.platform} on this machine: use a Neo4j server with --uri bolt://..."
        ) from error


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]

"""A real Neo4j for tests: the one at KG_TEST_NEO4J_URI, or one started from its Java artifacts on loopback."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.servers.java_artifacts import find_java, jars

SETTINGS = {
    "server.memory.heap.initial_size": "512m",
    "server.memory.heap.max_size": "1g",
    "server.memory.pagecache.size": "512m",
    "db.transaction.timeout": "120s",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "dbms.usage_report.enabled": "false",
    "server.https.enabled": "false",
}
"""What the test servers are started with; docker-compose.yml may use these settings and no others."""

VERSIONS = {"5.26": ("5.26.29", 17), "2026.05": ("2026.05.0", 21)}
_OPENS = ["java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang"]
_MAIN = {"5.26": "org.neo4j.server.CommunityEntryPoint", "2026.05": "org.neo4j.server.Neo4jCommunity"}
_READY_AFTER = 90.0


@dataclass
class Neo4jServer:
    """A running server and how to reach it."""

    line: str
    uri: str = ""
    user: str = "neo4j"
    password: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    home: Path | None = None
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment by which the command finds this server."""
        return {"KG_URI": self.uri, "NEO4J_USERNAME": self.user, "NEO4J_PASSWORD": self.password}

    def __enter__(self) -> Self:
        version, _ = VERSIONS[self.line]
        self._lib = jars(f"neo4j-{version}", _artifacts(version))
        self._java = find_java(VERSIONS[self.line][1])
        self.home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
        self._configure()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        if self.home:
            shutil.rmtree(self.home, ignore_errors=True)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        assert self.home is not None
        with (self.home / "console.log").open("ab") as log:
            self.process = subprocess.Popen(self._command(), stdout=log, stderr=log, env=self._environment())
        until = time.monotonic() + _READY_AFTER
        with GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            while time.monotonic() < until and self.process.poll() is None:
                try:
                    driver.verify_connectivity()
                except (DriverError, Neo4jError):
                    time.sleep(0.3)
                else:
                    return
        raise RuntimeError(f"Neo4j {self.line} did not start: {self.log()[-600:]}")

    def stop(self) -> None:
        """Stop the server cleanly."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)

    def log(self) -> str:
        """Return what the server printed."""
        return (self.home / "console.log").read_text(encoding="utf-8", errors="replace") if self.home else ""

    def _configure(self) -> None:
        assert self.home is not None
        bolt, http = _free_port(), _free_port()
        self.uri = f"bolt://127.0.0.1:{bolt}"
        lines = {
            **SETTINGS,
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{bolt}",
            "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
            "server.http.listen_address": f"127.0.0.1:{http}",
        }
        for name in ("conf", "plugins", "data", "logs"):
            (self.home / name).mkdir()
        text = "".join(f"{key}={value}\n" for key, value in lines.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        command = [self._java, "-cp", f"{self._lib}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password]
        subprocess.run(command, env=self._environment(), check=True, capture_output=True, timeout=120)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": f"{self.home}/conf"}

    def _command(self) -> list[str]:
        newer = ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"] if self.line != "5.26" else []
        opens = [f"--add-opens={module}=ALL-UNNAMED" for module in _OPENS]
        heap = [f"-Xms{SETTINGS['server.memory.heap.initial_size']}", f"-Xmx{SETTINGS['server.memory.heap.max_size']}"]
        home = str(self.home)
        return [
            self._java, *heap, *opens, *newer, "-Dlog4j2.disable.jmx=true",
            "-cp", f"{home}/plugins/*:{home}/conf/*:{self._lib}/*", _MAIN[self.line],
            f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode",
        ]  # fmt: skip


@dataclass
class GivenServer:
    """The server that KG_TEST_NEO4J_URI names. Its database is emptied by the tests."""

    line: str = "given"
    uri: str = field(default_factory=lambda: os.environ["KG_TEST_NEO4J_URI"])
    user: str = field(default_factory=lambda: os.environ.get("NEO4J_USERNAME", "neo4j"))
    password: str = field(default_factory=lambda: os.environ.get("NEO4J_PASSWORD", ""), repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment by which the command finds this server."""
        return {"KG_URI": self.uri, "NEO4J_USERNAME": self.user, "NEO4J_PASSWORD": self.password}


def _artifacts(version: str) -> list[tuple[str, str, str]]:
    return [
        ("org.neo4j", "neo4j", version),
        ("org.neo4j.app", "neo4j-server", version),
        ("org.neo4j", "neo4j-bolt", version),
    ]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port

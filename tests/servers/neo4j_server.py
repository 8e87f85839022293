"""A real Neo4j for tests, started from its Java artifacts on loopback with the settings of docker-compose.yml."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.servers.compose import neo4j_settings, neo4j_version
from tests.servers.java_artifacts import find_java, jars

LINES = ("5.26", "2026.05")
"""The release lines that the store is tested on."""

_VERSION = {"5.26": neo4j_version(), "2026.05": "2026.05.0"}
_OLDEST_JAVA = {"5.26": 17, "2026.05": 21}
_MAIN = {"5.26": "org.neo4j.server.CommunityEntryPoint", "2026.05": "org.neo4j.server.Neo4jCommunity"}
_ARTIFACTS = (("org.neo4j", "neo4j"), ("org.neo4j.app", "neo4j-server"), ("org.neo4j", "neo4j-bolt"))
_OPENED_MODULES = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.lang")
_FOR_JAVA_24 = ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
_SET_PASSWORD = ("org.neo4j.cli.AdminTool", "dbms", "set-initial-password")
_FOR_A_MOMENT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_USED = slice(11, 13)
"""Where /proc/PID/stat has the time in user mode and in the system's, after the name."""
_READY_WITHIN = 300.0
_STOPPED_WITHIN = 120.0


class Neo4jServer:
    """One server with a home folder, ports and a password of its own, all gone when its ``with`` block ends.

    ``brief`` says that it lives for a test run: what it compiles is compiled quickly, as each query runs a few times.
    ``settings`` take the place of those of docker-compose.yml.

    Raises:
        MissingProgramError: no Java that is new enough, or the artifacts cannot be fetched.
    """

    user = "neo4j"

    def __init__(self, line: str, *, brief: bool = False, settings: Mapping[str, str] | None = None) -> None:
        self.line = line
        self._settings = {**neo4j_settings(), **(settings or {})}
        self._brief = brief
        self.password = secrets.token_hex(16)
        self._java, self._java_version = find_java(_OLDEST_JAVA[line])
        version = _VERSION[line]
        self._lib = jars(f"neo4j-{version}", [(*artifact, version) for artifact in _ARTIFACTS])
        self._bolt, self._http = (f"127.0.0.1:{port}" for port in _free_ports())
        self.uri = f"bolt://{self._bolt}"
        self.http = f"bolt://{self._http}"
        """A Bolt address at which something else than Bolt is spoken."""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
        try:
            self._configure()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()  # its data goes with it: nothing is gained by waiting for a clean stop
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def start(self) -> None:
        """Start the server, or start it again on the same ports and data, and wait until it answers."""
        with (self._home / "console.log").open("ab") as log:
            self._process = subprocess.Popen(self._command(), stdout=log, stderr=log, env=self._environment())
        until = time.monotonic() + _READY_WITHIN
        with self.driver() as driver:
            while time.monotonic() < until and self._process.poll() is None:
                try:
                    return driver.verify_connectivity()
                except (DriverError, Neo4jError):
                    time.sleep(0.2)
        raise RuntimeError(f"Neo4j {self.line} did not start: {self.log()[-2000:]}")

    def stop(self) -> None:
        """Stop the server cleanly, to start it again."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=_STOPPED_WITHIN)

    def driver(self) -> Driver:
        """Return a new driver for whoever wants to see what the server has."""
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    @property
    def library(self) -> Path:
        """The folder of its jars."""
        return self._lib

    @property
    def environment(self) -> dict[str, str]:
        """What names its home and settings to the programs that come with it."""
        return {"NEO4J_HOME": str(self._home), "NEO4J_CONF": f"{self._home}/conf"}

    def processor(self) -> float:
        """Return the seconds of processor that it has had, where the system says so in /proc; else nothing."""
        used = Path(f"/proc/{self._process.pid}/stat") if self._process else None
        if used is None or not used.exists():
            return 0.0
        fields = used.read_text(encoding="ascii").rpartition(")")[2].split()
        return sum(map(int, fields[_USED])) / os.sysconf("SC_CLK_TCK")

    def log(self) -> str:
        """Return what the server printed."""
        return (self._home / "console.log").read_text(encoding="utf-8", errors="replace")

    def _configure(self) -> None:
        for name in ("conf", "plugins", "data", "logs"):
            (self._home / name).mkdir()
        settings = {**self._settings, **self._listeners()}
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self._home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        command = [self._java, *_FOR_A_MOMENT, "-cp", f"{self._lib}/*", *_SET_PASSWORD, self.password]
        subprocess.run(command, env=self._environment(), check=True, capture_output=True, timeout=120)

    def _listeners(self) -> dict[str, str]:
        return {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": self._bolt,
            "server.bolt.advertised_address": self._bolt,
            "server.http.listen_address": self._http,
            "server.https.enabled": "false",
        }

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}

    def _command(self) -> list[str]:
        settings, home = self._settings, self._home
        return [
            self._java,
            *(_FOR_A_MOMENT[:1] if self._brief else ()),
            f"-Xms{settings['server.memory.heap.initial_size']}",
            f"-Xmx{settings['server.memory.heap.max_size']}",
            *(f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED_MODULES),
            *(_FOR_JAVA_24 if self._java_version >= 24 else ()),
            "-Dlog4j2.disable.jmx=true",
            "-cp", f"{home}/plugins/*:{home}/conf/*:{self._lib}/*",
            _MAIN[self.line],
            f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode",
        ]  # fmt: skip


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]

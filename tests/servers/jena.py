"""Apache Jena's command-line tools from their Java artifacts: a reader of RDF that is nobody's here."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.servers.java_artifacts import find_java, jars

VERSION, LEAST_JAVA = "5.5.0", 17
_ARTIFACTS = [
    ("org.apache.jena", "jena-cmds", VERSION),
    ("org.slf4j", "slf4j-simple", "2.0.17"),  # without a logger Jena swallows its warnings
]


class Jena:
    """The tools, fetched once into the cache of test servers."""

    def __init__(self) -> None:
        self._java, _ = find_java(LEAST_JAVA)
        self._lib = jars(f"jena-{VERSION}", _ARTIFACTS)

    def validate(self, *files: Path) -> str:
        """Return every error and warning about the files, empty when there is none."""
        done = self._run("riotcmd.riot", "--validate", *map(str, files))
        return _faults(done.stdout + done.stderr, done.returncode)

    def validate_stream(self, blocks: Iterable[bytes]) -> str:
        """Return the same about N-Quads that come in blocks: of any size, and from a packed file too."""
        command = [*self._command("riotcmd.riot"), "--validate", "--syntax=nq"]
        with tempfile.TemporaryFile() as said:
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said) as riot:
                assert riot.stdin is not None
                for block in blocks:
                    riot.stdin.write(block)
                riot.stdin.close()
            said.seek(0)
            return _faults(said.read().decode("utf-8", "replace"), riot.returncode)

    def count(self, file: Path) -> int:
        """Return how many triples or quads Jena reads in a file."""
        done = self._run("riotcmd.riot", "--count", str(file))
        return int((done.stdout + done.stderr).rsplit("=", 1)[1].strip().replace(",", ""))

    def shacl(self, shapes: Path, data: Path) -> str:
        """Return Jena's validation report as Turtle."""
        done = self._run("shacl.shacl", "validate", "--shapes", str(shapes), "--data", str(data))
        return done.stdout + done.stderr

    def _run(self, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*self._command(tool), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)

    def _command(self, tool: str) -> list[str]:
        return [self._java, "-cp", f"{self._lib}/*", tool]


def _faults(output: str, status: int) -> str:
    said = [line for line in output.splitlines() if " INFO " not in line]
    return "\n".join(said) or ("failed without a word" if status else "")

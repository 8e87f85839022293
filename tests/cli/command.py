"""Running the command as a user does: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_START = [sys.executable, "-m", "kg"]
_IN_TURN = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from kg.cli import main
ended = []
for arguments in json.load(sys.stdin):
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    sys.argv = ["kg", *arguments]
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as done:
            status = done.code
    ended.append([status, *(one.buffer.getvalue().decode() for one in (out, err))])
print(json.dumps(ended))
"""


@dataclass(frozen=True)
class Outcome:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        """Return what was printed as JSON."""
        found: list[dict[str, Any]] = json.loads(self.out)
        return found


def kg(
    *arguments: str, where: Path, environment: Mapping[str, str] | None = None, stdin: str = "", timeout: float = 120
) -> Outcome:
    """Run ``kg`` in a folder. The environment has no address of a graph but the one given."""
    return _ran([*_START, *arguments], where, environment or {}, stdin, timeout)


def kg_in_turn(
    commands: Sequence[Sequence[str]], where: Path, environment: Mapping[str, str] | None = None, timeout: float = 120
) -> list[Outcome]:
    """Run several commands one after the other in one process, which starts what they all need once."""
    asked = json.dumps([list(arguments) for arguments in commands])
    done = _ran([sys.executable, "-c", _IN_TURN], where, environment or {}, asked, timeout)
    if done.status:
        raise RuntimeError(done.err)
    return [Outcome(*one) for one in json.loads(done.out)]


def _ran(command: list[str], where: Path, environment: Mapping[str, str], stdin: str, timeout: float) -> Outcome:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}
    done = subprocess.run(
        command, cwd=where, env={**clean, "SOURCE_DATE_EPOCH": "1740787200", **environment},
        input=stdin, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout, done.stderr)

"""Running the command as a user does: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_START = [sys.executable, "-c", "from kg.cli import main; main()"]


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
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}
    done = subprocess.run(
        [*_START, *arguments], cwd=where, env={**clean, "SOURCE_DATE_EPOCH": "1740787200", **(environment or {})},
        input=stdin, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout, done.stderr)

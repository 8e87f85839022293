"""The same text says the same in every process, whatever the seed of its hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_TEXT = """President Petrov received Foreign Minister Vladimir Kim of Kazakhstan on 6 June 2019.
Mr Vladimir and Mr Petrov of Russia discussed energy. Vladimir Petrov then met Prime Minister Oleg Kim of Armenia.
Mr Kim thanked Mr Petrov, and Oleg Vladimir Kim signed an agreement on trade with Kim Petrov.
"""


def test_whatever_the_hash_seed(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(_TEXT, encoding="utf-8")
    said = {_claims(text, seed) for seed in ("1", "2", "3", "4")}
    assert len(said) == 1


def _claims(text: Path, seed: str) -> bytes:
    command = [sys.executable, "-c", "import kg.cli; kg.cli.main()", "extract", str(text), "--published", "2019-06-07"]
    return subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout

"""Memory does not grow with the number of texts."""

from __future__ import annotations

import subprocess
import sys

import pytest

_FEW_MB = 8
"""What a heap goes up and down by, once all that is kept between texts is full."""


def _memory_after(count: int) -> dict[int, int]:
    """The greatest memory in MB by the number of texts read."""
    command = [sys.executable, "-m", "tests.text.many_texts", str(count)]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    return {int(number): int(memory) for number, memory in (line.split() for line in lines)}


@pytest.mark.long
def test_memory_is_flat_over_a_hundred_thousand_texts() -> None:
    memory = _memory_after(100_000)
    assert memory[100_000] - memory[60_000] <= _FEW_MB, memory

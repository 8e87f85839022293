"""Every loader of data sets keeps what all promise, on a real sample of its kind where there is one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from kg.model import Reject
from loaders.conformance_of_loaders import broken_promises, damaged, faults_of, main, opened
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.reading import read_input
from loaders.registry import loader_named
from tests.loaders.datasets.inputs import LOADERS, sample_of


@pytest.mark.parametrize("name", LOADERS)
def test_a_loader_keeps_its_promises(name: str, shared: Path, tmp_path: Path) -> None:
    sample = sample_of(name, shared, tmp_path)
    data = (
        sample.file.read_bytes()[: 2**16].rpartition(b"\n")[0] + b"\n"
        if sample.can_be_cut
        else sample.file.read_bytes()
    )
    assert broken_promises(lambda: loader_named(name), data, sample.file.name, sample.options) == []


class Forgetful:
    """Breaks what it can: it is never sure, remembers all, and cannot say what is wrong."""

    name = "forgetful"
    _held: ClassVar[list[bytes]] = []

    def recognises(self, _head: bytes, _name: str, /) -> bool:
        return False

    def read(self, opened: OpenedInput, _options: ReadOptions) -> Iterator[Item]:
        for line in opened.stream:
            self._held.append(line)
            yield Reject(opened.where, str(len(self._held)), "no-reason", "two\nlines")


def test_a_bad_loader_is_found_out() -> None:
    faults = broken_promises(Forgetful, b"a\nb\nc\n")
    for part in ("does not recognise", "no record", "no reason of the closed list", "one line", "something else"):
        assert any(part in fault for fault in faults), part


def test_the_command(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = shared / "samples" / "everypolitician_tuvalu_term11.csv"
    assert main(["everypolitician", str(file)]) == 0
    assert capsys.readouterr().out == "everypolitician: keeps every promise\n"
    assert main(["everypolitician", str(shared / "samples" / "README.md")]) == 1
    assert main(["no-such-loader", str(file)]) == 1
    assert main([]) == 2


def _fuzz(name: str, shared: Path, tmp_path: Path, rounds: int) -> None:
    """Damage a sample in one way after another: each is read to its end, or refused with a reason."""
    sample = sample_of(name, shared, tmp_path)
    data, chance = sample.file.read_bytes()[:6_000], random.Random(name)
    for _ in range(rounds):
        broken = damaged(damaged(data, chance) or data, chance)
        try:
            for item in read_input(opened(broken, sample.file.name), sample.options, loader=name):
                assert list(faults_of(item)) == []
        except RefusedError as error:
            raise AssertionError("read_input makes a reject of what a loader refuses") from error


@pytest.mark.parametrize("name", LOADERS)
def test_damaged_files(name: str, shared: Path, tmp_path: Path) -> None:
    _fuzz(name, shared, tmp_path, 40)


@pytest.mark.long
@pytest.mark.parametrize("name", LOADERS)
def test_ten_thousand_damaged_files(name: str, shared: Path, tmp_path: Path) -> None:
    _fuzz(name, shared, tmp_path, 10_000)


@pytest.mark.parametrize("name", LOADERS)
def test_a_field_of_ten_million_bytes(name: str, shared: Path, tmp_path: Path) -> None:
    """Within the limit of a record it is read, or refused; beyond it, it is refused. Either way it is quick."""
    sample = sample_of(name, shared, tmp_path)
    data = sample.file.read_bytes()[:6_000]
    at = len(data) // 2
    huge = data[:at] + b"x" * 10_000_000 + data[at:]
    for item in read_input(opened(huge, sample.file.name), sample.options, loader=name):
        assert list(faults_of(item)) == []

"""Ten thousand damaged inputs of each kind that holds articles: each is read to its end or refused with a reason."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Reading, Source
from loaders.conformance_of_loaders import damaged, faults_of
from loaders.contract import ReadOptions
from loaders.reading import read_all
from loaders.reported import Reported
from tests.loaders.texts_to_damage import KINDS, seed_of

_OPTIONS = ReadOptions(record_limit=2**22)
_MOST_SECONDS = 10
"""Of the processor, for one input of some thousand bytes."""
_FOR_EVER = 2
"""Seconds for 60,000 bytes: a rule that looks back from each of them takes more."""
_MOST_MB = 400
_SUFFIXES = {"page": ".html", "lines": ".jsonl", "mail": ".eml"}
_AGAIN_AND_AGAIN = (
    b"<!--", b"<!-- -->", b"<b>", b"<p class=a>", b"<script>", b"<![CDATA[", b"&#1;", b"<?xml ", b"[", b'{"@type":',
    b'"', b"\\", b"\r\n", b"\n ", b" ", b"--x\r\n", b"=?utf-8?q?", b"(", b"<<", b"1 0 obj\n", b"/Kids [", b"a, ",
    b"WARC/1.0\r\n", b"HTTP/1.1 200 OK\r\n", b"1\r\n", b"\xff", b"\t", b"2025-03-03 ", b"Subject: a\n", b"A. ",
)  # fmt: skip
"""What is harmless once, and what a rule that looks back may take for ever over."""


def read(file: Path, loader: str) -> int:
    """Read all that a file holds, and return how many records that are; everything is as every loader promises."""
    start, records = time.process_time(), 0
    for item in read_all([str(file)], _OPTIONS, loader=loader):
        assert list(faults_of(item)) == []
        records += isinstance(item, Source | Reading | Reported)
    assert time.process_time() - start < _MOST_SECONDS
    return records


def _most_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _damage(kind: str, folder: Path, rounds: int) -> None:
    """Damage an input in one way after another; every second is taken for whatever it looks like."""
    data, chance = seed_of(kind, folder), random.Random(kind)
    file = folder / f"damaged{_SUFFIXES.get(kind, '')}"
    file.write_bytes(data)
    assert read(file, "") > 0
    before = _most_mb()
    for number in range(rounds):
        broken = damaged(damaged(data, chance) or data, chance)
        file.write_bytes(broken)
        try:
            read(file, KINDS[kind] if number % 2 else "")
        except Exception as error:
            error.add_note(f"round {number}: {broken[:4_000]!r}")
            raise
    assert _most_mb() - before < _MOST_MB


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_inputs(kind: str, tmp_path: Path) -> None:
    _damage(kind, tmp_path, 60)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_damaged_inputs(kind: str, tmp_path: Path) -> None:
    _damage(kind, tmp_path, 10_000)


def _again_and_again(kind: str, folder: Path, place: Callable[[bytes], int]) -> None:
    data, file = seed_of(kind, folder), folder / "long"
    at = place(data)
    for again in _AGAIN_AND_AGAIN:
        file.write_bytes(data[:at] + again * (60_000 // len(again)) + data[at:])
        start = time.process_time()
        read(file, KINDS[kind])
        assert time.process_time() - start < _FOR_EVER, again


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_takes_for_ever(kind: str, tmp_path: Path) -> None:
    """The same few bytes thousands of times in the middle."""
    _again_and_again(kind, tmp_path, lambda data: len(data) // 2)


@pytest.mark.long
@pytest.mark.parametrize("place", [lambda _: 0, len], ids=["before", "behind"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_takes_for_ever_elsewhere(kind: str, place: Callable[[bytes], int], tmp_path: Path) -> None:
    _again_and_again(kind, tmp_path, place)


@pytest.mark.parametrize("ending", [b"\r\n", b"}", b"} \n", b"{\n"])
def test_a_document_with_a_long_end_is_told_from_lines_at_once(ending: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_bytes(seed_of("json-ld", tmp_path) + ending * 20_000)
    start = time.process_time()
    read(tmp_path / "a.jsonld", "json-ld")
    assert time.process_time() - start < _FOR_EVER

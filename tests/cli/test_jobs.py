"""Texts read in several processes: the same readings, and Ctrl-C leaves nothing behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import Reading, Reject
from loaders.reading import read_all
from loaders.texts import read_texts_with
from tests.gold.assemble import own_articles


def write(where: Path, times: int) -> Path:
    """Write the texts of the tests so many times over, each time under other ids."""
    lines = (json.dumps({**article, "id": f"{article['id']}-{n}"}) for n in range(times) for article in own_articles())
    (where / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return where / "in.jsonl"


def test_two_processes_read_what_one_reads(tmp_path: Path) -> None:
    lines = write(tmp_path, times=4).read_text(encoding="utf-8").splitlines()
    foreign, bad = {"id": "fr", "text": "Le ministre a reçu son homologue.", "language": "fr"}, "{"
    (tmp_path / "in.jsonl").write_text("\n".join([json.dumps(foreign), *lines[:90], bad, *lines[90:]]), "utf-8")
    one, two = (
        list(read_texts_with("rules", read_all([str(tmp_path / "in.jsonl")]), jobs=jobs, language="en"))
        for jobs in (1, 2)
    )
    assert two == one
    assert [item.reason for item in one if isinstance(item, Reject)] == ["language", "bad-json"]
    assert sum(len(item.claims) for item in one if isinstance(item, Reading)) > 1_000


@pytest.mark.long
def test_interrupted_it_ends_with_one_line_and_leaves_no_process(tmp_path: Path) -> None:
    write(tmp_path, times=100)
    start = [sys.executable, "-c", "from kg.cli import main; main()", "extract", "in.jsonl", "--jobs", "2"]
    running = subprocess.Popen(start, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)  # it returns when the last process that could write to it is gone
    assert running.returncode == 130, err
    assert err.strip().startswith("kg: interrupted") and "\n" not in err.strip()

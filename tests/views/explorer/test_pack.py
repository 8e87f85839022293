"""The page's script reads back every column as it was packed, and a page of many contacts stays small."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kg.views.explorer.pack import pack
from tests.bench.views_data import made_up
from tests.bench.views_pages import page
from tests.queries.small_data import HOSTILE
from tests.views.explorer.packages import NODE, WEB, bundled

_READ = """
import { readFileSync } from "node:fs";
import { Lists, unpackTree } from "WEB/src/unpack.ts";
const plain = (each) => each instanceof Lists ? Array.from({ length: each.length }, (_, at) => [...each.of(at)])
  : ArrayBuffer.isView(each) ? Array.from(each, (one) => Number.isNaN(one) ? null : one)
  : Array.isArray(each) || typeof each !== "object" || each === null ? each
  : typeof each.at === "function" ? Array.from({ length: each.length }, (_, at) => each.at(at)).map(
      (text, at) => each.indexOf(text) <= at && text)
  : Object.fromEntries(Object.entries(each).map(([name, one]) => [name, plain(one)]));
console.log(JSON.stringify(plain(unpackTree(new Uint8Array(readFileSync(process.argv[2]))))));
"""
_MOST = 0.6e6
"""Bytes beside the script, of 10,000 contacts."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script that reads a file as the page does, and prints it as JSON."""
    return bundled(_READ, tmp_path_factory.mktemp("reader"))


def read_back(reader: Path, tree: dict[str, Any]) -> Any:
    file = reader.parent / "packed"
    file.write_bytes(pack(tree))
    done = subprocess.run([NODE, reader, file], check=True, capture_output=True, timeout=60)
    return json.loads(done.stdout)


def columns(chance: random.Random) -> dict[str, Any]:
    """Columns of every kind, of a length."""
    many = chance.choice([1, 2, 40, 300])
    far = chance.choice([1, 200, 70_000, 2**30])
    climbing = sorted(chance.randrange(far) for _ in range(many))
    seen = [chance.randrange(nth // 2 + 1) for nth in range(many)]
    words = ["", "held", HOSTILE, "王毅", "a\x00b\n\r\u2028", "2024-02-30", "2024-02"]
    days = [f"20{chance.randrange(10, 30)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}" for _ in range(many)]
    return {
        "numbers": [chance.randrange(-far, far) for _ in range(many)], "climbing": climbing, "seen": seen,
        "some": [chance.choice([None, 0, -7, far]) for _ in range(many)], "none": [None] * many,
        "lists": [[chance.randrange(9) for _ in range(chance.randrange(4))] for _ in range(many)],
        "ids": [f"event-{chance.getrandbits(96):024x}" for _ in range(many)],
        "mixed": ["event-riyadh", *(f"event-{nth:024x}" for nth in range(many))],
        "days": [chance.choice([day, day, day, chance.choice(words)]) for day in days],
        "words": [chance.choice(words) for _ in range(many)], "deep": {"deeper": {"whole": 4, "text": HOSTILE}},
        "no": [], "halves": [0.5, None, -7.25], "places": ["RUS", None, "USA"],
    }  # fmt: skip


def test_every_column_is_read_back_as_it_was(reader: Path) -> None:
    for seed in range(12):
        tree = columns(random.Random(seed))
        assert read_back(reader, tree) == tree, seed
        assert pack(tree) == pack(columns(random.Random(seed)))


def test_ten_thousand_contacts_with_every_quote_are_a_small_page() -> None:
    # What is built is the same whatever the page holds: the script, and the outlines for the map.
    built = sum((WEB.parent / "built" / name).stat().st_size for name in ("explorer.js", "earth.json"))
    assert len(page("explorer", made_up("m")).encode()) - built < _MOST

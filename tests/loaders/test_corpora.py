"""The shared corpora load whole, in flat memory."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from kg.model import Source
from loaders.contract import ReadOptions
from loaders.language import detect_language
from loaders.reading import read_all

CORPORA = {"kremlin_news_2000_2020.jsonl.gz": 7_165, "white_house_2021_2025.jsonl.gz": 2_035}
PEAK = """
import resource, sys
from loaders.reading import read_all
for _ in read_all(sys.argv[1:]):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_every_text_loads(shared: Path) -> None:
    counts: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for number, item in enumerate(read_all([str(shared / "corpora")])):
        assert isinstance(item, Source), item
        counts[item.publisher] += 1
        assert (item.kind, item.language) == ("readout", "en")
        assert item.title
        if number % 20 == 0:
            languages[detect_language(item.text)] += 1
    assert sorted(counts.values()) == sorted(CORPORA.values())
    assert set(languages) <= {"en", ""}


def test_memory_does_not_grow_with_the_input(shared: Path) -> None:
    paths = [str(shared / "corpora" / name) for name in CORPORA]
    small, large = peak_kilobytes([str(shared / "seed")]), peak_kilobytes(paths)
    assert large - small < 30_000


def peak_kilobytes(paths: list[str]) -> int:
    """Return the greatest memory of a process that reads these."""
    done = subprocess.run([sys.executable, "-c", PEAK, *paths], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_the_first_article(shared: Path) -> None:
    (path,) = (shared / "seed").iterdir()
    (source,) = read_all([str(path)], ReadOptions(published="2025-02-24"))
    assert isinstance(source, Source)
    assert source.text == path.read_text(encoding="utf-8")
    assert (source.title, source.published, source.language, source.kind) == (
        "Russia Applies Open Dialogue Stance Amid Sanctions and Recent Talks",
        "2025-02-24",
        "en",
        "article",
    )


def test_the_annotated_texts_keep_their_text(shared: Path) -> None:
    items = list(read_all([str(shared / "gold" / "dev")]))
    assert len(items) == 20
    assert all(isinstance(item, Source) and item.published for item in items)

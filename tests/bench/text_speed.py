"""How fast texts are read, beside what bounds any reader of texts: all in one run, so that the ratios count.

    python -m tests.bench text-speed [--texts 1000] [--rounds 5]

From compressed JSON lines of the corpora (../shared/corpora beside the repository): reading the JSON, splitting it
into sentences with one compiled pattern, one Aho-Corasick pass with the names of the tables, and extraction, from the
file to claims. Medians of processor time over the rounds; every part reads the same file. Aims: sentences at 1/28 of
the rate of the pattern on the Kremlin's texts, 1/14 of the rate of the automaton. Then the time of one process and
of two over the whole corpus (aim: 1.7 times as fast), the begin of the second included: by the clock, which counts
where nothing else runs, and by the processor, which is the most that the clock could show on two cores. ``--texts 0``
is all of them.
"""

from __future__ import annotations

import argparse
import gzip
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from loaders.contract import ReadOptions
from loaders.jsonl import ArticleRecord
from loaders.reading import read_all
from loaders.text.lexis.gazetteer import gazetteer
from loaders.texts import read_texts_with

_CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
_SPLITTER = re.compile(r"[.!?\n](?:(?<=\n)\s*|[\"”’)\]]*(?=\s+[\"“‘(\[]*[A-Z0-9]))")
_ABBREVIATIONS = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Lt", "Col", "Sgt", "Sen", "Rep", "Gov", "No", "vs", "Inc"),
        *("Ltd", "Co", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
)  # fmt: skip


def main() -> int:
    """Print thousand sentences a second of each part, and how many times as long as the pattern it takes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--texts", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    corpora = sorted(_CORPORA.glob("*.jsonl.gz"))
    if not corpora:
        print("needs ../shared/corpora, which is not beside this checkout")
        return 2
    for corpus in corpora:
        with tempfile.TemporaryDirectory() as folder:
            sample = Path(folder) / "sample.jsonl.gz"
            _draw(corpus, sample, asked.texts)
            _measure(corpus.name, sample, asked.rounds)
        (one, alone), (two, both) = (_whole(corpus, jobs) for jobs in (1, 2))
        line = f"  all of it: one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} times as fast (aim 1.7)"
        print(f"{line}; by the processor {2 * alone / both:.2f} ({alone:.1f} s and {both:.1f} s in all)", flush=True)
    return 0


def _draw(corpus: Path, sample: Path, texts: int) -> None:
    """Write so many lines of a corpus, evenly from its beginning to its end."""
    with gzip.open(corpus) as stream:
        lines = stream.readlines()
    step = max(1, len(lines) // texts) if texts else 1
    sample.write_bytes(gzip.compress(b"".join(lines[::step]), mtime=0))


def _measure(name: str, sample: Path, rounds: int) -> None:
    texts = [record.text for record in _records(sample)]
    sentences = sum(_split(text) for text in texts)
    names = gazetteer()
    extract(sample)  # reads the tables
    parts: dict[str, Callable[[], object]] = {
        "read JSON": lambda: _records(sample),
        "one pattern": lambda: [_split(text) for text in texts],
        "one automaton": lambda: [names.spans(text) for text in texts],
        "extraction": lambda: extract(sample),
    }
    seconds = _medians(parts, rounds)
    print(f"{name}: {len(texts)} texts, {sentences} sentences, {sum(map(len, texts)) / 1e6:.1f} million characters")
    for part, taken in seconds.items():
        rate = sentences / taken / 1_000
        print(
            f"  {part:<14} {rate:9.1f} thousand sentences/s   {taken / seconds['one pattern']:6.1f} times the pattern"
            f"   {taken / seconds['one automaton']:6.1f} times the automaton"
        )


def _whole(corpus: Path, jobs: int) -> tuple[float, float]:
    """Return the seconds that reading all of it takes by the clock, and of the processor in all processes."""
    begun, before = time.perf_counter(), _processor()
    extract(corpus, jobs)
    return time.perf_counter() - begun, _processor() - before


def _processor() -> float:
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def _records(sample: Path) -> list[ArticleRecord]:
    decoder = msgspec.json.Decoder(ArticleRecord)
    with gzip.open(sample) as stream:
        return [decoder.decode(line) for line in stream]


def _split(text: str) -> int:
    """Count the sentences as one pattern and a set of abbreviations see them."""
    begin = found = 0
    for match in _SPLITTER.finditer(text):
        at = match.start()
        if text[at] == "." and text[text.rfind(" ", begin, at) + 1 : at] in _ABBREVIATIONS:
            continue
        begin = match.end()
        found += 1
    return found + (begin < len(text))


def extract(sample: Path, jobs: int = 1) -> int:
    """Count the claims that our extractor finds in a file."""
    items = read_texts_with("rules", read_all([str(sample)], ReadOptions()), jobs=jobs)
    return sum(len(getattr(item, "claims", ())) for item in items)


def _medians(parts: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {part: [] for part in parts}
    for _ in range(rounds):
        for part, work in parts.items():
            begun = time.process_time()
            work()
            taken[part].append(time.process_time() - begun)
    return {part: statistics.median(times) for part, times in taken.items()}


if __name__ == "__main__":
    raise SystemExit(main())

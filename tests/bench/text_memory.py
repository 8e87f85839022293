"""How much memory reading very many texts takes: as much for a hundred thousand as for the first ten thousand.

    python -m tests.bench text-memory [--texts 100000]

The texts are those of the corpora (../shared/corpora beside the repository), over and over, from one compressed file of
JSON lines; each time round the persons in them have other surnames: what is remembered of one is of no use in the next.
"""

from __future__ import annotations

import argparse
import gzip
import re
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import msgspec

from loaders.contract import ReadOptions
from loaders.reading import read_all
from loaders.texts import read_texts_with
from tests.bench.scale import peak_memory

_CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
_NAMED = re.compile(r"\b(?:Mr|Ms|President|Minister) [A-Z]\w+")
_STEPS = 10


def main() -> int:
    """Print the most memory so far after each tenth of the texts, and how much more the end took than the first."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--texts", type=int, default=100_000)
    texts = max(_STEPS, parser.parse_args().texts)
    corpora = sorted(_CORPORA.glob("*.jsonl.gz"))
    if not corpora:
        print("needs ../shared/corpora, which is not beside this checkout")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl.gz"
        with gzip.open(file, "wb", compresslevel=1) as stream:
            stream.writelines(islice(_lines(corpora), texts))
        peaks = list(_peaks(file, texts // _STEPS))
    print(f"the end has {peaks[-1] / peaks[0]:.2f} times the memory of the first tenth")
    return 0


def _lines(corpora: list[Path]) -> Iterator[bytes]:
    """The texts of the corpora without end, each a line, with keys and surnames of its round."""
    for turn in count():
        for corpus in corpora:
            with gzip.open(corpus) as stream:
                yield from (_of_turn(line, turn) for line in stream)


def _of_turn(line: bytes, turn: int) -> bytes:
    record = msgspec.json.decode(line)
    record["id"] = f"{record['id']}-{turn}"
    record["text"] = _NAMED.sub(lambda found: f"{found[0]}{_letters(turn)}", record["text"]) if turn else record["text"]
    return msgspec.json.encode(record) + b"\n"


def _letters(turn: int) -> str:
    return "".join("bdfgklmnrt"[int(digit)] + "a" for digit in str(turn))


def _peaks(file: Path, step: int) -> Iterator[int]:
    """Yield the most memory that the process has had, after each so many texts."""
    items = read_texts_with("rules", read_all([str(file)], ReadOptions()), jobs=1)
    claims = 0
    for number, item in enumerate(items, 1):
        claims += len(getattr(item, "claims", ()))
        if number % step == 0:
            print(f"{number:9,} texts, {claims:9,} claims   peak memory {peak_memory():5,} MB", flush=True)
            yield peak_memory()


if __name__ == "__main__":
    raise SystemExit(main())

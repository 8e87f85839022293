"""Joins annotations with the corpora into the directory that ``gold/score.py`` reads.

``python -m tests.gold.assemble OUT_DIR --part open`` (or ``opened``, ``opened_later`` or ``all``) writes one file for
each text of that part, with its text filled in from the corpus and each span cut out as a quote; and
``texts.jsonl``, the same texts without annotations, for an extractor to read.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.model import text_digest

HERE = Path(__file__).parent
CORPORA = HERE.parent.parent.parent / "shared" / "corpora"
OPENED = ("opened", "opened_later")
PARTS = ("open", *OPENED, "all")
FROM_CORPUS = ("title", "url", "publisher", "licence", "published", "language", "dateline")
ANSWERS = ("events", "officials")


class DifferentTextError(ValueError):
    """The corpus has another text under that id than the one that was annotated."""


def corpus_annotations() -> list[dict[str, Any]]:
    """Return the annotations of corpus texts, sorted by id; their evidence is spans."""
    return _read(HERE / "annotations")


def own_articles() -> list[dict[str, Any]]:
    """Return our own articles with their text, sorted by id; their evidence is quotes."""
    return _read(HERE / "own")


def aside_ids(part: str) -> set[str]:
    """Return the ids of the texts that were set aside until the rules were scored on them, and then opened."""
    lines = (HERE / f"{part}.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def assemble(corpora: Path, part: str) -> Iterator[dict[str, Any]]:
    """Yield the gold documents of a part, corpus texts first.

    Raises:
        DifferentTextError: the corpus does not have the text that was annotated.
    """
    wanted = [note for note in corpus_annotations() if _in_part(note["id"], part)]
    texts = _records(corpora, wanted)
    yield from (_with_text(note, texts.get(note["text_digest"])) for note in wanted)
    yield from (article for article in own_articles() if _in_part(article["id"], part))


def _read(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]


def _in_part(key: str, part: str) -> bool:
    if part in OPENED:
        return key in aside_ids(part)
    return part == "all" or all(key not in aside_ids(one) for one in OPENED)


def _records(corpora: Path, wanted: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the records that were annotated by the digest of their text."""
    digests: dict[str, set[str]] = defaultdict(set)
    for note in wanted:
        digests[note["corpus"]].add(note["text_digest"])
    found = {}
    for name, expected in sorted(digests.items()):
        with gzip.open(corpora / name, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if (digest := text_digest(record["text"])) in expected:
                    found[digest] = record
    return found


def _with_text(note: dict[str, Any], record: dict[str, Any] | None) -> dict[str, Any]:
    if record is None or record["id"] != note["id"]:
        raise DifferentTextError(f"{note['corpus']} has not the annotated text of {note['id']}")
    text = record["text"]
    return {
        "id": note["id"],
        **{field: record[field] for field in FROM_CORPUS},
        "text": text,
        "events": [_with_quotes(event, text) for event in note["events"]],
        "officials": note["officials"],
    }


def _with_quotes(event: dict[str, Any], text: str) -> dict[str, Any]:
    kept = {field: value for field, value in event.items() if field != "evidence_spans"}
    return {**kept, "evidence": [text[start:end] for start, end in event["evidence_spans"]]}


def write(documents: list[dict[str, Any]], out_dir: Path) -> None:
    """Write one JSON file for each document, and all their texts as JSON lines."""
    out_dir.mkdir(parents=True, exist_ok=True)
    lines = []
    for document in documents:
        content = json.dumps(document, ensure_ascii=False, indent=1)
        (out_dir / f"{document['id']}.json").write_text(content + "\n", encoding="utf-8")
        question = {field: value for field, value in document.items() if field not in ANSWERS}
        lines.append(json.dumps(question, ensure_ascii=False) + "\n")
    (out_dir / "texts.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Write the files of a part."""
    arguments = argparse.ArgumentParser(description="Write the gold directory that score.py reads.")
    arguments.add_argument("out_dir", type=Path)
    arguments.add_argument("--part", choices=PARTS, default="open")
    arguments.add_argument("--corpora", type=Path, default=CORPORA)
    given = arguments.parse_args()
    write(list(assemble(given.corpora, given.part)), given.out_dir)


if __name__ == "__main__":
    main()

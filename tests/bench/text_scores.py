"""How well texts are read: scores against annotated texts, with each miss and false event in its sentence.

    python -m tests.bench.text_scores [GOLD_DIR] [--scores-only]

GOLD_DIR holds one JSON file a text with its annotations (default: ../shared/gold/dev beside the repository); the
scorer is the ``score.py`` in the directory above the default one. Texts are taken from the files, or from
``texts.jsonl`` in the directory as ``python -m tests.gold.assemble`` writes it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.gold.scorer import load_scorer
from tests.text.reading import read_summary

_GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"


def main() -> int:
    """Print the scores of a directory of annotated texts."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("gold", nargs="?", type=Path, default=_GOLD / "dev")
    parser.add_argument("--scores-only", action="store_true")
    asked = parser.parse_args()
    if not (_GOLD / "score.py").is_file():
        print("needs ../shared/gold/score.py, which is not beside this checkout")
        return 2
    scorer = load_scorer(_GOLD / "score.py")
    gold = dict(_annotations(asked.gold))
    read = {key: read_summary(record) for key, record in _texts(asked.gold, gold)}
    result, _ = scorer.score(gold, read)
    for name, row in result.items():
        if isinstance(row, dict):
            print(f"{name:18} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}")
    print(f"texts {result['documents']}, without events {result['negatives']}, left clean {result['negatives_clean']}")
    _print_reliability(scorer, gold, read)
    if not asked.scores_only:
        for key in sorted(gold):
            _print_errors(scorer, key, gold[key], read[key])
    return 0


def _annotations(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(folder.glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        if "events" in record:
            yield record["id"], record


def _texts(folder: Path, gold: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    lines = folder / "texts.jsonl"
    if lines.is_file():
        records = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
        yield from ((record["id"], record) for record in records)
    else:
        yield from gold.items()


def _print_reliability(scorer: ModuleType, gold: dict[str, dict[str, Any]], read: dict[str, dict[str, Any]]) -> None:
    """Print how many of the events of each confidence are right: of those given 0.9, about nine in ten should be."""
    right: Counter[float] = Counter()
    given: Counter[float] = Counter()
    for key, annotated in gold.items():
        found = {i for i, _ in scorer.align(read[key]["events"], annotated["events"])}
        for i, event in enumerate(read[key]["events"]):
            sure = int(event["confidence"] * 20) / 20
            given[sure] += 1
            right[sure] += i in found
    print("confidence  events  right (| is where it should be)")
    for sure in sorted(given):
        share = right[sure] / given[sure]
        bar = f"{'#' * round(40 * share):41}"
        ought = round(40 * (sure + 0.025))
        print(f"{sure:.2f}-{sure + 0.05:.2f} {given[sure]:7}   {share:.2f} {bar[:ought]}|{bar[ought + 1 :].rstrip()}")


def _print_errors(scorer: ModuleType, key: str, gold: dict[str, Any], read: dict[str, Any]) -> None:
    pairs = scorer.align(read["events"], gold["events"])
    found, met = {i for i, _ in pairs}, {j for _, j in pairs}
    lines = [
        f"  missed  {_event(event)}"
        for j, event in enumerate(gold["events"])
        if j not in met and event.get("salience", "main") == "main"
    ]
    lines += [f"  false   {_event(event)}" for i, event in enumerate(read["events"]) if i not in found]
    if lines:
        print(f"\n{key}  {gold.get('title', '')[:90]}", *lines, sep="\n")


def _event(event: dict[str, Any]) -> str:
    quotes = " | ".join(quote[:160] for quote in event["evidence"][:2])
    return f"{event['kind']} {event['status']} {event['date'] or '-'} {'+'.join(event['countries'])}: {quotes}"


if __name__ == "__main__":
    raise SystemExit(main())

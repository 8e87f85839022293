"""The scores of the annotated texts, as a table that stands in the tree: ``python -m tests.gold.results`` writes it.

A change of the rules changes it, and the difference shows what the change did. The texts of the corpora and the scorer
stand beside the repository; without them the table cannot be made anew, and the test that compares it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.gold.assemble import CORPORA, assemble
from tests.gold.scorer import load_scorer
from tests.text.reading import read_summary

TABLE = Path(__file__).with_name("results.tsv")
_HEAD = "texts\twhat\tprecision\trecall\tf1\n"
_PARTS = ("open", "opened", "opened_later")


def table(shared: Path) -> str:
    """Return the table: one row for each set of texts and each thing that is scored."""
    scorer = load_scorer(shared / "gold" / "score.py")
    rows = [row for part in _PARTS for row in _rows(scorer, part)]
    return _HEAD + "".join(f"{row}\n" for row in rows)


def _rows(scorer: Any, part: str) -> Iterator[str]:
    documents = list(assemble(CORPORA, part))
    gold = {one["id"]: one for one in documents}
    result, _ = scorer.score(gold, {key: read_summary(_asked(one)) for key, one in gold.items()})
    for what, row in result.items():
        if isinstance(row, dict):
            yield f"{part}\t{what}\t{row['precision']:.3f}\t{row['recall']:.3f}\t{row['f1']:.3f}"
    yield f"{part}\ttexts without events left clean\t{result['negatives_clean']}\t{result['negatives']}\t"


def _asked(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in ("events", "officials")}


if __name__ == "__main__":
    TABLE.write_text(table(CORPORA.parent), encoding="utf-8")

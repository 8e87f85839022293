"""How well identity does: precision and recall of pairs, on the table of hard cases and on labelled pairs.

    python -m tests.bench.identity

The labelled pairs are of the shared corpora beside the repository; each that is joined wrongly, and each of one event
that is neither joined nor listed as a candidate, is printed.
"""

from __future__ import annotations

from pathlib import Path

from tests.identity.cases import Measure, by_rules, by_rules_or_persons, hard_cases, measure
from tests.identity.labelled import Pair, measure_pairs

_CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"


def main() -> int:
    """Print the measures."""
    cases = hard_cases().values()
    print(f"hard cases: {len(cases)}")
    _print("rules alone", measure(cases, by_rules))
    _print("rules, and candidates judged", measure(cases, by_rules_or_persons))
    if not _CORPORA.is_dir():
        print("needs ../shared/corpora, which is not beside this checkout")
        return 2
    result = measure_pairs(_CORPORA)
    print(f"labelled pairs: {result.rules.same} of one event; {result.not_read} not read by the extractor")
    _print("rules alone", result.rules)
    _print("rules, and candidates judged", result.with_persons)
    for what, pairs in (("joined wrongly", result.wrong), ("neither joined nor listed", result.missed)):
        print(f"{what}: {len(pairs)}", *(f"  {_line(pair)}" for pair in pairs), sep="\n")
    return 0


def _print(what: str, found: Measure) -> None:
    print(
        f"  {what:30} precision {found.precision:.3f}  recall {found.recall:.3f}  "
        f"({found.right} of {found.joined} joined, {found.same} are one)"
    )


def _line(pair: Pair) -> str:
    return f"{pair.one.record}@{pair.one.at} {pair.other.record}@{pair.other.at}"


if __name__ == "__main__":
    raise SystemExit(main())

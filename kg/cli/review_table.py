"""Candidates as a table for a team: written with empty verdicts, read with those filled in."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import table_of, write_bytes
from kg.cli.withdraw import by_whom
from kg.errors import KgError
from kg.graph import Graph
from queries.rendering import render

if TYPE_CHECKING:
    from kg.identity.judgements import Verdict
    from kg.load.compare import Doubt

_COLUMNS = (
    "candidate", "thing", "score", "verdict", "reason", "one", "other", "one_says", "other_says", "parts", "one_key",
    "other_key",
)  # fmt: skip
_VERDICTS: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}


class TableError(KgError):
    """A file is no table of candidates."""


def export_doubts(graph: Graph, doubts: Sequence[Doubt], target: str) -> str:
    """Write the candidates with what sources say of both; return what was done, in a line."""
    rows = []
    for doubt in doubts:
        found = graph.candidate(doubt.id)
        if found is not None:
            _, one, other = found
            rows.append(
                (
                    doubt.id, doubt.thing, f"{doubt.score:.2f}", "", "", one.words, other.words, _says(one.quotes),
                    _says(other.quotes), "; ".join(doubt.parts), one.key, other.key,
                )
            )  # fmt: skip
    write_bytes(render(table_of(_COLUMNS, rows), "csv"), target)
    return f"{len(rows)} candidates written to {target}: fill in 'verdict' (same, different, unsure) and 'reason'"


def import_verdicts(graph: Graph, source: str, by: str, reason: str) -> int:
    """Judge as the table says, say what was not used and why; return the exit status: 1 where a row was not used."""
    counts: Counter[str] = Counter()
    for number, row in _rows(source):
        said = (row.get("verdict") or "").strip().lower()
        if not said:
            counts["left empty"] += 1
        elif said not in _VERDICTS:
            counts["not used"] += 1
            click.echo(f"{source}, row {number}: {said[:40]!r} is no verdict: same, different or unsure", err=True)
        else:
            why = (row.get("reason") or "").strip() or reason or f"as {Path(source).name} says"
            counts[_judge(graph, row, _VERDICTS[said], by, f"{source}, row {number}", why)] += 1
    click.echo(", ".join(f"{count} {what}" for what, count in sorted(counts.items())) or "no rows")
    return int(bool(counts["not used"]))


def _judge(graph: Graph, row: dict[str, str], verdict: Verdict, by: str, place: str, reason: str) -> str:
    """By the candidate, or by the keys of its two where a judgement before it has made another of it."""
    try:
        done = _judged(graph, row, verdict, by, reason)
    except KgError as error:
        click.echo(f"{place}: {error}", err=True)
        return "not used"
    return "judged" if done else "judged so already"


def _judged(graph: Graph, row: dict[str, str], verdict: Verdict, by: str, reason: str) -> bool:
    candidate, one, other = (row.get(name, "") for name in ("candidate", "one_key", "other_key"))
    if graph.candidate(candidate) is not None:
        return graph.judge_candidate(candidate, verdict, by_whom(by, reason)).changed
    if graph.verdict_on(one, other) == verdict:
        return False
    return graph.judge(one, other, verdict, by_whom(by, reason)).changed


def _rows(source: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows with their numbers, the first after the header being 2.

    Raises:
        TableError: the file cannot be read, or has no column "verdict".
    """
    try:
        with Path(source).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"candidate", "verdict"} <= set(reader.fieldnames or ()):
                raise TableError(f"{source} has no columns 'candidate' and 'verdict': 'kg review --export' writes them")
            yield from enumerate(reader, start=2)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(f"cannot read {source}: {error}; 'kg review --export' writes such a file") from error


def _says(quotes: Sequence[str]) -> str:
    return " | ".join(quotes)

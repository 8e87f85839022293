"""What stands beside votes: when each roll call was, about what, and which subjects it belongs to."""

from __future__ import annotations

import msgspec

from kg.dates import BadDateError, parse
from kg.model import Reject
from loaders.contract import ReadOptions
from loaders.datasets.beside import files_beside
from loaders.datasets.rows import TableRow, csv_rows

_TOPICS = {
    "Palestinian conflict": "middle-east",
    "Nuclear weapons and nuclear material": "nuclear",
    "Arms control and disarmament": "arms-control",
    "Human rights": "human-rights",
    "Economic development": "economy",
}
"""The issues of the data set by our topics; colonialism is none of them."""


class RollCall(msgspec.Struct):
    """One roll call; empty where nothing was given beside the votes."""

    date: str = ""
    title: str = ""
    lines: list[str] = []
    """Its rows, as they stand."""
    topics: dict[str, int] = {}
    """Topic -> the line that says so."""


def read_roll_calls(options: ReadOptions) -> dict[str, RollCall]:
    """Return the roll calls of the files beside the votes, by their number.

    Raises:
        BadOptionError: a file cannot be read.
    """
    found: dict[str, RollCall] = {}
    for opened in files_beside(options):
        for row in csv_rows(opened, options, ""):
            number = "" if isinstance(row, Reject) else row.get("rcid").removesuffix(".0")
            if number and isinstance(row, TableRow):
                _add(found.setdefault(number, RollCall()), row)
    return found


def _add(call: RollCall, row: TableRow) -> None:
    call.lines.append(" ".join(row.text.split()))
    if topic := _TOPICS.get(row.get("issue")):
        call.topics.setdefault(topic, len(call.lines) - 1)
    call.date = call.date or _day(row.get("date"))
    if unres := row.get("unres"):
        short = row.get("short")
        call.title = call.title or f"{unres}: {short.capitalize()}".removesuffix(": ")


def _day(text: str) -> str:
    try:
        return str(parse(text)) if text else ""
    except BadDateError:
        return ""

"""Dates in running English, absolute and relative, with the rule that resolved each."""

from loaders.text.when.find import find_dates, find_expressions, may_name_dates
from loaders.text.when.record import ONLY_FUTURE, WITHOUT_ANCHOR, WITHOUT_PUBLISHED, Direction, Kind, When

__all__ = [
    "ONLY_FUTURE", "WITHOUT_ANCHOR", "WITHOUT_PUBLISHED", "Direction", "Kind", "When", "find_dates", "find_expressions",
    "may_name_dates",
]  # fmt: skip

"""Publication dates: EDTF, or a time stamp reduced to its day."""

from __future__ import annotations

import re
from datetime import datetime

from kg.dates import BadDateError, parse

_TIME_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def published_edtf(text: str) -> str:
    """Return a publication date as EDTF. Of an ISO 8601 time stamp the day is kept, as it was where it was written.

    Raises:
        BadDateError: it is neither; the message says what a date looks like.
    """
    stripped = text.strip()
    if _TIME_STAMP.match(stripped):
        return _day_of(stripped)
    return parse(stripped).text


def _day_of(stamp: str) -> str:
    try:
        return datetime.fromisoformat(stamp).date().isoformat()
    except ValueError:
        raise BadDateError(f"{stamp[:40]!r} is no date and time: write 2025-02-18T15:30:00+03:00") from None

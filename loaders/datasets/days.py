"""Days as the tables of data sets write them."""

from __future__ import annotations

import re
from datetime import date

from loaders.datasets.remembered import remembered

_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@remembered
def day_in(text: str) -> str:
    """Return the day of 2021-06-09, also with a time behind it, or of 6/9/2021, as EDTF; empty for anything else."""
    american = _AMERICAN.fullmatch(text)
    try:
        if american:
            month, day, year = map(int, american.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""

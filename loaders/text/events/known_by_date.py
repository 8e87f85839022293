"""A contact of before that a text knows by its day: "their September meeting", "since their call of 4 April"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR
from loaders.text.when import When

_THEIRS = re.compile("[h'][mn,]*m[mn,]*[xaB]?$")
_LONG = timedelta(days=3)


def is_owned(frame: Frame, date: When) -> bool:
    """Read "his July trip", "President X's May call": a day that says which is meant."""
    return date.modifier and _THEIRS.search(frame.lx.codes, max(0, frame.at - FAR), frame.at) is not None


def is_known_by_date(frame: Frame, date: When | None, published: str) -> bool:
    """Whether the noun of a frame is that of another contact, days before what the text is on."""
    if date is None or not published or not is_owned(frame, date):
        return False
    last, told = parse_edtf(date.edtf).latest, parse_edtf(published).earliest
    return last is not None and told is not None and told - last > _LONG

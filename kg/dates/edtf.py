"""A date as it was written, and the days it may stand for.

Source of the rules: Library of Congress, Extended Date/Time Format Specification (2019), which is ISO 8601-2:2019.
Read are level 0 and level 1 without times of day, exponents and years before 1 or after 9999, and of level 2 the
unspecified digits at the end of a year before a month and day (``XXXX-02-18``, ``20XX-02``, ``2004-XX-12``).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from kg.dates import single
from kg.dates.errors import BadDateError, not_a_date
from kg.dates.single import Precision, Qualifier
from kg.dates.yearly import Yearly, yearly_interval


class Edtf(msgspec.Struct, frozen=True):
    """A date as it was written, and the first and last day it may stand for.

    ``earliest`` and ``latest`` are ``None`` where they are open or not known (``XXXX-02-18``, ``../2004``). A qualifier
    widens nothing: how far "about" reaches is not for this module to say.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    qualifier: Qualifier = ""
    yearly: Yearly | None = None
    """Where the year is not known: the days of each year it may stand for."""

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65_536)
def parse(text: str) -> Edtf:
    """Read a date or an interval. ``str`` of the result is exactly the text. No date at all is ``None``, not a text.

    Raises:
        BadDateError: the text is no date of the forms above; the message says what one looks like.
    """
    if single.is_plain_day(text):
        day = single.real_day(text)
        return Edtf(text, day, day, "day")
    if "/" in text:
        return _interval(text)
    span, qualifier = single.read(text)
    return Edtf(text, span.earliest, span.latest, span.precision, qualifier, span.yearly)


def _interval(text: str) -> Edtf:
    start, _, end = text.partition("/")
    if "/" in end:
        raise not_a_date(text)
    first, last = _end(start), _end(end)
    if first is None and last is None:
        raise not_a_date(text)
    earliest, latest = first.earliest if first else None, last.latest if last else None
    if earliest and latest and earliest > latest:
        raise BadDateError(f"{text!r} ends before it begins: write the earlier date first")
    qualifier = first.qualifier if first and last and first.qualifier == last.qualifier else ""
    yearly = yearly_interval(first.yearly, last.yearly) if first and last and not (earliest and latest) else None
    return Edtf(text, earliest, latest, "interval", qualifier, yearly)


def _end(text: str) -> Edtf | None:
    """Read one end of an interval; an open one (``..``) and an unknown one (empty) are no date."""
    return None if text in ("", "..") else parse(text)

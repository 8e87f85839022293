"""Days as pages, letters and feeds write them, where a whole field is a date."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = (
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-{_DAY}(?!\d)"),
    re.compile(rf"\b{_YEAR}/(?P<month>\d\d?)/{_DAY}(?!\d)"),
    re.compile(rf"^{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b{_DAY}\.(?P<month>\d\d?)\.{_YEAR}(?!\d)"),
    re.compile(rf"\b{_DAY}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}(?!\d)"),
    re.compile(rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)"),
)
"""Of days in numbers only those that cannot be read two ways: 03/04/2025 is not among them."""

_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?=[/.\-]|$)")


def written_day(text: str) -> str:
    """Return the first day that the text names as YYYY-MM-DD, or empty."""
    plain = " ".join(text.lower().split())
    return next((day for form in _FORMS if (day := _day(form.search(plain)))), "")


def day_of_path(path: str) -> str:
    """Return the day that an address's path is filed under ("/2025/02/18/..."), or empty."""
    return _day(_IN_PATH.search(path))


def day_of_header(text: str) -> str:
    """Return the day of a date as e-mail and RSS write it (RFC 5322), as it was where it was written, or empty."""
    parsed = parsedate_tz(text)
    return _iso(*parsed[:3]) if parsed else ""


def _day(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    return _iso(int(match["year"]), number, int(match["day"]))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

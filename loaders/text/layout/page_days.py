"""Lines of a page that say when it was put there: "Updated: May 18, 2015 | 10:30 GMT", "By A. Reed, 9 June 2019"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import find_dates

_LONGEST = 110
"""Characters of such a line."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = (
    r"(?:at |@ )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?(?:[ap]\.?m\b\.?|hrs|h\b))?"
    r"(?:\s?\(?(?:[A-Z]{2,4}|local time)\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?)?"
)
_LABEL = (
    r"(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|created|released|issued|release date|dated?)"
    r"(?:\s(?:on|at|date))*\s?:?"
)
_SOURCE = r"source\s?:\s?[\w.’' -]{2,30}?(?=\s*(?:\||published|updated|posted|\s-\s|$))"
_BYLINE = r"(?:written |posted )?by\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]*(?:\s|,\s|$)){1,6})"
_AGO = r"\d{1,2} (?:minutes?|hours?) ago"
_WORDS = re.compile(rf"(?<!\w)(?:{_TIME}|{_LABEL}|{_SOURCE}|{_BYLINE}|{_AGO})", re.IGNORECASE)
"""What may stand beside the day of such a line."""
_LETTER = re.compile(r"[^\W_]")


def is_day_of_page(line: str) -> bool:
    """Whether a line has nothing but a whole day, and the time, the label, the source or the byline beside it."""
    if len(line) > _LONGEST or _YEAR.search(line) is None:
        return False
    dates = find_dates(line, "")
    if not dates or any(len(one.edtf) != DAY_LENGTH and one.rule != "figures-in-either-order" for one in dates):
        return False
    rest = line
    for one in reversed(dates):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    return _LETTER.search(_WORDS.sub(" ", rest)) is None

"""The words that English has for days, months, seasons and numbers, and the patterns made of them."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""As EDTF numbers them."""

_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name.lower(): number for number, name in enumerate(_SHORT_MONTHS, 1) if name} | {"sept": 9}

_COUNT_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_COUNTS = {word: number for number, word in enumerate(_COUNT_WORDS, 1)}
_COUNTS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}


def _any(*words: str) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


SHORT_MONTHS = (*(name for name in _SHORT_MONTHS if name), "Sept")
SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")

GAP = r"(?:[ \t\u00a0\u202f]{1,2}|\r?\n)"
"""Between the words of a date: a space, or the end of a wrapped line, but no empty line."""

MONTH = (
    f"(?:{_any(*MONTHS)}|{_any(*(name.upper() for name in MONTHS))}"
    rf"|(?:{_any(*SHORT_MONTHS)}|{_any(*(name.upper() for name in SHORT_MONTHS))})\b\.?)(?![^\W\d_])"
)
WEEKDAY = f"(?:{_any(*WEEKDAYS)}|{_any(*(name.upper() for name in WEEKDAYS))})"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:{_any(*SHORT_WEEKDAYS)})\b\.?)"
ORDINAL = "(?: ?(?:st|nd|rd|th))"
"""After a figure; some type a space before it."""
DAY = rf"(?:[12][0-9]|3[01]|0?[1-9]){ORDINAL}?(?![0-9]|[^\W\d_])"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,][0-9])"
COUNT = rf"(?:[0-9]{{1,3}}|{_any(*_COUNTS)}|{_any(*(word.capitalize() for word in _COUNTS))})"

THEN = r"(?:he|she|they|held|met|flew|went|left|spoke|began|took|made|had|will|would|[a-z]{3,}ed)"
"""What follows a second day that is of another thing: "met X on Monday and on Tuesday held talks with Y"."""


def phrases(text: str) -> str:
    """Return a pattern of phrases parted by ``|``: a space is any gap, the first letter may be a capital."""
    return "(?:" + "|".join(f"[{one[0].upper()}{one[0]}]{one[1:]}" for one in text.split("|")).replace(" ", GAP) + ")"


_LETTERS = re.compile(r"[a-z]+")


def month_number(name: str) -> int:
    """Return 1 to 12 for a name that ``MONTH`` matches."""
    return _MONTH_NUMBERS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a name that ``ANY_WEEKDAY`` matches."""
    return next(number for number, day in enumerate(WEEKDAYS) if day[:3].lower() == name[:3].lower())


def day_number(text: str) -> int:
    """Return the number of "18", "3rd" and "04"."""
    return int(_LETTERS.sub("", text))


def count(text: str) -> int:
    """Return the number of "a", "two" and "15"."""
    return int(text) if text.isdigit() else _COUNTS[text.lower()]

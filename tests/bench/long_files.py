"""Files of any length with rows like the real ones: what the measures of loaders and of engines read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

_FIRST = date(2019, 10, 24)
_CODES = ("010", "040", "042", "190", "036", "112", "173", "050", "020", "043", "071", "057")
_ACTORS = (("USAGOV", "RUSGOV"), ("FRA", "DEU"), ("CHNGOV", ""), ("", "GBR"), ("POL", "UKRMIL"), ("MED", "IRN"),
           ("JPN", "KOR"), ("USA", "USAGOV"))  # fmt: skip
_A_DAY = 2_000
_A_TEXT = 5


def gdelt_rows(rows: int) -> Iterator[bytes]:
    """Yield lines of GDELT 2.0 events: 2,000 an update, five a text, about as many of use as in a real file."""
    empty = [""] * 61
    for number in range(rows):
        first, second = _ACTORS[number % 8]
        day = _FIRST + timedelta(days=number // _A_DAY)
        code, text = _CODES[number % 12], f"{day:%Y%m%d}"
        row = empty.copy()
        row[:5] = [str(900_000_000 + number), text, text[:6], text[:4], f"{text[:4]}.8137"]
        row[5], row[7], row[15], row[17] = first, first[:3], second, second[:3]
        row[25:35] = ["1", code, code[:3], code[:2], "1", "1.0", "4", "1", "4", "1.25"]
        row[51:59] = ["4", "Oslo, Oslo, Norway", "NO", "NO12", "", "59.9167", "10.75", "-268063"]
        row[59:] = [f"{text}143000", f"https://example.org/{number // _A_TEXT}/news-from-somewhere-about-something"]
        yield "\t".join(row).encode() + b"\n"

"""The error of this package."""

from __future__ import annotations

from kg.errors import KgError


class BadDateError(KgError):
    """Text that is no date in EDTF."""


def not_a_date(text: str) -> BadDateError:
    """Return the error for text that has not the form of a date."""
    return BadDateError(
        f"{text[:40]!r} is no date: write 2025, 2025-02, 2025-02-18, 2025-02~, XXXX-02-18 or 2025-02-18/2025-02-20"
    )


def not_in_calendar(text: str) -> BadDateError:
    """Return the error for text that has the form of a date and names a day or month that there is not."""
    return BadDateError(f"{text!r} is not in the calendar: look at its month and day")


def year_out_of_range(text: str) -> BadDateError:
    """Return the error for a year that cannot be kept: the graph's days run from year 1 to 9999."""
    return BadDateError(f"{text[:40]!r}: years before 0001 and after 9999 cannot be kept; write a year of four digits")

"""The way in: where a date may begin, and which reader looks at it."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.text.lexis.cues import Cues
from loaders.text.when.day_words import ordinal_day
from loaders.text.when.days import named_days
from loaders.text.when.holidays import holidays
from loaders.text.when.months import months
from loaders.text.when.names import MONTHS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from loaders.text.when.numeric import days_in_figures
from loaders.text.when.periods import periods
from loaders.text.when.record import Direction, When
from loaders.text.when.scan import Scan
from loaders.text.when.seasons import seasons
from loaders.text.when.today import just_now, time_of_day, today
from loaders.text.when.weekdays import weekdays
from loaders.text.when.wording import with_wording
from loaders.text.when.years import years

_Reader = Callable[[Scan, int], tuple[When, ...]]

_NO_DATE_BEFORE_FIGURES = re.compile(
    r"(?:[0-9][.,:/–-]|\w-|[$€£#]|(?:\b[Nn]os?\.?|\b[Aa]rticles?|\b[Rr]esolutions?|\b[Pp]aragraphs?|\b[Cc]hapters?|\b[Ss]ections?"
    r"|\b[Gg]roup(?: of)?|\bBoeing|\bFlight|\bUNSCR)\s)\Z"
)
_MID_YEAR = re.compile(r"\b(?:[Mm]id|[Ee]arly|[Ll]ate)-\Z")


def _in_figures(scan: Scan, at: int) -> tuple[When, ...]:
    before = scan.context(at, 14)
    if _NO_DATE_BEFORE_FIGURES.search(before) and not _MID_YEAR.search(before):
        return ()
    return days_in_figures(scan, at) or named_days(scan, at) or years(scan, at) or ordinal_day(scan, at)


def _by_month(scan: Scan, at: int) -> tuple[When, ...]:
    return named_days(scan, at) or months(scan, at)


_READERS: dict[str, _Reader] = {
    **dict.fromkeys((*MONTHS, *SHORT_MONTHS, *(name.upper() for name in (*MONTHS, *SHORT_MONTHS))), _by_month),
    **dict.fromkeys((*WEEKDAYS, *SHORT_WEEKDAYS, *(name.upper() for name in WEEKDAYS)), weekdays),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow", "Today", "Tonight", "Yesterday", "Tomorrow"), today),
    **dict.fromkeys(("New", "Christmas"), holidays),
    **dict.fromkeys(("morning", "afternoon", "evening", "night"), time_of_day),
    "ago": just_now,
    **dict.fromkeys(
        ("day", "days", "week", "weeks", "weekend", "fortnight", "month", "months", "year", "years"), periods
    ),
    **dict.fromkeys((*SEASONS, *(name.capitalize() for name in SEASONS)), seasons),
}


_FIGURES = (
    r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}(?: ?(?:st|nd|rd|th)\b"
    r"|(?=\s{0,2}[-–—/.,&]?\s{0,2}(?:[JFMASOND0-9]|(?:to|and|or|until|till|through|thru|of)\b)))"
)
"""A year, or one or two figures with what may go on to a month: most numbers of a text are passed over here."""


def _triggers() -> re.Pattern[str]:
    """One pattern for every word in the table, by first letter: a letter that begins none is passed in one step."""
    words: dict[str, list[str]] = {}
    for word in _READERS:
        words.setdefault(word[0], []).append(word[1:])
    letters = [f"{first}(?:{'|'.join(sorted(rest, key=lambda w: (-len(w), w)))})\\b" for first, rest in words.items()]
    return re.compile(rf"(?<!\w)(?:{_FIGURES}|{'|'.join(letters)})")


_TRIGGER = _triggers()
_CUES = Cues((*_READERS, *"0123456789"))


def find_expressions(
    text: str, published: str, start: int = 0, end: int | None = None, direction: Direction = "past"
) -> list[When]:
    """Return every expression of a date, like :func:`find_dates`, also those that stand for none.

    Those have an empty ``edtf``, and their ``rule`` says why: they count from a publication date that is not given,
    from a date that the text does not name, or may be a length of time.
    """
    stop = len(text) if end is None else min(end, len(text))
    scan = Scan(text, max(start, 0), stop, published, direction)
    scan.elsewhere = lambda low, high: _read(Scan(text, low, high, published, direction))
    return _read(scan)


def find_dates(
    text: str, published: str, start: int = 0, end: int | None = None, direction: Direction = "past"
) -> list[When]:
    """Return the dates that the text names between two offsets, in order, none overlapping another.

    Args:
        text: the whole text. Offsets count in it, and what stands before ``start`` is looked at for the date that "the
            day before" counts from, so give the text and offsets rather than a piece of it.
        published: the publication date as EDTF, or empty. Relative expressions need its day; without it they give no
            date, and a date without a year stays one (``XXXX-02-18``).
        start: where to begin reading.
        end: where to stop; a date is found only if all of it lies before. ``None`` is the end of the text.
        direction: the side of publication that the tense of the sentence says. "On Tuesday" is the last Tuesday for
            ``past`` and the next for ``future``, the day of publication included; "March 3" is the nearest on that
            side. For ``unknown`` a day of the week is the last one, and a date without a year the nearest of all.

    Raises:
        BadDateError: ``published`` is neither empty nor EDTF.
    """
    return [when for when in find_expressions(text, published, start, end, direction) if when.edtf]


def may_name_dates(text: str, start: int, stop: int) -> bool:
    """Whether a word or a number that a date may begin with stands between two offsets: else no date does."""
    return any(_TRIGGER.match(text, at, stop) is not None for at in _CUES.begins(text, start, stop))


def _read(scan: Scan) -> list[When]:
    for at in _CUES.begins(scan.text, scan.start, scan.stop):
        if at < scan.floor or (trigger := _TRIGGER.match(scan.text, at, scan.stop)) is None:
            continue
        read = _READERS.get(trigger[0], _in_figures)
        for when in read(scan, at):
            scan.found.append(with_wording(scan, when))
    return scan.found

"""Today, yesterday and tomorrow, and the times of these days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.text.when.away import END_OF_PHRASE, from_anchor
from loaders.text.when.names import GAP, THEN, WEEKDAY, phrases, weekday_number
from loaders.text.when.record import Resolved, When
from loaders.text.when.scan import Scan

_WORD = re.compile(r"[A-Za-z]+")
_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_AND_NEXT = re.compile(rf"{GAP}and{GAP}(?P<next>today|tomorrow|{WEEKDAY})(?!\w)(?!{GAP}{THEN}\b)")
_THIS = re.compile(rf"\b[Tt]his{GAP}\Z")
_LAST = re.compile(rf"\b[Ll]ast{GAP}\Z")
_WHICH = re.compile(
    rf"\b(?:{phrases('the')}{GAP})?(?:(?P<next>{phrases('next|following')})|(?P<previous>{phrases('previous|preceding')})"
    rf"|{phrases('same|that')}){GAP}\Z"
)
_THE = re.compile(rf"\b[Tt]he{GAP}\Z")
_BESIDE = re.compile(rf"{GAP}(?:(?P<before>before)|after){END_OF_PHRASE}")
_MOMENTS = re.compile(
    rf"\b(?:{phrases('a short while|a little while|an hour|half an hour')}"
    rf"|(?:(?:{phrases('a few|some|just|several|a couple of|two|three')}){GAP})?(?:moments|minutes|hours)){GAP}\Z"
)
_FIGURES = re.compile(r" \((?P<day>\d{1,2})(?:st|nd|rd|th)?\)")
_LATE = 3
"""Days that a page may be published after what it calls today."""
_NAME_BEFORE = re.compile(r"\b[A-Z]\w* \Z")
_WORLD_OF = re.compile(rf"(?<![Aa]s){GAP}of{GAP}\Z")


def today(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day that "today", "yesterday" or "tomorrow" at an offset names."""
    word = scan.match(_WORD, at)
    if word is None or _is_no_day(scan, word):
        return ()
    name = word[0].lower()
    if scan.today is not None and (both := scan.match(_AND_NEXT, word.end())) is not None:
        first = scan.today + timedelta(days=_OFFSETS[name])
        if _is_day_after(first, both["next"], scan.today):
            days = f"{first}/{first + timedelta(days=1)}"
            return scan.when(word.start(), both.end(), Resolved(days, name), "range")
    return _away(scan, *word.span(), _OFFSETS[name], "today" if name == "tonight" else name)


def _is_day_after(first: date, name: str, today: date) -> bool:
    """Whether what stands after "and" is the next day: "tomorrow and Wednesday", "yesterday and today"."""
    after = first + timedelta(days=1)
    if name in _OFFSETS:
        return after == today + timedelta(days=_OFFSETS[name])
    return after.weekday() == weekday_number(name)


def time_of_day(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day of "this morning", "last night" and "the previous evening"; other mornings name none.

    Last evening and last afternoon, as some say, were yesterday too.
    """
    word = scan.match(_WORD, at)
    before = scan.before(at)
    if word is None:
        return ()
    if this := _THIS.search(before):
        return _away(scan, at - len(this[0]), word.end(), 0, "today")
    last = _LAST.search(before) if word[0] != "morning" else None
    if last:
        return _away(scan, at - len(last[0]), word.end(), -1, "last-night")
    return _of_another_day(scan, word, before)


def just_now(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day of "a short while ago" and "a few hours ago", where the word "ago" stands at an offset."""
    while_ago = _MOMENTS.search(scan.before(at))
    return _away(scan, at - len(while_ago[0]), at + len("ago"), 0, "today") if while_ago else ()


def _of_another_day(scan: Scan, word: re.Match[str], before: str) -> tuple[When, ...]:
    if which := _WHICH.search(before):
        away = bool(which["next"]) - bool(which["previous"])
        return from_anchor(scan, word.start() - len(which[0]), word.end(), ("day", away))
    the, beside = _THE.search(before), scan.match(_BESIDE, word.end())
    if the is None or beside is None:
        return ()
    return from_anchor(scan, word.start() - len(the[0]), beside.end(), ("day", -1 if beside["before"] else 1))


def _is_no_day(scan: Scan, word: re.Match[str]) -> bool:
    """Newspapers called Today, and "the world of today", which is nowadays."""
    before = scan.context(word.start())
    if word[0][0].isupper() and _NAME_BEFORE.search(before):
        return True
    return bool(_WORLD_OF.search(before)) and scan.text[word.end() : word.end() + 1] not in ("'", "’")


def _away(scan: Scan, start: int, end: int, days: int, rule: str) -> tuple[When, ...]:
    if scan.today is None:
        return scan.undated(start, end)
    day = scan.today + timedelta(days=days)
    figures = scan.match(_FIGURES, end)
    return scan.when(
        start, end, Resolved(str(_with_figures(day, int(figures["day"])) if figures else day), rule), "relative"
    )


def _with_figures(day: date, figures: int) -> date:
    """Read "this morning (16)" in what is published on the 17th: the days before are looked at for the 16th."""
    near = (day - timedelta(days=back) for back in range(_LATE + 1))
    return next((one for one in near if one.day == figures), day)

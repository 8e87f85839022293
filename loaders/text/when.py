"""Dates in running English, absolute and relative, with the rule that resolved each.

Relative expressions are resolved against the publication date; without one they give no date. A date without a year
takes the year that puts it nearest to publication on the side that the tense says; without a publication date it stays
without a year (``XXXX-02-18``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from kg.dates import parse as parse_edtf

Direction: TypeAlias = Literal["past", "future"]

_MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
_SHORT = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)} | _SHORT
_NUMBER_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_NEAR = {"today": (0, "today"), "yesterday": (-1, "day-before-published"), "tomorrow": (1, "day-after-published")}
_FALL_BACK_DAYS = 45
"""A past date without a year may lie this far after publication before last year is meant (calendars, time zones)."""

_MONTH = r"(?:" + "|".join(_MONTHS) + r"|(?:" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DASH = r"\s?(?:-|–|—|to|and|until|through)\s?"
_WEEKDAY = r"(?:" + "|".join(_WEEKDAYS) + r")"

_EXPRESSION = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<mdr_m>{_MONTH})\s(?P<mdr_a>{_DAY})(?:{_DASH})
      (?P<mdr_m2>{_MONTH}\s)?(?P<mdr_b>{_DAY})(?!\d)(?:,?\s(?P<mdr_y>{_YEAR}))?
    | (?P<dmr_a>{_DAY})(?:\s(?P<dmr_m0>{_MONTH}))?(?:{_DASH})
      (?P<dmr_b>{_DAY})\s(?:of\s)?(?P<dmr_m>{_MONTH})(?:,?\s(?P<dmr_y>{_YEAR}))?
    | (?P<md_m>{_MONTH})\s(?P<md_d>{_DAY})(?!\d)(?:,?\s(?P<md_y>{_YEAR}))?
    | (?P<dm_d>{_DAY})\s(?:of\s)?(?P<dm_m>{_MONTH})(?:,?\s(?P<dm_y>{_YEAR}))?
    | (?P<my_q>[Ee]arly|[Mm]id-?|[Ll]ate)?\s?(?P<my_m>{_MONTH}),?\s(?:of\s)?(?P<my_y>{_YEAR})
    | [Ii]n\s(?:(?P<im_q>early|mid-?|late)[\s-])?(?P<im_m>{_MONTH})(?!\s\d)
    | (?P<days_a>{_WEEKDAY})\s(?:to|and|through)\s(?P<days_b>{_WEEKDAY})
    | (?P<wd_q>[Ll]ast|[Nn]ext|[Tt]his(?:\scoming)?)\s(?P<wdq>{_WEEKDAY})
    | (?P<wd>{_WEEKDAY})
    | (?P<today>[Tt]oday|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening))
    | (?P<yesterday>[Yy]esterday|[Ll]ast\snight)
    | (?P<tomorrow>[Tt]omorrow)
    | (?P<unit_q>[Ll]ater\sthis|[Ee]arlier\sthis|[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming)\s(?P<unit>week|month|year|weekend)
    | (?P<ago_n>\d+|a|an|one|two|three|four|five|six|seven|ten)\s
      (?P<ago_u>day|week|month|year)s?\s(?P<ago_w>ago|earlier)
    | (?:[Ii]n|[Ss]ince|[Dd]uring|[Oo]f)\s(?P<y>{_YEAR})(?![\d-])
    )\b""",
    re.VERBOSE,
)
_GATE = re.compile(r"\d|day|today|tonight|morrow|week|month|year|ago\b|night|" + "|".join(name[:3] for name in _MONTHS))


class When(NamedTuple):
    """A date as the text has it: its span, what it stands for (EDTF), and by which rule."""

    start: int
    end: int
    edtf: str
    rule: str


def find_dates(
    text: str, published: str, start: int = 0, end: int | None = None, direction: Direction = "past"
) -> list[When]:
    """Return the dates between two offsets, in order; ``published`` is EDTF or empty.

    ``direction`` says how to read "on Tuesday" and "March 3": the nearest one before publication, or after it.
    """
    stop = len(text) if end is None else end
    if not _GATE.search(text, start, stop):
        return []
    today = parse_edtf(published).earliest if published else None
    return list(_find(text, start, stop, today, direction))


def _find(text: str, start: int, stop: int, today: date | None, direction: Direction) -> Iterator[When]:
    for match in _EXPRESSION.finditer(text, start, stop):
        groups = {key: value for key, value in match.groupdict().items() if value is not None}
        edtf, rule = _resolve(groups, today, direction)
        if edtf:
            yield When(match.start(), match.end(), edtf, rule)


def _resolve(found: dict[str, str], today: date | None, direction: Direction) -> tuple[str, str]:
    if "iso" in found:
        return (found["iso"], "absolute") if _valid(found["iso"]) else ("", "")
    if "mdr_a" in found or "dmr_a" in found:
        return _range(found, today, direction)
    if "md_d" in found or "dm_d" in found:
        kind = "md" if "md_d" in found else "dm"
        month, day = _month(found[f"{kind}_m"]), _digits(found[f"{kind}_d"])
        return _day(month, day, found.get(f"{kind}_y", ""), today, direction)
    if "my_y" in found:
        return f"{found['my_y']}-{_month(found['my_m']):02d}" + ("~" if found.get("my_q") else ""), "absolute"
    if "im_m" in found:
        return _in_month(_month(found["im_m"]), bool(found.get("im_q")), today, direction)
    return (found["y"], "absolute") if "y" in found else _relative(found, today, direction)


def _relative(found: dict[str, str], today: date | None, direction: Direction) -> tuple[str, str]:
    """Nothing is guessed without a publication date."""
    if today is None:
        return "", ""
    for name, (days, rule) in _NEAR.items():
        if name in found:
            return str(today + timedelta(days=days)), rule
    if "unit" in found:
        return _unit(found["unit_q"].lower(), found["unit"], today)
    return _ago(found, today) if "ago_u" in found else _on_weekday(found, today, direction)


def _on_weekday(found: dict[str, str], today: date, direction: Direction) -> tuple[str, str]:
    if "wdq" in found:
        return _qualified_weekday(found["wd_q"].lower(), found["wdq"], today)
    if "wd" in found:
        return str(_weekday(today, found["wd"], direction)), f"weekday-{direction}"
    first = _weekday(today, found["days_a"], direction)
    last = first + timedelta(days=(_WEEKDAYS.index(found["days_b"]) - first.weekday()) % 7)
    return f"{first}/{last}", f"weekdays-{direction}"


def _weekday(today: date, name: str, direction: Direction) -> date:
    """The nearest such day on the side that the tense says; the day of publication itself counts."""
    ahead = (_WEEKDAYS.index(name) - today.weekday()) % 7
    return today + timedelta(days=ahead) if direction == "future" else today - timedelta(days=(7 - ahead) % 7)


def _qualified_weekday(which: str, name: str, today: date) -> tuple[str, str]:
    if which == "last":
        return str(_weekday(today - timedelta(days=1), name, "past")), "last-weekday"
    nearest = _weekday(today + timedelta(days=1), name, "future")
    return str(nearest), f"{which.split(maxsplit=1)[0]}-weekday"


def _unit(which: str, unit: str, today: date) -> tuple[str, str]:
    rule = f"{which} {unit}".replace(" ", "-")
    shift = {"last": -1, "next": 1, "coming": 1}.get(which, 0)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    if unit == "week":
        return f"{monday}/{monday + timedelta(days=6)}", rule
    if unit == "weekend":
        return f"{monday + timedelta(days=5)}/{monday + timedelta(days=6)}", rule
    if unit == "year":
        return f"{today.year + shift:04d}", rule
    months = today.year * 12 + today.month - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}", rule


def _ago(found: dict[str, str], today: date) -> tuple[str, str]:
    number = int(found["ago_n"]) if found["ago_n"].isdigit() else _NUMBER_WORDS[found["ago_n"]]
    rule = f"{found['ago_u']}s-{found['ago_w']}"
    if found["ago_u"] == "day" and number < 400:
        return str(today - timedelta(days=number)), rule
    if found["ago_u"] == "week" and number < 60:
        monday = today - timedelta(weeks=number, days=today.weekday())
        return f"{monday}/{monday + timedelta(days=6)}", rule
    if found["ago_u"] == "month" and number < 100:
        months = today.year * 12 + today.month - 1 - number
        return f"{months // 12:04d}-{months % 12 + 1:02d}", rule
    if found["ago_u"] == "year" and number < today.year - 1:
        return f"{today.year - number:04d}", rule
    return "", ""


def _day(month: int, day: int, year: str, today: date | None, direction: Direction) -> tuple[str, str]:
    if year:
        text = f"{year}-{month:02d}-{day:02d}"
        return (text, "absolute") if _valid(text) else ("", "")
    if today is None:
        text = f"XXXX-{month:02d}-{day:02d}"
        return (text, "no-year") if _valid(f"2000{text[4:]}") else ("", "")
    chosen = _nearest_year(month, day, today, direction)
    return (str(chosen), "year-of-publication") if chosen else ("", "")


def _nearest_year(month: int, day: int, today: date, direction: Direction) -> date | None:
    slack = timedelta(days=_FALL_BACK_DAYS)
    found = [
        date(year, month, day)
        for year in range(today.year - 1, today.year + 2)
        if _valid(f"{year:04d}-{month:02d}-{day:02d}")
    ]
    fits = [one for one in found if (one <= today + slack if direction == "past" else one >= today - slack)]
    return min(fits or found, key=lambda one: abs(one - today), default=None)


def _in_month(month: int, vague: bool, today: date | None, direction: Direction) -> tuple[str, str]:
    if today is None:
        return f"XXXX-{month:02d}", "no-year"
    year = today.year
    if direction == "past" and month > today.month:
        year -= 1
    if direction == "future" and month < today.month:
        year += 1
    return f"{year:04d}-{month:02d}" + ("~" if vague else ""), "year-of-publication"


def _range(found: dict[str, str], today: date | None, direction: Direction) -> tuple[str, str]:
    kind = "mdr" if "mdr_a" in found else "dmr"
    month = found[f"{kind}_m"]
    first_month = found.get("dmr_m0") or month
    last_month = found.get("mdr_m2", "").strip() or month
    year = found.get(f"{kind}_y", "")
    start, rule = _day(_month(first_month), _digits(found[f"{kind}_a"]), year, today, direction)
    end, _ = _day(_month(last_month), _digits(found[f"{kind}_b"]), year, today, direction)
    if not start or not end or (start > end and not start.startswith("XXXX")):
        return start, rule
    return f"{start}/{end}", rule


def _month(text: str) -> int:
    return _MONTH_NUMBERS[text.rstrip(".")]


def _digits(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _valid(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True

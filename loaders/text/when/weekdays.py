"""Days of the week: "on Tuesday", "last Tuesday", "Tuesday, February 18", "Thursday to Friday", "Tuesday last week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates import from_days, parse
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when.days import named_days
from loaders.text.when.names import ANY_WEEKDAY, GAP, MONTH, THEN, WEEKDAY, phrases, weekday_number
from loaders.text.when.reckon import weekday_near, weekday_of_week
from loaders.text.when.record import Direction, Resolved, When
from loaders.text.when.scan import Scan
from loaders.text.when.wording import is_moved_from

_NAME = re.compile(ANY_WEEKDAY)
_FULL_NAME = re.compile(WEEKDAY)
_TO_DATE = re.compile(rf"{GAP}?(?P<paren>\()|(?:{GAP}(?:morning|afternoon|evening|night))?,?{GAP}(?:the{GAP})?")
_RUN = re.compile(
    rf"(?!{GAP}and{GAP}on{GAP}{WEEKDAY}{GAP}{THEN}\b)"
    rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?P<word>to|through|until|till|and|or){GAP}(?:on{GAP})?)(?P<last>{WEEKDAY})(?!\w)"
)
"""Two days; but "met X on Monday and on Tuesday held talks with Y" tells of two things."""
_OF_WEEK = re.compile(rf"{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}week\b")
_OF_MONTH = re.compile(
    rf"{GAP}(?:of|in){GAP}(?:(?:the|this|next|last|each|every){GAP})?(?:{MONTH}|(?:\w+{GAP})?month|year)"
)
_WHICH = re.compile(rf"\b(?P<which>{phrases('last|this|next|coming|past')})(?:{GAP}(?P<more>coming|past))?{GAP}\Z")
_ORDINAL = re.compile(rf"\b{phrases('first|second|third|fourth|last')}{GAP}\Z")
_NO_DATE_BEFORE = re.compile(
    rf"\b(?:[Ee]very|[Ee]ach|[Bb]lack|Bloody|Good|Easter|Palm|Ash|Holy|Maundy|Cyber|Super|Whit|Man){GAP}\Z"
)
_NO_DATE_AFTER = re.compile(
    rf"{GAP}(?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Tribune|Agreement|prayers?|mornings|Club)\b"
)
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:after|following|since|from|said|says|told|announced|confirmed|reported|according|postponed|met|held|had|was|were)\b"
)
"""Between two days they say that the second does not come next: "on 1 April, the ministry said on Friday"."""
_COUNTED = "weekday-after-date-before"
_REACH = 120
_SOON = timedelta(days=60)
"""A day further ahead may be of the past: "after they failed on 2 May, they will meet on Friday"."""


def weekdays(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day of the week that begins at an offset, with the date that may follow it."""
    name = scan.match(_NAME, at)
    if name is None or _NO_DATE_BEFORE.search(scan.context(at)) or scan.match(_NO_DATE_AFTER, name.end()):
        return ()
    dated = _with_date(scan, name)
    if dated or not _FULL_NAME.fullmatch(name[0]) or _is_of_month(scan, name):
        return dated
    return _run(scan, name) or _of_week(scan, name) or _one(scan, name)


def _with_date(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    """Return the date with the name of its day as one expression; the name may settle the year."""
    gap = scan.match(_TO_DATE, name.end())
    found = named_days(scan, gap.end(), weekday_number(name[0])) if gap else ()
    if gap is None or not found:
        return ()
    end = found[-1].end + (gap["paren"] is not None and scan.text[found[-1].end : found[-1].end + 1] == ")")
    if len(found) == 1:
        return _up_to(scan, name, found[0]._replace(start=name.start(), end=end))
    return (found[0]._replace(start=name.start()), *found[1:-1], found[-1]._replace(end=end))


def _up_to(scan: Scan, name: re.Match[str], first: When) -> tuple[When, ...]:
    """Read "Tuesday (March 23) to Thursday": the date of the first day gives that of the last."""
    run = scan.match(_RUN, first.end)
    begin = parse(first.edtf).earliest if run is not None and run["word"] not in ("and", "or") else None
    length = (weekday_number(run["last"]) - weekday_number(name[0])) % 7 if run is not None else 0
    if run is None or begin is None or length == 0:
        return (first,)
    gap = scan.match(_TO_DATE, run.end())
    dated = named_days(scan, gap.end(), weekday_number(run["last"])) if gap else ()
    end = dated[0].end + (gap is not None and gap["paren"] is not None) if dated else run.end()
    days = from_days(begin, begin + timedelta(days=length))
    return (first._replace(end=end, edtf=str(days), kind="range"),)


def _is_of_month(scan: Scan, name: re.Match[str]) -> bool:
    """Tell "the last Tuesday of April" from last Tuesday; it is not worked out here."""
    return bool(_ORDINAL.search(scan.context(name.start())) and scan.match(_OF_MONTH, name.end()))


def _run(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    found = scan.match(_RUN, name.end())
    if found is None or is_moved_from(scan, name.start()):
        return ()
    first, last = weekday_number(name[0]), weekday_number(found["last"])
    length = (last - first) % 7
    if length == 0 or (found["word"] in ("and", "or") and length > 1):
        return ()
    week = scan.match(_OF_WEEK, found.end())
    end = week.end() if week else found.end()
    if scan.today is None:
        return scan.undated(name.start(), end)
    start, begin, rule = _first_day(scan, name, scan.today)
    if week:
        begin, rule = weekday_of_week(first, scan.today, _SHIFTS[week["which"]]), f"weekday-{week['which']}-week"
    days = from_days(begin, begin + timedelta(days=length))
    return scan.when(start, end, Resolved(str(days), rule), "range")


def _of_week(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    found = scan.match(_OF_WEEK, name.end())
    if found is None:
        return ()
    if scan.today is None:
        return scan.undated(name.start(), found.end())
    day = weekday_of_week(weekday_number(name[0]), scan.today, _SHIFTS[found["which"]])
    return scan.when(name.start(), found.end(), Resolved(str(day), f"weekday-{found['which']}-week"), "relative")


def _one(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    if scan.today is None:
        found = _WHICH.search(scan.before(name.start()))
        return scan.undated(name.start() - len(found[0]) if found else name.start(), name.end())
    start, day, rule = _first_day(scan, name, scan.today)
    return scan.when(start, name.end(), Resolved(str(day), rule), "relative")


def _first_day(scan: Scan, name: re.Match[str], today: date) -> tuple[int, date, str]:
    """Return where "next Tuesday" or "Tuesday" begins, its date, and the rule that gave it."""
    found, weekday = _WHICH.search(scan.before(name.start())), weekday_number(name[0])
    if found is None and (before := _day_before(scan, name.start(), today)) is not None:
        return name.start(), weekday_near(weekday, before, "future"), _COUNTED
    if found is None:
        return name.start(), weekday_near(weekday, today, scan.direction), _rule(scan.direction)
    which = (found["more"] or found["which"]).lower()
    return name.start() - len(found[0]), _WHICH_DAY[which](weekday, today, scan.direction), f"{which}-weekday"


def _day_before(scan: Scan, at: int, today: date) -> date | None:
    """Read "will be in Egypt on Monday 1 April and in Poland on Wednesday": the day from which the next is counted."""
    last = scan.found[-1] if scan.found and scan.direction == "future" else None
    if last is None or len(last.edtf.rpartition("/")[2]) != DAY_LENGTH:
        return None
    if last.kind == "relative" and last.rule != _COUNTED:
        return None  # "met X on Monday and will fly to Oslo on Friday"
    day = parse(last.edtf).latest
    apart = _OF_ANOTHER_TIME.search(scan.text, last.end, at) is not None or at - last.end > _REACH
    return day if day is not None and today < day <= today + _SOON and not apart else None


def _last(weekday: int, today: date, direction: Direction) -> date:
    del direction
    return weekday_near(weekday, today - timedelta(days=1), "past")


def _coming(weekday: int, today: date, direction: Direction) -> date:
    del direction
    return weekday_near(weekday, today + timedelta(days=1), "future")


def _this(weekday: int, today: date, direction: Direction) -> date:
    """That day of the week of publication; of the next one if it is over and the tense is the future."""
    day = weekday_of_week(weekday, today, 0)
    return day + timedelta(weeks=1) if direction == "future" and day < today else day


def _next(weekday: int, today: date, direction: Direction) -> date:
    """That day of next week: one of this week would be named without "next"."""
    del direction
    return weekday_of_week(weekday, today, 1)


_WHICH_DAY = {"last": _last, "past": _last, "this": _this, "coming": _coming, "next": _next}


def _rule(direction: Direction) -> str:
    return "weekday-after-published" if direction == "future" else "weekday-before-published"

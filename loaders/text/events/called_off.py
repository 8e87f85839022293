"""What falls with a journey that is called off, whom one was to meet; and when what came to nothing was to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.around import told_before, with_neighbours
from loaders.text.events.drafts import Draft, Told
from loaders.text.events.known_as import CALLED, NOUNS, sentences_of, text_after
from loaders.text.lexis.distances import NEAR
from loaders.text.when import When, find_dates, may_name_dates

RULE = "called-off-with"
_OFF = ("cancelled", "postponed")
_WAS_TO = re.compile(
    r"\b(?:was|were|had been) (?:(?!still\b|now\b|instead\b)\w+ )?(?:due|scheduled|expected|set|slated|supposed"
    r"|planning|to (?!be (?:held|called|told))[a-z]+)\b"
)
_STILL = re.compile(r"\b(?:still|instead|now|meanwhile|nevertheless|however)\b", re.IGNORECASE)
_FOR_WHEN = re.compile(
    r"(?:(?: (?:by|of|to|with)(?: [\w.’'-]+){1,6})?,?(?: (?:that|which))? (?:was|were|is|ha[sd](?: \w+ly)? been)"
    r"|[^.;\n]{0,200}? (?:as well as|and|along with)[^.;\n]{1,90}?,? (?:that|which) were)"
    r"(?: (?:originally|initially|previously|earlier|first))?"
    r" (?:scheduled|planned|due|set|expected|slated|supposed|meant|to)"
    r"(?: (?:to )?(?:begin|start|take place|be held|have (?:begun|started|taken place|been held)|open))?"
    r"(?: (?:in|at) [A-ZÀ-Þ][\w-]+)?(?: (?:for|on|in|from|over))?(?: (?:the|late|early))*(?: end of)? ?\Z"
)
"""Read "The visit was originally planned for 12 May", "The visit, as well as a forum, which were planned for"."""


def settle_called_off(source: Source, today: str, events: Sequence[Draft]) -> None:
    """Let contacts fall with the journey on which they were to be, and give what was called off its first day."""
    for number, (event, near) in enumerate(with_neighbours(events)):
        if event.status in _OFF and event.family in NOUNS:
            event.date = next(_planned_for(source, today, near, event), event.date)
        visit = next((one for one in told_before(events, number) if _falls_with(source.text, event, one)), None)
        if visit is not None:
            event.status = visit.status
            event.statuses.append(Told(visit.status, *event.at, RULE))


def _falls_with(text: str, contact: Draft, visit: Draft) -> bool:
    """Read "cancelled a trip to Peru, where he was due to meet X", "He was also expected to see Y"."""
    if contact.family != "contact" or contact.status != "planned" or visit.kind != "visit" or visit.status not in _OFF:
        return False
    told = contact.passages[0]
    near = 0 <= told.paragraph - visit.passages[0].paragraph <= NEAR and contact.at[0] > visit.at[0]
    if not near or not visit.sides <= contact.sides or _is_elsewhere(contact, visit):
        return False
    begin = visit.at[1] if told == visit.passages[0] else told.start
    was_to = _WAS_TO.search(text, begin, contact.at[0]) is not None
    return was_to and _STILL.search(text, begin, contact.at[0]) is None


def _is_elsewhere(contact: Draft, visit: Draft) -> bool:
    here, there = contact.place, visit.place
    return here is not None and there is not None and here.country != there.country


def _planned_for(source: Source, today: str, events: Sequence[Draft], event: Draft) -> Iterator[When]:
    for start, stop in sentences_of(source.text, text_after(events, event)):
        called = CALLED[event.family].search(source.text, start, stop)
        if called is None or not may_name_dates(source.text, called.end(), stop):
            continue
        past = find_dates(source.text, today, called.end(), stop, "past")
        ahead = find_dates(source.text, today, called.end(), stop, "future")
        if past and ahead and _FOR_WHEN.fullmatch(source.text, called.end(), past[0].start) is not None:
            yield _nearer(past[0], ahead[0], today)


def _nearer(past: When, ahead: When, today: str) -> When:
    """The nearer to the day of the text, and of two as near the one to come."""
    was, will, told = (parse_edtf(one).earliest for one in (past.edtf, ahead.edtf, today or ".."))
    if was is None or will is None or told is None:
        return past
    return ahead if will - told <= told - was else past

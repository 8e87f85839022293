"""The day of contacts told one by one after all of them: "On Tuesday X met several leaders. In his talks with Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Source
from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.events.leads import day_of_lead
from loaders.text.events.on_stay import is_of_another_time
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.lexis.gazetteer import Place, gazetteer
from loaders.text.when import When, find_dates, may_name_dates

_MANY = re.compile(
    r"\b(?:met|meets|received|receives|hosted|(?:held|had) (?:[\w-]+ ){0,3}(?:meetings|talks))\b"
    r"(?: separately)?(?: with)? "
    r"(?:(?:a number of|a series of|some|several|other|many|various|foreign|visiting|world|the|his|her|their) ){1,3}"
    r"(?:leaders|(?:foreign )?ministers|counterparts|heads of \w+|envoys|ambassadors|officials|dignitaries|guests)\b"
    r"|\b(?:held|had|holding|having) a (?:[\w-]+ )?(?:series|number|string|round) of (?:[\w-]+ ){0,2}?"
    r"(?:meetings|talks)\b"
    r"|\b(?:met|called on|received)\b[^.;]{3,90}? and (?:other|several|some)(?: \w+)? (?:leaders|officials|ministers)\b"
)
_ONE_OF_THEM = re.compile(r"\b(?:[Dd]uring|[Ii]n|[Aa]t) (?:his|her|their|an?|the) (?:[\w-]+ ){0,2}(?:meeting|talks)\b")
_ONE_MORE = re.compile(
    r"\A\W*(?:First|Then|Next|Later|Afterwards),? (?:he|she|they)\b"
    r"|\balso (?:met|held|had|received|hosted|discussed|conferred|exchanged|talked)\b|\b[Ss]eparate(?:ly)?\b"
)
"""Read "He also met Y", "in a separate meeting with Z", after a sentence that tells of all."""
_GOES_ON = re.compile(r"(?:(?:First|Then|Next|Later|Afterwards),? )?(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_THERE = re.compile(r"(?:\A|\b[Ii]n )(?:the [\w-]+ (?:city|capital) of )?\Z")
_REACH = 12
"""Paragraphs after that sentence in which those whom he met are told of."""


def date_among_many(source: Source, today: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give such contacts, which have no day, the day and the place of the whole."""
    text = source.text
    bare = [(event, near) for event, near in with_neighbours(events) if _is_bare(text, event)]
    told_of = (one for one in passages if one.role == "body") if bare else ()
    wholes = [one for one in told_of if _MANY.search(text, one.start, one.end) is not None]
    for event, near in bare if wholes else ():
        told = (one for one in near if one.date is not None and len(one.date.edtf) == DAY_LENGTH)
        whole = next((one for one in told if _tells_of_all(text, one, event)), None) if event.date is None else None
        if whole is None:
            _take_from_sentence(source, today, wholes, event)
            continue
        event.date = whole.date
        if event.place is None:
            take_place(event, whole)


def _is_bare(text: str, event: Draft) -> bool:
    """Whether a contact that was held lacks its day or its place, and is told of in passing."""
    first = event.passages[0]
    if event.family != "contact" or event.status != "held" or first.role != "body":
        return False
    if event.date is not None and event.place is not None:
        return False
    if _ONE_OF_THEM.search(text, first.start, first.end) is not None:
        return True
    if _MANY.search(text, first.start, first.end) is not None:
        return False  # "also held meetings with her counterparts from": a whole of its own
    return _ONE_MORE.search(text[first.start : first.end]) is not None and not is_of_another_time(text, event)


def _tells_of_all(text: str, one: Draft, event: Draft) -> bool:
    """Whether a contact told of before, of the same person, is told of together with others."""
    first, last = one.passages[0], event.passages[0]
    before = one is not event and first.start < last.start and last.paragraph - first.paragraph <= _REACH
    if not before or one.family != "contact" or one.status != "held" or one.named.isdisjoint(event.named):
        return False
    return any(_MANY.search(text, passage.start, passage.end) is not None for passage in one.passages)


def _take_from_sentence(source: Source, today: str, wholes: Sequence[Passage], event: Draft) -> None:
    """Read "In Fiji for a forum, X on Monday met several counterparts. He also met Y": no contact of all is known."""
    for whole in reversed(wholes):
        near = 0 <= event.passages[0].paragraph - whole.paragraph <= _REACH
        if near and whole.start < event.passages[0].start and _names_one(source.text, whole, event):
            day = _day(source, today, whole)
            then = event.date or (day if event.place is None else None)
            there = next(_places(source.text, whole), None) if event.place is None else None
            if day is not None and then is not None and then.edtf == day.edtf:
                event.date = then
                event.place, event.place_span = there or (event.place, event.place_span)
            return


def _names_one(text: str, whole: Passage, event: Draft) -> bool:
    """Whether a sentence names one of those who met, or the next one goes on with "he"."""
    between = text[whole.end : event.passages[0].start]
    if not between.strip() and _GOES_ON.match(text, event.passages[0].start) is not None:
        return True
    names = (party.person.name.split()[-1] for party in event.parties if party.person is not None and party.person.name)
    return any(text.find(name, whole.start, whole.end) >= 0 for name in names)


def _day(source: Source, today: str, whole: Passage) -> When | None:
    if not may_name_dates(source.text, whole.start, whole.end):
        return None
    return day_of_lead(source.text, find_dates(source.text, today, whole.start, whole.end, "past"), whole)


def _places(text: str, whole: Passage) -> Iterator[tuple[Place, tuple[int, int]]]:
    """Where a sentence begins, "In Fiji for a forum,", or what it says they were in."""
    for hit in gazetteer().find(text[whole.start : whole.end]):
        begin, end = whole.start + hit.start, whole.start + hit.end
        place = Place(hit.low, "", hit.term.side) if hit.term.code == "C" else hit.term.place
        if place is not None and _THERE.search(text, whole.start, begin) is not None:
            yield place, (begin, end)

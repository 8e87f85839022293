"""The time of a journey to a part of the world, for what is told of it: "Next week X will travel to Africa. She will".

A week or a month that stands in front frames all that follows of the traveller; elsewhere it is that of his stops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kg.model import Source
from kg.vocabulary import areas
from loaders.text.events.drafts import Draft
from loaders.text.events.tours import ByParagraph
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import When, find_dates, may_name_dates

_GOING = r"(?:travel|trip|tour|fl(?:y|ies|ew)|head|go(?:es|ing)?|went|journey|swing|mission|delegation|visit)\w*"
_WAY = r"(?:to|of|in|through|across|around)"
_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|due to|set to|plans?|scheduled|expected)\b")
_IN_FRONT = re.compile(r"\W*(?:[Ii]n|[Ee]arly in|[Dd]uring|[Ff]rom|[Bb]etween)?\s?")
_NOW = re.compile(r"\b(?:is|are) (?:\w+ing|in|on)\b")
_YEAR = 4
"""Characters of a date that names no more than a year."""


def date_under_umbrella(source: Source, today: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give what is told of a journey to a part of the world, and has no day, the weeks or days of the whole."""
    undated = [one for one in events if one.date is None and one.status in ("held", "planned")]
    stops = [one for one in undated if one.kind == "visit"]
    if not stops:
        return
    told = ByParagraph(source.text, stops)
    met = ByParagraph(source.text, (one for one in undated if one.family == "contact"))
    for passage in filter(partial(_may_be_umbrella, source.text), passages):
        own = told.of_traveller(passage)
        days = _days(source.text, today, passage, own[0].status) if own else None
        if days is not None:
            lands = {one.place.country for one in own if one.place is not None}
            framed = days.kind != "relative" or _IN_FRONT.fullmatch(source.text, passage.start, days.start) is not None
            there = [one for one in met.of_traveller(passage) if lands & one.sides] if framed else []
            for event in (*own, *there):
                event.date = days


def _may_be_umbrella(text: str, passage: Passage) -> bool:
    """Whether a sentence tells a day and a journey to a part of the world."""
    start, end = passage.start, passage.end
    return may_name_dates(text, start, end) and _to_part_of_world().search(text, start, end) is not None


def _days(text: str, today: str, umbrella: Passage, status: str) -> When | None:
    """The weeks, the month or the days that a sentence tells of a journey to a part of the world."""
    start, end = umbrella.start, umbrella.end
    told = find_dates(text, today, start, end, "future" if status == "planned" else "past")
    if len(told) != 1 or len(told[0].edtf) in (_YEAR, DAY_LENGTH):
        return None
    will = told[0].edtf > today or _AHEAD.search(text, start, end) is not None
    now = status == "planned" and _NOW.search(text, start, end) is not None
    return told[0] if will == (status == "planned") or now else None


@cache
def _to_part_of_world() -> re.Pattern[str]:
    named = {name.removeprefix("the ") for area in areas() for name in (area.name, *area.names)}
    names = "|".join(map(re.escape, sorted(named, key=lambda name: (-len(name), name))))
    goes = rf"(?:(?:tour|visit)\w*|(?:{_GOING}\b[^.;,\n]{{0,60}}?\b{_WAY}|(?:be|is|are|was) in))"
    return re.compile(rf"\b{goes} (?:the )?(?:\w+ )?(?:{names})\b")

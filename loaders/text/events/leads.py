"""The day of a first sentence, for what the next ones tell of those whom it names: "A and B pledged Wednesday to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from loaders.text.events.days_after import goes_on
from loaders.text.events.drafts import Draft
from loaders.text.events.other_days import OF_PAPER
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.telling.clauses import ClauseReader
from loaders.text.when import When, find_dates
from loaders.text.who.person import Person

_SAID = re.compile(
    r"\b(?:said|says|told reporters|announced|reported|according|confirmed|statement|received"
    r"|[Ss]peaking|[Rr]esponding|[Aa]ddressing)\b[^,;.]{0,30}$"
)
_OTHER = re.compile(r"\b(?:that|which|who|whose|where|when|after|before|since|following|until|days?)\b[^,;.]*$")
"""After such a word a date is of something else."""
_ANOTHER_DAY = re.compile(
    r"^\W*(?:Earlier,|(?:Before|Prior to) (?:leaving|departing|flying|heading|travell?ing|setting|his|her|their)\b)"
    r"|\b(?:came|comes?|(?:days?|weeks|months?|years?)) (?:(?:[\w-]+ ){1,3}(?:days?|weeks?|months?"
    r"|years?) )?(?:after|before)\b"
    r"|\b(?:shortly|soon) after\b|\bafter (?:being|taking|he|she)\b"
)
"""Read "Earlier, X said so in a call shortly after being appointed"."""
_NEAR = 4
"""Paragraphs in which the day of the first sentence still holds."""
_WORDS = 60
"""Characters before a date in which the verb stands that it belongs to."""


def lend_day(source: Source, today: str, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> None:
    """Give a contact without a day of two whom the first sentence tells of together the day of that sentence."""
    lead = next((reader for reader in readers[:PAIR] if reader.passage.role == "body"), None)
    persons = {id(a.person): a.person for a in lead.actors if isinstance(a.person, Person)} if lead is not None else {}
    if lead is None or len(persons) != PAIR or len({one.side for one in persons.values()}) != PAIR:
        return
    begin, end = lead.passage.start, lead.passage.end
    day = day_of_lead(source.text, find_dates(source.text, today, begin, end, "past"), lead.passage)
    if day is None or day.edtf > today:  # "discussed preparations for the summit on 25 November"
        return
    for event in events:
        near = event.passages[0].paragraph - lead.passage.paragraph <= _NEAR
        held = event.date is None and event.status in ("held", "") and event.family in ("contact", "call")
        told = source.text[event.passages[0].start : event.passages[0].end]
        if event.passages[0].start > begin and _ANOTHER_DAY.search(told) is not None:
            continue
        if held and near and event.named == {*persons} and event.passages[0].start > begin:
            event.date = day


def day_of_lead(text: str, dates: Sequence[When], lead: Passage) -> When | None:
    """The one day of a first sentence, where it is not that on which something was said."""
    if len(dates) != 1 or len(dates[0].edtf) != DAY_LENGTH or dates[0].modifier:
        return None
    before = max(lead.start, dates[0].start - _WORDS)
    other = any(pattern.search(text, before, dates[0].start) for pattern in (_SAID, _OTHER, OF_PAPER))
    return None if other or goes_on(text[lead.start : dates[0].start]) else dates[0]

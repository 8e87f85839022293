"""The day of a first sentence, for what the next ones tell of those whom it names: "A and B pledged Wednesday to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from loaders.text.events.days_after import goes_on
from loaders.text.events.drafts import Draft
from loaders.text.events.on_stay import is_of_another_time
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
_AGREE = re.compile(
    r"(?:(?:have|had|also|both|jointly|(?:late |early )?(?:on )?\w+day) ){0,3}"
    r"(?:agree|pledg|vow|resolv|promis|commit|undert|sign|decid|end|settl|resum|restor|normali|establish|reach|conclud)\w*\b"
)
_LENT = frozenset({"contact", "call", "agreement"})
_NEAR = 4
"""Paragraphs in which the day of the first sentence still holds."""
_WORDS = 60
"""Characters before a date in which the verb stands that it belongs to."""


def lend_day(source: Source, today: str, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> None:
    """Give a contact without a day of two whom the first sentence tells of together the day of that sentence."""
    lead = next((reader for reader in readers[:PAIR] if reader.passage.role == "body"), None)
    persons = {id(a.person): a.person for a in lead.actors if isinstance(a.person, Person)} if lead is not None else {}
    two = len(persons) == PAIR and len({one.side for one in persons.values()}) == PAIR
    states = _two_states(lead) if lead is not None and not persons else set[str]()
    if lead is None or not (two or states):
        return
    begin, end = lead.passage.start, lead.passage.end
    day = day_of_lead(source.text, find_dates(source.text, today, begin, end, "past"), lead.passage)
    if day is None or day.edtf > today:  # "discussed preparations for the summit on 25 November"
        return
    for event in events:
        if event.passages[0].start > begin and _is_of_another_day(source.text, event):
            continue
        same = event.named == {*persons} if two else _is_of_states(source.text, states, event)
        if same and _may_be_then(event, lead.passage):
            event.date = day


def _is_of_another_day(text: str, event: Draft) -> bool:
    """Whether a sentence goes back before that day; not "said after she held talks", where the talks are told."""
    first = event.passages[0]
    other = _ANOTHER_DAY.search(text[first.start : first.end])
    return other is not None and len(text[first.start + other.end() : event.at[0]].split()) > 1


def _may_be_then(event: Draft, lead: Passage) -> bool:
    """Whether a contact without a day is told of soon after the first sentence."""
    near = event.passages[0].paragraph - lead.paragraph <= _NEAR and event.passages[0].start > lead.start
    return (
        near
        and event.date is None
        and event.status in ("held", "")
        and event.family in ("contact", "call", "agreement")
    )


def _two_states(lead: ClauseReader) -> set[str]:
    """Read "Peru and Chile agreed on Monday to": the two states that a first sentence begins with."""
    first, second = lead.actors[:PAIR] if len(lead.actors) >= PAIR else (None, None)
    if first is None or second is None or first.kind != "side" or second.kind != "side" or first.first > 1:
        return set()
    agree = _AGREE.match(lead.lx.lower(second.last, len(lead.lx))) is not None
    joined = agree and lead.lx.lows[first.last : second.first] == ["and"]
    sides = {*first.sides, *second.sides}
    return sides if joined and len(sides) == PAIR else set()


def _is_of_states(text: str, states: set[str], event: Draft) -> bool:
    return event.sides == states and not event.background and not is_of_another_time(text, event)


def day_of_lead(text: str, dates: Sequence[When], lead: Passage) -> When | None:
    """The one day of a first sentence, where it is not that on which something was said."""
    if len({one.edtf for one in dates}) != 1 or len(dates[0].edtf) != DAY_LENGTH or dates[0].modifier:
        return None  # "today, Thursday" is one day
    before = max(lead.start, dates[0].start - _WORDS)
    other = any(pattern.search(text, before, dates[0].start) for pattern in (_SAID, _OTHER, OF_PAPER))
    return None if other or goes_on(text[lead.start : dates[0].start]) else dates[0]

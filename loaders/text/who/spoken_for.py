"""Of which side those are of whom an organ of a state speaks: "Peru's foreign ministry said President X had met Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.who.holders import may_hold
from loaders.text.who.organs import Acting
from loaders.text.who.person import Person, is_free

_SAYS_THAT = re.compile(
    r"\b(?:[Mm]inistry|[Pp]residency|[Gg]overnment|[Cc]abinet|[Oo]ffice|[Pp]alace|[Cc]ourt|officials?|spokes\w+|statement"
    r"|[Ss]tate(?:-run|-owned)? (?:radio|television|TV|media|news agency)|official (?:\w+ )?news agency)"
    r"\b(?:(?! (?:and|but|after|when)\b) [\w’'-]+){0,5}? (?:said|says|announced|confirmed|denied|reported|stated"
    r"|rejected|dismissed)(?: (?:as \w+ |claims? |reports? |suggestions? |(?:on )?\w+day )*(?:that )?(?:the )?)?$"
)
_RANKS = frozenset({"head", "minister", "deputy"})
_SENTENCE = 200
"""Characters before one of whom it speaks in which the sentence begins."""


def settle_spoken_for(people: Sequence[Person], acting: Acting, text: str, published: str) -> None:
    """Give those right behind "said that" the state with whose organ the sentence begins."""
    for person in people:
        if person.side or person.rank not in _RANKS or person.former or person.foreign or person.body:
            continue
        begin = person.capacity_span[0] or person.start
        if _SAYS_THAT.search(text, max(0, begin - _SENTENCE), begin) is None:
            continue
        side = next(acting.before(person.start), "")
        fits = is_country(side) and is_free(people, side, person)
        if fits and may_hold(side, person.office, person.name, published):
            person.side = side

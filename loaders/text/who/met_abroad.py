"""Whom those of a text's own side meet on a journey: he is of the state that they have come to.

Read "The Minister will visit Kenya. He will call on President X": nothing but where he goes says of which state X is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.vocabulary import is_country
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit
from loaders.text.who.actor import Actor
from loaders.text.who.holders import may_hold
from loaders.text.who.person import Person, is_free

_MEETS = re.compile(
    r"(?:\b(?:met|meet|meets|meeting|see|sees|received by|welcomed by|hosted by|call(?:s|ed|ing)? (?:up)?on"
    r"|invitation of)"
    r"|\b(?:met|meets?|meetings?|talks?|talked|discussions?|consultations|negotiations|audience|lunch|dinner|breakfast"
    r"|conversation|spoke|speak) (?:[^\s,;.]+ ){0,3}?with|\bcounterpart,?) (?:the |H\.?E\.? |both )?$"
)
_HIS_HOST = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) host,? (?:the )?$")
_CAPITAL = r"(?: the)?(?: (?:[\w-]+ ){0,2}?capital(?: city)?(?: of)?,?)? $"
_WHERE = re.compile(rf"\b(?:in|at){_CAPITAL}")
_BEFORE_PLACE = re.compile(
    rf"(?<!who )\b(?:[Ii]n|to|[Aa]t|for|visit|visits|visited|visiting|tour|tours|toured|reached){_CAPITAL}"
)
_AHEAD = re.compile(r"\b(?:will|shall|would|is to|are to|due|scheduled|expected|plans?|next|tomorrow|upcoming)\b")
_LISTED = re.compile(r",? ?(?:and |as well as |and with |with )?(?:the )?$")
_RANKS = frozenset({"head", "minister", "deputy", "parliament", "senior", "official", "military"})
_REACH = 60
"""Characters before a person in which it is told that he is met."""
_SENTENCE = 500
"""Characters of a sentence that are looked through, however long it is."""
_OTHERS = 16
"""Persons before one who is met that are looked at: they are in his sentence."""
_REMEMBERED = 3
"""Sentences in which one may have been told where those are who meet him."""


class Journeying:
    """Where the sentences of a text take those of its own side."""

    def __init__(self, text: str, passages: Sequence[Passage], hits: Sequence[Hit], own: str) -> None:
        self._text, self._passages, self._hits, self._own = text, passages, hits, own

    def settle(self, people: Sequence[Person], published: str) -> None:
        """Give those met on a journey the side of where they are met, in a text that has a side of its own."""
        self._settle_hosts(people, published)
        if not self._own:
            return
        settled: dict[int, str] = {}
        before: deque[Person] = deque(maxlen=_OTHERS)
        for person in sorted(people, key=attrgetter("start")):
            if not person.side and person.rank in _RANKS and not person.former:
                land = self._land_of(person, before, settled)
                if land and is_free(people, land, person) and may_hold(land, person.office, person.name, published):
                    person.side = settled[id(person)] = land
            before.append(person)

    def _settle_hosts(self, people: Sequence[Person], published: str) -> None:
        """Read "arrived in Kigali. His host, President X,": of where the guest has come to."""
        for person in people:
            begin = person.capacity_span[0] or person.start
            if person.side or _HIS_HOST.search(self._text, max(0, begin - _REACH), begin) is None:
                continue
            index = bisect_right(self._passages, begin, key=attrgetter("start")) - 1
            land = self._scene(index, begin) if index >= 0 else ""
            if land and is_free(people, land, person) and may_hold(land, person.office, person.name, published):
                person.side = land

    def _land_of(self, person: Person, before: Sequence[Person], settled: dict[int, str]) -> str:
        """The state of one who is met, or empty; one who is listed after another is met with him."""
        begin = person.capacity_span[0] or person.start
        beside = person.beside.person if isinstance(person.beside, Actor) else next(reversed(before), None)
        if isinstance(beside, Person) and id(beside) in settled and self._are_listed(beside, begin):
            return settled[id(beside)]
        index = bisect_right(self._passages, begin, key=attrgetter("start")) - 1
        if index < 0 or self._passages[index].spoken:
            return ""
        passage = self._passages[index]
        if _MEETS.search(self._text, max(passage.start, begin - _REACH), begin) is None:
            return ""
        land = self._scene(index, begin)
        others = (one.side for one in before if passage.start <= one.start < begin)
        told = any(side not in ("", self._own, land) for side in others)
        return "" if told or self._is_told_of_others(max(passage.start, begin - _SENTENCE), begin) else land

    def _are_listed(self, one: Person, begin: int) -> bool:
        end = max(one.end, one.capacity_span[1])
        return end <= begin and _LISTED.fullmatch(self._text, end, begin) is not None

    def _is_told_of_others(self, start: int, end: int) -> bool:
        """Whether words of another state stand before one who is met: "The Kenyan minister met President X"."""
        named = (hit for hit in self._inside(start, end) if hit.term.code in ("C", "D"))
        return any(
            hit.term.side != self._own and not (hit.term.code == "C" and self._is_place(hit, _BEFORE_PLACE))
            and not self._text.startswith(" capital", hit.end)
            for hit in named
        )  # fmt: skip

    def _scene(self, index: int, begin: int) -> str:
        """The foreign state in which a sentence takes place: it says so itself, or one before it does."""
        here = self._passages[index]
        ahead = self._is_ahead(here)
        first, last = max(here.start, begin - _SENTENCE), min(here.end, begin + _SENTENCE)
        land = self._last_land(begin, last, _WHERE) or self._last_land(first, begin, _BEFORE_PLACE)
        for passage in reversed(self._passages[max(0, index - _REMEMBERED) : index]):
            if not land and (ahead or not self._is_ahead(passage)):
                land = self._last_land(max(passage.start, passage.end - _SENTENCE), passage.end, _BEFORE_PLACE)
        return land if land != self._own and is_country(land) else ""

    def _last_land(self, start: int, end: int, governor: re.Pattern[str]) -> str:
        """The state of the last name between two offsets that says where somebody is or goes."""
        lands = [self._land(hit, governor) for hit in self._inside(start, end)]
        return next(filter(None, reversed(lands)), "")

    def _land(self, hit: Hit, governor: re.Pattern[str]) -> str:
        place = hit.term.place
        land = hit.term.side if hit.term.code == "C" else place.country if place is not None else ""
        return land if land and self._is_place(hit, governor) else ""

    def _is_place(self, hit: Hit, governor: re.Pattern[str]) -> bool:
        return governor.search(self._text, max(0, hit.start - _REACH), hit.start) is not None

    def _is_ahead(self, passage: Passage) -> bool:
        return _AHEAD.search(self._text, passage.start, passage.end) is not None

    def _inside(self, start: int, end: int) -> Iterator[Hit]:
        """The names between two offsets."""
        at = bisect_right(self._hits, start - 1, key=attrgetter("start"))
        while at < len(self._hits) and self._hits[at].end <= end:
            yield self._hits[at]
            at += 1

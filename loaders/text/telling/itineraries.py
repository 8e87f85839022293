"""The places of a journey, one after another: "to Oslo for talks and then to Stockholm"."""

from __future__ import annotations

import re

from loaders.text.clause.places import Where
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.telling.noun_calls import NounCalls

_NEXT_PLACE = re.compile(
    r"(?:\( \w+ \) ?)?(?:, )?(?:[a-z.]+ )?[,;]?(?: ?and| ?&)?(?: then)?(?: on)?(?: ?to)?(?: ?the)?"
)
"""What may stand between two places of a journey: ", then to", ", Argentina ;"."""
_AND_OTHERS = re.compile(
    r"(?:, )?and (?:[\w-]+ ){1,5}?(?:countries|nations|states)(?: (?:in|of|from) (?:the )?(?:[\w-]+ ?){1,4})?"
    r" ?(?:, namely|[,;&-]|, including)(?: the)?"
)
"""Read "visit Peru and two countries in the region, namely Chile and Bolivia"."""
_AND_THEN_TO = re.compile(r" and (?:(?:then|later|from there|on|afterwards|next) )*(?:to|in)(?: the)?$")
_FOR_WHAT_THEN_TO = re.compile(
    r"(?:[\w, ]{0,24}? )?for (?:(?!(?:who|which|that|will|would|is|are|was|were|has|have|had|to|says?|said)\b)"
    r"[\w'.()+-]+ ){1,12}?(?:[,;] (?:and )?|and )(?:then )?to(?: the)?"
)
"""What may stand between two legs that each have a purpose: "to Peru for the summit, to Chile for talks"."""
_DAY_BETWEEN = re.compile(r"(?=.*m)\(?p?t?[mn]+(?:[-p&;][mn]+)*\)?,?&?[xa]?p?t?")
"""What may stand between two places where each has its day: "Oslo on Monday and Stockholm on Tuesday"."""


_IS_TO = re.compile(r"(?:(?:abroad|overseas|as|since) )?(?:[\w-]+ ){0,3}?(?:will be|would be|was|is) to ")
"""After a visit, before where it goes."""
_COUNTRIES = re.compile(
    r"(?:\S+ ){0,5}?(?:countries|nations|states|capitals|cities) "
    r"(?:(?:in|of|from|across) (?:the )?(?:[\w-]+ ){1,4}?(?=[,;&-]))?"
)
"""Read "three countries (in the region)"."""
_LISTING = frozenset({"including", "namely"})
_MARKS = (";", "&", "-", ",")


class Itineraries(NounCalls):
    """Finds the places that a journey goes on to."""

    def _numbered(self, at: int) -> list[Where]:
        """Read "tour four Pacific countries: Fiji, Tonga and Samoa": the first of those that are listed."""
        told = _COUNTRIES.match(self.lx.lower(at + 1, at + FAR + NEAR))
        if told is None:
            return []
        last = self.lx.item_at(at + 1, told.end())
        marked = self.lx.codes[last : last + 1] in _MARKS
        last += marked and self.lx.lows[last + 1 : last + 2] == ["namely"]
        if not marked and _LISTING.isdisjoint(self.lx.lows[last : last + 1]):
            return []
        first = next((w for w in self.places if last < w.item <= last + PAIR), None)
        return [first] if first is not None and self.lx.codes[first.item + 1 : first.item + PAIR] != "'" else []

    def _with_listed(self, to: list[Where], stop: int) -> list[Where]:
        """Add the places that go on with the list: "to Brazil and Argentina"."""
        if not to:
            return []
        found = [to[0]]
        for where in self.places:
            between = self.lx.lower(found[-1].item + 1, where.item)
            if found[-1].item < where.item and self._goes_on_to(found[-1].item, where, between):
                found.append(where)
                continue
            semicolon = ";" in self.lx.codes[found[-1].item + 1 : where.item]
            within = where.place.country == found[-1].place.country and not found[-1].place.city
            if self.lx.lows[where.item + 1 : where.item + PAIR] in (["says"], ["said"], ["announces"], ["announced"]):
                continue  # "to travel to Washington in May, White House says"
            if within or where.place == found[-1].place or self.lx.codes[where.item + 1 : where.item + PAIR] == "'":
                continue
            if (
                found[-1].item < where.item
                and (where.item < stop or semicolon)
                and (
                    _NEXT_PLACE.fullmatch(between)
                    or _AND_OTHERS.fullmatch(between)
                    or (
                        where.governor != "from"
                        and _DAY_BETWEEN.fullmatch(self.lx.codes[found[-1].item + 1 : where.item])
                    )
                )
            ):
                found.append(where)
                stop = max(stop, where.item + 1)
        return found

    def _goes_on_to(self, after: int, where: Where, between: str) -> bool:
        """Read "to Oslo for talks and then to Stockholm", "to Oslo for talks, to Riga for a summit"."""
        if where.governor == "to" and " for " in f" {between}" and _FOR_WHAT_THEN_TO.fullmatch(between):
            return True
        told = _AND_THEN_TO.search(between) is not None and where.governor in ("to", "in")
        return told and not any(self._is_verb(i) for i in range(after + 1, where.item - PAIR))

    def _is_to(self, at: int) -> list[Where]:
        """Read "his first visit abroad as President will be to Oslo"."""
        told = _IS_TO.match(self.lx.lower(at + 1, at + VERY_FAR))
        item = self.lx.item_at(at + 1, told.end()) if told else at
        return self._with_listed([w for w in self.places if item <= w.item <= item + 1 and told][:1], len(self.lx))

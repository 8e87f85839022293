"""Where one is, or is said to be, without a verb of travel: "is in Lithuania for a summit", "visited the country"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.clause.places import Where
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.gazetteer import Place
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.itineraries import Itineraries
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person
from loaders.text.who.sides import sides_of

_FOR = (
    r"talks?|visits?|trip|tour|summit|meetings?|gathering|conference|inauguration|funeral|ceremony|consultations|forum"
    r"|discussions|negotiations|dialogue|celebrations?|anniversary|swearing-in|wedding|coronation|assembly|session|signing"
)
_PURPOSE = re.compile(
    r"(?:on \w+(?: \d+)? |this week |next week |today |yesterday |tomorrow |earlier this week |last week "
    r"|(?:during|over|earlier in|later in) the (?:week|weekend) )?"
    rf"(?:for (?:an? |his |her |the )?(?:\S+ ){{0,4}}?(?:{_FOR})\b"
    r"|from (?:\w+ )?\d+(?:st|nd|rd|th)? (?:\w+ )?(?:to|until|-|–) "
    r"|to (?:also )?(?:attend|meet|hold|discuss|take part|participate|sign|open|address|deliver|join|brief|press|push"
    r"|promote|mark|represent|chair|co-chair|speak|prepare|review|drum up|seek|shore up|lead|broker|mediate|negotiate"
    r"|hand over|convey|witness|watch|secure|lobby|persuade|finali[sz]e|conclude|launch|explore|express|convince|defuse"
    r"|ease|revive|restart|resume|salvage|rally|court|woo|clinch|seal|strengthen|deepen|mend|repair|pitch)\b"
    r"|(?:currently |now )?on (?:an?|the (?:first|second|third|last|final|latest)) (?:\S+ ){0,4}?"
    r"(?:visit|trip|tour|leg|stop|mission)\b"
    r"|as part of (?:an?|the|his|her|their|its)\b"
    r"|(?:at|on) the (?:\w+ )?invitation\b|with an? (?:\S+ ){0,3}?delegation\b)"
)
_CAPITAL = re.compile(r"^(?:'s )?capital ?(?:, )?")
_PRIVATE = re.compile(
    r"(?:for|on) (?:an? |his |her )?(?:[\w-]+ ){0,2}?"
    r"(?:medical|treatment|surgery|holiday|vacation|leave|check-?up|honeymoon|studies|rest)\b"
)
"""Why one who holds an office is somewhere as anybody may be."""
_NO_MORE = re.compile(
    r"[.,;&]|(?:and|for|on|today|yesterday|tomorrow|(?:this|next|last) (?:week|month|weekend)|later|earlier|early"
    r"|from|until|since|at|ahead of|before|after|between|in (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|early|late))\b|$"
)
"""Where nothing more is said of the place: "is in Ankara, and"."""
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_SENT = frozenset({"envoy", "special-envoy", "special-representative"})
_AT_HOME = frozenset({"envoy", "military", "other", "rebels", ""})
"""Those who may live where they are."""
_REMEMBERED = 3
"""States named before a sentence that "the country" may mean."""
_FOR_ONLY = re.compile(
    r"(?:on \w+ )?(?:for(?: (?:an?|the|his|her))?|on(?: (?:an?|his|her)|(?! \w+day\b)))(?: [\w-]+){0,4}"
)
_AT_PRESENT = frozenset({"currently", "now", "presently", "already", "also", "recently", "still"})
_DAYS_IN = re.compile(r"(?:\S+ ){1,3}?(?:days?|hours?|nights?|week|weekend) (?:on \S+ )?(?:in|visiting|touring) ")
_LANDS = frozenset({"country", "nation", "republic", "kingdom", "island", "sultanate", "emirate"})
_OF_A_PART = frozenset(
    {"african", "asian", "european", "american", "arab", "gulf", "balkan", "baltic", "caribbean", "pacific", "nordic"}
    | {"andean", "himalayan", "maghreb", "sahel", "north", "south", "east", "west", "central", "southeast", "southern"}
    | {"northern", "eastern", "western", "latin", "neighbouring", "neighboring", "landlocked"}
)
"""Words for where in the world a state is: "the African country", "the South American nation"."""


class Stays(Itineraries):
    """Readers of where one is."""

    previous: Stays | None = None
    """The reader of the sentence before."""
    _named_before: tuple[str, ...] | None = None

    def _read_stay(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "is in Lithuania for a NATO gathering", "was in Ankara on Wednesday to meet", "is currently in"."""
        stays = self.lx.lows[at].startswith(("remain", "stay"))
        if not stays and not _BE.intersection(self.lx.lows[max(0, at - 1) : at + 1]):
            return None
        to = [w for w in self.places if at < w.item <= at + NEAR and w.governor == "in"][:1] or self._the_city(at)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun", "group")]
        if not to or not any(map(_is_official, subject)):
            return self._in_town(at, trigger)
        after = _CAPITAL.sub("", self.lx.lower(to[0].item + 1, to[0].item + FAR))
        if _PRIVATE.match(after):
            return None
        before = self._before(at)
        ahead = "will" in before.split()
        travelling = all(may_travel(a) or (ahead and (a.kind == "pronoun" or a.count == PAIR)) for a in subject)
        if not _PURPOSE.match(after) and (stays or not _NO_MORE.match(after) or not travelling):
            return None
        return self._make(at, trigger, subject, before, places=self._with_listed(to, self._stop(at)))

    def _the_city(self, at: int) -> list[Where]:
        """Read "was in the city on Tuesday": the last that the sentence before tells of."""
        item = next((i for i in range(at + 1, min(at + NEAR, len(self.lx))) if self.lx.lows[i] == "city"), -1)
        if item < 0 or self.lx.lows[item - 2 : item] != ["in", "the"] or self.previous is None:
            return []
        cities = [w for w in self.previous.places if w.place.city and w.governor in ("in", "to")]
        return [Where(item, "in", cities[-1].place, self.lx.starts[item], self.lx.ends[item])] if cities else []

    def _in_town(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "is in town for talks": where the text was written."""
        subject = [a for a in self._left(at) if may_travel(a)]
        if not subject or self.lx.lows[at + PAIR : at + PAIR + 1] != ["town"]:
            return None
        frame = self._make(at, trigger, subject, self._before(at), places=[])
        frame.here = True
        return frame

    def _read_in_for(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "X, currently in Oslo for talks, said", ", here on a visit,", and the headline "X in Oslo for talks"."""
        near = (w for w in reversed(self.places) if w.item < at and w.governor == "in")
        where = next(near, None) if self._is_with_nobody(at) else None
        end = where.item if where is not None else self._here_before(at)
        if end < 0 or _FOR_ONLY.fullmatch(self.lx.lower(end + 1, at)) is None:
            return None
        there, aside = self._before_stay(end)
        if there is None or not (aside or (self.passage.role == "headline" and there.first == 0)):
            return None
        subject = [a for a in there.actors if may_travel(a)]
        frame = self._make(at, trigger, subject, "", places=[where] if where else []) if subject else None
        if frame is not None:
            frame.present = False  # "for a visit": the noun
            frame.here = where is None
        return frame

    def _before_stay(self, end: int) -> tuple[Group | None, bool]:
        """The group before "in Oslo", ", currently in Oslo", ", who is here", and whether a comma stands behind it."""
        while end > 0 and (self.lx.codes[end - 1] in "pt" or self.lx.lows[end - 1] in _AT_PRESENT):
            end -= 1
        if self.lx.lows[max(0, end - PAIR) : end] in (["who", "is"], ["who", "was"]):
            end -= PAIR
        aside = end > 0 and self.lx.codes[end - 1] == ","
        return next((g for g in self.groups if g.last in (end, end - aside)), None), aside

    def _here_before(self, at: int) -> int:
        """The item of "here" shortly before another where only its parties are not told: "here for talks", or -1."""
        near = range(at - 1, max(0, at - FAR), -1)
        return next((i for i in near if self.lx.lows[i] == "here"), -1) if self._is_with_nobody(at) else -1

    def _is_with_nobody(self, at: int) -> bool:
        """Whether a noun names none with whom: "talks", "talks with officials and members of parliament"."""
        if self.lx.codes[at + 1 : at + 2] not in ("w", "b"):
            return True
        named = (a for g in self.groups if at < g.first <= at + FAR for a in g.actors)
        return not any(sides_of(actor) or actor.name for actor in named)

    def _read_days_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "spent two days in Norway"."""
        told = _DAYS_IN.match(self.lx.lower(at + 1, at + FAR))
        last = self.lx.item_at(at + 1, told.end() if told else 0)
        to = [w for w in self.places if told and last <= w.item <= last + PAIR][:1]
        subject = [a for a in self._left(at) if may_travel(a)]
        return self._make(at, trigger, subject, self._before(at), places=to) if to and subject else None

    def _states_before(self) -> tuple[str, ...]:
        """The states that the sentences before name, the last of them first: looked for only where one is meant."""
        unread, at = [], self
        while at._named_before is None and at.previous is not None:
            unread.append(at)
            at = at.previous
        known = at._named_before or ()
        for one in reversed(unread):
            known = tuple(dict.fromkeys([*_states(at.lx), *known]))[:_REMEMBERED]
            one._named_before, at = known, one
        return known

    def _the_country(self, at: int, visitors: list[Actor]) -> list[Where]:
        """Read "visited the country", "on a visit to the country": the state told of last that is not the visitor's."""
        lx, last = self.lx, min(at + NEAR, len(self.lx) - 1)
        item = next((i for i in range(at + 1, last) if lx.lows[i] == "the" and self._is_land(i + 1)), -1)
        own = {side for actor in visitors for side in sides_of(actor)}
        if item < 0 or not own:
            return []
        within = (term.side for i in range(item, -1, -1) if lx.codes[i] in "CD" and (term := lx.terms[i]) and term.side)
        land = next((side for side in (*within, *self._states_before()) if side not in own), "")
        return [Where(item, "to", Place("", "", land), lx.starts[item], lx.ends[item + 1])] if land else []

    def _is_land(self, at: int) -> bool:
        """Read "country", "African country": what stands for a state told of, with no more said of it."""
        words = self.lx.lows
        while words[at : at + 1] and words[at] in _OF_A_PART:
            at += 1
        return words[at : at + 1] != [] and words[at] in _LANDS and words[at + 1 : at + 2] != ["of"]


def _states(lx: Lexed) -> list[str]:
    """The states that a sentence names, the last of them first."""
    terms = [term for code, term in zip(lx.codes, lx.terms, strict=True) if code in "CD" and term is not None]
    return [term.side for term in reversed(terms) if term.side]


def may_travel(actor: Actor) -> bool:
    """Whether one who is somewhere abroad is there on a visit: a minister, not an envoy, not a soldier."""
    rank = actor.rank or (actor.person.rank if isinstance(actor.person, Person) else "")
    return actor.kind in ("person", "role") and rank not in _AT_HOME and not actor.plural


def may_return(actor: Actor) -> bool:
    """Whether one who returns somewhere is there on a visit: an envoy with a name, no ambassador back at his post."""
    office = actor.office or (actor.person.office if isinstance(actor.person, Person) else "")
    return may_travel(actor) or (office in _SENT and actor.name != "")


def _is_official(actor: Actor) -> bool:
    """Tell those who hold an office, or stand for a state, from one of whom nothing is told."""
    rank = actor.rank or (actor.person.rank if isinstance(actor.person, Person) else "")
    return actor.kind != "person" or bool(sides_of(actor)) or rank not in _AT_HOME

"""Those whom a next sentence lists, envoys and guests; and what in a transcript is only talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.actor import Actor
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party
from loaders.text.who.sides import side_of

_LOOSE = ("noun", "noun-call", "discuss", "visit-noun", "sign", "gather")
"""Rules that in someone's own words mostly find what is spoken of in general."""
_THEY_ARE = re.compile(
    r"(?:they|these|others|the (?:\w+ ){0,2}(?:envoys|ambassadors|diplomats|representatives|rest|others))"
    r"(?: (?:who|whom|that|he|she|received|accredited)\b[^.;]{1,60}?)?"
    r" (?:also )?(?:are|were|include|included)\b"
)
"""Read "They are", "The rest were", "The envoys he received in Oslo included"."""
_AMONG_THEM = re.compile(
    r"(?:they|these|the (?:\w+ ){0,2}?(?:dignitaries|guests|visitors|leaders|officials|ministers|delegates|envoys))"
    r" (?:also )?(?:include|included)\b|among them (?:are|were)\b"
)
"""Read "met several leaders on Monday. They included X of Peru and Y of Togo"."""
_LAND = re.compile(r"[-;,]t?(?P<land>C)[.;,]?$")
_OPENING = 14
"""Items in which such a sentence says so."""
_ACTS = frozenset({"agreement", "expulsion", "other", "sanction", "summons"})


def is_only_talked_of(frame: Frame) -> bool:
    """Tell "talks are going on", in a transcript, from "I had a good discussion with Prime Minister X"."""
    if all(actor.kind == "pronoun" and actor.determiner == "they" for actor in frame.actors):
        return True
    announced = frame.status == "planned" and frame.kind != "sanction"
    if frame.kind in _ACTS and frame.status != "held" and not announced:
        return True  # what ought to be done
    if not frame.rule.endswith(_LOOSE):
        return False
    speaks = any(actor.kind == "pronoun" and actor.determiner in ("i", "we") for actor in frame.actors)
    return not (speaks and any(actor.name or actor.sides for actor in frame.actors))


def is_of_us_alone(frame: Frame, parties: Sequence[Party]) -> bool:
    """Read "We met in May" of those of one side, who do not say with whom."""
    us = frame.rule.endswith("-meet") and {one.determiner for one in frame.actors} == {"we"}
    return us and len({party.side for party in parties}) <= 1


def _is_envoy(actor: Actor) -> bool:
    return actor.rank == "envoy" and bool(actor.name)


def _is_of_a_state(actor: Actor) -> bool:
    """Read "X of Peru", "Chile's Y", "Z (Togo)": of whom only the state is told."""
    return actor.kind == "person" and bool(actor.name and actor.sides) and not actor.capacity


def lend_land(lx: Lexed, actors: list[Actor]) -> None:
    """Read "H.E. NAME - Kingdom of Morocco", a line of a list: one of that state."""
    first = actors[0] if actors else None
    if first is None or not first.name or first.capacity or first.first > 0 or lx.codes[0] != "H":
        return
    if (land := _LAND.match(lx.codes, first.last)) is not None:
        first.sides, first.last = side_of(lx.terms[land.start("land")]), land.end("land")
        del actors[1:]


def _listed(reader: ClauseReader) -> list[Actor]:
    """Read "They are Ambassador X of Peru, Ambassador Y of Togo and High Commissioner Z": those of one sentence."""
    opening = reader.lx.lower(0, _OPENING)
    told = _THEY_ARE.match(opening) is not None
    return [actor for actor in reader.actors if _is_envoy(actor) or _is_of_a_state(actor)] if told else []


def _guests(reader: ClauseReader) -> list[Actor]:
    """Read "The dignitaries included Minister X of Peru and Minister Y": those whom such a sentence names."""
    told = _AMONG_THEM.match(reader.lx.lower(0, _OPENING))
    end = reader.lx.item_at(0, told.end()) if told is not None else 0
    guests = [one for one in reader.actors if one.kind in ("person", "role") and (one.name or one.sides)]
    guests = [one for one in guests if told is not None and one.first >= end]
    return guests if guests and guests[0].first <= end + PAIR else []


def _has_unnamed(frame: Frame, told: Draft) -> bool:
    """Read "envoys called on X", "met several African leaders": a contact of one side with others not told."""
    others = (one for one in frame.actors if not (one.sides or one.name))
    return len(told.sides) == 1 and any(one.plural and one.kind in ("role", "group") for one in others)


class Roll:
    """Envoys listed after "five ambassadors presented their credentials to the President"."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._told: Draft | None = None

    def expect(self, frame: Frame, told: Draft) -> None:
        """Take note of credentials received, and of a contact, whose other parties the sentence does not name."""
        if told.family == "contact" and told.status != "denied" and _has_unnamed(frame, told):
            self._told = replace(told, parties=[party for party in told.parties if party.side])
            return
        if told.kind != "other" or not frame.rule.startswith("credentials") or not told.sides:
            return
        envoys = any(actor.rank == "envoy" and not actor.name and not actor.sides for actor in frame.actors)
        envoys = envoys or any(party.rank == "envoy" and party.person is None for party in told.parties)
        if envoys:
            hosts = [party for party in told.parties if party.rank == "head" and party.side]
            self._told = replace(told, parties=hosts) if hosts else self._told

    def of(self, reader: ClauseReader) -> Draft | None:
        """Return what was told with those of this line too, if it lists them."""
        told, first = self._told, reader.actors[0] if reader.actors else None
        if told is None or first is None:
            return None
        if told.family == "contact":
            self._told = None
            return self._with(told, reader, _guests(reader))
        if first.sides and not first.capacity and first.last == len(reader.lx) and reader.lx.codes[0] == "H":
            first.rank = "envoy"  # "H.E. NAME - Kingdom of Morocco"
        alone = first.first <= PAIR and _is_envoy(first)
        listed = [first] if alone else _listed(reader)
        if not listed:
            near = reader.passage.paragraph - told.passages[-1].paragraph <= PAIR
            self._told = told if near else None
            return None
        self._told = self._with(told, reader, listed)
        return self._told

    def _with(self, told: Draft, reader: ClauseReader, listed: list[Actor]) -> Draft | None:
        """Return what was told with those of this sentence too, or nothing where it lists nobody."""
        if not listed:
            return None
        parties = [party for party in told.parties if party.side] + self._resolver.parties(reader.lx, listed)
        passages = [*told.passages, reader.passage]
        return replace(told, parties=parties, passages=passages, statuses=list(told.statuses))

"""Sides that a phrase takes from what stands near it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.lexis.lexed import Lexed
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.actor import Actor

_PRESENT = re.compile(r"\b(?:present|attended|attendance|taking part|took part|participants|included|delegations?)\b")
_LABEL = re.compile(r"\W{0,3}(?P<name>[A-Z][A-Za-z' ]{2,30}?)(?:: |\. | [-–—] )")
_FAR_FROM_LABEL = 600
_ANNOUNCING = (
    ["said"], ["says"], ["announced"], ["announces"], ["confirmed"], ["confirms"], ["denied"], ["denies"]
)  # fmt: skip
_HAVE = (["has"], ["have"], ["had"])
_OFFICES = frozenset({"ministry", "government", "presidency", "embassy", "office", "department", "cabinet"})
_LED = (["led", "by"], ["headed", "by"], ["under"], ["chaired", "by"])
_FEWEST_PLACED = 4
"""Phrases of two who are met, each in another state."""


def lend_sides(readers: Iterable[ClauseReader]) -> None:
    """Give "the country's president" the state named last, and those of "on the Russian side" that side."""
    last = ""
    for reader in readers:
        if reader.actors:
            _lend(reader, last)
        last = _last_state(reader.lx, len(reader.lx)) or last


def _lend(reader: ClauseReader, last: str) -> None:
    """Lend to the phrases of a sentence; ``last`` is the state that those before it named last."""
    lx, actors = reader.lx, reader.actors
    label: tuple[str, ...] | None = None
    for actor in actors:
        if actor.sides:
            continue
        if actor.office and actor.kind in ("person", "role"):
            label = _country_of_item(lx, reader.passage.start) if label is None else label
            actor.sides = label
        if actor.determiner == "country" and not actor.sides:
            country = _last_state(lx, actor.first) or last
            actor.sides = (country,) if country else ()
    if "behalf" in lx.lows or any(actor.kind == "group" and actor.sides for actor in actors):
        _lend_to_those_on_a_side(lx, actors)
        _lend_to_leader(lx, actors)
    _lend_to_speaker(lx, actors)
    _lend_of_places(lx, actors)


def _last_state(lx: Lexed, at: int) -> str:
    """The state that a sentence names last before an item, or empty."""
    while (at := max(lx.codes.rfind("C", 0, at), lx.codes.rfind("D", 0, at))) >= 0:
        if (term := lx.terms[at]) is not None and term.side:
            return term.side
    return ""


def _country_of_item(lx: Lexed, start: int) -> tuple[str, ...]:
    """Read "Mali: Foreign Minister X arrived", "FIJI. The high commissioner ...": the label of an item of a digest."""
    line = lx.text.rfind("\n", 0, start) + 1
    label = _LABEL.match(lx.text, line) if start - line <= _FAR_FROM_LABEL else None
    return _country_called(label["name"]) if label is not None else ()


@lru_cache(maxsize=1024)
def _country_called(name: str) -> tuple[str, ...]:
    """The state that a label in capitals or small letters names, and nothing else."""
    written = name.title() if name.isupper() else name
    hits = gazetteer().find(written)
    whole = len(hits) == 1 and hits[0].term.code == "C" and hits[0].end - hits[0].start == len(written)
    return (hits[0].term.side,) if whole and hits[0].term.side else ()


def _lend_to_those_on_a_side(lx: Lexed, actors: list[Actor]) -> None:
    """Read "present on the Russian side were X and Y; on the Indian side, Z": up to the next side named."""
    sides: tuple[str, ...] = ()
    for actor in actors:
        if actor.kind == "group" and actor.sides and lx.lows[actor.last - 1] in ("side", "part", "delegation"):
            opens = actor.first <= NEAR or _PRESENT.search(lx.lower(0, actor.first)) is not None
            sides = actor.sides if opens and lx.lows[actor.first - 1] in ("on", "from", "for", "the") else ()
        elif sides and actor.kind in ("role", "person") and not actor.sides and actor.first > NEAR:
            actor.sides = sides


def _lend_to_leader(lx: Lexed, actors: list[Actor]) -> None:
    """Read "a Bulgarian delegation led by Deputy Minister X": he who leads it is of its side."""
    for group, leader in pairwise(actors):
        words = [word for word in lx.lows[group.last : leader.first] if word != ","]
        signs = words == ["by"] and "behalf" in lx.lows[max(0, group.first - NEAR) : group.first]
        led = words[-2:] in _LED or (words == ["by"] and lx.lows[group.last - 1] in ("side", "delegation", "team"))
        if signs and group.kind == "side":
            leader.sides = leader.sides or group.sides
        if group.kind == "group" and group.sides and not leader.sides and led:
            leader.sides = group.sides if leader.kind in ("person", "role") else ()


def _lend_of_places(lx: Lexed, actors: list[Actor]) -> None:
    """Read "including Foreign Ministers X in Peru, Y in Chile and Z in Brazil": each is of where he is met."""
    if len(actors) < _FEWEST_PLACED:
        return
    placed = [(one, where) for one, where in pairwise(actors) if _is_at(lx, one, where)]
    if len(placed) > 1:
        for one, where in placed:
            one.sides = where.sides


def _is_at(lx: Lexed, one: Actor, where: Actor) -> bool:
    minister = one.kind == "person" and bool(one.capacity) and not one.sides and where.kind == "side"
    return minister and lx.lows[one.last : where.first] == ["in"] and lx.codes[where.first] == "C"


def _speaker(lx: Lexed, actors: list[Actor]) -> Actor | None:
    """The state that speaks, or an office of it: "The Elysée said", "..., Kenya's ministry said" at the end."""
    first, last = (actors[0], actors[-1]) if actors else (None, None)
    said = first.last + (lx.lows[first.last : first.last + 1] in _HAVE) if first is not None else 0
    if first is not None and first.kind == "side" and lx.lows[said : said + 1] in _ANNOUNCING:
        return first
    if "according" in lx.lows and (quoted := next((a for a in actors if _is_according_to(lx, a)), None)) is not None:
        return quoted
    closing = last is not None and last.kind in ("side", "group") and len(last.sides) == 1
    if last is None or not closing or lx.lows[last.last : last.last + 1] not in _ANNOUNCING:
        return None
    ends = len(lx) - last.last <= NEAR and lx.codes[max(0, last.first - 1)] == ","
    return last if ends and (last.kind == "side" or lx.lows[last.last - 1] in _OFFICES) else None


def _is_according_to(lx: Lexed, actor: Actor) -> bool:
    """Read "according to the foreign ministry in Seoul"."""
    office = actor.kind == "group" and len(actor.sides) == 1 and lx.lows[actor.last - 1] in _OFFICES
    return office and lx.lows[max(0, actor.first - 2) : actor.first] == ["according", "to"]


def _lend_to_speaker(lx: Lexed, actors: list[Actor]) -> None:
    """Read "The Elysée said President X ...": the office without a side that follows is of the side that speaks."""
    speaker = _speaker(lx, actors)
    if speaker is None:
        return
    for actor in actors:
        if (
            actor.office
            and actor.determiner not in ("its", "his", "her", "their")
            and not actor.sides
            and actor.kind in ("person", "role")
            and not actor.plural
        ):
            actor.sides = speaker.sides
            return

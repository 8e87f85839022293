"""Contacts that by their nature, or by what a sentence says of them, are with each of several by himself.

Who telephones several leaders speaks with each of them, unless it is a conference call; who pays calls, pays them one
by one. Those whom one is to see on a journey or on the margins of something are met one by one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person
from loaders.text.who.sides import sides_of

_TOGETHER = re.compile(
    r"\b(?:joint|jointly|together|(?!bi|uni|col)\w+lateral"
    r"|(?:three|four|five|six)-(?:way|party)|tripartite|quartet|as a group"
    r"|(?:tele)?conference calls?|video\w*|virtual|virtually|collective\w*|simultaneous\w*|round ?table"
    r"|between|among|summit with|all three)\b"
    r"|\b(?:in|during|on) (?:an?|the) (?:[\w-]+ ){0,3}?(?:call|conversation|meeting|session)\b"
)
_MARGINS = re.compile(r"\b(?:side-?lines?|margins?|fringes?)(?: of\b|$)")
_ON_A_JOURNEY = re.compile(
    r"\b(?:(?:during|on|throughout) (?:the|his|her|its|their|this|that|an?) (?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|stay|tour|stop\w*)"
    r"|while (?:in|there|visiting|attending)|programme|agenda)\b"
)
_LEAD = 500
"""Characters of a text that tell on what occasion all that follows was."""
_IN_PERSON = frozenset({"meeting", "talks"})
_AHEAD = frozenset({"planned", "proposed"})
_PAPERS = frozenset({"letters", "messages", "telegrams", "cables", "notes"})
_SEVERAL = frozenset({"meetings", "interactions"})
_HOSTS = ("host-", "host-to", "farewell", "join")
"""Who gives a dinner or a reception has all his guests there at once."""
_IN_OFFICE = frozenset({"head", "minister", "parliament"})


def are_met_alone(frame: Frame) -> bool:
    """Whether a telling with several whom somebody met, called or is to meet is of a contact with each."""
    met = [one for one in frame.actors if one.first > frame.at]
    if len(met) < PAIR or frame.passage.spoken or frame.rule.startswith(_HOSTS) or _is_one_sitting(frame):
        return False
    if frame.kind == "letter":
        return _are_letters_of_each(met, frame)
    if _are_of_a_side_each(met, frame):
        return _TOGETHER.search(words := _words(frame)) is None and _one_by_one(frame, met, words)
    if not _are_of_one_state(met, any_rank=_is_courtesy(frame)) or _TOGETHER.search(words := _words(frame)) is not None:
        return False
    beside = "w" in frame.lx.codes[frame.at : met[0].first]
    return _in_turn(frame, words, many=len(met) > PAIR, beside=beside)


def _are_letters_of_each(met: Sequence[Actor], frame: Frame) -> bool:
    """Read "received letters from the presidents of Peru and Chile": one from each; "a letter from" is one of both."""
    sides = [sides_of(one) for one in met]
    own = {side for one in frame.actors if one.first < frame.at for side in sides_of(one)}
    each = (
        all(len(one) == 1 for one in sides)
        and len({*sides}) == len(met)
        and own.isdisjoint(s for one in sides for s in one)
    )
    several = not _PAPERS.isdisjoint(frame.lx.lows[frame.at : met[0].first])
    return each and several and len(own) == 1 and _TOGETHER.search(_words(frame)) is None


def _one_by_one(frame: Frame, met: Sequence[Actor], words: str) -> bool:
    """Whether those of several sides are met one by one."""
    if frame.kind == "call" or _is_courtesy(frame):
        return True
    if frame.kind not in _IN_PERSON:
        return False
    ahead = frame.status in _AHEAD and (_ON_A_JOURNEY.search(words) is not None or _are_no_round(frame, met))
    return ahead or frame.lx.lows[frame.at] in _SEVERAL or _on_the_margins(frame, words)


def _on_the_margins(frame: Frame, words: str) -> bool:
    """Whether it was on the margins of something, by its own sentence or the first ones of the text: a day of many."""
    return _MARGINS.search(words) is not None or _MARGINS.search(frame.lx.text, 0, _LEAD) is not None


def _in_turn(frame: Frame, words: str, *, many: bool, beside: bool) -> bool:
    """Whether those of one state are: who comes to see its President and its Prime Minister goes to each.

    Who is to meet ``beside`` them, "with President X, Minister Y and Minister Z", sits down with all.
    """
    ahead = frame.kind in _IN_PERSON and frame.status in _AHEAD and not beside
    ahead = ahead and (many or _ON_A_JOURNEY.search(words) is not None)
    return ahead or _is_courtesy(frame) or frame.lx.lows[frame.at] in _SEVERAL


def _is_courtesy(frame: Frame) -> bool:
    return frame.rule.startswith("call-on") or frame.lx.lows[frame.at] == "calls"


def _is_one_sitting(frame: Frame) -> bool:
    """Read "a meeting with X, Y and Z": the noun tells of one; "an interaction with X, Y and Z" is with each."""
    return (
        "-noun" in frame.rule and not frame.rule.startswith("interaction") and not frame.lx.lows[frame.at].endswith("s")
    )


def _words(frame: Frame) -> str:
    """The words of the sentence without those whom it names."""
    named = {i for one in frame.actors for i in range(one.first, one.last)}
    return " ".join(word for i, word in enumerate(frame.lx.lows) if i not in named)


def _are_of_a_side_each(met: Sequence[Actor], frame: Frame) -> bool:
    """Whether each is one person or office of another side, and those who met them are of one side."""
    sides = [_side(one) for one in met]
    own = {side for one in frame.actors if one.first < frame.at for side in sides_of(one) or ("",)}
    distinct = all(sides) and len({*sides}) == len(sides) and not any(map(_is_other_office, met, met[1:]))
    return distinct and len(own) == 1 and own.isdisjoint(sides)


def _are_of_one_state(met: Sequence[Actor], *, any_rank: bool) -> bool:
    """Read "President X, Prime Minister Y and the Speaker": each in an office of his own.

    It is a high one, or of ``any_rank``.
    """
    offices = {_office(one) for one in met}
    sides = {side for one in met for side in sides_of(one)}
    single = all(one.kind in ("person", "role") and not one.plural for one in met)
    high = any_rank or all(one.rank in _IN_OFFICE for one in met)
    return single and high and len(sides) <= 1 and len(offices - {""}) == len(met)


def _office(one: Actor) -> str:
    """The office, with what a minister is in charge of."""
    return one.capacity.lower() if one.office in ("minister", "deputy-minister") else one.office


def _is_other_office(one: Actor, other: Actor) -> bool:
    """Read "with X, Chairman of the union and the head of its bank", "the President and Chairman of the union X"."""
    held_too = bool(one.name) and one.name_items[1] < one.last and other.kind == "role" and not other.name
    return held_too or (one.name != "" and one.name == other.name)


def _side(one: Actor) -> str:
    """The side of a person or of the one holder of an office; none of a delegation or a state."""
    sides = sides_of(one)
    single = one.kind == "person" or (one.kind in ("role", "group") and not one.plural)
    return sides[0] if single and len(sides) == 1 else ""


def _are_no_round(frame: Frame, met: Sequence[Actor]) -> bool:
    """Whether those named do not come to one table: they are no counterparts of each other, or many and at no place."""
    ranks = {_rank(one) for one in met}
    apart = len(met) > PAIR and not frame.places and len({(one.first, one.last) for one in met}) == len(met)
    return len(ranks) > 1 or apart


def _rank(one: Actor) -> str:
    return one.rank or (one.person.rank if isinstance(one.person, Person) else "")

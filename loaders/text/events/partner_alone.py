"""Contacts whose words tell the partner alone: "At the meeting with Minister X, issues of trade were discussed".

Also several partners, "Meetings with Ministers X of A and Y of B are planned": they do not meet each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.who.party import Party

_OPENING = frozenset({"at", "during", "in"})
_CAME_NEXT = re.compile(
    r"(?:(?:first(?:ly)?|then|next|later|afterwards|finally|earlier|also) )?(?:, )?"
    r"(?:there (?:was|were|followed|came)|(?:came|followed)"
    r"|(?:his|her|the|this|that) (?:[\w-]+ ){0,2}"
    r"(?:visit|trip|tour|stay|programme|program|schedule|agenda|itinerary|stop)"
    r"(?: to [\w-]+(?: [\w-]+)?)? (?:also )?(?:was|included|(?:began|opened|started|ended) with|follow(?:s|ed)"
    r"|c[ao]mes? (?:[\w-]+ ){0,3}after))"
    r"(?: (?!no\b)[\w-]+){0,4}"
)
"""Read "Then there was a tense meeting with X", "The trip included talks with X": of the one spoken of before."""
_TO_COME = re.compile(r"^[^,]*, .*\b(?:will|(?:is|are) (?:expected |due )?to) \w+")
_SAID_AFTER = re.compile(
    r"^(?:the|his|her|this|these) (?:statements?|remarks?|comments?|announcement) (?:was|were|came|followed)\b"
    r".*\b(?:after|at|during)\b"
)
_MANY = frozenset({"meetings", "talks", "consultations", "negotiations"})
_KINDS = frozenset({"meeting", "talks", "negotiation", "call"})


def with_whose_it_is(frame: Frame, parties: list[Party], before: Callable[[], list[Party]], home: str) -> list[Party]:
    """Return those who take part, with the one whose contact it is where his partners alone are told of."""
    if _tells_partner_alone(frame, parties):
        frame.status = "planned" if _is_to_come(frame) else frame.status
        return [*_whose_it_is(frame, parties, before(), home), *parties]
    if _tells_partners_alone(frame, parties) and (own := _whose_it_is(frame, parties, before(), home)):
        frame.separate = frame.lx.lows[frame.at] == "meetings"
        return [*own, *parties]
    return parties


def _tells_partner_alone(frame: Frame, parties: list[Party]) -> bool:
    """Whether a sentence opens with such a contact, and nobody but those of one side is told of as taking part."""
    opens = frame.lx.lows[0] in _OPENING and frame.at <= NEAR + PAIR and "," not in frame.lx.codes[: frame.at]
    if _CAME_NEXT.fullmatch(frame.lx.lower(0, frame.at)) is not None:
        opens, frame.places = True, [w for w in frame.places if w.item > frame.at]  # not where the visit is to
    if not (opens and frame.home_takes_part and frame.kind in _KINDS and frame.rule.endswith(("-noun", "-noun-call"))):
        return False
    named = any(party.person is not None or party.office for party in parties)
    return named and len({party.side for party in parties}) == 1 and bool(parties[0].side)


def _tells_partners_alone(frame: Frame, parties: list[Party]) -> bool:
    """Read "Meetings with Ministers X of A and Y of B are planned": whoever meets them is told elsewhere."""
    if not frame.home_takes_part or frame.lx.lows[frame.at] not in _MANY or not frame.rule.endswith("-noun"):
        return False
    behind = all(actor.first > frame.at for actor in frame.actors)
    return behind and len({party.side for party in parties if party.side}) > 1


def _is_to_come(frame: Frame) -> bool:
    """Read "During the talks with X, trade will be discussed"."""
    return frame.status == "" and _TO_COME.search(frame.lx.lower(frame.at, len(frame.lx))) is not None


def is_said_after(frame: Frame) -> bool:
    """Read "the statement was made after a meeting with X": by the one spoken of before, who met him."""
    return _SAID_AFTER.search(frame.lx.lower(0, frame.at)) is not None


def _whose_it_is(frame: Frame, parties: list[Party], before: list[Party], home: str) -> list[Party]:
    """Return the one spoken of before, if he is of another side, else the side whose text it is."""
    taken = {party.side for party in parties}
    others = [party for party in before if party.side and party.side not in taken]
    if others or not home or home in taken:
        return others
    return [Party(home, frame.lx.starts[frame.at], frame.lx.ends[frame.at])]

"""What the words before the noun for a visit say of it: that it is under way, ahead, over, or told in passing."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.text.lexis.distances import FAR, NEAR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_UNDER_WAY = re.compile(
    r"\b(?:is|are|was|were|be|been|currently|will be) (?:in (?:\S+ ){1,3})?(?:\w+ )?on (?:an?|his|her|their)\b"
    r"|\b(?:is|was) (?:currently )?(?:in|on)(?: an?)?(?: (?:official|state|working|private))+$"
    r"|\b(?:came|comes|arrived|arrives) (?:here )?(?:for|on) (?:an?|his|her|their)\b"
    r"|\b(?:welcomed|received|greeted) in (?:\S+ ){1,3}(?:on|with|for|during) (?:an?|his|her|their)\b"
    r"|\b(?:return(?:s|ed|ing)?|arriv(?:es|ed) (?:back|home)|(?:came|is|are|was|were) back)\b(?: [\w-]+){0,6}? "
    r"(?:after|from|following) (?:an?|his|her|their)\b"
)
"""Read "is on a four-day official visit to", "was welcomed in Oslo on a", "returned home on Monday after a"."""
_STAYING = re.compile(r"\b(?:who|he|she) (?:is|was) (?:currently |now )?on (?:an?|his|her)(?: [\w-]+){0,4}$")
"""Read "X, who is on a state visit to": whatever else he will do."""
_WILL_BE_ON = re.compile(r"\bwill be (?:in (?:\S+ ){1,3})?on (?:an?|his|her|their)(?: [\w-]+){0,4}$")
"""Read "who will be in Peru on a state visit"."""
_DURING_MANY = re.compile(r"\b(?:during|after|following)(?: (?!(?:his|her|their|the)\b)[\w-]+){0,2}$")
"""Read "arrived in Oslo after visits to"."""
_AFTER_ONE = re.compile(r"\b(?:after|following)(?: an?)?(?: [\w-]+){0,4}$")
_DURING_ONE = re.compile(
    r"\b(?:during|on|amid|as part of|in the course of|(?:at|towards?) the (?:start|beginning|end|close|conclusion) of"
    r"|ahead of|after|following) an?(?: [\w-]+){0,4}$"
    r"|\bon(?: (?:official|state|working|private|brief|goodwill|two|three|four|five|\w+-day|-|day))*$"
)
"""Read "said during a visit to": of whom the clause tells."""
_ASIDE = re.compile(
    r", (?:now |currently |just )?(?:fresh from|back from|returning from|ending|wrapping up|winding up|concluding"
    r"|completing|beginning|starting|making|paying|on"
    r"|(?:at|towards?) the (?:end|start|close) of) (?:an?|his|her|their)(?: [\w-]+){0,5}$"
)
"""Read "X, ending a two-day visit, said"."""
_SET_OUT = re.compile(
    r"\b(?:left|leaves?|leaving|departed|departs?|departing|flew out|set off|setting off)\b"
    r".*\b(?:for|on) an?(?: \S+){0,3}$"
)
"""Read "left Hanoi on Sunday for a state visit to"."""
_DEPARTED = re.compile(
    r"\b(?:left|leaves|leaving|departed|departing|returned|wrapped|concluded|ended)\b(?=.*\b(?:after|following|from|ending"
    r"|wrapping up|winding up|concluding|completing|at the (?:end|close|conclusion) of)\b)"
)
"""Read "left Pyongyang after a four-day visit"."""
_THEN_TO = re.compile(
    r"\b(?:visit(?:s|ed)?|trips?|tour|travel(?:s|led|ed)?|fl(?:y|ies|ew)|go(?:es)?|went)\b.*"
    r" followed by (?:an? )?(?:[\w-]+ ){0,3}$"
)


class BeforeVisit(NamedTuple):
    """What the words before a visit say of it."""

    under_way: bool
    aside: bool
    """Told in passing of one who does something else: it was held, whatever he will do."""
    during_one: bool
    after_one: bool
    will_be: bool
    out: re.Match[str] | None
    """Setting out on it."""
    left: re.Match[str] | None
    """Leaving after it."""


def before_visit(lx: Lexed, at: int) -> BeforeVisit:
    """Return what the words before the noun at this item say."""
    arrival = lx.lows[at] == "arrival"
    during = _DURING_MANY if lx.lows[at].endswith("s") else _DURING_ONE
    far, farther = lx.lower(max(0, at - FAR), at), lx.lower(max(0, at - VERY_FAR), at)
    return BeforeVisit(
        under_way=_UNDER_WAY.search(lx.lower(max(0, at - FAR - NEAR), at)) is not None,
        aside=_STAYING.search(far) is not None or _ASIDE.search(far) is not None,
        during_one=during.search(far) is not None or (arrival and far.endswith(("on", "upon"))),
        after_one=_AFTER_ONE.search(far) is not None,
        will_be=_WILL_BE_ON.search(far) is not None,
        out=_SET_OUT.search(farther),
        left=_DEPARTED.search(farther),
    )


def is_next_leg(lx: Lexed, at: int) -> bool:
    """Read "will visit Oslo on Monday, followed by a trip to Riga": of the same traveller, on another day."""
    return "followed" in lx.lows[:at] and _THEN_TO.search(lx.lower(0, at) + " ") is not None

"""Who is greeted: in person, or from afar where the words name what for: "greeted X on his birthday"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.letters import Letters
from loaders.text.telling.receptions import Receptions

_OCCASION = re.compile(
    r"\bon (?:the occasion of|(?:his|her|their|its|the) (?:[\w'’-]+ ){0,4}?(?:birthday|anniversary|election|re-election"
    r"|appointment|victory|inauguration|day|eid|diwali|christmas|independence)\b"
    r"|(?:independence|national|republic|constitution|victory|unity) day\b|being (?:re-)?elected\b)"
)
_FROM_AFAR = Trigger("congratulate", "verb", "congratulate", "letter")


class Greetings(Receptions, Letters):
    """Tells the one from the other."""

    def _read_greet(self, at: int, trigger: Trigger) -> Frame | None:
        if _OCCASION.search(self.lx.lower(at + 1, len(self.lx))) is not None:
            return self._read_congratulate(at, _FROM_AFAR)
        return self._read_receive(at, trigger)

"""Those who face the press together, as headlines of transcripts say: "Remarks by President X and Prime Minister Y"."""

from __future__ import annotations

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.actor import Actor
from loaders.text.who.spoken_of import side_of_one

_BY = frozenset({"by", "of", "from"})


class PressTogether(Clause):
    """Reads such headlines: who speaks to the press beside another has met him."""

    def _read_before_press(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Press statements by X and Y", "Secretary X's remarks with Minister Y before their meeting"."""
        if self.passage.role != "headline":
            return None
        after = [g for g in self.groups if at < g.first <= at + VERY_FAR and not g.possessive]
        by = next((g.actors for g in after if g.governor in _BY), [])
        if len([a for a in by if _is_one(a)]) > 1 and any(map(side_of_one, by)):
            return self._make(at, trigger, by, "")
        near = [g for g in after if g.governor == "with" and "with" in self.lx.lows[at + 1 : at + PAIR]]
        beside = next((g.actors for g in near if _is_one(g.actors[0])), [])
        if not any(side_of_one(a) for a in beside):
            return None
        own = [a for g in self.groups if g.last == at - 1 and g.possessive for a in g.actors] or by
        frame = self._make(at, trigger, own + beside, "")
        frame.home_takes_part = not own
        return frame


def _is_one(actor: Actor) -> bool:
    return actor.kind in ("person", "role")

"""In which order a sentence's tellings are taken, and which event is spoken of after it."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.events.alike import SUIT
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import PAIR
from loaders.text.telling.clauses import ClauseReader

_AFTER = frozenset({"following", "after", "upon"})
_TOLD_OF = re.compile(
    r"\b(?:on|about|of|regarding) (?:his|her|its|their|(?:[\w.’'-]+ ){1,5}?(?:['’] ?)?s)(?: [\w-]+){0,3}$"
)
"""Read "briefed Minister X on her recent visit to": what they spoke of."""


def main_and_before(reader: ClauseReader, frames: list[Frame]) -> tuple[list[Frame], list[Frame]]:
    """Read "Following talks with X and Y, he met X": whom he met is told, and apart from it the talks of before."""
    if any(one.rule.startswith(SUIT) for one in frames):
        return frames, []  # "After Peru expelled an envoy, Mali followed suit": with what, the opening tells
    opening = reader.opening_end() if reader.lx.lows[:1] and reader.lx.lows[0] in _AFTER else 0
    return [one for one in frames if one.at >= opening], [one for one in frames if one.at < opening]


def is_in_passing(reader: ClauseReader, frame: Frame) -> bool:
    """Whether a noun only is spoken of by the subject of a sentence: "They welcomed the outcome of the summit"."""
    if not frame.rule.endswith("noun") or frame.passage.role == "headline":
        return False
    if frame.status and not (frame.kind == "visit" and _TOLD_OF.search(frame.lx.lower(0, frame.at)) is not None):
        return False
    return any(one.governor == "" and not one.possessive and one.last < frame.at for one in reader.groups)


def still_spoken_of(last: Draft | None, now: Draft | None, *, passing: bool) -> Draft | None:
    """The event that "they" are of in the next sentence: not one that was touched on and of which nobody is named."""
    if last is None or now is None or not (passing or now.earlier):
        return now
    return last if _persons(now) < PAIR <= _persons(last) else now


def _persons(event: Draft) -> int:
    return len([one for one in event.parties if one.person is not None])

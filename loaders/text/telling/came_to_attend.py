"""Gatherings that somebody left or arrived for: they are ahead, and on another day than the journey."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_CAME_TO_ATTEND = re.compile(
    r"\b(?P<verb>left|leaves?|leaving|departed|departs?|departing|arrive[sd]?|jetted|jets)\b(?!.*\b(?:after|following|where)\b).*"
    r"\b(?:to (?:attend|take part in|participate in|join)|delegation to)(?: [\w'’-]+){0,6}$"
)
_ON_THE_WAY = re.compile(r"\b(?:on (?:his|her|their|its|the) way|en route) to(?: [\w.'’-]+){0,5}$")
"""Read "stopped in London on Wednesday on her way to a summit": that is on another day."""
_YET_TO_OPEN = re.compile(
    r"\b(?:which|that) (?:opens|begins|starts|will|(?:is|was) (?:scheduled|due|set|expected|to))\b"
    r"|\b(?:due|scheduled|set) (?:to (?:open|begin|start)|for)\b"
)
"""Read "arrived on Thursday to attend a meeting which is to open on Friday"."""
_COMES_FOR = re.compile(
    r"\b(?P<verb>left|leaves?|departed|departs?|arrive[sd]?|jetted|jets)\b(?!.*\b(?:after|following|where)\b).*"
    r"\bfor (?:the|an?)(?: [\w-]+){0,5}$"
)
_LEFT_TO_MEET = re.compile(
    r"\b(?:left|departed|set (?:off|out)|took off)\b"
    r"(?!.*\b(?:after|following|where|and|who|saying|summit|meeting|talks)\b)"
    r".*\bfor\b.* to(?: (?:hold|have|conduct|begin|open|resume)(?: [\w-]+){0,3})?$"
)
"""Read "left for Oslo on Tuesday to meet X", "departed for Peru to hold talks": that is ahead."""
_CONTACTS = frozenset({"meeting", "talks", "negotiation"})


def come_after_arrival(lx: Lexed, at: int, frame: Frame) -> None:
    """Read "left on Monday to attend the summit", "jetted in for the summit which starts today": it is ahead."""
    before = lx.lower(max(0, at - VERY_FAR - FAR), at)
    if frame.kind in _CONTACTS and frame.status == "held" and _LEFT_TO_MEET.search(before) is not None:
        frame.day_after, frame.status = True, "planned"
    if frame.kind not in ("summit", "meeting") or not frame.rule.endswith("noun"):
        return
    if _ON_THE_WAY.search(before) is not None:
        frame.day_after = True
    came = _CAME_TO_ATTEND.search(before) or (_COMES_FOR.search(before) if frame.kind == "summit" else None)
    if came is None:
        return
    frame.day_after = True
    to_open = came["verb"].startswith(("le", "dep")) or _YET_TO_OPEN.search(lx.lower(at + 1, at + VERY_FAR))
    if frame.status in ("", "held") and to_open:
        frame.status = "planned"

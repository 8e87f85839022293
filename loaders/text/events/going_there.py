"""Who goes to where a journey is, or leaves it: "will leave for Peru on Wednesday", "the envoy left Lima on Friday"."""

from __future__ import annotations

import re

from loaders.text.events.drafts import Draft
from loaders.text.lexis.gazetteer import gazetteer

_TOWARDS = re.compile(r"(?: [A-ZÀ-Þ][\w-]+){0,2} (?:for|to) (?:the )?")
"""Read "will leave for Peru on Wednesday", of a journey to Peru: its first day."""
_LEFT = re.compile(r"[^.;,]{3,80}? (?:left|departed)(?: from)? (?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)")


def is_for_there(text: str, start: int, stop: int, event: Draft) -> bool:
    """Whether one who leaves goes to where the journey is."""
    towards = _TOWARDS.match(text, start, stop)
    if towards is None or event.place is None:
        return False
    hits = gazetteer().find(text[towards.end() : stop])
    first = next((hit for hit in hits if hit.start == 0), None)
    place = first.term.place.country if first is not None and first.term.place is not None else ""
    return first is not None and event.place.country in (place, first.term.side)


def leaves_there(text: str, span: tuple[int, int], event: Draft) -> bool:
    """Read "The Indian foreign secretary departed Dhaka on Thursday" of a journey to Dhaka."""
    left = _LEFT.match(text, *span)
    if left is None or event.place is None or left["place"] != event.place.city:
        return False
    who = {hit.term.side for hit in gazetteer().find(text[span[0] : left.start("place")])} - {""}
    return bool(who) and who <= event.sides - {event.place.country}

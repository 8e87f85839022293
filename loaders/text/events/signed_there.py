"""Papers signed at a contact or right after it: they have its place, once that is known."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.events.around import told_before
from loaders.text.events.dated_by_another import is_told_as_then
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.lexis.distances import NEAR


def place_what_is_signed(text: str, events: Sequence[Draft]) -> None:
    """Read "held talks in Oslo. After the talks, ministers X and Y signed an agreement": there."""
    for number, event in enumerate(events):
        if event.family != "agreement" or event.place is not None or not is_told_as_then(text, event):
            continue
        occasion = next((one for one in told_before(events, number) if _is_occasion(one, event)), None)
        if occasion is not None:
            take_place(event, occasion)


def _is_occasion(one: Draft, event: Draft) -> bool:
    """Whether those of the same sides met, at a place that is known, on the day of the paper."""
    distance = event.passages[0].paragraph - one.passages[-1].paragraph
    told = one.family == "contact" and one.place is not None and not one.background and one.status == event.status
    same_day = one.date is not None and event.date is not None and one.date.edtf == event.date.edtf
    return told and same_day and 0 <= distance <= NEAR and event.sides <= one.sides

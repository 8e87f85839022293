"""Contacts told as like the one before: "similar calls were made by X" tells of a call only where one was told of."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft

_NEAR = 300
"""Characters between what was told and what is like it."""


def is_like_nothing(frame: Frame, last: Draft | None) -> bool:
    """Whether "similar calls came from Peru" are appeals: no call is what the text has told of last."""
    if not frame.alike:
        return False
    family = "call" if frame.kind == "call" else "contact"
    return last is None or last.family != family or frame.passage.start - last.passages[-1].end > _NEAR

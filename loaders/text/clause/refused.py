"""What was seen in a text and is no event, with the reason."""

from __future__ import annotations

from typing import Literal

import msgspec

Why = Literal["no-parties", "nothing-happened", "known-already", "one-side", "in-speech", "too-many"]
"""Nobody takes part as far as the sentence tells; it says that nothing came about; it is told of as known, and nothing
else tells of it; only one side takes part; it is spoken of in a transcript, in someone's
own words; the sentence has more such words than a sentence can have."""


class Refused(msgspec.Struct, frozen=True, gc=False):
    """A word that may tell of an event: ``text[start:end]``, in the sentence at ``sentence``."""

    start: int
    end: int
    sentence: tuple[int, int]
    why: Why

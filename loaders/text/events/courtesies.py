"""Courtesies that go with a contact, and are none of their own: congratulations, sympathy, a chat with an envoy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.company import NEAR_BY
from loaders.text.events.drafts import Draft

_WRITTEN = re.compile(
    r"\bsent (?:[\w’'.-]+ ){1,8}?(?:letter|telegram|cable|message)\b|\b(?:letter|telegram|cable)s? (?:was|were|to)\b"
)


def is_courtesy(text: str, draft: Draft, told: Sequence[Draft]) -> bool:
    """Where the same sides met, that they congratulate each other is no letter, nor a chat with an envoy a call.

    A letter that was written or sent is one; ``told`` are the events of before, as far as they matter.
    """
    if draft.rule == "conversation-noun-call" and draft.kind == "call" and not draft.place:
        ceremonies = (one for one in told[-NEAR_BY:] if one.rule.startswith("credentials"))
        return any(one.sides >= draft.sides for one in ceremonies)
    if draft.kind != "letter" or draft.rule.startswith(("letter", "write")) or _is_written(text, draft):
        return False
    contacts = (one for one in told if one.family in ("contact", "call", "other"))
    return any(one.sides >= draft.sides for one in contacts)


def _is_written(text: str, draft: Draft) -> bool:
    """Read "also sent him a message of greetings", which "congratulated him" is not."""
    passage = draft.passages[0]
    return _WRITTEN.search(text, passage.start, passage.end) is not None

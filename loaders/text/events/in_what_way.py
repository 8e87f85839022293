"""Whether those of a contact met, spoke or only "discussed": a headline and the words under it say it in turns."""

from __future__ import annotations

import re

from loaders.text.events.drafts import Draft

_BY_PHONE = re.compile(r"phone|\bcalls?\b|conversation", re.IGNORECASE)
_BY_WIRE = re.compile(r"phone|\bcalls?\b|video|virtual|\bline\b", re.IGNORECASE)


def is_vague(text: str, event: Draft, family: str) -> bool:
    """Whether a headline says that they speak or discuss something, and not how."""
    first = event.passages[0]
    if (
        {event.family, family} != {"call", "contact"}
        or first.role != "headline"
        or not event.rule.startswith(("discuss", "speak", "talks-noun"))
    ):
        return False
    return _BY_PHONE.search(text, first.start, first.end) is None


def is_as_headed(text: str, event: Draft, draft: Draft) -> bool:
    """Read "Readout of X's Meeting with Y" over "X spoke with Y", which begins the text: the headline says how.

    So does "will welcome Y on Monday" before "will speak with Y about trade": of what they will speak when they meet.
    """
    said, first = draft.passages[0], event.passages[0]
    headed = first.role == "headline" and said.paragraph <= first.paragraph + 1
    ahead = draft.status == event.status == "planned" and draft.date is None
    return (
        draft.rule.startswith("speak")
        and event.kind == "meeting"
        and (headed or ahead)
        and _BY_PHONE.search(text, said.start, said.end) is None
    )


def is_in_person(text: str, event: Draft, draft: Draft) -> bool:
    """Read "the conversation of X and Y took place behind closed doors" where talks were told of: it is these."""
    said = draft.passages[0]
    bare = draft.rule.startswith("conversation") and draft.kind == "call" and event.family == "contact"
    return bare and _BY_WIRE.search(text, said.start, said.end) is None

"""Whether those of a contact met, spoke or only "discussed": a headline and the words under it say it in turns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft

_BY_PHONE = re.compile(r"phon(?:e|ic)|\bcalls?\b|conversation", re.IGNORECASE)
_BY_WIRE = re.compile(r"phon(?:e|ic)|\bcalls?\b|video|virtual|\bline\b", re.IGNORECASE)

_BY_LINE_THEN = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]fter|[Oo]n) (?:the|their|this) (?:[\w-]+ ){0,3}?(?:tele)?phone(?: |-)?"
    r"(?:calls?|conversation|talks|discussions?|exchange)\b"
    r"|(?<=[.\n] )[Tt]he (?:[\w-]+ ){0,3}?(?:tele)?phone(?: |-)?(?:call|conversation|talks|discussion) "
    r"(?:lasted|took place|was|came|followed)\b"
    r"|(?:(?<=[.] )|(?<=\n))(?:This|That|It|(?:The|Their) (?:[\w-]+ )?(?:exchange|discussions?|talks|remarks|views)) "
    r"(?:came|was|were|took place|happened|occurred|followed|(?:was|were) (?:made|held|exchanged)) "
    r"(?:in|during|over|on|by|through|via) (?:(?:an?|the|their|this) )?(?:[\w-]+ ){0,3}?"
    r"(?:(?:tele)?phone|video)(?: |-)?(?:calls?|conversation|talks|discussions?|link|conference)?\b"
)
"""Read "During their phone talks, X said", "This came in a phone call"."""
_REACH = 400
"""Characters after what was discussed is told of in which it is said how."""
_UNSAID = ("discuss", "exchange")
_IN_PERSON = re.compile(r"\b(?:met|meet|visit\w*|sidelines|received|hosted|welcomed|talks in)\b|face-to-face")
_SPOKEN = ("call", "contact")


def settle_calls(text: str, events: Sequence[Draft]) -> None:
    """Read "X and Y on Friday discussed trade. During their phone talks, X said": what they did so in was a call."""
    for event, near in with_neighbours(events):
        if event.kind != "meeting" or not event.rule.startswith(_UNSAID):
            continue
        told = event.passages[0]
        how = _BY_LINE_THEN.search(text, told.end, told.end + _REACH)
        if how is None or _IN_PERSON.search(text, told.start, how.start()) is not None:
            continue
        if not any(_is_between(event, other, how.start()) for other in near):
            _make_call(event)


def _is_between(event: Draft, other: Draft, end: int) -> bool:
    """Whether another contact is told of before it is said how: it may be of that."""
    return other is not event and other.family in _SPOKEN and event.passages[0].end <= other.at[0] < end


def _make_call(event: Draft) -> None:
    event.kind, event.place = "call", None


def is_vague(text: str, event: Draft, family: str) -> bool:
    """Whether a headline says that they speak or discuss something, and not how."""
    first = event.passages[0]
    if (
        {event.family, family} != {"call", "contact"}
        or first.role != "headline"
        or not event.rule.startswith(("discuss", "speak", "brief", "talks-noun"))
    ):
        return False
    return _BY_PHONE.search(text, first.start, first.end) is None


def is_as_told(text: str, event: Draft, draft: Draft) -> bool:
    """Whether what was told before says how those met or spoke who are told of now."""
    return _is_as_headed(text, event, draft) or _is_of_call(event, draft)


def _is_of_call(event: Draft, draft: Draft) -> bool:
    """Read "had a telephone conversation with X. During the talks with X, he noted": these were on the line."""
    definite = draft.definite and draft.place is None and draft.rule.startswith("talks-noun")
    same = draft.sides <= event.sides and not draft.named.isdisjoint(event.named)
    return definite and event.kind == "call" and len(draft.sides) > 1 and same


def _is_as_headed(text: str, event: Draft, draft: Draft) -> bool:
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

"""Contacts that others report and a later sentence denies: "a daily said X met Y. The ministry denied the report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft, Told
from loaders.text.events.known_as import sentences_of, text_after

RULE = "denied-later"
_REPORTED = re.compile(
    r"\b(?:reported|reports?|newspapers?|media|press|broadcaster|dail(?:y|ies)|television|radio|websites?|tabloid"
    r"|rumou?rs?|alleg\w+|claim\w*|sources|according to)\b",
    re.IGNORECASE,
)
_REPORT = (
    r"(?:the|this|that|these|those|such|all|media|press|both) (?:\w+ )?(?:reports?|claims?|rumou?rs?|allegations?"
    r"|stor(?:y|ies)|news"
    r"|suggestions?|information|speculation|meeting|talks|call|visit|contact)"
)
_DENIED = re.compile(
    rf"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|rubbish(?:es|ed)|rebutt?(?:s"
    rf"|ed)) {_REPORT}\b"
    r"(?! (?:that|of|on|about|with)\b)"
    r"|\bden(?:y|ies|ied)(?: that)? (?:it|there was any|any) ?(?:such )?(?:meeting|talks|contact|call|visit)?"
    r"(?= ?[.,;])"
    r"|\bno such (?:meeting|talks|encounter|contact|call|conversation|visit|trip) (?:had |has |ever )?(?:took place"
    r"|taken place"
    r"|was held|been held|occurred|happened|was planned)\b"
    r"|\bdenied (?:that )?(?:the|any such|such a) (?:meeting|talks|call|visit|encounter) (?:had |ever )?(?:took"
    r"|taken) place\b"
    rf"|\b{_REPORT} (?:was|were|is|are) (?:\w+ly |all |simply )?(?:untrue|not true|false|fabricat\w+|baseless"
    rf"|groundless"
    r"|unfounded|incorrect|fake|pure invention)\b",
    re.IGNORECASE,
)
_CONTACTS = ("contact", "call", "visit")
_SENTENCES = 3
"""Sentences after a report in which it is denied."""


def is_of_denied(text: str, event: Draft, draft: Draft) -> bool:
    """Whether a contact that others report is the one that the text has said was denied."""
    told = draft.passages[0]
    fits = event.status == "denied" and draft.status in ("held", "") and draft.family in _CONTACTS
    return fits and set() < draft.sides <= event.sides and _REPORTED.search(text, told.start, told.end) is not None


def deny_later(text: str, events: Sequence[Draft]) -> None:
    """Let what only others report be denied, where one of the next sentences says that it was not so."""
    for event, near in with_neighbours(events):
        first = event.passages[0]
        reported = event.family in _CONTACTS and _REPORTED.search(text, first.start, first.end) is not None
        if not reported or event.status not in ("held", ""):
            continue
        told = list(sentences_of(text, text_after(near, event)))[:_SENTENCES]
        found = next((one for span in told if (one := _DENIED.search(text, *span)) is not None), None)
        if found is not None:
            event.status = "denied"
            event.statuses.append(Told("denied", *found.span(), RULE))

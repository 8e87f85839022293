"""Whether an official text tells of something as past already, so that the day of the text is not its day."""

from __future__ import annotations

import re

from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage

_BACKGROUND = re.compile(
    r"\b(?=[aefhlprs])(?:recent|recently|previous|previously|earlier(?! today)|last (?:week|month|year|time|met)|past|"
    r"ago|since|already|first (?:summit|meeting|visit)|"
    r"had(?! (?:\w+ ){0,2}?(?:an?|separate|several|bilateral|brief|the (?:opportunity|chance|pleasure)|"
    r"meetings?|talks|discussions?|conversations?)\b))\b"
)

_RECENTLY = re.compile(r"\brecently (?:met|held|paid|made|took|spoke|signed|called|travel|visit|receiv|conclud)")
_WHAT_FOR = re.compile(r"\b(?:to (?:review|discuss|assess|consider|examine|take stock))\b")
_RESULT_OF = re.compile(
    r"\b(?:following(?: up(?: from)?)?|from|since|(?:results?|outcomes?) of"
    r"|(?:agreed|reached|discussed) (?:at|during|in)) (?:the|that|their)(?: \S+){0,3} $"
)
"""Read "issues following up from the meeting between X and Y": another contact than that told of."""
_LOOKED_BACK_ON = re.compile(
    r"\b(?:(?:results?|outcomes?|follow-up) (?:of|to)|(?:[Bb]uilding|reported|briefed \S+) on"
    r"|(?:decisions?|commitments?"
    r"|pledges?|agreements?) (?:\w+ )?(?:made|taken|adopted|reached|given) (?:by|at|during))"
    r" (?:his|her|their|its|the|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}['’]s?)(?: \S+){0,3} $"
)
"""Read "informed X of the results of his meeting with Y", "building on her visit to Peru": told as known, and over."""
_SUMMED_UP = re.compile(
    r"\b(?:communiqu[eé]|statement|declaration|signed|adopted|satisf\w+|pleased|press|summari[sz]\w+)\b"
)
"""Read "adopted a communique on the results of the visit": on its last day."""
_NOW = re.compile(
    r"\b(?:[Tt]oday|[Nn]ow|[Jj]ust|[Hh]ere|[Ww]elcom\w+|[Tt]his (?:visit|meeting|trip|morning|afternoon|evening)"
    r"|[Gg]lad|[Pp]leas\w+"
    r"|[Tt]hank\w*|[Oo]ur (?:meeting|talks|visit))\b"
)
_I_DID = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:also|then|have|had|recently|personally) )*"
    r"(?:met|spoke|spoken|visited|travell?ed|hosted|welcomed|received|held|sat down|went|flew)\b"
)


def is_of_before(text: str, event: Draft) -> bool:
    """Whether a readout tells of it as past already.

    In its first sentence what stands after the contact is of what was spoken of: "met to review what was done since".
    """
    first = event.passages[0]
    if any(_RECENTLY.search(text, one.start, one.end) is not None for one in event.passages if one.role == "body"):
        return True
    if first.paragraph == 0:
        return False
    leads = first.paragraph == 1 and text[first.start - 1] == "\n"
    about = _WHAT_FOR.search(text, first.start, first.end) if leads and event.family in ("contact", "call") else None
    end = about.start() if about is not None else first.end
    if _BACKGROUND.search(text, first.start, end) is not None:
        return True
    back = _LOOKED_BACK_ON.search(text, first.start, event.at[0])
    if back is not None and not leads and _SUMMED_UP.search(text, first.start, back.start()) is None:
        return True
    return event.definite and _RESULT_OF.search(text, first.start, event.at[0]) is not None


def is_only_spoken_of(text: str, event: Draft) -> bool:
    """Whether only speeches tell of it, and not as of now: "I visited Bahrain and Dubai", "In Tokyo, I met"."""
    if event.date is not None or event.family in ("agreement", "other", "statement"):
        return False
    return all(_is_in_speech(text, one) and _NOW.search(text, one.start, one.end) is None for one in event.passages)


def _is_in_speech(text: str, passage: Passage) -> bool:
    return passage.spoken or (passage.paragraph > 1 and _I_DID.search(text, passage.start, passage.end) is not None)

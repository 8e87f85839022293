"""Reports that are said to be false: "Reports that X met Y are untrue", "rejected the claims that he had met Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.lexis.lexed import Lexed

_REPORT = (
    r"(?:reports?|reporting|claims?|rumou?rs?|allegations?|news|suggestions?|speculations?|assertions?|stories|story"
    r"|versions?|information|accounts)"
)
_OF = r"(?: ,)? (?:that|of|about|on|concerning|regarding|alleging|claiming|saying|according to which)\b"
_UNTRUE = (
    r"(?:untrue|not true|false|fabricat\w+|baseless|groundless|unfounded|incorrect|fake|misleading|a lie|lies|nonsense"
    r"|pure (?:fiction|invention))"
)
_CALLED_FALSE = re.compile(
    rf"\b(?:describ|term|call|brand|label|denounc|slamm|dubb|characteri[sz])(?:ed|es|ing|s)"
    rf"(?: (?:the|any|all|these|those|such|media|press|recent|local))* (?:\w+ ){{0,2}}?{_REPORT}{_OF}"
    rf"(?P<told>.{{1,240}}?)(?: as)? (?:\w+ly |\" )?{_UNTRUE}\b"
)
"""Read "described reports of a meeting of X and Y as baseless"."""
_FALSE = (
    r"\b(?:is|are|was|were) (?:\w+ly |all |simply )?(?:untrue|not true|not correct|false|fabricat\w+|baseless"
    r"|groundless|unfounded|incorrect|inaccurate|wrong|fake|invented|misleading|a lie|lies|devoid of truth)\b"
    r"|\b(?:has|have|had) no (?:basis|foundation|truth)\b|\b(?:do|does|did) not correspond\b"
)
_SAID_FALSE = re.compile(rf"\b{_REPORT}{_OF}(?P<told>.+?)(?:{_FALSE})")
_REFUTED = re.compile(
    r"\b(?:reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|den(?:y|ies|ied|ying)"
    r"|rebut(?:s|ted|ting)?|rubbish(?:es|ed|ing)|quash(?:es|ed|ing)|debunk(?:s|ed|ing))"
    r"(?: as \S+)?(?: (?:the|any|all|these|those|such|media|press|recent|local))*"
    rf" (?:\w+ ){{0,2}}?{_REPORT}{_OF}"
    r"|\bit (?:is|was) (?:not true|untrue|false|wrong|incorrect) that\b"
    r"|\bthere (?:is|was) no truth (?:in|to) (?:\S+ ){0,4}?that\b"
)


def deny_false_reports(lx: Lexed, frames: Sequence[Frame]) -> None:
    """Let what a sentence tells be denied, where it is a report that the sentence calls false."""
    if not frames:
        return
    words = lx.lower(0, len(lx))
    spans = [one.span("told") for each in (_SAID_FALSE, _CALLED_FALSE) for one in each.finditer(words)]
    refuted = _REFUTED.search(words)
    if refuted is not None:
        spans.append((refuted.end(), len(words)))
    for frame in frames:
        at = len(lx.lower(0, frame.at))
        if any(begin <= at < end for begin, end in spans):
            frame.status = "denied"

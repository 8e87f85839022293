"""Whose a day of a sentence is: that of the part of the sentence in which it stands, or of the word it stands by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.clause.stretches import FINITE, Stretch
from loaders.text.events.held_on import held_on
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.triggers import verbs
from loaders.text.when import When

_CONTACTS = frozenset({"visit", "meeting", "talks", "summit", "call", "negotiation"})
_ACTS = frozenset({"sanction", "expulsion", "summons", "agreement"})
_SET_APART = ("since", "until")
_STAYS = ("until", "till", "through")
_DONE = re.compile(
    r"\b(?:over|for|on|against|about|after|to|of|with|under|despite) [^,;]{1,80}?"
    r"\b(?!(?:need|indeed|held|united)\b)(?:\w{3,}ed|made|taken|begun|won|sent|given|struck|drawn|built|written)"
    r"(?: (?:in|on|at|by|during))?(?: the)? \Z"
)
_AT_ONCE = re.compile(r",? (?:during|on the (?:sidelines|margins|occasion) of|in the course of|as part of)\b")
"""Read "agreed to go on with it on 7 February, during a visit by X": of both."""
_WHO = re.compile(r", (?:who|whose|whom|where)\b")
_IN_FORCE = re.compile(
    r"\b(?:with effect|effective|(?:take|takes|in|into|enter(?:s|ing)?) (?:effect|force))(?: \w+)? \Z"
)
"""Read "signed an accord to take effect in July"."""
_SENT = re.compile(
    r"\W*(?:In|At|On|With|Within|Under|By|As|From|Citing|Following|Pursuant)\b[^,;]{1,80}?\b(?!(?:held|hosted|convened|staged|attended|chaired"
    r"|organi[sz]ed|opened)\b)(?:[a-z]{3,}ed|sent|made|given|written|won|taken|begun)(?: (?:on|in|late|early))* "
)
"""Read "In a letter sent on Sunday, X offered": of what was sent."""
_DONE_TO_PAPER = re.compile(
    r", (?:which|announced|imposed|adopted|ratified|launched|agreed|signed|struck|reached|arranged|proposed"
    r"|postponed|to)\b"
)
"""Read "sanctions, imposed on Sunday,", not "the ambassador, accredited in May,"."""
_ARRANGED = re.compile(
    r"\b(?:agreed|announced|arranged|requested|proposed|disclosed|reported|confirmed|criticised|criticized|condemned"
    r"|described|hailed|praised|welcomed)(?: (?:by|in|at) [^,;]{1,40}?)?(?: (?:on|in|late|early|back))* \Z"
)
"""Read "the meeting of X with Y, agreed on Sunday, took place", "was confirmed by officials on Sunday"."""
_ONE_BEFORE = re.compile(r"\bone (?:signed|reached|concluded|agreed|made|adopted)(?: (?:on|in))* \Z")
"""Read "signed an accord to replace one reached in 2015"."""
_SPEAKS_OF = re.compile(
    r"\b(?:brief|describ|hail|prais|welcom|condemn|criticis|criticiz|defend|applaud|review|assess|report|updat|inform)"
    r"\w*(?: (?!and\b|that\b)[\w'’-]+){0,4}? (?:(?:on|late|early|in) )*\Z"
)
_HIS = re.compile(
    r" (?:(?:on|of|about|over|as) )?(?:(?:the|any) (?:[\w-]+ )?(?:outcomes?|results?|progress|details?|contents?) of )?"
    r"(?:the|his|her|their|its)\b"
)
"""Read "briefed reporters on Sunday on the results of his talks with Y"."""
_TOLD_OF_HIS = re.compile(
    r"\b(?:brief|inform|updat|appris)(?:ed|ing|e?s)? [^;]{1,90}? (?:on|of|about) "
    r"(?:the [^,;]{1,30} of )?(?:his|her|their|its)(?: [\w-]+){0,3} \Z"
)
"""Read "called Y on Sunday and briefed him on his talks with Z": they were before."""
_AND_WILL = re.compile(
    r"[^,;]{0,60}?,? and (?:is|are|will|plans?|hopes?|intends?"
    r"|(?:\w+ )?(?:agreed|decided|pledged|promised|vowed|undertook|resolved))\b"
)
_WILL = re.compile(r"\b(?:will|would|to|due|is|are|plans?|expected|scheduled)\b(?! [A-ZÀ-Þ])")
_DURING_LONG = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?|several|week)[ -]?(?:day|week|long|nation|country)s?\b"
    r"[^.;]{0,60}?, during which\b"
)
"""Read "is due on Friday for a two-day visit, during which he will meet X": on one of the days."""
_NEXT = re.compile(r",? (?:and|but|while)(?: (?:then|later|also))?,?(?: (?:on|in|late|early))* \Z")
_CAUSES = frozenset({"after", "since", "because", "before"})
_TO_COME = re.compile(r"\W*(?:Before|Ahead of|Prior to)\b")
_TO_COME_OR_GONE = re.compile(r"\W*(?:After|Before|Ahead of|Prior to)\b")
_LOST = frozenset(
    {
        "fired",
        "sacked",
        "dismissed",
        "resigned",
        "resigns",
        "quit",
        "ousted",
        "removed",
        "suspended",
        "arrested",
        "jailed",
    }
)
"""What becomes of one "after he met X": its day is that of his fall."""
_LAST = frozenset({"last", "this"})
"""Read "last month after", which counts no months."""
_IN_AN_INTERVIEW = re.compile(r"\bin an? (?:[\w-]+ )?(?:interview|podcast|article|column|blog)\b[^;.]{0,60} \Z")
"""Read "said he had met X, in an interview with a station on Sunday": the day of those words."""
_COUNTED = frozenset({"day", "days", "week", "weeks", "month", "months", "hours", "shortly", "soon", "year", "years"})
_OVER = re.compile(r"\b(?:over|after|following|because of|in response to|in protest (?:at|over)|amid)\b[^,;]*\Z")
"""Read "summoned the envoy on Tuesday over an attack the day before": of what was before."""
_BEFORE = 90
"""Characters before a day in which the word stands that it belongs to."""
_OFFERED = re.compile(
    r"\b(?:propos|suggest|offer|request|demand|appeal|invit|urg|ask|call)(?:ed|s|es|ing)?\b|\b(?:sought|seeks?|seeking)\b"
    r"|\b(?:said|says|told)\b(?=[^,;]*\b(?:may|might|could)\b)"
    r"|\b(?:in|with|as) (?:an? |the )?(?:bid|hopes?|efforts?|attempts?|push|drive|view)\b|\bhoping (?:to|for)\b"
)
"""Read "on Sunday proposed a summit", "said on Sunday it was seeking talks": the day of asking for it."""
_AGREED_TO = re.compile(r"\b(?:agreed|decided|pledged|promised|undertook) to\b")
"""Read "When he came on 3 May, they agreed to hold talks": the day of the promise."""
_TALKED_OF = re.compile(
    r"(?:['’]s?|\b(?:his|her|their|upcoming|forthcoming|planned|scheduled|next|recent|latest)) (?:[\w-]+ ){0,3}?"
    r"(?:meetings?|visits?|trips?|talks|summits?|calls?|conversations?|conference|forum)\b[^,;]{0,40}\Z"
)
"""Read "discussed President X's meeting on January 16 with Y": the day of what was spoken of."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})


def is_of_other_part(text: str, parts: Sequence[Stretch], frame: Frame, date: When) -> bool:
    """Whether a day stands in a part of the sentence that has a time of its own, and the event does not."""
    at = frame.lx.starts[frame.at]
    if date.start < at and _AT_ONCE.match(text, date.end, at) is not None:
        return False
    apart = (one for one in parts if one.start <= date.start < one.end and not one.start <= at < one.end)
    return any(not _tells_of_it(text, one, frame, date) for one in apart)


def _tells_of_it(text: str, part: Stretch, frame: Frame, date: When) -> bool:
    """Read "the talks, which took place on Tuesday", "sanctions, imposed on Sunday,": said of the event itself."""
    if part.of_person and frame.rule.endswith("noun"):
        return True
    if part.start < frame.lx.starts[frame.at] or _WHO.match(text, part.start):
        return False
    if frame.kind not in _CONTACTS:
        return _DONE_TO_PAPER.match(text, part.start) is not None
    return frame.rule.endswith("noun") and bool(held_on(text, frame, [date]))


def is_of_other_word(text: str, frame: Frame, date: When) -> bool:
    """Whether a day stands by another word than that which tells of the event."""
    if date.start > frame.lx.starts[frame.at]:
        other = _is_of_main(text, frame, date) or _is_of_next(frame, date)
        return other or _is_of_arranging(text, frame, date) or _is_of_thing(text, frame, date)
    if date.lead in _STAYS and frame.kind != "visit":
        return True  # "will stay through Sunday and call on X"
    if date.lead in _SET_APART and "," in text[date.end : frame.lx.starts[frame.at]]:
        return text.rfind(",", max(frame.lx.start, date.start - _BEFORE), date.start) > 0  # "X, president since May,"
    at = frame.lx.starts[frame.at]
    if frame.status == "planned" and any(one.search(text, date.end, at) for one in (_DURING_LONG, _AGREED_TO)):
        return True
    if frame.status == "proposed" and _OFFERED.search(text, date.end, frame.lx.starts[frame.at]) is not None:
        return True
    said = _is_of_report(text, frame, date) or _is_of_first(text, frame, date)
    return said or _is_of_answer(frame, date) or _is_after(frame, date)


def _is_after(frame: Frame, date: When) -> bool:
    """Read "visited Oslo on Monday after travelling to Riga": of what was later."""
    lx, at = frame.lx, frame.at
    if frame.kind != "visit" or not at:
        return False
    return lx.lows[at - 1] == "after" and lx.lows[at].endswith("ing") and date.end <= lx.starts[at - 1]


def _is_of_main(text: str, frame: Frame, date: When) -> bool:
    """Read "Before visiting Peru, X met Y on Monday", "After visiting Peru, X flew on": told behind the comma."""
    lx, opening = frame.lx, _TO_COME_OR_GONE if frame.kind == "visit" else _TO_COME
    opens = opening.match(text, lx.start, lx.starts[frame.at]) is not None
    return opens and "," in text[lx.ends[frame.at] : date.start]


def _is_of_next(frame: Frame, date: When) -> bool:
    """Read "met X and on Wednesday flew", "met X, and on Wednesday he flew": of the verb that follows it."""
    lx = frame.lx
    if _NEXT.search(lx.text, max(lx.ends[frame.at], date.start - NEAR * NEAR), date.start) is None:
        return False
    after = bisect_left(lx.starts, date.end)
    after += lx.codes[after : after + 1] == ","
    word = lx.lows[after] if after < len(lx) else ""
    if lx.codes[after : after + 1] == "x":
        return _is_verb(word)
    goes = (lx.lows[i] for i in range(after, min(after + FAR, len(lx))) if lx.codes[i] == "x")
    return word in _PRONOUNS or (lx.codes[after : after + 1] in ("C", "T", "N", "t", "h") and _is_verb(next(goes, "")))


def _is_verb(word: str) -> bool:
    return word in verbs() or word in FINITE or word.endswith("ed")


def _is_of_arranging(text: str, frame: Frame, date: When) -> bool:
    if frame.kind == "agreement":
        return _ONE_BEFORE.search(text, max(frame.lx.ends[frame.at], date.start - _BEFORE), date.start) is not None
    if frame.kind not in _CONTACTS or not frame.rule.endswith("noun"):
        return False
    return _ARRANGED.search(text, max(frame.lx.ends[frame.at], date.start - _BEFORE), date.start) is not None


_IS_AT = re.compile(r"\b(?:is|are) (?:\w+ly |now |currently )?(?:in|holding|having|conducting)\b[^,;]*\Z")
_TO_DO = re.compile(r"\bto (?!be\b|take\b|begin\b|start\b|open\b)[a-z]+ [^.;]*\Z")
"""Read "are holding talks to open the border next month": the day of what they talk about."""
_ROUND_BEFORE = re.compile(
    r"\b(?:previous|preceding|earlier|last|first) (?:\w+ )?(?:round|session|phase|meeting|talks|one)\b[^.;]*\Z"
)
"""Read "the upcoming talks follow a previous round, held on 5 May": of the round before."""


def _is_of_thing(text: str, frame: Frame, date: When) -> bool:
    """Read "expelled two envoys over remarks made on Sunday": of what the act was about."""
    begin = max(frame.lx.ends[frame.at], date.start - _BEFORE)
    if frame.status == "planned" and _ROUND_BEFORE.search(text, begin, date.start) is not None:
        return True
    if frame.rule.startswith("discuss") and _TALKED_OF.search(text, begin, date.start) is not None:
        return True
    if frame.kind in _CONTACTS and _IN_AN_INTERVIEW.search(text, begin, date.start) is not None:
        return True
    if _is_of_matter(text, frame, date):
        return True
    counted = date.rule == "day-from-date-before" and _OVER.search(text, begin, date.start) is not None
    return counted or (frame.kind in _ACTS and any(one.search(text, begin, date.start) for one in (_DONE, _IN_FORCE)))


def _is_of_matter(text: str, frame: Frame, date: When) -> bool:
    """Read "are holding talks to open the border next month": of what those talk about who do so now."""
    if frame.status not in ("held", "") or not date.rule.startswith(("next-", "month-nearest")):
        return False
    at = frame.lx.starts[frame.at]
    now = _IS_AT.search(text, frame.lx.start, at) is not None
    return now and _TO_DO.search(text, max(at, date.start - _BEFORE), date.start) is not None


def _is_of_report(text: str, frame: Frame, date: When) -> bool:
    if _SENT.fullmatch(text, frame.lx.start, date.start) and "," in text[date.end : frame.lx.starts[frame.at]]:
        return True
    if text.startswith(" having ", date.end):
        return True  # "acknowledged on Wednesday having met X"
    if not frame.rule.endswith("noun"):
        return False
    if _TOLD_OF_HIS.search(text, date.end, frame.lx.starts[frame.at]) is not None:
        return True
    before = max(frame.lx.start, date.start - _BEFORE)
    return _HIS.match(text, date.end) is not None and _SPEAKS_OF.search(text, before, date.start) is not None


def _is_of_first(text: str, frame: Frame, date: When) -> bool:
    """Read "arrived on Sunday and will meet X", "and is holding talks": of what was done already."""
    going_on = frame.present and frame.status == "held"
    if frame.status not in ("planned", "proposed") and not going_on:
        return False
    goes_on = _AND_WILL.match(text, date.end, frame.lx.starts[frame.at]) is not None
    return goes_on and _WILL.search(text, max(frame.lx.start, date.start - _BEFORE), date.start) is None


def _is_of_answer(frame: Frame, date: When) -> bool:
    """Read "Peru recalled its envoy on Wednesday after X met Y": of what those do who stand first."""
    lx, at = frame.lx, frame.at
    cause = next((i for i in range(at, 0, -1) if lx.lows[i] in _CAUSES), 0)
    if cause and "had" in lx.lows[cause:at] and date.end <= lx.starts[cause] and lx.lows[cause - 1] not in _COUNTED:
        return lx.lows[cause] == "after"  # "flew home on Tuesday after he had met X"
    counted = lx.lows[cause - 1] in _COUNTED and lx.lows[cause - PAIR] not in _LAST
    if not cause or date.end > lx.starts[cause] or counted or frame.rule.endswith("noun"):
        return False
    if "," in lx.codes[cause:at]:
        return False
    if not _LOST.isdisjoint(lx.lows[:cause]):
        return True
    done = any(map(_is_verb, lx.lows[:cause]))
    return done and any(one.kind != "pronoun" and cause < one.first < at for one in frame.actors)

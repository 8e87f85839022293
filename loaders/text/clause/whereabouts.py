"""Whether a place of a sentence is that of the event, or of what it was about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.places import Where
from loaders.text.clause.stretches import SEQUEL
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers

_A_DAY = (
    r"(?:the )?\d+(?: ?(?:st|nd|rd|th))?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?: ?\.)?"
    r"|(?:mon|tues?|wed|thurs?|fri|sat|sun)"
)
_ABOUT = re.compile(
    rf"\bon\b(?! (?:{_A_DAY}|the (?:side-?lines?|margins?|fringes?|eve)|an? (?:[\w-]+ ){{0,3}}(?:visit|trip|tour))\b)|"
    r"\b(?:about|regarding|concerning|over|discuss\w*|address\w*|role|situation|tensions?|instability|insecurity|conflict|war|crisis|peace|developments|settlement|hostilities|fighting|issue|issues|cooperation|against|since|inauguration)\b"
)
_ON_A_DAY = re.compile(
    rf"(?:, )?(?:(?:early|late|earlier|later) )?(?:on (?:{_A_DAY})\b|from \d+\b"
    r"|(?:next|last|this) (?:week|month|year|morning|afternoon|evening|night)"
    r"|(?:next|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|over the weekend"
    r"|\w+ (?:days|weeks) ago|yesterday|today|tomorrow)"
)
_HAPPENED = re.compile(
    r"\b(?:situation|conflict|war|crisis|fighting|violence|attacks?|bombings?|killings?|clashes|developments|events"
    r"|ceasefire|truce|coup|protests?|siege|unrest|elections?|earthquake|shootings?|massacre|blasts?|explosions?)\b"
)
_DISASTER_THERE = re.compile(
    r"\b(?:accidents?|crash(?:es)?|disasters?|earthquakes?|floods?|flooding|storms?|cyclones?|hurricanes?|typhoons?|fires?"
    r"|wildfires|droughts?|famine|outbreak|eruption|tsunami|landslides?|stampede)(?: that \w+ \w+)?"
    r" (?:in|at|near|off|on)(?: the)?$"
)
"""Read "offering condolences after a train accident in Norway": where that was."""
_ANOTHER_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|hours) (?:after|before|since)\b")
"""Read "signed an accord a month after their ministers met in Oslo": where something else was."""
ASKED = "invited|asked|urged|requested|encouraged|advised|pressed"
"""Of those who want others to act; a part of a pattern."""
_HOW_EARLY = frozenset({"earlier", "early", "late", "later", "the", "following", "next", "same", "day", "that"})
_ASKED = re.compile(rf"\b(?:{ASKED}) (?:(?!(?:during|at|in|on)\b)[\w.'’-]+ ){{1,6}}?to\b")
"""Read "during talks with X, urged him to send observers to Oslo": what is asked for is elsewhere."""
_OF_WHOM = re.compile(
    r", (?:who|whose) (?!(?:(?:is|are|was|were|has|had|also|been|currently|now|just|recently|earlier) )*"
    r"(?:in|on|at|here|there|visit|arriv|came|come|fl[ey]|travel|land|began|start|wrap|paid|pay|end|conclud|attend|stay"
    r"|holiday|vacation|met|meet|held|hold|received|hosted|welcomed|greeted|led|lead|head|chair|represent))"
    r"[^,;]*$"
)
"""Read "met X, who studied in Oslo": where one was before; who "is in Oslo" or "came to Oslo", is met there."""
_TERMS = re.compile(
    r"\b(?:under|by|through) which\b|\bwhereby\b"
    r"|\b(?:agreements?|accords?|deals?|pacts?|contracts?|memorand(?:um|a)|treat(?:y|ies)|protocols?)"
    r" (?:to|(?:on|for) (?:\w+ly )?\w+ing)\b"
)
"""Read "a deal to build a plant in Bergen", "under which those who land in Oslo": what is agreed."""
_MARGINS = re.compile(r"\b(?:on|in|at) (?:the )?(?:side-?lines?|margins?|fringes?)\b")
_AT_MARGINS = re.compile(
    r"\b(?:on|in|at) (?:the )?(?:side-?lines?|margins?|fringes?) of"
    r" (?!.*\b(?:situation|war|conflict|fighting|crisis|attacks?|and|to|that|which|who|after|before)\b)"
    r"[^;]+ (?:in|at)(?: the)?$"
)
"""Read "on the sidelines of a meeting on food security in New York": the city is that of the meeting."""
_TOGETHER = re.compile(r"\b(?:trilateral|tripartite|three-way|four-way|jointly|together)\b")
_JOURNEY = re.compile(
    r"\b(?:visit|trip|stay|tour|delegation|mission|flew|travelled|traveled|arrived|went|stopped(?: over)?)"
    r"(?: on \w+)? (?:to|in)(?: the)?$"
    r"|\bvisit(?:ed|ing)(?: the)?$"
)
_GUEST_IN = re.compile(
    r", (?:(?:who|which) (?:(?:is|are|was|were|has|had) )?)?(?:(?:currently|now|also|just|recently|presently) )?"
    r"(?:visiting|(?:on|paying) an? (?:[\w-]+ ){0,3}?visit to|come to|arrived in)(?: the)?$"
)
_LEAVING = frozenset({"left", "leaves", "leaving", "departed", "departs"})
_DURING_JOURNEY = re.compile(
    r"\b(?:during|on|amid) (?:an?|his|her|their|the) (?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|stay|tour|stop|stopover|layover) (?:to|in)(?: the)?$"
)
_TOOK_PLACE = re.compile(
    r"\b(?:held|place|concluded|opened|began|ended|convened|today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r") (?:in|at|near)(?: the)?$"
)


def one_by_one(lx: Lexed) -> bool:
    """Tell that those met on the sidelines of something were met one by one."""
    words = lx.lower(0, len(lx))
    return _MARGINS.search(words) is not None and _TOGETHER.search(words) is None


def travelled(lx: Lexed, where: Where) -> bool:
    """Read "during her visit to Ottawa", "flew to Lagos and": who meets then, meets there."""
    return _JOURNEY.search(lx.lower(max(0, where.item - 5), where.item)) is not None


def gone_for(lx: Lexed, places: Sequence[Where], at: int) -> list[Where]:
    """Read "before flying to Riga for talks with Y", "will visit Oslo for": the place that one goes to for them."""
    purpose = at - 1
    while purpose > 0 and lx.codes[purpose] in "xaBntDhC-":
        purpose -= 1
    if lx.codes[purpose] != "f":
        return []
    ends = (w for w in reversed(places) if w.item < purpose and _is_only_a_day(lx, w.item + 1, purpose))
    last = next(ends, None)
    if last is None or last.governor not in ("to", "in", "") or lx.lows[last.item - 1] in _LEAVING:
        return []
    first = last.item - (NEAR if last.governor == "to" else PAIR)
    return [last] if any(_goes(lx.lows[i]) for i in range(max(0, first), last.item)) else []


def _is_only_a_day(lx: Lexed, begin: int, end: int) -> bool:
    """Whether nothing but a day stands there, and how early it was: "earlier on Wednesday"."""
    return all(lx.codes[i] in "pmn,KC" or lx.lows[i] in _HOW_EARLY for i in range(begin, end))


def _goes(word: str) -> bool:
    """Whether a word is a verb of journeys."""
    return any(one.kind == "visit" and one.part == "verb" for one in triggers().get(word, ()))


def left_after(lx: Lexed, where: Where, at: int) -> bool:
    """Read "left Oslo on Monday after talks with X": they were there."""
    if where.item >= at or lx.lows[where.item - 1] not in _LEAVING:
        return False
    return re.match(r"(?:\S+ ){0,4}?(?:after|following)\b", lx.lower(where.item + 1, at)) is not None


def on_journey(lx: Lexed, where: Where) -> bool:
    """Read "met X during a visit to Lagos": the city that the journey is to is where the contact is."""
    before = lx.lower(max(0, where.item - FAR), where.item)
    return lx.codes[where.item] == "K" and _DURING_JOURNEY.search(before) is not None


def where_guest_is(lx: Lexed, where: Where, at: int) -> bool:
    """Read "received X, who is visiting Lagos": the city that the guest has come to."""
    behind = lx.codes[where.item] == "K" and where.item > at
    return behind and _GUEST_IN.search(lx.lower(at, where.item)) is not None


def on_a_day(lx: Lexed, item: int) -> bool:
    """Read "talks on the border in Geneva on Monday": a city with a day behind it, unless something happened there."""
    dated = lx.codes[item] == "K" and _ON_A_DAY.match(lx.lower(item + 1, item + NEAR)) is not None
    return dated and _HAPPENED.search(lx.lower(max(0, item - NEAR), item)) is None


def _is_signed_at(lx: Lexed, after: int, item: int) -> bool:
    """Read "signed an agreement on fisheries in Bergen.": what a paper is on has a city behind it, and no more."""
    signed = lx.codes[item] in "KM" and lx.lows[after - 1].startswith(("sign", "ink"))
    return signed and stands_at_end(lx, after, item)


def stands_at_end(lx: Lexed, after: int, item: int) -> bool:
    """Whether nothing but a day stands behind a place, and before it, soon after an item, nothing that happened."""
    if item - after > VERY_FAR or lx.codes[item - 1] == "&":
        return False
    ends = lx.codes[item + 1 : item + PAIR] in ("", ".", ";", "m") or lx.codes[item + 1 : item + PAIR + 1] == "pm"
    return ends and _HAPPENED.search(lx.lower(after, item)) is None


def is_of_terms(lx: Lexed, after: int, item: int) -> bool:
    """Read "agreed to open a school in Oslo", "signed a deal to build a plant in Bergen": what is agreed is there."""
    behind = lx.lower(after, item)
    agreed = lx.lows[after - 1].startswith("agree") and behind.startswith("to ")
    return (agreed or _TERMS.search(behind) is not None) and not on_a_day(lx, item)


def is_where(lx: Lexed, inside: set[int], after: int, item: int) -> bool:
    """Whether the place at an item is that of the event: not Sudan in "talks on the war in Sudan".

    ``inside`` are the items of those who act; what has a capital ("the Declaration on Security Cooperation")
    is the name of a document and says nothing.
    """
    behind = lx.lower(after, item)
    if any(one.search(behind) is not None for one in (_ASKED, _OF_WHOM, SEQUEL, _DISASTER_THERE)):
        return False
    if lx.codes[item] == "K" and _AT_MARGINS.search(behind) is not None:
        return True
    if (
        on_a_day(lx, item)
        or _is_signed_at(lx, after, item)
        or _TOOK_PLACE.search(lx.lower(item - NEAR, item)) is not None
    ):
        return True
    between = (
        lx.lows[i] for i in range(after, item)
        if i not in inside and lx.codes[i] not in "BNDCOF" and not (i + 1 in inside and lx.codes[i] in "powb")
    )  # fmt: skip
    words = " ".join(between)
    return _ABOUT.search(words) is None and _ANOTHER_TIME.search(words) is None

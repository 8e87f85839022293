"""Days that a sentence names after an event and that are of something else: what stands between says so."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.whereabouts import ASKED
from loaders.text.events.announced import is_day_of_telling
from loaders.text.events.held_on import is_when_hosted
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import When

_ORDER = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|sole|most recent"
    r"|(?:high|long|larg|bigg|earli)est(?:-level|-ranking)?)"
)
_APPOSED = re.compile(
    rf", (?:in )?(?:what (?:was|is|would be|will be) |(?:which|it) (?:was|is) )?(?:the|their|his|her|its|an?)"
    rf" {_ORDER}\b[^,;]*$"
)
"""Read "met X, their first meeting this year": how often they met."""
_HOW_OFTEN = re.compile(
    rf"\b(?:in|for|on) (?:the|their|his|her|its) {_ORDER} (?:[\w-]+ ){{0,3}}?"
    r"(?:time|meeting|talks|visit|trip|contact|call|summit|encounter|round)s?\b[^,;]*$"
)
"""Read "for the third time this year"."""
_AND = r"\b(?:and|but|then)(?: (?:also|then|later|jointly|further|both|\w+ly))* "
_NEXT_STEP = re.compile(
    rf"{_AND}(?:left|flew|went|travel+ed|returned|departed|headed|drove|proceeded|moved on|will|would|is|are|was|were"
    r"|has|have|had|can|could|should|may|might|must)\b"
)
"""Read "met X and left for Oslo on Monday": the day of the next step."""
_ALSO_TO_DO = re.compile(r"\band (?:attend|witness|watch|address)\b[^;]*$")
"""Read "will hold talks with X and witness the parade on 23 March"."""
_SAYS_MORE = re.compile(
    rf"{_AND}(?:\w{{2,}}ed|said|told|gave|made|sent|saw|took)\b[^;]*?"
    r"\b(?:that|would|will|could|should|had|has|have|was|were|to (?!the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]+)\b"
    r"[^;]*$"
)
"""Read "met X and agreed to open the border on 1 June", "and said trade had grown last year"."""
_PAPER_DONE = re.compile(
    r"\b(?:agreement|accord|deal|pact|treaty|resolution|memorandum|sanctions|embargo|ban|cease-?fire|truce|tariff|protocol"
    r"|declaration|law|programme|program|project|contract|commitment|decision|report)s?"
    r" (?:(?:that|which) (?:was|were|had been) )?\w+(?:ed|ruck|ade|aken)(?: (?:in|on|at|by|during))?(?: the)? $"
)
"""Read "to discuss a pact signed in 2009": of what was done."""
_DONE = re.compile(
    r"\b(?!(?:need|speed|indeed|seed|breed|united)\b)(?:\w{3,}ed|made|taken|begun|won|sent|given|struck|brought|held)"
    r"(?: \w+ly)?(?: back)?(?: (?:in|on|at|by|during|between|of|for|from))?(?: the)? $"
)
"""The same of anything; after what an event is called it may be said of the event: "the talks, held on Monday"."""
_HELD_THERE = re.compile(
    r"\b(?:held|signed|adopted|opened|convened|reached) (?:in|at) (?:the )?[A-ZÀ-Þ][\w-]+(?: on| in)? $"
)
"""Read "discussed the results of the session held in Oslo on 19 May"."""
_HAPPENING = re.compile(
    r"\b(?:attack|killing|murder|assassination|shooting|bombing|raid|strike|explosion|blast|crash|earthquake|quake|flood"
    r"|massacre|coup|incident|clash|clashes|protest|uprising|abduction|kidnapping|outbreak|verdict|ruling|test|launch"
    r"|(?:re-?)?election|referendum|poll|vote|inauguration|celebration|anniversary)s?"
    r"(?: (?:of|on|in|at|by|against|near|to|from|that)\b[^,;]{0,40}?)? (?:(?:on|in|of|at|from) )?$"
)
"""Read "to discuss the attack on the embassy last Friday"."""
_TO_PREPARE = re.compile(
    r"\b(?:to prepare|(?:in|as) (?:a )?preparation|to (?:pave|prepare) the way)\b[^;]{0,80}?"
    r"\b(?:visit|trip|summit|conference|meeting|talks|session)s?\b(?:[^,;]|, [A-ZÀ-Þ][^,;]{0,60},)*$"
)
"""Read "flew to Peru to prepare for her president's visit in May"."""
_TO_GO = re.compile(r"\b(?:to|can|could|may|might) (?:visit|travel|fly|return|go|come|host|invite)\b[^;]*$")
"""Read "held consultations on a plan for Minister X to visit in August"."""
_TALKED_OF = re.compile(
    r"\b(?:prepar\w+|(?:way|stage|ground|path|door|scene) for|view to|plans|arrangements|agenda"
    r"|invit\w+|run-up|upcoming|forthcoming|attend|recall\w*|prais\w+|hail\w+"
    r"|commend\w*)\b[^;]{0,60}\b(?:visit|trip"
    r"|summit|conference|ceremony|session|forum|celebrations?|meeting|talks|tour)s?\b"
    r"(?:[^,;]|, [A-ZÀ-Þ][^,;]{0,60},)*$"
)
"""Read "to discuss preparations for the summit in July", "and recalled his visit to Oslo in 2015"."""
_TOLD_BY = re.compile(
    r", (?:[\w.'’-]+ ){1,9}?(?:announced|reported|reports|confirmed|disclosed|revealed|tweeted|wrote|quoted)\b"
    r"[^,;]{0,30}$"
    r"|\baccording to\b[^;]*$"
)
"""Read "held talks with X, the news agency reported on Wednesday": the day on which it was told."""
_AT_FIRST = re.compile(
    r"\b(?:originally|initially|previously|first|earlier)(?: been)? (?:scheduled|planned|due|set|slated|expected|meant)"
    r"\b[^,;]{0,30}$"
)
"""Read "originally scheduled for Friday, will take place on Saturday"."""
_SETS_OUT = re.compile(
    r"\b(?:left|flew|arriv(?:ed|es)|travel+ed|departed|went|headed|set off|came) [^;]*?"
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^;,]*? for (?:[\w-]+ ){0,3}|(?<!came )\bto $)"
)
"""Read "left on Tuesday for talks with", "arrived in Oslo to meet"."""
_SET_APART = ("by", "since", "before")
"""Read "pledged to double trade by 2020"."""
_ACTS = frozenset({"sanction", "expulsion", "summons", "other", "agreement", "statement", "letter"})
_WRITTEN = frozenset({"letter", "statement"})
_WRITES_OF = re.compile(
    r"\b(?:inviting|to (?:attend|invite)|asking|calling|urging|requesting|proposing|demanding|congratulating|thanking"
    r"|condemning|warning|confirming|announcing)\b[^;]*$"
)
"""Read "sent X a letter inviting him to a summit on June 15": what is written of."""
_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed)|preced(?:es|ed)|(?:comes?|came) (?:after|before))\b[^;]*"
    r"\b(?:visit|trip|tour|meeting|talks|summit|call|conversation|session|round)\b[^;]*$",
    re.IGNORECASE,
)
"""Read "X's visit to Peru follows that of Y to Chile in March"."""
_SAYING = re.compile(
    r", (?:thank|prais|congratulat|express|not|stress|add|say|recall|hail|welcom|criticis|criticiz|accus|warn|urg|tell"
    r"|ask)ing\b[^,;]*$"
)
"""Read "spoke with X, thanking him for receiving a team last week": of what is spoken of."""
_ASKED = re.compile(
    rf"\b(?:{ASKED}|thanked|praised|commended)"
    r" (?:(?!(?:during|at|in|on)\b)[\w.'’-]+ ){1,6}?(?:to|for) [^;]*$"
)
"""Read "during talks with X, urged him to open the border in May": what is asked or thanked for."""
_LOOKED_AT = (
    _ASKED,
    _ALSO_TO_DO,
    _SAYING,
    _FOLLOWS,
    _APPOSED,
    _NEXT_STEP,
    _SAYS_MORE,
    _PAPER_DONE,
    _HAPPENING,
    _TOLD_BY,
)
_AND_ON = re.compile(r"\b(?:and|but)(?: then| later)?(?: (?:late |early )?on)? $")
_DOES = re.compile(
    r"(?: \w+ly| also| then)? (?!(?:need|indeed|united)\b)"
    r"(?:\w{2,}ed|held|met|flew|went|left|spoke|paid|had|took|made|saw|gave|sent)\b"
)
_SAID_THEN = re.compile(
    r"\b(?:said|says|told(?: \w+){1,2}|announced|confirmed|added|stated|declared)"
    r" (?:after|following|before|at|in|during) [^,;]{0,60}$"
)
_THAT_IT_WILL = re.compile(
    r" that (?:[\w.’'-]+ ){1,8}?(?:will|would|is|are|was|were|has|had|can|could|may|might|should)\b[^;]*$"
)
"""Read "said after talks with X that the port would open in May": of what is said."""
_AFTER_A_STOP = re.compile(
    r"\b(?:after|following|before|ahead of) (?:an?|his|her|their|its|the) (?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|stop|tour|stay)\b"
)
_OF_OTHERS = (_TALKED_OF, _TO_GO)
_DOUBTS = re.compile(
    r" (?:did|does|has|had|could|will|would|may|might)(?: not| n[’']t)? [a-z]+ [^,;]*?[a-z]{3,}ed (?:on |in |by )?$"
)
"""Read "a meeting of X and Y did not dispel doubts raised on Sunday"."""


def is_of_what_follows(text: str, frame: Frame, date: When) -> bool:
    """Whether a day after the word that tells of a contact is that of what the sentence says next."""
    end = frame.lx.ends[frame.at]
    if date.start <= end:  # "the two condemned the launch on 28 July and exchanged views": the day of the launch
        return frame.anaphor and _HAPPENING.search(text, frame.lx.start, date.start) is not None
    ahead = frame.status in ("planned", "proposed")
    if frame.kind in _WRITTEN and _WRITES_OF.search(text, end, date.start) is not None:
        return True
    if frame.rule.endswith("noun") and is_day_of_telling(text, date, frame.lx.starts[frame.at]):
        return True
    if frame.kind in _ACTS:
        return ahead and _TOLD_BY.search(text, end, date.start) is not None
    if date.lead in _SET_APART and frame.kind != "visit" and not ahead:
        return True
    between = text[end : date.start]
    said = _THAT_IT_WILL.search(between) and _SAID_THEN.search(text, frame.lx.start, frame.lx.starts[frame.at])
    hosted = is_when_hosted(text, frame, date)
    span = len(date.edtf) < DAY_LENGTH and not date.rule.startswith("last-")  # "for the first time last month"
    how_often = span and _HOW_OFTEN.search(text, frame.lx.start, date.start) is not None
    other = bool(said) or how_often or goes_on(between) or _is_of_next_verb(text, between, date)
    return other or any(one.search(between) is not None for one in _more(frame, hosted=hosted))


def _is_of_next_verb(text: str, between: str, date: When) -> bool:
    """Read "met X, and on Tuesday held talks with Y": the day of what follows it."""
    return _AND_ON.search(between) is not None and _DOES.match(text, date.end) is not None


def _more(frame: Frame, *, hosted: bool) -> tuple[re.Pattern[str], ...]:
    """What else between a contact and a day says that the day is of something else, by what tells of the contact."""
    others: tuple[re.Pattern[str], ...] = _OF_OTHERS if frame.kind != "visit" and not hosted else ()
    if frame.kind == "visit" and "-noun" not in frame.rule:
        others = (_TO_PREPARE,)
    done = (_DONE,) if "-noun" not in frame.rule else (_DOUBTS,)
    there = (_HELD_THERE,) if frame.rule.startswith(("discuss", "brief")) else ()
    return (*others, *done, *there)


def goes_on(between: str) -> bool:
    """Whether the words between what is told of and a day tell of something else, whose day it is."""
    return any(one.search(between) is not None for one in _LOOKED_AT)


def without_first_plans(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """Leave out the day for which a contact was planned at first."""
    if frame.status not in ("planned", "proposed", "held", ""):
        return dates
    first = [one for one in dates if _AT_FIRST.search(text, frame.lx.start, one.start) is None]
    return [one for one in first if not _is_of_next_stop(text, frame, one)]


def _is_of_next_stop(text: str, frame: Frame, date: When) -> bool:
    """Read "will visit Chile on Friday after a trip to Oslo, where he is to meet X": X is met on the other stop."""
    begin = frame.span[0]
    where = frame.lx.starts[begin]
    if date.end > where or "where" not in frame.lx.lows[max(0, begin - 1) : begin + 1]:
        return False
    return _AFTER_A_STOP.search(text, date.end, where) is not None


def is_of_journey_begun(text: str, frame: Frame, date: When) -> bool:
    """Read "left on Tuesday for talks with X on Friday": what one goes for is no earlier than the day one goes."""
    at = frame.lx.starts[frame.at]
    if date.start < at or not date.rule.startswith("weekday"):
        return False
    return _SETS_OUT.search(text, frame.lx.start, at) is not None

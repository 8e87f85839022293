"""The parts of a sentence that have a time of their own: a day inside one of them is of nothing that stands outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs

_COUNT = (
    r"(?:(?:[Jj]ust|[Bb]arely|[Oo]nly|[Ss]hortly|[Ss]oon|[Ii]mmediately|[Ll]ess than|[Mm]ore than) )?"
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d+|[Aa] few|[Ss]everal) )?"
    r"(?:[Hh]ours?|[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?) "
)
_THEN = (
    r"(?:arriv|land|attend|address|visit|meet|speak|hold|sign|open|chair|tour|lay|fly|inspect|deliver|inaugurat|receiv|host"
    r"|conclud|end|finish|wrapp|complet)"
)
"""What one does on the day of the next thing: "After arriving on Sunday, X met Y"."""
_ARRIVAL = r"(?:his|her|their|the) (?:arrival|landing)"
_FRONT = re.compile(
    rf"\W*(?:(?:{_COUNT})?(?:[Bb]efore |[Aa]fter (?!{_THEN}\w*ing\b|{_ARRIVAL}))|{_COUNT}[Aa]fter "
    rf"|(?:[Ff]ollowing(?! {_ARRIVAL})|[Aa]head of|[Pp]rior to|[Ii]n the run-up to|[Oo]n the eve of|[Bb]ecause"
    r"|[Aa]lthough|[Tt]hough|[Dd]espite|[Aa]mid|[Gg]iven|[Oo]wing to|[Dd]ue to|[Tt]hanks to|[Bb]ased on|[Pp]ursuant to"
    r"|[Uu]nlike|[Bb]uilding on"
    r"|[Aa]s (?:agreed|announced|planned|promised|decided|reported)|[Aa]gainst the backdrop of|[Ii]n the wake of"
    r"|[Ii]n (?:line|accordance|keeping|connection) with|[Ii]n (?:response|reply|retaliation|reaction) (?:to|for)"
    r"|[Uu]nder (?:an?|the|its|their) (?:[\w-]+ )?(?:deal|plan|accord|agreement|pact|law|decree)"
    r"|[Aa]s part of an? (?:[\w-]+ )?(?:deal|plan|accord|agreement|pact|campaign|drive)"
    r"|[Ww]ith (?:[\w-]+ ){1,4}(?:due|set|scheduled|planned|expected|under way|looming))\b"
    r"|(?:(?:In|On|At|During|For|As|With|Making)\b[^,;]{1,80}? (?P<since>since|after|before|following) (?=[a-z])))"
)
"""Read "After a visit to Peru on Sunday, X met Y": what came before; "During a visit" and "At a meeting" are then."""
_COMMAS = re.compile(r"m,[mn](?:,x)?|(?P<end>,)")
"""The commas of a sentence, in codes: those of a date end no phrase, "building on the May 4, 2022, meeting"."""
_ASIDE = re.compile(
    r"(?:, (?:which|where)|(?<=\w),? (?:who|whose|whom))\b[^,;]*"
    r"|, (?:in (?:office|power)|born|sworn in|(?:newly |re-?)?elected|appointed|named|struck|reached|signed"
    r"|chosen|installed|inaugurated|released|freed|facing|awaiting|ousted|agreed|announced|arranged|requested|proposed"
    r"|postponed|imposed|adopted|ratified|launched|founded|established|described|hailed|sanctioned|expelled|recalled"
    r"|accredited|back from|fresh from|returning from|in an? (?:[\w-]+ )?(?:move|step|decision)) [^,;]*"
    r"|(?<=\w) since (?=[a-z])(?!(?:last|early|late|mid)\b)[^,;]*"
    r"|(?:--|[–—]) ?(?:who|whose|whom|which)\b[^,;–—]{0,160}?(?=--|[–—])"
)
"""Read "X, elected on Sunday, met Y", "Y, who took office in May, at the palace on Tuesday"."""
_DONE_TO = re.compile(
    r", (?:to be|due (?:in|to)) [^,;]*"
    r"|, (?!(?:accompani|join|flank|head|attend|chair|receiv|welcom|escort|greet|invit|schedul|plann|expect|convene"
    r"|open|host|follow|dat|dubb|entitl|call|mediat|broker|conven|conclud|complet|bas|locat|situat|assist|support|back|design|sign"
    r"|organi[sz]|slat|bill|tim|fix|earmark|arrang|deliver|conduct|initiat|ink|stag|arriv|return|land|visit|depart"
    r"|travell?|coupl|compar|includ)e?d\b)"
    r"[a-z]{3,}ed (?:(?:by|in|on|to|at|from|for|after|over|since|last|as|early|late|with) )[^,;]*"
)
"""Read "X, defeated at the polls in March, met Y": of a person; of a contact it may be said that it is due then."""
_BEGUN = re.compile(
    r"\W*(?:[A-Z][a-z]{2,}ed(?= [a-z]| [A-Z][a-z]+day\b)|Sworn in|Born|Chosen|Fresh from|Back from"
    r"|Looking ahead to|Having (?!arrived|landed|flown))[^,;]*"
)
"""Read "Sworn in on Sunday, X met Y"."""
_BRACKETED = re.compile(
    r"\((?!(?:on|from|at|until|till|yesterday|today|tomorrow|late|early|last|next|this"
    r"|in [A-Z\d])\b)[a-z][^()]{0,200}\)"
)
"""Read "X (in power since 2015) met Y"; a day alone in brackets is of what stands before it."""
_RESTRICTING = re.compile(
    r"(?<!said )(?<!says )(?<!told )(?<!announced )\bthat (?:opens?|opened|begins?|began|starts?|started|ends?|ended"
    r"|takes?|took|lapses?|lapsed|expires?|expired|killed|left|followed|erupted|broke|was|were|is|are|had|has|will)\b[^,;]*"
)
"""Read "in Lima for a summit that opens on Saturday"."""
_MEANWHILE = re.compile(
    r",? \b(?:while|whereas|although|though|because|as (?=(?:\w+ ){1,3}(?:continue|rage|began|begin|broke|grew|grow)))"
    r"(?! (?:in|on|at|there|both|they|he|she|also|\w+ing)\b)[^,;]*"
)
"""Read "met X, while Peru recalled its envoy on Sunday"; "while in Oslo on Sunday" is of both."""
_PAVING = re.compile(
    r", (?!(?:speak|visit|attend|meet|hold|arriv|travel|discuss|land|spend|return|stay|continu|beginn|start|mak|pay"
    r"|includ|accord|dur|even|morn|regard|concern|lead|head|chair|sign|k|spr)ing\b)[a-z]+ing\b[^,;]*"
)
"""Read "met X, paving the way for a summit on Friday"."""
_RESOLVE = re.compile(
    r"\b(?:decision|move|plan|pledge|bid|threat|order|refusal|vote|offer|proposal|announcement|declaration|request)s?"
    r" [^,;]{1,40}? (?:to|that)\b"
)
"""Read "to discuss Peru's decision on Sunday to close the border"."""
_MOST = 40
"""Parts of one kind in a sentence: what has more of them is none."""
_TO_DO = re.compile(
    r"\b(?:agreed|pledged|vowed|promised|decided|undertook|threatened|offered)\b[^,;]{0,40}?"
    r" (?P<part>to (?!the\b|an?\b)[a-z]+\b"
    r"(?:(?! (?:when|after|before|during|while|(?:in|at) (?:an? )?(?:talks|meeting|call))\b)[^,;])*)"
)
"""Read "agreed on Monday to reopen the border on 1 June, after talks with X"."""
_GOES_ON = re.compile(
    r"(?<!between )\band (?:(?:then|later|afterwards|will|would) ){0,2}"
    r"(?:return(?:s|ed)?|(?:leaves?|left|departs?|departed|heads?|headed|proceeds?|proceeded|fly|flies|flew|travels?|travell?ed|goes|went|go|continues?|continued)"
    r" (?:(?:on|back|onwards?) )?(?:to|for|home|back))\b[^,;]*"
)
"""Read "will visit Peru and return home on Sunday", "met X and left for Oslo on Friday": the day of the next step."""
_SEQUEL_TO = (
    r"\b(?:(?:(?:is|was|are|were|be|as|being) )?an? (?:\w+ )?(?:follow[- ]?up|sequel|continuation) (?:to|of)"
    r"|follow(?:s|ed|ing)?[ -]up (?:on|to)|follow(?:s|ed)(?: on from)?(?! by)|(?:is|was|were) preceded by"
    r"|buil(?:ds?|t) (?:up)?on|(?:comes?|came) (?:[\w-]+ ){0,3}?after|since)"
    r" (?:(?:the|an?|their|his|her|its) )?(?:[\w-]+ ){0,3}?(?:gatherings?|meetings?|talks|sessions?|rounds?|summits?"
    r"|discussions|encounters?|conferences?|visits?)\b"
)
"""Read "was a follow-up to the gathering in Lima on 10 May": an event of before, with a day and a place of its own."""
SEQUEL = re.compile(_SEQUEL_TO)
_SEQUEL = re.compile(_SEQUEL_TO + r"[^,;]*")
_SET_OFF = (_GOES_ON, _SEQUEL, _ASIDE, _BRACKETED, _RESTRICTING, _MEANWHILE, _PAVING, _RESOLVE)
FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "can", "could", "may"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_PHRASE = "taxNTCDHBnUGoJ'-"
_AFTER_VERB = "thCDNTpm"
"""Codes of what may follow a finite verb, and not one that stands before its noun: "approved the deal"."""


class Stretch(NamedTuple):
    """A part of a sentence, by its offsets in the text."""

    start: int
    end: int
    of_person: bool = False
    """Said of who is named before it, and of nothing that a noun tells of: "defeated at the polls in March"."""


def stretches(lx: Lexed) -> list[Stretch]:
    """Return the parts of a sentence that have a time of their own, as they stand in it."""
    text, start, end = lx.text, lx.start, lx.end
    found = [Stretch(*one.span()) for each in _SET_OFF for one in islice(each.finditer(text, start, end), _MOST)]
    found.extend(Stretch(*one.span(), of_person=True) for one in islice(_DONE_TO.finditer(text, start, end), _MOST))
    found.extend(Stretch(*one.span("part")) for one in islice(_TO_DO.finditer(text, start, end), _MOST))
    begun = _BEGUN.match(text, start, end)
    found.extend([Stretch(*begun.span(), of_person=True)] if begun is not None else [])
    found.extend(_front(lx))
    found.extend(_beside(lx))
    found.extend(_with_own_subject(lx))
    return found


def _front(lx: Lexed) -> Iterator[Stretch]:
    """Read "Following the coup on Sunday, X met Y": up to the first comma that is not that of a date."""
    opens = _FRONT.match(lx.text, lx.start, lx.end) if "," in lx.codes else None
    if opens is not None:
        commas = (one.start("end") for one in _COMMAS.finditer(lx.codes) if one["end"])
        end = next((lx.starts[i] for i in commas), lx.start)
        yield Stretch(opens.start("since") if opens["since"] else lx.start, end)


def _beside(lx: Lexed) -> Iterator[Stretch]:
    """Read "X spoke on Sunday; he met Y": each part behind a semicolon, and what stands before the first."""
    marks = [i for i, code in enumerate(lx.codes) if code == ";" and lx.lows[i] == ";" and _begins_clause(lx, i + 1)]
    if not marks:
        return
    ends = [lx.starts[i] for i in marks]
    first = next((i for i, code in enumerate(lx.codes) if code not in "pmnt"), 0)
    yield Stretch(lx.starts[first], ends[0])
    for begin, end in zip(ends, [*ends[1:], lx.end], strict=True):
        yield Stretch(begin, end)


def _begins_clause(lx: Lexed, at: int) -> bool:
    """Whether a pronoun stands behind a mark, a day between them or not."""
    while at < len(lx) and lx.codes[at] in "pmn,&":
        at += 1
    return lx.lows[at : at + 1] != [] and lx.lows[at] in _PRONOUNS


def _with_own_subject(lx: Lexed) -> Iterator[Stretch]:
    """Read "met X, and parliament approved the deal on Wednesday": to the end of the sentence."""
    for at in range(1, len(lx) - 1):
        joined = lx.lows[at] in ("and", "but") and lx.codes[at - 1] == ","
        if joined and _goes_on_with_subject(lx, at + 1):
            yield Stretch(lx.starts[at], lx.end)
            return


def _goes_on_with_subject(lx: Lexed, begin: int) -> bool:
    """Whether a phrase and its verb stand here."""
    for i in range(begin, min(begin + FAR, len(lx) - 1)):
        if lx.codes[i] not in _PHRASE:
            return False
        word = lx.lows[i]
        verb = word in FINITE or ((word.endswith("ed") or word in verbs()) and lx.codes[i + 1] in _AFTER_VERB)
        if lx.codes[i] == "x" and verb:
            return i > begin
    return False

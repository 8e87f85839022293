"""Where sentences begin and end."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Brig|Sgt|Sen|Rep|Gov|Hon|Rev|Fr|Sr|Jr|No|Nos|vs|Inc|Ltd|Co|"
    "Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Messrs|Mme|Mlle|Ven|Bt|Esq|Ph|Rt|Amb|Pres|Ave|Blvd|"
    "dept|approx|cf|etc|al|ed|Art|Sec|Vol|Fig|Md|Mohd|Muhd|Engr|Eng|Arch|Smt|Adv|Atty|Lic|Ing|Dra|Sra|Srta|Msgr|Mgr|"
    "Cde|Cdre|Cmdr|Comdr|Insp|Supt|Cpl|Flt|Sqn|Alh|Sh|Ir|Drs|Asst|Dep|Min|Pol|Hj|Bro|Pte|Gral|Vdm|CPA|FCPA"
)
_END = r"(?:[\"”’)\]]|\[\d+\])*(?=\s+[\"“‘'(\[]*[^\W_a-z])"
"""What may follow a mark at the end of a sentence, and how the next one begins."""
_BOUNDARY = re.compile(rf"[.!?…\n](?:(?<=\n)\n*|(?:(?<=\.)\.\.)?{_END})")
"""It begins with a class of few characters, which the engine looks for ten times as fast as for alternatives."""
_BOUNDARY_OR_DASH = re.compile(rf"(?:\.\.\.|…|[.!?]){_END}|\n+|(?<=[”\"])\s+(?=[—–-]\s)")
_DASH_AFTER_QUOTE = re.compile(r"[”\"]\s+[—–-]\s")
_KNOWN = frozenset(_ABBREVIATIONS.split("|"))
_NO_END = re.compile(
    r"(?:^|[\s(\"“‘'\[.-])(?:(?:" + _ABBREVIATIONS + r")|(?:[^\W\d_]\.)*[^\W\d_a-z])\.$"
    r"|[\s\d(][ap]\.m\.$"
)
_ENDS_ANYWAY = re.compile(r"\b(?:U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|Jr|Sr|etc|Inc|Ltd|Co|Corp)\.$")
_STARTS_NEW = re.compile(
    r"\s+[\"“‘'(]*(?:The|He|She|It|They|In|On|At|A|An|This|That|These|But|And|After|As|His|Her|Their|We|I|Both|Earlier|"
    r"Later|Meanwhile|However)\s"
)
_LOOK_BACK = 12
_LONGEST = 4_000
"""Characters: what goes on for longer is no sentence, and is cut at a blank so that reading it takes no age."""


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences between two offsets, without blanks around them. Line breaks end sentences."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    quoted = text.find('"', start, stop) >= 0 or text.find("”", start, stop) >= 0
    boundary = _BOUNDARY_OR_DASH if quoted and _DASH_AFTER_QUOTE.search(text, start, stop) else _BOUNDARY
    for match in boundary.finditer(text, start, stop):
        if text[match.start()] == "." and _is_abbreviation(text, match.start() + 1, match.end()):
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, stop)
    return spans


def _is_abbreviation(text: str, after_dot: int, end: int) -> bool:
    before = text[max(0, after_dot - _LOOK_BACK) : after_dot]
    word = before[before.rfind(" ") + 1 : -1]
    if len(word) > 1 and word.isalpha() and word not in _KNOWN:
        return False  # an ordinary word, as nearly always
    if not _NO_END.search(before):
        return False
    return not (_ENDS_ANYWAY.search(before) and _STARTS_NEW.match(text, end))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    first, last = start, end
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    if last - first > _LONGEST:
        middle = text.rfind(" ", start, start + _LONGEST)
        middle = middle if middle > start else start + _LONGEST
        while middle < end and end - start > _LONGEST:
            _add(spans, text, start, middle)
            start = middle
            space = text.rfind(" ", start + 1, start + _LONGEST)
            middle = space if space > start else start + _LONGEST
        _add(spans, text, start, end)
    elif first < last:
        spans.append((first, last))

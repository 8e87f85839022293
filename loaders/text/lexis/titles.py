"""Titles that may be something else: a verb, a surname, a given name, a style; their neighbours tell."""

from __future__ import annotations

import re

from loaders.text.lexis.gazetteer import Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_AFTER_NAME = re.compile("(?<=[NJ])T(?![NIHj])|(?<=N,)T(?=[,.;xp&w]|$)")
_POSTNOMINALS = word_class("postnominal")
"""After a name they are a part of it: "Minister the Hon Ann Hale MP"."""
_SURNAME = re.compile("(?<![ta])T(?![NIjo])")
"""A title that is a surname too, with no name after it: "Ms Bishop said"."""
_HE = re.compile(r"[NIx]{2}(?=H*[NIjT]|t[aCDO]*T)")
_AMIR = re.compile("(?<=N)T(?=N)|(?<=T)T(?=NN)|T(?=jN)")
"""A title that is a given name too: "Hossein Amir Abdollahian", "Hassan Sheikh Mohamud"."""
_GIVEN_TOO = frozenset({"amir", "emir", "sheikh", "shaikh", "cheikh", "sultan", "shah"})
_STYLES = frozenset({"sri", "utama"})
"""Malay styles whose words are names elsewhere: "Tan Sri NAME", "Dato' Sri NAME", "Dato Seri Utama Haji NAME"."""
_CHAIR = re.compile(r"(?<=[xp&])T")
_CHAIRS = frozenset({"chair", "co-chair", "chairs", "co-chairs"})
_BEFORE_VERB = frozenset({"will", "to", "would", "jointly", "also", "then", "next"})
"""Before "chair" they make it the verb: "will co-chair the session"."""
_HEADING = re.compile(r"(?<=[NTJCqxa&,])[TU](?=p[KCDMt]|f[KCDMt]|x|t[axnBD-]*G)")
_WAYS = frozenset({"to", "for", "into", "back", "off", "out", "home", "over", "next"})
"""After "heads" they make it the verb: "Minister X heads to Oslo"."""
_MEMBER = re.compile(r"[xN](?=ot?(?:[DO]|C')?[aBNx]{0,2}[BNx])")
_MEMBERS = {
    word: Term(code, "", None, "member-of-parliament", "parliament")
    for word, code in (("member", "T"), ("members", "U"))
}
_CHAMBERS = frozenset({"parliament", "congress", "senate", "assembly", "legislature", "house", "politburo", "duma"})
_CHIEF_OF = re.compile("[aT]ot?D[xTBN]{1,3}")
_CHIEFS_OF = {
    "diplomacy": Term("T", "", None, "foreign-minister", "minister"),
    **dict.fromkeys(
        ("staff", "army", "navy", "military", "forces"), Term("T", "", None, "chief-of-defence", "military")
    ),
}
"""What those are of who are only called the chief: "the chief of Kenyan diplomacy", "of the Kenyan general staff"."""
_ALONE = frozenset({"chief", "head"})
_REACH = 6
"""Items from "member" on in which the chamber stands."""


def settle_titles(lexed: Lexed) -> None:
    """Tell titles from the verb and the surname that are written so: "will chair", "Ms Bishop said"."""
    if not _CHAIRS.isdisjoint(lexed.lows):
        lexed.codes = _CHAIR.sub(lambda found: "x" if _is_to_chair(lexed, found.start()) else "T", lexed.codes)
    if "heads" in lexed.lows or "head" in lexed.lows:
        lexed.codes = _HEADING.sub(lambda found: "x" if _is_heading(lexed, found.start()) else found[0], lexed.codes)
    if not _ALONE.isdisjoint(lexed.lows):
        _settle_chiefs(lexed)
    if not _POSTNOMINALS.isdisjoint(lexed.lows):
        lexed.codes = _AFTER_NAME.sub(
            lambda found: "J" if lexed.lows[found.start()] in _POSTNOMINALS else "T", lexed.codes
        )
    if any(lexed.text.find(style, lexed.start, lexed.end) >= 0 for style in ("H E ", "H H ")):  # in Gulf papers
        lexed.codes = _HE.sub(lambda found: "HH" if lexed.lows[found.start()] == "h" else found[0], lexed.codes)
    if not _GIVEN_TOO.isdisjoint(lexed.lows):
        lexed.codes = _AMIR.sub(lambda found: "N" if _is_given(lexed, found.start()) else "T", lexed.codes)
    if not _STYLES.isdisjoint(lexed.lows):
        _settle_styles(lexed)
    if not _MEMBERS.keys().isdisjoint(lexed.lows):
        _settle_members(lexed)
    if "bishop" in lexed.lows:
        lexed.codes = _SURNAME.sub(lambda found: "N" if lexed.lows[found.start()] == "bishop" else "T", lexed.codes)


def _settle_chiefs(lexed: Lexed) -> None:
    """Read "the chief of Kenyan diplomacy", "chief of the Kenyan general staff" as offices."""
    for found in _CHIEF_OF.finditer(lexed.codes):
        at, first = found.start(), lexed.codes.index("D", found.start()) + 1
        of = next((i for i in range(first, found.end()) if lexed.lows[i] in _CHIEFS_OF), 0)
        if lexed.lows[at] in _ALONE and of:
            lexed.terms[at] = _CHIEFS_OF[lexed.lows[of]]
            body = "B" * (of + 1 - first)
            lexed.codes = f"{lexed.codes[:at]}T{lexed.codes[at + 1 : first]}{body}{lexed.codes[of + 1 :]}"


def _settle_members(lexed: Lexed) -> None:
    """Read "member of the Kenyan parliament", "members of Kenya's National Assembly" as titles."""
    for found in _MEMBER.finditer(lexed.codes):
        at = found.start()
        if lexed.lows[at] in _MEMBERS and not _CHAMBERS.isdisjoint(lexed.lows[at + 2 : at + _REACH]):
            lexed.terms[at] = term = _MEMBERS[lexed.lows[at]]
            lexed.codes = f"{lexed.codes[:at]}{term.code}{lexed.codes[at + 1 :]}"


def _is_given(lexed: Lexed, at: int) -> bool:
    """Read "Hassan Sheikh Mohamud", "Minister for Trade Amir Khan Rao": a name, where no ruler is meant."""
    if lexed.codes[at + 1 : at + 2] == "j":
        return lexed.lows[at] in ("sultan", "amir")  # "Prince Sultan bin Saad"
    return lexed.lows[at] in _GIVEN_TOO and (lexed.codes[at - 1] == "N" or lexed.lows[at] == "amir")


def _settle_styles(lexed: Lexed) -> None:
    """Read "Tan Sri NAME", "Dato' Sri NAME", "Dato Seri Utama Haji NAME": no part of the name."""
    codes = list(lexed.codes)
    for at in range(1, len(codes) - 1):
        if lexed.lows[at] in _STYLES and codes[at] == "N" and codes[at + 1] in "NIH":
            if lexed.lows[at - 1] == "tan":
                codes[at - 1] = "H"
            if codes[at - 1] == "H":
                codes[at] = "H"
    lexed.codes = "".join(codes)


def _is_to_chair(lexed: Lexed, at: int) -> bool:
    """Read "will also chair a meeting", "to co-chair": the verb."""
    return lexed.lows[at] in _CHAIRS and lexed.lows[at - 1] in _BEFORE_VERB


def _is_heading(lexed: Lexed, at: int) -> bool:
    """Read "Minister X heads to Oslo", "will head to Oslo": the verb."""
    goes = lexed.lows[at + 1] in _WAYS
    if lexed.lows[at] == "head":  # "will head a delegation" too
        return (goes or lexed.codes[at + 1] == "t") and lexed.lows[at - 1] in _BEFORE_VERB
    return goes and lexed.lows[at] == "heads" and lexed.codes[at - 1] != "x"

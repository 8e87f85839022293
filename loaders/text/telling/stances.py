"""What a state says of others in the first sentence of a text: "China's defence ministry called Japan's remarks"."""

from __future__ import annotations

import re

from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.actor import Actor

_BEFORE = (
    r"(?:\( \w+ \) )?(?:(?:has|have|on|late|earlier|today|yesterday|again|strongly|also|sharply|publicly|formally|,|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day) )*"
)
_JUDGES = re.compile(
    _BEFORE
    + r"(?:called|calls|criti[cs]i[sz]e[sd]?|condemn(?:s|ed)?|denounce[sd]?|urge[sd]?|warn(?:s|ed)?|accuse[sd]?|"
    r"rejects?|rejected|dismiss(?:es|ed)?|slam(?:s|med)?|blast(?:s|ed)?|rebuke[sd]?|rebuffed|demand(?:s|ed)?|"
    r"threaten(?:s|ed)?|voiced|expressed|protest(?:s|ed)|refute[sd]?|censure[sd]?|decr(?:y|ies|ied)|deplore[sd]?|"
    r"lambaste?[sd]?|repudiate[sd]?|oppose[sd]?|regret(?:s|ted)?|lash(?:es|ed) out|hits? (?:back|out)|reiterate[sd]?|"
    r"reaffirm(?:s|ed)?|defend(?:s|ed)?|backed|backs?|supports?|supported|ridicule[sd]?|rebut(?:s|ted)?)\b(?! by\b)"
)
"""Verbs by which one who holds an office takes a stand; "backed by others" is none."""
_SAYS = re.compile(_BEFORE + r"(?:said|says|vow(?:s|ed)?|insist(?:s|ed)?|hope[sd]?|welcome[sd]?|hail(?:s|ed)?)\b")
"""Verbs by which a state, its ministry or one who speaks for it does."""
_SAYING = ("said", "says")
_VOICES = re.compile(
    r"\b(?:spokes\w+|foreign (?:ministry|office)|ministry of (?:foreign|external|(?:national )?def\w+)|embassy"
    r"|government|state department|def[ae]n[cs]e (?:ministry|department)|administration|kremlin|white house)\b"
)
"""Those who speak for a state to others: not its ministry of finance."""
_SPOKEN_FOR = re.compile(
    r", (?:\w+ ){0,3}?(?:spokes\w+|foreign (?:ministry|office|minister)) (?:[\w.-]+ ){0,8}?(?:said|told)\b"
)
"""Read "China is deeply surprised by the remarks, a foreign ministry spokeswoman said"."""
_RANKS = frozenset({"head", "minister", "parliament"})
_NEAR = 9


def stance(lead: ClauseReader) -> Actor | None:
    """Return who takes a stand on another state, if that is what a sentence tells."""
    lx = lead.lx
    for actor in lead.actors:
        if actor.determiner == "place" or actor.kind == "pronoun" or actor.plural:
            continue
        after = lx.lower(actor.last, actor.last + _NEAR)
        speaks = actor.kind == "side" or _VOICES.search(lx.lower(actor.first, actor.last)) is not None
        told = (speaks and bool(_SAYS.match(after))) or (speaks and lx.lows[max(0, actor.first - 1)] in _SAYING)
        told = told or (actor.kind == "side" and actor.first <= 1 and bool(_SPOKEN_FOR.search(lx.lower(0, len(lx)))))
        judged = (speaks or actor.rank in _RANKS) and _JUDGES.match(after)
        return actor if told or judged else None
    return None

"""What a state says of others in the first sentence of a text: "China's defence ministry called Japan's remarks"."""

from __future__ import annotations

import re

from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.actor import Actor

_BEFORE = (
    r"(?:\( \w+ \) )?(?:(?:has|have|on|late|earlier|\w+ly|today|yesterday|again|also|,|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day) )*"
)
_JUDGES = re.compile(
    _BEFORE
    + r"(?:called|calls|criti[cs]i[sz]e[sd]?|condemn(?:s|ed)?|denounce[sd]?|urge[sd]?|warn(?:s|ed)?|accuse[sd]?|"
    r"rejects?|rejected|dismiss(?:es|ed)?|slam(?:s|med)?|blast(?:s|ed)?|rebuke[sd]?|rebuffed|demand(?:s|ed)?|"
    r"threaten(?:s|ed)?(?! to)|voiced|expressed|protest(?:s|ed)|refute[sd]?|censure[sd]?|decr(?:y|ies|ied)|"
    r"deplore[sd]?|"
    r"lambaste?[sd]?|repudiate[sd]?|oppose[sd]?|regret(?:s|ted)?|lash(?:es|ed) out|hits? (?:back|out)|reiterate[sd]?|"
    r"reaffirm(?:s|ed)?|defend(?:s|ed)?|backed|backs?|supports?|supported|ridicule[sd]?|rebut(?:s|ted)?)\b(?! by\b)"
)
"""Verbs by which one who holds an office takes a stand; "backed by others" is none."""
_SAYS = re.compile(_BEFORE + r"(?:said|says|vow(?:s|ed)?|insist(?:s|ed)?|hope[sd]?|welcome[sd]?|hail(?:s|ed)?)\b")
"""Verbs by which a state, its ministry or one who speaks for it does."""
_DATELINE = re.compile(r"[NCKx]+,m+[-;]+")
"""A dateline whose place the tables do not have."""
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
    line = _DATELINE.match(lead.lx.codes)
    for actor in lead.actors:
        if line is not None and actor.first < line.end():
            continue
        capital = actor.determiner == "place"
        if (capital and actor.first) or _is_where(lead, actor) or actor.kind == "pronoun" or actor.plural:
            continue
        told = not capital and _is_told(lead, actor)
        return actor if told or judges(lead, actor) else None
    return None


def _is_where(lead: ClauseReader, actor: Actor) -> bool:
    """Read "the congress in Peru rejected": where one is, and not who."""
    first = actor.first - (lead.lx.lows[actor.first] == "the")
    return actor.kind == "side" and lead.lx.lows[max(0, first - 1)] in ("in", "at", "near", "from", "inside", "outside")


def _speaks(lead: ClauseReader, actor: Actor) -> bool:
    return actor.kind == "side" or _VOICES.search(lead.lx.lower(actor.first, actor.last)) is not None


def _is_told(lead: ClauseReader, actor: Actor) -> bool:
    """Read "Japan said", "Japan is alarmed by the tariffs, a foreign ministry spokesman said"."""
    lx = lead.lx
    inverted = lx.lows[max(0, actor.first - 1)] in _SAYING and lx.codes[actor.last : actor.last + 1] in (",", ".", "")
    says = _SAYS.match(lx.lower(actor.last, actor.last + _NEAR)) or inverted  # not "The report says Peru has"
    if says and _speaks(lead, actor):
        return True
    opens = actor.kind == "side" and actor.first <= 1
    return opens and _SPOKEN_FOR.search(lx.lower(0, len(lx))) is not None


def judges(lead: ClauseReader, actor: Actor) -> bool:
    """Whether one judges what another has done, and does not only say something."""
    may = (_speaks(lead, actor) or actor.rank in _RANKS) and "former" not in actor.qualifiers
    return may and _JUDGES.match(lead.lx.lower(actor.last, actor.last + _NEAR)) is not None

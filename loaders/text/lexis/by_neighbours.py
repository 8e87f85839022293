"""Words that are told by those beside them: "was the guest of President X", "FAO chief Y"."""

from __future__ import annotations

import re

from loaders.text.lexis.parts_of_world import settle_parts_of_world
from loaders.text.lexis.surnames import settle_surnames
from loaders.text.lexis.triggers import verbs
from loaders.text.lexis.words import word_class

_AFTER_PARTICIPLE = ("t", "h", "p", "n")
_STANDING_FOR = re.compile("(?<=G)x")
"""Read "a delegation representing the Kenyan parliament": it is of it."""
_KIND_OF_SENT = re.compile("(?<=D)N(?=G)")
_SENT_OUT = frozenset({"delegation", "delegations", "team"})
"""Read "a Kenyan Congressional delegation": no name."""
_STANDING = re.compile("x(?=B)")
"""Read "the Standing Committee"."""
_CHAMBER = re.compile("(?<=Bo)[UN]")
_CHAMBERS = frozenset({"house", "chamber"})
_SEATED = frozenset({"deputies", "representatives", "commons", "lords", "councillors", "people", "peoples"})
"""Read "the House of Representatives": a chamber, and no people."""
_GUEST = re.compile("G(?=o)")
_GUESTS = frozenset({"guest", "guests"})
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
_NEAR = 4
_MANY = re.compile("(?<=t)G(?=o)|(?<=[ax])G(?=oD(?![GTa]))")
_MANY_OF = frozenset({"number", "host"})
"""Read "a number of meetings", "the highest number of refugees": how many there were."""
_OF_PRIVATE = re.compile("T(?=ot?D?x)")
"""Read "the president of the club"."""
_OF_LAND = re.compile(r"(?<=T)(?P<of>ot?[aBKN]{1,3})x(?=ot?C)")
"""Read "governor of Omsk province of Kenya": what the office is of goes on."""
_PEERS = {"peer": "counterpart", "peers": "counterparts", "brother": "counterpart", "brothers": "counterparts"}
_QUOTED = re.compile('(?<=")N')
_PAST = frozenset({"had", "held", "spoke"})
"""Read "Spoke to X today," Y wrote": a verb that a quotation begins with."""
_KIN = frozenset({"brother", "brothers"})
_HIS_OWN = re.compile("h[aCD&,]*$")
_STYLED = re.compile(",?(?:[th]*H|t?[aBCD]*[TU])")
"""What follows a ruler whom another calls his brother: "his brother, HH the Emir of Kuwait", "his brother King X"."""
_DEPUTY = re.compile("(?<=D)[xaGN](?!T)")
"""Read "Chilean deputies", "the Chilean deputy X": members of parliament; "the deputy foreign minister" is none."""
_ALONE = re.compile("h(?=[pwfby.,;&tq]|$)")
"""What may stand behind "her" where it is whom, not whose."""
_CHIEF = re.compile("(?<=O)a(?=H*[NI])")
_OF_HOUSE = re.compile("(?<=[TH])K(?=jN)|(?<=Nj)K")
_HOUSES = frozenset({"al", "bin", "bint", "ibn", "el"})
"""Read "Sheikh Sabah Al Ahmed Al Sabah": a name, and no land."""
_ADDRESSED = re.compile("(?<=H)[KC](?![KCDOTUGB'N-])")
_PERSONALLY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"})
"""Read "Mr Martin", "Mrs Jordan": a name, whatever town or state is called so."""
_OF_FRIEND = re.compile("(?<=o)h[ax]{0,2}[xG](?=tC|C)")
_FRIENDS = frozenset({"partner", "ally", "friend", "neighbour", "neighbor"})
"""Read "the Foreign Minister of our strategic partner the United Kingdom"."""


def settle_by_neighbours(codes: str, lows: list[str]) -> str:
    """Return the codes of a sentence, with such words as what they are there."""
    codes = _with_first_verbs(codes, lows)
    if "her" in lows:
        codes = _ALONE.sub(lambda found: "q" if _is_whom(lows, found.start()) else "h", codes)
    if "NB" in codes:
        codes = settle_surnames(codes, lows)
    if "Go" in codes and not _GUESTS.isdisjoint(lows):
        codes = _GUEST.sub(lambda found: "x" if _is_said(lows, found.start()) else "G", codes)
    if "Gx" in codes and "representing" in lows:
        codes = _STANDING_FOR.sub(lambda found: "p" if lows[found.start()] == "representing" else "x", codes)
    codes = _with_bodies(codes, lows)
    if "Go" in codes:
        codes = _MANY.sub(lambda found: "x" if lows[found.start()] in _MANY_OF else "G", codes)
    if "Tox" in codes or "Totx" in codes or "oDx" in codes or "otDx" in codes:
        codes = _OF_PRIVATE.sub(lambda found: "x" if _is_of_private(codes, lows, found.end()) else "T", codes)
    if "xoC" in codes or "xotC" in codes:
        codes = _OF_LAND.sub(
            lambda found: f"{found['of']}B" if lows[found.end() - 1] in word_class("kind of land") else found[0], codes
        )
    if "oh" in codes and not _FRIENDS.isdisjoint(lows):
        codes = _OF_FRIEND.sub(
            lambda found: "a" * len(found[0]) if lows[found.end() - 1] in _FRIENDS else found[0], codes
        )
    if "NN" in codes:
        codes = settle_parts_of_world(codes, lows)
    if not _PEERS.keys().isdisjoint(lows):
        codes = _with_peers(codes, lows)
    if "Oa" in codes and "chief" in lows:
        codes = _CHIEF.sub(lambda found: "T" if lows[found.start()] == "chief" else "a", codes)
    return codes


def _with_first_verbs(codes: str, lows: list[str]) -> str:
    """Read the verbs that a sentence or a quotation begins with, and no names."""
    if codes[:1] == "N" and lows[0].endswith("ing") and codes[1:2] in _AFTER_PARTICIPLE and lows[0] not in verbs():
        codes = f"x{codes[1:]}"  # "Answering a question", "Speaking on Monday"
    if '"N' in codes:
        codes = _QUOTED.sub(lambda found: "x" if _is_past(lows[found.start()]) else "N", codes)
    return codes


def _with_bodies(codes: str, lows: list[str]) -> str:
    """Read "the Standing Committee", "the House of Representatives", "a Congressional delegation", "Mr Martin"."""
    if "HK" in codes or "HC" in codes:
        codes = _ADDRESSED.sub(lambda found: "N" if lows[found.start() - 1] in _PERSONALLY else found[0], codes)
    if "Kj" in codes or "jK" in codes:
        codes = _OF_HOUSE.sub(lambda found: "N" if _is_of_house(lows, found.start()) else "K", codes)
    if "xB" in codes and "standing" in lows:
        codes = _STANDING.sub(lambda found: "B" if lows[found.start()] == "standing" else "x", codes)
    if "BoU" in codes or "BoN" in codes:
        codes = _CHAMBER.sub(lambda found: "B" if _is_chamber(lows, found.start()) else found[0], codes)
    if "DNG" in codes:
        codes = _KIND_OF_SENT.sub(lambda found: "a" if lows[found.end()] in _SENT_OUT else "N", codes)
    if "deputies" in lows or "deputy" in lows:
        codes = _DEPUTY.sub(lambda found: _code_of_deputy(codes, lows, found.start()), codes)
    return codes


def _is_of_house(lows: list[str], at: int) -> bool:
    return lows[at - 1] in _HOUSES or (at + 1 < len(lows) and lows[at + 1] in _HOUSES)


def _is_chamber(lows: list[str], at: int) -> bool:
    """Read "the President of the Chamber of Deputies": who sits there is named with the chamber."""
    return lows[at - 2] in _CHAMBERS and lows[at] in _SEATED


def _is_of_private(codes: str, lows: list[str], of: int) -> bool:
    """Whether what is behind "of" is a club, a film jury or a school: who heads it holds no office."""
    first = of + 1 + (codes[of + 1] == "t")
    first += codes[first] == "D"
    last = first + 1 + (codes[first + 1 : first + 2] == "x" and lows[first] != "same")
    return not word_class("private body").isdisjoint(lows[first:last])


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and word in verbs())


def _is_said(lows: list[str], at: int) -> bool:
    """Read "was the guest of": of one, and no group of guests."""
    return lows[at] in _GUESTS and not _BE.isdisjoint(lows[max(0, at - _NEAR) : at])


def _with_peers(codes: str, lows: list[str]) -> str:
    """Read "his peers from Peru", "his brother, the King" as counterparts; peers of a realm and his kin are none."""
    for at, word in enumerate(lows):
        told = word in _PEERS and (word not in _KIN or _STYLED.match(codes, at + 1))
        if told and _HIS_OWN.search(codes, max(0, at - _NEAR), at):
            lows[at] = _PEERS[word]
            codes = f"{codes[:at]}G{codes[at + 1 :]}"
    return codes


def _code_of_deputy(codes: str, lows: list[str], at: int) -> str:
    many, named = lows[at] == "deputies", lows[at] == "deputy" and codes[at + 1 : at + 3] == "NN"
    return "T" if many or named else codes[at]


def _is_whom(lows: list[str], at: int) -> bool:
    """Read "received her at the airport", "met her."; of "asked her to meet" another tells whom she is to meet."""
    return lows[at] == "her" and lows[at + 1 : at + 2] != ["to"]

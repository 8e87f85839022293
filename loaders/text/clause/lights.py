"""The verb whose object a noun is: "held talks", "paid a visit"."""

from __future__ import annotations

import re

from loaders.text.clause.adverbials import set_off, verb_before_adverbials
from loaders.text.clause.bounds import Bounds
from loaders.text.clause.once import once
from loaders.text.clause.openings import before_day
from loaders.text.lexis.clause_words import AUXILIARIES, SEEN
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_LIGHT = word_class("light verb")
_LIGHT_OF_VISITS = _LIGHT | word_class("visit verb")
_VISITS = frozenset(
    {
        "visit",
        "state-visit",
        "visits",
        "trip",
        "trips",
        "tour",
        "stay",
        "stop",
        "stops",
        "stopover",
        "mission",
        "journey",
    }
)
_MEETINGS = frozenset({"meeting", "meetings", "talks", "summit", "negotiations", "consultations"})
_DOCUMENTS = word_class("document")
_AS = frozenset({"as"})
_PHRASAL = {
    verb: frozenset(rests.split("|"))
    for verbs_of, rests in (
        ("walk walks walked pull pulls pulled storm stormed back backs backed drop dropped", "out of"),
        ("withdraw withdraws withdrew withdrawn", "from"),
        ("turn turns turned", "down"),
        ("go goes went gone going head heads headed heading", "into"),
        ("speak speaks spoke speaking", "at|before"),
        ("preside presides presided presiding co-preside co-presides co-presided co-presiding", "over|at"),
    )
    for verb in verbs_of.split()
}
_SPEECHES = word_class("speech")
_WITHOUT_DELAY = frozenset({"straight", "directly", "immediately", "right"})
_ENDS_PHRASAL = frozenset(rest.rsplit(" ", 1)[-1] for rests in _PHRASAL.values() for rest in rests)
_PARTITIVES = word_class("partitive")
_ROUGHLY = frozenset({"about", "around", "over", "than", "under"})
_STOP_WORDS = word_class("clause end")
_NO_PHRASE = _STOP_WORDS | AUXILIARIES
"""What no noun phrase holds."""
_CALLING_OFF = re.compile(r"(?:cancel|postpon|scrapp|shelv|delay)(?:l?ed|ed|e?s|l?ing|ing|e)?$")
_OF_PLURAL = ("'", "’")
"""A possessive ending without its own letter."""
_UNTIL = frozenset({"until", "till"})
_PUT = ("put", "puts", "putting", "push", "pushed", "pushes", "pushing")
_PERFECT = frozenset({"have", "has", "had"})
_PARTICIPLES = frozenset({"come", "gone", "been", "arisen", "grown", "fallen", "spoken", "gotten"})
_CALLING = frozenset({"called", "calls", "call", "termed", "dubbed", "labelled", "labeled", "considered"})

_PART_IN = frozenset({"part", "role", "interest", "share", "place", "participation", "hand", "presence"})
"""One has them in a contact: "played his part in the talks"."""


class Lights(Bounds):
    """Finds the verb that a noun of contact is the object of."""

    @once
    def _light(self, at: int) -> int:
        """The item of the verb whose object the noun at this item is, or -1."""
        light = self._light_near(at)
        return light if light >= 0 else self._light_beyond(at)

    def _light_beyond(self, at: int) -> int:
        """Read "held today at the ministry a meeting with": the verb before where and when, or -1."""
        article = at - 1
        while article > 0 and self.lx.codes[article] in "aBx-":
            article -= 1
        if article <= 0 or self.lx.codes[article] not in "tn":
            return -1
        return verb_before_adverbials(self.lx, article, _LIGHT)

    def _light_near(self, at: int) -> int:
        """The verb whose object the noun is, with little between, or -1."""
        codes, lows = self.lx.codes, self.lx.lows
        quoted, inside = False, '"' in codes and codes.count('"', 0, at) % PAIR == 1
        verbs = _LIGHT_OF_VISITS if lows[at] in _VISITS else _LIGHT
        begin = self._what_described(at) if "what" in lows else at
        for i in range(begin - 1, max(-1, begin - VERY_FAR), -1):
            code, word = codes[i], lows[i]
            if code == '"':
                quoted, inside = not (quoted or inside), False  # had an "open, candid" conversation
            if quoted or code == '"' or (code == "'" and self._is_modifier(i)):
                continue
            if (beyond := self._verb_beyond(i, verbs)) >= 0:
                return beyond
            if (word in _UNTIL and self._is_put_off(i)) or (code == "," and self._parts_adjectives(i, at, verbs)):
                continue
            if code in ";.,'" or word in _STOP_WORDS or word in _DOCUMENTS or self._is_apart(i, at):
                return -1
            if word == "continued" and codes[i + 1 : at].strip("aB") == "" and not self._ends_at(i):
                return -1  # "continued talks between"
            if (word in _PARTITIVES and codes[i + 1 : i + 2] == "o") or is_roughly(self.lx, i):
                continue  # "the next round of", "about two hours of"
            if code == "x" and codes[i - 1 : i] == "'":
                continue  # "X's planned trip": an adjective
            if code == "x" and word in verbs and not (self._is_hyphened(i) or self._is_closed(i) or self._dates(i)):
                return -1 if codes[i - 1 : i + PAIR] == "hxp" else i  # "told Y of his plans in a call"
            if self._leads_on(i):
                continue
            if code in "oyw" or (code == "p" and word not in ("in", "on", "upon", "into", "off", "out", "for", "to")):
                return -1
        return -1

    def _is_apart(self, item: int, at: int) -> bool:
        """Whether a verb before this word is not that of the noun: "made his appeal in a telephone call"."""
        return self._is_auxiliary(item, at) or (self.lx.lows[item] == "in" and self._took_object(item))

    def _took_object(self, at: int) -> bool:
        """Whether the verb before "in" has an object of its own: "made his appeal in", not "took part in"."""
        codes, noun = self.lx.codes, self.lx.lows[at - 1]
        owned = codes[at - 1] == "x" and ("h" in codes[max(0, at - NEAR) : at - 1])
        return owned and noun not in _PART_IN

    def _leads_on(self, at: int) -> bool:
        """Read "the Horn of Africa Meeting", "pulled out of", "gave a speech at": a verb reaches over it."""
        lows = self.lx.lows
        if lows[at] == "at":
            return lows[before_day(self.lx, at) - 1] in _SPEECHES
        in_name = self.lx.codes[at - 1 : at + 2] == "BoB"
        named = in_name or lows[at - 1] in _PARTITIVES or lows[at - 2 : at] == ["pulled", "out"]
        return self.lx.codes[at] == "o" and named

    def _parts_adjectives(self, comma: int, at: int, verbs: frozenset[str]) -> bool:
        """Read "wrapped up a whirlwind, three-day tour", "held frank, open talks": one phrase around the comma."""
        codes, first = self.lx.codes, comma - 1
        first -= self.lx.lows[first] == "official"
        while first > 0 and codes[first] in "xa" and self.lx.lows[first] not in verbs and comma - first <= PAIR:
            first -= 1
        begins = codes[first] in "th" or self.lx.lows[first] in verbs
        return begins and first < comma - 1 and codes[comma + 1 : at].strip("xanB-") == ""

    def _is_auxiliary(self, at: int, noun: int) -> bool:
        """Read "may have come up in their talks", "had ended in a summit": of another verb, and no light one."""
        if self.lx.lows[at] not in _PERFECT:
            return False
        verb = self.lx.lows[at + 1]
        behind = at + PAIR + (self.lx.lows[at + PAIR : at + PAIR + 1] in (["up"], ["out"]))
        within = self.lx.lows[behind : behind + 1] in (["in"], ["during"], ["at"])
        told = within and (verb.endswith("ed") or verb in _PARTICIPLES)
        return told and self.lx.codes[behind + 1 : noun].strip("xaBntmDh-'") == ""

    def _holds_meeting(self, verb: int) -> bool:
        """Read "agreed to convene next week a meeting of": the verb takes a noun, which tells of it."""
        near = range(verb + 1, min(verb + FAR, len(self.lx)))
        return any(self.lx.lows[i] in _MEETINGS and self._light(i) == verb for i in near)

    def _what_described(self, at: int) -> int:
        """Read "held what his office described as "a frank meeting"": the item of "what", or that of the noun.

        So does "had what both called a useful exchange".
        """
        lows = self.lx.lows
        near = range(at - 1, max(0, at - FAR), -1)
        named = next((i for i in near if lows[i] in _CALLING or (lows[i] in _AS and lows[i - 1] in SEEN)), 0)
        return next((i for i in range(named, max(0, named - VERY_FAR), -1) if lows[i] == "what"), at)

    def _is_put_off(self, until: int) -> bool:
        """Read "postponed until next year a summit", "put off till June a visit": the object stands behind the day."""
        lows = self.lx.lows
        if lows[until - 1] in ("off", "back"):
            return lows[until - 2] in _PUT
        return until > 0 and _CALLING_OFF.match(lows[until - 1]) is not None

    def _verb_beyond(self, at: int, verbs: frozenset[str]) -> int:
        """Read "held, in Lima, talks", "walked out of talks", "held with X a meeting": the verb, or -1."""
        if self.lx.codes[at] == "w":
            return at - 1 if self.lx.lows[at - 1] in verbs and self._ends_before_article(at) else -1
        if self.lx.codes[at] == "'":
            return self._before_owner(at)
        if self.lx.codes[at] == ",":
            before = set_off(self.lx, at)
            before = before if before >= 0 else self._before_partner(at)
            return before if before >= 0 and self.lx.lows[before] in verbs else -1
        return self._phrasal(at) if self.lx.lows[at] in _ENDS_PHRASAL else -1

    def _before_partner(self, comma: int) -> int:
        """Read "co-chaired(, together) with Minister X of Peru, the third session": the item of the verb, or -1."""
        partner = next((g for g in self.groups if g.last in (comma, comma + 1) and g.governor == "with"), None)
        if partner is None or self.lx.codes[comma + 1 : comma + PAIR] != "t":
            return -1
        at = self.lx.codes.rfind("w", 0, partner.first) - 1
        at -= self.lx.lows[at] in ("together", "jointly", "along")
        return at - (self.lx.codes[at] == ",")

    def _before_owner(self, at: int) -> int:
        """Read "cancelled Minister X's planned trip to": the verb right before whose journey it is, or -1."""
        owner = next((g for g in self.groups if g.last == at), None)
        verb = owner.first - 1 if owner is not None else -1
        return verb if verb > 0 and _CALLING_OFF.match(self.lx.lows[verb]) else -1

    def _phrasal(self, at: int) -> int:
        """Read "walked out of talks", "spoke on Tuesday at": the verb of two words that ends at this item, or -1."""
        end = before_day(self.lx, at) if self.lx.lows[at] in ("at", "over") else at
        for verb in range(end - 1, max(-1, end - 3), -1):
            between = [word for word in self.lx.lows[verb + 1 : end] if word not in _WITHOUT_DELAY]
            rest = " ".join([*between, self.lx.lows[at]])
            if rest in _PHRASAL.get(self.lx.lows[verb], ()):
                return verb
        return -1

    def _is_hyphened(self, at: int) -> bool:
        """Read "U.N.-brokered talks": a participle that only says who helped."""
        return self.lx.codes[at - 1 : at] == "-" and self.lx.lows[at].endswith("ed")

    def _ends_before_article(self, governor: int) -> bool:
        """Whether an article stands behind those whom this preposition governs."""
        after = next((g.last for g in self.groups if governor < g.first <= governor + PAIR), len(self.lx))
        return self.lx.codes[after : after + PAIR].lstrip(",")[:1] == "t"

    def _is_closed(self, at: int) -> bool:
        """Read "held closed talks": an adjective, where no article follows."""
        return self.lx.lows[at] == "closed" and self.lx.codes[at + 1] not in "thn"

    def _dates(self, at: int) -> bool:
        """Read "a visit starting Sunday for talks": it says when the one begins, not that the others do."""
        return self.lx.lows[at].endswith("ing") and self.lx.codes[at + 1 : at + PAIR] == "m"

    def _is_modifier(self, at: int) -> bool:
        """Read "last week's talks", "the foreign ministers' meeting": a possessive that tells not whose it is."""
        lx = self.lx
        of_many = lx.codes[at - 1] == "x" and lx.words(at, at + 1) in _OF_PLURAL  # "the donors' conference"
        return of_many or lx.codes[at - 1] in "mU" or lx.lows[at - 1] in ("week", "month", "year", "day")

    def _object_noun(self, at: int, nouns: frozenset[str]) -> int:
        """The item of a noun of this class near a verb: its object, or its subject where the verb is passive."""
        lx = self.lx
        for i in range(at + 1, min(self._stop(at) + 1, at + 14, len(lx))):
            if lx.lows[i] in nouns:
                return i
        return self._subject_noun(at, nouns) if self._is_passive(at) else -1

    def _subject_noun(self, at: int, nouns: frozenset[str]) -> int:
        """Read "An accord between the Government of A and that of B was signed": near, or at the head of its phrase."""
        lows, near = self.lx.lows, max(0, at - VERY_FAR + 1)
        ends = range(self._verb_group(at) - 1, -1, -1)
        broken = next((i for i in ends if self.lx.codes[i] in ';.,"' or lows[i] in _NO_PHRASE), -1)
        begin = min(near, broken + 1)
        return next((i for i in range(at - 1, begin - 1, -1) if lows[i] in nouns), -1)


def is_roughly(lx: Lexed, at: int) -> bool:
    """Read "held about two hours of talks", "after more than an hour of talks": a word before how long they were."""
    if lx.lows[at : at + PAIR] == ["more", "than"]:
        at += 1
    if lx.lows[at] not in _ROUGHLY or lx.codes[at + 1 : at + 3] not in ("nx", "tx"):
        return False
    return lx.lows[at + PAIR] in _PARTITIVES and lx.codes[at + 3 : at + 4] == "o"

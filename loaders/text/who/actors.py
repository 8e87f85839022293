"""Noun phrases that stand for who acts, recognised by the codes of the lexer.

Persons, unnamed holders of offices, groups, sides, pronouns.
"""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.lexis.clause_words import OF_ONE
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.appositions import are_named_before, join_to_those_before
from loaders.text.who.belonging import plain_name
from loaders.text.who.entering import enter_office
from loaders.text.who.led_by import with_leaders
from loaders.text.who.named_after import give_office, give_seat
from loaders.text.who.named_alike import lend_to_those_named
from loaders.text.who.offices import ROLE, SHORT_FORM, is_for_a_land, two_holders
from loaders.text.who.organs import is_organ, organ, take_followers
from loaders.text.who.persons import name_at, read_role
from loaders.text.who.sent import lend_side_of_sender
from loaders.text.who.shared_titles import take_meaning
from loaders.text.who.sides import number_of, side_of

_A_ROLE = re.sub(r"\(\?P<\w+>", "(?:", ROLE.pattern)
_BEGIN = re.compile(rf"[thnaBCDOMKTUGHNIjq](?:(?<![tnaB])|(?<=(?={_A_ROLE}).)|(?<=[tn])(?=[tn]*[COMDK]))")
"""Where a phrase may begin: an article, a number or an adjective only where an office or a side follows it."""
_BEGIN_NO_ROLE = re.compile("[thnCDOMKHNIjq](?:(?<![tn])|(?=[tn]*[COMDK]))")
_BEGIN_COUNTED = re.compile("[thnaBCDOMKTUGHNIjq]")
"""The same in a sentence with words like "both", which begin phrases by themselves."""
_BEGIN_ROLE = frozenset("thnaBCDOMKTUG")
_BEGIN_NAME = frozenset("HjKCDNI")
_STYLES = frozenset({"majesty", "highness", "excellency", "holiness", "grace"})
_STYLES_OF_MANY = frozenset({"majesties", "highnesses", "excellencies"})
_BEGIN_SIDE = frozenset("tnCOMDK")
"""The codes that a phrase of each class begins with: what is read no further costs nothing."""
_BEFORE_SIDE = re.compile("[tn]+[COMDK]")
_OF_TWO = frozenset({"former", "latter"})
_COUNTED = frozenset({"two", "three", "both", "pair", "duo", "trio", *_OF_TWO})
"""Words of which "the two", "both", "the pair" and "the latter" are made."""
_LIGHT = word_class("light verb")
_MEN = frozenset({"men", "women", "statesmen", "politicians"})
_PAIRS = frozenset({"pair", "duo", "trio"})
_ORGAN = re.compile(r"(?:D|C')B{1,3}(?![TUB])")
_ORGANS = frozenset(
    {"treasury", "department", "ministry", "government", "administration", "congress", "senate", "parliament"}
)
"""Read "the U.S. Treasury": what acts for its state."""
_AND_A_STATE = re.compile("[&,]t*C(?![-'TUGBDaN])")
_MEMBER = re.compile(r"O(?:\(O\))?[xG]C")
_SEAT_OF = {"brussels": "EU"}
"""Read "talks between Ankara and Brussels": a city that stands for the body at home there, and hardly for its state."""
_OF_ANOTHER = re.compile(r"[KM][aB]*T+(?:H*[NIj]+)?ot*C")
"""Read "in Samarkand Foreign Minister of Kenya X met", "at the Palace King X of Norway"."""
_BESIDE_HOLDER = re.compile("C&D[aB]*T(?![TUGB])")
_MEMBERS = frozenset({"member", "ally", "partner", "candidate"})
_PREDICATES = word_class("auxiliary") | word_class("state predicate")
_ADVERBS = frozenset({"also", "later", "then", "had", "has", "will", "would", "is", "was", "accepted", "told", "said"})
"""Words that begin what somebody does, beside the verbs of the tables."""
_WHERE = (["in"], ["at"], ["near"])
_BUILDINGS = frozenset({"palace", "castle", "residence", "villa", "mansion"})
_PRONOUNS = frozenset({"i", "it", "he", "she", "they", "him", "her", "them", "we"})


def read_actors(lx: Lexed) -> list[Actor]:
    """Return the phrases of a sentence, from left to right, without overlaps."""
    found: list[Actor] = []
    codes = lx.codes
    heads = max(codes.rfind("T"), codes.rfind("U"), codes.rfind("G"))
    counted = not _COUNTED.isdisjoint(lx.lows)
    at = 0
    while begin := (_BEGIN_COUNTED if counted else _BEGIN if at <= heads else _BEGIN_NO_ROLE).search(codes, at):
        at = begin.start()
        actors = _pronoun(lx, at) if codes[at] == "q" else _read_one(lx, at, heads, counted=counted)
        at += 1
        if actors:
            take_followers(lx, actors[-1])
            if not (actors[0].plural and are_named_before(lx, found, actors[0])):
                join_to_those_before(lx, found, actors[0])
                found += actors
            at = max(actors[-1].last, at)
    if "U" in codes:
        found = give_office(lx, found)
    if "pK" in codes and "G" in codes:
        give_seat(lx, found)
    lend_side_of_sender(lx, found)
    lend_to_those_named(lx, found)
    return with_leaders(lx, found)


def _pronoun(lx: Lexed, at: int) -> list[Actor]:
    word = lx.lows[at]
    return [Actor(at, at + 1, kind="pronoun", determiner=word)] if word in _PRONOUNS else []


def _read_one(lx: Lexed, at: int, heads: int, *, counted: bool) -> list[Actor]:
    """The phrases that begin here; after ``heads`` there is no noun for one who holds an office.

    Most determiners and numbers begin none. Only in a sentence that has the words of ``counted`` may they be one.
    """
    code = lx.codes[at]
    if code == "B" and _is_no_office(lx, at):
        return []
    if at <= heads and code in _BEGIN_ROLE and not (code in "KCM" and _is_only_where(lx, at)):
        role = None if code == "C" and _is_state_beside(lx, at) else ROLE.match(lx.codes, at)
        if role and "&" in role["head"] and (other := two_holders(lx, role)):
            role = ROLE.match(lx.codes, at, other)
        if role and not _fits_together(lx, role):
            role = None
        if role and role.end("head") > role.start("head"):
            actors = [organ(lx, *role.span())] if is_organ(lx, *role.span()) else read_role(lx, role)
            if actors and code == "K" and at and lx.lows[at - 1] == "in" and actors[0].name:
                actors[0].first += 1  # "on Friday in Minsk President X met": where, and whose president
            if actors:
                take_meaning(actors[0], actors[0].sides[0] if len(actors[0].sides) == 1 else "")
                if actors[0].kind == "group" and lx.lows[max(0, at - PAIR) : at] == ["members", "of"]:
                    actors[0].first -= PAIR  # "received members of the Chilean government"
                return actors
    if code == "h" and (style := _style(lx, at)) is not None:
        return [style]
    if code in _BEGIN_NAME:
        name = name_at(lx, at)
        if name:
            enter_office(lx, name)
            return [name]
    if code in "tn" and not counted and _BEFORE_SIDE.match(lx.codes, at) is None:
        return []
    return _read_side(lx, at) if code in _BEGIN_SIDE else []


def _fits_together(lx: Lexed, role: re.Match[str]) -> bool:
    """Read "the US Iran envoy", "the US Central Intelligence Agency director": an organ beside the state it is of."""
    between = role["mid"] or ""
    if "C" in between and not is_for_a_land(lx, role):
        return False
    if "M" not in between:
        return True
    own = [side_of(lx.terms[item]) for item in range(role.start("side"), role.end("mid")) if lx.terms[item]]
    return all(one == own[0] for one in own)


def _is_no_office(lx: Lexed, at: int) -> bool:
    """Read "Meeting Peruvian President X in Riga, Y said", "received at the Palace Peruvian President X"."""
    if lx.lows[at] == "meeting":
        return at == 0
    return lx.lows[at] in _BUILDINGS and lx.codes[at + 1 : at + 2] == "D"


def _is_state_beside(lx: Lexed, at: int) -> bool:
    """Read "Peru and Chilean President NAME": a state, and the holder of one office of another."""
    beside = _BESIDE_HOLDER.match(lx.codes, at)
    return beside is not None and len(lx.lows[at]) > SHORT_FORM and not lx.lows[beside.end() - 1].endswith("s")


def _style(lx: Lexed, at: int) -> Actor | None:
    """Read "His Majesty met", "Their Excellencies discussed": those spoken of before, by their style."""
    if lx.lows[at] == "their" and lx.lows[at + 1 : at + 2] and lx.lows[at + 1] in _STYLES_OF_MANY:
        return Actor(at, at + PAIR, kind="pronoun", determiner="they", count=PAIR, plural=True)
    end = at + 1
    while lx.codes[end : end + 1] == "H":
        end += 1
    if lx.lows[end - 1] not in _STYLES or lx.lows[at] not in OF_ONE or not _may_stand_alone(lx, end):
        return None
    return Actor(at, end, kind="pronoun", determiner=OF_ONE[lx.lows[at]])


def _may_stand_alone(lx: Lexed, end: int) -> bool:
    """Whether no office or name follows a style, but what is done, or what one is given: "handed His Majesty a"."""
    return lx.codes[end : end + 1] in ("x", ",", "p", "") or lx.lows[end : end + 1] in (["a"], ["an"])


def _is_only_where(lx: Lexed, at: int) -> bool:
    """Read "In Brussels, Georgian Prime Minister X met": the city, or state, is no side of the office."""
    if lx.lows[at - 1 : at] not in _WHERE:
        return False
    office = lx.terms[at + 1] if lx.codes[at + 1 : at + 2] == "T" else None
    of_body = office is not None and len(office.sides) == 1 and not is_country(office.sides[0])
    beside = lx.codes[at + 1 : at + 4] == "&tO"  # "in Laos and the APEC leaders' meeting in Peru"
    beside = beside or lx.codes[at + 1 : at + 1 + PAIR] == "&D"  # "met X in Lima and Chilean Minister Y in Quito"
    return lx.codes[at + 1 : at + 2] == "," or beside or of_body or _OF_ANOTHER.match(lx.codes, at) is not None


def _told_before(lx: Lexed, first: int, at: int) -> Actor | None:
    """Numbers that stand for parties told of before: "the two", "the pair"."""
    if lx.codes[at] in "xpw&" and at > first and lx.lower(first, at) in ("the two", "the three", "both", "all three"):
        number = number_of(lx.lower(first, at))
        last = at + (lx.lows[at] in _MEN)
        return Actor(first, last, kind="pronoun", determiner="they", count=number, plural=True)
    if lx.lows[at] in _PAIRS and lx.lower(first, at) == "the":
        return Actor(first, at + 1, kind="pronoun", determiner="they", count=2, plural=True)
    if lx.lows[at] in _OF_TWO and lx.lower(first, at) == "the" and _stands_for_one(lx, at):
        return Actor(first, at + 1, kind="pronoun", determiner=lx.lows[at])
    return None


def _stands_for_one(lx: Lexed, at: int) -> bool:
    """Tell "the latter will visit", "met the latter on Sunday" from "the former colony", "the latter half"."""
    after = lx.lows[at + 1 : at + 2]
    if lx.codes[at + 1 : at + 2] != "x":
        return lx.lows[at] == "latter" and lx.codes[at + 1 : at + 2] in ("", ".", ",", ";", "m", "p", "w")
    return after[0] in _PREDICATES or after[0] in _LIGHT or after[0] in _ADVERBS or _is_only_verb(after[0])


def _organ(lx: Lexed, first: int, at: int) -> Actor | None:
    """Read "the U.S. Treasury", "Chile's Senate": what acts for its state."""
    organ = _ORGAN.match(lx.codes, at)
    if organ is None or lx.lows[organ.end() - 1] not in _ORGANS:
        return None
    return Actor(first, organ.end(), kind="side", sides=side_of(lx.terms[at]), determiner="the")


def _is_name_of_state(lx: Lexed, at: int) -> bool:
    """Tell that "US" and "UK" are names here, not adjectives: after "and" or a preposition."""
    return lx.text[lx.starts[at] : lx.ends[at]].isupper() and at > 0 and lx.codes[at - 1] in "&,wby"


def _acts_as_state(lx: Lexed, at: int) -> bool:
    """Read "the U.S. and the Soviet Union will", "DPRK, ROK agree": letters that are a name here."""
    if at >= len(lx) or lx.codes[at] != "D" or not lx.text[lx.starts[at] : lx.ends[at]].isupper():
        return False
    after = lx.codes[at + 1 : at + 2]
    if after in ("&", ","):
        following = at + 2 + (lx.codes[at + 2 : at + 3] == "t")
        return _AND_A_STATE.match(lx.codes, at + 1) is not None or _acts_as_state(lx, following)
    if after == "x":
        return lx.lows[at + 1] in _PREDICATES or lx.lows[at + 1] in _LIGHT or _is_only_verb(lx.lows[at + 1])
    return after in ("", ".", ";", "m", "p", "w")


def _member(lx: Lexed, at: int) -> int:
    """Read "NATO ally Turkey", "Group of Twenty (G20) member Chile": the item of the state that is meant, or 0."""
    found = _MEMBER.match(lx.codes, at)
    return found.end() - 1 if found is not None and lx.lows[found.end() - 2] in _MEMBERS else 0


def _is_only_verb(word: str) -> bool:
    told = triggers().get(word, ())
    return bool(told) and all(one.part == "verb" for one in told) and not word.endswith("ing")


def _read_side(lx: Lexed, at: int) -> list[Actor]:
    codes, first = lx.codes, at
    while at < len(codes) and codes[at] in "tn":
        at += 1
    if at >= len(codes):
        return []
    code = codes[at]
    if told := _told_before(lx, first, at) or (_organ(lx, first, at) if code in "CD" else None):
        return [told]
    if code == "D" and lx.lower(first, at) == "the" and _is_one_of_people(lx, at):
        return [Actor(first, at + 1, kind="pronoun", determiner="one", sides=side_of(lx.terms[at]))]
    if code in "COM" or (code == "D" and _is_state_here(lx, at)):
        return _side_or_its_own(lx, first, at)
    if code == "K" and (term := lx.terms[at]) is not None and term.side and codes[at + 1 : at + 2] != "-":
        side = _SEAT_OF.get(lx.lows[at], term.side)
        return [Actor(first, at + 1, kind="side", sides=(side,), determiner="place")]
    return []


def _is_one_of_people(lx: Lexed, at: int) -> bool:
    """Read "the Peruvian will visit", "the Filipino had spoken to": one of that state, not "the Peruvian plan"."""
    after = lx.lows[at + 1 : at + 2]
    if lx.codes[at + 1 : at + 2] != "x" or lx.lows[at].endswith(("s", "men", "ese", "sh", "ch")):
        return False
    return after[0] in _PREDICATES or (_is_only_verb(after[0]) and after[0].endswith("ed")) or after[0] in _ADVERBS


def _is_state_here(lx: Lexed, at: int) -> bool:
    """Tell that an adjective stands for its state or people: "the Chinese said", "US and UK agree"."""
    if _acts_as_state(lx, at):
        return True
    people = lx.lows[at].endswith(("s", "men", "ese"))
    return people and (lx.codes[at + 1 : at + 2] not in ("x", "-", "G", "B", "N") or _is_name_of_state(lx, at))


def _side_or_its_own(lx: Lexed, first: int, at: int) -> list[Actor]:
    """The side at an item, or one who is named as its own: "Chile's NAME", "EU commissioner NAME"."""
    codes, code, side = lx.codes, lx.codes[at], side_of(lx.terms[at])
    of = PAIR if code in "CO" and codes[at + 1 : at + 2] == "'" else code == "O" and "commissioner" in lx.lows[at]
    if side and of and (name := name_at(lx, at + of)) and plain_name(lx, at + of):
        name.first, name.sides = first, name.sides or side
        return [name]
    member = _member(lx, at)
    side, at = (side_of(lx.terms[member]), member) if member else (side, at)
    if not side or codes[at + 1 : at + 2] == "-" or (at and codes[at - 1] == "-"):
        return []
    determiner = lx.lows[first] if codes[first] in "tn" else ""
    return [Actor(first, at + 1, kind="side", sides=side, determiner=determiner)]

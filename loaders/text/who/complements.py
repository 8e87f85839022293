"""What an office is of: "of the Security Council of Russia", "for Syria", "and Support for Entrepreneurship"."""

from __future__ import annotations

import re

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import may_be_of, trimmed
from loaders.text.who.holders import given_names
from loaders.text.who.offices import (
    COMPLEMENT,
    LINKS,
    NOT_OF_STATE,
    SHORT_FORM,
    body_in,
    capacity_items,
    is_portfolio,
)
from loaders.text.who.sides import MEMBERS, side_of

_POSTED = re.compile(r"pt?[CKO](?=,?H*[NIj])")
"""Read "the Omani Ambassador in Colombo NAME": where an envoy is."""
_OF_THE_BODY = re.compile(r"otG(?=[NIj]{2})")
"""Read "the Speaker of the council NAME": of one that was told of."""
_NAMED = re.compile(r"(?:[CO][NIj]{1,4}|B[NIj]{2,4})(?=,t?[CDO]'?[aB]*T)")
"""Read "of Kenya NAME, Ugandan Minister NAME": after the comma another holds an office."""
_OF_FOREIGN = re.compile(r"(?:the )?(?:Ministry of (?:Foreign|External) Affairs|(?:\w+ )?Foreign Ministry|MFA)\b")
_INSTITUTIONS = frozenset({"council", "office", "ministry", "department", "committee"})
_ADDRESSED = re.compile(r"(?<=[NBCDOK])H+[NIj]")
_TITLED = re.compile("(?<=[BCDOK])T(?=[NIj])")
_NAME_OF_STATE = re.compile("(?<=[^oftT])[NI]{2,4}(?=ot?C)")
_SENT_FOR = frozenset({"special-envoy", "special-representative"})
"""They keep the title of an ambassador: "Special Representative on Kenya Ambassador NAME"."""
_ADDRESSES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "amb.", "hon", "hon.", "h.e.", "he", "sheikh", "sir", "shri"}
    | {"smt", "smt.", "prof", "prof.", "gen.", "lt.", "maj.", "madam", "mme", "eng.", "haji", "sayyid"}
)
_OF_LAND = re.compile("(?<=t)[DK]N+")
"""Read "the Kenyan Football Federation"."""
_AFTER_NAME = re.compile("N,t?$")
_TO_STATE = re.compile(r"pt?[CO](?:(?:,t?[CO])+,?&t?[CO](?![aB]*[TUG'])|&t?[CO](?=,?H*[NIj]))?")
"""Read "to Peru", "to Peru, Chile and Mali": an envoy may be sent to several states."""
_OF_HEAD = re.compile("D?[aB]*T")
_WHOSE = re.compile("H*[NIj]+")
_HEADS = frozenset({"president", "prime minister", "king", "chancellor", "emir", "sultan", "premier", "queen"})
"""Those who send envoys, told with their names and without an article."""
_SENT = (["accredited"], ["designate"], ["resident"])


def take_complement(lx: Lexed, actor: Actor) -> bool:
    """Take into an office what it is of, and its side; False where nothing follows, or no name can."""
    if known := _known_already(lx, actor):
        actor.last = known
        return True
    match = COMPLEMENT.match(lx.codes, actor.last)
    if match is None or not _links(lx, actor):
        return False
    first, last = trimmed(lx, match)
    if not actor.plural and (named := _NAMED.search(lx.codes, first, last)):
        last = named.end()
    if not actor.plural and actor.kind == "role" and lx.codes[first:last].startswith("C,"):
        last = first + 1  # "the Foreign Minister of Peru, NAME, Chile's Foreign Minister, NAME, and"
    run = lx.codes[first:last]
    if first == last or not may_be_of(lx, actor, run):
        return False
    if lx.lows[actor.last] == "of" and actor.plural and (members := MEMBERS.search(run)):
        span = range(first + members.start(), first + members.end())
        actor.sides = tuple(s for i in span if lx.codes[i] == "C" for s in side_of(lx.terms[i]))
        actor.last = span.stop
        return False
    last -= last - first > 1 and _is_given(lx, last - 1)
    stop = _where_addressed(lx, actor, first, last) or _where_named_before_state(lx, first, last)
    stop = stop or _where_name_begins(lx, actor, first, last)
    if stop < 0:
        return False
    _take_side_and_body(lx, actor, first, stop)
    if actor.sides and actor.office == "head" and lx.lows[stop : stop + 1] == ["diplomacy"]:
        actor.office, actor.rank, stop = "foreign-minister", "minister", stop + 1  # "the head of Peruvian diplomacy"
    of_head = _where_sender_ends(lx, actor, first, stop)
    actor.owner = lx.words(stop, of_head) if of_head else actor.owner
    actor.last = of_head or (_past_receiving(lx, stop) if actor.rank == "envoy" else stop)
    return not of_head


def _where_sender_ends(lx: Lexed, actor: Actor, first: int, stop: int) -> int:
    """Read "a special envoy of Chilean President NAME": a title without an article is of the name behind it.

    Return where that name ends, or 0.
    """
    sent = actor.kind == "role" and not actor.plural and actor.rank != "head" and lx.codes[first - 1] != "t"
    if not sent or _OF_HEAD.fullmatch(lx.codes, first, stop) is None or lx.lows[stop - 1] not in _HEADS:
        return 0
    named = _WHOSE.match(lx.codes, stop)
    return named.end() if named is not None else 0


def _past_receiving(lx: Lexed, at: int) -> int:
    """Return where the state ends that an envoy is sent to: "to Peru", "accredited to Peru"; ``at`` if none is told."""
    to = at + (lx.lows[at : at + 1] in _SENT)
    receiving = _TO_STATE.match(lx.codes, to) if lx.lows[to : to + 1] == ["to"] else None
    return receiving.end() if receiving else at


def _known_already(lx: Lexed, actor: Actor) -> int:
    """Where the words end that say where an envoy is, or that an office is of a body told of before; else 0."""
    posted = actor.rank == "envoy" and actor.sides and _POSTED.match(lx.codes, actor.last)
    single = actor.kind == "role" and not actor.plural
    found = posted or (_OF_THE_BODY.match(lx.codes, actor.last) if single else None)
    return found.end() if found else 0


def _links(lx: Lexed, actor: Actor) -> bool:
    """Whether the word after an office may lead on to what it is of."""
    link = lx.lows[actor.last]
    if link in ("in", "at", "on") and actor.kind == "group":
        return False
    from_them = link in ("from", "representing") and (actor.plural or actor.kind == "group" or actor.rank == "envoy")
    return link in LINKS or from_them


def _where_addressed(lx: Lexed, actor: Actor, first: int, last: int) -> int:
    """Read "Special Envoy for the Horn of Africa Amb. NAME": the item of how the holder is addressed, or 0."""
    alone = actor.kind == "role" and not actor.plural
    if alone and actor.office in _SENT_FOR and (titled := _TITLED.search(lx.codes, first, last + PAIR)) is not None:
        return titled.start() if lx.lows[titled.start()] == "ambassador" else 0
    found = _ADDRESSED.search(lx.codes, first, last) if alone else None
    return found.start() if found is not None and lx.lows[found.start()] in _ADDRESSES else 0


def _where_name_begins(lx: Lexed, actor: Actor, first: int, last: int) -> int:
    """The item at which the holder's name begins, or ``last`` where there is none; -1 where it is all a name."""
    codes = lx.codes
    anchors = [i for i in range(first, last) if codes[i] in "CDOBKFMG" and not _is_given(lx, i)]
    names_from = (anchors[-1] + 1) if anchors else first
    tail = "".join("B" if is_portfolio(lx, i) else codes[i] for i in range(names_from, last))
    cut = tail.find("N")
    cut -= cut > 0 and tail[cut - 1] == "K"
    if cut < 0 or actor.kind != "role" or actor.plural:
        return last
    of_what = max((i for i in range(names_from, last) if is_portfolio(lx, i)), default=-1)
    if of_what >= 0 and codes[of_what + 1 : last].startswith("N"):
        return of_what + 1 + _is_another_word(lx, of_what + 1, last)  # "for the Syrian Settlement NAME"
    if anchors and _is_adjective(lx, anchors[-1]) and (named := _behind_noun(lx, actor, anchors[-1] + 1, last)):
        return named
    if not anchors:
        return _where_plain_name_begins(lx, actor, names_from + cut, last)
    names = tail.rstrip("NIjJ")
    if names.strip("NB&ofthan-") == "" and names[-1:] in ("f", "o"):
        of_office = last - len(tail) + len(names)
        return of_office + 1 if last - of_office > PAIR else of_office  # "and Support for Entrepreneurship NAME"
    return names_from + cut


def _where_named_before_state(lx: Lexed, first: int, last: int) -> int:
    """Read "for International Trade NAME of Canada", "for Asia NAME of Chile": the item of the name, or 0."""
    named = _NAME_OF_STATE.search(lx.codes, first, last)
    if named is None:
        return 0
    at = named.start()
    given = lx.words(at, at + 1) in given_names()
    return at if given or is_portfolio(lx, at - 1) or lx.codes[at - 1] in "BCK" else 0


def _is_adjective(lx: Lexed, at: int) -> bool:
    """Read "of the Kenyan ...", "of the Nairobi ...": what it is of stands behind it; not "the Omsk Region"."""
    return lx.codes[at] in "DK" and lx.codes[at - 1] == "t" and len(lx.lows[at]) > SHORT_FORM and " " not in lx.lows[at]


def _behind_noun(lx: Lexed, actor: Actor, first: int, last: int) -> int:
    """Where a name begins behind "the Kenyan Football Federation", ``last`` where none does; 0 if it may be a name."""
    names = last - first if lx.codes[first:last].strip("N") == "" else 0
    if names == 0 or lx.words(first, first + 1) in given_names():
        return 0
    if names > PAIR:
        return last - PAIR
    return last if _AFTER_NAME.search(lx.codes, 0, actor.first) and lx.codes[last : last + 1] in (",", "x", "") else 0


def _is_another_word(lx: Lexed, at: int, last: int) -> bool:
    """Read "for Sports Diplomacy Martin NAME": capitals before a given name, and none themselves."""
    return last - at > PAIR and lx.words(at, at + 1) not in given_names() and lx.words(at + 1, at + 2) in given_names()


def _where_plain_name_begins(lx: Lexed, actor: Actor, first: int, last: int) -> int:
    """The same where no word is of a state or an institution: the first capitals are at ``first``."""
    if lx.lows[actor.last] == "for" and lx.codes[last : last + 1] == "x" and not _is_said(lx, last):
        return last  # "representative for Korean Peninsula peace"
    if last - first <= PAIR and lx.lows[actor.last] == "of":
        return -1
    return last - 2 if last - first > PAIR else first


def _is_given(lx: Lexed, at: int) -> bool:
    """Read "Secretary General of the Inter-Parliamentary Union Martin NAME": a given name that is a city's too."""
    named = lx.codes[at] == "K" and lx.codes[at + 1 : at + 2] in ("N", "I")
    return named and lx.words(at, at + 1) in given_names()


def _is_said(lx: Lexed, at: int) -> bool:
    """Whether a word is a predicate, before which the holder's name stands."""
    return lx.lows[at] in verbs() or lx.lows[at] in AUXILIARIES or lx.lows[at].endswith(("ed", "said", "says"))


def _take_side_and_body(lx: Lexed, actor: Actor, first: int, stop: int) -> None:
    codes = lx.codes
    topic = actor.rank == "envoy" and lx.lows[actor.last] in ("for", "on", "to")  # "special envoy for Syria"
    for i in range(first, first if topic else stop):
        if codes[i] in "CDOMK" and (side := side_of(lx.terms[i])) and (codes[i] != "K" or lx.lows[actor.last] != "in"):
            actor.sides = actor.sides or side
        if codes[i] == "T" and actor.rank == "envoy" and not actor.sides and (own := body_in(lx.words(i, i + 1))):
            actor.sides = (own,)  # "the Special Envoy of the UN Secretary-General to Kenya"
    body = lx.words(first, stop)
    named = _OF_LAND.fullmatch(codes, first, stop) is not None
    if (
        named
        or any(_is_of_institution(lx, i) for i in range(first, stop))
        or codes[first:stop].strip("t") in ("F", "G")
    ):
        actor.body = body
        if NOT_OF_STATE.search(body):
            actor.office, actor.rank = "chief-executive", "other"
        actor.capacity = lx.words(lx.starts.index(lx.starts[actor.last]) - capacity_items(lx, actor), stop)
        if actor.office == "head" and _OF_FOREIGN.match(body):
            actor.office, actor.rank = "foreign-minister", "minister"  # "the head of the Ministry of Foreign Affairs"


def _is_of_institution(lx: Lexed, at: int) -> bool:
    """A word of an institution's name, or all of one that stands for its state: "Supreme National Security Council"."""
    return lx.codes[at] == "B" or (lx.codes[at] == "M" and lx.lows[at].rpartition(" ")[2] in _INSTITUTIONS)

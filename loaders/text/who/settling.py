"""Of which side those are whose own words do not say it.

By reference data, by who stands beside them, by the text's own side, and by the state that the text goes on about:
"Peru expects less tin this year, Minister X said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kg.vocabulary import is_country
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.who.alongside import first_beside, settle_those_before, settle_those_beside
from loaders.text.who.cast import Cast
from loaders.text.who.from_afar import settle_from_afar
from loaders.text.who.holders import in_high_office, may_hold, name_words
from loaders.text.who.met_abroad import Journeying
from loaders.text.who.organs import Acting
from loaders.text.who.person import Person, is_free
from loaders.text.who.shared_titles import take_meaning
from loaders.text.who.spoken_for import settle_spoken_for

_RANKS = frozenset({"minister", "deputy"})
_SAID_IN = re.compile(
    r",? (?:said|says|announced|told (?:a news conference|reporters|[A-Z]\w+)) (?:here )?in (?=[A-Z])"
)
_LONGEST_CITY = 40
_LEAVES = re.compile(r" (?:left|leaves|departed|departs|will leave)(?: from)? (?=[A-Z])")
_LEAVING = frozenset({"head", "minister", "deputy"})
_MET = re.compile(
    r"\b(?:with|met|meet|meets|meeting|received|receive|(?:call(?:s|ed|ing)?|courtesy call) (?:up)?on|courtesy call to)"
    r" (?:the |both )?(?:[a-z]+ )?$"
)
_HE = re.compile(r"\s*(?:[SHsh]e|They|they)\b")
_REACH = 30
_SENT_BY = re.compile(r"\b(?:letter|message|note|greetings|condolences|invitation) (?:from|of|by) (?:the )?$")
_BRINGS = re.compile(r"\b(?:deliver\w*|hand\w*|convey\w*|brought|brings?|bore|carr\w+|present\w*|pass\w* on)\b")
_BEARERS = frozenset({"minister", "deputy", "envoy", "senior"})
_SPEAKS = re.compile(
    r"(?:, (?:head|leader|chairman|chairwoman|chief|who) [^,;.]{3,60})?,? (?:has |had )?"
    r"(?:said|says|told|added|predicted|announced|declined|predicts|confirmed)\b"
)
_SHORT = 600
"""Characters of a text that may name a minister and not his state: longer ones do."""


def settle_sides(cast: Cast, acting: Acting, journeying: Journeying, text: str, published: str) -> None:
    """Give the persons of a text their sides, the surest way first."""
    cast.settle_known()
    if len(text) > _SHORT:
        _leave_namesakes(cast.people, acting)
    _settle_owned(cast.people, published)
    cast.settle_counterparts()
    _settle_leaving(cast.people, text, published)
    _settle_senders(cast.people, text)
    settle_those_beside(cast.people, published)
    settle_spoken_for(cast.people, acting, text, published)
    _settle_met(cast, acting, text, published)
    journeying.settle(cast.people, published)
    if cast.place is not None and not (cast.home or cast.paper):
        settle_from_afar(cast.people, acting, cast.place, text, published)
    _settle_speakers(cast, acting, text, published)
    cast.about = _affairs_of(cast, acting)
    cast.settle_own()
    _settle_ministers(cast, acting, text, published)
    settle_those_before(cast.people, published)
    for person in cast.people:
        take_meaning(person, person.side)


def _affairs_of(cast: Cast, acting: Acting) -> str:
    """Read a foreign report that names nothing of its paper's country: the state of most persons, or empty.

    "Attorney General X" behind two Americans is no official of the paper's country, but the minister is whose journey
    the text begins with.
    """
    people = sorted(cast.people, key=lambda one: one.start)
    sides = [one.side for one in people if one.side]
    if not cast.paper or cast.paper in acting.told_of or cast.paper in sides:
        return ""
    most = max(sorted(set(sides)), key=sides.count, default="")
    many = is_country(most) and PAIR <= sides.count(most) > len(sides) // PAIR
    first = next((one for one in people if one.side or one.rank in _LEAVING), None)
    return most if many and first is not None and first.side == most else ""


def _settle_speakers(cast: Cast, acting: Acting, text: str, published: str) -> None:
    """Read "LIMA /TASS/. Peru fears a drought, Minister X said": of the state it was written in and begins with."""
    if not cast.here or cast.here in (cast.paper, cast.home):
        return
    for person in cast.people:
        speaks = not person.side and _is_of_a_state(person) and _SPEAKS.match(text, person.end) is not None
        if not speaks or next(acting.before(person.start), "") != cast.here:
            continue
        if is_free(cast.people, cast.here, person) and may_hold(cast.here, person.office, person.name, published):
            person.side = cast.here


def _leave_namesakes(people: Sequence[Person], acting: Acting) -> None:
    """Read "Aman landed in Kigali" of a text without a word of Malaysia: not its minister, who is called so too."""
    for person in people:
        by_name_alone = len(person.words) == 1 and not (person.told or person.capacity or person.owner)
        if by_name_alone and person.side and person.side not in acting.told_of:
            person.side = person.office = ""


def _settle_owned(people: Sequence[Person], published: str) -> None:
    """Read "President X's envoy": of the side of X."""
    for person in people:
        if not person.side and person.owner:
            words = name_words(person.owner)
            sides = (one.side for one in people if one is not person and words <= one.words and one.side)
            person.side = next(sides, "") or in_high_office(person.owner, published)


def _settle_senders(people: Sequence[Person], text: str) -> None:
    """Read "Peru's foreign minister handed over a letter from President X": who brings it is of his side."""
    ordered = sorted(people, key=lambda person: person.start)
    for at, person in enumerate(ordered):
        begin = person.capacity_span[0] or person.start
        if person.side or person.rank != "head" or _SENT_BY.search(text, max(0, begin - _REACH), begin) is None:
            continue
        sentence = max(text.rfind(". ", 0, begin), text.rfind("\n", 0, begin))
        bearer = next((one for one in ordered[:at] if one.start > sentence), None)
        brings = bearer is not None and _BRINGS.search(text, bearer.end, begin) is not None
        if bearer is not None and brings and bearer.rank in _BEARERS and is_free(people, bearer.side, person):
            person.side = bearer.side


def _settle_met(cast: Cast, acting: Acting, text: str, published: str) -> None:
    """Read "X of Peru met President Y of Chile and held talks with Minister Z": whom one meets is of another side."""
    people = sorted(cast.people, key=lambda person: person.start)
    hosted = -2
    for at, person in enumerate(people):
        begin = person.capacity_span[0] or person.start
        if not _is_of_a_state(person) or _MET.search(text, max(0, begin - _REACH), begin) is None:
            continue
        sentence = max(text.rfind(". ", 0, begin), text.rfind("\n", 0, begin))
        first = next((other.side for other in people[:at] if other.start > sentence), "")
        if person.side == cast.home != "":
            hosted = sentence  # "The visitor held talks with our Minister X and met Minister Y": so is Y
        acts = _acting_in(acting, text, sentence + 1, person.start)
        if person.side or sentence == hosted or _is_guest_here(cast, acts or first):
            continue
        own = cast.home or acts or first
        named = (*(other.side for other in reversed(people[:at])), *acting.before(person.start)) if own else ()
        side = next((other for other in named if other != own and is_country(other)), "")
        if side and is_free(cast.people, side, person) and may_hold(side, person.office, person.name, published):
            person.side = side
        elif side:
            hosted = sentence


def _is_guest_here(cast: Cast, side: str) -> bool:
    """Read "Peru's envoy held talks with Minister X and met Minister Y", in a text of the hosts' own."""
    return is_country(cast.home) and side not in ("", cast.home)


def _acting_in(acting: Acting, text: str, sentence: int, at: int) -> str:
    """Return the state that a sentence begins with, before a place in it; "He" is of that of the one before."""
    begun = [*islice(acting.before(at), PAIR), "", ""]
    return begun[1 if _HE.match(text, sentence) else 0]


def _settle_ministers(cast: Cast, acting: Acting, text: str, published: str) -> None:
    """Give ministers without a side that of the city they speak in, else the state that the text goes on about."""
    for person in cast.people:
        if person.side or not _is_of_a_state(person) or _is_met_with_another(person, text):
            continue
        side = _speaks_in(text, person.end) or _spoken_of(acting, person, text)
        begin = person.capacity_span[0] or person.start
        met = _MET.search(text, max(0, begin - _REACH), begin) is not None
        if met and (acting.names_others(begin, side) or _meets_own(cast.people, person, side, text)):
            continue  # "held talks with Minister X in Algiers and met Minister Y", "Peru's envoy called on Minister Y"
        if (
            is_country(side)
            and is_free(cast.people, side, person)
            and may_hold(side, person.office, person.name, published)
        ):
            person.side = side


def _meets_own(people: Sequence[Person], met: Person, side: str, text: str) -> bool:
    """Whether an envoy of that side stands before one who is met, in the same sentence."""
    sentence = max(text.rfind(". ", 0, met.start), text.rfind("\n", 0, met.start))
    return any(one.side == side and one.rank == "envoy" and sentence < one.start < met.start for one in people)


def _is_met_with_another(person: Person, text: str) -> bool:
    """Read "met with President X and Minister Y", the side of X not known: that of Y is not his who met them."""
    first = first_beside(person)
    if first is None or first.side:
        return False
    begin = first.capacity_span[0] or first.start
    return _MET.search(text, max(0, begin - _REACH), begin) is not None


def _is_of_a_state(person: Person) -> bool:
    minister = person.rank in _RANKS and "inister" in person.capacity
    return minister and not (person.former or person.foreign or person.body)


def _speaks_in(text: str, end: int) -> str:
    """Read "Minister X said in Lagos that": the state of the city."""
    said = _SAID_IN.match(text, end)
    if said is None:
        return ""
    city = next(iter(gazetteer().find(text[said.end() : said.end() + _LONGEST_CITY])), None)
    found = city is not None and city.start == 0 and city.term.place
    return found.country if found else ""


def _settle_leaving(people: Sequence[Person], text: str, published: str) -> None:
    """Read "President X left Nairobi for Addis Ababa": of the state of the city where he set out."""
    for person in people:
        leaves = None if person.side or person.rank not in _LEAVING else _LEAVES.match(text, person.end)
        if leaves is None:
            continue
        city = next(iter(gazetteer().find(text[leaves.end() : leaves.end() + _LONGEST_CITY])), None)
        side = city.term.place.country if city is not None and city.start == 0 and city.term.place else ""
        away = city is not None and text.startswith((" for ", " on "), leaves.end() + city.end)
        if side and away and is_free(people, side, person) and may_hold(side, person.office, person.name, published):
            person.side = side


def _spoken_of(acting: Acting, person: Person, text: str) -> str:
    """The state that the sentence begins with; that of one before it only for who speaks: others may be its hosts."""
    here, *before = acting.before(person.start)
    return here or (next(filter(None, before), "") if _SPEAKS.match(text, person.end) else "")

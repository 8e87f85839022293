"""Events of one text being put together: tellings of the same contact join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import msgspec

from kg.dates import parse as parse_edtf
from kg.vocabulary import is_country
from loaders.text.events.papers import kind_of_paper
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.lexis.gazetteer import Place
from loaders.text.when import When
from loaders.text.who.holders import contradict
from loaders.text.who.party import Party

_SPAN = re.compile(r"weekend|(?:week|month|year|day)s?(?:\+|$)")
"""The end of the rule of such a date as "next week"."""
FAMILY = {"meeting": "contact", "talks": "contact", "summit": "contact", "negotiation": "contact"}
_HEADS = frozenset({"head-of-state", "head-of-government"})
ENVOYS = frozenset({"ambassador", "high-commissioner", "envoy", "special-envoy", "special-representative"})
_LED = _HEADS | {"leader"}
_WRITING = ("send", "write", "congratulate")
"""How the rules of letters begin whose sender stands first; who "received" one stands first too."""


class Told(msgspec.Struct, gc=False):
    """A value with the span that says it and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str = ""


class Draft(msgspec.Struct, gc=False):
    """One event, as far as the text has told it."""

    kind: str
    status: str
    parties: list[Party]
    passages: list[Passage]
    at: tuple[int, int]
    """Offsets of the word that first tells of it."""
    rule: str
    place: Place | None = None
    place_span: tuple[int, int] = (0, 0)
    date: When | None = None
    hosts: list[Party] = msgspec.field(default_factory=list)
    background: bool = False
    definite: bool = False
    also: bool = False
    earlier: bool = False
    after: bool = False
    convened: bool = False
    tellings: int = 1
    document: Told | None = None
    topics: list[Told] = msgspec.field(default_factory=list)
    statuses: list[Told] = msgspec.field(default_factory=list)

    @property
    def sides(self) -> set[str]:
        """The sides taking part."""
        return {party.side for party in self.parties if party.side}

    @property
    def named(self) -> set[int]:
        """The persons taking part, each by what it is in memory: one person of a text is one object."""
        return {id(party.person) for party in self.parties if party.person is not None}

    @property
    def family(self) -> str:
        """Kinds that different sentences may use of one event are one family."""
        return FAMILY.get(self.kind, self.kind)


def same(one: Draft, other: Draft) -> bool:
    """Whether a later telling is of the event that was told of before."""
    if (other.also and other.sides != one.sides) or one.earlier != other.earlier:
        return False
    if other.after and other.named - one.named and one.passages[0].role != "headline":
        return False  # "Following the talks, she was received by X"
    if one.family != other.family or not _statuses_fit(one, other) or not dates_fit(one.date, other.date):
        return False
    fits = (
        _documents_fit(one, other)
        and _kinds_fit(one, other)
        and _places_fit(one, other)
        and _acts_fit(one, other)
        and (
            _is_carried(one, other)
            or _people_fit(one.parties, other.parties, headline=one.passages[0].role == "headline")
        )
    )
    return fits and _sides_fit(one, other)


def _is_carried(one: Draft, other: Draft) -> bool:
    """Read "The ambassador handed the letter to Minister X" of one from his President: others carry it."""
    return one.kind == other.kind == "letter" and other.definite and one.sides == other.sides


def _documents_fit(one: Draft, other: Draft) -> bool:
    if one.document is None or other.document is None:
        deed = one.rule.startswith("accord") != other.rule.startswith("accord")
        return not (deed and one.date is None and other.date and len(other.date.edtf) < DAY_LENGTH)
    if one.passages[0].role == "headline" and one.sides == other.sides and one.document.value.islower():
        return True  # the pact of the headline is the treaty of the text
    first, second = (kind_of_paper(told.value) for told in (one.document, other.document))
    return first == second


def _acts_fit(one: Draft, other: Draft) -> bool:
    """Tell the expulsion of diplomats from that in answer to it, and a letter from its reply: by who acts."""
    acting = {_who_acts(one), _who_acts(other)} - {""}
    return len(acting) <= 1 or min(len(one.sides), len(other.sides)) <= 1


def _who_acts(one: Draft) -> str:
    """The side that expels, or sends a letter, where it is plain which."""
    if one.family == "expulsion" or (one.kind == "letter" and one.rule.startswith(_WRITING)):
        return one.parties[0].side
    return one.parties[-1].side if one.rule.startswith("receive-letter") and len(one.parties) == PAIR else ""


def _kinds_fit(one: Draft, other: Draft) -> bool:
    """A summit and a meeting are one only where told of as known, or of the same sides."""
    if one.kind == other.kind or "summit" not in (one.kind, other.kind):
        return True
    if one.passages[0].role == "headline" and _is_of_council(one, other):
        return True
    known = other.definite and (not other.sides or bool(one.sides & other.sides))
    return (known and not _are_beside(one, other)) or one.sides == other.sides


def _is_of_council(one: Draft, other: Draft) -> bool:
    """Read "CSTO summit", and who attended the meeting of its council; then "the leaders of the CSTO met"."""
    more, bodies = _states(other.sides), one.sides - _states(one.sides)
    if bodies == one.sides <= other.sides and len(more) > PAIR:
        return True
    if one.kind != "summit" or len(bodies) != 1 or _guests_of_bodies(other):
        return False
    if more:
        council = (p.group or p.office == "head-of-state" for p in other.parties if p.side in bodies)
        return one.sides <= other.sides and any(council)
    return other.sides == bodies


def _are_beside(one: Draft, other: Draft) -> bool:
    """Read "Meanwhile Presidents X and Y discussed" of a text on a summit: two met beside it."""
    persons = {party.side for party in other.parties if party.person is not None and is_country(party.side)}
    return len(persons) == PAIR and not persons <= one.sides


def _is_of_members(draft: Draft) -> bool:
    """Read "the G20 meets", "came from a meeting of EU leaders": all that is told is the body."""
    return not draft.definite and all(one.capacity in ("", "members", "leaders") for one in draft.parties)


def _sides_fit(one: Draft, other: Draft) -> bool:
    sides, more = _states(one.sides), _states(other.sides)
    if one.rule == other.rule and one.rule.startswith("credentials") and more & sides:
        return True  # one envoy of the ceremony
    bodies = other.sides - more
    if bodies and len(more) < len(sides) > 1 and not bodies & one.sides and (more or _is_of_members(other)):
        return False  # talks of one of them with a union are others; nor is it "as the union meets" elsewhere
    alone = (more - sides or bodies) and _guests_of_bodies(one) - other.sides  # with the head of a union he was alone
    if alone or (not more and one.sides - sides and not bodies & one.sides):
        return False  # the EU-US summit is not that of NATO
    if _are_two_pairs(one, other) or _is_of_unnamed(one, other):
        return False
    if not (sides or more):
        return one.sides <= other.sides or other.sides <= one.sides
    return sides <= more or (more <= sides and (len(more) <= 1 or other.definite))


def _are_two_pairs(one: Draft, other: Draft) -> bool:
    """Read of Peru at a meeting of the union's ministers, and of Peru's with Chile: each has a side of its own."""
    mine, theirs = one.sides - other.sides, other.sides - one.sides
    named = sum(party.person is not None for party in other.parties)
    two = not other.definite and named == PAIR == len(other.sides) == len(_states(other.sides))  # "a bilateral summit"
    known = other.definite and named < PAIR
    gathering = "summit" in (one.kind, other.kind) and not two
    if known or gathering or one.family != "contact" or not (mine and theirs):
        return False
    return (named > 1 or bool(_states(theirs))) and len(_states(mine | theirs)) < len(mine | theirs)


def _is_of_unnamed(one: Draft, other: Draft) -> bool:
    """Read "X met Y. European leaders held a meeting in Oslo": nothing of it says that it is that of the two."""
    two = len(one.named) == PAIR == len(one.sides) and one.passages[0].role != "headline"
    unnamed = not (other.definite or other.sides or other.named) and any(p.capacity for p in other.parties)
    return two and unnamed and one.family == other.family == "contact"


def _guests_of_bodies(draft: Draft) -> set[str]:
    """The bodies for which a person is there, who is named."""
    return {party.side for party in draft.parties if party.person is not None and not is_country(party.side)} - {""}


def _states(sides: set[str]) -> set[str]:
    return {side for side in sides if is_country(side)}


def _statuses_fit(one: Draft, other: Draft) -> bool:
    if one.status == other.status or not one.status or not other.status:
        return True
    pair = {one.status, other.status}
    if "held" in pair:
        return False
    return pair <= {"planned", "proposed"} or (bool(pair & {"cancelled", "postponed"}) and "denied" not in pair)


def dates_fit(one: When | None, other: When | None) -> bool:
    """Whether two dates may be of one event."""
    if one is None or other is None:
        return True
    a, b = parse_edtf(one.edtf), parse_edtf(other.edtf)
    if _are_eve_and_week(one, b.latest) or _are_eve_and_week(other, a.latest):
        return True
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return one.edtf == other.edtf or "X" in one.edtf + other.edtf
    return a.earliest <= b.latest and b.earliest <= a.latest


def is_loose(date: When) -> bool:
    """Read "next week": days of which the event is on some."""
    return date.kind == "relative" and _SPAN.search(date.rule) is not None


def _are_eve_and_week(week: When, last: date | None) -> bool:
    """Read "next week", and then "from Sunday": for some its first day is the Sunday before."""
    if week.rule != "next-week" or last is None or (monday := parse_edtf(week.edtf).earliest) is None:
        return False
    return last == monday - timedelta(days=1)


def _places_fit(one: Draft, other: Draft) -> bool:
    first, second = one.place, other.place
    if first is None or second is None or one.family not in ("visit", "contact"):
        return True
    return first.city == second.city if first.city and second.city else first.country == second.country


def _offices_fit(one: set[str], other: set[str]) -> bool:
    """Leaders are heads of state or of government."""
    if one & other or (one & ENVOYS and other & ENVOYS) or ("leader" in one | other and one & _LED and other & _LED):
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def _is_short_for(one: set[str], other: set[str]) -> bool:
    """Read "minister" in a headline for the foreign minister of the text."""
    return "minister" in one and any(office.endswith("-minister") for office in other)


def _people_fit(one: Sequence[Party], other: Sequence[Party], *, headline: bool = False) -> bool:
    """On no side do both name persons without naming one in common; nor two unlike offices."""
    nowhere = {id(p.person) for p in other if p.person is not None and not p.side}
    if nowhere - {id(p.person) for p in one} and len([p for p in one if p.person is not None]) > 1:
        return False
    if _are_with_others(one, other):
        return False
    shared = {id(p.person) for p in one if p.person is not None} & {id(p.person) for p in other}
    for side in {p.side for p in one} & {p.side for p in other}:
        first = {id(p.person) for p in one if p.side == side and p.person is not None}
        second = {id(p.person) for p in other if p.side == side and p.person is not None}
        if first and second and not first & second:
            return False
        offices = {p.office for p in one if p.side == side and p.office}
        unnamed = {p.office for p in other if p.side == side and p.office and not (shared and _are_officials(p))}
        if headline and not any(contradict(*pair) for pair in product(offices, unnamed)):
            continue  # it says "minister" for a deputy
        if offices and unnamed and not _offices_fit(offices, unnamed) and not (first and second):
            return False
    return True


def _are_with_others(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Read "X meets President Y on Friday. The two ministers, X and Z, will meet": no state is told of Y."""
    first = {id(p.person): p.side for p in one if p.person is not None}
    second = {id(p.person) for p in other if p.person is not None}
    apart = [side for person, side in first.items() if person not in second]
    return len(first) == len(second) == PAIR and apart == [""]


def _are_officials(party: Party) -> bool:
    """Read "King X and the Iraqi officials discussed" of ministers whom he met: whatever their offices."""
    return party.person is None and party.office == "official" and party.capacity.lower().endswith("officials")


def is_undated(event: Draft) -> bool:
    """Whether it is told as news, without a day: "They had met in Riga a year ago" is of another."""
    return event.date is None and event.status in ("held", "")

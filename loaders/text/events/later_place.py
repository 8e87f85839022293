"""Where an event without a place was, from a later sentence about it: "The talks were held in Oslo"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from loaders.text.clause.places import capital_of
from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.known_as import CALLED, sentences_of, text_after
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit, Place, gazetteer

_PLACED = ("contact", "agreement", "other")
_GATHERINGS = ("summit", "conference", "session")
"""They may be another gathering than the meeting that was told of."""
_WORD = r"(?: (?!that\b|which\b|who\b|after\b|before\b|since\b|about\b|over\b|for\b|on\b|from\b|to\b)[^\s.,;:]+)"
_VERBS = (
    r"(?: (?:was|were|is|are|will|has|had|have|been|be|being|to|then|now|later|expected|scheduled|set|slated|planned"
    r"|due|likely|held|convened|hosted|organi[sz]ed|took|takes?|taken|taking|place|signed|inked|concluded|began|opened"
    r"|also|jointly))"
)
_DAY = r"(?:,? (?:late |early )?(?:on|in|this|last|next)? ?(?:\w+day|\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2})(?: \w+)?,?)?"
_AT = (
    rf"(?: (?:here|behind closed doors))?(?: (?:at|in|inside|outside|near|aboard){_WORD}{{1,8}}?,?)?"
    r" (?:in|at|near) (?:the )?"
)
_BESIDE = r"(?: (?:on|at|in) the (?:sidelines?|margins?|fringes?)(?: of(?: [^\s.,;:]+){1,10}?)?)?"
_HELD_IN = re.compile(rf",?(?: (?:which|that))?{_VERBS}+{_DAY}{_BESIDE}{_AT}")
"""What may stand between what an event is called and its place, where a verb says that it was there."""
_JUST_IN = re.compile(rf"{_DAY}{_AT}")
_OPENS = re.compile(
    r"\W*(?:(?:(?:[Ss]peaking|[Tt]alking)(?: to (?:reporters|journalists|the press))? )?"
    r"(?:[Aa]t|[Dd]uring|[Aa]fter|[Ff]ollowing|[Bb]efore|[Aa]head of) )?"
)
"""What stands before "the talks in Oslo", where the sentence is about them."""
_SOON = 300
"""Characters after an event in which "the talks in Oslo" are the ones told of."""
_SPOKEN_OF = re.compile(r"\b(?:discuss\w*|of|for|about|on|over|to|with|organi[sz]\w+|host\w*|follow\w*|welcom\w*)\s\Z")
_CAPITAL = re.compile(r"(?:[’']s)? capital\b(?! \w+ (?:city|province))")
_ONE_MEETING = re.compile(
    r"(?:(?<=[.\n] )|(?<=\n))An? "
    r"(?:(?!with\b|between\b|of\b|earlier|previous|later|recent|second|separate|follow|similar|new\b)[\w-]+ ){0,3}?"
    r"(?:meeting|talks)(?= (?:took place|was (?:also )?held)\b)"
)
"""Read "A one-on-one meeting took place at the palace in Kabul", right after the contact."""
_AT_CEREMONY = re.compile(r"\W*(?:[Aa]t|[Dd]uring) an? (?:[\w-]+ ){0,3}?ceremony\b(?:(?: held)? (?:in|at)(?: the)? )?")
"""Read "At a signing ceremony in Lima, X said", "At a White House ceremony", right after a paper that was signed."""
_OWNS = re.compile(r"[’']")
_VENUE = re.compile(r"\b[Tt]he venue(?: (?:of|for) the \w+)? (?:was|is|will be|has been set as) ")


_TELLING = {
    family: [called, _VENUE, _AT_CEREMONY if family == "agreement" else _ONE_MEETING]
    for family, called in CALLED.items()
}
"""What a sentence that tells the place of an event of a family has in it."""


def place_from_later(text: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give events without a place that of the first sentence after them which calls them by a noun and has one."""
    spoken = [one for one in passages if one.spoken]
    for event, near in with_neighbours(events):
        told = event.family in _PLACED and event.passages[0].role in ("headline", "body")
        if not told or (event.place is not None and event.place.city):
            continue
        found = next(_places(text, near, event, spoken), None)
        if found is not None and (event.place is None or _is_within(found[0], event.place)):
            event.place, event.place_span = found


def _is_within(city: Place, state: Place) -> bool:
    """Whether a place is a city of a state that is known already."""
    return bool(city.city) and city.country == state.country


def _places(
    text: str, events: Sequence[Draft], event: Draft, spoken: Sequence[Passage]
) -> Iterator[tuple[Place, tuple[int, int]]]:
    after = text_after(events, event)
    for start, stop in sentences_of(text, after):
        if all(one.search(text, start, stop) is None for one in _TELLING[event.family]):
            continue
        if _is_in_one_of(spoken, start, stop):
            continue
        for hit in gazetteer().find(text[start:stop]):
            begin, end = start + hit.start, start + hit.end
            capital = _CAPITAL.match(text, end, stop)
            place = capital_of(hit.term.side) if capital is not None else _place(hit)
            owns = capital is None and _OWNS.match(text, end) is not None
            if place is not None and not owns and _is_of(text, event, start, begin, soon=start < after.start + _SOON):
                yield place, (begin, capital.end() if capital is not None else end)


def _is_in_one_of(passages: Sequence[Passage], start: int, stop: int) -> bool:
    """Whether a stretch of text and one of these, which are in their order, have a character in common."""
    before = bisect_left(passages, stop, key=attrgetter("start"))
    return before > 0 and passages[before - 1].end > start


def _place(hit: Hit) -> Place | None:
    """The place that a name is, a state as such too, but not "Norwegian" or "Downing Street"."""
    return Place(hit.low, "", hit.term.side) if hit.term.code == "C" else hit.term.place


def _is_of(text: str, event: Draft, start: int, begin: int, *, soon: bool) -> bool:
    """Whether a sentence that begins at ``start`` says that the event was at the place that begins at ``begin``."""
    venue = _VENUE.search(text, start, begin)
    if venue is not None and venue.end() == begin:
        return True
    one, ceremony = _ONE_MEETING.search(text, start, begin), _AT_CEREMONY.match(text, start)
    if one is not None and event.family == "contact" and soon:
        return _HELD_IN.fullmatch(text, one.end(), begin) is not None
    if ceremony is not None and event.family == "agreement" and soon:
        return begin <= ceremony.end()
    return _is_of_called(text, event, start, begin, soon=soon)


def _is_of_called(text: str, event: Draft, start: int, begin: int, *, soon: bool) -> bool:
    """Whether a sentence that calls the event by a noun says that it was there."""
    called = CALLED[event.family].search(text, start, begin)
    if called is None:
        return _is_named_for(text, event, start, begin) and soon
    if called[0].endswith(_GATHERINGS) and event.kind != "summit":
        return False
    if _HELD_IN.fullmatch(text, called.end(), begin) is not None:
        return _SPOKEN_OF.search(text[start : called.start()]) is None
    opens = _OPENS.match(text, start)
    about = opens is not None and opens.end() == called.start()
    return soon and about and _JUST_IN.fullmatch(text, called.end(), begin) is not None


def _is_named_for(text: str, event: Draft, start: int, begin: int) -> bool:
    """Read "The Oslo talks"."""
    called = CALLED[event.family].search(text, start)
    opens = _OPENS.match(text, start)
    inside = called is not None and opens is not None and opens.end() == called.start() < begin < called.end()
    return inside and called is not None and text[begin : called.end()].count(" ") == 1

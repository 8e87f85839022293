"""Who was spoken of last: named persons, one without a name, and where they were."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.beside import (
    hosts_somebody,
    is_quoted,
    is_speaker,
    main_subject,
    only_two,
    other_two,
    says_where,
    side_by_side,
    two_of,
)
from loaders.text.who.cast import Cast
from loaders.text.who.holders import has_office
from loaders.text.who.later_mentions import by_office, is_visiting, said_again
from loaders.text.who.of_two import ORDER, one_of_two
from loaders.text.who.organs import Acting
from loaders.text.who.party import Party, party_of
from loaders.text.who.person import Person
from loaders.text.who.pronouns import is_he_or_she, unnamed_subject

_MANY = 2
_NEXT = 4
"""Characters between a sentence and the next: a full stop, and the end of a paragraph."""
_DELEGATIONS = frozenset({"delegation", "delegations", "mission", "team"})
_OF_ITS_OWN = frozenset({"head-of-state", "secretary-general"})


class SpokenOf(ABC):
    """Keeps who was spoken of last."""

    def __init__(self, cast: Cast, home: str, acting: Acting) -> None:
        self._cast = cast
        self._home = home
        self._acting = acting
        self._last: Person | None = None
        self._before: list[Person] = []
        """All whom that sentence names."""
        self._known: dict[int, Person] = {}
        """All whom the sentences before named, in the order of their first mentions."""
        self._together: list[Person] = []
        """Those who were the subject together of the last sentence that names persons."""
        self._body = ""
        """The state or body that the last sentence began with: "it" in the next one."""
        self._travelling: Party | None = None
        """The delegation that the last sentence began with: "they" in the next one."""
        self._told_until = 0
        self._sentence: list[Actor] = []
        self._unnamed_last: Party | None = None
        """The one without a name of whom the last sentence tells."""
        self._unnamed_by_office: dict[str, Party] = {}
        """Those without a name of whom sentences told, by their office, and by rank: "The minister" may be one."""
        self._ground = ""
        """The state of the place told of last: nobody of it is visiting."""

    @abstractmethod
    def _stands_for(self, lx: Lexed, actor: Actor) -> Party | None:
        """The party that one phrase stands for by itself."""

    def begin(self, actors: list[Actor]) -> None:
        """Take up a sentence: its pronouns may mean the persons before them in it."""
        self._sentence = actors
        for actor in actors:
            actor.person = actor.person or one_of_two(actors, actor, self._last, self._before) or self._of_people(actor)
        first = next((a for a in actors if a.kind != "side"), None)
        if first is not None and first.kind == "role" and not isinstance(first.person, Person):
            others = [one.person for one in actors if isinstance(one.person, Person)]
            first.person = self._again(first, others) or self._without_side(first)

    def _without_side(self, actor: Actor) -> Person | None:
        """Read "met President X. The Latvian president will": X, of whom nothing else told the state."""
        office = [one for one in self._before if one.office == actor.office and not (one.former or one.foreign)]
        if len(office) != 1 or office[0].side or len(actor.sides) != 1 or actor.determiner != "the":
            return None
        office[0].side = actor.sides[0]
        return office[0]

    def _of_people(self, actor: Actor) -> Person | None:
        """Read "The Peruvian will visit Oslo": the one of that state who was spoken of."""
        if actor.kind != "pronoun" or not actor.sides:
            return None
        near = [one for one in (self._last, *self._before) if one is not None and one.side in actor.sides]
        return next(iter(near or [one for one in self._known.values() if one.side in actor.sides]), None)

    def _again(self, actor: Actor, named: Sequence[Person]) -> Person | None:
        """Return who is said again; "the President" of a text that has a side of its own is no other."""
        own_office = actor.office in _OF_ITS_OWN and has_office(self._home, actor.office)
        if self._home and own_office and not (actor.sides or is_visiting(actor)):
            return None
        own = {self._home or self._ground} - {""}
        earlier = reversed(self._known.values()) if own and is_visiting(actor) else ()
        return said_again(actor, [self._last, *self._before, *earlier], self._cast.people, named, own)

    def _tell_apart(self, lx: Lexed, actors: Sequence[Actor]) -> None:
        """Read "The Foreign Minister met Foreign Minister X", "The President received him": nobody meets himself."""
        first = actors[0] if actors else None
        if first is None or first.kind != "role" or first.name or first.sides or not isinstance(first.person, Person):
            return
        others = [one for one in actors if one.first > first.last and "x" in lx.codes[first.last : one.first]]
        met = [one.person for one in others if one.name and isinstance(one.person, Person)]
        opens = all(one.kind == "side" or one.first >= first.first for one in self._sentence)
        if self._last is not None and opens and len({id(one) for one in (self._last, *self._before)}) == 1:
            for him in (one for one in others if one.kind == "pronoun" and one.determiner in ("him", "her")):
                him.person = him.person or self._last
                met.append(self._last)
        if any(first.person is one for one in met):
            people = [one for one in self._cast.people if all(one is not other for other in met)]
            home = "" if first.person.side == self._home else self._home
            first.person = by_office(first, people, home, lx)

    def remember(self, lx: Lexed, actors: list[Actor]) -> None:
        """Take note of the persons of a sentence that has been read."""
        first = actors[0] if actors else None
        self._body = first.sides[0] if first is not None and first.kind in ("side", "group") and first.sides else ""
        self._remember_delegation(lx, first)
        if first is None:
            return
        self._acting.tell(lx, side_of_one(first))
        self._ground = next((a.sides[0] for a in actors if says_where(lx, a)), self._ground)
        persons = [actor for actor in actors if isinstance(actor.person, Person)]
        subject = next((a for a in actors if a.kind not in ("side", "group") and a.determiner != "it"), None)
        if not is_he_or_she(subject):
            told = unnamed_subject(lx, subject)
            self._unnamed_last = one = self._stands_for(lx, told) if told is not None else None
            if one is not None and one.side and one.office:
                self._unnamed_by_office |= {one.office: one, one.rank: one}
        if not persons or not isinstance(persons[0].person, Person):
            return
        goes_on = is_he_or_she(subject) or any(a.determiner in ("he", "she") and is_speaker(lx, a) for a in actors)
        goes_on = goes_on or (not self._home and subject is not None and subject.determiner == "i")  # he speaks
        goes_on = goes_on or (
            persons[0] is first and lx.lows[max(0, first.first - _MANY) : first.first] == ["held", "with"]
        )
        speaker = next((a.person for a in persons if is_quoted(lx, a)), None) if '"' in lx.codes else None
        acts = main_subject(lx, persons).person
        first_named = speaker if isinstance(speaker, Person) else acts if isinstance(acts, Person) else self._last
        self._last = self._last if goes_on and self._last is not None else first_named
        self._known |= {id(one): one for one in self._before if id(one) not in self._known}
        self._ground = persons[0].person.side if hosts_somebody(lx, persons[0]) else self._ground
        if any(a.determiner not in ORDER for a in persons):
            self._before = [one.person for one in persons if isinstance(one.person, Person)]
        he = [replace(subject, person=self._last)] if subject is not None and is_he_or_she(subject) else []
        beside = [*he, *persons] if he and he[0].first < persons[0].first else persons
        self._together = side_by_side(lx, beside) if len(beside) > 1 else []  # "He and X", "She joined Y"

    def _remember_delegation(self, lx: Lexed, first: Actor | None) -> None:
        """Take note of "a delegation from Chile", "led by X", which "The delegation is headed by Y" goes on about."""
        words = set(lx.lows[first.first : first.last]) if first is not None else set()
        next_one, self._told_until = lx.start - self._told_until <= _NEXT, lx.end
        same = first is not None and (first.determiner == "they" or (first.kind == "group" and not first.sides))
        if first is not None and side_of_one(first) and not _DELEGATIONS.isdisjoint(words):
            self._travelling = self._stands_for(lx, first)
        elif not (next_one and same):
            self._travelling = None

    def _delegation_before(self, lx: Lexed, they: Actor) -> Party | None:
        """Read "A delegation from Chile arrived. They met President X": who "they" are, in the next sentence alone."""
        return self._travelling if they.first == 0 and lx.start - self._told_until <= _NEXT else None

    def pair(self, lx: Lexed, at: int) -> list[Party]:
        """Return the two persons side by side before an item of this sentence, else those of the one before."""
        named = [one for one in self._sentence if one.first < at and isinstance(one.person, Person)]
        two = side_by_side(lx, named) or only_two(named) or self._together or two_of(self._before)
        two = two if len(two) == _MANY and two[0].side != two[1].side else []
        span = lx.starts[at], lx.ends[at]
        return [party_of(one, *span) for one in two]

    def others_of_three(self, lx: Lexed, at: int) -> list[Party]:
        """Return the two of three of the sentence before whom this one has not named before an item."""
        named = [one for one in self._sentence if one.first < at]
        span = lx.starts[at], lx.ends[at]
        return [party_of(one, *span) for one in other_two(self._before, named)]

    def both(self, lx: Lexed, actors: list[Actor]) -> list[Party]:
        """Read "The two will visit Oslo": the two who are named right before."""
        pair = next((a for a in actors if a.kind == "pronoun" and a.count == _MANY), None)
        two = self._together if len(self._together) == _MANY else two_of(self._before)
        if pair is None or len(two) != _MANY:
            return []
        span = lx.starts[pair.first], lx.ends[pair.last - 1]
        return [party_of(one, *span) for one in two]

    def _unnamed_again(self, actor: Actor, met: Collection[str]) -> Party | None:
        """Read "Peru's foreign minister was in Oslo. The minister met President X": of Peru, if X is of another."""
        if self._home or actor.kind != "role" or actor.plural or actor.determiner not in ("the", ""):
            return None
        told = self._unnamed_by_office.get("minister" if actor.office == "minister" else actor.office)
        return told if told is not None and told.side not in met else None

    def last_person(self, start: int, end: int) -> list[Party]:
        """Return the one spoken of last as a party, told at these offsets."""
        one = self._last
        return [party_of(one, start, end)] if one is not None else []


def side_of_one(actor: Actor) -> str:
    """Return the one side of a phrase, or of the person it stands for."""
    if isinstance(actor.person, Person):
        return actor.person.side
    return actor.sides[0] if len(actor.sides) == 1 else ""

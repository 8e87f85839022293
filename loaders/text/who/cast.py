"""The persons of one text: who is who, whom they stand for, and whom later mentions mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kg.vocabulary import is_country
from loaders.text.lexis.gazetteer import Place
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.alongside import is_beside_another
from loaders.text.who.holders import (
    begin_alike,
    contradict,
    has_office,
    holds_office_of,
    in_high_office,
    last_word,
    may_hold,
    name_words,
    office_side,
    only_holder,
    says_more,
    telling_words,
    tenure_side,
)
from loaders.text.who.kin import are_kin, are_two, are_two_rulers
from loaders.text.who.later_mentions import by_office
from loaders.text.who.offices import SHARED_TITLES, STYLE
from loaders.text.who.owned import owners
from loaders.text.who.person import Person
from loaders.text.who.sexes import pronoun_of

_HEADS = frozenset({"head-of-state", "head-of-government", "president-elect"})
_OF_ONE = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "vice-president"}
    | {"defence-minister", "secretary-general"}
)
_NATIONAL_RANKS = frozenset({"head", "minister", "deputy"})
_NATIONAL = frozenset(
    {"national-security-adviser", "cabinet-secretary", "presidential-aide", "intelligence-chief"}
    | {"chief-of-defence", "speaker", "central-bank-governor", "special-envoy", "special-representative"}
    | {"first-lady", "permanent-secretary", "party-official"}
)
"""Offices that one who is named without a state most likely holds in the country of the paper."""
LIKE = frozenset({"counterpart", "opposite number", "colleague"})
"""Said of one who holds the same office elsewhere."""
_SENTENCE = 120
"""Characters between two of one sentence."""
_BEARERS = 100
"""Of those who bear a word of a name the last so many are looked at: a text of megabytes has many more."""
_FORMER = ("former", "ex-", "late")


class Cast:
    """Collects the persons of one text.

    ``home`` is the side that an official text speaks for, ``paper`` the country where a newspaper is at home, ``place``
    that of the dateline and ``here`` its country; each may be empty.
    """

    def __init__(self, published: str, home: str, paper: str = "", place: Place | None = None) -> None:
        self.published = published
        self.home = home
        self.paper = paper
        self.place = place
        self.here = place.country if place is not None else ""
        self.about = ""
        """The state whose affairs a newspaper's text tells, where it names nothing of its own country."""
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._after_headline = 0
        self._roles: dict[str, str] = {}
        """Whose holder of an office the headline tells of without a name: "Visit of the President of Peru"."""
        self._plain: dict[str, tuple[str, int, int]] = {}
        """Full names without office or side, by their last word: who a later "Mr X" is."""

    @property
    def local(self) -> str:
        """The country that a newspaper's text is written in: of its dateline, else where the paper is at home."""
        return self.here or self.paper

    def register(self, lx: Lexed, actors: Sequence[Actor]) -> None:
        """Take up the persons that a sentence names with office, honorific or side."""
        if lx.start == 0:
            self._after_headline = lx.end
            self._roles = {one.office: one.sides[0] for one in actors if _is_of_one(one)}
        for owner in owners(lx, actors):
            self._join(lx, owner)
        for actor in actors:
            if actor.name and self._is_introduced(actor):
                self._join(lx, actor)
            elif " " in actor.name:
                self._plain.setdefault(
                    last_word(actor.name),
                    (actor.name, lx.starts[actor.name_items[0]], lx.ends[actor.name_items[1] - 1]),
                )

    def resolve(self, lx: Lexed, actors: Sequence[Actor]) -> None:
        """Find whom the phrases of a sentence mean."""
        for actor in actors:
            if actor.name and actor.person is None:
                actor.person = self._known(actor, lx.starts[actor.first])
            elif actor.kind == "role" and not actor.plural:
                actor.person = by_office(actor, self.people, self.home, lx)

    def _is_introduced(self, actor: Actor) -> bool:
        if (
            actor.kind == "person"
            and not actor.capacity
            and not actor.honorific
            and len(actor.name.split()) == 1
            and actor.sides
        ):
            return holds_office_of(actor.name, actor.sides, self.published)
        return bool(
            actor.capacity
            or actor.honorific
            or actor.sides
            or actor.title_sides
            or (" " in actor.name and tenure_side(actor.name, self.published))
            or self._is_head(actor)
        )

    def _is_head(self, actor: Actor) -> bool:
        """Read "Macron postponed a trip": a surname that one head of state or foreign minister then had."""
        fuller = self._plain.get(last_word(actor.name))
        if fuller is not None and name_words(actor.name) < name_words(fuller[0]):
            return False
        return bool(in_high_office(actor.name, self.published))

    def _join(self, lx: Lexed, actor: Actor) -> None:
        person = self._known(actor, lx.starts[actor.first])
        first, last = actor.name_items
        start, end = lx.starts[first], lx.ends[last - 1]
        words = name_words(actor.name)
        if not words:
            return
        if person is None:
            name, start, end = (
                self._plain.get(last_word(actor.name), (actor.name, start, end))
                if len(words) == 1
                else (actor.name, start, end)
            )
            words |= name_words(name)
            person = Person(name, start, end)
            self.people.append(person)
        elif says_more(actor.name, person.name):
            person.name, person.start, person.end = actor.name, start, end
        for word in words - person.words:
            person.words.add(word)
            self._by_word[word].append(person)
        self._describe(lx, person, actor)
        actor.person = person

    def _describe(self, lx: Lexed, person: Person, actor: Actor) -> None:
        if not actor.qualifiers.isspace():  # most have none
            person.former = person.former or any(word in actor.qualifiers for word in _FORMER)
            person.foreign = person.foreign or "counterpart" in actor.qualifiers
            person.visiting = person.visiting or "visiting" in actor.qualifiers.lower()
        if actor.capacity and not person.capacity:
            person.capacity, person.office, person.rank, person.body = (
                actor.capacity,
                actor.office,
                actor.rank,
                actor.body,
            )
            person.capacity_span = (lx.starts[actor.first], lx.ends[min(actor.last, len(lx)) - 1])
        if actor.lent and (known := in_high_office(actor.name, self.published)):
            actor.sides = (known,)  # "President Biden and Prime Minister Meloni of Italy"
        if actor.sides and not person.side:
            person.side = actor.sides[0]
        person.told = person.told or bool(actor.sides)
        if actor.honorific and not person.pronoun:
            person.pronoun = next(filter(None, map(pronoun_of, lx.lows[actor.first : actor.name_items[0]])), "")
        person.owner = person.owner or actor.owner
        person.beside = person.beside or actor.beside
        if len(actor.title_sides) == 1 and actor.capacity.lower() not in SHARED_TITLES:
            person.title_side = actor.title_sides[0]

    def _known(self, actor: Actor, at: int) -> Person | None:
        """Return who is named: of several of a surname the one named first, whom the text is about."""
        order = telling_words(actor.name)
        words = set(order)
        bearers = (one for word in order for one in self._by_word.get(word, ())[-_BEARERS:])
        found = [one for one in bearers if self._same(one, words, actor)]
        alike = [one for one in found if one.office == actor.office] if actor.office and len(words) == 1 else []
        called = [one for one in found if len(words) == 1 and telling_words(one.name)[:1] == order]
        if len(found) > 1 and not (actor.honorific or actor.office):  # "Ford" beside "the first lady, Betty Ford"
            found = [one for one in found if one.office != "first-lady"] or found
        likely = alike or called or found
        if len(words) > 1 or len(likely) <= 1:
            return likely[-1] if likely else None
        bare = not (actor.honorific or actor.office)
        heads = [one for one in likely if one.rank == "head" and not one.former] if bare else []
        likely = heads or likely  # of two of a name the bare name is the leader's
        return next((one for one in likely if one.start <= at), likely[0])

    def _same(self, person: Person, words: set[str], actor: Actor) -> bool:
        if are_two(actor.name, person.name) or are_two_rulers(actor.name, actor.capacity, person.name, person.capacity):
            return False
        if not (words <= person.words or person.words <= words):
            if are_kin(actor.name, person.name):
                return False
            shared = words & person.words
            one_office = bool(actor.office) and actor.office == person.office and actor.office in _OF_ONE
            if not (
                last_word(actor.name) in shared
                and (
                    (len(shared) > 1 and begin_alike(actor.name, person.name))
                    or (one_office and last_word(person.name) in shared)
                )
            ):
                return False
        if actor.sides and not actor.lent and person.side and person.side not in actor.sides:
            return False
        return not (len(words) == 1 and actor.office and person.office and contradict(actor.office, person.office))

    def settle_counterparts(self) -> None:
        """A counterpart without a side is of the other side that was named last."""
        others = ""
        for before, person in pairwise(sorted(self.people, key=lambda one: one.start)):
            if person.capacity in LIKE and before.office and before.side != person.side and _is_beside(before, person):
                person.office, person.rank = before.office, before.rank
        for person in sorted(self.people, key=lambda one: one.start):
            if person.foreign and not person.side and (self.home or self.paper):
                person.side = others
            elif person.side and person.side not in (self.home, self.paper):
                others = person.side

    def settle_known(self) -> None:
        """Give a side to those whose phrases did not, from reference data and from whom they belong to."""
        for person in self.people:
            if not person.side:
                person.side = (
                    tenure_side(person.name, self.published)
                    or person.title_side
                    or (
                        ""
                        if person.capacity and person.office != STYLE
                        else in_high_office(person.name, self.published)
                    )
                    or office_side(person.name, person.office, self.published)
                )
            if not person.side and not person.former and person.start >= self._after_headline:
                person.side = self._of_role(person.office)
            if not person.office and not person.body:
                person.side, person.office = only_holder(person.name, person.side, self.published)

    def settle_own(self) -> None:
        """Give those still without a side that of the text: an official one is their own, a paper is written there."""
        for person in self.people:
            if not person.side and self.home and not person.foreign and self._is_own(person):
                person.side = self.home
        for side in filter(is_country, (self.about or self.paper, self.here)):
            for person in self.people:
                if not person.side and self._is_of(side, person):
                    person.side = side

    def _is_of(self, side: str, person: Person) -> bool:
        """Whether one without a side is an official of the country where the paper, or its reporter, is at home."""
        national = person.rank in _NATIONAL_RANKS or person.office in _NATIONAL
        if person.former or not national or is_beside_another(person, side):
            return False
        others = {one.side for one in self.people if one.office == person.office and one is not person}
        if person.office in _HEADS and not self._may_head(side, person):
            return False
        return side not in others and may_hold(side, person.office, person.name, self.published)

    def _may_head(self, side: str, person: Person) -> bool:
        """Whether a state has such a head, and no other is known: Australia has no president."""
        elected = person.office == "president-elect" or has_office(side, person.office)
        return elected and may_hold(side, person.office, person.name, self.published)

    def _is_own(self, person: Person) -> bool:
        """Whether one without a side in an official text is of the side that speaks."""
        if person.office in _HEADS:
            return self._may_head(self.home, person) and not self._has_own_head(person.office)
        return bool(person.capacity) and not person.former

    def _of_role(self, office: str) -> str:
        """The foreign side of the headline's holder of this office, if the text names no other of that side."""
        side = self._roles.get(office, "")
        named = any(one.side == side and one.office == office for one in self.people)
        return "" if named or side == self.home else side

    def _has_own_head(self, office: str) -> bool:
        return any(one.side == self.home and one.office == office for one in self.people)


def _is_beside(one: Person, other: Person) -> bool:
    """Read "Minister X met his Kenyan counterpart Y": near enough that Y is the counterpart of X."""
    return other.start - one.end <= _SENTENCE


def _is_of_one(actor: Actor) -> bool:
    """Read "the Prime Minister of Nepal" without a name."""
    return actor.kind == "role" and actor.office in _OF_ONE and len(actor.sides) == 1 and not actor.plural

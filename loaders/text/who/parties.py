"""From phrases to parties of an event: whom pronouns, roles and counterparts mean, and for which side."""

from __future__ import annotations

from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.beside import is_quoted, is_speaker, only_two, side_by_side, states_of, two_of
from loaders.text.who.cast import Cast
from loaders.text.who.from_afar import is_local, is_met_or_first
from loaders.text.who.later_mentions import of_another_side, said_again, side_of_those_sent
from loaders.text.who.named_states import NamedStates
from loaders.text.who.of_two import the_other
from loaders.text.who.offices import only_side
from loaders.text.who.organs import Acting, is_own
from loaders.text.who.party import Party, is_other_minister, office_of_counterparts, without_repeats
from loaders.text.who.person import Person
from loaders.text.who.pronouns import goes_on, role_before
from loaders.text.who.several import are_of_counted_states, are_of_many_states, are_of_society, many_before
from loaders.text.who.sexes import may_be_meant
from loaders.text.who.speakers import Speakers

_OWN = frozenset({"head-of-state", "head-of-government", "vice-president", "foreign-minister"})
_POSSESSIVE = frozenset({"its", "his", "her"})
_MANY = 2
_ALONG = frozenset({"accompany", "accompanied", "accompanying", "accompanies", "join", "joined", "joins", "joining"})
_COUNTERPART = ("counterpart", "opposite number", "colleague")


class Resolver:
    """Keeps who was spoken of last."""

    def __init__(self, cast: Cast, home: str, acting: Acting, named: NamedStates) -> None:
        self._cast = cast
        self._home = home
        self._speakers = Speakers(cast, home)
        self._last: Person | None = None
        self._before: list[Person] = []
        """All whom that sentence names."""
        self._together: list[Person] = []
        """Those who were the subject together of the last sentence that names persons."""
        self._states = named
        """Where the text names states: "the two countries" may be those."""
        self._body = ""
        """The state or body that the last sentence began with: "it" in the next one."""
        self._sentence: list[Actor] = []
        self._acting = acting

    @property
    def paper(self) -> str:
        """The country where the newspaper is at home that the text is from, or empty."""
        return self._cast.paper

    def begin(self, actors: list[Actor]) -> None:
        """Take up a sentence: its pronouns may mean the persons before them in it."""
        self._sentence = actors

    def remember(self, lx: Lexed, actors: list[Actor]) -> None:
        """Take note of the persons of a sentence that has been read."""
        first = actors[0] if actors else None
        self._body = first.sides[0] if first is not None and first.kind in ("side", "group") and first.sides else ""
        if first is None:
            return
        self._acting.tell(lx, _side_of(first))
        persons = [actor for actor in actors if isinstance(actor.person, Person)]
        if not persons or not isinstance(persons[0].person, Person):
            return
        subject = next((a for a in actors if a.kind not in ("side", "group")), None)
        goes_on = subject is not None and subject.kind == "pronoun" and subject.determiner in ("he", "she")
        goes_on = goes_on or any(a.determiner in ("he", "she") and is_speaker(lx, a) for a in actors)
        goes_on = goes_on or (not self._home and subject is not None and subject.determiner == "i")  # he speaks
        speaker = next((a.person for a in persons if is_quoted(lx, a)), None) if '"' in lx.codes else None
        first_named = speaker if isinstance(speaker, Person) else persons[0].person
        self._last = self._last if goes_on and self._last is not None else first_named
        self._before = [one.person for one in persons if isinstance(one.person, Person)]
        self._together = side_by_side(lx, persons) if len(persons) > 1 else []

    def pair(self, lx: Lexed, at: int) -> list[Party]:
        """Return the two persons side by side before an item of this sentence, else those of the one before."""
        named = [one for one in self._sentence if one.first < at and isinstance(one.person, Person)]
        two = side_by_side(lx, named) or only_two(named) or self._together or two_of(self._before)
        two = two if len(two) == _MANY and two[0].side != two[1].side else []
        span = lx.starts[at], lx.ends[at]
        return [Party(one.side, *span, one, one.capacity, one.office, one.rank) for one in two]

    def both(self, lx: Lexed, actors: list[Actor]) -> list[Party]:
        """Read "The two will visit Oslo": the two of one state who are named together right before."""
        pair = next((a for a in actors if a.kind == "pronoun" and a.count == _MANY), None)
        if pair is None or len(self._together) != _MANY or self._together[0].side != self._together[1].side:
            return []
        span = lx.starts[pair.first], lx.ends[pair.last - 1]
        return [Party(one.side, *span, one, one.capacity, one.office, one.rank) for one in self._together]

    def two_states(self, lx: Lexed, at: int) -> list[str]:
        """Return the two states that "the two countries" at an item means, or none."""
        own = states_of(lx, at)
        if own:
            return own if len(own) == _MANY else []
        named = (*self._states.before(lx.start), states_of(lx, len(lx)))
        return next((states for states in named if len(states) == _MANY), [])

    def parties(self, lx: Lexed, actors: list[Actor], apart: Sequence[Actor] = ()) -> list[Party]:
        """Return the parties that these phrases stand for; phrases that stand for nobody known are left out.

        A pronoun among them does not mean those ``apart``: in "Z invited him" another is meant.
        """
        found: list[Party] = []
        named = [actor.person for actor in (*actors, *apart) if isinstance(actor.person, Person)]
        meets = bool(named) or any(actor.sides for actor in actors)
        for actor in actors:
            if actor.kind == "pronoun" and actor.determiner == "they" and meets:
                others = {side for one in actors for side in one.sides}
                found.extend(self._of_them(lx, actor, named, others))
            elif is_own(lx, actor):
                found.extend(self._organ(lx, actor, {_side_of(one) for one in actors}))
            else:
                found.extend(self._party(lx, actor, found, named))
        found.extend(self._whose(lx, actors, found, named))
        return without_repeats(found)

    def _organ(self, lx: Lexed, actor: Actor, taken: set[str]) -> list[Party]:
        """Read "the Government has expelled two of Peru's diplomats": of the state that the text is about."""
        written = lx.text[lx.ends[actor.last - 1] - len(lx.lows[actor.last - 1])]
        own = bool(self._home) and (written.isupper() or actor.first == 0)
        side = self._acting.whose(lx, actor.first, taken, own=own)
        span = lx.starts[actor.first], lx.ends[actor.last - 1]
        return [Party(side, *span, None, actor.capacity, actor.office, actor.rank, 1, True)] if side else []

    def together(self, lx: Lexed, actors: list[Actor]) -> list[Party]:
        """Return those named together before whom "they" means: "They will travel to"."""
        they = next((actor for actor in actors if actor.kind == "pronoun" and actor.determiner == "they"), None)
        return self._of_them(lx, they, [], set()) if they is not None else []

    def last_person(self, start: int, end: int) -> list[Party]:
        """Return the one spoken of last as a party, told at these offsets."""
        one = self._last
        return [Party(one.side, start, end, one, one.capacity, one.office, one.rank)] if one is not None else []

    def _whose(self, lx: Lexed, actors: list[Actor], found: list[Party], named: list[Person]) -> list[Party]:
        """Read "after a meeting with his Kenyan counterpart": whose counterpart it is takes part."""
        like = next((a for a in actors if a.kind == "group" and a.determiner in ("his", "her")), None)
        if like is None or self._last is None or any(one is self._last for one in named):
            return []
        owned = {party.side for party in found}
        if self._last.side in owned or any(actor.first < like.first for actor in actors):
            return []
        return self.last_person(lx.starts[like.first], lx.ends[like.first])

    def _of_them(self, lx: Lexed, actor: Actor, named: list[Person], others: set[str]) -> list[Party]:
        """Read "they also held talks with their American counterparts": those named together before."""
        start, end = lx.starts[actor.first], lx.ends[actor.last - 1]
        meant = [one for one in self._together if all(one is not other for other in named)]
        if not meant:
            told = many_before(lx, self._sentence, actor, others)
            return [Party(a.sides[0], start, end, None, a.capacity, a.office, a.rank, a.count) for a in told]
        return [Party(one.side, start, end, one, one.capacity, one.office, one.rank) for one in meant]

    def _party(self, lx: Lexed, actor: Actor, before: list[Party], named: list[Person]) -> list[Party]:
        start, end = lx.starts[actor.first], lx.ends[min(actor.last, len(lx)) - 1]
        if lx.codes[min(actor.last, len(lx)) - 1] == ",":
            end = lx.ends[actor.last - 2]
        other = the_other(lx, self._sentence, actor, named, last=self._last, before=self._before)
        if actor.kind == "pronoun" and other is None:
            return self._pronoun(lx, actor, named, start, end)
        if isinstance(actor.person, Person):
            person = actor.person
            if actor.kind == "group":
                return [Party(person.side, start, end, None, lx.lows[actor.last - 1], "", "official", 1, True)]
            return [
                Party(
                    person.side,
                    start,
                    end,
                    person,
                    actor.capacity or person.capacity,
                    actor.office or person.office,
                    actor.rank or person.rank,
                )
            ]
        if actor.kind == "side" or actor.name:
            return [Party(side, start, end) for side in actor.sides if actor.kind == "side"]
        if again := other or said_again(actor, [self._last, *self._before], self._cast.people, named, self._home):
            return [Party(again.side, start, end, again, again.capacity, again.office, again.rank)]
        return self._those_two(lx, actor, named) or self._unnamed(lx, actor, before, start, end)

    def _those_two(self, lx: Lexed, actor: Actor, named: list[Person]) -> list[Party]:
        """Read "who met the two leaders": those named side by side before, none of whom takes part himself."""
        if actor.sides or not actor.plural or actor.count != _MANY:
            return []
        two = self.pair(lx, actor.first)
        if is_other_minister(actor, two):
            return []
        return two if all(one.person is not other for one in two for other in named) else []

    def _pronoun(self, lx: Lexed, actor: Actor, named: list[Person], start: int, end: int) -> list[Party]:
        """Find whom a pronoun means: "I" who speaks, "he" the one spoken of before."""
        if actor.determiner in ("i", "we"):
            return self._speakers.of(lx, self._sentence, (start, end), self._last)
        if actor.determiner == "it":
            return self._body_before(actor, start, end)
        earlier = [a.person for a in self._sentence if a.first < actor.first and isinstance(a.person, Person)]
        if not earlier and (told := role_before(self._sentence, actor)) is not None:
            return [Party(told.sides[0], start, end, None, told.capacity, told.office, told.rank)]
        known = [self._last, *earlier] if goes_on(self._sentence, actor) else [*earlier, self._last]
        if self._last is not None and not may_be_meant(self._last, actor.determiner):
            known += self._before
        free = [one for one in known if one is not None and all(one is not other for other in named)]
        others = [one for one in free if may_be_meant(one, actor.determiner)]
        beside = self._before if _ALONG.isdisjoint(lx.lows) else []
        meant = of_another_side(others, beside, named)
        if actor.determiner in ("he", "she", "him", "her") and meant is not None:
            return [Party(meant.side, start, end, meant, meant.capacity, meant.office, meant.rank)]
        return []

    def _body_before(self, actor: Actor, start: int, end: int) -> list[Party]:
        """Read "Sweden's foreign ministry said it had ...": the state or body that the sentence began with."""
        bodies = (a for a in self._sentence if a.first < actor.first and a.kind in ("side", "group") and a.sides)
        body = next(bodies, None)
        side = body.sides[0] if body is not None else self._body
        return [Party(side, start, end)] if side else []

    def _unnamed(self, lx: Lexed, actor: Actor, before: list[Party], start: int, end: int) -> list[Party]:
        sent = side_of_those_sent(actor, self._last, {party.side for party in before})
        side = actor.sides[0] if actor.sides else only_side(actor) or sent
        like = any(word in lx.lower(actor.first, actor.last) for word in _COUNTERPART)
        capacity, office, rank = actor.capacity, actor.office, actor.rank
        counted = actor.plural and not side and actor.rank != "envoy" and are_of_counted_states(lx, actor)
        if not side and actor.kind == "role" and actor.determiner in _POSSESSIVE:
            side = self._owner(actor)
        if like:
            first = before[0] if before else None
            if first is not None:
                capacity, office, rank = office_of_counterparts(first, capacity)
        elif (
            not side
            and actor.kind == "role"
            and not actor.plural
            and self._home
            and actor.determiner == "the"
            and (
                office in _OWN
                or (office == "minister" and actor.first == 0)
                or (office == "secretary-general" and not is_country(self._home))
            )
        ):
            side = self._home
        elif self._is_papers_own(actor, before):
            side = self._cast.paper
        elif self._is_host(lx, actor, before):
            side = self._cast.here
        elif not side and actor.kind == "group" and actor.rank != "rebels" and not counted:
            return []
        many = are_of_many_states(lx, actor, side) and not are_of_society(lx, actor)
        count = max(actor.count, _MANY) if many else actor.count
        return [Party(side, start, end, None, capacity, office, rank, count, actor.kind == "group", counted, like)]

    def _owner(self, actor: Actor) -> str:
        """Whose "its ambassador", "his foreign minister" is: of the state or the person spoken of before."""
        if actor.determiner == "its":
            body = next(iter(self._body_before(actor, 0, 0)), None)
            return body.side if body else ""
        earlier = [a.person for a in self._sentence if a.first < actor.first and isinstance(a.person, Person)]
        person = earlier[0] if earlier else self._last
        return person.side if person is not None else ""

    def _is_host(self, lx: Lexed, actor: Actor, before: list[Party]) -> bool:
        """Read "NAIROBI: The visiting Swedish minister met the president": of where the text was written."""
        office = actor.kind == "role" and actor.office in _OWN and actor.determiner == "the" and not actor.sides
        guest = office and "visiting" in lx.lows[: actor.first]
        if not office or self._cast.place is None or not (guest or (not self._home and is_met_or_first(lx, actor))):
            return False
        named = {party.side for party in before} | {_side_of(one) for one in self._sentence if not guest}
        return is_local(self._cast.place, named - {""}, guest=guest)

    def _is_papers_own(self, actor: Actor, before: list[Party]) -> bool:
        """Tell that "the Prime Minister" of a newspaper who meets others is that of its country."""
        if not self._cast.paper or actor.sides or actor.kind != "role" or actor.plural:
            return False
        if actor.office not in _OWN and not (actor.office and actor.rank in ("minister", "parliament")):
            return False
        return actor.determiner in ("the", "") and all(party.side != self._cast.paper for party in before)


def _side_of(actor: Actor) -> str:
    """The one side of a phrase, or of the person it stands for."""
    if isinstance(actor.person, Person):
        return actor.person.side
    return actor.sides[0] if len(actor.sides) == 1 else ""

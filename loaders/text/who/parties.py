"""From phrases to parties of an event: whom pronouns, roles and counterparts mean, and for which side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kg.vocabulary import is_country
from loaders.text.lexis.clause_words import EITHER
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.beside import hosts_somebody, states_of
from loaders.text.who.cast import Cast
from loaders.text.who.from_afar import OWN, is_host, is_papers_own
from loaders.text.who.later_mentions import is_like_another, is_said_loosely, of_another_side, side_of_those_sent
from loaders.text.who.named_states import NamedStates
from loaders.text.who.of_two import the_other
from loaders.text.who.offices import only_side
from loaders.text.who.organs import Acting, is_own
from loaders.text.who.party import (
    Party,
    is_of_one_state,
    is_other_minister,
    office_of_counterparts,
    party_as,
    party_of,
    without_repeats,
)
from loaders.text.who.person import Person
from loaders.text.who.pronouns import goes_on, is_private, named_ahead, role_before
from loaders.text.who.several import are_of_counted_states, are_of_many_states, are_of_society, many_before
from loaders.text.who.sexes import may_be_meant
from loaders.text.who.speakers import Speakers
from loaders.text.who.spoken_of import SpokenOf, side_of_one

_POSSESSIVE = frozenset({"its", "his", "her"})
_MANY = 2
_ALONG = frozenset({"accompany", "accompanied", "accompanying", "accompanies", "join", "joined", "joins", "joining"})
_COUNTERPART = ("counterpart", "opposite number", "colleague")


class Resolver(SpokenOf):
    """Finds the parties."""

    def __init__(self, cast: Cast, home: str, acting: Acting, named: NamedStates) -> None:
        super().__init__(cast, home, acting)
        self._speakers = Speakers(cast, home)
        self._states = named
        """Where the text names states: "the two countries" may be those."""

    def issued_by(self, parties: Sequence[Party]) -> None:
        """Take note of those of several sides who give the text out together."""
        self._speakers.issuers = parties

    @property
    def paper(self) -> str:
        """The country where the newspaper is at home that the text is from, or empty."""
        return self._cast.paper

    def _stands_for(self, lx: Lexed, actor: Actor) -> Party | None:
        return next(iter(self.parties(lx, [actor])), None)

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
        self._tell_apart(lx, actors)
        named = [actor.person for actor in (*actors, *apart) if isinstance(actor.person, Person)]
        meets = bool(named) or any(actor.sides for actor in actors)
        for actor in actors:
            if actor.kind == "pronoun" and actor.determiner == "they" and meets:
                others = {side for one in actors for side in one.sides}
                found.extend(self._of_them(lx, actor, named, others))
            elif is_own(lx, actor):
                found.extend(self._organ(lx, actor, {side_of_one(one) for one in actors}))
            else:
                found.extend(self._party(lx, actor, found, named))
        found.extend(self._whose(lx, actors, found, named))
        self._seat_at_home(found)
        return without_repeats(found)

    def _seat_at_home(self, found: list[Party]) -> None:
        """Read "X arrived in Oslo. He was received by the King": of where the guest is."""
        guests = {party.side for party in found if party.named}
        if not self._ground or self._home or not guests or not guests.isdisjoint(("", self._ground)):
            return
        for party in found:
            if not (party.side or party.named or party.group) and is_of_one_state(party, self._ground):
                party.side = self._ground

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

    def _whose(self, lx: Lexed, actors: list[Actor], found: list[Party], named: list[Person]) -> list[Party]:
        """Read "after a meeting with his Kenyan counterpart": whose counterpart it is takes part."""
        like = next((a for a in actors if a.determiner in ("his", "her") and is_like_another(a)), None)
        like = like if like is not None and like.first else None  # "His Kenyan colleague flew on": he alone
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
            sent = self._delegation_before(lx, actor) if not told else None
            if sent is not None and sent.side not in others:
                return [replace(sent, start=start, end=end)]
            return [Party(a.sides[0], start, end, None, a.capacity, a.office, a.rank, a.count) for a in told]
        return [party_of(one, start, end) for one in meant]

    def _party(self, lx: Lexed, actor: Actor, before: list[Party], named: list[Person]) -> list[Party]:
        start, end = lx.starts[actor.first], lx.ends[min(actor.last, len(lx)) - 1]
        if lx.codes[min(actor.last, len(lx)) - 1] == ",":
            end = lx.ends[actor.last - 2]
        other = the_other(lx, self._sentence, actor, named, last=self._last, before=self._before)
        if actor.kind == "pronoun" and other is None and actor.person is None:
            return [] if is_private(lx, self._sentence, actor) else self._pronoun(lx, actor, named, start, end)
        if isinstance(actor.person, Person):
            person = actor.person
            if actor.kind == "group":
                return [Party(person.side, start, end, None, lx.lows[actor.last - 1], "", "official", 1, True)]
            return [
                party_of(person, start, end) if is_said_loosely(actor, person) else party_as(actor, person, start, end)
            ]
        if actor.kind == "side" or actor.name:
            return [Party(side, start, end) for side in actor.sides if actor.kind == "side"]
        if again := other or self._again(actor, named):
            return [party_of(again, start, end)]
        return self._those_two(lx, actor, named) or self._unnamed(lx, actor, before, start, end)

    def _those_two(self, lx: Lexed, actor: Actor, named: list[Person]) -> list[Party]:
        """Read "who met the two leaders": those named side by side before, none of whom takes part himself."""
        if actor.sides or not actor.plural or actor.count != _MANY:
            return []
        two = self.pair(lx, actor.first)
        ministers = actor.rank == "minister" and any(one.rank not in ("minister", "") for one in two)
        if is_other_minister(actor, two) or ministers:
            return []
        return two if all(one.person is not other for one in two for other in named) else []

    def _pronoun(self, lx: Lexed, actor: Actor, named: list[Person], start: int, end: int) -> list[Party]:
        """Find whom a pronoun means: "I" who speaks, "he" the one spoken of before."""
        if actor.determiner in ("i", "we"):
            many = (
                actor.determiner == "we" and lx.codes[actor.last : actor.last + 1] != ","
            )  # "We, the ministers of A and"
            joint = self._speakers.together(lx, self._sentence, (start, end)) if many else []
            return joint or self._speakers.of(lx, self._sentence, (start, end), self._last)
        if actor.determiner == "it":
            return self._body_before(actor, start, end)
        earlier = [a.person for a in self._sentence if a.first < actor.first and isinstance(a.person, Person)]
        if not earlier and (told := role_before(self._sentence, actor, self._own_offices())) is not None:
            return [Party((*told.sides, self._home)[0], start, end, None, told.capacity, told.office, told.rank)]
        if (other := self._the_unnamed(actor, earlier, named) or self._ahead(lx, actor, named)) is not None:
            return [replace(other, start=start, end=end)]
        known = [self._last, *earlier] if goes_on(self._sentence, actor) else [*earlier, self._last]
        if self._last is not None and not may_be_meant(self._last, actor.determiner):
            known += self._before
        free = [one for one in known if one is not None and all(one is not other for other in named)]
        others = [one for one in free if may_be_meant(one, actor.determiner)]
        beside = self._before if _ALONG.isdisjoint(lx.lows) else []
        at_home = bool(others) and others[0].side == self._ground and hosts_somebody(lx, actor)
        meant = others[0] if at_home else of_another_side(others, beside, named)
        if actor.determiner in ("he", "she", "him", "her", EITHER) and meant is not None:
            any_of_ours = actor.determiner == EITHER and self._is_any_of_ours(meant)
            return [Party(self._home, start, end) if any_of_ours else party_of(meant, start, end)]
        return []

    def _own_offices(self) -> frozenset[str]:
        """The offices of the text's own side, which it leaves without a state."""
        if not self._home:
            return frozenset()
        return OWN if is_country(self._home) else frozenset({"secretary-general"})

    def _is_any_of_ours(self, meant: Person) -> bool:
        """Read "Meetings were also held with X" where two of the text's own side have met others before: either did."""
        own = (one for one in self._known.values() if one.side == self._home and one.capacity)
        return bool(self._home) and any(one is not meant for one in own)

    def _ahead(self, lx: Lexed, actor: Actor, named: Sequence[Person]) -> Party | None:
        """Read "When Ambassador X called on him, Minister Y said": unless one of a third state was spoken of."""
        ahead = named_ahead(lx, self._sentence, actor)
        one = self._stands_for(lx, ahead) if ahead is not None else None
        if one is None:
            return None
        met = {other.side for other in named}
        third = self._last is not None and self._last.side not in {*met, one.side, ""}
        return one if one.side and one.side not in met and not third else None

    def _the_unnamed(self, actor: Actor, earlier: Sequence[Person], named: Sequence[Person]) -> Party | None:
        """Read "The Emir of Qatar arrived. President X welcomed him", "He met Y": the one told of without a name."""
        one = self._unnamed_last
        if one is None or actor.determiner in ("he", "she", EITHER):
            return one if not earlier else None
        him = actor.determiner in ("him", "her") and bool(named)
        return one if him and all(one.side != other.side for other in named) else None

    def _body_before(self, actor: Actor, start: int, end: int) -> list[Party]:
        """Read "Sweden's foreign ministry said it had ...": the state or body that the sentence began with."""
        bodies = (a for a in self._sentence if a.first < actor.first and a.kind in ("side", "group") and a.sides)
        body = next(bodies, None)
        side = body.sides[0] if body is not None else self._body
        return [Party(side, start, end)] if side else []

    def _unnamed(self, lx: Lexed, actor: Actor, before: list[Party], start: int, end: int) -> list[Party]:
        met = {party.side for party in before}
        sent = side_of_those_sent(actor, self._last, met)
        side = actor.sides[0] if actor.sides else only_side(actor) or sent
        like = any(word in lx.lower(actor.first, actor.last) for word in _COUNTERPART)
        capacity, office, rank = actor.capacity, actor.office, actor.rank
        counted = actor.plural and not side and actor.rank != "envoy" and are_of_counted_states(lx, actor)
        if not side and actor.kind == "role" and actor.determiner in _POSSESSIVE:
            side = self._owner(actor)
        if not side and (told := self._unnamed_again(actor, met)) is not None:
            return [replace(told, start=start, end=end)]
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
                office in OWN
                or (office == "minister" and actor.first == 0)
                or (office == "secretary-general" and not is_country(self._home))
            )
        ):
            side = self._home
        elif lx.lows[max(0, actor.first - 1)] != "another" and is_papers_own(
            actor, self._cast.about or self._cast.paper, met
        ):
            side = self._cast.about or self._cast.paper
        elif is_host(
            lx, actor, self._cast.place, met, set(map(side_of_one, self._sentence)), official=bool(self._home)
        ):
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

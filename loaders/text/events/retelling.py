"""Tellings of the event told of last: "the two leaders discussed", "they also agreed"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft, dates_fit
from loaders.text.events.visiting import Visiting
from loaders.text.lexis.distances import PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.cast import LIKE
from loaders.text.who.party import TOP, Party, are_all_heads, is_other_minister

_IN_PERSON = frozenset({"meeting", "summit"})
_OFFICIALS = re.compile(r"\b[Oo]fficials$")
_BEFORE_THIS = frozenset({"last", "previous", "earlier", "past"})
_ANOTHER_PAPER = re.compile(
    r"\b(?:an?|another) (?:first|earlier|previous|similar|separate) (?:[\w-]+ ){0,2}\w+ (?:was|were|had been)\b"
)
_LONG_DONE = re.compile(r"\b(?:recent|since|already|so far|last (?:month|year)|progress (?:made|achieved))\b")
"""Read "welcomed the progress made in recent months, including the signing of": not at this contact."""
_STATES = re.compile(r"\b(?:countries|nations|states|governments|sides|parties|neighbou?rs|rivals|allies|foes)\b")
_TO_COME = ("planned", "proposed")
_OF_TWO = re.compile(r"\b(?:the two|both) (?:\w+ )?(?:countries|nations|states|governments|sides|neighbou?rs)\b")
"""Read "officials of the two countries"."""

_TOLD_APART = frozenset({"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "monarch"})
"""Offices by which a plural tells of one pair and not of another: "the two prime ministers"."""

_SPOKEN_THERE = re.compile(
    r"\b(?:followed?|follows|after|since|recall\w*|of|on|in|during) (?:an?|the|their)(?: [\w.-]+){0,4} "
    r"(?:conversation|call|meeting|talks|summit)\b.{0,60}\b(?:where|(?:in|during|at|on) which)\b(?: \S+){0,6}$"
)
"""Read "the meeting follows a call on 15 February where the two discussed trade": what was spoken of at another."""


def _date_paper(draft: Draft, last: Draft, words: str) -> None:
    """What is agreed at a contact is agreed then and there."""
    contact = last.family in ("contact", "call") and last.status == "held"
    contact = contact and _LONG_DONE.search(words) is None
    if draft.kind == "agreement" and draft.status == "held" and draft.date is None and contact:
        draft.date, draft.place, draft.place_span = last.date, last.place, last.place_span


def _is_of(frame: Frame, draft: Draft, last: Draft) -> bool:
    """Whether "the meeting took place on Tuesday", which names nobody, may be of the event told of last."""
    if frame.actors or frame.also or draft.status != "held" or not frame.rule.endswith(("-noun", "-noun-call")):
        return True
    return last.family in ("contact", "call") and dates_fit(last.date, draft.date)


def _is_spoken_elsewhere(frame: Frame) -> bool:
    return frame.rule.startswith("discuss") and _SPOKEN_THERE.search(frame.lx.lower(0, frame.at)) is not None


def _is_besides(frame: Frame, draft: Draft, last: Draft) -> bool:
    """Read "They had also spoken by phone", "their call in February" after a meeting in person, or the other way."""
    if last.family == "call":
        return frame.rule.startswith("meet") and draft.date is not None
    in_person = last.family == "contact" and (last.kind in _IN_PERSON or last.place is not None)
    spoke = frame.rule in ("speak-call", "telephone-call")
    return (
        in_person and frame.kind == "call" and (spoke or (frame.rule.endswith("-noun-call") and draft.date is not None))
    )


def _are_leaders_named_since(frame: Frame, parties: list[Party], last: Draft) -> bool:
    """Read "X met Y. Z and W are at odds. The two leaders will meet": Z and W, who were named side by side since."""
    told = any(frame.lx.lower(a.first, a.last) in ("the two leaders", "both leaders") for a in frame.actors)
    heads = [one for one in parties if one.person is not None and one.person.rank == "head"]
    return told and len(heads) == len(parties) == PAIR and {one.side for one in heads} != last.sides


class Retelling(Visiting):
    """Takes up an event that was told of before."""

    def _again(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """Read "The two leaders discussed ...": the event told of last, told again."""
        if others := self._others_of_three(frame):
            return [self._draft(frame, others)]
        last = self._event_meant(frame)
        if last is None:
            told = self._journey_of_both(frame) or self._of_two_states(frame, parties) or self._of_correspondents(frame)
            told = told or self._two_unnamed(frame)
            return told or ([self._draft(frame, parties)] if any(party.of_states for party in parties) else [])
        if frame.kind == "visit" or last.kind == "letter":  # "they departed for Oslo"
            if frame.kind == "call":
                last.kind = "call"
            return self._journey_of_both(frame)
        if self._is_of_others(frame, last) or _is_spoken_elsewhere(frame):
            return []
        if _are_leaders_named_since(frame, parties, last):
            return [self._draft(frame, parties)]
        return self._told_again(frame, parties, last)

    def _others_of_three(self, frame: Frame) -> list[Party]:
        """Read "X met Y and Z. X hoped the two would meet": two of those before, without the one who says so."""
        pair = next((a for a in frame.actors if a.kind == "pronoun" and a.count == PAIR), None)
        return self._resolver.others_of_three(frame.lx, pair.first) if pair is not None else []

    def _event_meant(self, frame: Frame) -> Draft | None:
        """Return the event that is told again: the one told of last, or the last of two who hold that office."""
        pair = next((a for a in frame.actors if a.kind == "role" and a.plural and a.count == PAIR), None)
        recent = self._before_plans(frame) or self._recent
        if (
            recent is None
            or pair is None
            or pair.sides
            or frame.rule.startswith("discuss")
            or _is_of_pair(recent, pair)
        ):
            return recent
        return next((one for one in reversed(self._earlier()) if _is_of_pair(one, pair)), recent)

    def _before_plans(self, frame: Frame) -> Draft | None:
        """Read "X met Y to discuss the upcoming visit of Z. The two also spoke of trade": X and Y, who have met."""
        recent, two = self._recent, any(a.count == PAIR for a in frame.actors)
        if recent is None or recent.kind != "visit" or recent.status not in _TO_COME or not two:
            return None
        if frame.kind == "visit" or frame.status != "held":
            return None
        met = (one for one in reversed(self._earlier()) if one.status == "held" and one.kind != "visit")
        return next((one for one in met if len([p for p in one.parties if p.person]) == PAIR), None)

    def _earlier(self) -> list[Draft]:
        """The contacts told of before."""
        return []

    def _told_again(self, frame: Frame, parties: list[Party], last: Draft) -> list[Draft]:
        parties = [*self._carried(frame, last), *[p for p in parties if p.side]]
        draft = self._draft(frame, parties)
        if _is_besides(frame, draft, last):
            return [draft]
        draft.earlier = draft.earlier or (last.earlier and draft.date is None)
        if (frame.rule.startswith("discuss") and draft.status != "held") or not _is_of(frame, draft, last):
            return []
        if not dates_fit(last.date, draft.date):
            return [self._of_the_states(frame, draft)]
        if draft.status == "held" and draft.family in ("contact", "call") and last.family in ("contact", "call"):
            draft.kind = last.kind
        _date_paper(draft, last, frame.lx.lower(0, frame.at))
        return [draft]

    def _journey_of_both(self, frame: Frame) -> list[Draft]:
        """Read "The two are due to visit Oslo"."""
        if frame.kind != "visit" or not frame.places:
            return []
        both = self._resolver.both(frame.lx, frame.actors) or self._of_that_rank(frame)
        return self._visits(frame, self._draft(frame, both)) if both else []

    def _of_that_rank(self, frame: Frame) -> list[Party]:
        """Read "Both ministers will be in Oslo": the two of a contact told of before."""
        pair = next((a for a in frame.actors if a.kind == "role" and a.plural and a.count == PAIR), None)
        event = self._event_meant(frame) if pair is not None else None
        return list(event.parties) if pair is not None and event is not None and _is_of_pair(event, pair) else []

    def _of_correspondents(self, frame: Frame) -> list[Draft]:
        """Read "X received a letter from Y. The two presidents will meet"."""
        pair = next((a for a in frame.actors if a.kind == "role" and a.plural and a.count == PAIR), None)
        if pair is None or pair.sides or frame.kind == "visit" or frame.status not in ("planned", "proposed"):
            return []
        letter = next((one for one in reversed(self._letters()) if _is_of_pair(one, pair)), None)
        return [self._draft(frame, list(letter.parties))] if letter is not None else []

    def _letters(self) -> list[Draft]:
        """The letters told of before."""
        return []

    def _is_of_others(self, frame: Frame, last: Draft) -> bool:
        """Read "recalling their last meeting", "the three leaders" of an event of two: another is told of."""
        if frame.lx.lows[frame.at - 1] in _BEFORE_THIS and frame.status in ("held", ""):
            return True
        if frame.kind == "agreement" and _ANOTHER_PAPER.search(frame.lx.lower(0, frame.at)) is not None:
            return True
        wanted = next((a.count for a in frame.actors if a.count > 1), 0)
        persons = len([p for p in last.parties if p.person])
        return bool(wanted) and len(last.sides) not in (0, wanted) and persons != wanted

    def _are_those_before(self, frame: Frame, parties: list[Party]) -> bool:
        """Read "the Presidents signed a declaration between Kenya and Sweden": those of both states told of before."""
        last = self._recent
        if last is None or not any(a.kind == "role" and a.plural and a.determiner == "the" for a in frame.actors):
            return False
        sides = {party.side for party in parties if party.side}
        return sides == last.sides and all(party.person is None for party in parties)

    def _of_the_states(self, frame: Frame, draft: Draft) -> Draft:
        """Read "the two countries concluded a round of talks last month": another event, whose persons are not told."""
        words = " ".join(frame.lx.lower(a.first, a.last + 1) for a in frame.actors)
        if _STATES.search(words) is None:
            return draft
        sides = sorted({p.side: p for p in draft.parties if p.side}.items())
        return replace(draft, parties=[Party(side, p.start, p.end) for side, p in sides])

    def _of_two_states(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """Read "talks between the two countries", "the ministers of both, X and Y": the two named last, X and Y."""
        lx = frame.lx
        counted = (a for a in frame.actors if a.count == PAIR or a.determiner == "both")
        of_two = (a for a in frame.actors if _OF_TWO.search(lx.lower(a.first, a.last + PAIR)))
        actor = next((a for a in (*counted, *of_two)), None)
        if actor is None or _STATES.search(lx.lower(actor.first, actor.last + PAIR)) is None:
            return []
        span = lx.starts[actor.first], lx.ends[actor.last - 1]
        states = self._resolver.two_states(lx, actor.first)
        named = [party for party in parties if party.named]
        return [self._draft(frame, [*(Party(state, *span) for state in states), *named])] if states else []

    def _two_unnamed(self, frame: Frame) -> list[Draft]:
        """Read "The two presidents met": parties that the text never names."""
        pair = next((a for a in frame.actors if a.count == PAIR and not a.sides), None)
        if pair is not None and (two := self._resolver.pair(frame.lx, pair.first)):
            return [self._draft(frame, two)]
        actor = next(
            (a for a in frame.actors if a.office in TOP and a.plural and (a.count > 1 or a.determiner == "both")), None
        )
        if actor is None or frame.rule.startswith("discuss"):
            return []
        if actor.count == PAIR and (two := self._resolver.pair(frame.lx, actor.first)):
            return [self._draft(frame, two)]
        span = frame.lx.starts[actor.first], frame.lx.ends[actor.last - 1]
        return [self._draft(frame, [Party("", *span, None, actor.capacity, actor.office, actor.rank, actor.count)])]

    def _give_signer_side(self, frame: Frame, parties: list[Party]) -> None:
        """Read "It was signed by the ambassador of Japan and Secretary X": of the two states told of before."""
        own = {party.side for party in parties if party.side}
        others = [party for party in parties if not party.side and (party.office or party.capacity)]
        if len(own) != 1 or len(others) != 1:
            return
        states = self._resolver.two_states(frame.lx, 0)
        if len(states) == PAIR and own < set(states):
            others[0].give_side(next(state for state in states if state not in own))

    def _carried(self, frame: Frame, last: Draft) -> list[Party]:
        """The parties of the event told of last, as far as they are the presidents, ministers or leaders meant."""
        if (others := _holders_of_another_office(frame, last)) is not None:
            who = others.capacity, others.office, others.rank
            return [Party(p.side, p.start, p.end, None, *who) for p in _one_a_side(last.parties)]
        words = " ".join(frame.lx.lower(a.first, a.last) for a in frame.actors)
        office = next(
            (
                rank
                for word, rank in (
                    ("president", "head"),
                    ("minister", "minister"),
                    ("heads", "head"),
                    ("leader", "head"),
                )
                if word in words
            ),
            "",
        )
        if not office or not any(p.person and p.rank for p in last.parties):
            return list(last.parties)
        fitting = [p for p in last.parties if p.rank in (office, "") or p.capacity in LIKE]
        if any(p.person for p in fitting):
            return fitting
        if frame.status == "held":
            return list(last.parties)
        capacity, unnamed = ("president", "head-of-state") if "president" in words else ("", "")
        return [Party(p.side, p.start, p.end, None, capacity, unnamed, office) for p in _one_a_side(last.parties)]


def _one_a_side(parties: list[Party]) -> list[Party]:
    return [party for _, party in sorted({p.side: p for p in parties if p.side}.items())]


def _is_of_pair(event: Draft, pair: Actor) -> bool:
    """Whether an event is of two named ones of two states who hold the office of which there are said to be two."""
    named = [party for party in event.parties if party.person is not None and party.side]
    office = pair.office if pair.office in _TOLD_APART else ""
    fits = all(one.office == office if office else one.rank == pair.rank for one in named)
    return len(named) == PAIR == len({one.side for one in named}) and fits


def _holders_of_another_office(frame: Frame, last: Draft) -> Actor | None:
    """Read "The foreign ministers of the two countries met on Sunday" after a meeting of their presidents."""
    if not frame.actors or not are_all_heads(last.parties):
        return None
    if all(a.kind == "role" and a.plural and is_other_minister(a, last.parties) for a in frame.actors):
        return frame.actors[0]
    officials = all(a.plural and not a.determiner and _OFFICIALS.search(a.capacity) for a in frame.actors)
    return frame.actors[0] if officials and frame.status in ("held", "") else None

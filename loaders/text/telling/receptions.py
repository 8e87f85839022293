"""Verbs of receiving: guests, letters, calls; and of calling on a host."""

from __future__ import annotations

import re

from loaders.text.clause.adverbials import are_adverbials
from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.lexis.clause_words import COURTESY, LETTERS
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart

_CALL = Trigger("receive-call", "verb", "call", "call")
_COURTESY = Trigger("receive-courtesy", "verb", "receive", "meeting")
_STAY = Trigger("receive-in", "verb", "travel", "visit")
"""Read "will be welcomed in Oslo", where nobody is said to do so."""
_LETTER = Trigger("receive-letter", "verb", "letter", "letter")
_BY_WHOM = re.compile("(?:p?m+)?y")
"""Read "was called upon on Monday by"."""
_PAPERS = frozenset({"credence", "credentials"})
_GIVEN = frozenset(
    {"receive", "receives", "received", "receiving", "given", "gave", "gives", "give", "accorded", "accords", "accord"}
    | {"extended", "extends"}
)
_HOLDING = frozenset(
    {"host", "hosts", "hosted", "hold", "holds", "held", "chaired", "chairs", "organised", "organized"}
)
_OF_COURTESY = r"|(?:an? |the )(?:\w+ )?(?:courtesy|farewell|introductory|protocol) "
_A_CALL = re.compile(r"(?:an? |the )?(?:\w+ ){0,2}calls?(?: \w+){0,3}? (?:from|by)\b" + _OF_COURTESY + r"calls? of\b")
_A_VISIT = re.compile(r"(?:an? |the )(?:\w+ ){0,2}visit (?:from|by)\b" + _OF_COURTESY + r"visit of\b")
"""Read "received a call from X", "received the courtesy visit of X"."""
_PURPOSES = frozenset(
    {"brief", "congratulate", "convey", "deliver", "discuss", "exchange", "greet", "hand", "present", "thank"}
    | {"bid", "apprise", "condole", "introduce", "felicitate"}
)
"""What one calls on a host for."""
_BODIES = frozenset(
    {"government", "governments", "administration", "leadership", "parliament", "authorities", "presidency"}
)
"""To welcome them is to be glad of them."""
_IN_WORDS = re.compile(
    r"\b(?:would|'d|’d) (?:first )?(?:like|wish) to (?:\w+ ){0,4}?(?:welcome|greet)$"
    r"|\blet me (?:\w+ ){0,3}?(?:welcome|greet)$"
)
"""Read "I would like to welcome": with these words he does."""


class Receptions(Clause):
    """Readers of receptions."""

    def _read_receive(self, at: int, trigger: Trigger) -> Frame | None:
        if trigger.lemma == "receive" and (sent := self._received_paper_or_call(at)) is not None:
            return sent
        if self.lx.lows[at + 1 : at + 3] == ["in", "audience"]:
            at += 2
        if self._is_passive(at):
            return self._received_by(at, trigger)
        host, guests = self._left(at), [a for a in self._right(at, {""}) if self._is_guest(a)]
        papers = self.lx.lows[at + 1 :] if "who" in self.lx.lows else self.lx.lows[at + 1 : at + 6]
        guests = guests if _PAPERS.isdisjoint(papers) else []  # "received X and Y, who presented their credentials"
        if not guests or guests[0].first > at + VERY_FAR + FAR or not (host or self.passage.role == "headline"):
            return None
        if guests[0].kind == "pronoun" and not any(a.kind in ("person", "role") for a in host):
            return None
        if trigger.lemma == "host" and all(a.kind == "side" for a in guests):
            return None
        before = "" if _IN_WORDS.search(self._before(at)) else self._before(at)
        return self._make(at, trigger, host + guests, before, hosts=host)

    def _read_welcome(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "received a ceremonial welcome in Oslo", "was accorded a state welcome by King X"."""
        before = range(at - 1, max(-1, at - VERY_FAR), -1)
        verb = next((i for i in before if self.lx.lows[i] in _GIVEN or self.lx.lows[i] in _HOLDING), -1)
        if verb < 0:
            return None
        if self.lx.lows[verb] in _HOLDING:
            return self._welcomed_by(at, verb, trigger)
        taken = self.lx.lows[verb].startswith("receiv") or self._is_passive(verb)
        left, right = self._left(verb), self._right(verb, {""})
        by = next((g.actors for g in self.groups if g.first > at and g.governor in ("by", "from")), [])
        hosts = [a for a in by if a.kind in ("person", "role")] if taken else left
        guests = [a for a in (left if taken else right or self._right(at, {"to"})) if a.kind in ("person", "role")]
        if not guests or guests == hosts:
            return None
        if hosts:
            return self._make(verb, trigger, guests + hosts, self._before(verb), hosts=hosts)
        to = [w for w in self.places if at < w.item <= at + FAR and w.governor in ("in", "at")][:1]
        return self._make(verb, _STAY, guests, self._before(verb), places=to) if to else None

    def _welcomed_by(self, at: int, verb: int, trigger: Trigger) -> Frame | None:
        """Read "hosted a welcome ceremony for President X": he was received."""
        ceremony = "ceremony" in self.lx.lower(at, at + NEAR)
        hosts = [a for a in self._left(verb) if a.kind in ("person", "role")] if ceremony else []
        guests = next((g.actors for g in self.groups if at < g.first <= at + VERY_FAR and g.governor == "for"), [])
        guests = [a for a in guests if a.kind in ("person", "role")]
        if not (hosts and guests) or self._is_passive(verb):
            return None
        return self._make(verb, trigger, guests + hosts, self._before(verb), hosts=hosts)

    def _read_receive_to(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "played host to President X", "rolled out the red carpet for X"."""
        if self.lx.lows[at].startswith("roll") and "carpet" not in self.lx.lows[at : at + FAR]:
            return None
        host, guests = self._left(at), [a for a in self._right(at, {"to", "for"}) if self._is_person(a)]
        return self._make(at, trigger, host + guests, self._before(at), hosts=host) if host and guests else None

    def _is_person(self, actor: Actor) -> bool:
        """A person, an office, or "his Chilean counterpart"."""
        return actor.kind in ("person", "role") or is_counterpart(self.lx, actor)

    def _received_by(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.codes[at - 1 : at] == "x" and not self._has_be(max(0, at - 3), at):
            return None  # "a statement received by the agency"
        hosts = self._right(at, {"by"})
        guests = self._left(at)
        if not guests and self.lx.lows[at - 2 : at] == ["to", "be"]:
            guests = [Actor(at - 1, at, kind="pronoun", determiner="i")]  # "it was great to be welcomed by X"
        parties = guests + self._right(at, {"by", "with"})
        if not hosts and trigger.lemma != "receive-by":
            to = [w for w in self.places if at < w.item <= at + NEAR and w.governor in ("in", "at", "to")][:1]
            people = [a for a in guests if a.kind != "side"]
            return self._make(at, _STAY, people, self._before(at), places=to) if people and to else None
        frame = self._make(at, trigger, parties, self._before(at), hosts=hosts)
        if frame.status == "held" and self.lx.codes[at - 1 : at] == ",":
            frame.status = self._told_of(guests) or "held"  # "is to arrive on Monday, hosted by X"
        return frame

    def _received_paper_or_call(self, at: int) -> Frame | None:
        """Read "received a letter from X", "received a phone call from X"."""
        what = self._object_noun(at, LETTERS)
        written = what >= 0 and "credence" not in self.lx.lows[what : what + NEAR]
        if written and self._is_passive(at):
            return self._was_received(at)
        hosts = [a for a in self._left(at) if a.kind != "side"]
        visited = bool(hosts) and self._has_object(at, _A_VISIT)
        if not (written or visited or self._has_object(at, _A_CALL)):
            return None
        governors = ("from",) if written else ("from", "by", "of")
        groups = [g for g in self.groups if g.first > at and g.governor in governors and not self._is_place(g)]
        sender = [a for g in groups for a in g.actors]
        if not sender:
            return None
        if visited:
            return self._make(at, _COURTESY, hosts + sender, self._before(at), hosts=hosts)
        kind = _LETTER if written else _CALL if COURTESY.isdisjoint(self.lx.lows[at : at + FAR]) else _COURTESY
        frame = self._make(at, kind, self._left(at) + sender, self._before(at))
        frame.separate = frame.separate or (kind is _CALL and "calls" in self.lx.lows[at : sender[0].first])
        return frame

    def _was_received(self, at: int) -> Frame | None:
        """Read "a message was received from X": by whom it is told, where nobody else is."""
        senders = [a for a in self._right(at, {"from"}) if a.kind in ("person", "role")]
        receivers = self._right(at, {"by"})
        frame = self._make(at, _LETTER, receivers + senders, self._before(at)) if senders else None
        if frame is not None:
            frame.home_takes_part = not receivers
        return frame

    def _has_object(self, at: int, phrase: re.Pattern[str]) -> bool:
        """Read "received (on Tuesday, 9 May,) a call from": whether such a phrase stands behind where and when."""
        ends = range(at + 1, min(at + FAR + NEAR, len(self.lx)))
        begins = (i for i in ends if i == at + 1 or are_adverbials(self.lx, at + 1, i))
        return any(phrase.match(self.lx.lower(i, i + FAR + PAIR)) for i in begins)

    def _is_guest(self, actor: Actor) -> bool:
        """Whether one is received: not "it", not "the new government", not the first part of "Iran's visit"."""
        if actor.determiner in ("it", "i", "we") and actor.kind == "pronoun":
            return False
        if actor.kind == "group" and self.lx.lows[actor.last - 1] in _BODIES:
            return self.lx.lows[actor.first] == "members"
        return self.lx.codes[actor.last : actor.last + 1] != "'"

    def _called_on_by(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "was called upon by Ambassador X": whom he called on is the host."""
        guests = next((g.actors for g in self.groups if g.governor == "by" and g.first > at), [])
        guests = [a for a in guests if a.kind in ("person", "role", "group")]
        hosts = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        bid = bool(guests) and self.lx.lows[guests[-1].last : guests[-1].last + 1] == ["to"]
        if bid or not (hosts and guests):
            return None
        return self._make(at, trigger, hosts + guests, self._before(at), hosts=hosts)

    def _read_drop_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "dropped in (unannounced) on President X": he is the host."""
        return self._on_host(at, at + PAIR, trigger)

    def _read_call_apart(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "called separately on President X": "called on", with words between."""
        adverb = self.lx.lows[at + 1 : at + PAIR]
        apart = bool(adverb) and (adverb[0].endswith("ly") or adverb[0] in ("yesterday", "today"))
        return self._on_host(at, at + 1, trigger) if apart else None

    def _on_host(self, at: int, first: int, trigger: Trigger) -> Frame | None:
        """A call of the subject on whom "on" governs, behind adverbs that begin here."""
        first += self.lx.lows[first : first + 1] != [] and self.lx.lows[first].endswith("ly")
        near = range(first, min(first + NEAR, len(self.lx)))
        on = next((i for i in near if self.lx.lows[i] in ("on", "upon")), -1)
        if on < 0 or not (on == first or are_adverbials(self.lx, first, on)):
            return None
        hosts = [a for a in self._right(on - 1, {"on", "upon"}) if a.kind in ("person", "role", "pronoun") or a.sides]
        guests = self._left(at)
        if not (guests and hosts) or self.lx.lows[hosts[-1].last : hosts[-1].last + 1] == ["to"]:
            return None
        return self._make(at, trigger, guests + hosts, self._before(at), hosts=hosts)

    def _is_asked_to(self, called: list[Actor]) -> bool:
        """Read "called on President X to resign"; one calls on him "to discuss trade" or "to hand over a letter"."""
        follows = (self.lx.lows[one.last : one.last + PAIR + 1] for one in (called[0], called[-1]))
        bidding = ([word for word in words if word != '"'][:PAIR] for words in follows)
        return any(words[:1] == ["to"] and words[1:] and words[1] not in _PURPOSES for words in bidding)

    def _read_receive_by(self, at: int, trigger: Trigger) -> Frame | None:
        if _BY_WHOM.match(self.lx.codes, at + PAIR) and self._has_be(max(0, at - NEAR), at):
            return self._called_on_by(at, trigger)
        objects = [
            a for a in self._right(at + 1, {"", "on", "upon"}) if a.kind in ("person", "role", "group", "pronoun")
        ]
        objects = [a for a in objects if a.kind != "group" or a.sides]
        subject = self._left(at)
        if not objects or not subject or self._is_asked_to(objects):
            return None
        return self._make(at, trigger, subject + objects, self._before(at), hosts=objects)

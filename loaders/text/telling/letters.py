"""Letters and messages that are sent, and those who are sent."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.lexis.clause_words import LETTERS
from loaders.text.lexis.distances import NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.lexis.words import word_class
from loaders.text.telling.on_the_line import is_by_phone
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_SIGNAL = re.compile(
    r"\b(?:clear|strong|stronger|tough|powerful|firm|wrong|mixed|blunt|sharp|stern|unequivocal|unmistakable|positive"
    r"|important|political|different|same|such an?) $"
)
"""Read "sent Iran a tough message": a signal, no letter."""
_BY_PHONE = re.compile(
    r"\b(?:by|over the) (?:tele)?phone\b|\bin an? (?:\w+ )?(?:tele)?(?:phone )?(?:call|conversation)\b"
)
_OF_ANOTHER = re.compile(r"\b(?:after|before|when|while|who|which|had)\b")
_ENVOYS = re.compile(
    r"(?:[\w-]+ ){0,4}?"
    r"(?:delegations?|envoys?|emissar(?:y|ies)|mission|negotiators|diplomats|ministers?|advis[eo]rs?|secretary|deputy|officials?|team)\b"
)
_SENT = Trigger("sent", "verb", "travel", "visit")
_DISPATCH = Trigger("dispatch", "verb", "travel", "visit")
_CALL = Trigger("call-to", "verb", "call", "call")
_CARRIED = Trigger("letter-carried", "verb", "send", "letter")
_WRITTEN = frozenset({"letter", "letters", "message", "messages"})
_BRINGING = frozenset({"bearing", "bringing", "convey", "deliver", "hand"})
"""Verbs of one who brings what another wrote; greetings are brought too, and are no letter."""
_TO_AND_FROM = ("to", "with", "from")
_ADDRESSED = frozenset({"addressed", "sent", "written", "dated"})
_TELLING = word_class("telling beside")
_SAYS = re.compile(
    r"(?:\S+ ){0,3}?(?:said|says|called|calls|warned|warns|urged|urges|asked|asks|reads?|stated|states)\b"
)
"""What a letter does that a sentence begins with."""
_ASKING = frozenset({"asked", "urged", "told", "invited", "thanked", "assured", "informed", "warned", "congratulated"})
_CALLED_TO = (["called", "to"], ["calls", "to"], ["phoned", "to"], ["telephoned", "to"], ["phones", "to"])


class Letters(Clause):
    """Readers of letters."""

    def _read_send(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._object_noun(at, LETTERS)
        if what < 0 or (self.lx.codes[max(0, what - PAIR) : what] in ("wt", "ww") and self._dispatch(at) is not None):
            return self._dispatch(at)  # "sent his minister to Oslo with a message"
        if self._is_no_letter(at, what):
            return None
        if by_phone := _BY_PHONE.search(words := self.lx.lower(what, len(self.lx))):
            if _OF_ANOTHER.search(words, 0, by_phone.start()):
                return None
            trigger = _CALL  # "offered his condolences in a phone call"
        receivers = self._right(at, {"", "to", "with"}) + [
            a
            for g in self.groups
            if g.first > what
            and (g.governor in _TO_AND_FROM or self._is_for(what, g))
            and g.first < self._stop(what) + 1
            for a in g.actors
        ]
        receivers = receivers or self._told_in(what)
        passive = self._is_passive(at)
        sender = self._right(at, {"from", "by"}) if passive else self._left(at)
        if passive and not sender:  # "A letter from X was handed to Y"
            sender = [a for g in self.groups if what < g.first < at and g.governor == "from" for a in g.actors]
        if passive and not sender:  # "was sent to Y on behalf of X"
            sender = [a for g in self.groups if self._is_on_behalf(g) for a in g.actors]
        written = [] if passive else self._written_by(what)
        if written and all(a in written for a in receivers):
            receivers = self._host_of_bearer(at) or receivers
        if written and any(a not in written for a in receivers):
            trigger, sender = _CARRIED, _of_bearer(written, sender)
        receivers = [a for a in receivers if a not in sender]
        unsaid = passive and not sender and any(a.kind in ("person", "role") and a.office for a in receivers)
        if self.lx.lows[at].startswith("express") and all(a.kind == "side" for a in receivers):
            return None  # sympathy with a state is no letter
        if not receivers or not (sender or unsaid or self.passage.role == "headline"):
            return None
        before = self._before(at)
        if self.lx.lows[at].startswith("offer"):
            before = before.removesuffix(self.lx.lows[at])  # "offered his condolences" sent them
        frame = self._make(at, trigger, sender + receivers, before)
        frame.home_takes_part = unsaid  # who tells of it has sent it
        frame.definite = self.lx.lows[what] in _WRITTEN and self.lx.lows[what - 1] == "the" and not written
        return frame

    def _told_in(self, what: int) -> list[Actor]:
        """Read "replied with a cable thanking Minister X": to whom it says something."""
        near = (g for g in self.groups if what < g.first <= what + NEAR and self.lx.lows[g.first - 1] in _TELLING)
        return [a for a in next((g.actors for g in near), []) if a.kind in ("person", "role")]

    def _is_no_letter(self, at: int, what: int) -> bool:
        """Read "asked him to convey his greetings to", "sent a tough message to", "his Letters of Credence to"."""
        if "credence" in self.lx.lows[what : what + NEAR]:
            return True
        if self.lx.lows[at] in _BRINGING:
            return self.lx.lows[what] not in _WRITTEN
        signal = _SIGNAL.search(self.lx.lower(max(0, what - 4), what) + " ")
        return self.lx.lows[what].startswith("message") and signal is not None

    def _is_for(self, what: int, group: Group) -> bool:
        """Read "handed over a message for President X"."""
        return group.governor == "for" and self.lx.lows[what + 1] == "for" and self.lx.lows[what] in _WRITTEN

    def _is_on_behalf(self, group: Group) -> bool:
        return self.lx.lower(group.first - NEAR, group.first).removesuffix(" the").endswith("behalf of")

    def _written_by(self, what: int) -> list[Actor]:
        """Read "conveyed to him a message from President X": of X, not of the one who carries it."""
        by_whom = self.lx.lows[what + 1 : what + PAIR]
        if by_whom not in (["from"], ["of"]) or self.lx.lows[what] not in _WRITTEN:
            return []
        by = (a for g in self.groups if what < g.first <= what + NEAR and g.governor == by_whom[0] for a in g.actors)
        return [a for a in by if a.kind in ("person", "role")]

    def _host_of_bearer(self, at: int) -> list[Actor]:
        """Read "X received Y, who handed over a message from Z": it is for X."""
        if self.lx.lows[self._verb_group(at) - 1] != "who" or not self.groups:
            return []
        return [a for a in self.groups[0].actors if a.kind in ("person", "role") and self.groups[0].first <= PAIR]

    def _dispatch(self, at: int) -> Frame | None:
        """Read "is sending a delegation to Oslo": a journey of those who are sent."""
        to = [w for w in self.places if at < w.item < self._stop(at) and w.governor == "to"][:1]
        sent = self.lx.lows[at].startswith(("sen", "dispatch"))
        done = self.lx.lows[at] in ("sent", "dispatched")
        if done and to and self._has_be(max(0, at - NEAR), at):  # "was sent to Oslo"
            near = (a for a in self._left(at) if self._verb_group(at) - a.last <= 1)
            gone = [a for a in near if a.kind in ("person", "role", "group")]
            return self._make(at, _SENT, gone, self._before(at), places=to) if gone else None
        if not sent or not to or not _ENVOYS.match(self.lx.lower(at + 1, to[0].item)):
            return None
        senders = self._left(at)
        envoys = [a for a in self._right(at, {""}) if a.kind in ("person", "role") and sides_of(a) and not a.plural]
        if senders and envoys and envoys[-1].last <= to[0].item:
            return self._make(at, _SENT, envoys, self._before(at), places=to)
        return self._make(at, _DISPATCH, senders, self._before(at), places=to) if senders else None

    def _read_exchange(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "X and Y exchanged messages"."""
        subject = self._left(at) + self._right(at, {"with"})
        if self._is_passive(at):
            subject = self._right(at, {"between", "by"})  # "messages were exchanged between Peru and Chile"
        if self._object_noun(at, LETTERS) < 0 or len(subject) <= 1:
            return None
        frame = self._make(at, trigger, subject, self._before(at))
        frame.kind = "call" if is_by_phone(self.lx, at) else frame.kind  # "exchanged greetings by telephone"
        return frame

    def _read_write(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "wrote to the chairman of the Commission"."""
        cabled = self.lx.lows[at].startswith("cable")
        receivers = [a for a in self._right(at, {"", "to"} if cabled else {"to"}) if self._gets_letters(a)]
        sender = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun", "group", "side")]
        if not receivers or not sender or receivers[0].first > at + NEAR:
            return None
        return self._make(at, trigger, sender + receivers, self._before(at))

    def _gets_letters(self, actor: Actor) -> bool:
        return actor.kind in ("person", "role") or "counterpart" in self.lx.lows[actor.first : actor.last]

    def _read_congratulate(self, at: int, trigger: Trigger) -> Frame | None:
        governors = {"with"} if self.lx.lows[at].startswith("condole") else {""}
        receivers = [a for a in self._right(at, governors) if a.kind in ("person", "role")]
        sender = [a for a in self._left(at) if a.kind in ("person", "role")]
        if self.lx.lows[at - 2 : at] in _CALLED_TO:
            trigger = _CALL
        return self._make(at, trigger, sender + receivers, self._before(at)) if receivers and sender else None

    def _written_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "in a letter to the Secretary-General, X complained of"."""
        addressed = self.lx.lows[at + 1 : at + 2] and self.lx.lows[at + 1] in _ADDRESSED
        receivers = self._right(at + 1, {"to"}) if addressed else self._right(at, {"to"}, noun=True)
        by = next((g for g in self.groups if g.last == at - 2 and g.governor == "by"), None)  # "laid down by X in a"
        subject = by.actors if by is not None else self._clause_subject(at)
        receivers = receivers or self._asked_in(at, subject)
        if self.lx.codes[at - 1] == "h":
            receivers = [a for a in receivers if a.kind in ("person", "role")]  # not "in his message to the nation"
        sender = [a for a in subject if a.kind in ("person", "role", "side") and a not in receivers]
        sender = [a for a in sender if a.office != "chief-executive"]  # "the president of the growers' association"
        return self._make(at, trigger, sender + receivers, "") if receivers and sender else None

    def _asked_in(self, at: int, subject: list[Actor]) -> list[Actor]:
        """Read "In a letter dated 3 May, X asked President Y for help": whom."""
        verb = max((a.last for a in subject), default=0)
        if verb <= at or self.lx.lows[verb : verb + 1] == [] or self.lx.lows[verb] not in _ASKING:
            return []
        told = next((g.actors for g in self.groups if g.first == verb + 1 and not g.possessive), [])
        return [a for a in told if a.kind in ("person", "role")]

    def _read_letter_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Condolences to President X", "Message from X to Y", as a headline."""
        if self.lx.codes[at - 2 : at] in ("pt", "ph") and self.lx.lows[at - 2] == "in":
            return self._written_in(at, trigger)
        if at > NEAR:
            return None
        if self.passage.role != "headline":
            return self._letter_says(at, trigger)
        between = [g for g in self.groups if at < g.first <= self._stop(at) and g.governor in ("to", "from")]
        persons = [a for g in between for a in g.actors if a.kind in ("person", "role", "group")]
        both = persons if len(between) == PAIR else []  # "Message from X to Y"
        receivers = both or self._right(at, {"to", "from"}, noun=True)
        frame = self._make(at, trigger, receivers, "")
        frame.home_takes_part = bool(receivers) and not both
        return frame if receivers else None

    def _letter_says(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "A letter (dated Tuesday) from President X to Minister Y said"."""
        sender = next((g for g in self.groups if at < g.first <= at + VERY_FAR and g.governor == "from"), None)
        receiver = next((g for g in self.groups if sender is not None and g.first > sender.last), None)
        if sender is None or receiver is None or receiver.governor != "to" or self.lx.lows[at] not in _WRITTEN:
            return None
        if _SAYS.match(self.lx.lower(receiver.last, receiver.last + NEAR)) is None:
            return None
        return self._make(at, trigger, [*sender.actors, *receiver.actors], "")


def _of_bearer(written: list[Actor], bearer: list[Actor]) -> list[Actor]:
    """Read "Kuwait's minister handed over a message from the Amir": who wrote it is of the same side."""
    own = {one.sides for one in bearer if one.sides}
    for one in written:
        if len(own) == 1 and one.kind == "role" and not (one.sides or one.plural):
            one.sides = next(iter(own))
    return written

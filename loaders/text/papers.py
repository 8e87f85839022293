"""What is written: agreements signed, letters sent."""

from __future__ import annotations

import re

from loaders.text.accords import TRUCES, Accords
from loaders.text.clause_words import LETTERS
from loaders.text.distances import FAR, NEAR
from loaders.text.frame import Frame
from loaders.text.status import status_of
from loaders.text.triggers import Trigger, triggers
from loaders.text.words import word_class

_CAME_ABOUT = re.compile(r"\b(?:managed|able|succeed\w*|met|gather\w*|came|went|arriv\w*|travel\w*|flew)\b")
_EXCHANGED = frozenset(
    {"instruments", "notes", "memoranda", "memorandums", "mous", "documents", "agreements", "letters"}
)
_SIGNAL = re.compile(
    r"\b(?:clear|strong|stronger|tough|powerful|firm|wrong|mixed|blunt|sharp|stern|unequivocal|unmistakable|positive"
    r"|important|political|different|same|such an?) $"
)
"""Read "sent Iran a tough message": a signal, no letter."""
_DOCUMENTS = word_class("document")
_LONG_SIGNED = re.compile(r"\b(?:related|linked|anniversary|commemorat\w+|celebrat\w+|mark\w*|since)\b[^,;]* the$")
"""Read "the anniversary of the signing of", "events related to the signing of": it was signed before."""
_RELATIVE = re.compile(r"(?:^| ), (?:which|who|whose)\b")
"""What such a clause says is of later: "agreed on a truce, which could end the war"."""
_MADE_OF_IT = re.compile(
    r"\b(?:was|were|been|be|is) (?:\w+ )?(?:signed|reached|adopted|concluded|initialled|announced|agreed)\b"
    r"|\b(?:took|takes|take|taken) effect\b"
    r"|\b(?:came|comes|come|goes|went|go|entered|enters|enter) into (?:force|effect)\b"
)


_ENVOYS = re.compile(r"(?:[\w-]+ ){0,4}?(?:delegations?|envoys?|mission|negotiators|diplomats|ministers?)\b")
_DISPATCH = Trigger("dispatch", "verb", "travel", "visit")


class Papers(Accords):
    """Readers of agreements and letters."""

    def _read_sign(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._object_noun(at, _DOCUMENTS | TRUCES)
        if what < 0:
            return self._read_signed(at, trigger)
        if self._is_wish(at) or (self.lx.lows[at] == "signing" and _LONG_SIGNED.search(self._governing(at))):
            return None
        if self.lx.lows[at].startswith("conclud") and "with" in self.lx.lows[at + 1 : what]:
            return None  # "concluded the talks with statements"
        if trigger.lemma == "exchange" and self.lx.lows[what] not in _EXCHANGED:
            return None
        if self._is_passive(at):
            subject = self._right(at, {"by", "between"}) or self._right(at, {"with"})
        else:
            subject = self._left(at) + self._right(at, {"with", "between"})
            subject += self._right(what, {"with", "between"}, noun=True)
        subject += [] if len(subject) > 1 else self._adjective_sides(what)
        subject += self._other_party(what, subject)
        frame = self._make(at, trigger, subject, self._before(at))
        frame.anaphor = frame.anaphor or (not subject and self._is_passive(at))
        frame.document = self._noun_phrase(what)
        return frame

    def _read_signed(self, at: int, trigger: Trigger) -> Frame | None:
        """Read the participle: "the accord, signed on Friday by A and B"."""
        what, parties = self._signed_by_others(at) if trigger.lemma == "sign" else (-1, [])
        if what < 0:
            return None
        frame = self._make(at, trigger, parties, "")
        frame.document = self._noun_phrase(what)
        return frame

    def _is_wish(self, at: int) -> bool:
        """Read "efforts to conclude a deal": an infinitive that no word says came about or is planned."""
        before = self._before(at).removesuffix(self.lx.lows[at]).strip()
        return before.endswith("to") and not status_of("before", before) and not _CAME_ABOUT.search(before)

    def _noun_phrase(self, at: int) -> str:
        first = at
        while (
            first > 0
            and self.lx.codes[first - 1] in "xaBNDC-n"
            and at - first < FAR
            and self.lx.lows[first - 1] not in triggers()
        ):
            first -= 1
        return self.lx.words(first, at + 1)

    def _read_document_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "an agreement between A and B was reached": the noun with a verb of making after it."""
        lx = self.lx
        after = _RELATIVE.split(lx.lower(at + 1, at + 14), maxsplit=1)[0]
        before = lx.lower(max(0, at - 5), at)
        made = _MADE_OF_IT.search(after)
        reach = re.search(
            r"\b(?:agreed (?:to|on|upon)|"
            r"welcom\w+|hail\w+|prais\w+|"
            r"reach(?:ed)?|conclud(?:e|ed)|struck|strikes?|sealed|clinch(?:es|ed)?|result(?:ed)? in|produced|announced|"
            r"ended (?:in|with) the signing of)\b[^.]{0,30}$",
            before,
        )
        if (not made and not reach) or re.search(r"\b(?:to|not|without) (?:reach|conclud|strik|seal|sign)\w*", before):
            return None
        actors = self._right(at, {"between", "with", "among"}, noun=True)
        if reach and len(actors) <= 1:
            light = next(
                (
                    i
                    for i in range(at - 1, max(-1, at - 6), -1)
                    if lx.lows[i]
                    in (
                        "reach",
                        "reached",
                        "concluded",
                        "conclude",
                        "struck",
                        "strike",
                        "strikes",
                        "sealed",
                        "announced",
                        "agreed",
                        "clinch",
                        "clinches",
                        "clinched",
                    )
                ),
                -1,
            )
            actors = (self._left(light) if light >= 0 else []) + actors
        actors += self._adjective_sides(at) if len(actors) <= 1 else []
        if len(actors) <= 1 and not any((a.plural or a.kind == "group") and a.sides for a in actors):
            return None
        words = " ".join([before, after])
        return self._make(
            at,
            trigger,
            actors,
            words if re.search(r"\b(?:will|would|may|could|hope\w*|expected|to be|failed|not)\b", words) else "",
        )

    def _read_send(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._object_noun(at, LETTERS)
        if what < 0:
            return self._dispatch(at)
        if self.lx.lows[what].startswith("message") and _SIGNAL.search(self.lx.lower(max(0, what - 4), what) + " "):
            return None
        receivers = self._right(at, {"", "to", "with"}) + [
            a
            for g in self.groups
            if g.first > what and g.governor in ("to", "with", "from") and g.first < self._stop(what) + 1
            for a in g.actors
        ]
        sender = self._right(at, {"from", "by"}) if self._is_passive(at) else self._left(at)
        receivers = [a for a in receivers if a not in sender]
        if self.lx.lows[at].startswith("express") and all(a.kind == "side" for a in receivers):
            return None  # sympathy with a state is no letter
        if not receivers or (not sender and self.passage.role != "headline"):
            return None
        before = self._before(at)
        if self.lx.lows[at].startswith("offer"):
            before = before.removesuffix(self.lx.lows[at])  # "offered his condolences" sent them
        return self._make(at, trigger, sender + receivers, before)

    def _dispatch(self, at: int) -> Frame | None:
        """Read "is sending a delegation to Oslo": a journey of those who are sent."""
        to = [w for w in self.places if at < w.item < self._stop(at) and w.governor == "to"][:1]
        if not self.lx.lows[at].startswith("sen") or not to or not _ENVOYS.match(self.lx.lower(at + 1, to[0].item)):
            return None
        senders = self._left(at)
        return self._make(at, _DISPATCH, senders, self._before(at), places=to) if senders else None

    def _read_exchange(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "X and Y exchanged messages"."""
        subject = self._left(at) + self._right(at, {"with"})
        if self._object_noun(at, LETTERS) < 0 or len(subject) <= 1:
            return None
        return self._make(at, trigger, subject, self._before(at))

    def _read_write(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "wrote to the chairman of the Commission"."""
        receivers = [a for a in self._right(at, {"to"}) if a.kind in ("person", "role")]
        sender = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun", "group")]
        if not receivers or not sender or receivers[0].first > at + NEAR:
            return None
        return self._make(at, trigger, sender + receivers, self._before(at))

    def _read_congratulate(self, at: int, trigger: Trigger) -> Frame | None:
        receivers = [a for a in self._right(at, {""}) if a.kind in ("person", "role")]
        sender = [a for a in self._left(at) if a.kind in ("person", "role")]
        return self._make(at, trigger, sender + receivers, self._before(at)) if receivers and sender else None

    def _written_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "in a letter to the Secretary-General, X complained of"."""
        receivers = self._right(at, {"to"}, noun=True)
        sender = [a for a in self._clause_subject(at) if a.kind in ("person", "role", "side") and a not in receivers]
        return self._make(at, trigger, sender + receivers, "") if receivers and sender else None

    def _read_letter_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Condolences to President X", "Message from X to Y", as a headline."""
        if self.lx.codes[at - 2 : at] == "pt" and self.lx.lows[at - 2] == "in":
            return self._written_in(at, trigger)
        if self.passage.role != "headline" or at > NEAR:
            return None
        receivers = self._right(at, {"to", "from"}, noun=True)
        frame = self._make(at, trigger, receivers, "")
        frame.home_takes_part = bool(receivers)
        return frame if receivers else None

"""Agreements: signed, or told of by the noun, "an accord between A and B was reached"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.clause_words import RELATIVE
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, triggers
from loaders.text.lexis.words import word_class
from loaders.text.telling.accords import TRUCES, Accords, sides_told
from loaders.text.telling.agencies import with_agencies
from loaders.text.who.actor import Actor

_CAME_ABOUT = re.compile(r"\b(?:managed|able|succeed\w*|met|gather\w*|came|went|arriv\w*|travel\w*|flew)\b")
_EXCHANGED = frozenset(
    {"instruments", "notes", "memoranda", "memorandums", "mous", "documents", "agreements", "letters"}
)
_DOCUMENTS = word_class("document")
_PAPERS = _DOCUMENTS | TRUCES | {"notes"}
_INSTRUMENTS = frozenset({"instrument", "instruments"})
_OF_PROGRAMMES = frozenset(
    {"cooperation", "co-operation", "exchange", "exchanges", "consultations", "work", "executive"}
)
_PAPER_KINDS = {
    "minutes": frozenset({"agreed", "joint", "final", "the", "approved", "their"}),
    **dict.fromkeys(("program", "programs", "programmes"), _OF_PROGRAMMES),
}
"""What is a paper only by the word before it: "agreed minutes", "a cooperation program"."""
_PAPERS_OF_SOME_KIND = frozenset(_PAPER_KINDS)
_LONG_SIGNED = re.compile(
    r"\b(?:related|linked|anniversary|commemorat\w+|celebrat\w+|mark\w*|since|(?:years|decades) (?:on from|after|from))"
    r"\b[^,;]* the$"
)
"""Read "the anniversary of the signing of", "events related to the signing of": it was signed before."""
_MADE_OF_IT = re.compile(
    r"\b(?:was|were|been|be|is) (?:\w+ )?(?:signed|reached|adopted|concluded|initialled|announced|agreed|struck|sealed"
    r"|finali[sz]ed|brokered|declared)\b"
    r"|\b(?:took|takes|take|taken) (?:effect|hold)\b"
    r"|\b(?:came|comes|come|goes|went|go|entered|enters|enter) into (?:force|effect)\b"
)
"""Read "was signed", "came into force": that there is such a paper."""
_MADE_IT = re.compile(
    r"\b(?:agreed (?:to|on|upon)|welcom\w+|hail\w+|prais\w+|reach(?:ed)?|conclud(?:e|ed)|struck|strikes?|sealed"
    r"|clinch(?:es|ed)?|(?:came|comes?) to|declare[sd]?|broker(?:s|ed)?|mediated|secured|finali[sz](?:ed?|es)"
    r"|(?:extend|renew|prolong)(?:s|ed) (?:the|their|its|an?)"
    r"|close(?:s|d)?(?! to\b)|result(?:ed)? in|produced|announced|ended (?:in|with) the signing of)\b[^.]{0,30}$"
)
_MAKING = frozenset(
    {"reach", "reached", "concluded", "conclude", "struck", "strike", "strikes", "sealed", "announced", "agreed"}
    | {"clinch", "clinches", "clinched", "came", "come", "comes", "declared", "declare", "declares", "secured"}
    | {"close", "closes", "closed"}
    | {"sealed", "finalised", "finalized", "reaches", "concludes", "extended", "extends", "renewed", "renews"}
)
"""Verbs whose subject made the agreement."""
_SAID_OF_IT = frozenset({"was", "were", "been", "is", "be", "took", "takes", "came", "comes", "entered", "enters"})
"""What stands between a paper and how it came about."""
_NOT_YET = re.compile(
    r"\b(?:to|not|without|no) (?:reach|conclud|strik|seal|sign|broker|clinch|declare|finali)\w*|\bno$"
)
_MAY_BE_MADE = re.compile(r"\b(?:if|will|would|may|can|could|should|must|hope\w*|expected|to be|failed|not)\b")
_ANY_AT_ALL = re.compile(r"\bany(?: [\w-]+){0,3}$")
"""Read "any deal can only be struck when": none is told of."""
_FAILED = ("failed to conclu", "failed to reach", "failed to adopt", "fails to", "failing to")
_BY_NOW = frozenset({"earlier", "previously", "recently", "already", "newly", "just"})
_TALKS = frozenset({"negotiations", "talks", "consultations", "discussions", "mediation"})
_VERB_AND_OBJECT = 5
"""Words in which a verb stands before the paper that is its object."""


class Agreements(Accords):
    """Readers of agreements."""

    def _read_sign(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._paper(at + 3 * (self.lx.lows[at + 1 : at + 4] == ["pen", "to", "paper"]))
        if what < 0 or (self.lx.lows[at] == "entered" and self.lx.lows[at + 2 : at + 3] == ["force"]):
            return self._read_signed(at, trigger)
        if (
            self._is_wish(at)
            or self._is_before_paper(at, what)
            or (self.lx.lows[at] == "signing" and _LONG_SIGNED.search(self._governing(at)))
        ):
            return None
        if self.lx.lows[at].startswith("conclud") and "with" in self.lx.lows[at + 1 : what]:
            return None  # "concluded the talks with statements"
        if trigger.lemma == "exchange" and self.lx.lows[what] not in _EXCHANGED:
            return None
        if self._is_passive(at):
            subject = self._signers(at) or self._right(what, {"between"}, noun=True)
        else:
            subject = self._left(at) + self._right(at, {"with", "between"})
            subject += self._right(what, {"with", "between"}, noun=True)
            subject = subject or self._right(at, {"by"}, noun=True)  # "the signing by A and B of"
            subject = subject if len(sides_told(subject)) > 1 else with_agencies(self.lx, at, subject, self.actors)
        subject += [] if len(subject) > 1 else self._adjective_sides(what)
        subject += self._other_party(what, subject) if trigger.lemma != "adopt" else []
        signed = what == at - 1 and self._is_passive(at)  # "will discuss the accord signed by A and B": it was
        if (before := "" if signed else self._before(at)).startswith(_FAILED):
            return None  # "failed to conclude an agreement" at talks: nothing came about
        frame = self._make(at, trigger, subject, before)
        frame.anaphor = frame.anaphor or (not subject and (self._is_passive(at) or self._followed(at)))
        frame.document = self._noun_phrase(what)
        frame.home_takes_part = self.lx.lows[what] in _INSTRUMENTS and bool(subject)
        if self.lx.lows[at] == "signing" and self.lx.codes[at - 1 : at] in ("t", ""):
            frame.status = status_of("after", self.lx.lower(what + 1, what + FAR)) or frame.status
        return frame

    def _is_before_paper(self, at: int, what: int) -> bool:
        """Read "all earlier concluded treaties", "the recently signed accord": which papers are meant."""
        return what == at + 1 and self.lx.lows[at - 1] in _BY_NOW and self.lx.codes[at - PAIR : at - 1] == "t"

    def _read_deposit(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "deposited its instrument of accession with the Secretary-General of the Organization of X"."""
        what = self._object_noun(at, _INSTRUMENTS)
        if what < 0:
            return None
        passive = self._is_passive(at)
        parties = (self._right(at, {"by"}) or self._possessor(what)) if passive else self._left(at)
        keepers = [a for g in self.groups if g.first > max(what, at) and g.governor == "with" for a in g.actors]
        frame = self._make(at, trigger, parties + keepers, self._before(at))
        frame.document = self._noun_phrase(what)
        frame.home_takes_part = bool(parties)
        return frame

    def _paper(self, at: int) -> int:
        """The item of the paper that is signed, or -1: "agreed minutes", not thirty; "instruments of" others."""
        what = self._object_noun(at, _PAPERS)
        if what < 0:
            other = self._object_noun(at, _PAPERS_OF_SOME_KIND)
            return other if other > 0 and self.lx.lows[other - 1] in _PAPER_KINDS[self.lx.lows[other]] else -1
        instrument = self._object_noun(at, _INSTRUMENTS)
        return instrument if 0 <= instrument < what and "of" in self.lx.lows[instrument:what] else what

    def _followed(self, at: int) -> bool:
        """Read "the talks were followed by the signing of an agreement": of those who talked."""
        lx = self.lx
        after = "followed" in lx.lows[at + 1 : at + VERY_FAR]
        return lx.lows[at] == "signing" and (after or "by" in lx.lows[max(0, at - PAIR) : at])

    def _signers(self, at: int) -> list[Actor]:
        """Read "signed by X on behalf of A and Y on behalf of B", "signed by X of A in the presence of Y of B"."""
        found = self._right(at, {"by", "between"}) or self._right(at, {"with"})
        for group in self.groups:
            of = group.first - 1 - (self.lx.lows[group.first - 1] == "the")
            behalf = group.first > at and self.lx.lows[of - 1 : of + 1] == ["behalf", "of"]
            theirs = any(a.kind == "pronoun" and 0 < group.first - a.last <= PAIR for a in found)
            witness = len(sides_told(found)) <= 1 and self.lx.lows[of - 1 : of + 1] == ["presence", "of"]
            known = (
                behalf and group.actors[0].kind in ("side", "group") and set(group.actors[0].sides) <= sides_told(found)
            )
            found += group.actors if (behalf and not known) or theirs or witness else []
        if found and not any(a.sides or a.person or a.kind == "pronoun" for a in found):
            after = (g for g in self.groups if g.first > found[-1].first and g.governor in ("of", "and"))
            found += [a for g in after for a in g.actors if a.sides]  # "the Ministry (MoFA) of Nepal"
        return found

    def _read_signed(self, at: int, trigger: Trigger) -> Frame | None:
        """Read the participle: "the accord, signed on Friday by A and B"."""
        what, parties = self._signed_by_others(at) if trigger.lemma == "sign" else (-1, [])
        if what < 0 and trigger.lemma == "sign":
            what, parties = self._that_they_signed(at)
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
        """Read "an agreement between A and B was reached": the noun with a verb of making beside it."""
        alone = not self.lx.lows[at].endswith("s")  # "implementing the agreements reached in May"
        before = self.lx.lower(max(0, at - _VERB_AND_OBJECT), at)
        reached = alone and self.lx.lows[at + 1 : at + 2] == ["reached"] and not _NOT_YET.search(before)
        if reached and (parties := self._signed_by_others(at + 1)[1]):
            return self._make(at, trigger, parties, "")  # "under an accord reached in Oslo, A will buy from B"
        after = RELATIVE.split(self.lx.lower(at + 1, at + 14), maxsplit=1)[0]
        if parties := self._due_to(at) or self._emerged_with(at):
            return self._make(at, trigger, parties, "")
        made_before = _MADE_IT.search(before) is not None
        said = None if after.startswith("that ") else _MADE_OF_IT.search(after)  # "all agreements that were reached"
        if not (made_before or said) or _NOT_YET.search(before) or self._is_before_paper(at - 1, at):
            return None
        actors = self._makers(at, made_before=made_before)
        if len(actors) <= 1 and not any((a.plural or a.kind == "group") and a.sides for a in actors):
            return None
        making = self._making_before(at) if made_before else -1
        before = f"{self._before(making)} {before}" if making >= 0 else before  # "is expected to close an oil deal"
        words = before if made_before else f"{before} {after}"
        if not made_before and _ANY_AT_ALL.search(before):
            return None
        return self._make(at, trigger, actors, words if _MAY_BE_MADE.search(words) else "")

    def _making_before(self, at: int) -> int:
        """The verb whose object the paper is, or -1."""
        near = range(at - 1, max(-1, at - _VERB_AND_OBJECT - 1), -1)
        return next((i for i in near if self.lx.lows[i] in _MAKING), -1)

    def _made_at(self, at: int) -> int:
        """Read "the accord was reached between A and B", "a truce took hold between": the verb, or -1."""
        near = range(at + 1, min(at + NEAR + 1, len(self.lx)))
        first = next((i for i in near if self.lx.lows[i] in _SAID_OF_IT), -1)
        if first < 0 or self.lx.lows[first] in ("took", "takes", "came", "comes", "entered", "enters"):
            return first
        return next((i for i in range(first + 1, min(first + 5, len(self.lx))) if self.lx.lows[i] in _MAKING), -1)

    def _is_talked_with(self, made: int, actor: Actor) -> bool:
        """Read "the agreement was reached through negotiations with the government": whose it is stands elsewhere."""
        between = self.lx.lows[made + 1 : actor.first]
        return "with" in between and not _TALKS.isdisjoint(between)

    def _those_meant(self, subject: list[Actor]) -> list[Actor]:
        """Read "A and B announced that they had reached": those whom "they" means in the same sentence."""
        they = next((a for a in subject if a.kind == "pronoun" and a.determiner == "they"), None)
        if they is None or len(subject) > 1:
            return subject
        before = (g.actors for g in reversed(self.groups) if g.last <= they.first and len(g.actors) > 1)
        return next(before, subject)

    def _makers(self, at: int, *, made_before: bool) -> list[Actor]:
        """Those between whom an agreement is; else those who made it; else those it is named for."""
        actors = self._right(at, {"between", "with", "among"}, noun=True)
        if not actors and (made := self._made_at(at)) >= 0:
            actors = self._right(made, {"between", "with", "among", "by"})
            actors = [] if actors and self._is_talked_with(made, actors[0]) else actors
        if made_before and len(actors) <= 1:
            verb = self._making_before(at)
            actors = (self._those_meant(self._left(verb)) if verb >= 0 else []) + actors
        return actors + (self._adjective_sides(at) if len(actors) <= 1 else [])

"""The status of what a noun tells: by the verb whose object it is, what governs it, and what is said of it."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.clause.status import NONE, status_of
from loaders.text.lexis.clause_words import AUXILIARIES, RELATIVE
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.telling.day_named import is_day_named
from loaders.text.telling.embedded import Embedded
from loaders.text.telling.put_on_hold import is_put_on_hold
from loaders.text.telling.set_between import set_between
from loaders.text.telling.to_come import TO_COME
from loaders.text.telling.unsaid_of import is_only_unsaid

_TAKING_PART = re.compile(r"\b(?:part|participat\w+|engag\w+|involve\w*|interest\w*|enter\w*) in\b")
_OF_BODY = re.compile(r"(?<!\bbe )\b(?:during|at) (?:the|an?|this|(?:last|this|next) \w+ 's) [\w-]+$")
"""Read "invited X at last year's G20 summit": in passing, whatever body it is of."""
_WISH_FOR = re.compile(
    r"\b(?:hopes?|call(?:s|ed|ing)?|push(?:es|ed)?|appeal(?:s|ed|ing)?|lobb\w+|proposals?|plans?|bids?|requests?|desire|willingness|eagerness|need|invitations?|suggestions?|read(?:y|iness)|press\w*|pushing|wish"
    r"|ask(?:s|ed|ing)?(?: [\w.'-]+){0,6}?) for"
    r"(?: (?!(?:after|following|during)\b)[\w-]+){0,4}$"
)
_BE_THERE_FOR = re.compile(r"\b(?:(?:will|to) be|(?:is|are) (?:due|expected)) (?:in|at) (?:\S+ ){1,8}?for(?: \S+)?$")
_WILL_DO = re.compile(r"\bwill\b|\bwould\b(?!.* (?:said|says|told)\b)")
_WILL = re.compile(
    r"\b(?:will|(?:could|may|might) be|(?:is|are) (?:\w+ )?(?:due|expected|set|scheduled|slated|likely) to"
    r"|(?:is|are) to|(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\bthe )(?<!\btheir )(?<!\ba )(?<!'s )(?:plan|intend)s? to)"
    r"(?: \w+){1,10}$"
)
_OF_PARTIES = frozenset({"between", "with", "of", "among", "involving"})
_SINCE = re.compile(
    r"^(?:\S+ ){0,4}?(?:since|for (?:\w+ ){1,3}(?:years|months|weeks)|in (?:\w+ ){1,3}(?:years|months|weeks))\b"
)
_GOES_ON_TO = re.compile(r" (?:and|but) (?:will|would|is|are|may|could)\b")
"""Read "concluded on Monday and will resume": the first of both is said of it."""
_HE_HAD = re.compile(r"(?:(?:that|which) )?(?:he|she|they|we|i) (?:had|held)(?: with)?\b")
"""Read "tried to keep secret the talks he had with X": they were."""
_WHILE_ANOTHER = re.compile(
    r" (?:when|because) (?:all|many|most|some|several|his|her|their|hundreds|thousands)\b[^,;]*"
)
"""Read "his visit to Oslo when all flights were cancelled": what is said there is of the flights."""
_SAYING_THAT = re.compile(
    r", (?:(?:and|while) )?(?:expressing|saying|adding|noting|stressing|emphasi[sz]ing|affirming|hoping|believing)\b"
)
"""Read "spoke of the visit, saying that it would": what is said of it is of what comes of it."""
_TO_BE = re.compile(r", (?:to be|due|scheduled|set|planned|slated|expected)\b")
_WHICH_WILL_BE = re.compile(
    r", which (?:will|would|could|may|might|is to|is due to|are to)(?: \w+ly| now| also)?"
    r" (?:be (?:held|hosted|convened)|take place|open|begin)\b"
)
_WOULD_DO = re.compile(
    r"^(?:\S+ ){0,3}?would (?:\w+ly |also )?(?!be (?:held|attended|convened|chaired)|take|begin|start|open|resume"
    r"|follow|come|focus|cover|include|last|discuss|continue|address|have|not\b)"
)
"""Read "a meeting of the two would calm markets": none is told of."""
_BEGINS = frozenset(
    {"began", "begins", "opened", "opens", "started", "starts", "ended", "ends", "concluded", "concludes"}
    | {"begin", "open", "start", "end", "conclude", "wrap", "wraps", "wrapped", "cap", "capped", "finish", "finished"}
)
_FOLLOWED = re.compile(r", (?:to be )?(?:followed|preceded) by(?: [\w.'-]+){0,4}$")
_SUBORDINATE = frozenset({"as", "while", "when", "although", "though", "since", "once"})
"""Read "As the summit draws to a close, it can be": what is said behind the comma is of another clause."""
_ANY = frozenset({"a", "an", "any"})
_REVOKED = ("cancelled", "postponed", "denied")
_ASKED_WHETHER = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|unclear|wonder(?:ed|s|ing)?|not (?:\w+ )?(?:say|said|know|known|clear|disclosed?|sure))"
    r"(?: [\w.’'-]+){0,4} (?:whether|if)\b"
)
_LOOKED_FORWARD = re.compile(r"\blook(?:s|ed|ing)? forward to\b(?!.*(?:,|\b(?:after|following|at|during|since)\b))")
"""Read "looked forward to visiting Hiroshima in May for the summit"."""
_PLANS_DROPPED = re.compile(
    r"\b(?:dropp?\w*|scrapp?\w*|abandon\w*|shelv\w*|cancel\w*|call\w* off|ditch\w*|axed) (?:\w+ ){0,2}?"
    r"(?:plans?|arrangements|preparations) (?:for|of)(?: [\w-]+){0,5}$"
    r"|\b(?:cancel+ation|scrapping|abandonment|calling off) of(?: [\w-]+){0,5}$"
)

_FINITE = (
    r"(?:was|were|is|are|ha[sd]|have|will|would|may|might|could|did|does|never|took|began|opened|ended|fell|remains?|went"
    r"|goes|concluded|resumed|continued|failed|collapsed)"
)
_ASIDE = re.compile(rf"^((?:\S+ ){{0,10}}?), (?!and\b|but\b|while\b)(?:\S+ ){{1,16}}?, (?={_FINITE}\b)")
"""Read "the talks, which were to begin on Monday, have been put off": what is said of them stands behind the aside."""

_IN_WHICH = re.compile(r"(?:^| )(?:,? )?(?:during|after|following|at|in) which\b")
"""Read "a visit to Norway during which he will meet X": what comes then is not said of the visit."""
_WHAT_IS = re.compile(r"^what (?:will|would|may|might|could)(?: \w+){0,2}? be\b")
"""Read "have begun what will probably be their last talks": how they will be thought of, and not that they will be."""
_WHAT_IS_SAID = re.compile(
    r"\bthat (?!(?:will|would|is|are|was|were|has|had|may|could|can|should|took|began|opened|ended|lasted)\b)"
    r"(?!(?:\w+ ){1,3}?(?:said|says|say|expect|hope) (?:will|would|is|are|was|were)\b)"
)
"""Read "said at a meeting with X that trade would grow": of trade, not of the meeting."""

_IN_THEIRS = frozenset({"in", "during", "at", "after", "following", "before"})
_SAID_AFTER = re.compile(
    r"\b(?:said|says|told \w+|announced|confirmed|added|stated|declared) (?:after|following|before) "
)
"""Read "said after his meeting with X that he would": of what is said, not of the meeting."""
_HAVING = frozenset({"has", "have", "had", "having"})
_WAS_HELD = re.compile(r"(?:[^ ,;]+ ){0,8}?, which (?:took place|(?:was|were) (?:\w+ )?held)\b")
_MEDIATE = frozenset({"mediate", "mediating", "broker", "brokering"})
_OFFERED = frozenset({"offered", "offers", "offer"})
_MEALS = frozenset({"lunch", "luncheon", "breakfast", "dinner", "banquet", "reception", "receptions"})


class NounStatus(Embedded):
    """Finds the status of nouns."""

    def _noun_status(self, at: int, light: int) -> str:
        window = self.lx.lower(max(0, at - 6), at)
        on_hold = is_put_on_hold(self.lx, self._clause_begin(at), at)
        own = "postponed" if on_hold else status_of("noun", " ".join(window.split()[-4:]))
        own = "planned" if own in ("", "proposed") and is_day_named(self.lx, self._clause_begin(at), at) else own
        own = "held" if _HE_HAD.match(self.lx.lower(at + 1, at + NEAR + 1)) is not None else own
        predicate = self._predicate(at)
        was = _WAS_HELD.match(self.lx.lower(at + 1, at + VERY_FAR)) is not None
        own = "held" if was else own  # "agreed in March to hold talks, which took place on Monday"
        after = status_of("after", predicate)
        if own == "denied" and _SINCE.match(predicate):
            return NONE  # "there has been no meeting since May"
        if light < 0 and _WOULD_DO.match(predicate) and not _ANY.isdisjoint(window.split()[-3:]):
            return NONE
        if light < 0 and not own and _FOLLOWED.search(window) is not None and "will" in self.lx.lows[:at]:
            return "planned"  # "will meet alone, followed by a meeting of the delegations"
        if self.passage.role == "headline":
            after = status_of("headline", self._predicate(at)) or after
        if after in _REVOKED and (light < 0 or own == "planned"):
            return after  # "a planned meeting has been cancelled"
        if own in _REVOKED or (own and (light < 0 or was)):
            return own
        return self._of_a_plan(at, own) or self._of_whole(at) or self._status_told(at, light, own, after)

    def _of_whole(self, at: int) -> str:
        """Read "will be in Oslo for a series of events, including talks": to come, or denied, as all of them."""
        end = self._included(at)
        return status_of("before", self.lx.lower(max(self._clause_begin(end), end - VERY_FAR), end)) if end > 0 else ""

    def _of_a_plan(self, at: int, own: str) -> str:
        """Read "dropped plans for a visit", "preparations for talks"."""
        governing = self._governing_whose(at)
        if _PLANS_DROPPED.search(governing):
            return "cancelled"
        ahead = TO_COME.search(governing) or _LOOKED_FORWARD.search(self.lx.lower(self._clause_begin(at), at))
        if own or not ahead:
            return ""
        return "proposed" if _ASKED_WHETHER.search(self.lx.lower(0, at)) else "planned"

    def _governing_whose(self, at: int) -> str:
        """Read "preparations for President X's talks": the words before them, without whose they are."""
        near = (g for g in self.groups if g.possessive and g.last < at <= g.last + NEAR)
        owner = next((g for g in near if self.lx.codes[g.last + 1 : at].strip("xaBn-Dm") == ""), None)
        return self._governing(at) if owner is None else f"{self._governing(owner.first)} the"

    def _status_told(self, at: int, light: int, own: str, after: str) -> str:
        """The status by the verb whose object the noun is, or by what governs it."""
        if light >= 0:
            given = self._before(light).removesuffix(self.lx.lows[light] if self._is_meal_given(at, light) else "")
            before = given + " " + _WHAT_IS.sub("", self.lx.lower(light + 1, at))
            said = status_of("before", before) or self._ahead(given)
            said = said or self._of_journey(light)
            said = self._without_mediator(light, said, after)
            if said:
                return "proposed" if said == "planned" and self._is_doubted(light) else said
        else:
            if not own and self._is_of_plan(at):
                return "planned"
            said = status_of("before", self._governing(at))
            said = "" if said == "denied" and is_only_unsaid(self.lx, at) else said
            passing = said == "proposed" and self._in_passing(at)  # "could be taken up at a summit in May"
            if (passing or said in ("planned", "")) and not own and self._is_ahead(at):
                return "planned"
            if said in (*_REVOKED, "proposed", NONE) and not self._in_passing(at):
                return said
        if after and (light < 0 or (after == "planned" and self.lx.lows[light] in _HAVING)):
            return after  # "has a visit to Oslo planned for May"
        return own or ("held" if light >= 0 else "")

    def _without_mediator(self, light: int, said: str, after: str) -> str:
        """Read "will not mediate talks between X and Y": whoever mediates or not, the others may meet."""
        if said not in ("denied", "proposed") or self.lx.lows[light] not in _MEDIATE:
            return said
        return after or (NONE if said == "denied" else said)

    def _is_meal_given(self, at: int, light: int) -> bool:
        """Read "offered a lunch in honour of X": it was held, as if given."""
        return self.lx.lows[light] in _OFFERED and self.lx.lows[at] in _MEALS

    def _is_doubted(self, verb: int) -> bool:
        """Read "it is not certain whether X will make his visit"."""
        return "whether" in self.lx.lows[max(0, verb - FAR) : verb]

    def _is_ahead(self, at: int) -> bool:
        """Read "will be in Oslo for talks", "is due to raise it in talks": to come as its clause is."""
        if self.lx.lows[at + 1 : at + 2] == ["held"]:
            return False  # "will meet, following talks held by their ministers"
        governing = self.lx.lower(max(self._clause_begin(at), at - VERY_FAR), at)
        return (
            _BE_THERE_FOR.search(governing) is not None
            or ((self._embedded(at) or self._opens_with(at)) and _WILL.search(governing) is not None)
            or self._is_in_theirs(at)
        )

    def _is_in_theirs(self, at: int) -> bool:
        """Read "will discuss trade in their meeting on Monday", not "what was agreed in their meeting"."""
        lx, i = self.lx, self._preposition(at)
        if i < PAIR or lx.codes[i] != "h" or lx.lows[i - 1] not in _IN_THEIRS:
            return False
        done = lx.lows[i - PAIR].endswith(("ed", "made", "taken", "given", "begun"))
        return not done and _WILL.search(lx.lower(max(0, at - VERY_FAR), at)) is not None

    def _opens_with(self, at: int) -> bool:
        """Read "began his second day with a breakfast with X": the subject is there."""
        i = self._preposition(at)
        return i > 0 and self.lx.codes[i] == "w" and not _BEGINS.isdisjoint(self.lx.lows[max(0, i - VERY_FAR) : i])

    def _is_of_plan(self, at: int) -> bool:
        """Read "will meet X, Y and officials of the Foreign Office during his visit to London"."""
        lx, i = self.lx, self._preposition(at)
        if i < NEAR or lx.codes[i] != "h" or lx.lows[i - 1] != "during" or lx.codes[i - 2] == ",":
            return False
        return _WILL_DO.search(lx.lower(self._clause_begin(i), i)) is not None

    def _predicate(self, at: int) -> str:
        """What is said of a noun after it, unless a comma begins another clause: "at the summit on 20 May, X will"."""
        begin = self._end_of_parties(at)
        words = self.lx.lower(begin, begin + 40)
        if _WHICH_WILL_BE.match(words) is None:
            words = _ASIDE.sub(r"\1", words, count=1)
        words = " ".join(words.split(" ")[:25])
        if _WHICH_WILL_BE.match(words):
            return words[2:]  # "prepares for the summit, which will be held in May"
        words = _SAYING_THAT.split(words, maxsplit=1)[0]
        words = _IN_WHICH.split(RELATIVE.split(words, maxsplit=1)[0], maxsplit=1)[0]
        words = _WHILE_ANOTHER.sub("", _GOES_ON_TO.split(words, maxsplit=1)[0])
        if not self._embedded(at):
            if _SAID_AFTER.search(self.lx.lower(max(0, at - NEAR), at)) is not None:
                words = _WHAT_IS_SAID.split(words, maxsplit=1)[0]
            opens = self.lx.lows[0] in _SUBORDINATE and "," not in self.lx.codes[:at]
            return f" {words}".split(" , ", 1)[0].lstrip() if opens else words
        if _TO_BE.match(words):
            return words[2:]  # "for a summit of the Union, to be held in May"
        words = _WHAT_IS_SAID.split(words, maxsplit=1)[0]
        return f" {words}".split(" , ", 1)[0].lstrip()

    def _behind_aside(self, at: int) -> int:
        """Where what is said of a noun goes on: "the talks, which broke down in May, (will) resume on Friday", or 0."""
        begin = self._end_of_parties(at)
        aside = _ASIDE.match(self.lx.lower(begin, begin + 40))
        return self.lx.item_at(begin, aside.end()) if aside is not None else 0

    def _end_of_parties(self, at: int) -> int:
        """The item after "between Minister X and Minister Y", which may be long, else the one after the noun."""
        beside = (g for g in self.groups if at < g.first <= at + FAR and g.governor in _OF_PARTIES)
        beside = (g for g in beside if g.first <= at + NEAR or self._is_far_between(at, g))
        parties = next(beside, None)
        if parties is not None and "will" in self.lx.lows[at + 1 : parties.first]:
            return at + 1  # "her first meeting will be with Minister X"
        parties = parties or set_between(self.lx, self.groups, at)
        return parties.last if parties is not None else self._behind_chairs(at) or at + 1

    def _closes_aside(self, at: int, light: int) -> bool:
        """Whether a noun ends a relative clause that a comma closes: the days behind it are of the main clause."""
        who = self.lx.lows[self._clause_begin(at) - 1] if light >= 0 else ""
        return who in ("who", "which") and self.lx.codes[at + 1 : at + 2] == ","

    def _is_far_between(self, at: int, group: Group) -> bool:
        """Read "Talks due in Oslo on Sunday between X and Y were called off"."""
        return group.governor == "between" and AUXILIARIES.isdisjoint(self.lx.lows[at + 1 : group.first])

    def _comes_before_plan(self, at: int) -> bool:
        """Read "Following a meeting between X and Y, a session will be held": one that may be to come as well."""
        comma = self.lx.codes.find(",", self._end_of_parties(at)) if self.lx.lows[0] in ("following", "after") else -1
        opens = comma > 0 and "m" not in self.lx.codes[:comma] and "," not in self.lx.codes[:at]
        return opens and "will" in self.lx.lows[comma : comma + FAR]

    def _in_passing(self, at: int) -> bool:
        """Tell that what is said before is not said of it: "failed to reach agreement in talks"."""
        before = self.lx.lower(max(0, at - FAR), at)
        return (
            (self._embedded(at) or self._is_time_of(at) or _OF_BODY.search(before) is not None)
            and not _TAKING_PART.search(before)
            and not _WISH_FOR.search(before)
        )

    def _identify(self, frame: Frame, copula: str) -> None:
        """Read "it would be the first meeting between the two since April": of an event told of; the day is another."""
        frame.definite, frame.undated = True, True
        frame.places = frame.places if frame.kind == "visit" else []
        held = "" if copula == "is" and frame.status == "held" else frame.status  # "this is his ninth visit"
        frame.status = status_of("before", copula) or held

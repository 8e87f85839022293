"""Nouns for contacts that tell of none: what is only talked of, dates another event, or is no more than a wish."""

from __future__ import annotations

import re

from loaders.text.clause.once import once
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, triggers
from loaders.text.telling.as_matter import is_only_matter
from loaders.text.telling.general_wishes import is_general_wish
from loaders.text.telling.noun_parties import NounParties
from loaders.text.who.actor import Actor

TALKED_OF = re.compile(
    r"\b(?:discuss\w*|exchang\w+|opinions|situation|concerning|regarding|importance|issues?|prospects"
    r"|progress|touched|questions?|support\w*|efforts|need|outcome|results|resumption|resume\w*"
    r"|facilitat\w+|promot\w+|(?<!in )advanc\w+|reviv\w+|schedule|ground for|groundwork|process|steps)\b"
)
_JOURNEYS = frozenset({"visit", "trip", "tour"})
_APPOSED = re.compile(
    r"(?:^|\s), (?:the|their|its|his|her) (?:[\w'-]+ ){0,2}?(?:first|second|third|fourth|fifth|sixth|latest|last)"
    r"(?: [\w'-]+){0,4}$"
)
"""Read "will hold talks this week, the first meeting between the two since May": of what has just been told."""
_ON = frozenset({"regarding", "concerning"})
_JUST_HELD = frozenset({"just-concluded", "recent", "recently-concluded", "ongoing", "current"})
_STATE_OF = re.compile(
    r"\b(?:(?:progress|deadlock|breakthroughs?|impasse|headway|stalemate|break|pause|lull) in|in the context of)"
    r"(?: the| these| any)?"
    r"(?: [\w.'-]+){0,5}$"
)
"""Read "no progress in the Peruvian-Chilean talks": how they stand, and not that they were held."""
_IF_MADE = re.compile(
    r"\b(?:once|if|until|unless) progress (?:is|was|has been|had been|were) made in(?: [\w'-]+){0,5}$"
    r"|\b(?:would|could|might|may) lead to(?: [\w'-]+){0,4}$"
    r"|\b(?:efforts|ways|attempts|how) to (?:convene|resume|restart|revive|reopen)(?: [\w'-]+){0,3}$"
)
"""Read "once progress is made in talks", "that it would lead to a summit": none that was held or set."""
_SUPPORT_FOR = re.compile(
    r"\b(?:support|backing|conditions|basis|framework|need|case) for"
    r"(?: (?!(?:at|in|during|after|before|with)\b)[\w.'-]+){0,4}$"
)
"""Read "their support for peace talks between A and B": what is wished, not what was held."""
_IN_WORDS = frozenset({"meeting", "talks", "call", "negotiation"})
_OF_OTHERS = frozenset({"by-wire", "tell", "do-together", "agree"})
"""Classes of verbs that tell of a contact only with other words beside them."""
_LISTING = re.compile(r"\b(?:the following|these)(?: [\w-]+){0,3}$")
_DAY_OF = re.compile(r"\bdays? of (?:the|an?)(?: [\w-]+){0,3}$")
"""Read "met X on the last day of the summit"."""
_GOING_FOR = re.compile(r"\b(?:visit|trip|travel|tour|journey|go|fly|come)\b(?: [\w'-]+){0,3} for(?: [\w'-]+){1,4}$")
_SKIPPED = re.compile(
    r"\b(?:skip(?:s|ped|ping)?|snub(?:s|bed|bing)?|boycott(?:s|ed|ing)?|miss(?:es|ed)?"
    r"|(?:absen(?:ce|t)|stay(?:ed|s|ing)? away) (?:at|from))(?: [\w'-]+){1,4}$"
)
_ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b")
_MARGIN_OF = re.compile(
    r"\b(?:(?:side-?lines?|margins?|fringes?) of (?!which\b)|(?:within|in) the framework of (?:the|an?) )[^,;]*$"
)
_LAST_OF_THEIRS = re.compile(r"\b(?:recall\w*|since|after|remember\w*) their (?:last|previous|earlier)(?: \w+)?$")
"""Read "recalling their last meeting": another than that told of."""
_TIME_OF = re.compile(
    r"\b(?:side-?lines?|margins?|fringes?|ahead|eve) of\b|\b(?:hours?|days?|nights?|weeks?|months?) (?:before|after)\b"
)
"""Read "on the sidelines of", "the day after", "on the last day of": what a summit is named for is another contact."""


class NounDoubts(NounParties):
    """Tells what a noun does not tell of."""

    def _is_talked_of(self, at: int, light: int, stated: list[Actor]) -> bool:
        """Read "discussed prospects for talks": a noun that no verb takes, after words of what was discussed."""
        told_of = light < 0 and not self._is_next(at) and _STATE_OF.search(self._governing(at)) is not None
        if told_of or self._is_wished_in_general(at, light) or is_only_matter(self.lx, at):
            return True
        apart = light < 0 or "for" in self.lx.lows[light:at]  # "made the case for talks"
        if apart and _SUPPORT_FOR.search(self.lx.lower(max(0, at - FAR), at)) is not None:
            return True
        if light < 0 and self.lx.lows[0] in _ON and "," in self.lx.codes[at : at + PAIR]:
            return True  # "Regarding the third round of talks, X said"
        of_two = len({side for a in stated for side in a.sides}) > 1
        journey = bool(stated) and self.lx.lows[at] in _JOURNEYS  # "discussed the upcoming visit of X to Peru"
        if ((of_two or journey) and self._is_next(at)) or (stated and self.lx.lows[at - 1] in _JUST_HELD):
            return False  # "discussed the date of an upcoming meeting of A and B", "the just-concluded visit of X"
        if light >= 0 or self._possessor(at) or self.passage.role == "headline" or (stated and self._embedded(at)):
            return False
        return TALKED_OF.search(self._governing(at)) is not None

    def _is_wished_in_general(self, at: int, light: int) -> bool:
        """Read "stressed the need for holding regular consultations": good at any time, and nothing was held."""
        phrase = self._preposition(at) + 1 if light < 0 else light + 1
        set_for = "m" in self.lx.codes[at : self._stop(at)]
        return not set_for and is_general_wish(self.lx, self._clause_begin(at), phrase, at)

    def _only_dates_another(self, at: int, trigger: Trigger, light: int) -> bool:
        """Read "on the sidelines of the summit", "on the last day of the summit": another contact is dated by it."""
        before = self.lx.lower(max(0, at - VERY_FAR), at)
        named = trigger.kind == "summit" and self.lx.codes[at + 1 : at + 2] not in ("w", "b")
        opening = light > 0 and self.lx.lows[light].endswith("ing") and self.lx.codes[light - 1] == "o"
        if (light < 0 or opening) and ((named and _TIME_OF.search(before)) or _MARGIN_OF.search(before)):
            return True  # "on the eve of opening the summit"
        near = self.lx.lower(max(0, at - FAR), at)
        apposed = light < 0 and trigger.kind != "visit" and _APPOSED.search(near) is not None
        if apposed and any(actor.first < at for actor in self.actors) and not self._chairs(at):
            return True
        told_day = _DAY_OF.search(near) is not None
        of_firms = self.lx.lows[at - 1 : at] == ["business"] and not self._chairs(at)
        of_other = of_firms or self.lx.lows[at + 1 : at + 2] == ["diplomacy"]
        return trigger.kind == "summit" and (told_day or of_other)

    def _is_no_event(self, at: int, trigger: Trigger, light: int, status: str) -> bool:
        """To stay in touch is no event; nor are "continued negotiations between A and B", nor what is to be done."""
        lx, headline = self.lx, self.passage.role == "headline"
        goes_on = light >= 0 and lx.lows[light].startswith("continu") and status in ("planned", "proposed")
        goes_on = goes_on and lx.codes[light + 1 : light + 3] not in ("pK", "pC")  # "continue to Oslo for talks"
        if goes_on and "m" not in lx.codes[at:]:
            return True  # with a day it is another session
        if trigger.lemma == "contacts" and status == "planned" and not self._between_two(at):
            return True
        if (trigger.kind == "summit" or self._is_of_many(at)) and self._stays_away(at, light, status):
            return True
        if light < 0 and _LAST_OF_THEIRS.search(lx.lower(max(0, at - VERY_FAR), at)) is not None:
            return True
        if _IF_MADE.search(lx.lower(max(0, at - FAR), at)) is not None or self._only_says_how(at):
            return True
        loose = light < 0 and not (status or headline or self._embedded(at) or "m" in lx.codes)
        return self._is_thing_to_do(light) or self._introduces(at) or (loose and trigger.lemma == "negotiations")

    def _is_of_many(self, at: int) -> bool:
        """Tell "the Lima meeting", "the meeting of the Union" from "talks with Peru", "talks between A and B"."""
        beside = (g for g in self.groups if at < g.first <= at + FAR and g.governor == "with")
        return next(beside, None) is None and not self._between_two(at)

    def _stays_away(self, at: int, light: int, status: str) -> bool:
        """Read "will not attend the summit", "cancelled his trip for the summit": it takes place without them."""
        before = self.lx.lower(max(0, at - VERY_FAR), at)
        not_attending = status == "denied" and light >= 0 and self.lx.lows[light].startswith("attend")
        no_journey = status in ("denied", "cancelled") and _GOING_FOR.search(before) is not None
        return not_attending or no_journey or (light < 0 and _SKIPPED.search(before) is not None)

    def _only_says_how(self, at: int) -> bool:
        """Read "will meet X over breakfast", "discussed trade over lunch": the verb tells of it."""
        if not self._is_over_meal(at):
            return False
        others = (word for item, word in enumerate(self.lx.lows) if item != at)
        told = (one for word in others for one in triggers().get(word, ()) if one.part == "verb")
        return any(one.kind in _IN_WORDS and one.role not in _OF_OTHERS for one in told)

    def _introduces(self, at: int) -> bool:
        """Read "will hold the following meetings:", which the lines below it tell one by one."""
        end = self.passage.end
        return self.lx.text[end - 1 : end] == ":" and _LISTING.search(self.lx.lower(max(0, at - FAR), at)) is not None

    def _is_with_anybody(self, at: int, stated: list[Actor], status: str) -> bool:
        """Read "will hold bilateral meetings with foreign leaders": nobody says with whom, or how many there are."""
        if status not in ("planned", "proposed") or not self.lx.lows[at].endswith("meetings"):
            return False
        met = [one for one in stated if one.first > at]
        return bool(met) and all(one.plural and one.count <= 1 and not (one.sides or one.name) for one in met)

    def _is_thing_to_do(self, light: int) -> bool:
        """Read "provisions on establishing dialogue with": what is spoken of."""
        return (
            light > 0 and self.lx.lows[light].endswith("ing") and self.lx.lows[light - 1] in ("on", "about", "towards")
        )

    def _is_one_of_series(self, at: int) -> bool:
        """Read "the second US summit with": not that which was told of."""
        return _ORDINAL.search(self.lx.lower(max(0, at - 4), at)) is not None

    @once
    def _is_next(self, at: int) -> bool:
        """Read "the upcoming meeting", "the third session will be held"."""
        before = self.lx.lower(max(0, at - 4), at)
        if status_of("noun", before) == "planned":
            return True
        return _ORDINAL.search(before) is not None and status_of("after", self.lx.lower(at + 1, at + 26)) == "planned"

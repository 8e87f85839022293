"""Verbs that tell of a contact: to meet, receive, speak, call, discuss."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.clause.subjects import PHASES
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.triggers import Trigger, is_only_noun
from loaders.text.telling.by_wire import ByWire
from loaders.text.telling.met_things import is_met_thing, is_other_deed
from loaders.text.telling.partners import GOVERNS, GOVERNS_VIEWS, Partners
from loaders.text.telling.sittings import Sittings
from loaders.text.telling.so_called import is_so_called
from loaders.text.telling.sport import are_teams
from loaders.text.telling.while_talking import is_talking_to
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart
from loaders.text.who.person import Person

_AT_THIS = re.compile(r"\b(?:this|the) (?:\w+ )?(?:meeting|summit|talks|session|conference|negotiations)\b")
_VIEWS = re.compile(
    r"(?:\w+ ){0,3}?(?:(?P<views>views|opinions|assessments|perspectives)"
    r"|words|pleasantries|banter|handshakes?|gifts|presents|souvenirs|mementoe?s|jokes)\b"
)
_WORDS = Trigger("exchange-words", "verb", "share", "meeting")
_A_LINE = re.compile(
    r"\b(?:tele)?phone\b|\b(?:on|over|in|during|by|via) (?:(?:an?|the|this|their|his|her) )?(?:[\w-]+ ){0,2}?calls?\b"
    r"|\b(?:on|over|via) (?:the |an? )?(?:hot )?(?:hot)?line\b|\bvideo[ -]?call"
)
_AND_WITH = re.compile(r"\band (?:, )?(?:(?:later|then|separately|afterwards|earlier) (?:, )?)?(?:to|with)\b")


_BY_PHONE = re.compile(
    r"(?:[\w,']+ ){0,6}?(?:by|over the|on the|via) (?:tele)?phone\b"
    r"|(?:in|during|over|by|via) (?:an? |two |separate |three )*"
    r"(?:(?:tele)?phone (?:call|conversation|talk)s?|video[ -]?(?:link(?:-?up)?|call|conversation|conference)\b)"
)

_HOW = (
    r"(?:(?:on|in|at) the (?:side-?lines?|margins?|fringes?) of|face to face"
    r"|(?:during|at|in) (?:their|an?|the) (?:[\w-]+ ){0,4}?(?:meeting|talks|dinner|lunch)(?! (?:of|with|between)\b))\b"
)
_SIDE_BY_SIDE = re.compile(rf"[, ]*{_HOW}")
TOGETHER_FIRST = re.compile(
    rf"(?:{_HOW}|(?:in|during) (?:an?|their) (?:[\w-]+ ){{0,3}}?(?:(?:tele)?phone |video )?(?:call|conversation)\b"
    r"|(?:by|over the) (?:tele)?phone"
    r"|over (?:an? )?(?:\w+ )?(?:(?:cup|glass|pot|mug|plate)s? of )?(?:\w+ )?(?:lunch|dinner|breakfast|tea|coffee)\b)"
)
_MET_AND = re.compile(r"\b(?:met|meet|meets)(?: with)? and(?: also)?$")
"""Read "met with and spoke to X": in person."""
_ALIKE = frozenset({"counterparts", "colleagues"})
_BY_LETTER = frozenset({"letter", "letters", "message", "writing", "email", "envoy", "envoys"})
_TO_WHOM = frozenset({"apologised", "apologized", "complained", "protested"})


_IN_A_CALL = re.compile(
    r"\b(?:in|during|over) (?:(?:an?|the|their) )?(?:[\w-]+ ){0,2}?"
    r"(?:(?:(?:tele)?phone|video) (?:call|conversation)|call|phone)\b"
    r"|\b(?:by|via|over(?: the)?) (?:tele)?phone\b"
)
_BY_ANY_MEANS = frozenset({"confer", "consult"})
"""Verbs of contacts in person, if the sentence has no telephone."""
_TELL_GUEST = Trigger("tell-guest", "verb", "tell", "meeting")
_OF_SOMETHING = re.compile(
    r"(?:at|about|in|to|out|for(?! (?:[\w-]+ ){1,3}(?:hours?|minutes)\b)|during|on|(?:\w+ly |well )?of)\b"
)
"""Read "spoke at the forum", "spoke highly of"; not "spoke for an hour"."""
_SET_OFF = re.compile(r"^, (?:among|inter|amongst) (?:other things|others|alia) , ")
_OF_THINGS = frozenset({"of", "about"})
_NOUNS = frozenset({"talks", "negotiations", "meeting", "meetings", "dialogue", "summit", "relations"})
_SPEAKING = frozenset({"speaking", "talking"})
_CALL = Trigger("discuss-call", "verb", "discuss", "call")
DISCUSS = Trigger("discuss", "verb", "discuss", "meeting")


_WHETHER = frozenset({"how", "if", "that", "what", "whether", "why"})


class ContactVerbs(ByWire, Partners, Sittings):
    """Readers by the class of the verb, each for one row class of schema/text/triggers.tsv."""

    def _read_meet(self, at: int, trigger: Trigger) -> Frame | None:
        subject, objects = self._left(at), self._right(at, {"with", "", "by"})
        if self._meets_nobody(at):
            return None
        if not objects and not self._is_plural(subject):
            subject = self._body_meets(at)
        if not subject and not objects:
            return None
        everybody = subject + objects
        if are_teams(self.lx, everybody):
            return None
        if trigger.lemma == "consult" and "continue" in self.lx.lows[max(0, at - NEAR) : at]:
            return None  # "committed to continue to consult": to stay in touch
        by_phone = trigger.lemma in _BY_ANY_MEANS and self._mode(at)
        return self._make(at, _CALL if by_phone else trigger, everybody, self._before(at))

    def _meets_nobody(self, at: int) -> bool:
        """Read "a negotiating partner", "a negotiated settlement", "a resolution to negotiate", "to meet EU rules"."""
        word, before = self.lx.lows[at], self.lx.codes[at - 1 : at]
        other = word == "negotiating" and before == "x" and not self._goes_on_at(at)
        aim = word.startswith("negotiat") and (before in ("t", "a") or self._is_aim(at))
        met = word.startswith(("meet", "met")) and is_met_thing(self.lx, at)
        return other or aim or met or is_other_deed(self.lx, at)

    def _goes_on_at(self, at: int) -> bool:
        """Read "are negotiating", "began negotiating": no "negotiating partner"."""
        return self._has_be(at - 3, at) or self.lx.lows[at - 1] in PHASES

    def _is_aim(self, at: int) -> bool:
        """Read an infinitive that no verb says came about or is planned."""
        before = self._before(at).removesuffix(self.lx.lows[at]).strip()
        return before.endswith("to") and not status_of("before", before)

    def _read_gather(self, at: int, trigger: Trigger) -> Frame | None:
        if self._is_aim(at) or self._holds_meeting(at):
            return None  # "discussed efforts to convene a conference", "convened a meeting of": the noun tells of it
        subject = self._left(at)
        if not self._is_plural(subject):
            subject = self._body_meets(at) or subject
        if not subject or (not self._is_plural(subject) and subject[0].kind != "side"):
            return None
        objects = self._right(at, {"", "with", "of"})
        return (
            self._make(at, trigger, subject + objects, self._before(at))
            if objects or self._is_plural(subject)
            else None
        )

    def _read_see(self, at: int, trigger: Trigger) -> Frame | None:
        verb = at + (self.lx.lows[at + 1 : at + 2] == ["out"])  # "sounded out President X"
        objects = [a for a in self._right(verb, {"", "out"}) if a.kind in ("person", "role") or self._is_like(a)]
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        if not objects or not subject or not at < objects[0].first <= verb + PAIR:
            return None
        if self.lx.lows[at + 1] in _WHETHER:
            return None  # "to see whether X's deeds"
        after = "".join(self.lx.lows[objects[-1].last : objects[-1].last + 1])
        if after.endswith(("ed", "ing")) or self.lx.codes[objects[-1].last : objects[-1].last + 1] == "'":
            return None  # "wants to see President X removed", "embraced Minister X's proposals"
        if trigger.lemma == "engage" and after not in ("on", "over", "about", "regarding"):
            return None  # "engaged X as an adviser"
        return self._make(at, trigger, subject + objects, self._before(at))

    def _is_like(self, actor: Actor) -> bool:
        """Read "her Swedish counterpart", "her host"."""
        host = actor.kind == "group" and not actor.plural and self.lx.lows[actor.last - 1] == "host"
        return host or is_counterpart(self.lx, actor)

    def _read_discuss(self, at: int, trigger: Trigger) -> Frame | None:
        governs = GOVERNS_VIEWS if trigger.role == "share" else GOVERNS
        matter = self.lx.lows[at - 1 : at + 1] == ["issues", "discussed"]  # "Mali and other issues discussed there"
        if matter or (at and self.lx.lows[at - 1] == "to" and governs.search(self._before(at)) is None):
            return None
        if self._is_passive(at):
            return self._discussed_by(at, trigger)
        subject = self._left(at)
        partners = [] if self._is_of_talks(at) else self._discussed_with(at)
        if partners and self.passage.role != "headline" and all(a.kind == "side" for a in partners):
            partners = partners if all(a.kind in ("side", "group") for a in subject) else []
        if partners:
            return self._make(at, _CALL if self._mode(at) else trigger, subject + partners, self._before(at))
        if not self._is_plural(subject) or self._is_of_opening(at, subject):
            return None
        by_phone = self._mode(at) or _IN_A_CALL.search(self.lx.lower(at, len(self.lx))) is not None
        frame = self._make(at, _CALL if by_phone else trigger, subject, self._before(at))
        frame.definite = frame.anaphor or _AT_THIS.search(self.lx.lower(0, at)) is not None
        return frame

    def _discussed_by(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "quotas were discussed by X of Peru and Y of Chile"."""
        who = self._right(at, {"by"})
        sides = {side for actor in who for side in actor.sides}
        return self._make(at, trigger, who, self._before(at)) if len(sides) > 1 else None

    def _read_share(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the two ministers exchanged views on": they spoke."""
        said = _VIEWS.match(self.lx.lower(at + 1, at + NEAR))
        told = trigger if said is not None and said["views"] else _WORDS  # what one exchanges words for is no topic
        return self._read_discuss(at, told) if said is not None else None

    def _read_call(self, at: int, trigger: Trigger) -> Frame | None:
        on_it = self.lx.lows[max(0, at - PAIR) : at] in (["on", "the"], ["to", "the"])
        return (self._got_on_phone(at, trigger) if on_it else None) or self._spoke(at, trigger)

    def _spoke(self, at: int, trigger: Trigger) -> Frame | None:
        bare = set() if self.lx.lows[at].startswith("talk") else {""}  # "talked them out of going"
        subject, objects = self._left(at), self._right(at, {"with", "to", *bare})
        if trigger.lemma == "telephone" and self._is_passive(at):
            objects = self._right(at, {"by"})  # "was phoned by President X"
        objects = [a for a in objects if a.kind != "side" or self._mode(at) or len(objects) > 1]
        at_what = self.lx.lows[at : objects[0].first] if objects else []
        if not (_OF_THINGS.isdisjoint(self.lx.lows[at + 1 : at + 1 + PAIR]) or _NOUNS.isdisjoint(at_what)):
            objects = []  # "spoke of the need for talks with X", "spoke highly of it in his talks with X"
        if at_what[1:PAIR] == ["at"] and any(map(is_only_noun, at_what)):
            objects = []  # "was speaking at a press conference with X"
        by_phone = self._mode(at)
        if self.lx.lows[at] in _SPEAKING and not (by_phone or self._has_be(at - 3, at)):
            talking = bool(subject and objects) and is_talking_to(self.lx, at, objects[0])
            return self._make(at, DISCUSS, subject + objects, "") if talking else None
        if self.lx.lows[at] == "talk" and self.passage.spoken and not by_phone:
            return None  # "I will talk with the minister", in a transcript
        if objects and (subject or by_phone) and objects[0].first - at <= FAR:
            met = not by_phone and _MET_AND.search(self.lx.lower(max(0, at - NEAR), at)) is not None
            frame = self._make(at, DISCUSS if met else trigger, subject + objects, self._before(at))
            frame.separate = frame.separate or _AND_WITH.search(self.lx.lower(at, self._stop(at))) is not None
            return frame
        if self.lx.lows[at - 1 : at] == ["to"] and not by_phone:
            return None  # "have an opportunity to speak"
        goes_on = self.lx.lows[self._verb_group(at) - 1] == "and" and not by_phone  # "met and spoke frankly"
        over = not by_phone and self._talked_over(at, subject)
        elsewhere = not (by_phone or over) and (self._speech(at) or self._to_others(at))
        if self._is_plural(subject) and not goes_on and not elsewhere:
            placed = (w for w in self.places if w.governor in ("in", "at") and at < w.item < self._stop(at))
            return self._make(
                at, DISCUSS if over or (not by_phone and next(placed, None)) else trigger, subject, self._before(at)
            )
        return None

    def _read_reach_out(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "contacted Minister X by telephone", "reached out to his counterparts": else it may be a letter."""
        if self._mode(at):
            return self._read_call(at, trigger)
        called = [a for a in self._right(at, {"to"}) if a.kind in ("person", "role") or self._are_alike(a)]
        out = self.lx.lows[at + 1 : at + 3] == ["out", "to"] or self.lx.lows[at : at + PAIR] == ["reached", "out"]
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        if not (out and called and subject) or not _BY_LETTER.isdisjoint(self.lx.lows[at:]):
            return None
        return self._make(at, trigger, subject + called, self._before(at))

    def _are_alike(self, actor: Actor) -> bool:
        """Read "her Swedish counterpart", "his counterparts from Peru and Chile"."""
        return self._is_like(actor) or not _ALIKE.isdisjoint(self.lx.lows[actor.first : actor.last])

    def _read_agree(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "X and Japan's Y agreed in Tokyo to": persons of two states who are at one place."""
        persons = [a for a in self._left(at) if isinstance(a.person, Person)]
        sides = {a.person.side for a in persons if isinstance(a.person, Person) and a.person.side}
        reach = NEAR if self.lx.codes[at + 1 : at + 3] == "pm" else PAIR  # "agreed on Tuesday in Tokyo"
        placed = any(at < w.item <= at + reach + 1 and w.governor in ("in", "at") for w in self.places)
        return self._make(at, trigger, persons, self._before(at)) if len(sides) > 1 and placed else None

    def _read_tell(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "told his Russian counterpart by telephone", "on the sidelines of the forum, X assured President Y".

        To tell somebody is a contact where the sentence says how the two came to speak.
        """
        told = [a for a in self._left(at) if a.kind != "side"]
        others = self._right(at, {"by"}) if self._is_passive(at) else self._told(at)
        if not told or not others:
            return None
        end = max(a.last for a in [*others, *told])
        guest = "visiting" in self.lx.lows[at + 1 : end] or self._is_in_town(end)
        guest = guest and all(a.kind in ("person", "role") for a in others)
        if not guest and not self._spoke_together(at, end):
            return None
        where = self.lx.lower(end, end + FAR), self.lx.lower(self._clause_begin(at), at)
        met = guest or self._told_there(at) or any(_SIDE_BY_SIDE.match(words.lstrip(", ")) for words in where)
        return self._make(at, _TELL_GUEST if met else trigger, told + others, "")

    def _told(self, at: int) -> list[Actor]:
        """Whom something is told: "told X", "apologised for the incident to X"."""
        governor = "to" if self.lx.lows[at] in _TO_WHOM else ""
        told = [a for a in self._right(at, {governor}) if a.kind in ("person", "role", "group", "pronoun")]
        return [a for a in told if a.determiner not in ("it", "they", "them", "we")]

    def _spoke_together(self, at: int, end: int) -> bool:
        """Whether words right after those who spoke, or before them, say how: by telephone, or in person."""
        lx = self.lx
        after = lx.lower(end, end + 9).lstrip(", ")
        if _BY_PHONE.match(after) or _SIDE_BY_SIDE.match(after):
            return True
        return self._told_there(at) or TOGETHER_FIRST.match(lx.lower(self._clause_begin(at), at)) is not None

    def _mode(self, at: int) -> bool:
        words = self.lx.lower(at, self._stop(at))
        return ("phone" in words or "call" in words or "line" in words) and _A_LINE.search(words) is not None

    def _to_others(self, at: int) -> bool:
        """Read "talked with the journalists": to those who are no parties."""
        return re.match(r"(?:\w+ )?(?:with|to) (?:the )?(?:\w+ )?[a-z]", self.lx.lower(at + 1, at + 6)) is not None

    def _speech(self, at: int) -> bool:
        if self.lx.codes[at + 2 : at + 3] == "m":
            return False
        said = _SET_OFF.sub("", self.lx.lower(at + 1, at + FAR))
        return _OF_SOMETHING.match(said) is not None

    def _read_call_object(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "called President X", "called his Kenyan counterpart on Monday": no "called the deal a success"."""
        objects = [a for a in self._right(at, {""}) if a.kind in ("person", "role") or is_counterpart(self.lx, a)]
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        if not objects or not subject or objects[0].first != at + 1:
            return None
        if is_so_called(self.lx, objects[0].last) or self._is_passive(at):
            return None
        return self._make(at, trigger, subject + objects[:1], self._before(at))

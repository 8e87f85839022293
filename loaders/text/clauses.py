"""One sentence to frames: what happened, who took part in which role, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.text.actors import Actor, read_actors
from loaders.text.groups import Group, Where, read_groups, read_places
from loaders.text.lexer import Lexed
from loaders.text.status import NONE, status_of
from loaders.text.structure import Passage
from loaders.text.triggers import Trigger, triggers

_STOP_WORDS = frozenset(
    "that who which whom where while after before when if but because although since saying said told adding added whose as "
    "following during ahead amid despite without until unless though whereas noting stressing".split()
)
_AUXILIARIES = frozenset(
    "will would shall should may might can could must is are was were be been being has have had do does did to not also then "
    "never already just recently currently later soon again jointly separately personally briefly formally officially twice "
    "today yesterday tomorrow earlier now still both each".split()
)
_LIGHT = frozenset(
    "hold holds held holding have has had having conduct conducted conducts conducting attend attends attended attending take takes took taken taking "
    "participate participated participates join joins joined joining chair chaired chairs co-chaired co-chair co-chairs host hosted hosts hosting co-hosted co-host co-hosts begin began begins begun "
    "start started starts open opened opens finish finished end ended ends pay paid pays paying make made makes making lead led leads complete completed conclude "
    "concluded schedule scheduled plan planned plans cancel cancelled canceled cancels postpone postponed postpones propose proposed proposes announce announced "
    "announces arrange arranged organise organised organize organized set seek sought exchange exchanged call called put ruled continue continued "
    "continues resume resumed resumes suspend suspended get got undertake undertook enter entered wrap wrapped engage engaged convene convened round do "
    "establish established establishing embark embarked initiate initiated wind confirm confirmed confirms deny denied denies demand demanded request requested offered offer mediate mediated broker brokered".split()
)
_TALKED_OF = re.compile(r"\b(?:discuss\w*|exchang\w+|situation|concerning|regarding|importance|issues?|prospects|progress|touched|questions?|support\w*|efforts|need|outcome|results|resumption|resume\w*|facilitat\w+|process)\b")
_DENYING = re.compile(r"\b(?<!not )(?<!n't )(?:denied|denies|deny|dismissed|rejected|no truth)\b")
_AT_THIS = re.compile(r"\b(?:this|the) (?:\w+ )?(?:meeting|summit|talks|session|conference|negotiations)\b")
_PARTITIVES = frozenset({"round", "rounds", "series", "session", "set", "day", "days", "hours", "third", "kind", "type", "lot"})
_ABOUT = re.compile(r"\b(?:on|about|regarding|concerning|over|discuss\w*|situation|conflict|war|crisis|peace|developments|settlement|hostilities|fighting|issue|issues|cooperation|against)\b")
_ANAPHORS = frozenset({"leaders", "sides", "parties", "presidents", "ministers", "heads", "officials", "delegations", "participants", "they"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BIDDING = frozenset("urged urges asked asks invited invites encouraged pressed wants wanted called on for told expects expected".split())
_MEETING_AS_VERB = Trigger("meet", "verb", "meet", "meeting")
_REPORTING = frozenset("said says told announced reported confirmed stated added noted denied according statement quoted".split())

_DOCUMENTS = frozenset(
    "memorandums agreement agreements treaty treaties memorandum memoranda mou pact pacts accord accords declaration protocol protocols document documents "
    "convention statement communique communiqué contract contracts deal deals arrangement arrangements charter plan roadmap letter".split()
)
_LETTERS = frozenset(
    "letter letters message messages telegram telegrams greetings condolences congratulations congratulation note cable sympathy".split()
)


@dataclass
class Frame:
    """One telling of an event."""

    kind: str
    status: str
    actors: list[Actor]
    lx: Lexed
    passage: Passage
    at: int
    """The item of the word that tells of it."""
    rule: str
    places: list[Where] = field(default_factory=list)
    hosts: list[Actor] = field(default_factory=list)
    anaphor: bool = False
    """The parties are those of the event told of before ("the two leaders")."""
    separate: bool = False
    """Each object is an event of its own ("met separately with")."""
    definite: bool = False
    """Told of as known: "the talks", "the meeting"."""
    span: tuple[int, int] = (0, 0)
    """The items of the clause."""
    document: str = ""
    home_takes_part: bool = False
    awaited: bool = False
    """ "Looks forward to": a plan if there is a day for it."""
    companions: bool = False
    """More parties of the event told of just before."""


class ClauseReader:
    """Reads the frames of one sentence. Its actors are resolved before the frames are asked for."""

    def __init__(self, lx: Lexed, passage: Passage) -> None:
        self.lx = lx
        self.passage = passage
        self.actors = read_actors(lx)
        self.groups: list[Group] = []
        self.places: list[Where] = []
        self._subject: list[Actor] = []
        self._subject_at = 0

    def frames(self) -> list[Frame]:
        """Return what the sentence tells, in the order of its words."""
        self.groups = read_groups(self.lx, self.actors)
        self.places = read_places(self.lx, self.actors)
        found: list[Frame] = []
        for at, options in self._triggers():
            frame = next((one for trigger in options if (one := self._frame(at, trigger)) is not None), None)
            if frame is not None and frame.status != NONE:
                found.append(frame)
        return found

    # -- which words tell of something

    def _triggers(self) -> list[tuple[int, tuple[Trigger, ...]]]:
        lx, table = self.lx, triggers()
        found: list[tuple[int, tuple[Trigger, ...]]] = []
        inside = self._inside_actors()
        at = 0
        while at < len(lx):
            if lx.codes[at] in "xBNpn" and at not in inside:
                options, step = table.get(" ".join(lx.lows[at : at + 2]) if at + 1 < len(lx) else ""), 2
                if options is None:
                    options, step = table.get(lx.lows[at]), 1
                if options is None and lx.lows[at] == "meeting":
                    options = table["meeting"]
                if options is not None:
                    chosen = self._choose(at, options)
                    if chosen:
                        found.append((at + step - 1 if chosen[0].part == "noun" else at, chosen))
                    at += step
                    continue
            at += 1
        return found

    def _inside_actors(self) -> set[int]:
        return {i for actor in self.actors for i in range(actor.first, actor.last)}

    def _choose(self, at: int, options: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
        """The readings of a word that may be a noun or a verb, by the words around it."""
        nouns = tuple(one for one in options if one.part == "noun")
        verbs = tuple(one for one in options if one.part == "verb")
        if not nouns:
            return verbs
        if not verbs:
            return (_MEETING_AS_VERB,) if self._is_gerund(at) else nouns
        before = self.lx.codes[at - 1 : at]
        lower = self.lx.lows[at - 1] if at else ""
        if before in ("t", "h", "'", "D", "a", "n", "o", "w", "y", "-", "B") or (before == "p" and lower != "to"):
            return nouns
        if lower in _AUXILIARIES or any(actor.last == at for actor in self.actors):
            return verbs
        return nouns

    def _is_gerund(self, at: int) -> bool:
        """ "is meeting", "before meeting Prime Minister X", "and meeting with"."""
        if self.lx.lows[at] != "meeting" or at == 0:
            return False
        before = self.lx.lows[at - 1]
        follows = self.lx.codes[at + 1 : at + 2]
        if before in {"is", "are", "was", "were", "be", "been"} and self.lx.codes[at - 2 : at - 1] != "t":
            return True
        nearest = any(actor.first == at + 1 for actor in self.actors) or follows == "w"
        return nearest and before in {"after", "before", "and", "hosting", "for", "to", "of", "by"} and self.lx.codes[at - 1] != "t"

    # -- frames by class of trigger

    def _frame(self, at: int, trigger: Trigger) -> Frame | None:
        name = "_read_" + trigger.role.replace("-", "_")
        reader = getattr(self, name, None)
        return reader(at, trigger) if reader is not None else None

    def _read_meet(self, at: int, trigger: Trigger) -> Frame | None:
        subject, objects = self._left(at), self._right(at, {"with", "", "by"})
        objects = [a for a in objects]
        if not subject and not objects:
            return None
        if not objects and not self._is_plural(subject):
            return None
        return self._make(at, trigger, subject + objects, self._before(at))

    def _read_gather(self, at: int, trigger: Trigger) -> Frame | None:
        subject = self._left(at)
        if not subject or not self._is_plural(subject) and subject[0].kind != "side":
            return None
        objects = self._right(at, {"", "with", "of"})
        return self._make(at, trigger, subject + objects, self._before(at)) if objects or self._is_plural(subject) else None

    def _read_see(self, at: int, trigger: Trigger) -> Frame | None:
        objects = [a for a in self._right(at, {""}) if a.kind in ("person", "role")]
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        if not objects or not subject or objects[0].first > at + 3:
            return None
        return self._make(at, trigger, subject + objects, self._before(at))

    def _read_discuss(self, at: int, trigger: Trigger) -> Frame | None:
        if at and self.lx.lows[at - 1] == "to" and not re.search(r"\b(?:will|is|are|plan\w*|due|scheduled|agreed|expected|set)\b", self._before(at)):
            return None
        subject = self._left(at)
        partners = self._right(at, {"with"})
        if partners:
            return self._make(at, trigger, subject + partners, self._before(at))
        if not self._is_plural(subject):
            return None
        frame = self._make(at, trigger, subject, self._before(at))
        frame.definite = frame.anaphor or _AT_THIS.search(self.lx.lower(0, at)) is not None
        return frame

    def _read_receive(self, at: int, trigger: Trigger) -> Frame | None:
        if trigger.lemma == "receive" and not self._is_passive(at) and self._object_noun(at, _LETTERS) >= 0:
            sender = [a for g in self.groups if g.first > at and g.governor == "from" and not self._is_place(g) for a in g.actors]
            return self._make(at, Trigger("receive-letter", "verb", "letter", "letter"), self._left(at) + sender, self._before(at)) if sender else None
        if self._is_passive(at):
            return self._make(at, trigger, self._left(at) + self._right(at, {"by", "with"}), self._before(at), hosts=self._right(at, {"by"}))
        objects = [a for a in self._right(at, {""}) if a.kind != "pronoun" and not (a.kind == "side" and len(self.lx) > a.last and self.lx.codes[a.last] == "'")]
        if not objects or objects[0].first > at + 5:  # noqa: PLR2004
            return None
        if trigger.lemma == "host" and all(a.kind == "side" for a in objects):
            return None
        host = self._left(at)
        if not host and self.passage.role != "headline":
            return None
        return self._make(at, trigger, host + objects, self._before(at), hosts=host)

    def _read_receive_by(self, at: int, trigger: Trigger) -> Frame | None:
        objects = [a for a in self._right(at + 1, {"", "on", "upon"}) if a.kind in ("person", "role", "group")]
        follows = self.lx.lows[objects[0].last : objects[0].last + 1] if objects else []
        subject = self._left(at)
        if not objects or not subject or follows == ["to"]:
            return None
        return self._make(at, trigger, subject + objects, self._before(at), hosts=objects)

    def _read_call(self, at: int, trigger: Trigger) -> Frame | None:
        subject, objects = self._left(at), self._right(at, {"with", "to", ""})
        objects = [a for a in objects if a.kind != "side" or self._mode(at) or len(objects) > 1]
        by_phone = self._mode(at)
        if objects and (subject or by_phone) and objects[0].first - at <= 8:  # noqa: PLR2004
            return self._make(at, trigger, subject + objects, self._before(at))
        if self._is_plural(subject) and (by_phone or not self._speech(at)):
            return self._make(at, trigger, subject, self._before(at))
        return None

    def _mode(self, at: int) -> bool:
        return bool(re.search(r"\b(?:phone|telephone|call|line)\b", self.lx.lower(at, self._stop(at))))

    def _speech(self, at: int) -> bool:
        if self.lx.codes[at + 2 : at + 3] == "m":
            return False
        return self.lx.lows[at + 1 : at + 2] in (["at"], ["about"], ["of"], ["in"], ["to"], ["out"], ["for"], ["during"], ["on"])

    def _read_call_object(self, at: int, trigger: Trigger) -> Frame | None:
        objects = [a for a in self._right(at, {""}) if a.kind in ("person", "role")]
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "pronoun")]
        if not objects or not subject or objects[0].first != at + 1:
            return None
        after = self.lx.codes[objects[0].last : objects[0].last + 1]
        if after in ("t", '"', "N") or self._is_passive(at):
            return None
        return self._make(at, trigger, subject + objects[:1], self._before(at))

    def _read_travel(self, at: int, trigger: Trigger) -> Frame | None:
        direct = trigger.lemma == "visit"
        stop = self._stop(at)
        to = [w for w in self.places if at < w.item < stop and (w.governor == "to" or (direct and w.governor == "" and w.item <= at + 4) or (self.lx.lows[at].startswith("arriv") and w.governor in ("in", "at")) or (self.lx.lows[at] in ("leaves", "left") and w.governor == "for"))]  # noqa: E501, PLR2004
        to = self._with_listed(to, stop)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "group", "pronoun")]
        if not to or not subject:
            return None
        return self._make(at, trigger, subject, self._before(at), places=to)

    def _read_leave(self, at: int, trigger: Trigger) -> Frame | None:
        stop = self._stop(at)
        to = self._with_listed([w for w in self.places if at < w.item < stop and w.governor == "for"], stop)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "group", "pronoun")]
        return self._make(at, trigger, subject, self._before(at), places=to) if to and subject else None

    def _with_listed(self, to: list[Where], stop: int) -> list[Where]:
        """Add the places that go on with the list: "to Brazil and Argentina"."""
        if not to:
            return []
        found = [to[0]]
        for where in self.places:
            if found[-1].item < where.item < stop and self.lx.codes[found[-1].item + 1 : where.item].strip(",&t") == "" and where.item - found[-1].item < 4:  # noqa: E501, PLR2004
                found.append(where)
        return found

    def _read_visit_noun(self, at: int, trigger: Trigger) -> Frame | None:
        lx, stop = self.lx, self._stop(at, noun=True)
        owner = self._possessor(at)
        to = self._with_listed([w for w in self.places if at < w.item < stop and w.governor in ("to", "in")][:1], stop)
        by = self._right(at, {"by", "of"}, noun=True)
        light = self._light(at)
        subject = owner or by or (self._left(light) if light >= 0 else [])
        subject = [a for a in subject if a.kind != "side"] or ([] if not owner else owner)
        if not subject or not to:
            return None
        del lx
        return self._noun(at, trigger, subject, places=to)

    def _read_noun_call(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.lows[at] in ("call", "calls") and self.lx.codes[at + 1 : at + 2] in ("f", "o") or (self.lx.lows[at] in ("call", "calls") and self.lx.lows[at + 1 : at + 2] in (["to"], ["on"], ["that"], ["upon"])):
            return None
        return self._noun(at, trigger, None, also="to")

    def _read_noun(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.lows[at] in ("dialogue", "contacts", "session", "discussion", "consultation") and self._light(at) < 0:
            return None
        return self._noun(at, trigger, None)

    def _noun(self, at: int, trigger: Trigger, subject: list[Actor] | None, places: list[Where] | None = None, also: str = "with") -> Frame | None:
        light = self._light(at)
        stated: list[Actor] = list(subject or [])
        if subject is None:
            stated = self._possessor(at) + self._right(at, {"with", "between", "of", "among", "by", also}, noun=True)
            adjectives = self._adjective_sides(at)
            stated += [] if any(a.sides for a in stated) else adjectives
            if light >= 0:
                stated = self._left(light) + stated
            elif stated and not self._possessor(at) and self._embedded(at) and len({s for a in stated for s in a.sides}) < 2:  # noqa: PLR2004
                stated = self._clause_subject(at) + stated
        passive_by: list[Actor] = []
        if light < 0 and not self._possessor(at) and self.passage.role != "headline" and _TALKED_OF.search(self._governing(at)):
            return None
        definite = self.lx.codes[at - 1 : at] == "t" and self.lx.lows[at - 1] in ("the", "this", "these", "that") if at else False
        headline = self.passage.role == "headline"
        if not stated and not (places or headline):
            return None
        if trigger.kind == "summit" and light < 0 and re.search(r"\b(?:sidelines?|margins?|fringes|ahead|eve) of\b", self.lx.lower(max(0, at - 8), at)):
            return None
        status = self._noun_status(at, light)
        frame = self._make(at, trigger, stated + passive_by, "", places=places)
        frame.status = status
        frame.definite = definite and light < 0
        frame.home_takes_part = light < 0 and not self._possessor(at) and self.lx.codes[at + 1 : at + 2] == "w"
        return frame

    def _embedded(self, at: int) -> bool:
        """ "at a meeting with", "during talks with", "in a conversation with"."""
        i = at - 1
        while i >= 0 and self.lx.codes[i] in "xaBntmD-" and at - i < 5:  # noqa: PLR2004
            i -= 1
        return i >= 0 and self.lx.codes[i] == "p" and self.lx.lows[i] in ("at", "in", "during", "after", "following", "before")

    def _clause_subject(self, at: int) -> list[Actor]:
        """The subject of the clause around a phrase."""
        begin = self._clause_begin(at)
        before = [g for g in self.groups if begin <= g.first and g.last <= at and g.governor == "" and not g.possessive]
        if before:
            return before[0].actors
        after = [g for g in self.groups if g.first > at and g.governor == "" and not g.possessive and self.lx.codes[g.first - 1 : g.first] == ","]
        return after[0].actors if after else []

    def _noun_status(self, at: int, light: int) -> str:
        window = self.lx.lower(max(0, at - 6), at)
        own = status_of("noun", " ".join(window.split()[-4:]))
        if own in ("cancelled", "postponed", "denied") or (own and light < 0):
            return own
        if light >= 0:
            before = self._before(light) + " " + self.lx.lower(light + 1, at)
            said = status_of("before", before)
            if said:
                return said
        else:
            said = status_of("before", self._governing(at))
            if said in ("denied", "cancelled", "postponed", "proposed"):
                return said
        after = status_of("after", self.lx.lower(at + 1, at + 26))
        if light < 0 and after:
            return after
        return own or ("held" if light >= 0 else "")

    def _governing(self, at: int) -> str:
        """The words before a noun, back to the last break of the sentence."""
        begin = at - 1
        while begin > 0 and self.lx.codes[begin] not in ";." and at - begin < 7:  # noqa: PLR2004
            begin -= 1
        return self.lx.lower(begin, at)

    # -- the parts of a clause

    def _left(self, at: int) -> list[Actor]:
        """The subject of the predicate at this item."""
        begin = self._verb_group(at)
        lx = self.lx
        if begin > 0 and lx.lows[begin - 1] in ("and", "but", "then", ",") and self._subject and not self._ends_at(begin):
            return self._subject
        relative = begin > 0 and lx.lows[begin - 1] in ("who", "which")
        if relative:
            begin -= 1
        groups = [g for g in self.groups if g.last <= begin and (g.governor == "" or relative) and not (g.possessive and g.actors[0].kind != "person") and not self._is_place(g)]
        groups = [g for g in groups if ";" not in lx.codes[g.last : begin]]
        chosen = next((g for g in reversed(groups) if self._may_act(g, begin)), None)
        if chosen is None:
            governed = [g for g in self.groups if g.last <= begin and begin - g.last <= 1 and g.governor in ("of", "from") and not self._is_place(g)]
            chosen = governed[-1] if governed else None
        if chosen is None:
            return []
        self._subject = chosen.actors
        self._subject_at = chosen.first
        return chosen.actors

    def _may_act(self, group: Group, begin: int) -> bool:
        between = self.lx.lower(group.last, begin)
        return not re.search(r"\bthat\b(?!.*\b(?:he|she|they)\b)", between) or begin - group.last > 0

    def _ends_at(self, item: int) -> bool:
        return any(g.last == item for g in self.groups)

    def _is_place(self, group: Group) -> bool:
        return all(a.determiner == "place" for a in group.actors) and group.governor in ("in", "at", "to", "from", "near", "outside", "for")

    def _verb_group(self, at: int) -> int:
        """Where the auxiliaries and what governs the infinitive begin: "had been due to" before "meet"."""
        lx, begin = self.lx, at
        ends = {g.last for g in self.groups} | {g.last - 1 for g in self.groups if lx.codes[g.last - 1] == ","}
        while begin > 0 and begin not in ends and lx.codes[begin - 1] in "xpta'yn,mawofhB" and at - begin < 14:  # noqa: PLR2004
            word = lx.lows[begin - 1]
            if word in _STOP_WORDS or lx.codes[begin - 1] in ",;" and word not in _AUXILIARIES:
                break
            if lx.lows[begin - 1] == "and" :
                break
            begin -= 1
        return begin

    def _before(self, at: int) -> str:
        begin = self._verb_group(at)
        words = self.lx.lower(begin, at + 1)
        if begin and self.lx.lows[begin - 1] in ("if", "whether", "unless"):
            words = "if " + words
        clause = self._clause_begin(at)
        if clause > 1 and self.lx.lows[clause - 1] == "that" and _DENYING.search(self.lx.lower(0, clause)):
            words = f"denied {words}"
        if words.startswith("to ") and self._subject_at and self.lx.lows[self._subject_at - 1] in _BIDDING:
            words = f"{self.lx.lows[self._subject_at - 1]} {words}"
        return words

    def _right(self, at: int, governors: set[str], noun: bool = False) -> list[Actor]:
        """The actors after an item, up to the end of the clause, that one of these words governs."""
        stop = self._stop(at, noun)
        found: list[Actor] = []
        for group in self.groups:
            if not at < group.first < stop:
                continue
            if group.governor not in governors or self._is_place(group):
                if found and not noun:
                    continue
                continue
            if group.governor == "" and (group.first - at > 4 or self.lx.codes[at + 1 : group.first].strip("thnxma,") != ""):  # noqa: PLR2004
                continue
            if group.possessive and group.actors[-1].kind in ("side", "group"):
                continue
            if group.governor == "of" and noun and group.actors[0].kind == "side" and found:
                continue
            if noun and group.governor == "to" and found:
                continue
            if found and group.governor == "" and not noun:
                continue
            if group.governor == "by" and not noun and not self._is_passive(at):
                continue
            found.extend(group.actors)
            if noun and group.governor in ("with", "between"):
                break
        return found

    def _stop(self, at: int, noun: bool = False) -> int:
        lx = self.lx
        for i in range(at + 1, len(lx)):
            if lx.codes[i] in ";.":
                return i
            word = lx.lows[i]
            if word in _STOP_WORDS and lx.codes[i] not in "KCDN":
                return i
            if word == "to" and lx.codes[i + 1 : i + 2] == "x" and lx.lows[i + 1] not in ("the",):
                return i
            if word in ("and", "but") and i + 1 < len(lx) and lx.codes[i + 1] == "x" and self._is_verb(i + 1):
                return i
            if noun and lx.codes[i] == "x" and word in ("was", "were", "is", "are", "will", "has", "have", "had", "took", "would", "produced", "ended", "began", "continued"):
                return i
        return len(lx)

    def _is_verb(self, at: int) -> bool:
        word = self.lx.lows[at]
        return word in _AUXILIARIES or word in _LIGHT or word.endswith("ed") or any(t.part == "verb" for t in triggers().get(word, ()))

    def _is_passive(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - 4), -1):
            if self.lx.lows[i] in _PASSIVE:
                return self.lx.lows[at].endswith(("ed", "en", "met", "held")) or self.lx.lows[at] == "met"
            if self.lx.codes[i] != "x":
                break
        return self.lx.lows[at + 1 : at + 2] == ["by"] and self.lx.lows[at].endswith("ed")

    def _possessor(self, at: int) -> list[Actor]:
        """ "President X's first meeting": whose it is; also "his meeting"."""
        lx, i = self.lx, at - 1
        while i >= 0 and lx.codes[i] in "xaBn-D" and at - i < 6 and lx.lows[i] not in _STOP_WORDS:  # noqa: PLR2004
            i -= 1
        if i >= 0 and lx.codes[i] == "'":
            return next((g.actors for g in self.groups if g.last == i), [])
        if i >= 0 and lx.codes[i] == "h":
            later = next((g.actors for g in self.groups if g.first > at and g.governor == "" and not g.possessive), [])
            return later if i < 3 and later else self._subject  # noqa: PLR2004
        return []

    def _adjective_sides(self, at: int) -> list[Actor]:
        """ "Russian-Armenian talks", "the US-China summit", "NATO summit"."""
        lx, i = self.lx, at - 1
        found: list[Actor] = []
        while i >= 0 and (lx.codes[i] in "xaBnDCO-FK&m") and at - i < 9:  # noqa: PLR2004
            term = lx.terms[i]
            if lx.codes[i] in "DCO" and term is not None and term.side:
                found.insert(0, Actor(i, i + 1, kind="side", sides=(term.side,)))
            elif lx.codes[i] == "x" and (found or lx.lows[i] in _LIGHT or lx.lows[i] in _AUXILIARIES):
                break
            i -= 1
        return found

    def _light(self, at: int) -> int:
        """The item of the verb whose object the noun at this item is, or -1."""
        lx = self.lx
        for i in range(at - 1, max(-1, at - 9), -1):
            if lx.codes[i] == "'" and (lx.codes[i - 1] == "m" or lx.lows[i - 1] in ("week", "month", "year", "day")):
                continue
            if lx.codes[i] in ";.,'" or lx.lows[i] in _STOP_WORDS:
                return -1
            if lx.lows[i] in _LIGHT and lx.codes[i] == "x":
                return i
            if lx.codes[i] == "o" and lx.lows[i - 1] in _PARTITIVES:
                continue
            if lx.codes[i] in "oyw" or (lx.codes[i] == "p" and lx.lows[i] not in ("in", "on", "into", "off", "out", "for", "to")):
                return -1
        return -1

    def _is_plural(self, actors: list[Actor]) -> bool:
        return len(actors) > 1 or any(a.plural or a.determiner in ("they", "both") or self._anaphoric(a) for a in actors)

    def _anaphoric(self, actor: Actor) -> bool:
        """ "the two leaders", "the sides", "they": parties told of before."""
        if actor.sides or actor.name:
            return False
        if actor.kind == "pronoun":
            return actor.determiner == "they"
        word = self.lx.lows[actor.last - 1]
        return word in _ANAPHORS

    def _make(self, at: int, trigger: Trigger, actors: list[Actor], before: str, *, places: list[Where] | None = None, hosts: list[Actor] | None = None) -> Frame:
        stop = self._stop(at)
        begin = self._clause_begin(at)
        status = status_of("before", before) if before else "held"
        if places is None:
            places = [w for w in self.places if begin <= w.item and w.governor in ("in", "at", "near", "outside")]
            skip = 1 + (trigger.role == "receive-by")
            places = [w for w in places if w.item > at and not _ABOUT.search(self.lx.lower(at + skip, w.item))] or [w for w in places if w.item < at]
            if trigger.role == "discuss":
                places = [w for w in places if w.item < at]
            inside = self._inside_actors()
            places = [w for w in places if w.item not in inside or any(a.first <= w.item < a.last and a.determiner == "place" or a.kind == "side" for a in self.actors)]
        seen: list[Actor] = []
        for actor in actors:
            if actor not in seen:
                seen.append(actor)
        frame = Frame(trigger.kind, status or "held", seen, self.lx, self.passage, at, f"{trigger.lemma}-{trigger.role}", places, hosts or [], span=(begin, stop))
        frame.anaphor = any(self._anaphoric(a) for a in seen) and not any(a.sides or a.person for a in seen)
        frame.awaited = "look" in before
        frame.separate = "separate" in self.lx.lower(max(0, at - 3), at + 8) or self.lx.lows[at] in ("meetings",) and "bilateral" in self.lx.lower(max(0, at - 3), at)
        return frame

    def _clause_begin(self, at: int) -> int:
        for i in range(at - 1, -1, -1):
            if self.lx.codes[i] in ";." or (self.lx.lows[i] in ("but", "while", "that", "who", "which", "where", "because", "although") and i < at - 1):
                return i + 1
        return 0

    # -- acts other than contacts

    def _read_sign(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._object_noun(at, _DOCUMENTS)
        if what < 0:
            return None
        if self._is_passive(at):
            subject = self._right(at, {"by", "between"}) or self._right(at, {"with"})
        else:
            subject = self._left(at) + self._right(at, {"with", "between"})
            subject += self._right(what, {"with", "between"}, noun=True)
        subject += [] if len(subject) > 1 else self._adjective_sides(what)
        frame = self._make(at, trigger, subject, self._before(at))
        frame.anaphor = frame.anaphor or (not subject and self._is_passive(at))
        frame.document = self._noun_phrase(what)
        return frame

    def _object_noun(self, at: int, nouns: frozenset[str]) -> int:
        """The item of a noun of this class near a verb: its object, or its subject where the verb is passive."""
        lx = self.lx
        for i in range(at + 1, min(self._stop(at) + 1, at + 14, len(lx))):
            if lx.lows[i] in nouns:
                return i
        if self._is_passive(at):
            for i in range(at - 1, max(-1, at - 14), -1):
                if lx.lows[i] in nouns:
                    return i
        return -1

    def _noun_phrase(self, at: int) -> str:
        first = at
        while first > 0 and self.lx.codes[first - 1] in "xaBNDC-n" and at - first < 6 and self.lx.lows[first - 1] not in triggers():  # noqa: PLR2004
            first -= 1
        return self.lx.words(first, at + 1)

    def _read_document_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """ "an agreement between A and B was reached": the noun with a verb of making after it."""
        lx = self.lx
        after = lx.lower(at + 1, at + 14)
        before = lx.lower(max(0, at - 5), at)
        made = re.search(r"\b(?:was|were|been|be|is) (?:\w+ )?(?:signed|reached|adopted|concluded|initialled|announced|agreed)\b", after)
        reach = re.search(r"\b(?:reach(?:ed)?|conclud(?:e|ed)|struck|sealed|result(?:ed)? in|produced|announced|ended (?:in|with) the signing of)\b[^.]{0,30}$", before)
        if (not made and not reach) or re.search(r"\b(?:to|not|without) (?:reach|conclud|strik|seal|sign)\w*", before):
            return None
        actors = self._right(at, {"between", "with", "among"}, noun=True)
        if reach and len(actors) < 2:  # noqa: PLR2004
            light = next((i for i in range(at - 1, max(-1, at - 6), -1) if lx.lows[i] in ("reach", "reached", "concluded", "conclude", "struck", "sealed", "announced")), -1)
            actors = (self._left(light) if light >= 0 else []) + actors
        actors += self._adjective_sides(at) if len(actors) < 2 else []  # noqa: PLR2004
        if len(actors) < 2:  # noqa: PLR2004
            return None
        words = " ".join([before, after])
        return self._make(at, trigger, actors, words if re.search(r"\b(?:will|would|may|could|hope\w*|expected|to be|failed|not)\b", words) else "")

    def _read_send(self, at: int, trigger: Trigger) -> Frame | None:
        what = self._object_noun(at, _LETTERS)
        if what < 0:
            return None
        receivers = self._right(at, {"", "to", "with"}) + [a for g in self.groups if g.first > what and g.governor in ("to", "with") and g.first < self._stop(what) + 1 for a in g.actors]
        sender = self._right(at, {"from", "by"}) if self._is_passive(at) else self._left(at)
        receivers = [a for a in receivers if a not in sender]
        if not receivers or (not sender and self.passage.role != "headline"):
            return None
        return self._make(at, trigger, sender + receivers, self._before(at))

    def _read_congratulate(self, at: int, trigger: Trigger) -> Frame | None:
        receivers = [a for a in self._right(at, {""}) if a.kind in ("person", "role")]
        sender = [a for a in self._left(at) if a.kind in ("person", "role")]
        return self._make(at, trigger, sender + receivers, self._before(at)) if receivers and sender else None

    def _read_letter_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """ "Condolences to President X", "Message from X to Y", as a headline."""
        if self.passage.role != "headline" or at > 3:  # noqa: PLR2004
            return None
        receivers = self._right(at, {"to", "from"}, noun=True)
        frame = self._make(at, trigger, receivers, "")
        frame.home_takes_part = bool(receivers)
        return frame if receivers else None

    def _read_sanction(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        what = at if lx.lows[at] in ("sanctioned", "sanctioning", "designating", "designated") else self._object_noun(at, frozenset({"sanctions", "sanction", "embargo", "tariffs", "restrictions"}))
        if what < 0 or (what != at and lx.lows[what] in ("tariffs", "restrictions") and "visa" not in lx.lower(max(0, what - 2), what)):
            return None
        passive = self._is_passive(at)
        subject = self._right(at, {"by"}) if passive else self._left(at)
        targets = [a for g in self.groups if g.first > what and g.governor in ("on", "against", "from", "", "including") for a in g.actors if a not in subject]
        targets += [a for g in self.groups if at < g.first < what for a in g.actors]
        if what == at and not any(a.sides or a.person for a in targets):
            return None
        if not targets:
            return None
        frame = self._make(at, trigger, subject + targets, self._before(at))
        frame.home_takes_part = not subject
        return frame

    def _read_expel(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        if trigger.lemma == "declare" and "grata" not in lx.lower(at, at + 20):
            return None
        if not re.search(r"diplomat|attach|ambassador|envoy|consul|embassy|spies|intelligence officers|staff|charg", lx.lower(max(0, at - 10), at + 16)):
            return None
        subject = self._right(at, {"by", "from"}) if self._is_passive(at) else self._left(at)
        objects = [a for g in self.groups if g.first > at and g.governor in ("", "of") and g.first < self._stop(at) for a in g.actors]
        objects = objects or self._loose_sides(at + 1, self._stop(at)) or (self._left(at) if self._is_passive(at) else [])
        return self._make(at, trigger, subject + objects, self._before(at)) if subject or objects else None

    def _loose_sides(self, first: int, last: int) -> list[Actor]:
        """Demonyms that stand for a side though no phrase was read: "ten Polish attachés"."""
        found = []
        for i in range(first, min(last, len(self.lx))):
            term = self.lx.terms[i]
            if self.lx.codes[i] in "DC" and term is not None and term.side:
                found.append(Actor(i, i + 1, kind="side", sides=(term.side,)))
        return found

    def _read_summon(self, at: int, trigger: Trigger) -> Frame | None:
        if not re.search(r"ambassador|envoy|charg|diplomat|high commissioner|consul", self.lx.lower(max(0, at - 12), at + 12)):
            return None
        if self._is_passive(at):
            return self._make(at, trigger, self._left(at) + self._right(at, {"by", "to"}) + self._loose_sides(at, self._stop(at)), self._before(at))
        objects = self._right(at, {"", "of"}) or self._loose_sides(at + 1, self._stop(at))
        return self._make(at, trigger, self._left(at) + objects, self._before(at)) if objects else None

    def _read_recall(self, at: int, trigger: Trigger) -> Frame | None:
        words = self.lx.lower(at + 1, at + 10)
        if not re.search(r"\b(?:ambassador|envoy|high commissioner|charg)", words):
            return None
        others = [a for g in self.groups if g.first > at for a in g.actors if a.sides]
        others += [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in self.places if w.item > at and w.governor in ("from", "to", "in")]
        return self._make(at, trigger, self._left(at) + others[:1], self._before(at), places=[]) if others else None

    def _read_recognise(self, at: int, trigger: Trigger) -> Frame | None:
        after = self.lx.lower(at + 1, at + 12)
        if not re.search(r"\b(?:independence|as (?:a|an) (?:independent|sovereign) state|as a state|state of|diplomatically)\b", after):
            return None
        objects = self._right(at, {"", "of"}) or self._loose_sides(at + 1, at + 6)
        return self._make(at, trigger, self._left(at) + objects, self._before(at)) if objects else None

    def _read_relations(self, at: int, trigger: Trigger) -> Frame | None:
        before = self.lx.lower(max(0, at - 8), at)
        verb = next((i for i in range(at - 1, max(-1, at - 8), -1) if re.match(r"(?:establish|restor|sever|resum|broke|break|cut|downgrad|suspend|normalis|normaliz)", self.lx.lows[i])), -1)
        if verb < 0:
            return None
        actors = self._left(verb) + self._right(at, {"with", "between"}, noun=True)
        del before
        return self._make(at, trigger, actors, self._before(verb)) if len(actors) > 1 else None

    def _read_credentials(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        verb = next((i for i in range(at - 1, max(-1, at - 10), -1) if re.match(r"(?:present|receiv|hand|accept|submit)", lx.lows[i])), -1)
        if verb < 0:
            return None
        receiving = re.match(r"(?:receiv|accept)", lx.lows[verb]) is not None
        others = self._right(at, {"from", "of", "to"}, noun=True) + [a for g in self.groups if g.first > at for a in g.actors]
        actors = self._left(verb) + others
        del receiving
        return self._make(at, trigger, actors, self._before(verb)) if actors else None

    def _read_invite_verb(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        passive = self._is_passive(at)
        guests = self._left(at) if passive else [a for a in self._right(at, {""}) if a.kind != "side"]
        hosts = self._right(at, {"by"}) if passive else self._left(at)
        rest = lx.lower(at + 1, min(len(lx), at + 30))
        if not guests or not re.search(r"\b(?:visit|trip|come|travel|attend|join|talks|meet)\b|\bto [A-Z]", rest + " " + lx.words(at, min(len(lx), at + 12))):
            return None
        to = [w for w in self.places if w.item > at and w.governor in ("to", "") and w.item < at + 14]
        frame = self._make(at, trigger, guests + ([] if to else hosts), "", places=to[:1])
        frame.status = status_of("before", self._before(at).rsplit(" ", 1)[0]) or "proposed"
        frame.status = "proposed" if frame.status not in ("denied", "cancelled") else frame.status
        frame.hosts = hosts
        return frame

    def _read_invite(self, at: int, trigger: Trigger) -> Frame | None:
        """ "accepted an invitation from X to visit Y"; "X's invitation to visit Y"."""
        lx = self.lx
        before = lx.lower(max(0, at - 8), at)
        accepted = re.search(r"\baccept", before) is not None
        declined = re.search(r"\b(?:declin|reject|refus|turn)\w*", before) is not None
        extended = re.search(r"\b(?:extend|offer|issu|conve|renew|reiterat|deliver|sen[dt])\w*", before) is not None
        if not (accepted or declined or extended):
            return None
        verb = next((i for i in range(at - 1, max(-1, at - 9), -1) if re.match(r"(?:accept|declin|reject|refus|turn|extend|offer|issu|conve|renew|reiterat|deliver|sen[dt])", lx.lows[i])), at)
        subject = self._left(verb)
        others = self._possessor(at) + self._right(at, {"from", "by", "to"}, noun=True)
        to = [w for w in self.places if w.item > at and w.governor in ("to", "") and w.item < at + 14]
        guests, hosts = (subject, others) if accepted or declined else (others, subject)
        if not guests:
            return None
        frame = self._make(at, trigger, guests + hosts, "", places=to[:1])
        frame.status = "planned" if accepted else "denied" if declined else "proposed"
        frame.hosts = hosts
        return frame

    def _read_attend(self, at: int, trigger: Trigger) -> Frame | None:
        """ "the delegation included X and Y", "attended by X": who took part in the event told of before."""
        lx = self.lx
        word = lx.lows[at]
        if word in ("attended", "joined", "accompanied") and lx.lows[at + 1 : at + 2] != ["by"]:
            return None
        if word in ("included", "includes", "featured", "comprised", "comprises", "headed", "led") and not re.search(r"\b(?:delegation|team|side|participants|group)\b", lx.lower(max(0, at - 5), at)):
            return None
        people = [a for g in self.groups if g.first > at for a in g.actors if a.kind in ("person", "role")]
        if not people:
            return None
        frame = self._make(at, trigger, people, "")
        frame.companions = True
        return frame

"""Texts that are as a whole a letter ("Dear Premier X") or a statement of one side or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.clause.groups import read_groups
from loaders.text.events.drafts import Draft, Told
from loaders.text.lexis.distances import DAY_LENGTH, FAR, NEAR, PAIR
from loaders.text.telling.clauses import ClauseReader
from loaders.text.telling.stances import judges, stance
from loaders.text.when import When, find_dates
from loaders.text.who.actor import Actor
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_DEAR = re.compile(r"Dear (?=[A-Z])|Your (?:Excellency|Majesty|Highness)\b")
_LETTER = re.compile(r"\b(?:letter|message|condolences?|congratulat\w+)\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[ée]|declaration)\b|\bspokes\w+['’]s? (?:\w+ )?(?:comments?|remarks|response|reply)\b",
    re.IGNORECASE,
)
_OF_CONTACT = re.compile(r"\b(?:call|meeting|summit|talks|visit|dialogue|conversation|consultations)\b", re.IGNORECASE)
"""What a joint statement is on then is the event."""
_WHERE = frozenset({"in", "from", "at", "near", "to", "into"})
_ABOUT = re.compile(
    r"\b(?:on|in response|regarding|concerning|following|about|at|condemning|condemn\w*)\b", re.IGNORECASE
)
"""After such a word a headline tells what a statement is about, no more whose it is."""
_URGES = re.compile(
    r"(?:has |have |on |late |(?:mon|tues|wednes|thurs|fri|satur|sun)day |again |strongly |also )*"
    r"(?:urge[sd]?|condemn(?:s|ed)?|denounce[sd]?|warn(?:s|ed)?|rebuke[sd]?|blast(?:s|ed)?|slam(?:s|med)?|"
    r"calls on|called on|protest(?:s|ed) to|accuse[sd]?)(?: the)?"
)
"""The words between one state and another that say that the one says something to the other."""
_SHORT = 450
"""Characters of a text that tells of one saying and nothing else."""

_LATER = 3
"""Paragraphs before the contacts of a text that is on a stand."""
_NEXT = 200
"""Characters after the sentence that tells of a stand in which the day may be: "..., X said on Saturday"."""

_JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
_HYPHEN = re.compile(r"[CD]-[CD]")


class Wholes:
    """Reads the act that a whole text is."""

    def __init__(self, source: Source, home: str, resolver: Resolver) -> None:
        self._source = source
        self._home = home
        self._resolver = resolver

    def letter(self, readers: Sequence[ClauseReader], events: list[Draft]) -> list[Draft]:
        """Return the letter that the text is, with what it tells of on days that it names; else the events."""
        head = _headline(readers)
        dear = next((r for r in readers[:FAR] if _DEAR.match(self._source.text, r.passage.start)), None)
        if head is None or dear is None or not _LETTER.search(self._words(head)):
            return events
        sender = self._parties(head, [a for a in head.actors if head.lx.lows[max(0, a.first - 1)] in ("from", "by")])
        sender = [one for one in sender if one.person is not None and one.side]
        receiver = [one for one in self._parties(dear, dear.actors[:1]) if one.side or one.person]
        if not sender and self._home:
            sender = [Party(self._home, head.passage.start, head.passage.end)]
        for one in receiver:
            self._house(one, head, {two.side for two in sender})
        told = [event for event in events if event.date is not None and event.kind != "letter"]
        if len({one.side for one in sender + receiver if one.side}) <= 1:
            return [event for event in events if event.kind == "letter"] + told
        return [self._act("letter", "letter-whole", head, sender + receiver), *told]

    def _house(self, receiver: Party, head: ClauseReader, own: set[str]) -> None:
        """One who is addressed without a state is of the state that the headline names."""
        if not receiver.side:
            others = (term.side for term in head.lx.terms if term is not None and term.side not in own)
            receiver.side = next(filter(is_country, others), "")

    def statement(self, readers: Sequence[ClauseReader]) -> list[Draft]:
        """Return the statement that the text is, if it is one of states or on other states."""
        head = _headline(readers)
        if (addressed := self._addressed(readers)) is not None:
            return [addressed]
        if not self._home and (said := self._stance(readers)) is not None:
            return [said]
        if head is None or not (parties := self._issuers(head, readers)):
            return []
        sides = {one.side for one in parties}
        if len(sides) == 1 and sides <= set(filter(is_country, sides)) and not self._is_abroad(head, sides):
            return []
        return [self._act("statement", "statement-whole", head, parties)]

    def issuers(self, readers: Sequence[ClauseReader]) -> list[Party]:
        """Return those of several sides whose statement the text is: whom its "we" means."""
        head = _headline(readers)
        found = self._issuers(head, readers) if head is not None else []
        if head is None or len({one.side for one in found}) <= 1:
            return []
        return found if _JOINT.search(self._words(head)) or self._are_named_together(head) else []

    def _are_named_together(self, head: ClauseReader) -> bool:
        """Read "Statement by President X and Prime Minister Y": not "Statement by X to the Swedes"."""
        groups = (g.actors for g in read_groups(head.lx, head.actors) if g.governor in ("by", "of", "from"))
        return any(len({one.side for one in self._parties(head, actors) if one.side}) > 1 for actors in groups)

    def _issuers(self, head: ClauseReader, readers: Sequence[ClauseReader]) -> list[Party]:
        """Return whose statement a headline says that the text is, nobody where it is none."""
        words = self._words(head)
        if not (named := _STATEMENT.search(words)):
            return []
        until = _ABOUT.search(words, named.end())
        end = head.passage.start + (until.start() if until else len(words))
        own = [a for a in head.actors if head.lx.starts[a.first] < end]
        parties = [one for one in self._parties(head, own or _by_whom(head, end)) if one.side]
        if _JOINT.search(words):
            parties += [one for one in _pair(head) if one.side not in {party.side for party in parties}]
        if self._home and self._home not in {one.side for one in parties}:
            parties.insert(0, Party(self._home, head.passage.start, head.passage.end))
        if len({one.side for one in parties}) <= 1 and "oint" in words[: named.end()]:
            parties = self._in_common(readers) or self._of_headline(head, end) or parties
        return parties

    def joint(self, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> list[Draft]:
        """Return the joint statement that a text is, beside what it tells of; that of a contact told there is none."""
        head = _headline(readers)
        if head is None or any(one.kind == "statement" for one in events):
            return []
        if not _JOINT.search(self._words(head)) or _OF_CONTACT.search(self._words(head)):
            return []
        found = self.statement(readers)
        if not found or len(found[0].sides) <= 1 or found[0].rule != "statement-whole":
            return []
        of_a_contact = any(one.status == "held" and len(one.sides & found[0].sides) > 1 for one in events)
        return [] if of_a_contact else found

    def _of_headline(self, head: ClauseReader, end: int) -> list[Party]:
        """Read "U.S.-Canada Joint Statement": the states that it names as adjectives."""
        lx = head.lx
        end = lx.end if self._words(head).partition("tatement")[2].startswith(":") else end
        terms = [(term.side, i) for i, term in enumerate(lx.terms) if term is not None and lx.starts[i] < end]
        found = {side: Party(side, lx.starts[i], lx.ends[i]) for side, i in terms if side and lx.codes[i] in "CDO"}
        return list(found.values()) if len(found) > 1 else []

    def _in_common(self, readers: Sequence[ClauseReader]) -> list[Party]:
        """Read "The governments of A, B and C concur", "We, the leaders of A and B," under a joint statement."""
        lead = next((r for r in readers[:PAIR] if r.passage.role == "body"), None)
        if lead is None:
            return []
        first = next(iter(read_groups(lead.lx, lead.actors)), None)
        own = first.actors if first is not None and first.first <= NEAR else []
        parties = [one for one in self._parties(lead, own) if one.side]
        return parties if len({one.side for one in parties}) > 1 else []

    def _addressed(self, readers: Sequence[ClauseReader]) -> Draft | None:
        """Read the short text "China on Thursday urged India to": what one state says to another, and nothing else."""
        lead = next((r for r in readers[:PAIR] if r.passage.role == "body"), None)
        if lead is None or len(self._source.text) - lead.passage.start > _SHORT or len(lead.actors) < PAIR:
            return None
        speaker, other = lead.actors[:PAIR]
        states = speaker.kind in ("side", "group") and other.kind in ("side", "group") and other.sides
        between = lead.lx.lower(speaker.last, other.first)
        if not states or speaker.first > 1 or not _URGES.fullmatch(between):
            return None
        parties = self._parties(lead, [speaker, other])
        if len({one.side for one in parties if is_country(one.side)}) < PAIR:
            return None
        draft = self._act("statement", "statement-addressed", lead, parties)
        near = lead.lx.ends[min(other.last + FAR, len(lead.lx)) - 1]
        dates = find_dates(self._source.text, self._source.published, lead.passage.start, near, "past")
        draft.date = dates[0] if dates else None
        return draft

    def stance_before(self, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> list[Draft]:
        """Return the stand that a text tells of first, where contacts are told of much later only."""
        if self._home or not events:
            return []
        stand = self._stance(readers)
        far = stand is not None and all(event.passages[0].paragraph >= _LATER for event in events)
        return [stand] if stand is not None and far else []

    def _stance(self, readers: Sequence[ClauseReader]) -> Draft | None:
        """Read the text that tells of what a state says of another, and of no contact."""
        lead = next((r for r in readers[:PAIR] if r.passage.role == "body"), None)
        speaker = stance(lead) if lead is not None else None
        if lead is None or speaker is None:
            return None
        parties = [one for one in self._parties(lead, [speaker]) if is_country(one.side)]
        own = {one.side for one in parties}
        if not parties or not (
            self._speaks_of_others(lead, own) or (judges(lead, speaker) and _names_others(lead, own))
        ):
            return None
        draft = self._act("statement", "statement-stance", lead, parties)
        begin, end = lead.passage.start, lead.passage.end + _NEXT
        dates = find_dates(self._source.text, self._source.published, begin, end, "past")
        told = self._source.published[:DAY_LENGTH]
        draft.date = next((one for one in dates if len(one.edtf) == DAY_LENGTH and not one.edtf > told > ""), None)
        return draft

    def _speaks_of_others(self, lead: ClauseReader, own: set[str]) -> bool:
        """Whether another side is spoken of, and not only a place there: "said oil from Canada"."""
        groups = read_groups(lead.lx, lead.actors)
        others = [(g.governor, one.side) for g in groups for one in self._parties(lead, g.actors)]
        return any(
            side and side not in own and (governor not in _WHERE or not is_country(side)) for governor, side in others
        )

    def _is_abroad(self, head: ClauseReader, own: set[str]) -> bool:
        """Whether the headline of one side's statement names another side."""
        return any(term is not None and term.side and term.side not in own for term in head.lx.terms)

    def _parties(self, reader: ClauseReader, actors: list[Actor]) -> list[Party]:
        return self._resolver.parties(reader.lx, [a for a in actors if a.kind != "pronoun"])

    def _words(self, reader: ClauseReader) -> str:
        return self._source.text[reader.passage.start : reader.passage.end]

    def _act(self, kind: str, rule: str, head: ClauseReader, parties: list[Party]) -> Draft:
        start, end = head.passage.start, head.passage.end
        draft = Draft(kind, "held", parties, [head.passage], (start, end), rule)
        day = self._source.published[:DAY_LENGTH]
        draft.date = When(start, end, day, "readout-of-the-day") if len(day) == DAY_LENGTH else None
        draft.statuses.append(Told("held", start, end, rule))
        return draft


def _names_others(lead: ClauseReader, own: set[str]) -> bool:
    """Read "rejected a Greek statement", "the OPEC accord": another side as an adjective."""
    terms = (term for term, code in zip(lead.lx.terms, lead.lx.codes, strict=True) if code in "DO")
    return any(term is not None and term.side and term.side not in own for term in terms)


def _pair(head: ClauseReader) -> list[Party]:
    """Read "Joint Statement on the United States-Ecuador Agreement": the two states that a hyphen joins."""
    pair = _HYPHEN.search(head.lx.codes)
    items = (pair.start(), pair.end() - 1) if pair is not None else ()
    terms = ((head.lx.terms[i], head.lx.starts[i], head.lx.ends[i]) for i in items)
    return [Party(term.side, start, end) for term, start, end in terms if term is not None and term.side]


def _by_whom(head: ClauseReader, until: int) -> list[Actor]:
    """Read "Joint Statement on Fisheries by President X and Minister Y": named behind what it is about."""
    groups = (g for g in read_groups(head.lx, head.actors) if g.governor == "by" and head.lx.starts[g.first] > until)
    return next((g.actors for g in groups), [])


def _headline(readers: Sequence[ClauseReader]) -> ClauseReader | None:
    return readers[0] if readers and readers[0].passage.role == "headline" else None

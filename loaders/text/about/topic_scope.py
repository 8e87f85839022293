"""Which sentences of an article may say what an event was about, and how near to it they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from loaders.text.about.topic_terms import lower
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.cues import Cues
from loaders.text.lexis.distances import DAY_LENGTH

Place = Literal["own", "beside", "later", "apart", "point", "less", "front", "headline", "paragraph", "lead"]
"""Where a sentence stands: it tells of the event; says after it in the same paragraph what was discussed; says so
later, of both sides, of one of them, in a list, or of a visit beside its talks and of what was signed; leads
to the first event; is the headline; is in a paragraph that tells of the event; or is among the first of the article."""

_SAYING_WHAT = (
    "discuss|talk|spoke|speak|convers|dwel|turn|focus|exchang|rais|address|review|agenda|issue|topic|cooperat|condemn|"
    "reaffirm|underscor|emphasi|stress|agree|concern|relations|situation|consider|touch|prospects|efforts|coordinat|"
    "develop|intention|confirm|support|expressed|implement|condolence|commit|challenge|strengthen|deepen|importance|"
    "urg|call|note|point|deal|dealt|brief|inform|cover|tackl|explor|examin|dominat|top|welcom|thank|propos|sign|pledg|"
    "vow|hope|reiterat|highlight|affirm|invit|protest|warn|apprec|commend|laud|hail|sought|seek|inaugurat|praise|"
    "suggest|evaluat|assess|consult|theme"
)
"""How words begin that say what was discussed, parted by bars."""
_ABOUT = Cues(_SAYING_WHAT.split("|"))
_DOCUMENTS = (
    "agreement|accord|deal|pact|treaty|memorand|mou|document|protocol|convention|declaration|statement|communiqu|contract|"
    "plan|cooperation|arrangement|resolution|charter|they|it|under|framework|signed"
)
_OF_DOCUMENT = Cues(_DOCUMENTS.split("|"))
"""What a sentence must name to say what is in a document that was signed."""
_TOGETHER = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Tt]hey|[Tt]heir|[Bb]oth|[Tt]he (?:two|three|four|five)|"
    r"[Tt]wo (?:sides|leaders|ministers|presidents)|[Ee]ach other|[Jj]ointly|"
    r"[Tt]he (?:sides|parties|leaders|(?:\w+ )?[Mm]inisters|[Pp]residents|[Mm]eeting|[Tt]alks|"
    r"discussions?|conversation|call|agenda|agreement|summit|dialogue|negotiations|document)|"
    r"(?:[Dd]uring|[Aa]t) (?:the|their) (?:meeting|talks|visit|call|conversation|discussion)|"
    r"It (?:also )?(?:dealt|touched|covered|focus(?:s)?ed|reviewed|tackled|addressed|discussed)|"
    r"(?:Talks|Discussions) (?:also )?(?:focused|cent(?:red|ered)|dealt|covered|touched|turned))\b"
)
"""What sentences say of both sides, or of the contact itself."""
_OF_VISIT = re.compile(r"\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er) (?:[\w-]+ )?(?:visit|trip)\b")
_BESIDE = 5
"""Sentences of the same paragraph that stand beside the telling: some texts are one paragraph all through."""
_REACH = 60
"""Sentences after one that tells of an event which may still be about it."""
_LEAD = 2
"""Sentences of the body that say with the headline what an article is about."""
_ELSEWHERE = ("In other news", "Elsewhere", "Meanwhile", "Separately", "In another development", "In a separate")
"""How a sentence begins that goes over to something else."""
_TALKS = frozenset({"meeting", "talks", "summit", "negotiation"})
_ACTS = frozenset({"sanction", "expulsion"})
_TO_COME = ("planned", "proposed", "postponed", "cancelled")


class Scope:
    """The sentences of an article, and which of them tell of which event."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._passages = article.layout.passages
        self._at = {passage.start: index for index, passage in enumerate(self._passages)}
        self._say: dict[int, bool] = {}
        self._told: dict[int, list[Draft]] = defaultdict(list)
        """The events that each sentence tells of, by its number."""
        self._paragraphs: dict[int, list[Passage]] = defaultdict(list)
        for one in self._passages:
            self._paragraphs[one.paragraph].append(one)
        for event in article.events:
            for passage in event.passages:
                self._told[self._at[passage.start]].append(event)
        self._first = min((self._at[one.passages[0].start] for one in article.events), default=0)
        """The sentence that tells first of any."""
        self._talked = [one.sides for one in article.events if one.kind in _TALKS and one.status not in _TO_COME]
        self._visits = [one.sides for one in article.events if one.kind == "visit" and one.status in _TO_COME]
        self._headline = [one for one in self._passages if one.role == "headline"]
        self._lead = [one for one in self._passages if one.role == "body"][:_LEAD]

    def about(self, event: Draft) -> Iterator[tuple[Passage, Place]]:
        """Yield what stands before the event, what tells of it, and what says after it what was discussed."""
        own = {self._at[one.start] for one in event.passages}
        paragraphs = {one.paragraph for one in event.passages}
        after: set[int] = set()
        alone = event.kind in _ACTS or self.is_told_in_passing(event)
        for at in () if alone else sorted(own):
            self._go_on(event, at + 1, own, after)
        yield from self._before(event, min(own))
        last = 0
        for at in sorted(own | after):
            passage = self._passages[at]
            last = at if at in own else last
            beside = passage.paragraph in paragraphs and at - last <= _BESIDE
            yield passage, "own" if at in own else "beside" if beside else self._later(event, at)

    def is_told_in_passing(self, event: Draft) -> bool:
        """Whether an event is to come and a text tells of another first: what it goes on about was said at that one.

        Not so what is to come as well, of the same sides: the contacts of a journey that is announced.
        """
        if event.status not in _TO_COME:
            return False
        told = self._told[self._first]
        if self._at[event.passages[0].start] == self._first:
            return any(_is_before(one, event) for one in told)
        return any(one.status not in _TO_COME for one in told) or all(not event.sides <= one.sides for one in told)

    def _before(self, event: Draft, first: int) -> Iterator[tuple[Passage, Place]]:
        """Yield all that stands before the first event of an article; of any other the headline, if it may be of it."""
        front = self._passages[:first] if first == self._first else self._headline
        for passage in front:
            if passage.role in ("headline", "body") and self._may_be_of(event, passage):
                yield passage, "headline" if passage.role == "headline" else "front"

    def around(self, event: Draft) -> Iterator[tuple[Passage, Place]]:
        """Yield the paragraphs that tell of the event."""
        for paragraph in sorted({one.paragraph for one in event.passages}):
            for passage in self._paragraphs[paragraph]:
                yield passage, "paragraph"

    def lead(self, event: Draft) -> Iterator[tuple[Passage, Place]]:
        """Yield the headline and the first sentences of the article, but for those that tell of a contact of others."""
        for passage in (*self._headline, *self._lead):
            if self._may_be_of(event, passage):
                yield passage, "headline" if passage.role == "headline" else "lead"

    def _may_be_of(self, event: Draft, passage: Passage) -> bool:
        """Whether a sentence tells of no contact, or of one of the same sides."""
        told = self._told[self._at[passage.start]]
        return not told or any(one.sides == event.sides for one in told)

    def _go_on(self, event: Draft, first: int, own: set[int], found: set[int]) -> None:
        """Add the sentences from this one on that say what was discussed at an event, or is in what was signed."""
        for at in range(first, min(first + _REACH, len(self._passages))):
            if at in found or at in own or self._goes_over(event, at):
                break
            others = any(not _is_of(one, event) for one in self._told[at]) and not self._is_of_both(at)
            others = others or self._is_of_visit(event, at)
            if not others and (self._goes_on(event, at) or ((at - 1 in found or at - 1 in own) and self._is_point(at))):
                found.add(at)

    def _goes_over(self, event: Draft, at: int) -> bool:
        """Whether a sentence goes over to something else: another contact, but for what the same sides had before."""
        if self._text.startswith(_ELSEWHERE, self._passages[at].start):
            return True
        if not event.passages[0].paragraph or self._is_of_both(at):
            return False
        return any(_is_next(one, event) for one in self._told[at])

    def _is_of_both(self, at: int) -> bool:
        """Whether a sentence opens with both sides or with the contact: what else it tells of is what they spoke of."""
        return bool(_TOGETHER.match(self._text, self._passages[at].start))

    def _is_of_visit(self, event: Draft, at: int) -> bool:
        """Whether a sentence goes back to the journey on which there is a contact: "The visit will be"."""
        if event.kind == "visit" or event.status not in _TO_COME or event.sides not in self._visits:
            return False
        return bool(_OF_VISIT.match(self._text, self._passages[at].start))

    def _goes_on(self, event: Draft, at: int) -> bool:
        says = self._says_what(at) or self._is_of_both(at)
        return says and (event.kind != "agreement" or self._is_of_document(at))

    def _is_point(self, at: int) -> bool:
        """Whether a sentence is a point of a list that the one before leads on to, or another point of it."""
        start, before = self._passages[at].start, self._passages[at - 1]
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start].strip()
        if not line or line[-1].isalpha() or len(line) > 4:
            return False
        return self._text[before.start : before.end].rstrip().endswith(":") or self._is_point(at - 1)

    def _later(self, event: Draft, at: int) -> Place:
        visited = event.kind == "visit" and event.status not in _TO_COME
        if event.kind == "agreement" or (visited and event.sides in self._talked):
            return "less"
        passage = self._passages[at]
        ways = (_TOGETHER, _OF_VISIT) if event.kind == "visit" else (_TOGETHER,)
        together = any(one.search(self._text, passage.start, passage.end) for one in ways)
        planned = any(_is_of(one, event) for one in self._told[at])
        return "later" if together or planned or self._is_right_after(event, at) else "apart"

    def _is_right_after(self, event: Draft, at: int) -> bool:
        """Whether a sentence follows on one that tells of the event and is a paragraph by itself, as in newspapers."""
        before = self._passages[at - 1]
        return any(one is event for one in self._told[at - 1]) and len(self._paragraphs[before.paragraph]) == 1

    def _says_what(self, at: int) -> bool:
        known = self._say.get(at)
        if known is None:
            low = self._low(at)
            known = self._say[at] = bool(_ABOUT.begins(low, 0, len(low)))
        return known

    def _is_of_document(self, at: int) -> bool:
        low = self._low(at)
        return bool(_OF_DOCUMENT.begins(low, 0, len(low)))

    def _low(self, at: int) -> str:
        passage = self._passages[at]
        return lower(self._text[passage.start : passage.end])


def _is_before(one: Draft, event: Draft) -> bool:
    """Read "met X and agreed to meet again", "came to prepare a visit by Y": told as held before what is to come.

    Not so a journey and what one came for.
    """
    held = one.status not in _TO_COME and one.at[0] < event.at[0]
    return held and (one.kind != "visit" or event.kind == "visit")


def _is_of(one: Draft, event: Draft) -> bool:
    """Whether it is the event itself, or a contact of the same sides that is to come, on a journey."""
    if one is event:
        return True
    ahead = event.kind == "visit" and one.status in _TO_COME and one.kind in _TALKS
    return ahead and event.status in (one.status, "held") and one.sides == event.sides


def _is_next(one: Draft, event: Draft) -> bool:
    """Whether another event is the next thing told: of others, or a contact of the same sides that was no earlier."""
    if _is_of(one, event) or (one.sides == event.sides and one.family != event.family):
        return False
    earlier = (
        one.date is not None and event.date is not None and one.date.edtf[:DAY_LENGTH] < event.date.edtf[:DAY_LENGTH]
    )
    return one.sides != event.sides or not earlier

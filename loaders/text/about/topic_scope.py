"""Which sentences of an article may say what an event was about."""

from __future__ import annotations

from collections import defaultdict

from loaders.text.about.topic_terms import lower
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.cues import Cues

_SAYING_WHAT = (
    "discuss|talk|focus|exchang|rais|address|review|agenda|issue|topic|cooperat|condemn|reaffirm|underscor|emphasi|stress|"
    "agree|concern|relations|situation|consider|touch|prospects|efforts|coordinat|"
    "develop|intention|confirm|support|expressed|"
    "implement|condolence|commit|challenge|strengthen|deepen|importance|urg|call|note|point"
)
"""How words begin that say what was discussed, parted by bars."""
_ABOUT = Cues(_SAYING_WHAT.split("|"))
_REACH = 60
"""Sentences after one that tells of an event which may still be about it."""
_LEAD = 2
"""Sentences of the body that say with the headline what an article is about."""


class Scope:
    """The sentences of an article, and which of them tell of which event."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._passages = article.layout.passages
        self._at = {passage.start: index for index, passage in enumerate(self._passages)}
        self._say: dict[int, bool] = {}
        self._told: dict[int, set[int]] = defaultdict(set)
        """The events told of by each sentence, both by number."""
        self._paragraphs: dict[int, list[Passage]] = defaultdict(list)
        for one in self._passages:
            self._paragraphs[one.paragraph].append(one)
        for event in article.events:
            for passage in event.passages:
                self._told[self._at[passage.start]].add(id(event))
        self.headline = [one for one in self._passages if one.role == "headline"]
        body = [one for one in self._passages if one.role == "body"]
        self.lead = [*self.headline, *body[:_LEAD]]

    def about(self, event: Draft) -> list[Passage]:
        """Return the sentences that tell of the event, and those after it that say what was discussed."""
        found: set[int] = set()
        for own in event.passages:
            at = self._at[own.start]
            found.add(at)
            if event.kind not in ("sanction", "expulsion"):
                self._go_on(event, at + 1, found)
        return [self._passages[at] for at in sorted(found)]

    def _go_on(self, event: Draft, first: int, found: set[int]) -> None:
        """Add the sentences from this one on that say what was discussed at an event."""
        alone = {id(event)}
        for at in range(first, min(first + _REACH, len(self._passages))):
            if at in found:
                break
            others = at in self._told and self._told[at] != alone
            if others and event.passages[0].paragraph:
                break
            if not others and self._says_what(at):
                found.add(at)

    def around(self, event: Draft) -> list[Passage]:
        """Return the paragraphs that tell of the event."""
        paragraphs = sorted({one.paragraph for one in event.passages})
        return [one for paragraph in paragraphs for one in self._paragraphs[paragraph]]

    def _says_what(self, at: int) -> bool:
        known = self._say.get(at)
        if known is None:
            passage = self._passages[at]
            low = lower(self._text[passage.start : passage.end])
            known = self._say[at] = bool(_ABOUT.begins(low, 0, len(low)))
        return known

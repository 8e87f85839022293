"""Which sentences of an article may say what an event was about."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from loaders.text.article import Article
from loaders.text.drafts import Draft
from loaders.text.structure import Passage
from loaders.text.topic_terms import lower

_ABOUT = (
    "discuss|talk|focus|exchang|rais|address|review|agenda|issue|topic|cooperat|condemn|reaffirm|underscor|emphasi|stress|"
    "agree|concern|relations|situation|consider|touch|prospects|efforts|coordinat|"
    "develop|intention|confirm|support|expressed|to discuss|"
    "implement|condolence|commit|challenge|strengthen|deepen|importance|urg|call|note|point"
)
"""How words begin that say what was discussed, parted by bars."""
_REACH = 60
"""Sentences after one that tells of an event which may still be about it."""
_LEAD = 2
"""Sentences of the body that say with the headline what an article is about."""


@cache
def _about() -> re.Pattern[str]:
    """One pattern for them all in lower case, by first letter: a word that begins with none is passed in one step."""
    rest: dict[str, list[str]] = defaultdict(list)
    for word in _ABOUT.split("|"):
        rest[word[0]].append(word[1:])
    return re.compile("|".join(rf"\b{first}(?:{'|'.join(tails)})" for first, tails in rest.items()))


class Scope:
    """The sentences of an article, and which of them tell of which event."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._passages = article.layout.passages
        self._at = {passage: index for index, passage in enumerate(self._passages)}
        self._say: dict[Passage, bool] = {}
        self._told: dict[Passage, set[int]] = defaultdict(set)
        for event in article.events:
            for passage in event.passages:
                self._told[passage].add(id(event))
        self.headline = [one for one in self._passages if one.role == "headline"]
        body = [one for one in self._passages if one.role == "body"]
        self.lead = [*self.headline, *body[:_LEAD]]

    def about(self, event: Draft) -> list[Passage]:
        """Return the sentences that tell of the event, and those after it that say what was discussed."""
        found: dict[Passage, None] = {}
        for own in event.passages:
            found[own] = None
            if event.kind in ("sanction", "expulsion") or own not in self._at:
                continue
            first = self._at[own] + 1
            for passage in self._passages[first : first + _REACH]:
                if passage in found:
                    break
                others = self._told.get(passage, set()) - {id(event)}
                if others and event.passages[0].paragraph:
                    break
                if not others and self._says_what(passage):
                    found[passage] = None
        return sorted(found, key=lambda one: one.start)

    def around(self, event: Draft) -> list[Passage]:
        """Return the paragraphs that tell of the event."""
        paragraphs = {one.paragraph for one in event.passages}
        return [one for one in self._passages if one.paragraph in paragraphs]

    def _says_what(self, passage: Passage) -> bool:
        known = self._say.get(passage)
        if known is None:
            known = _about().search(lower(self._text[passage.start : passage.end])) is not None
            self._say[passage] = known
        return known

"""The default extractor: rules over dictionaries, nothing to download."""

from __future__ import annotations

import msgspec

from kg.model import Reading, Reject, Source
from loaders.text.about.topics import add_topics
from loaders.text.claims import EXTRACTOR, make_claims
from loaders.text.clause.refused import Refused
from loaders.text.events.article import Article, read_article
from loaders.text.events.unsaid import finish
from loaders.text.layout.lead_ins import with_lead_ins
from loaders.text.legible import legible


class RulesExtractor:
    """Reads English text. It keeps nothing between sources; its tables are read once."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in each claim."""
        return EXTRACTOR

    def extract(self, source: Source) -> Reading:
        """Return what the source says. A text without any contact is left with the reason ``not-a-contact``."""
        return _reading(source, read_article(_legible(source)))

    def explain(self, source: Source) -> tuple[Reading, tuple[Refused, ...]]:
        """Return what the source says, and what was seen in it and refused, in the order of the text."""
        article = read_article(_legible(source), to_the_end=True)
        return _reading(source, article), tuple(sorted(article.refused, key=lambda one: (one.start, one.why)))


def _legible(source: Source) -> Source:
    text = with_lead_ins(legible(source.text))
    return source if text is source.text else msgspec.structs.replace(source, text=text)


def _reading(source: Source, article: Article) -> Reading:
    """Return what was read of a source; the evidence is in its own words and line ends."""
    finish(article)
    add_topics(article)
    left: tuple[Reject, ...] = ()
    if not article.events:
        where = source.url or source.key
        left = (Reject(where, source.key, "not-a-contact", "no contact of two sides is told of in it"),)
    return Reading(source=source, claims=make_claims(article, source), left=left)

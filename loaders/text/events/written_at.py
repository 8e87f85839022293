"""Where "here" is in a text that has lost its dateline: where its headline says that something was."""

from __future__ import annotations

import re

from loaders.text.events.article import Article
from loaders.text.lexis.gazetteer import Place, gazetteer

_IN = re.compile(r"\b(?:in|at) \Z")


def headed_place(article: Article) -> tuple[Place, tuple[int, int]] | None:
    """The one city that the headline says something was in: "Ministers Meet in Cairo", and then "met here"."""
    head = next((one for one in article.layout.passages if one.role == "headline"), None)
    if head is None:
        return None
    text, found = article.source.text, list[tuple[Place, tuple[int, int]]]()
    for hit in gazetteer().find(text[head.start : head.end]):
        begin, place = head.start + hit.start, hit.term.place
        if place is not None and place.city and _IN.search(text, head.start, begin) is not None:
            found.append((place, (begin, head.start + hit.end)))
    return found[0] if len(found) == 1 else None

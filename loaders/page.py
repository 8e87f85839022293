"""The article inside a page's markup. Importing this is slow, so only reading a page does."""

from __future__ import annotations

import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from loaders.characters import without_controls
from loaders.errors import RefusedError
from loaders.language import UNDETERMINED, detect_language
from loaders.page_metadata import PageMetadata, read_metadata

_FURNITURE_ROLES = ("navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog")
_FURNITURE_CLASSES = ("related", "share", "social", "newsletter", "cookie", "breadcrumb", "breadcrumbs", "most-read")
_FURNITURE = [
    "//body//nav | //body//aside | //body//footer",
    "//body//*[" + " or ".join(f'@role="{role}"' for role in _FURNITURE_ROLES) + "]",
    "//body//*["
    + " or ".join(
        f'contains(concat(" ", @class, " "), " {name} ") or contains(concat(" ", @class), " {name}-")'
        for name in _FURNITURE_CLASSES
    )
    + "]",
]
"""What pages themselves mark as something else than the article. The library misses some of it on short pages."""

_SHORTEST_ARTICLE = 40
"""In characters. Less than that is a remnant of the page ("Loading ...")."""
_TITLE_WITHIN = 3
"""The title may stand below a rubric or a date."""


class PageArticle(msgspec.Struct, frozen=True):
    """The article of a page."""

    text: str
    language: str
    metadata: PageMetadata


def extract_page(markup: str, address: str) -> PageArticle:
    """Return the article in this markup.

    The language is told from the text, since templates name one whatever the text is; the page's word counts where
    the text does not tell.

    Raises:
        RefusedError: ``no-article``.
    """
    tree = _parse(markup)
    metadata = read_metadata(tree, address)
    body = _body(tree)
    if len(body) < _SHORTEST_ARTICLE:
        raise RefusedError("no-article", "no article was found in the page; save its text and load that")
    told = detect_language(body)
    language = metadata.language if told in ("", UNDETERMINED) and metadata.language else told
    return PageArticle(_with_title(metadata.title, body), language, metadata)


def _parse(markup: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise RefusedError("no-article", f"there is no page in it: {error}") from error


def _body(tree: HtmlElement) -> str:
    """The paragraphs that are kept, with an empty line between them."""
    found = bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False, prune_xpath=_FURNITURE
    )
    text = found.text if isinstance(found, Document) else None
    lines = (line.strip() for line in without_controls(text or "").splitlines())
    return "\n\n".join(line for line in lines if line)


def _with_title(title: str, body: str) -> str:
    first = body.split("\n\n", _TITLE_WITHIN)[:_TITLE_WITHIN]
    if not title or any(line.casefold() == title.casefold() for line in first):
        return body
    return f"{title}\n\n{body}"

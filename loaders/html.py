"""HTML pages: the article without menus, link lists and footers, and what the page declares of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator

from kg.model import Source
from loaders.article import Article, make_source
from loaders.characters import without_control_references, without_controls
from loaders.contract import OpenedInput, ReadOptions, tell_nobody
from loaders.decoding import decode, head_text
from loaders.errors import RefusedError
from loaders.plain import read_whole

_BEGINS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


class HtmlLoader:
    """Reads a page as one article.

    Its text is the kept text: title, an empty line, and the paragraphs with an empty line between them. The offsets of
    evidence count in that. What a browser shows only after running scripts is not there.
    """

    name = "html"

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell whether it begins as a page does; by the name where it begins otherwise."""
        text = head_text(head)
        return bool(_BEGINS_PAGE.match(text)) or (name.lower().endswith((".html", ".htm", ".xhtml")) and "<" in text)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source]:
        """Yield the article."""
        yield read_page(read_whole(opened, options.record_limit), opened, self.name, options)


def read_page(data: bytes, opened: OpenedInput, loader: str, options: ReadOptions) -> Source:
    """Return the article of a page; ``opened`` says where it came from.

    Raises:
        RefusedError: ``no-article``, ``binary``, ``encoding`` or what ``make_source`` refuses.
    """
    from loaders.page import extract_page

    said = ((opened.charset, "the server"),)
    markup = page_markup(data, named=options.encoding, said=said, tell=opened.tell)
    page = extract_page(markup, opened.url)
    about = page.metadata
    if about.dated_by:
        opened.tell(f"published {about.published}, says {about.dated_by}")
    return make_source(
        Article(
            text=page.text,
            key=opened.stem,
            url=about.url,
            title=about.title,
            publisher=about.site,
            licence=about.licence,
            published=about.published,
            language=page.language,
        ),
        loader,
        options,
    )


def page_markup(
    data: bytes, *, named: str = "", said: tuple[tuple[str, str], ...] = (), tell: Callable[[str], None] = tell_nobody
) -> str:
    """Return the markup of a page as text; ``said`` is what others say of its encoding, before what it says itself.

    Raises:
        RefusedError: ``empty``, ``binary`` or ``encoding``.
    """
    if not data.strip():
        raise RefusedError("empty", "there is nothing in it")
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    declared = found[1].decode("ascii", errors="replace") if found else ""
    if declared.lower().startswith("utf-16"):
        declared = "utf-8"  # a page that could be read as far as this is not in UTF-16
    decoded = decode(data, named=named, said=(*said, (declared, "the page")))
    tell(f"read as {decoded.encoding}, says {decoded.said_by}")
    return without_control_references(without_controls(decoded.text))

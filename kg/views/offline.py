"""A page that asks nothing of anybody: outside tags are taken out, and a page that still has one is refused."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kg.errors import KgError

_OUTSIDE = re.compile(
    r"""<link\b[^>]*\bhref\s*=\s*["'](?:https?:)?//?[^>]*>|<script\b[^>]*\bsrc\s*=[^>]*>\s*</script>""", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ASKING = frozenset(
    {"src", "href", "srcset", "data", "action", "formaction", "poster", "background", "ping", "manifest"}
)
_CSS_OUTSIDE = re.compile(r"""@import|url\((?!\s*["']?(?:data:|\#))""", re.IGNORECASE)


class OutsideReferenceError(KgError):
    """A page that should stand alone would load something from elsewhere."""


def strip_outside(page: str) -> str:
    """Return the page without tags that load scripts and styles from elsewhere, and without comments in its markup."""
    head, start, body = page.partition("<body>")
    return _OUTSIDE.sub("", _without_comments(head)) + start + _OUTSIDE.sub("", body)


def check_alone(page: str) -> str:
    """Return the page if it loads nothing from anywhere.

    Raises:
        OutsideReferenceError: a tag or a style asks for something outside; the message names it.
    """
    finder = _Finder()
    finder.feed(page)
    finder.close()
    if finder.outside:
        raise OutsideReferenceError(f"the page would load from elsewhere: {finder.outside[0][:200]}")
    return page


def _without_comments(head: str) -> str:
    """Comments between elements only: a script or style may hold the same characters as data."""
    pieces = re.split(r"(<script\b.*?</script>|<style\b.*?</style>)", head, flags=re.DOTALL | re.IGNORECASE)
    return "".join(_COMMENT.sub("", piece) if at % 2 == 0 else piece for at, piece in enumerate(pieces))


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outside: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        for name, value in attrs:
            if name in _ASKING and not (value or "").strip().startswith(("data:", "#")):
                self.outside.append(f"<{tag} {name}={value!r}>")
            if name == "style" and _CSS_OUTSIDE.search(value or ""):
                self.outside.append(f"<{tag} style={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._in_style and (found := _CSS_OUTSIDE.search(data)):
            self.outside.append(data[found.start() : found.start() + 100])

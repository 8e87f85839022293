"""The page itself: markup, style, script and data in one file that asks nothing of anybody."""

from __future__ import annotations

import base64
import html
import zlib
from functools import cache
from hashlib import sha256
from importlib.resources import files

from kg.errors import KgError
from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.data import ALWAYS, PageData, page_data

_BUNDLE = "built/explorer.js"
_EARTH = "built/earth.json"
_POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'; connect-src {connect}"
)
_NO_MARKUP = str.maketrans("<&>", ",.:")


class NotBuiltError(KgError):
    """The page's script has not been built: this is a checkout, and Node was not there when it was installed."""


def explorer_page(engine: Engine, title: str, window: Window = ALWAYS, live: str = "") -> tuple[str, int]:
    """Return the page and how many contacts it holds. The same graph and title give the same bytes.

    ``window`` keeps a part. ``live`` is a script for a page that a server shows: it may ask that server, and nobody
    else.

    Raises:
        NotBuiltError: the script is not there.
        TooManyContactsError: the graph has more than 50,000 contacts.
    """
    data = page_data(engine, window)
    return page_of(data, title, live), data.contacts


def page_of(data: PageData, title: str, live: str = "") -> str:
    """Return the page that holds this data; see :func:`explorer_page`."""
    script, style = _asset(_BUNDLE), _asset("web/style.css")
    policy = _POLICY.format(
        script="' 'sha256-".join(map(_digest, filter(None, (script, live)))),
        style=_digest(style),
        connect="'self'" if live else "'none'",
    )
    pieces = {
        "title": html.escape(title),
        "policy": html.escape(policy),
        "style": style,
        "earth": _asset(_EARTH).replace("<", "\\u003c"),
        "overview": _packed(data.overview),
        "evidence": _packed(data.evidence),
        "script": script,
        "live": f"<script>{live}</script>" if live else "",
    }
    page = _asset("web/page.html")
    for name, text in pieces.items():
        before, _, after = page.partition(f"<!--{name}-->")
        page = before + text + after
    return page


def _packed(data: bytes) -> str:
    """Compressed, then five letters for four bytes: no text of an article can end the element that holds it."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9)
    return base64.b85encode(squeezed.compress(data) + squeezed.flush()).decode("ascii").translate(_NO_MARKUP)


def _digest(text: str) -> str:
    return base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _asset(name: str) -> str:
    file = files("kg.views.explorer") / name
    if not file.is_file():
        raise NotBuiltError(
            "the explorer's script is not built: run 'python hatch_build.py' (it needs npm), or use 'kg view pyvis'"
        )
    return file.read_text(encoding="utf-8")

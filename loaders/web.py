"""Fetches a page: within a size and a time, by http and https only, with certificates checked."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from email.message import Message
from importlib.metadata import version
from urllib.parse import urljoin

import msgspec
import urllib3

from loaders.errors import RefusedError
from loaders.targets import is_web_address
from loaders.web_limits import WebLimits

_OK = 200
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_TEXT = frozenset({"image", "audio", "video", "font", "model"})
_NOT_ARTICLES = frozenset({"text/css", "text/javascript", "application/javascript", "application/wasm"})


class Page(msgspec.Struct, frozen=True):
    """What a server sent."""

    url: str
    """Where it was found in the end, without a fragment."""
    body: bytes
    media_type: str
    charset: str


def fetch(url: str, limits: WebLimits) -> Page:
    """Return the page at this address.

    Looking up a name and reading a header cannot be given a time limit of their own, so the work is done on a thread
    that is left behind when its time is up.

    Raises:
        RefusedError: ``http-error``, ``too-slow``, ``too-large``, ``not-text-type`` or ``unreadable``.
    """
    outcome: Future[Page] = Future()
    deadline = time.monotonic() + limits.seconds
    threading.Thread(target=_fetch_into, args=(outcome, url, limits, deadline), daemon=True).start()
    try:
        return outcome.result(timeout=limits.seconds + 0.5)
    except TimeoutError:
        raise _too_slow(limits) from None


def _fetch_into(outcome: Future[Page], url: str, limits: WebLimits, deadline: float) -> None:
    try:
        outcome.set_result(_fetch(url, limits, deadline))
    except RefusedError as error:
        outcome.set_exception(error)


def _fetch(url: str, limits: WebLimits, deadline: float) -> Page:
    with urllib3.PoolManager(headers=_headers(), retries=False) as pool:
        for _ in range(limits.redirects + 1):
            answer = _request(pool, url, limits, deadline)
            try:
                if answer.status not in _REDIRECTS:
                    return _page(answer, url, limits, deadline)
                url = _next_address(url, answer.headers.get("Location", ""))
            finally:
                answer.close()
    raise RefusedError("http-error", f"it redirects more than {limits.redirects} times")


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"diplomatic-kg/{version('diplomatic-kg')}",
        "Accept": "text/html, application/xhtml+xml, text/plain, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }


def _request(pool: urllib3.PoolManager, url: str, limits: WebLimits, deadline: float) -> urllib3.BaseHTTPResponse:
    timeout = urllib3.Timeout(total=max(0.01, deadline - time.monotonic()))
    try:
        return pool.request("GET", url, redirect=False, preload_content=False, timeout=timeout)
    except urllib3.exceptions.NewConnectionError as error:  # a timeout by its class, but not by nature
        raise RefusedError("http-error", f"no server answers there: {_cause(error)}") from error
    except urllib3.exceptions.TimeoutError:
        raise _too_slow(limits) from None
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise RefusedError("http-error", f"it cannot be fetched: {_cause(error)}") from error


def _next_address(url: str, location: str) -> str:
    """Where a redirect leads. A server may lead to another page, never to a file of this machine."""
    try:
        target = urljoin(url, location)
    except ValueError:
        target = ""
    if not location or not is_web_address(target):
        raise RefusedError("http-error", f"it redirects to {location[:80]!r}, which is no page of the web")
    return target


def _page(answer: urllib3.BaseHTTPResponse, url: str, limits: WebLimits, deadline: float) -> Page:
    if answer.status != _OK:
        raise RefusedError("http-error", f"the server answers {answer.status} {answer.reason or ''}".rstrip())
    described = Message()
    described["Content-Type"] = answer.headers.get("Content-Type", "")
    media_type = described.get_content_type() if described["Content-Type"] else ""
    _check_type(media_type)
    return Page(
        url=url.partition("#")[0],
        body=_body(answer, limits, deadline),
        media_type=media_type,
        charset=str(described.get_param("charset", "")),
    )


def _check_type(media_type: str) -> None:
    if media_type.partition("/")[0] in _NOT_TEXT or media_type in _NOT_ARTICLES:
        raise RefusedError("not-text-type", f"the server sends {media_type}, which is no article")


def _body(answer: urllib3.BaseHTTPResponse, limits: WebLimits, deadline: float) -> bytes:
    """The bytes as they come over the wire; unpacking them is left to who bounds that."""
    body = bytearray()
    try:
        while piece := answer.read1(_CHUNK, decode_content=False):
            body += piece
            if len(body) > limits.body_bytes:
                raise RefusedError("too-large", f"the page is larger than {limits.body_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise _too_slow(limits)
    except urllib3.exceptions.TimeoutError:
        raise _too_slow(limits) from None
    except urllib3.exceptions.HTTPError as error:
        raise RefusedError("unreadable", f"the page breaks off: {_cause(error)}") from error
    return bytes(body)


def _too_slow(limits: WebLimits) -> RefusedError:
    return RefusedError("too-slow", f"the page did not arrive within {limits.seconds:g} seconds")


def _cause(error: Exception) -> str:
    """The message without the object it happened in, which holds an address in memory."""
    return str(error).rpartition(">: ")[2] or type(error).__name__

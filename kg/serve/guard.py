"""Before a request is answered: is the host ours, the token right, the body small? After: headers that hold it."""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.limits import LOOPBACK, Access, Limits

COOKIE = "kg_token"
LOGIN = "/login"
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """ASGI middleware; refuses before any other code sees the request."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits) -> None:
        self._app = app
        self._access = access
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Request(scope))
        await (refusal or self._app)(scope, self._counted(receive), _with_headers(send))

    def _refusal(self, request: Request) -> Response | None:
        host = request.url.hostname or ""
        if self._access.is_local and host.strip("[]") not in LOOPBACK:
            return _error(421, "this server is only for this machine, by the name localhost or its address")
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._limits.body:
            return _error(413, f"a request holds at most {self._limits.body:,} bytes")
        if request.method == "POST" and "content-length" not in request.headers:
            return _error(411, "say how long the request is (Content-Length)")
        if self._access.token and request.url.path != LOGIN and not self.knows(_shown(request.headers)):
            if request.method == "GET" and not request.url.path.startswith(("/api/", "/openapi")):
                return RedirectResponse(LOGIN, status_code=303)
            return _error(401, "show the token: Authorization: Bearer ...", {"www-authenticate": "Bearer"})
        return None

    def knows(self, token: str) -> bool:
        """Tell whether it is the token, in a time that says nothing of how much of it was right."""
        return hmac.compare_digest(token.encode(), self._access.token.encode())

    def _counted(self, receive: Receive) -> Receive:
        """A body that is longer than it said ends the connection."""
        left = self._limits.body

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            return message if left >= 0 else {"type": "http.disconnect"}

        return counted


def _shown(headers: Headers) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _error(status: int, what: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": what}, status_code=status, headers=headers)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent

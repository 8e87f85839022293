"""The server put together, and run."""

from __future__ import annotations

import socket

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError
from kg.serve.answers import status_of
from kg.serve.api import Api
from kg.serve.guard import Guard
from kg.serve.limits import Access, Limits, ServeError, check_access
from kg.serve.live import LivePages
from kg.serve.pages import Pages
from kg.store.engine import Engine

_AT_ONCE = 32
_WAITING = 128


def application(engine: Engine, title: str, access: Access, limits: Limits) -> Starlette:
    """Return the ASGI application over an open graph.

    Raises:
        ServeError: others could reach it, and nothing asks them who they are.
    """
    check_access(access)
    live = LivePages(engine, title, limits)
    routes = [*Pages(engine, limits, access, live).routes(), *Api(engine, limits, live).routes()]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, access=access, limits=limits)],
        exception_handlers={KgError: _in_one_line},
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; ``port`` 0 takes a free one. Who asks before :func:`serve` runs has to wait.

    Raises:
        ServeError: the address is taken, or is none of this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING)
    except OSError as error:
        raise ServeError(f"cannot listen on {host} port {port}: {error.strerror}: choose another --port") from error
    return listening


def address_of(listening: socket.socket) -> str:
    """Return what a person types to get there."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(app: Starlette, listening: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, limit_concurrency=_AT_ONCE,
        timeout_keep_alive=5, timeout_graceful_shutdown=5, h11_max_incomplete_event_size=16 * 1024,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def _in_one_line(_: Request, error: Exception) -> Response:
    status = status_of(error) if isinstance(error, KgError) else 500
    return JSONResponse({"error": str(error)}, status_code=status)

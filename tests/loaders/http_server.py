"""A web server on the loopback that answers as a test tells it to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Answer:
    """What the server sends to one request. Built by a test, written by :meth:`send`."""

    def __init__(
        self,
        body: bytes = b"",
        content_type: str | None = "text/html; charset=utf-8",
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        pause: float = 0.0,
        states_length: bool = True,
    ) -> None:
        self.body = body
        self.content_type = content_type
        self.status = status
        self.headers = headers or {}
        self.pause = pause
        self.states_length = states_length

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        """Write it; with a pause, byte by byte."""
        handler.send_response(self.status)
        if self.content_type is not None:
            handler.send_header("Content-Type", self.content_type)
        if self.states_length:
            handler.send_header("Content-Length", str(len(self.body)))
        for name, value in self.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if not self.pause:
            handler.wfile.write(self.body)
            return
        for start in range(len(self.body)):
            handler.wfile.write(self.body[start : start + 1])
            time.sleep(self.pause)


Send = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """The pages of the server, by path, and what was asked of it."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.pages: dict[str, Send] = {}
        self.asked: list[dict[str, str]] = []

    def page(self, path: str, answer: Answer | Send) -> str:
        """Put a page up and return its address."""
        self.pages[path] = answer.send if isinstance(answer, Answer) else answer
        return self.root + path

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        """Put a redirect up and return its address."""
        return self.page(path, Answer(status=status, headers={"Location": target}))


@contextmanager
def serving() -> Iterator[Site]:
    """Run a site until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
            send = site.pages.get(self.path.partition("?")[0], Answer(b"not here", status=404).send)
            try:
                send(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

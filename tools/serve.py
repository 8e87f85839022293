"""Shows the picture of the demo graph on loopback: ``make serve``. Run ``make demo`` first."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PORT = 8765


def main() -> None:
    """Serve the folder of the demo, to this machine only, until Ctrl-C."""
    folder = Path(__file__).resolve().parent.parent / "kg-demo"
    if not (folder / "contacts.html").is_file():
        sys.exit("serve: there is no demo graph yet: run 'make demo'")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", PORT), handler) as server:
        sys.stdout.write(f"http://127.0.0.1:{PORT}/contacts.html   (Ctrl-C ends it)\n")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()

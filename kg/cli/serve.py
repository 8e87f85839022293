"""``kg serve``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.cli.options import uri_option
from kg.errors import KgError
from kg.graph import open_graph


class TokenFileError(KgError):
    """The file with the token cannot be read."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Name or address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--token-file", metavar="FILE", help="The token visitors must show.  [default: $KG_TOKEN]")
@click.option("--rows", default=10_000, show_default=True, type=click.IntRange(1), help="Most rows of an answer.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds a question may take.")
@click.option("--title", default="Contacts", show_default=True, help="Heading of the explorer.")
@uri_option
def command(
    host: str, port: int, token_file: str | None, rows: int, timeout: float, title: str, uri: str | None
) -> None:
    """Show the graph live in a browser, to this machine only unless told otherwise.

    The explorer, the named queries with forms, Cypher for reading, and a JSON API (/openapi.json). Nobody can write.
    A graph on a server may be loaded into meanwhile, and the page says that it has changed; a folder is open in one
    program at a time. Beyond this machine a token is needed; put a server with HTTPS in front.

    \b
    Examples:
      kg serve                                 then open http://127.0.0.1:8080/
      kg serve --uri bolt://localhost:7687 --port 9000
      KG_TOKEN=... kg serve --host 0.0.0.0
    """
    try:
        from kg.serve.application import address_of, application, listen, serve
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'diplomatic-kg[serve]'") from error
    from kg.serve.limits import Access, Limits, check_access

    access = check_access(Access(host, _token(token_file)))
    with listen(host, port) as listening, open_graph(uri, create=False) as graph:
        app = application(graph.engine, title, access, Limits(rows=rows, seconds=timeout))
        click.echo(f"{address_of(listening)}   (Ctrl-C ends it)")
        serve(app, listening)


def _token(file: str | None) -> str:
    if file is None:
        return os.environ.get("KG_TOKEN", "")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise TokenFileError(f"cannot read the token from {file}: {error}") from error

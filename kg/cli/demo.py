"""``kg demo``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.inputs import read_inputs
from kg.cli.load import clock
from kg.errors import KgError
from kg.graph import Graph, open_graph

if TYPE_CHECKING:
    from kg.load.report import LoadReport

_MARKER = "kg-graph.json"
_CONTACTS = (
    "MATCH (e:Contact) WHERE e.status <> 'unknown' "
    "RETURN e.id AS id, coalesce(e.date, '') AS date, e.status AS status, e.title AS title, e.sources AS sources "
    "ORDER BY e.earliest, e.id"
)
_QUOTES = (
    "MATCH (c:Claim {attribute: 'kind'})-[:ABOUT]->(e:Contact) MATCH (c)-[:STATED_IN]->(s:Source) "
    "RETURN e.id AS id, c.quote AS quote, coalesce(s.publisher, '') AS publisher ORDER BY id, s.published, c.start"
)
_CONFLICTS = (
    "MATCH (c:Conflict)-[:CONCERNS]->(e:Event) "
    "RETURN c.kind AS kind, c.note AS note, e.title AS title ORDER BY kind DESC, note"
)
_QUOTE_WIDTH = 110


class DemoFolderError(KgError):
    """The folder for the demo holds something else."""


@click.command("demo")
@click.option(
    "--folder",
    default="kg-demo",
    show_default=True,
    metavar="FOLDER",
    help="Where to put the graph, the picture and the RDF.",
)
def command(folder: str) -> None:
    """Load the example articles into a fresh graph, and show what was found.

    The articles were written for this project about public facts; two of them disagree on purpose.

    \b
    Example:
      kg demo
    """
    root = Path(folder)
    graph_folder = _fresh(root / "graph")
    articles = Path(__file__).resolve().parent.parent / "demo" / "articles.jsonl"
    with open_graph(str(graph_folder)) as graph:
        report = _load(graph, articles)
        _show(graph, report)
        picture, dump = _write(graph, root)
    _say_next(graph_folder, picture, dump)


def _fresh(folder: Path) -> Path:
    """Take away the graph of the last demo, and nothing else.

    Raises:
        DemoFolderError: the folder is there and is no graph of ours.
    """
    if folder.exists():
        if not (folder / _MARKER).is_file():
            raise DemoFolderError(f"{folder} is not the graph of a demo: move it away, or give another --folder")
        shutil.rmtree(folder)
    return folder


def _load(graph: Graph, articles: Path) -> LoadReport:
    from kg.load.run import Watcher

    found = read_inputs(
        [str(articles)], "", quiet=True, published="", publisher="", licence="", language="", encoding=""
    )
    return graph.load_readings(found, inputs=[articles.name], clock=clock(), watcher=Watcher())


def _show(graph: Graph, report: LoadReport) -> None:
    quotes: dict[str, list[tuple[str, str]]] = {}
    for event, quote, publisher in graph.engine.read(_QUOTES).rows:
        quotes.setdefault(event, []).append((quote, publisher))
    click.echo("\n".join(report.lines()))
    click.echo("\nWho met whom, and the sentence that says it:\n")
    for event, date, status, title, sources in graph.engine.read(_CONTACTS).rows:
        told = f"{sources} sources" if sources > 1 else "1 source"
        click.echo(f"  {date or 'no date':<24}{status:<10}{_safe(title)}  ({told})")
        for quote, publisher in quotes.get(event, ())[:2]:
            click.echo(f"  {'':<24}“{_safe(_short(quote))}” {_safe(publisher.partition(' (')[0])}")
    click.echo("\nWhere sources do not agree, or reference data say otherwise (left open, for a person):\n")
    for _, note, title in graph.engine.read(_CONFLICTS).rows:
        click.echo(f"  {_safe(title)}: {_safe(note)}")


def _write(graph: Graph, root: Path) -> tuple[Path, Path]:
    from kg.cli.output import write_bytes
    from kg.rdf import DEFAULT_BASE, dump, write_dump

    picture, target = root / "contacts.html", root / "graph.nq"
    write_bytes(_picture(graph, "Contacts of the example articles").encode("utf-8"), str(picture))
    write_dump(dump(graph.engine), str(target), form="nquads", compression="none", base=DEFAULT_BASE)
    return picture, target


def _picture(graph: Graph, title: str) -> str:
    """The explorer; in a checkout without it, the quick picture."""
    from kg.views.explorer.page import NotBuiltError, explorer_page
    from kg.views.quick import quick_picture

    try:
        return explorer_page(graph.engine, title)[0]
    except NotBuiltError:
        return quick_picture(graph.engine, title=title).html


def _say_next(graph: Path, picture: Path, dump: Path) -> None:
    click.echo(f"\nPicture  {picture}   (open it in a browser; it needs no internet)\nRDF      {dump}\n\nTry next:")
    click.echo(f"  kg query contacts --a Russia --b USA --status any --uri {graph}")
    click.echo(f"  kg query planned-not-held --uri {graph}")
    cypher = "MATCH (o:Official)-[:ATTENDED]->(e) RETURN o.name, count(e) AS n ORDER BY n DESC"
    click.echo(f'  kg cypher "{cypher}" --uri {graph}')


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE_WIDTH else text[: _QUOTE_WIDTH - 1].rsplit(" ", 1)[0] + "…"


def _safe(text: str) -> str:
    """Texts are hostile: nothing in them may steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)

"""``kg export``."""

from __future__ import annotations

from typing import get_args

import click

from kg.cli.options import uri_option
from kg.graph import open_graph

_FORMS = ("nquads", "ntriples", "turtle", "trig", "rdfxml")


@click.group("export")
def command() -> None:
    """Write the graph in another form.

    \b
    Examples:
      kg export rdf -o graph.nq
      kg export rdf --format turtle --compress gzip -o graph.ttl.gz
    """


@command.command("rdf")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="nquads", show_default=True, help="Form of the dump."
)
@click.option("--compress", type=click.Choice(["none", "gzip"]), default="none", show_default=True)
@click.option("--base", default=None, metavar="IRI", help="What the IRIs of the graph begin with.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE.")
@uri_option
def rdf(form: str, compress: str, base: str | None, output: str, uri: str | None) -> None:
    """Write the graph as RDF: sorted, without blank nodes, the same bytes each time and from each engine.

    \b
    Examples:
      kg export rdf -o graph.nq
      kg export rdf --base https://example.org/our-graph/ | gzip > graph.nq.gz
    """
    from kg.rdf import DEFAULT_BASE, FORMS, Compression, dump, write_dump

    chosen = next(one for one in FORMS if one == form)
    compression: Compression = next(one for one in get_args(Compression) if one == compress)
    with open_graph(uri, create=False) as graph:
        write_dump(
            dump(graph.engine, base=base or DEFAULT_BASE),
            output,
            form=chosen,
            compression=compression,
            base=base or DEFAULT_BASE,
        )

"""``kg export``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from kg.cli.export_tables import csv, gexf, graphml, panel, parquet
from kg.cli.options import uri_option
from kg.cli.rdf_filters import filter_options
from kg.cli.rdf_progress import NodeProgress
from kg.graph import open_graph

_FORMS = ("nquads", "ntriples", "turtle", "trig", "jsonld", "rdfxml")


@click.group("export")
def command() -> None:
    """Write the graph in another form.

    \b
    Examples:
      kg export rdf -o graph.nq
      kg export rdf --format turtle --compress gzip -o graph.ttl.gz
      kg export panel --period quarter -o panel.csv
      kg export gexf --mode officials -o people.gexf
    """


for _one in (graphml, gexf, csv, parquet, panel):
    command.add_command(_one)


@command.command("rdf")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="nquads", show_default=True, help="Form of the dump."
)
@click.option("--compress", type=click.Choice(["none", "gzip", "zstd"]), default="none", show_default=True)
@click.option(
    "--graphs",
    type=click.Choice(["none", "source"]),
    default="none",
    show_default=True,
    help="source: what a source says stands in a graph named after it.",
)
@click.option("--rdf12", is_flag=True, help="Each claim also reifies its triple (RDF 1.2; not every reader knows it).")
@click.option("--base", default=None, metavar="IRI", help="What the IRIs of the graph begin with.")
@click.option("--previous", metavar="FILE", help="The dump before this one, for the description.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE, with its description beside it.")
@filter_options
@uri_option
def rdf(
    form: str,
    compress: str,
    graphs: str,
    rdf12: bool,
    base: str | None,
    previous: str | None,
    output: str,
    uri: str | None,
    **part: Any,
) -> None:
    """Write the graph as RDF: sorted, without blank nodes, the same bytes each time and from each engine.

    \b
    Examples:
      kg export rdf -o graph.nq
      kg export rdf --format turtle --compress zstd -o graph.ttl.zst
      kg export rdf --side Russia --side USA --since 2025 --format jsonld -o talks.jsonld
      kg export rdf --base https://example.org/our-graph/ | gzip > graph.nq.gz
    """
    from kg.rdf import DEFAULT_BASE, FORMS, Compression, dump, write_dump
    from kg.rdf.about import Tally, write_description
    from kg.rdf.selection import choose
    from kg.rdf.terms import check_base

    chosen = next(one for one in FORMS if one == form)
    compression: Compression = next(one for one in get_args(Compression) if one == compress)
    _check_form(form, graphs, rdf12)
    iri, tally = check_base(base or DEFAULT_BASE), Tally()
    with open_graph(uri, create=False) as graph, NodeProgress() as progress:
        selection = choose(graph.engine, **part)
        chunks = dump(
            graph.engine,
            base=iri,
            by_source=graphs == "source",
            rdf12=rdf12,
            selection=selection,
            on_nodes=progress.heard,
        )
        watched = chunks if output == "-" else tally.watch(chunks)
        write_dump(watched, output, form=chosen, compression=compression, base=iri)
    if output != "-":
        write_description(Path(output), tally, iri, Path(previous) if previous else None)


def _check_form(form: str, graphs: str, rdf12: bool) -> None:
    from kg.rdf import QUAD_FORMS, RDF12_FORMS

    if graphs == "source" and form not in QUAD_FORMS:
        raise click.UsageError(f"{form} has no named graphs: choose {', '.join(QUAD_FORMS)}")
    if rdf12 and form not in RDF12_FORMS:
        raise click.UsageError(f"{form} cannot be RDF 1.2: choose {', '.join(RDF12_FORMS)}")

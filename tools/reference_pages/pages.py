"""Which pages there are."""

from __future__ import annotations

from kg.blueprint.read import blueprint_of_yaml
from kg.vocabulary import topics
from kg.vocabulary.data import schema_folder
from tools.reference_pages.command_page import command_page
from tools.reference_pages.graph_page import graph_page
from tools.reference_pages.query_page import queries_page
from tools.reference_pages.rdf_page import rdf_page
from tools.reference_pages.vocabulary_pages import claims_page, events_page, rejects_page


def pages() -> dict[str, str]:
    """Return the text of each page by its path in the repository."""
    blueprint = blueprint_of_yaml(schema_folder())
    return {
        "docs/reference/graph.md": graph_page(blueprint),
        "docs/reference/events.md": events_page(blueprint, topics().values()),
        "docs/reference/claims.md": claims_page(blueprint),
        "docs/reference/rejects.md": rejects_page(blueprint),
        "docs/reference/queries.md": queries_page(),
        "docs/reference/rdf.md": rdf_page(),
        "docs/reference/cli.md": command_page(),
    }

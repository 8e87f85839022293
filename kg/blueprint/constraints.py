"""The constraints and indexes of the graph. Both engines take the same text, which is the Cypher of Neo4j 5."""

from __future__ import annotations

from collections.abc import Iterator

from kg.blueprint.records import GraphSchema, past_label


def schema_statements(graph: GraphSchema) -> Iterator[str]:
    """Yield a uniqueness constraint for each label, and an index for each property that asks for one.

    Second labels get none: ids are unique over all nodes of the first label, and neither engine looks a node up
    by its second label. What is past is unique by its version, and several versions have one id.
    """
    for label, description in graph.labels.items():
        name = label.lower()
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for key, found in description.properties.items():
            if found.index == "range":
                yield f"CREATE INDEX {name}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
    for label in map(past_label, graph.past.labels):
        name = label.lower()
        yield f"CREATE CONSTRAINT {name}_version IF NOT EXISTS FOR (n:{label}) REQUIRE n.version IS UNIQUE"
        yield f"CREATE INDEX {name}_id IF NOT EXISTS FOR (n:{label}) ON (n.id)"


def constraints_text(graph: GraphSchema) -> str:
    """Return the same as a file that a person can run: one statement a line, each ended by a semicolon."""
    head = f"// Constraints and indexes of schema version {graph.version}: one text for every engine.\n"
    return head + "".join(f"{statement};\n" for statement in schema_statements(graph))

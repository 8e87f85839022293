"""What is generated from schema/rdf.yaml: ``python -m kg.rdf.generated`` writes it into schema/generated."""

from __future__ import annotations

import json

from kg.rdf.context import context
from kg.rdf.mapping import read_mapping
from kg.rdf.ontology import ontology
from kg.rdf.shapes import shapes
from kg.vocabulary.data import schema_folder


def generated(base: str) -> dict[str, str]:
    """Return the text of each file by its name, for dumps whose IRIs begin with this base."""
    mapping = read_mapping(base)
    return {
        "ontology.ttl": ontology(mapping),
        "shapes.ttl": shapes(mapping, base),
        "context.jsonld": json.dumps({"@context": context(mapping)}, indent=1, ensure_ascii=False) + "\n",
    }


if __name__ == "__main__":
    from kg.rdf.dump import DEFAULT_BASE

    for name, text in generated(DEFAULT_BASE).items():
        (schema_folder() / "generated" / name).write_text(text, encoding="utf-8", newline="\n")

"""A claim in RDF: a node that says what was said, and where the words stand. It does not assert what it says.

``rdf:subject`` is the thing, ``rdf:predicate`` the attribute, ``rdf:object`` the value; the evidence is a part of the
source selected by its exact words and by its position (Web Annotation; code points, end exclusive).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.blueprint import claim_attributes
from kg.model import make_id
from kg.rdf.cursors import Node
from kg.rdf.mapping import Mapping
from kg.rdf.terms import check_id, literal
from kg.store.reference_rows import side_id


def extractor_id(name: str) -> str:
    """Return the id of the software agent of that name and version."""
    return make_id("extractor", name)


class ClaimWriter:
    """Writes what a claim has beside its properties. ``base`` ends with ``id/``; ``rdf12``: what it reifies too."""

    def __init__(self, mapping: Mapping, base: str, *, rdf12: bool = False) -> None:
        self._rdf12 = rdf12
        self._mapping = mapping
        self._base = base
        self._values = {name: mapping.claim_values.get(one.value, "") for name, one in claim_attributes().items()}

    def lines(self, node: Node) -> Iterator[str]:
        """Yield the lines of a claim and of its evidence."""
        claim = self._base + check_id(node.id)
        for subject, name, term in (*self._statement(claim, node), *self._evidence(claim, node)):
            yield f"<{subject}> <{self._mapping.iri(name)}> {term} .\n"

    def _statement(self, claim: str, node: Node) -> Iterator[tuple[str, str, str]]:
        attribute = str(node.properties["attribute"])
        predicate = self._name(f"kg:{check_id(attribute.replace('_', '-'))}")
        value = self._object(attribute, str(node.properties.get("value", "")))
        yield claim, "rdf:predicate", predicate
        yield claim, "rdf:object", value
        things = [edge.other for edge in node.edges if edge.type == "ABOUT"] if self._rdf12 else []
        for thing in things:
            yield claim, "rdf:reifies", f"<<( <{self._base}{check_id(thing)}> {predicate} {value} )>>"
        if extractor := node.properties.get("extractor"):
            yield claim, "prov:wasAttributedTo", f"<{self._base}{extractor_id(str(extractor))}>"

    def _object(self, attribute: str, value: str) -> str:
        how = self._values.get(attribute, "")
        if how == "side" and value:
            return f"<{self._base}{check_id(side_id(value))}>"
        if how == "topic" and value:
            return f"<{self._base}{check_id(f'topic-{value}')}>"
        datatype = self._mapping.datatypes.get(how, "") if value else ""
        return literal(value, self._mapping.iri(datatype) if datatype else "")

    def _evidence(self, claim: str, node: Node) -> Iterator[tuple[str, str, str]]:
        evidence, words, position = f"{claim}#evidence", f"{claim}#quote", f"{claim}#position"
        yield claim, "oa:hasTarget", f"<{evidence}>"
        yield evidence, "rdf:type", self._name("oa:SpecificResource")
        for edge in node.edges:
            if edge.type == "STATED_IN":
                yield evidence, "oa:hasSource", f"<{self._base}{check_id(edge.other)}>"
        yield evidence, "oa:hasSelector", f"<{words}>"
        yield evidence, "oa:hasSelector", f"<{position}>"
        yield words, "rdf:type", self._name("oa:TextQuoteSelector")
        yield words, "oa:exact", literal(str(node.properties.get("quote", "")))
        yield position, "rdf:type", self._name("oa:TextPositionSelector")
        yield position, "oa:start", self._offset(node.properties.get("start"))
        yield position, "oa:end", self._offset(node.properties.get("end"))

    def _offset(self, value: object) -> str:
        return literal(str(value), self._mapping.iri(self._mapping.datatypes["offset"]))

    def _name(self, name: str) -> str:
        return f"<{self._mapping.iri(name)}>"

"""A claim in RDF: a node that says what was said, and where the words stand. It does not assert what it says.

``rdf:subject`` is the thing, ``rdf:predicate`` the attribute, ``rdf:object`` the value; the evidence is a part of the
source selected by its exact words and by its position (Web Annotation; code points, end exclusive).
"""

from __future__ import annotations

from kg.blueprint import claim_attributes
from kg.model import make_id
from kg.rdf.cursors import Node
from kg.rdf.mapping import Mapping
from kg.rdf.terms import check_id, literal
from kg.store.reference_rows import side_id

_NAMES = (
    "rdf:predicate", "rdf:object", "rdf:reifies", "rdf:type", "prov:wasAttributedTo", "oa:hasTarget",
    "oa:SpecificResource", "oa:hasSource", "oa:hasSelector", "oa:TextQuoteSelector", "oa:exact",
    "oa:TextPositionSelector", "oa:start", "oa:end",
)  # fmt: skip


def extractor_id(name: str) -> str:
    """Return the id of the software agent of that name and version."""
    return make_id("extractor", name)


class ClaimWriter:
    """Writes what a claim has beside its properties. ``base`` ends with ``id/``; ``rdf12``: what it reifies too."""

    def __init__(self, mapping: Mapping, base: str, *, rdf12: bool = False) -> None:
        self._rdf12 = rdf12
        self._mapping = mapping
        self._base = base
        self._names = {name: self._name(name) for name in _NAMES}
        self._offset = mapping.iri(mapping.datatypes["offset"])
        self._predicates: dict[str, str] = {}
        self._extractors: dict[str, str] = {}
        self._values = {name: mapping.claim_values.get(one.value, "") for name, one in claim_attributes().items()}

    def lines(self, node: Node) -> list[str]:
        """Return the lines of a claim and of its evidence."""
        claim = self._base + check_id(node.id)
        return [*self._statement(f"<{claim}>", node), *self._evidence(claim, node)]

    def _statement(self, claim: str, node: Node) -> list[str]:
        names, attribute = self._names, str(node.properties["attribute"])
        predicate = self._predicate(attribute)
        value = self._object(attribute, str(node.properties.get("value", "")))
        lines = [
            f"{claim} {names['rdf:predicate']} {predicate} .\n",
            f"{claim} {names['rdf:object']} {value} .\n",
        ]
        things = [edge.other for edge in node.edges if edge.type == "ABOUT"] if self._rdf12 else []
        for thing in things:
            triple = f"<<( <{self._base}{check_id(thing)}> {predicate} {value} )>>"
            lines.append(f"{claim} {names['rdf:reifies']} {triple} .\n")
        if extractor := node.properties.get("extractor"):
            lines.append(f"{claim} {names['prov:wasAttributedTo']} {self._extractor(str(extractor))} .\n")
        return lines

    def _object(self, attribute: str, value: str) -> str:
        how = self._values.get(attribute, "")
        if how == "side" and value:
            return f"<{self._base}{check_id(side_id(value))}>"
        if how == "topic" and value:
            return f"<{self._base}{check_id(f'topic-{value}')}>"
        datatype = self._mapping.datatypes.get(how, "") if value else ""
        return literal(value, self._mapping.iri(datatype) if datatype else "")

    def _evidence(self, claim: str, node: Node) -> list[str]:
        names, said = self._names, node.properties
        selector, kind = names["oa:hasSelector"], names["rdf:type"]
        target, words, position = f"<{claim}#evidence>", f"<{claim}#quote>", f"<{claim}#position>"
        sources = [edge.other for edge in node.edges if edge.type == "STATED_IN"]
        return [
            f"<{claim}> {names['oa:hasTarget']} {target} .\n",
            f"{target} {kind} {names['oa:SpecificResource']} .\n",
            *(f"{target} {names['oa:hasSource']} <{self._base}{check_id(source)}> .\n" for source in sources),
            f"{target} {selector} {words} .\n",
            f"{target} {selector} {position} .\n",
            f"{words} {kind} {names['oa:TextQuoteSelector']} .\n",
            f"{words} {names['oa:exact']} {literal(str(said.get('quote', '')))} .\n",
            f"{position} {kind} {names['oa:TextPositionSelector']} .\n",
            f"{position} {names['oa:start']} {literal(str(said.get('start')), self._offset)} .\n",
            f"{position} {names['oa:end']} {literal(str(said.get('end')), self._offset)} .\n",
        ]

    def _predicate(self, attribute: str) -> str:
        if attribute not in self._predicates:
            self._predicates[attribute] = self._name(f"kg:{check_id(attribute.replace('_', '-'))}")
        return self._predicates[attribute]

    def _extractor(self, name: str) -> str:
        if name not in self._extractors:
            self._extractors[name] = f"<{self._base}{extractor_id(name)}>"
        return self._extractors[name]

    def _name(self, name: str) -> str:
        return f"<{self._mapping.iri(name)}>"

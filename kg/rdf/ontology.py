"""The ontology of a dump in OWL, from schema/*.yaml."""

from __future__ import annotations

from kg.blueprint import event_kinds, graph_schema
from kg.rdf.mapping import Mapping
from kg.rdf.named_terms import NamedTerm, named_terms
from kg.rdf.turtle import Triples

OWL = "http://www.w3.org/2002/07/owl#"
_NODE = frozenset({"node"})


def ontology(mapping: Mapping) -> str:
    """Return the ontology as Turtle: our own terms defined, those of others named with what we use them for."""
    triples = Triples(mapping, owl=OWL)
    own = mapping.prefixes["kg"].rstrip("#")
    version = str(graph_schema().version)
    triples.node(own, "rdf:type", "owl:Ontology")
    triples.node(own, "owl:versionIRI", f"{own}/{version}")
    triples.value(own, "owl:versionInfo", version)
    triples.words(own, "rdfs:label", "Diplomatic relations")
    triples.words(own, "rdfs:comment", "Who met whom, when, where, about what, according to whom.")
    for term in named_terms(mapping):
        if term.name.startswith("kg:"):
            _define(triples, mapping, term)
        else:
            triples.words(term.name, "skos:scopeNote", " ".join(term.meanings))
    return triples.turtle()


def _define(triples: Triples, mapping: Mapping, term: NamedTerm) -> None:
    triples.node(term.name, "rdf:type", _type(term))
    triples.words(term.name, "rdfs:label", term.label)
    triples.words(term.name, "rdfs:comment", " ".join(term.meanings))
    triples.node(term.name, "rdfs:isDefinedBy", mapping.prefixes["kg"].rstrip("#"))
    above = "rdfs:subClassOf" if term.kind == "class" else "rdfs:subPropertyOf"
    if wider := mapping.within.get(term.name):
        triples.node(term.name, above, wider)
    elif term.name in {f"kg:{kind.label}" for kind in event_kinds().values()}:
        triples.node(term.name, above, "sem:Event")
    if len(term.to) == 1 and not term.to & _NODE:
        triples.node(term.name, "rdfs:range", next(iter(term.to)))


def _type(term: NamedTerm) -> str:
    if term.kind == "class":
        return "owl:Class"
    if term.to == _NODE:
        return "owl:ObjectProperty"
    return "rdf:Property" if term.to & _NODE else "owl:DatatypeProperty"

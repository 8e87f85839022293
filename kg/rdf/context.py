"""The JSON-LD context of a dump: prefixes, and what the values of each predicate are."""

from __future__ import annotations

from kg.rdf.mapping import Mapping
from kg.rdf.named_terms import named_terms

_EVIDENCE = {
    "oa:hasTarget": "@id", "oa:hasSource": "@id", "oa:hasSelector": "@id", "prov:wasAttributedTo": "@id",
    "rdf:predicate": "@id", "oa:start": "xsd:nonNegativeInteger", "oa:end": "xsd:nonNegativeInteger",
}  # fmt: skip


def context(mapping: Mapping) -> dict[str, object]:
    """Return what stands under ``@context``. A predicate whose objects are of several kinds says each one's itself."""
    typed: dict[str, str] = dict(_EVIDENCE)
    for term in named_terms(mapping):
        if term.kind == "property" and len(term.to) == 1:
            (to,) = term.to
            if to not in {"xsd:string", "rdf:langString"}:
                typed[term.name] = "@id" if to == "node" else to
    return {
        "@version": 1.1,
        **dict(sorted(mapping.prefixes.items())),
        **{name: {"@id": name, "@type": to} for name, to in sorted(typed.items())},
    }

"""A claim in RDF: a node that says what was said, and where the words stand. It does not assert what it says.

``rdf:subject`` is the thing, ``rdf:predicate`` the attribute, ``rdf:object`` the value; the evidence is a part of the
source selected by its exact words and by its position (Web Annotation; code points, end exclusive).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.blueprint import claim_attributes
from kg.model import make_id
from kg.rdf.columns import Columns
from kg.rdf.objects import Encoder, literals, plain_encoder, remembered
from kg.rdf.remembered import Remembered
from kg.rdf.slots import MARK, Beginnings, Pieces, Slot, SlotMaker, Values
from kg.rdf.terms import check_id, literal
from kg.store.reference_rows import side_id

_TARGET, _WORDS, _POSITION = "#evidence", "#quote", "#position"


def extractor_id(name: str) -> str:
    """Return the id of the software agent of that name and version."""
    return make_id("extractor", name)


def claim_slots(make: SlotMaker, read: Columns, *, rdf12: bool) -> Iterator[Slot]:
    """Yield what a claim has beside its properties, and its evidence; ``rdf12``: what it reifies too."""
    attribute = read.property_at("attribute")
    predicates = remembered(lambda name: f"<{make.mapping.iri('kg:' + check_id(name.replace('_', '-')))}>")
    yield make.value(make.way("rdf:predicate"), attribute, predicates.all_of)
    said, way = _said(make, attribute, read.property_at("value")), make.way("rdf:object")
    yield way, lambda columns, beginnings: make.lines(way, said(columns), _as_it_is, beginnings)
    if rdf12:
        yield _reified(make, read, predicates, said)
    extractors = remembered(lambda name: f"<{make.base}{extractor_id(name)}>")
    yield make.value(make.way("prov:wasAttributedTo"), read.property_at("extractor"), extractors.all_of)
    yield from _evidence(make, read)


def _as_it_is(terms: Sequence[str]) -> Sequence[str]:
    return terms


def _said(make: SlotMaker, attribute: int, value: int) -> Callable[[Values], list[str]]:
    """The values of claims as terms, each by its attribute."""
    values = make.mapping.claim_values
    ways = {name: _term(make, values.get(one.value, "text")) for name, one in claim_attributes().items()}

    def terms(columns: Values) -> list[str]:
        each = zip(columns[attribute], columns[value], strict=True)
        return [ways.get(name, literal)(said) if said else '""' for name, said in each]

    return terms


def _term(make: SlotMaker, how: str) -> Encoder:
    if how == "side":
        return Remembered(lambda value: f"<{make.base}{check_id(side_id(value))}>").__getitem__
    if how == "topic":
        return Remembered(lambda value: f"<{make.base}{check_id(f'topic-{value}')}>").__getitem__
    return plain_encoder(make.mapping, how)


def _reified(make: SlotMaker, read: Columns, predicates: Remembered, said: Callable[[Values], list[str]]) -> Slot:
    way, about, attribute = make.way("rdf:reifies"), read.edge_at("ABOUT"), read.property_at("attribute")

    def line(beginning: str, things: list[str], name: str, term: str) -> str:
        subjects = sorted({f"{beginning}{way}<<( <{make.base}{check_id(thing)}> " for thing in things})
        return "".join(f"{subject}{predicates[name]} {term} )>>{make.end}" for subject in subjects)

    def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
        return [list(map(line, beginnings, columns[about], columns[attribute], said(columns)))]

    return way, pieces


def _evidence(make: SlotMaker, read: Columns) -> Iterator[Slot]:
    iri = make.mapping.iri
    yield make.fixed(make.way("oa:hasTarget"), f"{MARK}{_TARGET}>")
    yield make.fixed(make.way("rdf:type", _TARGET), f"<{iri('oa:SpecificResource')}>")
    yield make.nodes(make.way("oa:hasSource", _TARGET), read.edge_at("STATED_IN"))
    yield make.fixed(make.way("oa:hasSelector", _TARGET), f"{MARK}{_WORDS}>", f"{MARK}{_POSITION}>")
    yield make.fixed(make.way("rdf:type", _WORDS), f"<{iri('oa:TextQuoteSelector')}>")
    yield make.value(make.way("oa:exact", _WORDS), read.property_at("quote"), _quotes)
    yield make.fixed(make.way("rdf:type", _POSITION), f"<{iri('oa:TextPositionSelector')}>")
    offsets = remembered(plain_encoder(make.mapping, "offset"))
    for name in ("start", "end"):
        yield make.value(make.way(f"oa:{name}", _POSITION), read.property_at(name), offsets.all_of)


def _quotes(words: Sequence[str | None]) -> list[str]:
    """A quote is there also where no words are, so that evidence has always the same shape."""
    return literals([one or "" for one in words])

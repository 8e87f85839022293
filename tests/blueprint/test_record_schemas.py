"""The JSON Schemas accept what loaders yield, and nothing that loading would refuse by its form."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from kg.blueprint import claim_attributes
from kg.model import Claim, Evidence, Participant, Reject, Source, Tenure, Value, Venue, source_id
from kg.vocabulary.data import path

TEXT = "Lavrov met Rubio in Riyadh."
SOURCE = Source(id=source_id(url="", key="a", text=TEXT), kind="article", key="a", text=TEXT, loader="text")
VALUES: dict[str, Value] = {
    "text": "Minsk summit",
    "edtf": "XXXX-02-18",
    "code": "RUS",
    "event_kind": "meeting",
    "status": "held",
    "topic": "energy",
    "mention": "e1",
    "Venue": Venue(name="Riyadh", city="Riyadh", country="SAU"),
    "Participant": Participant(rank="senior", count=2),
    "Tenure": Tenure(office="foreign-minister", title="Foreign Minister", side="RUS", start="2004-03"),
}
BREAKS: list[tuple[str, dict[str, Any]]] = [
    ("a field that no claim has", {"certainty": 1}),
    ("a thing of another kind", {"thing": "person"}),
    ("an attribute of another thing", {"thing": "official"}),
    ("an attribute outside the list", {"attribute": "mood"}),
    ("a kind outside the list", {"value": "chat"}),
    ("a structure where a text belongs", {"value": {"name": "Riyadh"}}),
    ("a text where a structure belongs", {"attribute": "venue", "value": "Riyadh"}),
    ("a participant with a field of a venue", {"attribute": "participant", "value": {"city": "Riyadh"}}),
    ("a topic outside the list", {"attribute": "topic", "value": "sport"}),
    ("a status outside the list", {"attribute": "status", "value": "happened"}),
    ("an empty date", {"attribute": "date", "value": ""}),
    ("confidence above 1", {"confidence": 1.5}),
    ("an unknown stance", {"stance": "believes"}),
    ("no quote", {"evidence": {"start": 0, "end": 6, "quote": ""}}),
    ("offsets before the text", {"evidence": {"start": -1, "end": 6, "quote": "Lavrov"}}),
    ("a source that is no id", {"source": "a.txt"}),
]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(path(f"generated/{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_json(record: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(msgspec.json.encode(record))
    return found


def claim(attribute: str = "kind") -> Claim:
    described = claim_attributes()[attribute]
    return Claim(
        source=SOURCE.id, thing=described.thing, subject="e1", attribute=attribute, value=VALUES[described.value],
        evidence=Evidence(0, 10, "Lavrov met"), confidence=0.9, extractor="rules/1",
    )  # fmt: skip


@pytest.mark.parametrize("attribute", claim_attributes())
def test_a_claim_on_every_attribute_is_valid(attribute: str) -> None:
    validator("claim").validate(as_json(claim(attribute)))


@pytest.mark.parametrize("change", [change for _, change in BREAKS], ids=[what for what, _ in BREAKS])
def test_a_broken_claim_is_not(change: dict[str, Any]) -> None:
    assert not validator("claim").is_valid(as_json(claim()) | change)


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(Claim) if f.required])
def test_a_claim_without_a_needed_field_is_not_valid(field: str) -> None:
    record = as_json(claim())
    del record[field]
    assert not validator("claim").is_valid(record)


@pytest.mark.parametrize(("name", "kind"), [("claim", Claim), ("source", Source), ("reject", Reject)])
def test_the_schema_has_the_fields_of_the_record_and_needs_the_same(name: str, kind: type[msgspec.Struct]) -> None:
    schema, fields = validator(name).schema, msgspec.structs.fields(kind)
    assert list(schema["properties"]) == sorted(field.name for field in fields)
    assert set(schema["required"]) == {field.name for field in fields if field.required}
    assert {key: one["default"] for key, one in schema["properties"].items() if "default" in one} == {
        field.name: field.default for field in fields if not field.required
    }


def test_a_source_is_valid_and_one_without_its_text_is_not() -> None:
    record = as_json(SOURCE)
    validator("source").validate(record)
    del record["text"]
    assert not validator("source").is_valid(record)


def test_a_reject_has_a_reason_of_the_closed_list() -> None:
    reject = as_json(Reject(where="a.jsonl", record="3", reason="bad-json", detail="line 3 ends early"))
    validator("reject").validate(reject)
    assert not validator("reject").is_valid(reject | {"reason": "because"})

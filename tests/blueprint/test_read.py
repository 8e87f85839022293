"""The YAML files are read strictly: every fault is one line that names the place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.blueprint import claim_attributes, event_kinds, graph_schema, reject_reasons, statuses
from kg.blueprint.read import blueprint_of_yaml
from kg.errors import SchemaFileError
from kg.vocabulary.data import schema_folder

Change = Callable[[str, str, str], Path]

FAULTS = [
    ("graph.yaml", "from: [Event], to: [Topic]", "from: [Event], to: [Subject]", "ON_TOPIC: there is no label Subject"),
    ("graph.yaml", "  HOSTED:", "  EVENT:", "EVENT names two labels or relationships"),
    ("graph.yaml", "Event: {by: kind,", "Event: {by: sort,", "Event has no property sort"),
    ("graph.yaml", "{type: float,", "{type: double,", "Invalid enum value 'double'"),
    ("graph.yaml", "index: range}", "index: text}", "Invalid enum value 'text'"),
    ("graph.yaml", "meaning: A state or territory.", "means: A state.", "unknown field `means`"),
    ("graph.yaml", "version: 3", "version: [1", "graph.yaml: while parsing"),
    ("events.yaml", "label: Talks,", "label: Summit,", "SUMMIT names two labels"),
    ("events.yaml", "{order: 1, occurred: false,", "{order: 1, happened: false,", "unknown field `happened`"),
    ("events.yaml", "statuses:", "states:", "unknown field `states`"),
    ("claims.yaml", "value: Venue,", "value: Place,", "venue: value 'Place' is none of"),
    ("claims.yaml", "thing: official, value: text", "thing: person, value: text", "Invalid enum value 'person'"),
    ("rejects.yaml", 'next: "Check the path."', "", "missing required field `next`"),
]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A copy of the schema in which one file says something else."""

    def change(name: str, old: str, new: str) -> Path:
        for file in schema_folder().glob("*.yaml"):
            shutil.copy(file, tmp_path)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert old in text, "the table of faults is out of date"
        (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return change


@pytest.mark.parametrize(("name", "old", "new", "message"), FAULTS)
def test_a_faulty_schema_is_refused_with_the_place(
    changed: Change, name: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(SchemaFileError) as caught:
        blueprint_of_yaml(changed(name, old, new))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(changed: Change) -> None:
    folder = changed("graph.yaml", "version", "version")
    (folder / "events.yaml").unlink()
    with pytest.raises(SchemaFileError, match=r"schema/events\.yaml is missing"):
        blueprint_of_yaml(folder)


def test_an_empty_file_is_named(changed: Change) -> None:
    folder = changed("graph.yaml", "version", "version")
    (folder / "claims.yaml").write_text("", encoding="utf-8")
    with pytest.raises(SchemaFileError, match=r"schema/claims\.yaml: it must be a mapping"):
        blueprint_of_yaml(folder)


def test_what_is_read_at_run_time_is_what_the_yaml_says() -> None:
    written = blueprint_of_yaml(schema_folder())
    assert graph_schema() == written.graph
    assert event_kinds() == written.kinds
    assert statuses() == written.statuses
    assert claim_attributes() == written.attributes
    assert reject_reasons() == written.reasons


def test_every_second_label_is_that_of_a_value_that_its_property_can_have() -> None:
    assert set(graph_schema().second_labels["Source"].labels) == {"article", "readout", "record"}
    assert graph_schema().second_labels["Event"].by == "kind"

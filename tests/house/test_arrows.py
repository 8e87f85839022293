"""The import arrows: what each part may know of. docs/explanation/architecture.md draws the same picture."""

from __future__ import annotations

import pytest

from tests.house.imports import PACKAGES, Import, imported_elsewhere, imports, imports_of, is_within, modules

GROUND = ("kg.errors", "kg.counted", "kg.model", "kg.dates", "kg.vocabulary", "kg.blueprint")
MIDDLE = (*GROUND, "kg.identity", "kg.consolidate")
READERS = (*MIDDLE, "kg.store", "queries")

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    # the ground: words, records, dates, reference tables, the schema as data
    "kg.errors": (),
    "kg.counted": (),
    "kg.model": (),
    "kg.dates": ("kg.errors",),
    "kg.vocabulary": ("kg.errors",),
    "kg.blueprint": ("kg.errors", "kg.model", "kg.vocabulary"),
    # the middle: pure functions over claims
    "kg.identity": GROUND,
    "kg.consolidate": (*GROUND, "kg.identity"),
    # the edges: what reads sources and what keeps the graph; neither knows the other
    "loaders": MIDDLE,
    "kg.store": MIDDLE,
    "kg.load": (*MIDDLE, "kg.store"),
    # what reads the graph
    "queries": (*MIDDLE, "kg.store"),
    "kg.verify": READERS,
    "kg.status": READERS,
    "kg.rdf": READERS,
    "kg.views": READERS,
    "kg.analysis": READERS,
    "kg.serve": (*READERS, "kg.views"),
    # what puts them together
    "kg.demo": GROUND,
    "kg.graph": (*READERS, "kg.load", "kg.verify", "kg.status", "kg.rdf", "kg.views", "kg.analysis", "loaders"),
    "kg.cli": (*READERS, "kg.load", "kg.verify", "kg.status", "kg.rdf", "kg.views", "kg.analysis", "kg.demo",
               "kg.serve", "kg.graph", "loaders", "kg"),
    "kg": ("kg.graph",),
    "kg.__main__": ("kg.cli",),
}  # fmt: skip
"""Part -> the parts that it may import besides itself. A new part needs a line here, and in the documents."""

ENGINES = {"arcadedb": ("kg.store.arcadedb",), "neo4j": ("kg.store",)}
"""Package of an engine -> the parts that may import it when the program runs."""


LAYERS = ("lexis", "when", "layout", "who", "clause", "telling", "events", "about")
"""The layers of the reader of texts, each of which may import those before it."""


def layer_of(name: str) -> int | None:
    """Return the place of a module of the reader of texts among its layers; the last is what stands above them all."""
    if not is_within(name, "loaders.text"):
        return None
    layer = next(iter(name.split(".")[2:]), "")
    return LAYERS.index(layer) if layer in LAYERS else len(LAYERS)


def part_of(name: str) -> str | None:
    """Return the part that a module or name belongs to: the longest that fits."""
    fitting = [part for part in MAY_IMPORT if is_within(name, part)]
    return max(fitting, key=len, default=None)


def against_the_arrows(found: list[Import]) -> list[str]:
    """Return a line for each import that MAY_IMPORT does not have."""
    faults = []
    for one in found:
        here, there = part_of(one.module), part_of(one.target)
        if here is not None and there not in (None, here, *MAY_IMPORT[here]):
            faults.append(f"{one}: {here} may import {', '.join(MAY_IMPORT[here]) or 'no other part'}, not {there}")
    return faults


def test_imports_follow_the_arrows() -> None:
    assert "\n".join(against_the_arrows(imports(*PACKAGES))) == ""


def test_the_reader_of_texts_is_in_layers() -> None:
    faults = []
    for one in imports("loaders"):
        here, there = layer_of(one.module), layer_of(one.target)
        if here is not None and there is not None and there > here:
            faults.append(f"{one}: a layer may import those before it: {', '.join(LAYERS)}")
    assert faults == []


def test_every_module_belongs_to_a_part() -> None:
    packages = {name for name, file in modules("kg") if name.count(".") == 1}
    assert packages - set(MAY_IMPORT) == set(), "a new part: say in MAY_IMPORT what it may import"


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("loaders.text.read", "from kg.store import open_engine"),
        ("kg.store.neo4j", "import loaders.text"),
        ("kg.store.neo4j", "from loaders import text"),
        ("kg.graph", "from kg.cli import main"),
        ("kg.dates.edtf", "def f():\n    from kg.model import Claim"),
        ("kg.identity.names", "import kg.consolidate.event as e"),
        ("kg.rdf.export", "if TYPE_CHECKING:\n    from loaders.contract import Loader"),
    ],
)
def test_an_import_against_the_arrows_is_found(module: str, line: str) -> None:
    assert len(against_the_arrows(list(imports_of(module, line)))) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_only_the_store_knows_an_engine(engine: str) -> None:
    assert "\n".join(imported_elsewhere(engine, ENGINES[engine])) == "", f"{engine} belongs to {ENGINES[engine]}"


def test_imports_are_absolute() -> None:
    assert [str(one) for one in imports(*PACKAGES) if one.target.startswith(".")] == []


def test_the_schema_folder_is_no_package() -> None:
    assert [name for name, _ in modules("schema")] == []

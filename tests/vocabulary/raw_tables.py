"""The tables as they stand in their files, for tests of their form."""

from __future__ import annotations

from pathlib import Path

from kg.vocabulary.data import path

LISTS = {
    "reference/countries.tsv": {
        "names", "demonyms", "combining", "capital_names", "metonyms", "list_names", "fips", "cameo",
    },
    "reference/former_states.tsv": {"names", "demonyms", "cameo", "fips"},
    "reference/organizations.tsv": {"names", "acronyms", "adjectives", "cameo"},
    "reference/cities.tsv": {"names"},
    "reference/areas.tsv": {"names", "adjectives", "cameo"},
    "reference/collisions.tsv": {"meanings", "block_before", "block_after", "near"},
    "reference/titles.tsv": {"countries"},
    "reference/broad_offices.tsv": set(),
    "reference/title_modifiers.tsv": set(),
    "reference/tenures.tsv": set(),
    "reference/person_names.tsv": {"names"},
    "topics.tsv": {"gkg", "states", "strong", "weak"},
}  # fmt: skip
"""Every table, and which of its columns hold lists."""

UNSORTED = {"topics.tsv"}
"""Tables in an order of their own."""


def lines(name: str) -> list[list[str]]:
    """Return the header and the rows of a table, each as its cells."""
    text = Path(path(name)).read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line.split("\t") for line in text[:-1].split("\n") if not line.startswith("#")]


def cells(name: str, column: str) -> list[str]:
    """Return one column."""
    header, *rows = lines(name)
    at = header.index(column)
    return [row[at] for row in rows]

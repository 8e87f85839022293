"""Who holds which office of which side: the table offices.tsv, to which anyone can add a line.

A line is a text of our own and the officials that it names, ``name|office as worded|side``, joined by ``; ``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.reading import read_summary

_LINES = Path(__file__).with_name("offices.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", _LINES, ids=[line[:50] for line in _LINES])
def test_officials_are_named_with_their_office_and_side(line: str) -> None:
    text, expected = line.split("\t")
    found = read_summary({"text": text, "published": "2023-05-15"})["officials"]
    got = {f"{one['name']}|{one['title'] or ''}|{one['country_or_org'] or ''}" for one in found}
    assert got == set(expected.split("; "))

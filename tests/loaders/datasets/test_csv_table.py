"""Tables of one's own, by a mapping file, through the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Reading, Reject
from loaders.errors import BadOptionError
from tests.cli.command import kg
from tests.loaders.datasets.tables import checked, read_file

_DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "load-a-table.md"


def block(beginning: str) -> str:
    """Return the indented block of the document that begins so."""
    lines = _DOCUMENT.read_text(encoding="utf-8").splitlines()
    at = lines.index(f"    {beginning}")
    end = next(n for n in range(at, len(lines)) if not lines[n].startswith("    "))
    return "\n".join(line[4:] for line in lines[at:end]) + "\n"


TABLE, MAPPING = block("id,host,guest,when,how,where,who,post"), block("key: id")


def read(folder: Path, table: str, mapping: str) -> list[Reading | Reject]:
    (folder / "t.csv").write_text(table, encoding="utf-8")
    (folder / "t.yaml").write_text(mapping, encoding="utf-8")
    return checked(read_file(folder / "t.csv", mapping=str(folder / "t.yaml")))


def said(one: Reading | Reject) -> dict[str, list[str]]:
    assert isinstance(one, Reading), one
    found: dict[str, list[str]] = {}
    for claim in one.claims:
        found.setdefault(claim.attribute, []).append(f"{claim.value} <{claim.evidence.quote}>")
    return found


def test_the_example_of_the_document(tmp_path: Path) -> None:
    first, second = map(said, read(tmp_path, TABLE, MAPPING))
    assert first["kind"] == ["meeting <how: in person>"]
    assert first["date"] == ["2023-01-22 <when: 22.01.2023>"]
    assert first["side"] == ["DEU <guest: Germany>", "FRA <host: France>"]
    assert first["host"] == ["FRA <host: France>"]
    assert "Olaf Scholz" in first["participant"][0]
    assert "Paris" in first["venue"][0]
    assert (second["kind"], second.get("venue")) == (["call <how: phone>"], None)


def test_the_example_in_the_graph(tmp_path: Path) -> None:
    (tmp_path / "visits.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "visits.yaml").write_text(MAPPING, encoding="utf-8")
    done = kg("load", "visits.csv", "--mapping", "visits.yaml", where=tmp_path)
    assert done.status == 0, done.err
    rows = kg("query", "contacts", "--a", "France", "--b", "Germany", "--format", "json", where=tmp_path).rows()
    assert [(row["date"], row["kind"]) for row in rows] == [("2023-01-22", "meeting")]


def test_what_is_proposed_can_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    proposed = kg("mapping", "t.csv", where=tmp_path)
    assert proposed.status == 0, proposed.err
    found = read(tmp_path, TABLE, proposed.out)
    assert [said(one)["side"] for one in found] == [
        ["DEU <guest: Germany>", "FRA <host: France>"], ["ITA <guest: Italy>", "FRA <host: France>"],
    ]  # fmt: skip
    assert said(found[0])["date"] == ["2023-01-22 <when: 22.01.2023>"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,Atlantis,Germany,22.01.2023,phone,,,", "unknown-code"),
        ("1,France,France,22.01.2023,phone,,,", "one-side"),
        ("1,France,Germany,soon,phone,,,", "bad-date"),
        ("1,France,Germany,22.01.2023,by pigeon,,,", "not-a-contact"),
        ('1,"France,Germany', "bad-record"),
        ("\x00", "bad-characters"),
    ],
)
def test_a_row_that_does_not_fit_says_why(row: str, reason: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{TABLE}{row}\n", MAPPING)
    assert [one.reason for one in found if isinstance(one, Reject)] == [reason]
    assert sum(isinstance(one, Reading) for one in found) == 2


@pytest.mark.parametrize(
    ("mapping", "word"),
    [
        ("kind: how", "sides"),
        ("kind: {is: party}\nsides: [host, guest]", "'party' is no kind"),
        ("kind: {is: call, column: how}\nsides: [host]", "either"),
        ("kind: {is: call}\nsides: [host]\ncolour: blue", "colour"),
        ("kind: [", "no mapping"),
        ("kind: {is: call}\nsides: []", "sides"),
    ],
)
def test_a_mapping_that_is_none_is_one_line(mapping: str, word: str, tmp_path: Path) -> None:
    with pytest.raises(BadOptionError, match=word) as raised:
        read(tmp_path, TABLE, mapping)
    assert "\n" not in str(raised.value)


def test_a_column_that_the_table_does_not_have(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, TABLE, "kind: {is: call}\nsides: [host, guset]")
    assert isinstance(refused, Reject)
    assert (refused.reason, "no column 'guset'" in refused.detail) == ("no-mapping", True)


def test_no_mapping_and_no_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "empty.csv").write_text("a,b\n", encoding="utf-8")
    assert "--mapping" in kg("load", "t.csv", "--as", "csv", where=tmp_path).err
    assert "no rows" in kg("mapping", "empty.csv", where=tmp_path).err
    assert "nowhere.csv" in kg("mapping", "nowhere.csv", where=tmp_path).err

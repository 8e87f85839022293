"""Codes of other lists: of the tables, of the sample files, of the gold annotations."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.vocabulary import (
    countries,
    country_by_code,
    is_area_code,
    resolve_side,
    side_by_cameo,
    state_by_code,
)
from kg.vocabulary.codes import Scheme

ROLES = {
    "AGR", "BUS", "CHR", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "HRI", "IGO", "JEW", "JUD", "LAB",
    "LEG", "MED", "MIL", "MNC", "MOS", "OPP", "PTY", "REB", "REF", "REL", "SEP", "SIK", "SPY", "UAF", "UIS",
}  # fmt: skip
"""CAMEO codes of a role or a religion, which stand where a country or group code may stand."""

UNKNOWN_FIPS = {"OS"}
"""Codes of places in the sample files that are no country: the oceans."""

SCHEMES: list[tuple[Scheme, str, str]] = [
    ("iso3", "RUS", "RUS"), ("iso3", "SUN", "RUS"), ("iso3", "YUG", "SRB"), ("iso3", "XKX", "XKX"),
    ("iso2", "GB", "GBR"), ("iso2", "XK", "XKX"), ("iso2", "SU", "RUS"), ("iso2", "YU", "SRB"), ("iso2", "DD", "DEU"),
    ("iso2", "ZR", "COD"), ("iso2", "BU", "MMR"), ("iso2", "SK", "SVK"), ("iso2", "GE", "GEO"),
    ("cow", "2", "USA"), ("cow", "002", "USA"), ("cow", "365", "RUS"), ("cow", "345", "SRB"), ("cow", "265", "DEU"),
    ("cow", "260", "DEU"), ("cow", "255", "DEU"), ("cow", "817", "VNM"), ("cow", "680", "YEM"),
    ("fips", "RS", "RUS"), ("fips", "CH", "CHN"), ("fips", "SZ", "CHE"), ("fips", "AU", "AUT"), ("fips", "AS", "AUS"),
    ("fips", "GM", "DEU"), ("fips", "UP", "UKR"), ("fips", "UK", "GBR"), ("fips", "KS", "KOR"), ("fips", "KN", "PRK"),
    ("fips", "GZ", "PSE"), ("fips", "WE", "PSE"), ("fips", "YI", "SRB"), ("fips", "VM", "VNM"), ("fips", "TU", "TUR"),
    ("cameo", "ROM", "ROU"), ("cameo", "ROU", "ROU"), ("cameo", "TMP", "TLS"), ("cameo", "KSV", "XKX"),
    ("cameo", "WSB", "PSE"), ("cameo", "MTN", "MNE"),
]  # fmt: skip


@pytest.mark.parametrize(("scheme", "code", "iso3"), SCHEMES)
def test_codes_lead_to_countries(scheme: Scheme, code: str, iso3: str) -> None:
    found = country_by_code(scheme, code)
    assert found is not None
    assert found.iso3 == iso3


@pytest.mark.parametrize("code", ["", "ZZZ", "AFR", "rus"])
def test_other_codes_lead_nowhere(code: str) -> None:
    assert country_by_code("iso3", code) is None
    assert country_by_code("cameo", code) is None


@pytest.mark.parametrize(
    ("code", "year", "state"),
    [
        ("CS", 1985, ("CZE", "Czechoslovakia")), ("CS", 2004, ("SRB", "Serbia and Montenegro")), ("CS", 2020, None),
        ("SK", 1970, ("IND", "Kingdom of Sikkim")), ("SK", 2000, ("SVK", "Slovakia")),
        ("GE", 1978, ("KIR", "Gilbert and Ellice Islands")), ("GE", 1999, ("GEO", "Georgia")),
        ("SU", 1980, ("RUS", "Soviet Union")), ("FR", 1980, ("FRA", "France")), ("", 1980, None),
    ],
)  # fmt: skip
def test_a_year_says_whose_a_code_was(code: str, year: int, state: tuple[str, str] | None) -> None:
    assert state_by_code("iso2", code, year) == state


def test_a_code_that_two_states_had_is_nobodys_without_a_year() -> None:
    assert country_by_code("iso2", "CS") is None


GROUPS = [("UNO", "UN"), ("EEC", "EU"), ("NAT", "NATO"), ("WBK", "WB"), ("USA", "USA")]


@pytest.mark.parametrize(("code", "side"), GROUPS)
def test_cameo_codes_of_groups_lead_to_organizations(code: str, side: str) -> None:
    assert side_by_cameo(code) == side


def test_areas_have_codes_too() -> None:
    assert is_area_code("AFR")
    assert not is_area_code("RUS")


def _column(file: Path, *at: int, encoding: str = "utf-8") -> Iterator[str]:
    for line in file.read_text(encoding=encoding).splitlines():
        cells = line.split("\t")
        yield from (cells[i] for i in at if i < len(cells) and cells[i])


def test_country_codes_of_gdelt_events_resolve(shared: Path) -> None:
    files = sorted((shared / "samples").glob("gdelt2_events_20*.export.CSV"))
    assert files
    for file in files:
        for code in set(_column(file, 7, 17)):
            assert side_by_cameo(code) or is_area_code(code), (file.name, code)
        for code in set(_column(file, 37, 45, 53)):
            assert country_by_code("fips", code) or code in UNKNOWN_FIPS, (file.name, code)


def test_country_codes_of_older_and_exported_gdelt_events_resolve(shared: Path) -> None:
    for name in ("gdelt2_events_gdeltpyr_62col.tsv", "gdelt1_events_gdeltpyr_59col.tsv"):
        for code in set(_column(shared / "samples" / name, 7, 17)):
            assert side_by_cameo(code) or is_area_code(code), (name, code)


def test_places_of_gkg_are_in_known_countries(shared: Path) -> None:
    columns = {
        "gdelt2_gkg_20170701234500.tsv": (9, 10), "gdelt2_gkg_translingual_sample.tsv": (9, 10),
        "gdelt1_gkg_sample.tsv": (4,),
    }  # fmt: skip
    for name, at in columns.items():
        places = [cell for cells in set(_column(shared / "samples" / name, *at)) for cell in cells.split(";")]
        codes = {parts[2] for place in places if len(parts := place.split("#")) > 3 and parts[2]}
        assert {code for code in codes if country_by_code("fips", code) is None} <= UNKNOWN_FIPS, name


def test_codes_of_leaders_resolve(shared: Path) -> None:
    leaders = json.loads((shared / "samples" / "world_leaders_current_g20.json").read_text(encoding="utf-8"))
    unread = {one["iso_code"] for one in leaders.values() if country_by_code("iso2", one["iso_code"]) is None}
    assert unread == {"EU", "AU_AF"}  # organisations
    with (shared / "samples" / "wikidata_world_leaders_2021.csv").open(encoding="utf-8", newline="") as lines:
        items = {country.qid for country in countries().values()}
        assert {row["countryid"] for row in csv.DictReader(lines)} <= items


def test_actor_codes_of_gdelt_begin_with_a_side_a_role_or_a_people(shared: Path) -> None:
    unread: set[str] = set()
    for file in sorted((shared / "samples").glob("gdelt2_events_20*.export.CSV")):
        for code in set(_column(file, 5, 15)):
            first = code[:3]
            known = side_by_cameo(first) or is_area_code(first) or first in ROLES or first.islower()
            unread |= set() if known else {code}
    assert unread == set()


def test_countries_of_icews_resolve(shared: Path) -> None:
    with (shared / "samples" / "icews_2018_sample.tab").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            for column in ("Source Country", "Target Country", "Country"):
                text = row[column]
                assert text in {"", "NA", "NULL"} or resolve_side(text), text


def test_countries_of_cow_and_of_un_votes_resolve(shared: Path) -> None:
    with (shared / "samples" / "cow_diplomatic_exchange_2006v1_head.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            assert country_by_code("cow", row["ccode1"])
            assert country_by_code("cow", row["ccode2"])
    with (shared / "samples" / "un_votes_head200.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = country_by_code("iso2", row["country_code"]) if row["country_code"] else None
            assert found or resolve_side(row["country"]), row
            if found and row["country_code"] != "YU":
                assert resolve_side(row["country"]) == found.iso3, row


NO_SIDE = {"rebel forces"}
"""Parties of the gold that no table can list."""


def test_sides_of_the_gold_are_known(shared: Path) -> None:
    sides: set[str] = set()
    for file in sorted((shared / "gold" / "dev").glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        for event in record["events"]:
            sides |= set(event["countries"]) | {one["country_or_org"] for one in event["participants"]}
        sides |= {one["country_or_org"] for one in record["officials"]}
    assert {side for side in sides if side and resolve_side(side) is None} == NO_SIDE

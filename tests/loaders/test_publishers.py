"""Whose texts are official readouts."""

from __future__ import annotations

import pytest

from kg.vocabulary import is_country, organizations
from kg.vocabulary.data import rows
from kg.vocabulary.publishers import publisher_kind

CASES = [
    ("http://en.kremlin.ru/events/president/news/1", "", "readout", "RUS"),
    ("https://bidenwhitehouse.archives.gov/briefing-room/x/", "The White House", "readout", "USA"),
    ("https://www.state.gov/x", "", "readout", "USA"),
    ("https://www.mfa.gov.cn/eng/x", "", "readout", "CHN"),
    ("https://mfa.gov.ua/en", "", "readout", "UKR"),
    ("https://www.mofa.go.jp/press", "", "readout", "JPN"),
    ("https://www.gov.uk/government/news/x", "", "readout", "GBR"),
    ("https://www.foreignminister.gov.au/x", "", "readout", "AUS"),
    ("https://mfa.gov.lk/x", "", "readout", "LKA"),
    ("https://www.president.go.kr/x", "", "readout", "KOR"),
    ("https://www.gob.mx/sre", "", "readout", "MEX"),
    ("https://president.az/en", "", "readout", "AZE"),
    ("https://www.diplomatie.gouv.fr/en", "", "readout", "FRA"),
    ("https://ec.europa.eu/x", "", "readout", "EU"),
    ("https://tass.com/politics/1", "TASS", "article", ""),
    ("https://www.reuters.com/world/x", "Reuters", "article", ""),
    ("https://notgov.uk.example.com/x", "", "article", ""),
    ("https://fakekremlin.ru/x", "", "article", ""),
    ("https://kremlin.ru.evil.example/x", "", "article", ""),
    ("https://evil.example/kremlin.ru", "", "article", ""),
    ("https://abc.go.com/x", "", "article", ""),
    ("", "President of Russia", "readout", "RUS"),
    ("", "The White House", "readout", "USA"),
    ("", "the  white house", "readout", "USA"),
    ("", "Ministry of Foreign Affairs of Sri Lanka", "readout", "LKA"),
    ("", "MOFA Korea", "readout", "KOR"),
    ("", "Ministry of Foreign Affairs of Freedonia", "readout", ""),
    ("", "Government of Australia", "readout", "AUS"),
    ("", "Foreign Office (Germany)", "readout", "DEU"),
    ("", "FCDO, UK", "readout", "GBR"),
    ("", "FCDO, Freedonia", "article", ""),
    ("", "Cancillería Argentina", "readout", "ARG"),
    ("", "Wikinews", "article", ""),
    ("", "The White House Correspondent", "article", ""),
    ("", "Minister for Foreign Affairs", "readout", ""),
    ("", "Kremlin.ru", "readout", "RUS"),
    ("", "foreignminister.gov.au", "readout", "AUS"),
    ("", "MFA Latvia", "readout", "LVA"),
    ("", "President's Media Division", "readout", "LKA"),
    ("", "", "article", ""),
]


@pytest.mark.parametrize(("url", "publisher", "kind", "side"), CASES)
def test_publisher(url: str, publisher: str, kind: str, side: str) -> None:
    found = publisher_kind(url, publisher)
    assert (found.kind, found.side) == (kind, side)


def test_every_side_of_the_table_is_known() -> None:
    for row in rows("publishers.tsv"):
        side = row["side"]
        assert not side or side in {"{iso2}", "{name}"} or is_country(side) or side in organizations(), row
        assert row["by"] in {"host", "name"}


def test_no_row_is_hidden_by_one_before_it() -> None:
    hosts = [row["pattern"] for row in rows("publishers.tsv") if row["by"] == "host" and "{" not in row["pattern"]]
    hidden = [host for place, host in enumerate(hosts) for before in hosts[:place] if host.endswith("." + before)]
    assert hidden == []
    assert len(set(hosts)) == len(hosts)

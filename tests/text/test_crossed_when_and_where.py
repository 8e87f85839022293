"""When and where a contact was, and how it stands: a table of sentences crossed with people of several states."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.text.crossed.tables import rows, sentence, told

_CONTACT = {"meeting", "talks", "negotiation", "summit"}
_PEOPLE = (
    {
        **{"A": "Peruvian President Juan Castro", "a": "Castro", "CA": "Peru", "GA": "Peruvian", "KA": "Lima"},
        **{"B": "Chilean President Luis Rojas", "b": "Rojas", "CB": "Chile", "GB": "Chilean", "KB": "Santiago"},
        **{"ia": "PER", "ib": "CHL"},
    },
    {
        **{"A": "Polish Prime Minister Jan Nowak", "a": "Nowak", "CA": "Poland", "GA": "Polish", "KA": "Warsaw"},
        **{"B": "Ukrainian Foreign Minister Petro Bondar", "b": "Bondar", "CB": "Ukraine", "GB": "Ukrainian"},
        **{"KB": "Kyiv", "ia": "POL", "ib": "UKR"},
    },
    {
        **{"A": "Kenyan Foreign Minister Peter Otieno", "a": "Otieno", "CA": "Kenya", "GA": "Kenyan", "KA": "Nairobi"},
        **{"B": "Ethiopian Prime Minister Dawit Bekele", "b": "Bekele", "CB": "Ethiopia", "GB": "Ethiopian"},
        **{"KB": "Addis Ababa", "ia": "KEN", "ib": "ETH"},
    },
)


def _family(event: dict[str, Any]) -> str:
    return "contact" if event["kind"] in _CONTACT else str(event["kind"])


def _where(event: dict[str, Any]) -> str:
    place = event["place"] or {}
    return str(place.get("city") or place.get("country_iso3") or "")


def _fits(event: dict[str, Any], row: dict[str, str], people: dict[str, str]) -> bool:
    """Whether an event has one of the days, the place and one of the statuses of a row; ``*`` is not asked."""
    day = row["dates"] == "*" or (event["date"] or "") in row["dates"].split("|")
    place = row["place"] == "*" or _where(event) == row["place"].format(**people)
    return day and place and (row["statuses"] == "*" or event["status"] in row["statuses"].split("|"))


def test_when_and_where_a_contact_was_and_how_it_stands() -> None:
    misread = []
    for row, people in product(rows("when_and_where"), _PEOPLE):
        text = sentence(row["sentence"].replace("\\n", "\n"), **people)
        both = {people["ia"], people["ib"]}
        events = [one for one in told(text) if _family(one) in row["of"].split("/") and both <= set(one["countries"])]
        misread += [] if any(_fits(one, row, people) for one in events) else [text]
    assert misread == []


def test_what_texts_of_many_sentences_tell_of_each_contact() -> None:
    misread = []
    for row in rows("texts_with_days"):
        text = row["text"].replace("\\n", "\n")
        found = [_told(one) for one in told(text, row["publisher"], row["published"])]
        misread += [f"{wanted}: {text}" for wanted in row["wanted"].split("; ") if not _among(wanted, found)]
    assert misread == []


def _told(event: dict[str, Any]) -> tuple[str, set[str], str, str, str]:
    return _family(event), set(event["countries"]), event["date"] or "-", _where(event) or "-", event["status"]


def _among(wanted: str, found: list[tuple[str, set[str], str, str, str]]) -> bool:
    """Whether one of what was found is what is wanted: "visit PER+CHL 2017-05-09 Lima held"."""
    kind, sides, day, place, status = wanted.split(" ")
    return any(
        one[0] == kind
        and set(sides.split("+")) <= one[1]
        and all(asked in ("*", has) for asked, has in zip((day, place.replace("_", " "), status), one[2:], strict=True))
        for one in found
    )

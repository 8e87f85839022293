"""Rows for officials: their names from every source, and the tenures that reference data give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.dates import parse as parse_edtf
from kg.identity.officials import Official
from kg.model import Tenure
from kg.store.batch import Batch, EdgeShape
from kg.store.reference_rows import add_office
from kg.store.spellings import fullest_first


class OfficialsSeen:
    """The officials of one batch with all their spellings, gathered before any row is made."""

    def __init__(self) -> None:
        self._officials: dict[str, Official] = {}
        self._names: dict[str, set[str]] = {}

    def add(self, official: Official, names: Iterable[str]) -> None:
        """Note that sources use these names of the official."""
        self._officials[official.id] = official
        self._names.setdefault(official.id, set()).update(names)

    @property
    def ids(self) -> list[str]:
        """Return the ids seen, sorted."""
        return sorted(self._officials)

    def qids(self) -> dict[str, str]:
        """Return the Wikidata items of those that reference data know, by official id."""
        return {key: official.qid for key, official in sorted(self._officials.items()) if official.qid}

    def write(self, batch: Batch, stored_names: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """Add the nodes; return all spellings. ``stored_names`` are those that the graph has already."""
        written: dict[str, list[str]] = {}
        for key in self.ids:
            official = self._officials[key]
            names = sorted(self._names[key] | set(stored_names.get(key, ())), key=fullest_first)
            properties = {"name": names[0], "names": sorted(names), "side": official.side, "qid": official.qid}
            batch.node("Official", key, properties)
            if set(names) != set(stored_names.get(key, ())):
                batch.respelled.append(key)
            written[key] = names
        return written


def add_official_evidence(batch: Batch, official: str, mention: str, claims: Iterable[str], *, is_new: bool) -> None:
    """Add which official a mention is, in place of whom it was, and the claims (by id) about the official."""
    if not is_new:
        batch.moved_mentions.append(mention)
    batch.edge(EdgeShape("TELLS_OF", "Mention", "Official"), mention, official)
    for claim in claims:
        batch.edge(EdgeShape("ABOUT", "Claim", "Official"), claim, official)


def add_tenure(batch: Batch, official: str, tenure: Tenure) -> None:
    """Add an office held from one date to another. One held twice is two tenures; one told of twice is one."""
    office = add_office(batch, tenure.office, tenure.title, tenure.side)
    start = parse_edtf(tenure.start).earliest if tenure.start else None
    end = parse_edtf(tenure.end).latest if tenure.end else None
    properties = {"start": tenure.start, "end": tenure.end, "earliest": start, "latest": end}
    key = tenure_key(tenure.start, tenure.end)
    batch.shared_edge(EdgeShape("HELD_OFFICE", "Official", "Office"), official, office, properties, key=key)


def tenure_key(start: str, end: str) -> str:
    """Return what tells a tenure (EDTF days, or nothing) from others of the same person in the same office."""
    return f"{start}/{end}"

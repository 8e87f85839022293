"""Who held which office, by person, by office and by name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache

from kg.vocabulary.records import TenureRow
from kg.vocabulary.tables import tenures, titles


@cache
def office_titles() -> dict[str, str]:
    """Return an English title for each office id: the shortest that any country may use."""
    found: dict[str, str] = {}
    for row in sorted(titles(), key=lambda row: (bool(row.countries), len(row.title), row.title)):
        found.setdefault(row.office, row.title)
    return found


def tenures_of(qid: str) -> tuple[TenureRow, ...]:
    """Return the tenures of the person with this Wikidata item, sorted."""
    return _by_person().get(qid, ())


def tenures_for(office: str, side: str) -> tuple[TenureRow, ...]:
    """Return who held this office of this side, as far as the table knows, by date of beginning."""
    return _by_office().get((office, side), ())


def persons_named(name: str, side: str) -> tuple[str, ...]:
    """Return the Wikidata items of the persons that the tables know by this folded name on this side, sorted."""
    return _by_name().get((name, side), ())


@cache
def _by_person() -> dict[str, tuple[TenureRow, ...]]:
    groups: dict[str, list[TenureRow]] = defaultdict(list)
    for row in tenures():
        if row.qid:
            groups[row.qid].append(row)
    return {qid: tuple(found) for qid, found in groups.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[TenureRow, ...]]:
    groups: dict[tuple[str, str], list[TenureRow]] = defaultdict(list)
    for row in tenures():
        groups[row.office, row.side].append(row)
    return {key: tuple(sorted(found, key=lambda row: (row.start, row.person))) for key, found in groups.items()}


@cache
def _by_name() -> dict[tuple[str, str], tuple[str, ...]]:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tenures():
        if row.qid:
            groups[_fold_person(row.person), row.side].add(row.qid)
    return {key: tuple(sorted(qids)) for key, qids in groups.items()}


def _fold_person(name: str) -> str:
    """Fold as kg.identity.names does, which stands above this package and cannot be imported here."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`")
    return " ".join("".join(kept).split())

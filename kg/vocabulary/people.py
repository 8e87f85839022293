"""Who held which office, by person, by office and by name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache

from kg.vocabulary.records import TenureRow, Title
from kg.vocabulary.tables import person_names, tenures, titles


@cache
def office_titles() -> dict[str, str]:
    """Return an English title for each office id: the one it is called after, else the shortest that any may use."""
    found: dict[str, str] = {}
    for row in sorted(titles(), key=lambda row: (bool(row.countries), len(row.title), row.title)):
        if row.title.casefold().replace(" ", "-") == row.office:
            found[row.office] = row.title
        else:
            found.setdefault(row.office, row.title)
    return found


def tenures_of(qid: str) -> tuple[TenureRow, ...]:
    """Return the tenures of the person with this Wikidata item, sorted."""
    return _by_person().get(qid, ())


def tenures_for(office: str, side: str) -> tuple[TenureRow, ...]:
    """Return who held this office of this side, as far as the table knows, by date of beginning."""
    return _by_office().get((office, side), ())


def persons_named(name: str, side: str) -> tuple[str, ...]:
    """Return the Wikidata items of the persons that the tables know by this folded name on this side, sorted.

    Other spellings, in any script, are names too. A side is one for which the person held an office.
    """
    return _by_name().get((name, side), ())


def person_named(name: str) -> str:
    """Return the Wikidata item of the one person that the tables know by this folded name on any side, or empty."""
    return _by_name_alone().get(name, "")


def office_of(title: str, side: str = "") -> Title | None:
    """Return what a title means on this side: the row that lists the side, else the one for all.

    A foreign secretary is the foreign minister in London and a civil servant in New Delhi. Without a side it is the
    row for all, else the first. None where the table does not have the title; case counts for nothing.
    """
    rows = _by_title().get(title.casefold(), ())
    own = next((row for row in rows if side in row.countries), None)
    general = next((row for row in rows if not row.countries), None)
    return own or general or (rows[0] if rows and not side else None)


@cache
def _by_title() -> dict[str, tuple[Title, ...]]:
    groups: dict[str, list[Title]] = defaultdict(list)
    for row in titles():
        for form in {row.title.casefold(), row.plural.casefold()} - {""}:
            groups[form].append(row)
    return {form: tuple(rows) for form, rows in groups.items()}


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
    spellings = {row.qid: (row.name, *row.names) for row in person_names()}
    for row in tenures():
        if row.qid:
            for name in (row.person, *spellings.get(row.qid, ())):
                groups[_fold_person(name), row.side].add(row.qid)
    return {key: tuple(sorted(qids)) for key, qids in groups.items()}


@cache
def _by_name_alone() -> dict[str, str]:
    """Names that two persons share stand for neither."""
    found: dict[str, set[str]] = defaultdict(set)
    for (name, _), qids in _by_name().items():
        found[name].update(qids)
    return {name: next(iter(qids)) for name, qids in found.items() if len(qids) == 1}


def _fold_person(name: str) -> str:
    """Fold as kg.identity.names does, which stands above this package and cannot be imported here."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`")
    return " ".join("".join(kept).split())

"""Who an unnamed participant with an office was, as reference data have it: an inference, for a person to judge."""

from __future__ import annotations

from functools import lru_cache

from kg.dates import Edtf
from kg.dates import parse as parse_edtf
from kg.identity.names import fold_name
from kg.identity.officials import Official
from kg.model import make_id
from kg.vocabulary import TenureRow, tenures_for


@lru_cache(maxsize=65_536)
def holder_of(office: str, side: str, date: str) -> Official | None:
    """Return the one official who held the office of this side on every day the date may stand for, else ``None``.

    None too where reference data know several holders that day, or cannot tell on some days of the date.
    """
    if not office or not side or not date:
        return None
    when = parse_edtf(date)
    if when.earliest is None or when.latest is None:
        return None
    overlapping = [row for row in tenures_for(office, side) if _may_hold(row, when)]
    people = {row.qid or fold_name(row.person): row for row in overlapping}
    if len(people) != 1 or not any(_surely_holds(row, when) for row in overlapping):
        return None
    (row,) = people.values()
    if not row.qid:
        return None
    return Official(id=make_id("official", "qid", row.qid), name=row.person, side=side, qid=row.qid)


def _may_hold(row: TenureRow, when: Edtf) -> bool:
    first = parse_edtf(row.start).earliest if row.start else None
    last = parse_edtf(row.end).latest if row.end else None
    return not (when.latest and first and when.latest < first) and not (last and when.earliest and last < when.earliest)


def _surely_holds(row: TenureRow, when: Edtf) -> bool:
    first = parse_edtf(row.start).latest if row.start else None
    last = parse_edtf(row.end).earliest if row.end else when.latest
    if first is None or last is None or when.earliest is None or when.latest is None:
        return False
    return first <= when.earliest and when.latest <= last

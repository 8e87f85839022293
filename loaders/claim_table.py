"""Readings as Arrow tables: a row a source with what it says, and a row for each thing that was refused as a whole.

Every column is text, a
number or a list of these, so that any tool reads them; what one claim says is one element of ``claims``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import attrgetter
from typing import Any, Literal, TypeVar

import msgspec

from kg.model import (
    Claim,
    Evidence,
    Found,
    Participant,
    Reading,
    Reject,
    RowsRead,
    Source,
    Stance,
    Tenure,
    Thing,
    Value,
    Venue,
    encode_value,
)  # fmt: skip
from loaders.article import Article, make_source
from loaders.contract import Item, ReadOptions
from loaders.errors import RefusedError
from loaders.optional import library

T = TypeVar("T")
ARTICLE_FIELDS = ("id", "url", "title", "publisher", "licence", "published", "language", "dateline", "text")
"""The columns of a table of texts, as in JSON lines; only ``text`` must be there."""
_SOURCE = Source.__struct_fields__
_LEFT = Reject.__struct_fields__
_NUMBERS = {"start": "int64", "end": "int64", "confidence": "float64"}
_TYPES: dict[str, type[Venue | Participant | Tenure]] = {"venue": Venue, "participant": Participant, "tenure": Tenure}
_NAMES: dict[type, str] = {kind: name for name, kind in _TYPES.items()}


class ClaimRow(msgspec.Struct, frozen=True):
    """One claim as an element of the column ``claims``; its value is text, or JSON of the type that is named."""

    thing: Thing
    subject: str
    attribute: str
    value: str
    value_type: Literal["text", "venue", "participant", "tenure"]
    start: int
    end: int
    quote: str
    confidence: float
    extractor: str
    rule: str
    stance: Stance
    attributed_to: str


def arrow() -> Any:
    """Return pyarrow.

    Raises:
        RefusedError: it is not installed; the message says how it is.
    """
    return library("pyarrow", "pyarrow", "Parquet")


@cache
def schema() -> Any:
    """Return the Arrow schema of tables of readings."""
    pa = arrow()
    claim = pa.struct([(name, pa.type_for_alias(_NUMBERS.get(name, "string"))) for name in ClaimRow.__struct_fields__])
    left = pa.struct([(name, pa.string()) for name in _LEFT])
    own = [(name, pa.string()) for name in _SOURCE]
    return pa.schema([*own, ("claims", pa.list_(claim)), ("left", pa.list_(left))])


def table_of(items: Iterable[Found]) -> Any:
    """Return what was found as a table, a row each, in order; of counted rows those that were left.

    It is made column by column: a row of Python at a time takes three times as long.
    """
    pa = arrow()
    rows = [one for item in items for one in _with_a_row(item)]
    sources = [one.source if isinstance(one, Reading) else None for one in rows]
    columns = [_strings([getattr(source, name) if source else None for source in sources]) for name in _SOURCE]
    claims = [one.claims if isinstance(one, Reading) else None for one in rows]
    left = [one.left if isinstance(one, Reading) else (one,) for one in rows]
    lists = [_lists(claims, _claim_columns, "claims"), _lists(left, _left_columns, "left")]
    return pa.Table.from_arrays([*columns, *lists], schema=schema())


def _lists(groups: Sequence[Sequence[T] | None], columns: Callable[[list[T]], list[Any]], name: str) -> Any:
    """A list a row, or null; the elements of all of them are made as columns."""
    pa, ends = arrow(), list(accumulate((len(group or ()) for group in groups), initial=0))
    offsets = [None if group is None else at for group, at in zip(groups, ends, strict=False)]
    fields = list(schema().field(name).type.value_type)
    elements = pa.StructArray.from_arrays(columns([one for group in groups for one in group or ()]), fields=fields)
    return pa.ListArray.from_arrays(pa.array([*offsets, ends[-1]], pa.int32()), elements)


def _claim_columns(claims: list[Claim]) -> list[Any]:
    pa, evidence = arrow(), [claim.evidence for claim in claims]
    values = [encode_value(claim.value) for claim in claims]
    made = {
        "value": _strings(values),
        "value_type": _strings([_NAMES.get(type(claim.value), "text") for claim in claims]),
        "start": pa.array([one.start for one in evidence], pa.int64()),
        "end": pa.array([one.end for one in evidence], pa.int64()),
        "quote": _strings([one.quote for one in evidence]),
        "confidence": pa.array([claim.confidence for claim in claims], pa.float64()),
    }
    names = ClaimRow.__struct_fields__
    return [made[name] if name in made else _strings(list(map(attrgetter(name), claims))) for name in names]


def _left_columns(left: list[Reject]) -> list[Any]:
    return [_strings(list(map(attrgetter(name), left))) for name in _LEFT]


def _strings(values: list[str | None] | list[str]) -> Any:
    return arrow().array(values, arrow().string())


def reading_of_row(row: dict[str, Any]) -> Reading | Reject:
    """Return what a row of such a table holds.

    Raises:
        RefusedError: ``bad-record``, where it is none that ``table_of`` could have made.
    """
    try:
        return _item(row)
    except (msgspec.ValidationError, msgspec.DecodeError, KeyError, IndexError) as error:
        raise RefusedError("bad-record", f"it is no table of readings: {error}") from error


def texts_of(rows: Iterable[dict[str, Any]], where: str, options: ReadOptions) -> Iterator[Item]:
    """Yield the sources of rows with the fields of articles; a row that cannot be used is a reject.

    A text without an id of its own is refused: where what is read is a piece of a table, rows have no numbers.
    """
    return (text_of_row(row, "", where, "", options) for row in rows)


def text_of_row(row: dict[str, Any], number: str, where: str, stem: str, options: ReadOptions) -> Item:
    """Return the source of one row, or why there is none.

    A text without an id of its own is called by the stem and its number, as in JSON lines.
    """
    fields = {name: str(row.get(name) or "") for name in ARTICLE_FIELDS}
    own_id = fields.pop("id")
    try:
        if not (own_id or number):
            raise RefusedError("bad-record", "it has no id; give each row one where an engine reads them")
        article = Article(key=own_id or stem, number="" if own_id else number, **fields)
        return make_source(article, "parquet", options)
    except RefusedError as error:
        return error.reject(where, own_id or number)


def _with_a_row(item: Found) -> Iterable[Reading | Reject]:
    return item.left if isinstance(item, RowsRead) else (item,)


def _item(row: dict[str, Any]) -> Reading | Reject:
    left = tuple(msgspec.convert(one, Reject) for one in row["left"] or ())
    if row["id"] is None:
        return left[0]
    source = msgspec.convert({name: row[name] for name in _SOURCE}, Source)
    claims = (msgspec.convert(one, ClaimRow) for one in row["claims"] or ())
    return Reading(source, tuple(_claim(one, source.id) for one in claims), left)


def _claim(row: ClaimRow, source: str) -> Claim:
    kind = _TYPES.get(row.value_type)
    value: Value = row.value if kind is None else msgspec.json.decode(row.value, type=kind)
    return Claim(
        source=source, thing=row.thing, subject=row.subject, attribute=row.attribute, value=value,
        evidence=Evidence(row.start, row.end, row.quote), confidence=row.confidence, extractor=row.extractor,
        rule=row.rule, stance=row.stance, attributed_to=row.attributed_to,
    )  # fmt: skip

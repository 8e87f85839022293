"""Sources, evidence and claims: what loaders yield and everything else is computed from.

All records are immutable. A loader yields a :class:`Reading` for each source; nothing in it knows of a database. None
can be part of a cycle, so the collector of garbage need not look at them (``gc=False``): a fifth of a loader's time.
The words are those of docs/explanation/glossary.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import repeat
from typing import Literal, Self, TypeAlias

import msgspec

Thing: TypeAlias = Literal["event", "official"]
"""What a claim can be about."""

Stance: TypeAlias = Literal["asserts", "reports", "denies"]
"""How the source stands to the claim: says it itself, passes on what another says, or says it is not so."""

_DIGEST_BYTES = 12  # 96 bits: two of a thousand million records collide with a chance of 1 in 10^11
_DIGEST = blake2b(digest_size=_DIGEST_BYTES)


def make_id(kind: str, *parts: str) -> str:
    """Return the id of the thing of this kind whose raw key parts are given.

    The same parts give the same id on every machine and in every release; parts are length-prefixed, so that no two
    different lists of parts are the same bytes. The result is ``kind-`` and 24 hexadecimal digits.
    """
    raw = "".join([f"{len(part)}:{part}" for part in (kind, *parts)])
    return f"{kind}-{blake2b(raw.encode('utf-8'), digest_size=_DIGEST_BYTES).hexdigest()}"


def text_digest(text: str) -> str:
    """Return the digest by which two sources are known to carry the same text."""
    digest = _DIGEST.copy()  # to make a new one takes a third longer
    digest.update(text.encode("utf-8"))
    return digest.hexdigest()


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """The exact span of a source that says it: ``source.text[start:end] == quote`` (code points, end exclusive)."""

    start: int
    end: int
    quote: str

    def stands_in(self, text: str) -> bool:
        """Tell whether the quote is what the text has at these offsets. An empty quote is no evidence."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote


class Venue(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Where an event took place: a place name as the source has it, and what it stands for."""

    name: str
    city: str = ""
    country: str = ""
    """ISO 3166 alpha-3 code of today's state, or empty."""


class Participant(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A person on a side of an event, in the capacity the source gives.

    ``name`` is empty for an unnamed one; then ``capacity``, ``rank`` and ``count`` say what is known.
    """

    name: str = ""
    capacity: str = ""
    """The office as the source words it: "Deputy Foreign Minister"."""
    office: str = ""
    """The id of that office in schema/reference/titles.tsv ("deputy-foreign-minister"), or empty."""
    side: str = ""
    """ISO3 code or organisation id of the side the person stands for, or empty."""
    body: str = ""
    """An institution the person stands for that is not itself a side ("Russian Direct Investment Fund")."""
    rank: str = ""
    """Rank of an unnamed participant: head, minister, deputy, senior, official, envoy, parliament, military."""
    count: int = 1


class Tenure(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """That a person held an office from one date to another (EDTF; an empty end is open, or unknown)."""

    office: str
    title: str
    side: str
    start: str = ""
    end: str = ""


Value: TypeAlias = str | Venue | Participant | Tenure
"""The value of a claim; schema/claims.yaml says which attribute takes which."""


class Source(msgspec.Struct, frozen=True, gc=False):
    """One article, official readout or data-set record. Dates are EDTF; missing text fields are empty."""

    id: str
    kind: Literal["article", "readout", "record"]
    key: str
    """The record's own id where it has one, else the file's stem."""
    text: str
    """The text that offsets of evidence count in; the raw row of a record, or its fields, a line each."""
    loader: str
    url: str = ""
    title: str = ""
    publisher: str = ""
    licence: str = ""
    published: str = ""
    language: str = ""
    dateline: str = ""

    @property
    def digest(self) -> str:
        """The digest of the text; sources with equal digests are reprints of one another."""
        return text_digest(self.text)


def source_id(*, url: str, key: str, text: str) -> str:
    """Return the id of a source: where it stands (URL, else the record's own id), and its exact text.

    A changed text at the same address is another source (a later version); the same file read again with a
    publication date given is the same source, read anew.
    """
    where = url or key
    raw = f"6:source{len(where)}:{where}{2 * _DIGEST_BYTES}:{text_digest(text)}"
    return f"source-{text_digest(raw)}"  # as of ``make_id``, at half the cost: a table has a source a row


class Claim(msgspec.Struct, frozen=True, gc=False):
    """What one source says about one attribute of one thing.

    ``subject`` names the mention inside the source ("e1", "o3"); :attr:`mention` is its id in the graph.
    """

    source: str
    thing: Thing
    subject: str
    attribute: str
    value: Value
    evidence: Evidence
    confidence: float
    """From 0 to 1: of the claims given 0.9, about nine in ten are right."""
    extractor: str
    """Name and version of what read it, for example ``rules/1``."""
    rule: str = ""
    """The rule inside the extractor that made it, for a date also how it was resolved ("weekday-before-published")."""
    stance: Stance = "asserts"
    attributed_to: str = ""
    """Whom the source names as saying so ("Dmitry Peskov"), or empty."""

    @property
    def mention(self) -> str:
        """The id of the mention: this source's telling of one event, or its naming of one official."""
        return mention_id(self.source, self.thing, self.subject)

    @property
    def id(self) -> str:
        """The claim's id. The time it was recorded and its confidence are no part of it. Computed at each call."""
        return claim_id(self, self.mention)


def mention_id(source: str, thing: str, subject: str) -> str:
    """Return the id of a mention: what a source calls ``e1`` or ``o3``."""
    return make_id("mention", source, thing, subject)


def claim_id(claim: Claim, mention: str) -> str:
    """Return the id of a claim whose mention's id is known."""
    evidence = f"{claim.evidence.start}:{claim.evidence.end}"
    return make_id("claim", mention, claim.attribute, encode_value(claim.value), evidence, claim.stance)


def encode_value(value: Value) -> str:
    """Return the value as the text that is stored: itself, or JSON with sorted keys."""
    if isinstance(value, str):
        return value
    return msgspec.json.encode(value, order="sorted").decode("utf-8")


class Reject(msgspec.Struct, frozen=True, gc=False):
    """A file, record, sentence or value that was not used, and why. Rejected records can be loaded again."""

    where: str
    """The file or URL."""
    record: str
    """Line number, record id or offset inside it; empty for the whole file."""
    reason: str
    """An id of the closed list in schema/rejects.yaml."""
    detail: str
    """One line for a person: what was wrong, what to do."""
    content: str = ""
    """The record as it stood, where it can be kept."""
    loader: str = ""
    """The loader that reads the content again; empty where only ``where`` can be read again."""
    code: str = ""
    """The code or name that no reference table has, as it is spelled; empty where that is not the reason."""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One source and what it says."""

    source: Source
    claims: tuple[Claim, ...]
    left: tuple[Reject, ...] = ()
    """What was seen in the source and not used, by reason."""


_REASON = Reject.__struct_fields__.index("reason")


class Rejects(msgspec.Struct, frozen=True, gc=False):
    """Many rejects, held by field: of most rows of a table there is no more to say than which rule left them.

    To make and hand over each by itself takes longer than to read the row.
    """

    count: int = 0
    columns: tuple[str | range | tuple[str, ...], ...] = ()
    """The fields of a reject in their order: one value that all have, the numbers of lines, or a value for each."""

    @classmethod
    def of(cls, rejects: Sequence[Reject]) -> Self:
        """Return these rejects."""
        return cls.of_rows(list(map(msgspec.structs.astuple, rejects)))

    @classmethod
    def of_rows(cls, rows: Sequence[tuple[str, ...]]) -> Self:
        """Return the rejects of which each row has the fields, in their order."""
        return cls(len(rows), tuple(map(_column, zip(*rows, strict=True))))

    @classmethod
    def of_lines(cls, where: str, lines: range, reasons: Sequence[str], details: Sequence[str]) -> Self:
        """Return those of lines one after the other, with a reason and a detail for each."""
        return cls(len(lines), (where, lines, _column(reasons), _column(details), "", "", ""))

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Reject]:
        """Yield each."""
        return map(Reject, *map(self._each, self.columns)) if self.count else iter(())

    def reasons(self) -> Iterable[str]:
        """Yield the reason of each."""
        return self._each(self.columns[_REASON]) if self.count else ()

    def _each(self, column: str | range | tuple[str, ...]) -> Iterable[str]:
        if isinstance(column, str):
            return repeat(column, self.count)
        return map(str, column) if isinstance(column, range) else column


def _column(values: Sequence[str]) -> str | tuple[str, ...]:
    return values[0] if values.count(values[0]) == len(values) else tuple(values)


class RowsRead(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a table: how many rows it had, and which of them made no record of their own.

    Every row is in a record, in ``left``, or in a :class:`Reject` that was yielded by itself.
    """

    rows: int
    merged: int = 0
    """Rows that mirror, repeat or code again what another row of their record codes."""
    moved: int = 0
    """Days that were left out or read otherwise than they stand, because they are known to be wrong."""
    left: Rejects = Rejects()
    """Rows that are as they should be and say nothing that is kept here, by reason."""


Found: TypeAlias = Reading | Reject | RowsRead
"""What a load takes: readings, what was refused, and counts of rows."""

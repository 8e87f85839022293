"""Roll calls of the General Assembly of the United Nations: one event with many sides, and how each voted.

Source: E. Voeten, *United Nations General Assembly Voting Data* (Harvard Dataverse, doi:10.7910/DVN/LEJUQZ) and its
codebook; the layout of the R package unvotes is read too. A row is the vote of one state: 1 yes, 2 abstain, 3 no,
8 absent, 9 not a member, or these words. Rows of one roll call stand together. When it was and about what stands in
the table of roll calls, and its subjects in that of issues: ``--beside un_roll_calls.csv --beside
un_roll_call_issues.csv``. Without them a roll call has sides and votes, and no date. A state that is no more votes
under its successor's code.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kg.model import Evidence, Found, Reading, Reject, Source, Value, source_id
from kg.vocabulary import country_by_code, resolve_side, state_by_code
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.remembered import remembered
from loaders.datasets.roll_calls import RollCall, read_roll_calls
from loaders.datasets.rows import TableRow, csv_rows, header_of
from loaders.datasets.said import Sayer
from loaders.datasets.tally import Tally
from loaders.pieces import Cut

NAME = "un-votes"
_EXTRACTOR = f"{NAME}/1"
_LICENCE = "CC0-1.0"
_CONFIDENCE = 0.98
_CAST = {
    "1": "yes", "2": "abstain", "3": "no", "8": "absent", "9": "not a member",
    "yes": "yes", "no": "no", "abstain": "abstain", "absent": "absent",
}  # fmt: skip
_NOT_THERE = frozenset({"absent", "not a member"})


def _roll_call_of(header: bytes, line: bytes) -> bytes | None:
    columns = header_of(header)
    mark = max((b",", b"\t", b";"), key=header.count)
    cells = line.split(mark)
    at = columns.index("rcid") if "rcid" in columns else len(cells)
    return cells[at].strip(b'"') if at < len(cells) else None


class UnVotesLoader:
    """Reads the table of votes, and yields a record for each roll call."""

    name = NAME
    cut = Cut(headed=True, quoted=True, together=_roll_call_of)

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header: a roll call, who voted, and how; or a table that belongs beside it."""
        return "rcid" in header_of(head)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a row made none.

        Raises:
            BadOptionError: a file beside the votes cannot be read.
        """
        roll_calls, tally = read_roll_calls(options), Tally()
        rows = csv_rows(opened, options, self.name)
        for number, group in groupby(rows, key=_roll_call):
            votes: list[tuple[str, str, TableRow]] = []
            for row in group:
                if isinstance(row, Reject):
                    yield row
                    continue
                tally.row()
                read = _vote(row)
                if isinstance(read, Reject):
                    yield from tally.turn_down(read)
                else:
                    votes.append((*read, row))
            if votes:
                tally.merged(len(votes) - 1)
                yield _reading(number, votes, roll_calls.get(number, RollCall()))
        yield from tally.rest()


def _roll_call(row: TableRow | Reject) -> str:
    return "" if isinstance(row, Reject) else row.fields.get("rcid", "").removesuffix(".0")


def _vote(row: TableRow) -> tuple[str, str] | Reject:
    if "vote" not in row.fields:
        return row.refused("no-event", "nobody votes in this table: give it with --beside, and load the votes")
    cast = _CAST.get(row.fields["vote"].removesuffix(".0"), "")
    if not cast or not _roll_call(row):
        return row.refused("bad-record", f"{row.fields['vote']!r} is no vote" if not cast else "the row has no rcid")
    if cast in _NOT_THERE:
        return row.refused("not-a-contact", f"{_state(row)}: {cast}")
    side = _side(row.fields)
    return (side, cast) if side else row.refused("unknown-code", f"no state is called {_state(row)!r}", _state(row))


def _state(row: TableRow) -> str:
    names = (row.fields.get(column, "") for column in ("country", "Countryname", "Country", "country_code", "ccode"))
    return next((name for name in names if name), "")


def _side(fields: dict[str, str]) -> str:
    """By its number, which tells the two Germanies and Yemens apart from others; else by name, else by ISO code."""
    if (number := fields.get("ccode", "")) and (found := _by_number(number)):
        return found
    for column in ("country", "Countryname", "Country"):
        if (name := fields.get(column, "")) and (found := _by_name(name)):
            return found
    return _by_iso2(fields.get("country_code", ""), fields.get("year", "") or fields.get("date", "")[:4])


@remembered
def _by_number(number: str) -> str:
    country = country_by_code("cow", number.removesuffix(".0"))
    return country.iso3 if country else ""


@remembered
def _by_name(name: str) -> str:
    return resolve_side(name) or ""


@remembered
def _by_iso2(code: str, year: str) -> str:
    """Codes of states that are no more were given anew: the year says whose it was."""
    if year.isdecimal():
        stood = state_by_code("iso2", code, int(year))
        return stood[0] if stood else ""
    today = country_by_code("iso2", code)
    return today.iso3 if today else ""


def _reading(number: str, votes: list[tuple[str, str, TableRow]], about: RollCall) -> Reading:
    lines = [*about.lines, *(row.text for _, _, row in votes)]
    text, key = "\n".join(lines), f"roll call {number}"
    source = Source(
        id=source_id(url="", key=key, text=text), kind="record", key=key, text=text, loader=_EXTRACTOR,
        title=about.title or f"UN General Assembly, roll call {number}", publisher="UN General Assembly Voting Data",
        licence=_LICENCE, language="en", published=about.date,
    )  # fmt: skip
    said = _said(votes, about, list(_spans(lines)))
    return Reading(source, tuple(Sayer(source, _EXTRACTOR, _CONFIDENCE).claims("event", "e1", said)))


def _said(
    votes: list[tuple[str, str, TableRow]], about: RollCall, spans: list[Evidence]
) -> Iterator[tuple[str, Value, Evidence]]:
    first, when = spans[0], about.date or votes[0][2].fields.get("date", "")
    yield "kind", "vote", first
    yield "status", "held", first
    if when:
        yield "date", when, first
    if about.title:
        yield "title", about.title, first
    for topic, line in about.topics.items():
        yield "topic", topic, spans[line]
    for (side, cast, _), evidence in zip(votes, spans[len(about.lines) :], strict=True):
        yield "side", side, evidence
        yield "vote", f"{side} {cast}", evidence


def _spans(lines: list[str]) -> Iterator[Evidence]:
    start = 0
    for line in lines:
        yield Evidence(start, start + len(line), line)
        start += len(line) + 1

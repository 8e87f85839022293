"""Roll calls of the General Assembly of the United Nations: one event with many sides, and how each voted.

Source: E. Voeten, *United Nations General Assembly Voting Data* (Harvard Dataverse, doi:10.7910/DVN/LEJUQZ) and its
codebook; the layout of the R package unvotes is read too. A row is the vote of one state: 1 yes, 2 abstain, 3 no,
8 absent, 9 not a member, or these words. Rows of one roll call stand together. When it was and about what stands in
the table of roll calls, and its subjects in that of issues: ``--beside un_roll_calls.csv --beside
un_roll_call_issues.csv``. Without them a roll call has sides and votes, and no date. A state that is no more votes
under its successor's code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from kg.model import Evidence, Found, Reading, Reject
from kg.vocabulary import country_by_code, resolve_side, state_by_code
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.remembered import looked_up, remembered
from loaders.datasets.roll_calls import RollCall, read_roll_calls
from loaders.datasets.rows import TableRow, csv_rows, header_of
from loaders.datasets.said import DataSet, Said
from loaders.datasets.tally import Tally
from loaders.stretches import Cut

NAME = "un-votes"
_PUBLISHER = "UN General Assembly Voting Data"
_DATA_SET = DataSet(f"{NAME}/1", _PUBLISHER, "CC0-1.0", 0.98)
_CAST = {
    "1": "yes", "2": "abstain", "3": "no", "8": "absent", "9": "not a member",
    "yes": "yes", "no": "no", "abstain": "abstain", "absent": "absent",
}  # fmt: skip
_NAMES = ("country", "Countryname", "Country")
_SAID = ("rcid", "vote", "ccode", *_NAMES)
_NOTHING_SAID = ("",) * len(_SAID)
_Vote: TypeAlias = tuple[str, str, TableRow]
"""The side, how it voted, and the row that says so."""
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
        current, votes = "", list[_Vote]()
        for row in csv_rows(opened, options, self.name):
            said = _NOTHING_SAID if isinstance(row, Reject) else row.pick(_SAID)
            number = said[0].strip().removesuffix(".0")
            if number != current:
                yield from _roll_call(current, votes, roll_calls, tally)
                current, votes = number, []
            if isinstance(row, Reject):
                yield row
                continue
            tally.row()
            side, cast = _vote(row, said[1:])
            if number and side and cast and cast not in _NOT_THERE:
                votes.append((side, cast, row))
            else:
                yield from tally.turn_down(_no_vote(row, number, cast))
        yield from _roll_call(current, votes, roll_calls, tally)
        yield from tally.rest()


def _roll_call(number: str, votes: list[_Vote], about: dict[str, RollCall], tally: Tally) -> Sequence[Reading]:
    """Return the record of the votes of a roll call, where there are any."""
    if not votes:
        return ()
    tally.merged(len(votes) - 1)
    return (_reading(number, votes, about.get(number, RollCall())),)


def _no_vote(row: TableRow, number: str, cast: str) -> Reject:
    """Return why a row is no vote of a state."""
    if "vote" not in row:
        return row.refused("no-event", "nobody votes in this table: give it with --beside, and load the votes")
    state = _state(row)
    if not cast or not number:
        return row.refused("bad-record", "the row has no rcid" if cast else f"{row.get('vote')!r} is no vote")
    if cast in _NOT_THERE:
        return row.refused("not-a-contact", f"{state}: {cast}")
    return row.refused("unknown-code", f"no state is called {state!r}", state)


def _state(row: TableRow) -> str:
    names = map(row.get, (*_NAMES, "country_code", "ccode"))
    return next(filter(None, names), "")


def _vote(row: TableRow, said: tuple[str, ...]) -> tuple[str, str]:
    """The side, and how it voted; empty where it is none."""
    side, cast = _meant(said)
    if cast and not side:
        side = _by_iso2(row.get("country_code"), row.get("year") or row.get("date")[:4])
    return side, cast


@looked_up
def _meant(said: tuple[str, ...]) -> tuple[str, str]:
    """By its number, which tells the two Germanies and Yemens apart from others; else by name."""
    vote, number, *names = map(str.strip, said)
    sides = (_by_number(number), *map(_by_name, names))
    return next(filter(None, sides), ""), _CAST.get(vote.removesuffix(".0"), "")


@looked_up
def _by_number(number: str) -> str:
    country = country_by_code("cow", number.removesuffix(".0"))
    return country.iso3 if country else ""


@looked_up
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


def _reading(number: str, votes: list[_Vote], about: RollCall) -> Reading:
    lines = [*about.lines, *(row.text for _, _, row in votes)]
    title = about.title or f"UN General Assembly, roll call {number}"
    source = _DATA_SET.source(f"roll call {number}", "\n".join(lines), title, published=about.date)
    return Reading(source, tuple(_DATA_SET.claims(source, "event", "e1", _said(votes, about, list(_spans(lines))))))


def _said(votes: list[_Vote], about: RollCall, spans: list[Evidence]) -> Iterator[Said]:
    first, when = spans[0], about.date or votes[0][2].get("date")
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

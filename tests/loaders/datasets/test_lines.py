"""Lines of tables: read many at a time, they are what each is by itself; and what is left is handed over by field."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Reject, Rejects
from loaders.characters import check_characters
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields, one_line
from loaders.datasets.lines import text_lines
from loaders.datasets.remembered import remembered
from loaders.errors import RefusedError

_PARTS = [
    b"a\tb",
    b"\n",
    b"\r\n",
    b" ",
    b"\x00",
    b"\xe9",
    "é\u2003".encode(),
    b"\xef\xbb\xbf",
    b"\xa0",
    b"x" * 40,
    b"\x1c",
    "\uff01".encode(),
    "\ufffe".encode(),
]


def one_by_one(data: bytes, limit: int) -> list[tuple[int, str] | str]:
    """Return number and text of each line, or the reason why it is refused, in the plainest way."""
    found: list[tuple[int, str] | str] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        stripped = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).strip()
        if len(line) > limit:
            found.append("too-large")
        elif stripped:
            try:
                text = stripped.decode("utf-8")
            except UnicodeDecodeError:
                text = stripped.decode("latin-1")
            try:
                check_characters(row=text)
                found.append((number, text))
            except RefusedError as error:
                found.append(error.reason)
    return found


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(st.sampled_from(_PARTS), max_size=40), limit=st.sampled_from([3, 50, 2**20]))
def test_lines_read_together_are_those_read_one_by_one(parts: list[bytes], limit: int) -> None:
    data = b"".join(parts)
    given = OpenedInput("a", "a", io.BufferedReader(io.BytesIO(data), 64))
    lines = list(text_lines(given, ReadOptions(record_limit=limit), "x"))
    assert [one.reason if isinstance(one, Reject) else one for one in lines] == one_by_one(data, limit)


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), max_size=5))
def test_each_field_is_a_line_with_single_spaces(row: dict[str, str]) -> None:
    fields = Fields(row)
    lines = [f"{' '.join(column.split())}: {' '.join(value.split())}" for column, value in row.items()]
    assert fields.text == "\n".join(lines)
    assert [fields.said(column).quote for column in row] == lines
    assert all(fields.said(column).stands_in(fields.text) for column in row)
    assert [one_line(value) for value in row.values()] == [" ".join(value.split()) for value in row.values()]


def test_rejects_by_field_are_the_rejects() -> None:
    rejects = [Reject("a", str(number), "one-side", f"detail {number % 2}", code="X") for number in range(5)]
    held = Rejects.of(rejects)
    assert (list(held), len(held), list(held.reasons())) == (rejects, 5, ["one-side"] * 5)
    assert list(Rejects.of(rejects[:1])) == rejects[:1]
    assert (list(Rejects.of([])), list(Rejects().reasons())) == ([], [])


def test_long_texts_are_not_remembered() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in ("a", "a", "b" * 10_000, "b" * 10_000):
        assert length(text) == len(text)
    assert [len(text) for text in asked] == [1, 10_000, 10_000]

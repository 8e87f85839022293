"""JSON lines: each line stands alone, and each refusal says why."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from kg.model import Reject, Source, source_id
from loaders.contract import ReadOptions
from loaders.jsonl import record_of
from tests.loaders.reading_files import TEXT, line, one_reject, one_source, read, read_bytes

FULL = {
    "id": "oslo-1",
    "url": "https://example.org/oslo/1",
    "title": "Ministers meet",
    "publisher": "The Example",
    "licence": "CC BY 4.0",
    "published": "2025-03-03",
    "language": "en",
    "dateline": "Oslo",
}

BAD_LINES = [
    (b'{"id": "a", "text": "The minister', "bad-json"),
    (b"not json at all", "bad-json"),
    (b'{"text": "a"} {"text": "b"}', "bad-json"),
    (b'{"text": NaN}', "bad-json"),
    (b'{"a": ' + b"[" * 5_000, "bad-json"),
    (b'{"text": "a tab \t and a bell \x07"}', "bad-json"),
    (b'{"id": "a"}', "bad-record"),
    (b'{"text": ""}', "bad-record"),
    (b'{"text": " \\n "}', "bad-record"),
    (b'{"text": 5}', "bad-record"),
    (b'{"text": null}', "bad-record"),
    (b'{"text": ["a"]}', "bad-record"),
    (b'{"text": "a", "title": 7}', "bad-record"),
    (b'{"text": "a", "url": "javascript:alert(1)"}', "bad-record"),
    (b'{"text": "a", "url": "file:///etc/passwd"}', "bad-record"),
    (b'{"text": "a", "url": "http://[half"}', "bad-record"),
    (b'["text"]', "bad-record"),
    (b'"text"', "bad-record"),
    (b"null", "bad-record"),
    (b'{"text": "a", "published": "last week"}', "bad-date"),
    (b'{"text": "a", "published": "2025-02-30"}', "bad-date"),
    (b'{"text": "a", "published": "18.02.2025"}', "bad-date"),
    (b'{"text": "a", "published": "2025-02-18T99:00:00"}', "bad-date"),
    (b'{"text": "a \\u0000 b"}', "bad-characters"),
    (b'{"text": "a \\u001b[31m b"}', "bad-characters"),
    (b'{"text": "half \\ud83d of a face"}', "bad-characters"),
    (b'{"text": "a", "title": "\\udc00"}', "bad-characters"),
    (b'{"text": "a", "id": "\\u0007"}', "bad-characters"),
    (b'{"text": "no character \\uffff"}', "bad-characters"),
    (b'{"text": "C\xf3rdoba"}', "encoding"),
]


def test_all_fields_are_kept(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "a.jsonl", line(**FULL, salience="main")))
    assert source == Source(
        id=source_id(url=FULL["url"], key="oslo-1", text=TEXT),
        kind="article",
        key="oslo-1",
        text=TEXT,
        loader="jsonl",
        url=FULL["url"],
        title="Ministers meet",
        publisher="The Example",
        licence="CC BY 4.0",
        published="2025-03-03",
        language="en",
        dateline="Oslo",
    )


def test_a_source_written_as_a_line_is_read_as_it_was(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "a.jsonl", line(**FULL)))
    assert one_source(read_bytes(tmp_path, "b.jsonl", record_of(source).encode())) == source


def test_only_the_text_must_be_there(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "a.jsonl", line(dateline=None, published="")))
    assert (source.key, source.title, source.published, source.dateline) == (
        "a:1",
        "Ministers of Norway and Iceland meet",
        "",
        "",
    )


def test_a_source_without_an_id_keeps_its_own_when_lines_move(tmp_path: Path) -> None:
    (alone,) = read_bytes(tmp_path, "a.jsonl", line())
    (_, moved) = read_bytes(tmp_path, "a.jsonl", line(id="first") + line())
    assert isinstance(alone, Source)
    assert isinstance(moved, Source)
    assert (moved.id, moved.key) == (alone.id, "a:2")


def test_the_text_is_kept_character_for_character(tmp_path: Path) -> None:
    text = " \ufeffA\r\nb\u200b\u00ad\tΩ 😀\u2028 王毅 \n\n"
    assert one_source(read_bytes(tmp_path, "a.jsonl", line(text=text))).text == text


@pytest.mark.parametrize(("bad", "reason"), BAD_LINES)
def test_a_bad_line_is_refused_with_its_number_and_content_and_the_others_load(
    tmp_path: Path, bad: bytes, reason: str
) -> None:
    items = read_bytes(tmp_path, "a.jsonl", line(id="before") + bad + b"\n" + line(id="after"))
    kinds = [type(item).__name__ for item in items]
    assert kinds == ["Source", "Reject", "Source"]
    reject = items[1]
    assert isinstance(reject, Reject)
    assert (reject.record, reject.reason, reject.loader) == ("2", reason, "jsonl")
    assert reject.content == bad.decode("utf-8", errors="backslashreplace")
    assert reject.where.endswith("a.jsonl")
    assert reject.detail
    assert "\n" not in reject.detail


def test_a_line_cut_by_the_end_of_the_file_is_refused(tmp_path: Path) -> None:
    whole = line(id="a")
    items = read_bytes(tmp_path, "a.jsonl", whole + whole[:40])
    assert [getattr(item, "reason", "") for item in items] == ["", "bad-json"]


def test_marks_line_ends_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    plain = read_bytes(tmp_path, "a.jsonl", line(id="1") + line(id="2"))
    data = b"\xef\xbb\xbf" + line(id="1").replace(b"\n", b"\r\n") + b"\r\n  \n\n" + line(id="2").rstrip()
    assert read_bytes(tmp_path, "a.jsonl", data) == plain


def test_blank_lines_count_in_line_numbers(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "a.jsonl", b"\n\r\n\n{broken\n")).record == "4"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2025-03-03T23:59:59+03:00", "2025-03-03"),
        ("2025-03-03T23:59:59Z", "2025-03-03"),
        ("2025-03-03 08:00", "2025-03-03"),
        (" 2025-03-03 ", "2025-03-03"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("2025-03~", "2025-03~"),
        ("XXXX-02-18", "XXXX-02-18"),
    ],
)
def test_publication_dates_are_edtf(tmp_path: Path, given: str, kept: str) -> None:
    assert one_source(read_bytes(tmp_path, "a.jsonl", line(published=given))).published == kept


def test_what_the_user_says_takes_the_place_of_what_the_record_says_but_for_the_date(tmp_path: Path) -> None:
    options = ReadOptions(published="1999", publisher="P", licence="L", language="French")
    dated = one_source(read_bytes(tmp_path, "a.jsonl", line(**FULL), options))
    undated = one_source(read_bytes(tmp_path, "a.jsonl", line(), options))
    assert (dated.published, dated.publisher, dated.licence, dated.language) == ("2025-03-03", "P", "L", "fr")
    assert undated.published == "1999"


def test_an_address_is_made_safe_to_link_to(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "a.jsonl", line(url='https://example.org/a b"<c>|d')))
    assert source.url == "https://example.org/a%20b%22%3Cc%3E%7Cd"


def test_other_encodings_are_read_when_named(tmp_path: Path) -> None:
    data = json.dumps({"text": "Talks in Córdoba"}, ensure_ascii=False).encode("latin-1")
    assert one_source(read_bytes(tmp_path, "a.jsonl", data, ReadOptions(encoding="latin-1"))).text == "Talks in Córdoba"


def test_utf_16_is_refused_as_a_whole(tmp_path: Path) -> None:
    data = line().decode().encode("utf-16")
    assert one_reject(read_bytes(tmp_path, "a.jsonl", data)).reason == "encoding"


def test_a_line_past_the_limit_is_refused_in_flat_memory_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(100):
            file.write(b"a" * 2**20)
        file.write(b'"}\n' + line(id="after"))
    tracemalloc.start()
    items = read(path, ReadOptions(record_limit=2**20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(item, "reason", "") for item in items] == ["too-large", ""]
    assert peak < 10 * 2**20


def test_a_json_document_holds_one_record_or_a_list(tmp_path: Path) -> None:
    records = [{"id": "a", "text": TEXT}, {"id": "b", "text": 5}, {"text": TEXT + "!"}]
    whole = read_bytes(tmp_path, "a.json", json.dumps(records, indent=2).encode())
    assert [getattr(item, "key", "") or getattr(item, "reason", "") for item in whole] == ["a", "bad-record", "a:3"]
    reject = whole[1]
    assert isinstance(reject, Reject)
    assert (json.loads(reject.content), reject.record, reject.loader) == (records[1], "2", "jsonl")
    single = one_source(read_bytes(tmp_path, "b.json", json.dumps(records[0], indent=2).encode()))
    assert (single.key, single.loader) == ("a", "json")


def test_a_damaged_json_document_is_refused_as_a_whole(tmp_path: Path) -> None:
    reject = one_reject(read_bytes(tmp_path, "a.json", b'[\n {"text": "a"},\n {"text": "b"\n'))
    assert reject.reason == "bad-json"

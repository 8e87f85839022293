"""A dump as a file: whole or not there, packed the same every day."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.rdf import write_dump
from kg.rdf.dump import DEFAULT_BASE
from kg.rdf.files import Compression, DumpError, Form

LINE = b'<https://example.org/kg/id/a> <https://example.org/p> "%s" .\n'
LINES = [LINE % b"one", LINE % b"two"]


def write(chunks: Iterable[bytes], target: Path, form: Form = "nquads", compression: Compression = "none") -> None:
    write_dump(chunks, str(target), form=form, compression=compression, base=DEFAULT_BASE)


def broken() -> Iterator[bytes]:
    yield LINES[0]
    raise DumpError("the store went away")


@pytest.mark.parametrize("form", ["nquads", "turtle", "rdfxml"])
def test_a_dump_that_breaks_off_leaves_what_was_there(form: Form, tmp_path: Path) -> None:
    target = tmp_path / "dump"
    target.write_text("yesterday's", encoding="utf-8")
    with pytest.raises(DumpError):
        write(broken(), target, form)
    assert [file.name for file in tmp_path.iterdir()] == ["dump"]
    assert target.read_text(encoding="utf-8") == "yesterday's"


def test_no_folder_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match=r"cannot write .*: No such file or directory"):
        write(LINES, tmp_path / "nowhere" / "dump.nq")


def test_packed_bytes_do_not_tell_the_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(LINES, tmp_path / name, compression="gzip")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert gzip.decompress((tmp_path / "one").read_bytes()) == b"".join(LINES)


_FULL = """
import resource, signal, sys
from kg.rdf import write_dump
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
write_dump([b"x" * 1000] * 100, sys.argv[1], form="nquads", compression="none", base="https://example.org/kg/")
"""


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "dump.nq"
    done = subprocess.run([sys.executable, "-c", _FULL, str(target)], capture_output=True, text=True, check=False)
    assert "DumpError: cannot write" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("escape", [b"\\u0001", b"\\b", b"\\f", b"\\u001F", b"\\uFFFE", b"\\\\\\u0002"])
def test_rdfxml_refuses_what_xml_cannot_hold(escape: bytes, tmp_path: Path) -> None:
    with pytest.raises(DumpError, match=r"no way to write a control character of <https://example.org/kg/id/a>"):
        write([LINES[0], LINE % escape], tmp_path / "dump.rdf", "rdfxml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("escape", [b"\\t", b"\\n", b"\\\\b", b"\\\\u0001", b"\\u007F"])
def test_rdfxml_takes_the_rest(escape: bytes, tmp_path: Path) -> None:
    write([LINE % escape], tmp_path / "dump.rdf", "rdfxml")
    assert (tmp_path / "dump.rdf").stat().st_size > 0

"""Bad input: one clear line, the exit status, and nothing half written."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import kg
from tests.servers.real_engine import RealEngine

MEETING = (
    "On 5 March 2024 French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris to discuss energy."
)


def meeting_on(number: int) -> str:
    """The same two presidents on another day."""
    return MEETING.replace("5 March 2024", f"{1 + number % 28} {('March', 'May')[number % 2]} {1900 + number // 28}")


def one_line(text: str, *words: str) -> None:
    """The message ends in one line, says these words and shows no traceback."""
    assert "Traceback" not in text
    last = text.strip().splitlines()[-1]
    for word in words:
        assert word.casefold() in text.casefold(), text
    assert len(last) < 400


def test_no_such_file(tmp_path: Path) -> None:
    done = kg("load", "nothing.txt", where=tmp_path)
    assert done.status == 2
    one_line(done.err, "nothing.txt")
    assert not (tmp_path / "kg-data").exists()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))])
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    done = kg("load", "bad.txt", where=tmp_path)
    assert done.status == 2
    one_line(done.err, "bad.txt")
    (kept,) = [json.loads(line) for line in (tmp_path / "kg.rejects.jsonl").read_text().splitlines()]
    assert kept["where"].endswith("bad.txt")
    assert "Nothing of it could be used: nothing was written." in done.out


def test_a_line_cut_in_the_middle_is_kept_with_its_number_and_the_others_load(tmp_path: Path) -> None:
    good = [
        json.dumps({"id": f"a{n}", "title": "News", "published": "2024-03-05", "text": f"{MEETING} ({n})"})
        for n in (1, 2)
    ]
    (tmp_path / "in.jsonl").write_text(f"{good[0]}\n{good[1][:40]}\n{good[1]}\n", encoding="utf-8")
    done = kg("load", "in.jsonl", "--format", "json", where=tmp_path)
    assert done.status == 0
    report = json.loads(done.out)
    assert report["sources"]["new"] == 2
    assert report["rejected"] == {"bad-json": 1}
    (kept,) = [json.loads(line) for line in (tmp_path / "kg.rejects.jsonl").read_text().splitlines()]
    assert "2" in kept["record"]
    assert kg("load", "in.jsonl", "--strict", where=tmp_path).status == 1


def test_no_server_there(tmp_path: Path) -> None:
    environment = {"KG_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "secret-word"}
    done = kg("status", where=tmp_path, environment=environment)
    assert done.status == 2
    one_line(done.err, "server")
    assert "secret-word" not in done.err + done.out


def test_a_wrong_password_is_said_and_not_shown(neo4j_engine: RealEngine, tmp_path: Path) -> None:
    done = kg("status", where=tmp_path, environment={**neo4j_engine.environment, "NEO4J_PASSWORD": "secret-word"})
    assert done.status == 2
    one_line(done.err, "password")
    assert "secret-word" not in done.err + done.out


def test_a_folder_that_is_not_a_graph_is_left_as_it_is(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("keep me", encoding="utf-8")
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    done = kg("load", "a.txt", "--uri", "mine", where=tmp_path)
    assert done.status == 2
    one_line(done.err, "mine")
    assert [file.name for file in mine.iterdir()] == ["notes.txt"]


def test_reading_a_graph_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    done = kg("query", "contacts", "--a", "France", "--b", "Germany", where=tmp_path)
    assert done.status == 2
    one_line(done.err, "kg load")


def test_names_that_are_nearly_right_get_suggestions(tmp_path: Path) -> None:
    one_line(kg("query", "contact", where=tmp_path).err, "contacts")
    one_line(kg("lod", where=tmp_path).err, "kg load")
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    assert kg("load", "a.txt", where=tmp_path).status == 0
    one_line(kg("query", "contacts", "--a", "Frence", "--b", "Germany", where=tmp_path).err, "France")
    one_line(kg("query", "contacts", "--x", "France", where=tmp_path).err, "x")


def test_a_bad_date_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    done = kg("load", "a.txt", "--published", "last week", where=tmp_path)
    assert done.status == 2
    one_line(done.err, "2025-02-18")


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    assert "Traceback" in kg("--debug", "status", where=tmp_path).err


def test_ctrl_c_in_the_middle_of_a_load_and_the_next_load_completes_it(tmp_path: Path) -> None:
    _write_meetings(tmp_path, 1_500)
    running = _start_load(tmp_path)
    deadline = time.monotonic() + 30
    while not (tmp_path / "kg-data").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.5)
    _press_ctrl_c(running)
    report = json.loads(kg("load", "in.jsonl", "--format", "json", where=tmp_path).out)
    assert report["sources"]["new"] + report["sources"]["known"] == 1_500
    again = json.loads(kg("load", "in.jsonl", "--format", "json", where=tmp_path).out)
    assert again["written"] == {}
    assert kg("verify", where=tmp_path).status == 0


@pytest.mark.long
def test_ctrl_c_at_any_moment_ends_a_load_with_one_line(tmp_path: Path) -> None:
    _write_meetings(tmp_path, 400)
    for moment in range(60):
        shutil.rmtree(tmp_path / "kg-data", ignore_errors=True)
        running = _start_load(tmp_path)
        time.sleep(0.5 + moment * 0.07)
        _press_ctrl_c(running)
    assert kg("load", "in.jsonl", where=tmp_path).status == 0
    assert kg("verify", where=tmp_path).status == 0


def _write_meetings(where: Path, count: int) -> None:
    lines = [json.dumps({"id": f"a{n}", "published": "2024-03-05", "text": meeting_on(n)}) for n in range(count)]
    (where / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")


def _start_load(where: Path) -> subprocess.Popen[str]:
    start = [sys.executable, "-c", "from kg.cli import main; main()", "load", "in.jsonl"]
    return subprocess.Popen(start, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _press_ctrl_c(running: subprocess.Popen[str]) -> None:
    """Press it, and see that the load ends with one line; or that it had come to its end already."""
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode in (0, 130), err
    if running.returncode == 130:
        one_line(err, "interrupted", "again")

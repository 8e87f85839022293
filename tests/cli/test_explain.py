"""``kg extract --explain``: why a text was read so, in a terminal and as a page."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import kg

TEXT = (
    "Ministers meet\n\nRussian Foreign Minister Sergei Lavrov met U.S. Secretary of State Marco Rubio in Riyadh on "
    "Tuesday.\nThe two have yet to meet again.\nTalks on <script>alert(1)</script> ended.\n"
)


def test_each_claim_stands_marked_in_its_sentence_with_its_rule(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = kg("extract", "a.txt", "--published", "2025-02-19", "--explain", where=tmp_path)
    assert "1. meeting, held, 2025-02-18, RUS + USA" in done.out
    assert "date        2025-02-18  [weekday-before-published]:" in done.out
    assert "refused, the sentence says that nothing came about: The two have yet to meet again." in done.out
    assert "refused, nobody takes part that the sentence names: Talks on <script>" in done.out


def test_the_page_runs_no_script_and_asks_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    kg("extract", "a.txt", "--published", "2025-02-19", "--explain", "-o", "why.html", where=tmp_path)
    page = (tmp_path / "why.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert 'mark class="date">Tuesday</mark>' in page


def test_another_extractor_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = kg("extract", "a.txt", "--extractor", "rulez", where=tmp_path)
    assert done.status == 2
    assert "did you mean 'rules'?" in done.err

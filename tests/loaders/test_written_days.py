"""Days in fields made for them."""

from __future__ import annotations

import pytest

from loaders.written_days import day_of_header, day_of_path, written_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-02-18", "2025-02-18"),
        ("2025-02-18T23:30:00-05:00", "2025-02-18"),
        ("2025/2/18 10:00", "2025-02-18"),
        ("20250218", "2025-02-18"),
        ("20250218T101500Z", "2025-02-18"),
        ("18.02.2025", "2025-02-18"),
        ("8.2.2025", "2025-02-08"),
        ("18 February 2025", "2025-02-18"),
        ("18th of February, 2025", "2025-02-18"),
        ("February 18, 2025, 15:30", "2025-02-18"),
        ("FEB. 18, 2025", "2025-02-18"),
        ("Tuesday, Sept. 2nd 2025", "2025-09-02"),
        ("Published:\n 18\u00a0February\u00a02025", "2025-02-18"),
        ("02/03/2025", ""),
        ("31 February 2025", ""),
        ("2025-13-01", ""),
        ("2025-02", ""),
        ("0000-01-01", ""),
        ("yesterday", ""),
        ("", ""),
        ("99999999999999", ""),
    ],
)
def test_written_day(text: str, day: str) -> None:
    assert written_day(text) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2021/01/20/joint-statement/", "2021-01-20"),
        ("/news/2021-1-5-talks.html", "2021-01-05"),
        ("/2021/01/20", "2021-01-20"),
        ("/2021/01/", ""),
        ("/article/20210120", ""),
        ("/2021/13/20/", ""),
        ("/12021/01/20/", ""),
    ],
)
def test_day_of_path(path: str, day: str) -> None:
    assert day_of_path(path) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tue, 18 Feb 2025 23:30:00 +0300", "2025-02-18"),
        ("18 Feb 2025 23:30 GMT", "2025-02-18"),
        ("Tue, 31 Feb 2025 23:30:00 +0300", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_day_of_header(text: str, day: str) -> None:
    assert day_of_header(text) == day

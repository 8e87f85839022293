"""Languages told by short words and scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.language import detect_language, language_code, languages

TABLE = Path(__file__).parent / "languages.tsv"
SAMPLES = dict(line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:])


@pytest.mark.parametrize("code", SAMPLES)
def test_a_text_is_in_its_language(code: str) -> None:
    assert detect_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "Riyadh", "12 345 67", "The ministers met in Oslo.", "Лавров"])
def test_a_short_text_is_in_none(text: str) -> None:
    assert detect_language(text) in ("", "und")


def test_english_full_of_foreign_names_is_english() -> None:
    names = "Wang Yi (王毅), Сергей Лавров, Hossein Amir-Abdollahian (حسین امیرعبداللهیان) and Đặng Minh Khôi. "
    assert detect_language(names * 2 + SAMPLES["en"]) == "en"


def test_a_long_text_in_a_language_of_no_table_is_undetermined() -> None:
    swahili = "Mpango wa amani ulijadiliwa jijini Nairobi baina ya viongozi wawili waliokutana jana. "
    assert detect_language(swahili * 8) == "und"


@pytest.mark.parametrize(
    ("name", "code"),
    [("en", "en"), ("EN-gb", "en"), ("en_US", "en"), ("eng", "en"), ("English", "en"), ("zh-Hans", "zh"), ("sw", "sw")],
)
def test_names_of_languages_become_codes(name: str, code: str) -> None:
    assert language_code(name) == code


def test_the_table_has_no_word_twice_in_a_language() -> None:
    for language in languages().values():
        assert len(set(language.words)) == len(language.words), language.code

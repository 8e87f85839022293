"""The shell completes names of queries, their parameters, and sides by any of their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from kg.cli.main import cli
from tests.cli.command import kg


def completed(*words: str) -> list[str]:
    """What may stand in place of the last word."""
    found = BashComplete(cli, {}, "kg", "_KG_COMPLETE").get_completions(list(words[:-1]), words[-1])
    return [str(item.value) for item in found]


@pytest.mark.parametrize(
    ("shell", "words", "at"),
    [
        ("bash", "kg query contacts --a Rus", "4"),
        ("zsh", "kg query contacts --a Rus", "4"),
        ("fish", "kg query contacts --a Rus", "Rus"),
    ],
)
def test_each_shell_is_answered(shell: str, words: str, at: str, tmp_path: Path) -> None:
    asked = {"_KG_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": at}
    assert "Russia" in kg(where=tmp_path, environment=asked).out
    script = kg(where=tmp_path, environment={"_KG_COMPLETE": f"{shell}_source"})
    assert "_KG_COMPLETE" in script.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("query", "contacts-by"), ["contacts-by-month"]),
        (("query", "contacts", "--s"), ["--since", "--status"]),
        (("query", "contacts", "--status", "c"), ["cancelled"]),
        (("query", "contacts", "--status", "an"), ["any"]),
        (("query", "contacts", "--fuzzy", ""), ["certain", "possible"]),
        (("query", "contacts", "--a", "Russia", "--kind", "summ"), ["summit", "summons"]),
        (("query", "conflicts", "--attribute", "ven"), ["venue"]),
        (("query", "contacts", "--a", "germ"), ["Germany"]),
        (("query", "contacts", "--a", "Côte d"), ["CIV"]),
        (("query", "contacts", "--a", "Saudi Ar"), ["SAU"]),
        (("query", "no-such-query", "--lim"), []),
    ],
)
def test_what_may_be_written_is_offered(words: tuple[str, ...], expected: list[str]) -> None:
    assert completed(*words) == expected


def test_a_parameter_that_is_given_is_not_offered_again() -> None:
    assert "--since" not in completed("query", "contacts", "--since", "2024", "--")
    assert "--format" in completed("query", "contacts", "--")

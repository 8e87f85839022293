"""Patterns of words that texts are searched for, made so that most letters of a text are passed in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def beginning_with(beginnings: Iterable[str]) -> str:
    r"""Return a pattern for ``\b(?:one|other)``: what begins with one of these where a word begins.

    Each is a pattern that begins with a letter or a figure written out. The engine looks for the class of these without
    leaving its inner loop, and only there for the begin of a word and for what goes on with that letter.
    """
    rest: dict[str, list[str]] = defaultdict(list)
    for one in beginnings:
        rest[one[0]].append(one[1:])
    goes_on = "|".join(f"(?<={first})(?:{'|'.join(tails)})" for first, tails in rest.items())
    return rf"[{''.join(rest)}](?<!\w.)(?:{goes_on})"

"""Which of its meanings a name has in a text. The rules are data: schema/reference/collisions.tsv."""

from __future__ import annotations

from collections.abc import Container

from kg.vocabulary.tables import collisions

NOT_OURS = ""
"""What is returned for a name that stands for no state, organisation or place."""


def meaning_of(name: str, before: str, after: str, words: Container[str]) -> str:
    """Return the meaning of a name in its context, as ``kind:value``, or ``NOT_OURS``.

    ``name`` as the text spells it; ``before`` and ``after`` the text right beside it (a few words are enough);
    ``words`` what occurs anywhere in the text, for ``in``: its words, or the text itself. Names that collide with
    nothing are not for this function: it raises KeyError.

    In this order: a blocked neighbour, a word that decides, the default. Longer names come first: "South Sudan" must
    be found before "Sudan" is asked about.
    """
    row = collisions()[name]
    if _ends_with_one_of(before, row.block_before) or _begins_with_one_of(after, row.block_after):
        return NOT_OURS
    for rule in row.near:
        word, meaning = rule.split("=")
        if word in words:
            return _ours(meaning)
    return _ours(row.default)


def _ours(meaning: str) -> str:
    kind = meaning.partition(":")[0]
    return NOT_OURS if kind in {"person", "word", "part", "none", "format"} else meaning


def _ends_with_one_of(text: str, words: tuple[str, ...]) -> bool:
    left = text.rstrip()
    return left.endswith(words) and any(left.endswith(word) and not left[: -len(word)][-1:].isalnum() for word in words)


def _begins_with_one_of(text: str, words: tuple[str, ...]) -> bool:
    right = text.lstrip()
    return right.startswith(words) and any(
        right.startswith(word) and not right[len(word) :][:1].isalnum() for word in words
    )

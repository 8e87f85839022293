"""Titles that say no more than kind, sides and place: the page makes these itself, as ``web/src/titles.ts`` does."""

from __future__ import annotations

from collections.abc import Sequence

_NAMED = 4
"""Of more sides only the first three are named."""


def title_beyond(title: str, kind: str, sides: Sequence[tuple[str, str]], places: Sequence[str]) -> str:
    """Return what the page has to be told of a title: nothing, "+" where its one place follows, else "=" and the title.

    ``sides`` are codes and names.
    """
    usual = usual_title(kind, sides)
    if title == usual:
        return ""
    return "+" if [title] == [f"{usual}, {place}" for place in places] else f"={title}"


def usual_title(kind: str, sides: Sequence[tuple[str, str]]) -> str:
    """Return the kind and the names of the sides, in the order of their codes."""
    names = [name for _, name in sorted(sides)]
    who = " – ".join(names) if len(names) <= _NAMED else f"{', '.join(names[:3])} and {len(names) - 3} more"
    return f"{kind}: {who or 'sides not named'}"

"""Lines broken at a width, as in e-mail, PDF and old newswires, become paragraphs again.

A line end is one of wrapping where the first word of the next line would not have fitted on the line. It becomes a
space, one character for one, so that offsets are those of the text before.
"""

from __future__ import annotations

_NARROWEST = 50
_WIDEST = 100
_LEAST_SHARE = 0.6
"""Of line ends inside paragraphs: a list of names has few that a width explains."""
_FEWEST = 2


def unwrapped(text: str, *, slack: float = 0.0) -> str:
    """Return the text with line ends of wrapping as spaces; a text that is not wrapped as it is.

    ``slack`` is the share of the width that a line may lack and still count as full: 0 where letters are of one width.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    inside = [place for place in range(len(lines) - 1) if _goes_on(lines[place], lines[place + 1])]
    wrapped = {place for place in inside if _is_full(lines[place], lines[place + 1], width * (1 - slack))}
    if len(wrapped) < max(_FEWEST, _LEAST_SHARE * len(inside)):
        return text
    ends = (" " if place in wrapped else "\n" for place in range(len(lines) - 1))
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def _goes_on(line: str, following: str) -> bool:
    """Neither is empty, and the next is not indented, which begins a paragraph."""
    return bool(line.strip()) and bool(following.strip()) and not following[0].isspace()


def _is_full(line: str, following: str, width: float) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width

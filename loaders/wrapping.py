"""Lines broken at a width, as in e-mail, PDF and old newswires, become paragraphs again.

A line end is one of wrapping where the first word of the next line would not have fitted on the line. It becomes a
space, one character for one, so that offsets are those of the text before.
"""

from __future__ import annotations

import re

_NARROWEST = 50
_WIDEST = 100
_LEAST_SHARE = 0.6
"""Of line ends inside paragraphs: a list of names has few that a width explains."""
_FEWEST = 2
_HEADLINE = 1.25
"""Of the width of the other lines: a first line that is longer is a headline."""
_SHORTEST = 0.33
"""Of the width: what is shorter may be a heading or a name."""
_ENDS = '.!?:;"”'
_SMALL_SHARE = 0.25
"""Of line ends inside paragraphs: lines that begin with a small letter where the one before ends no sentence."""
_SHORT_FORM = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St)\.\Z")
"""Read "the U.S.", "Mr.": a dot that ends no sentence."""


def unwrapped(text: str, *, slack: float = 0.0) -> str:
    """Return the text with line ends of wrapping as spaces; a text that is not wrapped as it is.

    ``slack`` is the share of the width that a line may lack and still count as full: 0 where letters are of one width.
    """
    if text.count("\n") == 2 * text.count("\n\n"):
        return text  # after each line an empty one, as nearly always
    lines = text.split("\n")
    inside = [place for place in range(len(lines) - 1) if _goes_on(lines[place], lines[place + 1])]
    wrapped = _of_a_width(lines, inside, slack) or _ragged(lines, inside)
    if not wrapped:
        return text
    ends = (" " if place in wrapped else "\n" for place in range(len(lines) - 1))
    return "".join(_joined(line, end) for line, end in zip(lines, (*ends, ""), strict=True))


def _of_a_width(lines: list[str], inside: list[int], slack: float) -> set[int]:
    """The line ends of wrapping where one width explains most of them, or none."""
    inside, width = _measured(lines, inside)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    wrapped = {place for place in inside if _is_full(lines[place], lines[place + 1], width * (1 - slack))}
    if len(wrapped) < max(_FEWEST, _LEAST_SHARE * len(inside)):
        return set()
    wrapped.update(place for place in inside if _breaks_off(lines, place, width))
    return wrapped


def _ragged(lines: list[str], inside: list[int]) -> set[int]:
    """Those of a page whose source was broken: no width explains them, but many lines go on in small letters."""
    open_ends = {place for place in inside if not _ends_sentence(lines[place])}
    small = sum(lines[place + 1][0].islower() and " " in lines[place].strip() for place in open_ends)
    return open_ends if small >= max(_FEWEST, _SMALL_SHARE * len(inside)) else set()


def _measured(lines: list[str], inside: list[int]) -> tuple[list[int], int]:
    """Return the line ends that may be of wrapping, and the width; a headline above the text may be longer."""
    lengths = [len(lines[place].rstrip()) for place in inside]
    if inside[:1] == [0] and lengths[0] > _HEADLINE * max(lengths[1:], default=0):
        return inside[1:], max(lengths[1:], default=0)
    return inside, max(lengths, default=0)


def _joined(line: str, end: str) -> str:
    """Return a line with its end; the carriage return of one that goes on becomes a space too."""
    return f"{line[:-1]} {end}" if end == " " and line.endswith("\r") else line + end


def _goes_on(line: str, following: str) -> bool:
    """Neither is empty, and the next is not indented, which begins a paragraph."""
    return bool(line.strip()) and bool(following.strip()) and not following[0].isspace()


def _breaks_off(lines: list[str], place: int, width: float) -> bool:
    """In such a text: no sentence ends here, though the line is short, as where a newswire's dateline was cut off."""
    bare = lines[place].rstrip()
    if len(bare) < width * _SHORTEST or (place == 0 and not lines[1][0].islower()):
        return False  # a heading
    return not _ends_sentence(bare)


def _ends_sentence(line: str) -> bool:
    bare = line.rstrip()
    return bare[-1] in _ENDS and _SHORT_FORM.search(bare) is None


def _is_full(line: str, following: str, width: float) -> bool:
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width

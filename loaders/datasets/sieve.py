"""Lines of a table of which most say nothing that is kept: those are told by a look at all of a stretch together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, cast

from kg.model import Reject, RowsRead
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.lines import lines_together
from loaders.datasets.tally import Left, Tally

WhyLeft: TypeAlias = Callable[[list[str]], Sequence[Left | None]]
"""From lines to why each is left; None for one that has to be read by itself: also for any that has something wrong."""


def sieved_lines(
    opened: OpenedInput, options: ReadOptions, loader: str, why_left: WhyLeft, tally: Tally
) -> Iterator[tuple[int, str] | Reject | RowsRead]:
    """Yield number and text of each line that has to be read, what was refused, and counts of the lines left."""
    for lines in lines_together(opened, options, loader):
        if isinstance(lines, Reject):
            yield lines
            continue
        first, texts = lines
        why, begin = why_left(texts), 0
        for at in [at for at, left in enumerate(why) if left is None] + [len(texts)]:
            if at > begin:
                left = cast("Sequence[Left]", why[begin:at])
                yield from tally.leave(opened.where, first + begin, left)
            if at < len(texts):
                yield first + at, texts[at]
            begin = at + 1

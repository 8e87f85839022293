"""Reads so many texts, no two alike, and prints the greatest memory of the process as it goes on.

    python -m tests.text.many_texts 100000

Each text has names and words of its own, so that whatever is kept between texts fills up.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator

from kg.model import Source
from loaders.texts import read_texts_with
from tests.text.reading import source_of

_STORY = """\
Foreign Minister {first} {last} of Kenya met President Erik {other} of Sweden in Nairobi on Monday.
The two discussed {word}, trade and the situation in Sudan, and signed an agreement on {word}.
Ms {last} will travel to Stockholm in May, where she is to meet Prime Minister {other}.
"""
_SYLLABLES = ("ba", "ko", "mi", "ru", "ten", "sal", "vor", "ney", "dal", "gri")
_LINES = 5


def main(count: int) -> None:
    """Print the number of texts read and the greatest memory so far in MB, five times."""
    step = max(1, count // _LINES)
    for number, _ in enumerate(read_texts_with("rules", texts(count)), start=1):
        if number % step == 0:
            print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)


def texts(count: int) -> Iterator[Source]:
    """Yield texts with names of their own."""
    for number in range(count):
        names = (_name(number + shift) for shift in (0, 7_000_000, 3_000_000))
        first, last, other = (name.title() for name in names)
        story = _STORY.format(first=first, last=last, other=other, word=_name(number + 5_000_000))
        yield source_of({"id": f"t{number}", "text": story, "published": "2025-02-18"})


def _name(number: int) -> str:
    return "".join(_SYLLABLES[int(digit)] for digit in str(number))


if __name__ == "__main__":
    main(int(sys.argv[1]))

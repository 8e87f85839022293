"""Texts as nobody wrote them: cut, doubled, shuffled, with letters that trip a reader."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_ODD = [
    "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\x00", "\x1b[31m", "\U0001f91d", "e\u0301", "İ", "ß",
    "ﬁ", "“", "”", '"', "'", "’s", "(", ")", "[", "—", "–", "\n", "\n\n", "\r", "\t", "\u2028", "<script>", "</p>",
    "&amp;", "{", "}", "%", "Mr. ", "H.E. ", "met with ", "the two ", " and ", ", ", "; ", "U.S. ", "Feb. 30 ",
    "0000-00-00",
]  # fmt: skip


def mutated(texts: Sequence[str], count: int, seed: int = 0) -> Iterator[str]:
    """Yield texts made of these by one to four mutations each; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 4)):
            text = chance.choice(_MUTATIONS)(text, chance)
        yield text


def _cut(text: str, chance: random.Random) -> str:
    first, last = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return text[first:last]


def _doubled(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[max(0, at - 300) : at] * chance.randint(2, 5) + text[at:]


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _odd(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_ODD) + text[at:]
    return text


def _long_word(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice("aZ.-’,\u0430") * chance.randint(1_000, 50_000) + text[at:]


def _no_breaks(text: str, chance: random.Random) -> str:
    del chance
    return text.replace(".", ",").replace("\n", " ")


def _capitals(text: str, chance: random.Random) -> str:
    return text.upper() if chance.random() < 0.5 else text.title()


_MUTATIONS = (_cut, _doubled, _shuffled, _odd, _long_word, _no_breaks, _capitals)

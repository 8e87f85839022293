"""What may stand before a verb in its group."""

from __future__ import annotations

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.lexed import Lexed


def may_govern(lx: Lexed, item: int) -> bool:
    """Whether an item may stand before a verb in its group; a quotation may begin there: will "hold talks"."""
    if lx.codes[item] == '"':
        return item > 0 and lx.lows[item - 1] in AUXILIARIES
    return lx.codes[item] in "xpta'yn,mawofhB"

"""PLOVER event types and modes to kinds and statuses: schema/plover.tsv.

Source: *PLOVER: Political Language Ontology for Verifiable Event Records*, manual 0.8 draft (2021), and its conversion
table from CAMEO. A meeting, visit or call that is only intended is AGREE, never CONSULT: what is CONSULT was held.
AGREE does not say what was agreed to be done (a meeting, aid, a reform), and makes no event here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.vocabulary.data import rows
from loaders.datasets.cameo import Coded


@cache
def _table() -> dict[tuple[str, str], Coded]:
    return {
        (row["event"], row["mode"]): Coded(row["kind"], row["status"], row["meaning"], row["lost"])
        for row in rows("plover.tsv")
    }


@lru_cache(maxsize=4_096)
def coded(event: str, mode: str) -> Coded | None:
    """Return what an event type with its mode stands for, or ``None`` where it is no diplomatic event.

    A mode that the table does not list counts as none.
    """
    return _table().get((event, mode)) or _table().get((event, ""))

"""What a reader's Cypher may not say. The engine's own refusal of writes stands behind this; it does not stand alone.

LOAD CSV reads files and the network; procedures can do anything; administration commands show users. None is a
question about the graph.
"""

from __future__ import annotations

import re

from kg.store.engine import NotAllowedError

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_LOAD_CSV = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_CALL = re.compile(r"\bCALL\s*(?!\s*[({])([\w.]+)", re.IGNORECASE)
_IN_TRANSACTIONS = re.compile(r"\}\s*IN\b.*?\bTRANSACTIONS\b", re.IGNORECASE | re.DOTALL)
_ADMINISTRATION = re.compile(
    r"^\s*(?:USE\s+\S+\s+)?(SHOW|TERMINATE|CREATE\s+USER|DROP|ALTER|GRANT|DENY|REVOKE|START|STOP)\b", re.IGNORECASE
)
_SHOWABLE = re.compile(r"^\s*SHOW\s+(\w+\s+)*(INDEX(ES)?|CONSTRAINTS?|FUNCTIONS?)\b", re.IGNORECASE)
_PROCEDURES = frozenset(
    {
        "db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization", "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties", "db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships",
        "dbms.components", "db.ping", "db.info",
    }
)  # fmt: skip


def check_reader_text(text: str) -> None:
    """Refuse what readers may not say.

    Raises:
        NotAllowedError: the text loads files, calls a procedure that is not listed, or administers the server.
    """
    bare = _QUOTED.sub(_blank, text)
    if _LOAD_CSV.search(bare):
        raise NotAllowedError("refused: LOAD CSV reads files and addresses; load them with 'kg load'")
    if _IN_TRANSACTIONS.search(bare):
        raise NotAllowedError("refused: CALL { } IN TRANSACTIONS is for writing")
    for name in _CALL.findall(bare):
        if name.lower() not in _PROCEDURES:
            raise NotAllowedError(f"refused: readers may not call {name}")
    if _ADMINISTRATION.search(bare) and not _SHOWABLE.search(bare):
        raise NotAllowedError("refused: administration commands are no questions about the graph")


def _blank(match: re.Match[str]) -> str:
    """Backquoted names stay names (`CALL `x`.y`), everything else quoted is blank."""
    return match.group().replace("`", "") if match.group().startswith("`") else " "

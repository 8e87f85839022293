r"""What a reader's Cypher may not say. The engine's own refusal of writes stands behind this; it does not stand alone.

LOAD CSV reads files and the network; procedures can do anything; functions of the embedded engine and of plug-ins wait,
run other queries and tell about the machine; administration commands show users. None is a question about the graph.
The text is looked at on every engine, the plan where the engine shows it: a text can be written in ways that only the
engine's own parser sees through (``L\u004fAD CSV``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.store.engine import NotAllowedError

_QUOTED = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_NO_LETTER = re.compile(r"\W")
_LOAD_CSV = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_CALL = re.compile(r"([:.|&!$]\s*)?\bCALL\s+(\w+(?:\s*\.\s*\w+)*)(\s*\()?", re.IGNORECASE)
_NO_PROCEDURE = frozenset(
    {"and", "or", "xor", "not", "in", "is", "as", "where", "with", "return", "then", "else", "end"}
)
_IN_TRANSACTIONS = re.compile(r"\}\s*IN\s+(?:\S+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS\b", re.IGNORECASE)
_ADMINISTRATION = re.compile(
    r"^\s*(?:USE\s+\S+\s+)?(SHOW|TERMINATE|CREATE\s+USER|DROP|ALTER|GRANT|DENY|REVOKE|START|STOP)\b", re.IGNORECASE
)
_SHOWABLE = re.compile(r"^\s*SHOW\s+(\w+\s+)*(INDEX(ES)?|CONSTRAINTS?|FUNCTIONS?)\b", re.IGNORECASE)
_SHOWABLE_OPERATORS = ("ShowIndexes", "ShowConstraints", "ShowFunctions")
_PROCEDURES = frozenset(
    {
        "db.info", "db.labels", "db.ping", "db.propertykeys", "db.relationshiptypes", "dbms.components",
        "db.schema.nodetypeproperties", "db.schema.reltypeproperties", "db.schema.visualization",
        "db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships",
    }
)  # fmt: skip
_FUNCTION = re.compile(r"\b((?:\w+\s*\.\s*)+)\w+\s*\(")
_FUNCTIONS = frozenset(
    {
        "date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector", "vector.similarity",
        *(f"{prefix}{name}" for prefix in ("", "apoc.") for name in
          ("agg", "coll", "convert", "date", "map", "math", "number", "temporal", "text")),
    }
)  # fmt: skip
"""Where functions with a dot in their name may come from: what they return follows from what they are given."""
_NO_QUESTION = "refused: administration commands are no questions about the graph"


def check_reader_text(text: str) -> None:
    """Refuse what readers may not say.

    Raises:
        NotAllowedError: the text loads files, calls a procedure or function that is not listed, or administers the
            server.
    """
    bare = _QUOTED.sub(_blank, text)
    if _LOAD_CSV.search(bare):
        _refuse_load_csv()
    if _IN_TRANSACTIONS.search(bare):
        raise NotAllowedError("refused: CALL { } IN TRANSACTIONS is for writing")
    procedures = set(_called(bare))
    for name in procedures:
        _check_procedure(name)
    for name, family in _functions(bare):
        if family not in _FUNCTIONS and name not in procedures:
            raise NotAllowedError(f"refused: readers may not call {name[:80]}")
    if _ADMINISTRATION.search(bare) and not _SHOWABLE.search(bare):
        raise NotAllowedError(_NO_QUESTION)


def check_reader_plan(plan: Mapping[str, Any]) -> None:
    """Refuse the same by the operators of the plan that Neo4j made of a text.

    Raises:
        NotAllowedError: as for :func:`check_reader_text`.
    """
    operator = str(plan.get("operatorType", "")).partition("@")[0]
    if operator == "LoadCSV":
        _refuse_load_csv()
    if operator == "ProcedureCall":
        _check_procedure(str(plan.get("args", {}).get("Details", "")).partition("(")[0])
    if operator.startswith(("Administration", "Terminate", "Show")) and operator not in _SHOWABLE_OPERATORS:
        raise NotAllowedError(_NO_QUESTION)
    for child in plan.get("children", ()):
        check_reader_plan(child)


def _called(bare: str) -> Iterator[str]:
    """Yield the procedures that a text calls; a label, property or variable named "call" is none."""
    for before, name, opened in _CALL.findall(bare):
        if not before and name.lower() not in _NO_PROCEDURE and ("." in name or opened):
            yield re.sub(r"\s", "", name)


def _functions(bare: str) -> Iterator[tuple[str, str]]:
    """Yield what looks like a call of a function with a dot in its name, and all of the name before the last dot."""
    for match in _FUNCTION.finditer(bare):
        name = re.sub(r"\s", "", match.group())[:-1]
        yield name, name.rpartition(".")[0].lower()


def _check_procedure(name: str) -> None:
    if name.strip().lower() not in _PROCEDURES:
        raise NotAllowedError(f"refused: readers may not call {name.strip()[:80]}")


def _refuse_load_csv() -> None:
    raise NotAllowedError("refused: LOAD CSV reads files and addresses; load them with 'kg load'")


def _blank(match: re.Match[str]) -> str:
    """Backquoted names stay names, of letters alone (`CALL`x`.y`); everything else quoted is blank."""
    quoted = match.group()
    if not quoted.startswith("`"):
        return " "
    name = _NO_LETTER.sub("_", quoted[1:-1])
    return f" {name} "

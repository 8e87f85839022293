"""Where the graph is: a folder, or a server with credentials from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias

from kg.errors import KgError
from kg.store.heap import LEAST, MOST

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
DEFAULT_FOLDER = "kg-data"
_AMOUNT = re.compile(r"(\d{1,7})([mg])", re.IGNORECASE)


class AddressError(KgError):
    """What was given names neither a folder nor a server, or credentials are missing."""


@dataclass(frozen=True)
class Folder:
    """An embedded graph; ``heap`` is the memory that its engine may take, in megabytes, where somebody has said so."""

    path: Path
    heap: int | None = None

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True)
class Server:
    """A Neo4j server. The password is in no text made of this."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str

    def __str__(self) -> str:
        return self.uri


Address: TypeAlias = Folder | Server
Where: TypeAlias = str | PathLike[str] | None
"""How callers say where the graph is: a folder, or the address of a server."""


def find_address(given: Where, environment: Mapping[str, str]) -> Address:
    """Return where the graph is: what was given, else ``KG_URI``, else ``NEO4J_URI``, else ``./kg-data``.

    A folder takes ``KG_ENGINE_MEMORY`` with it, where that is set (``512m``, ``4g``).

    Raises:
        AddressError: an unknown scheme, credentials inside the URI, a server without ``NEO4J_PASSWORD`` or
            ``NEO4J_PASSWORD_FILE``, or a ``KG_ENGINE_MEMORY`` that is no amount.
    """
    where = (
        (fspath(given) if given else "") or environment.get("KG_URI") or environment.get("NEO4J_URI") or DEFAULT_FOLDER
    )
    if "://" not in where:
        return Folder(Path(where), _heap(environment.get("KG_ENGINE_MEMORY", "")))
    scheme, _, rest = where.partition("://")
    if scheme not in _SCHEMES:
        raise AddressError(f"no store at {scheme}://...: give a folder, or {', '.join(s + '://' for s in _SCHEMES)}")
    if "@" in rest.partition("/")[0]:
        raise AddressError("no user or password in the URI, please: set NEO4J_USERNAME and NEO4J_PASSWORD instead")
    return Server(
        uri=where,
        user=environment.get("NEO4J_USERNAME", "neo4j"),
        password=_password(environment),
        database=environment.get("NEO4J_DATABASE", "neo4j"),
    )


def _heap(given: str) -> int | None:
    if not given:
        return None
    amount = _AMOUNT.fullmatch(given.strip())
    megabytes = int(amount[1]) * (1024 if amount[2] in "gG" else 1) if amount else 0
    if not LEAST <= megabytes <= MOST:
        raise AddressError(f"KG_ENGINE_MEMORY: {given!r} is no amount from {LEAST}m to 31g, such as 512m or 4g")
    return megabytes


def _password(environment: Mapping[str, str]) -> str:
    if password := environment.get("NEO4J_PASSWORD"):
        return password
    file = environment.get("NEO4J_PASSWORD_FILE")
    if not file:
        raise AddressError("a server needs a password: set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file with it")
    try:
        text = Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise AddressError(f"NEO4J_PASSWORD_FILE: cannot read {file}: {error.strerror}") from error
    return text.partition("/")[2] if text.startswith("neo4j/") else text

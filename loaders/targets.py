"""What a user may name to be read: a file, a folder, a pattern, ``-`` for standard input, or an address of the web."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote, urlsplit

from loaders.errors import NoSuchInputError

STANDARD_INPUT = "-"
_GRAPH = "kg-graph.json"
"""What says that a folder is a graph (kg.store.folder)."""


class File(NamedTuple):
    """A file that is there, or was when the folder was listed."""

    path: Path


class Address(NamedTuple):
    """A page of the web."""

    url: str


class StandardInput(NamedTuple):
    """What is piped in."""


Target: TypeAlias = File | Address | StandardInput


def find_targets(typed: Sequence[str]) -> Iterator[Target]:
    """Yield what the words of a user stand for, in their order; the files of a folder in order of their names.

    Folders are walked to their ends; hidden files and folders are passed over and links to folders not followed. A
    folder that is a graph is one target: what is in it are no sources.
    All words are checked before the first target is yielded, so that a slip of the pen loads nothing.

    Raises:
        NoSuchInputError: one of them stands for nothing.
    """
    checked = [_check(word) for word in typed]
    for words in checked:
        for word in words:
            yield from _expand(word)


def shown(path: str | Path) -> str:
    """Return a path as text that can be printed and stored, whatever bytes its names are made of."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def name_of(where: str) -> str:
    """Return the last part of a path or of an address's path; of an address without a path its host."""
    if "://" not in where:
        return where.rpartition("/")[2]
    try:
        parts = urlsplit(where)
        last = unquote(parts.path, errors="replace").rstrip("/").rpartition("/")[2]
        return last or parts.hostname or where
    except ValueError:  # an archive may have anything for an address
        return where.rpartition("/")[2] or where


def is_graph(path: Path) -> bool:
    """Tell whether this is the folder of a graph."""
    return (path / _GRAPH).is_file()


def is_web_address(text: str) -> bool:
    """Tell whether this is an http or https address with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _check(word: str) -> list[str]:
    if word == STANDARD_INPUT or _is_there(word):
        return [word]
    if "://" in word:
        return [_check_address(word)]
    found = _matching(word) if has_magic(word) else []
    if not found:
        raise NoSuchInputError(f"{shown(word)}: no such file, folder or pattern; check the path")
    return found


def _matching(pattern: str) -> list[str]:
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes hidden files too


def _is_there(word: str) -> bool:
    try:
        return bool(word) and bool(Path(word).stat())
    except (OSError, ValueError):
        return False


def _check_address(word: str) -> str:
    if not is_web_address(word):
        raise NoSuchInputError(
            f"{word}: only http and https addresses are read; write https://host/path, or a file's path"
        )
    parts = urlsplit(word)
    if parts.username or parts.password:
        raise NoSuchInputError(f"{parts.hostname}: give no password in an address; fetch the page and load the file")
    return word


def _expand(word: str) -> Iterator[Target]:
    if word == STANDARD_INPUT:
        yield StandardInput()
    elif "://" in word and not _is_there(word):
        yield Address(word)
    elif Path(word).is_dir():
        yield from map(File, _walk(Path(word)))
    else:
        yield File(Path(word))


def _walk(folder: Path) -> Iterator[Path]:
    """The order is that of code points, whatever the locale and the file system say."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    except OSError:
        yield folder  # opening it says why it cannot be read
        return
    if _GRAPH in names:
        yield folder  # opening it says what it is
        return
    for name in names:
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif not path.is_dir():
            yield path

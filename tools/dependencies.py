"""Prints a line for each package that pyproject.toml names: ``python -m tools.dependencies``.

Version, licence and size on disk are those of the installed packages; docs/decisions.md has its figures from here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE = "License :: OSI Approved :: "


def main() -> None:
    """Print the lines."""
    for name, extra in dependencies():
        try:
            found = distribution(name)
        except PackageNotFoundError:
            sys.stdout.write(f"{name:20} {'not installed':12} {'':36} {extra}\n")
            continue
        sys.stdout.write(f"{name:20} {found.version:12} {licence(found):28} {megabytes(found):6.1f} MB {extra}\n")


def dependencies() -> Iterator[tuple[str, str]]:
    """Yield the name of each direct dependency, and the extra that asks for it or an empty text."""
    for requirement in requires("diplomatic-kg") or []:
        name = _NAME.match(requirement)
        extra = re.search(r"extra == ['\"](\w+)['\"]", requirement)
        if name:
            yield name[0], extra[1] if extra else ""


def licence(found: Distribution) -> str:
    """Return the licence as the package's metadata have it, in one line."""
    said = found.metadata
    classifiers = [one.removeprefix(_LICENCE) for one in said.get_all("Classifier") or [] if one.startswith(_LICENCE)]
    fields = [said[field] for field in ("License-Expression", "License") if field in said]
    return str([*fields[:1], *classifiers, "not said"][0]).splitlines()[0]


def megabytes(found: Distribution) -> float:
    """Return the size of the package's files, without what it depends on."""
    files = (Path(str(file.locate())) for file in found.files or [])
    return sum(file.stat().st_size for file in files if file.exists()) / 1e6


if __name__ == "__main__":
    main()

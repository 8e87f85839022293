"""What each module of the repository imports, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("kg", "loaders", "queries")


@dataclass(frozen=True)
class Import:
    """One import: of a module or of a name in it ("kg.store.open_engine"), and where it stands."""

    module: str
    """The module that imports."""
    target: str
    line: int
    typing_only: bool
    """It stands under ``if TYPE_CHECKING``: it costs nothing and binds nothing when the program runs."""

    def __str__(self) -> str:
        return f"{self.module.replace('.', '/')} line {self.line} imports {self.target}"


def modules(*packages: str) -> Iterator[tuple[str, Path]]:
    """Yield the name and the file of each module of these packages."""
    for package in packages:
        for file in sorted((REPOSITORY / package).rglob("*.py")):
            parts = file.relative_to(REPOSITORY).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), file


def imports(*packages: str) -> list[Import]:
    """Return every import in these packages, also those inside functions."""
    return [found for name, file in modules(*packages) for found in imports_of(name, file.read_text("utf-8"))]


def imports_of(module: str, text: str) -> Iterator[Import]:
    """Yield the imports in a text: ``from a import b`` is one of ``a.b``, and relative ones begin with a dot."""
    tree = ast.parse(text)
    typing_only = {id(node) for block in _typing_blocks(tree) for node in ast.walk(block)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            targets = [f"{origin}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (Import(module, target, node.lineno, id(node) in typing_only) for target in targets)


def imported_elsewhere(package: str, users: tuple[str, ...]) -> list[str]:
    """Return a line for each import of a package, when the program runs, by a part that is not one of its users."""
    return [
        str(one)
        for one in imports(*PACKAGES)
        if is_within(one.target, package)
        and not one.typing_only
        and not any(is_within(one.module, user) for user in users)
    ]


def is_within(name: str, part: str) -> bool:
    """Tell whether a module or name belongs to a part: ``kg.store.neo4j`` belongs to ``kg.store``."""
    return name == part or name.startswith(f"{part}.")


def _typing_blocks(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield from node.body

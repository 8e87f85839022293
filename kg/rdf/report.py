"""Findings as a SHACL validation report in Turtle, written one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.rdf.check import Finding
from kg.rdf.files import DumpError, beside
from kg.rdf.shapes import SHACL
from kg.rdf.terms import english

_HEAD = f"@prefix sh: <{SHACL}> .\n@prefix report: <urn:report#> .\n\n"


@contextmanager
def open_report(target: Path) -> Iterator[Callable[[Finding], None]]:
    """Give what adds a finding to a report. The file is there when the block has ended well, and not before.

    Raises:
        DumpError: it cannot be written; nothing was left there.
    """
    try:
        with beside(target) as file:
            report = _Report(file)
            yield report.add
            report.end()
    except OSError as error:
        raise DumpError(f"cannot write {target}: {error.strerror or error}. Nothing was left there.") from error


class _Report:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._count = 0
        self._write(_HEAD)

    def add(self, one: Finding) -> None:
        self._count += 1
        path = f"    sh:resultPath {_term(one.path)} ;\n" if one.path else ""
        self._write(
            f"report:all sh:result report:result-{self._count} .\n"
            f"report:result-{self._count} a sh:ValidationResult ;\n    sh:focusNode {_term(one.node)} ;\n{path}"
            f"    sh:sourceConstraintComponent {_term(one.component)} ;\n    sh:resultSeverity sh:Violation ;\n"
            f"    sh:resultMessage {english(one.message)} .\n"
        )

    def end(self) -> None:
        self._write(f"report:all a sh:ValidationReport ;\n    sh:conforms {'false' if self._count else 'true'} .\n")

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8"))


def _term(text: str) -> str:
    """An IRI, or a node without one, which a dump of ours never has."""
    return f"<{text}>" if ":" in text else f"_:{text}"

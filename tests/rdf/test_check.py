"""What ``kg rdf check`` finds is what pyshacl finds when it is given the published shapes and rdflib's own reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pyshacl
import rdflib

from kg.rdf import DEFAULT_BASE
from kg.rdf.check import Finding, check
from kg.rdf.generated import generated
from tests.cli.command import kg

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
PARTS = (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage, SH.sourceConstraintComponent)


def _gone(_: bytes) -> bytes:
    return b""


def _other_literal(line: bytes) -> bytes:
    return re.sub(rb'"[^"]*"(?=\S* \.$)', b'"other"', line)


def _of_no_type(line: bytes) -> bytes:
    return re.sub(rb'"(\^\^<[^>]*>|@en) \.$', b'" .', line)


def _elsewhere(line: bytes) -> bytes:
    return re.sub(rb"> <[^>]*/id/[^>]*> \.$", b"> <https://elsewhere.example/x> .", line)


def _nameless(line: bytes) -> bytes:
    return re.sub(rb"^<[^>]*>", b"_:nameless", line)


DAMAGES: tuple[Callable[[bytes], bytes], ...] = (
    _gone,
    _other_literal,
    _of_no_type,
    _elsewhere,
    _nameless,
    lambda line: line + b"\n" + _other_literal(line),
)


def damaged(dump: bytes, every: int) -> bytes:
    """The dump with every so manieth line damaged, in one way after the other; dates stay days (pyshacl breaks off)."""
    lines: list[bytes] = []
    ways = cycle(DAMAGES)
    for number, line in enumerate(dump.splitlines()):
        hit = number % every == 0 and b"XMLSchema#date" not in line
        lines.extend(next(ways)(line).splitlines() if hit else [line])
    return b"".join(line + b"\n" for line in sorted(set(lines)))


def by_pyshacl(dump: bytes) -> list[Finding]:
    data = rdflib.Graph().parse(data=dump, format="nt")
    shapes = rdflib.Graph().parse(data=generated(DEFAULT_BASE)["shapes.ttl"], format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    results = report.subjects(rdflib.RDF.type, SH.ValidationResult)
    return [Finding(*(str(report.value(result, part) or "") for part in PARTS)) for result in results]


def without_names(findings: list[Finding]) -> Counter[tuple[str, ...]]:
    """A node without an IRI has another name with each reader, and is a value of its own shape."""
    rests = {one: (one.path, one.message, one.component) for one in findings}
    return Counter(
        (one.node, one.value, *rest) if ":" in one.node else ("nameless", *rest) for one, rest in rests.items()
    )


def test_every_finding_is_pyshacls_own(small_dump: bytes, tmp_path: Path) -> None:
    dump = damaged(small_dump, every=5)
    file = tmp_path / "damaged.nq"
    file.write_bytes(dump)
    found = list(check(file))
    assert without_names(found) == without_names(by_pyshacl(dump))
    assert len({one.component for one in found}) >= 6, "of cardinality, lists, kinds of node, datatypes, patterns, ..."
    assert any(":" not in one.node for one in found)


def test_a_value_that_is_none_of_its_datatype_is_a_finding_and_no_traceback(small_dump: bytes, tmp_path: Path) -> None:
    bad = re.sub(rb'"\d+"(?=\^\^<[^>]*[iI]nteger>)', b'"many"', small_dump)
    tmp_path.joinpath("bad.nq").write_bytes(b"".join(sorted(bad.splitlines(keepends=True))))
    done = kg("rdf", "check", "bad.nq", where=tmp_path)
    assert (done.status, "many" in done.out) == (1, True)
    assert re.fullmatch(r"\d+ findings", done.err.strip())

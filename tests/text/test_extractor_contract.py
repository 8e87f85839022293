"""The promises of an extractor hold for ours and for the documented example; who breaks them is found."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.model import Evidence, Reading, Source
from loaders.conformance import broken_promises
from loaders.extractors import extractor_named
from loaders.text import Extractor, RulesExtractor
from tests.text.reading import source_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "write-an-extractor.md"


def example() -> Extractor:
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {}
    exec(compile(code[1], str(PAGE), "exec"), names)
    made = names["SummitExtractor"]()
    assert isinstance(made, Extractor)
    return made


def test_ours_keeps_every_promise() -> None:
    assert broken_promises(RulesExtractor) == []


def test_the_example_of_the_documentation_keeps_every_promise_and_reads() -> None:
    assert broken_promises(example) == []
    claims = example().extract(source_of({"text": "Leaders left the Russia-China summit early."})).claims
    assert [(claim.attribute, claim.value) for claim in claims if claim.attribute == "side"] == [
        ("side", "RUS"),
        ("side", "CHN"),
    ]


class OffByOne(RulesExtractor):
    def extract(self, source: Source) -> Reading:
        reading = super().extract(source)
        moved = [
            type(claim)(**{**_fields(claim), "evidence": Evidence(e.start, e.end - 1, e.quote)})
            for claim in reading.claims
            if (e := claim.evidence) is not None
        ]
        return Reading(source=reading.source, claims=tuple(moved))


class Remembering(RulesExtractor):
    def __init__(self) -> None:
        self._seen = 0

    def extract(self, source: Source) -> Reading:
        self._seen += 1
        reading = super().extract(source)
        return reading if self._seen % 2 else Reading(source=source, claims=())


class Throwing(RulesExtractor):
    def extract(self, source: Source) -> Reading:
        reading = super().extract(source)
        claims = list(reading.claims)
        random.shuffle(claims)
        return Reading(source=source, claims=tuple(claims))


def _fields(claim: Any) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in claim.__struct_fields__}


@pytest.mark.parametrize("broken", [OffByOne, Remembering, Throwing])
def test_one_that_breaks_a_promise_is_found(broken: type[RulesExtractor]) -> None:
    random.seed(5)
    assert broken_promises(broken) != []


def test_an_unknown_extractor_is_named_with_the_nearest() -> None:
    with pytest.raises(KgError, match=r"no extractor is called 'rule': did you mean 'rules'\?"):
        extractor_named("rule")

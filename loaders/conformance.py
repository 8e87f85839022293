"""What every extractor promises, checked: ``python -m loaders.conformance NAME``.

Each check is a sentence of the contract in loaders/text/contract.py. The texts are our own; some are hostile.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from kg.errors import KgError
from kg.model import Reading, Source, source_id
from loaders.text.contract import Extractor

_TEXTS = (
    "Foreign Minister Ana Costa of Portugal met her Polish counterpart, Jan Lis, in Warsaw on Tuesday.",
    "The two countries have yet to hold talks. No meeting is planned.",
    "",
    " \n\t\n ",
    "met " * 400,
    "\u202eMinister\u202c \u200bWang\u200b Wei \U0001f91d Señor Núñez — «talks» in Łódź; 王毅 met Сергей Лавров.",
    "<script>alert(1)</script> President A'); DROP TABLE x;-- met MATCH (n) DETACH DELETE n.",
    'She said: "We will meet, (if [ever " and the quote never ends',
    "Premier Li met President Okoro in Abuja.\r\nThey signed a treaty.\r\n\r\nRelated articles\r\nRead more",
)


def broken_promises(make: Callable[[], Extractor]) -> list[str]:
    """Return the promises that an extractor breaks, in plain words; none if it keeps them all.

    ``make`` gives a fresh extractor each time it is called.
    """
    sources = [_source(number, text) for number, text in enumerate(_TEXTS)]
    first = make()
    read = [first.extract(source) for source in sources]
    return [
        *_spans(read),
        *_its_own(first, sources, read),
        *_same(read, [first.extract(source) for source in sources], "read again, it says something else"),
        *_same(read, _backwards(make(), sources), "what it says depends on the order of the sources"),
    ]


def _source(number: int, text: str) -> Source:
    key = f"conformance-{number}"
    return Source(id=source_id(url="", key=key, text=text), kind="article", key=key, text=text, loader="conformance",
                  published="2024-03-14", language="en")  # fmt: skip


def _backwards(extractor: Extractor, sources: Sequence[Source]) -> list[Reading]:
    return [extractor.extract(source) for source in reversed(sources)][::-1]


def _spans(read: Sequence[Reading]) -> Iterator[str]:
    for reading in read:
        text = reading.source.text
        for claim in reading.claims:
            said = claim.evidence
            if said is None:
                yield f"{reading.source.key}: the claim on {claim.attribute!r} has no evidence"
            elif not 0 <= said.start < said.end <= len(text) or text[said.start : said.end] != said.quote:
                yield f"{reading.source.key}: {said.quote!r} does not stand at {said.start} to {said.end}"


def _its_own(extractor: Extractor, sources: Sequence[Source], read: Sequence[Reading]) -> Iterator[str]:
    for source, reading in zip(sources, read, strict=True):
        if reading.source.id != source.id:
            yield f"{source.key}: it gives a reading of another source"
        for claim in reading.claims:
            if claim.source != source.id:
                yield f"{source.key}: a claim names another source"
            if claim.extractor != extractor.name:
                yield f"{source.key}: a claim names the extractor {claim.extractor!r}, not {extractor.name!r}"
            if not 0 <= claim.confidence <= 1:
                yield f"{source.key}: a confidence of {claim.confidence} is not between 0 and 1"


def _same(read: Sequence[Reading], again: Sequence[Reading], fault: str) -> Iterator[str]:
    for one, other in zip(read, again, strict=True):
        if one != other:
            yield f"{one.source.key}: {fault}"


def main(names: Sequence[str]) -> int:
    """Check the extractors of these names; print what they break."""
    from loaders.extractors import extractor_named

    status = 0
    for name in names or ("rules",):
        try:
            faults = broken_promises(lambda name=name: extractor_named(name))  # type: ignore[misc]  # a default binds the name of this turn
        except KgError as error:
            faults = [str(error)]
        sys.stdout.writelines(f"{name}: {fault}\n" for fault in faults or ["keeps every promise"])
        status = max(status, int(bool(faults)))
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

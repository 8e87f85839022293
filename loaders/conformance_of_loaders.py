"""What every loader promises, checked: ``python -m loaders.conformance_of_loaders NAME FILE``.

Each check is a sentence of the contract in loaders/contract.py. The file is one of the kind; what is hostile is
made of it.
"""

from __future__ import annotations

import io
import random
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.blueprint import reject_reasons
from kg.errors import KgError
from kg.model import Reading, Reject, RowsRead, Source
from loaders.bounded import BoundedStream, buffered, reading_from
from loaders.contract import Item, Loader, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.reported import Reported

_SHORT, _LONG = 2**14, 2**17
"""Bytes of the inputs by which memory is compared: the rows of the file, again and again."""
_GROWTH, _SLACK = 1.5, 2**18
_SEED = 7
_ROUNDS = 40
_USUAL = ReadOptions(record_limit=2**22)
Make = Callable[[], Loader]


def broken_promises(make: Make, data: bytes, name: str = "sample", options: ReadOptions = _USUAL) -> list[str]:
    """Return the promises that a loader breaks, in plain words; none if it keeps them all.

    ``make`` gives a fresh loader each time it is called; ``data`` is an input of its kind, called ``name``.
    """
    read = _items(make(), data, name, options)
    return [
        *_recognised(make(), data, name),
        *_something(read),
        *(fault for item in read for fault in faults_of(item)),
        *_same(read, _items(make(), data, name, options)),
        *_read_again(make, read, options),
        *_hostile(make, data, name, options),
        *_memory(make, data, name, options),
    ]


def _recognised(loader: Loader, data: bytes, name: str) -> Iterator[str]:
    if not loader.recognises(opened(data, name).head(), name):
        yield "it does not recognise its own kind of input"


def _something(read: Sequence[Item]) -> Iterator[str]:
    if not any(isinstance(item, Reading | Source | Reported) for item in read):
        yield "it finds no record in the file"


def faults_of(item: Item) -> Iterator[str]:
    """Yield what is wrong with one item."""
    if isinstance(item, RowsRead):
        yield from (fault for left in item.left for fault in faults_of(left))
    elif isinstance(item, Reject):
        if item.reason not in reject_reasons():
            yield f"{item.record}: {item.reason!r} is no reason of the closed list"
        if not item.detail or "\n" in item.detail:
            yield f"{item.record}: the detail of a reject is one line, not {item.detail[:60]!r}"
    elif isinstance(item, Reading):
        yield from _spans(item)
    elif isinstance(item, Reported):
        end = item.start + len(item.words.text)
        if item.source.text[item.start : end] != item.words.text:
            yield f"{item.source.key}: the words of another do not stand where it says"
    elif not item.text.strip():
        yield f"{item.key}: an article without a text"


def _spans(reading: Reading) -> Iterator[str]:
    for claim in reading.claims:
        if not claim.evidence.stands_in(reading.source.text):
            yield f"{reading.source.key}: {claim.evidence.quote[:60]!r} does not stand where the claim says"
        if claim.source != reading.source.id:
            yield f"{reading.source.key}: a claim names another source"


def _same(read: Sequence[Item], again: Sequence[Item]) -> Iterator[str]:
    if list(read) != list(again):
        yield "read again, it gives something else"


def _read_again(make: Make, read: Sequence[Item], options: ReadOptions) -> Iterator[str]:
    """A record that was refused is refused again by itself, for the same reason, or is read."""
    for item in read:
        if isinstance(item, Reject) and item.content and item.loader == make().name:
            again = _items(make(), item.content.encode("utf-8", errors="surrogatepass"), "again", options)
            reasons = {one.reason for one in again if isinstance(one, Reject)}
            if item.reason not in reasons:
                otherwise = ", ".join(sorted(reasons)) or "not at all"
                yield f"{item.record}: refused as {item.reason}, and by itself {otherwise}"


def _hostile(make: Make, data: bytes, name: str, options: ReadOptions) -> Iterator[str]:
    chance = random.Random(_SEED)  # noqa: S311 - the same damage every time
    for _ in range(_ROUNDS):
        for item in _items(make(), damaged(data[:8_000], chance), name, options):
            yield from (f"of a damaged input: {fault}" for fault in faults_of(item))


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return an input with one thing wrong: cut, doubled, shuffled, with odd bytes, in another encoding, too long."""
    at, till = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    odd = chance.choice((b"\x00", b"\xff\xfe", b"\t", b"\n", b'"', b",", b"{", b"-1e999", "\u202e\ufeff".encode()))
    changes = (
        lambda: data[:at], lambda: data[at:], lambda: data[:at] + data[till:], lambda: data[:till] + data[at:],
        lambda: data[:at] + odd + data[at:], lambda: data[:at] + chance.randbytes(40) + data[at + 1 :],
        lambda: data.replace(data[at : at + 1] or b"\t", odd), lambda: _shuffled(data, chance),
        lambda: data.decode("utf-8", "replace").encode("utf-16"), lambda: data.decode("latin-1").encode("utf-8"),
        lambda: data[:at] + odd * 5_000 + data[at:],
    )  # fmt: skip
    return chance.choice(changes)()


def _shuffled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    part = chance.choice((b"\t", b","))
    return b"\n".join(part.join(chance.sample(cells := line.split(part), len(cells))) for line in lines)


def _memory(make: Make, data: bytes, name: str, options: ReadOptions) -> Iterator[str]:
    """An input of one record has no rows that can be many: then there is nothing to compare."""
    if data.count(b"\n") < 2 or not _takes(make(), _repeated(data, 2), name, options):
        return
    short, long = (_peak(make(), data, size // len(data) + 1, name, options) for size in (_SHORT, _LONG))
    if long > _GROWTH * short + _SLACK:
        times = _LONG // _SHORT
        yield f"its memory grows with the input: {short:,} bytes, and {long:,} where that is {times} times as long"


def _repeated(data: bytes, times: int) -> Iterator[bytes]:
    """The file with its rows many times, under the first line once, which may be a header."""
    first, _, rest = data.partition(b"\n")
    yield first + b"\n"
    for _ in range(times):
        yield rest if rest.endswith(b"\n") else rest + b"\n"


def _takes(loader: Loader, pieces: Iterator[bytes], name: str, options: ReadOptions) -> bool:
    try:
        return any(
            isinstance(item, Reading | Source | Reported) for item in loader.read(_stream(pieces, name), options)
        )
    except RefusedError:
        return False


def _peak(loader: Loader, data: bytes, times: int, name: str, options: ReadOptions) -> int:
    tracemalloc.start()
    try:
        for _ in loader.read(_stream(_repeated(data, times), name), options):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _items(loader: Loader, data: bytes, name: str, options: ReadOptions) -> list[Item]:
    """All that comes before the end, or before the loader refuses to read on, which is a reject too."""
    found: list[Item] = []
    try:
        found.extend(loader.read(opened(data, name), options))
    except RefusedError as error:
        found.append(Reject(name, "", error.reason, str(error).partition("\n")[0]))
    return found


def opened(data: bytes, name: str) -> OpenedInput:
    """Return bytes as an input."""
    return OpenedInput(name, name, buffered(BoundedStream(io.BytesIO(data).read)))


def _stream(pieces: Iterator[bytes], name: str) -> OpenedInput:
    return OpenedInput(name, name, buffered(BoundedStream(reading_from(pieces))))


def main(arguments: Sequence[str]) -> int:
    """Check the loader of this name with a file of its kind; print what it breaks."""
    from loaders.registry import loader_named

    if len(arguments) != 2:
        sys.stderr.write("usage: python -m loaders.conformance_of_loaders NAME FILE\n")
        return 2
    name, file = arguments[0], Path(arguments[1])
    try:
        faults = broken_promises(lambda: loader_named(name), file.read_bytes(), file.name)
    except (KgError, OSError) as error:
        faults = [str(error)]
    sys.stdout.writelines(f"{name}: {fault}\n" for fault in faults or ["keeps every promise"])
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Files that expand beyond reason: each begins as a real one, and goes on with the same byte again and again."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from functools import cache

from backports import zstd

SIZE = 65 * 2**20
"""More than may come of a small file, whatever it holds."""
_FILLER = b"x" * SIZE


def zipped(head: bytes) -> bytes:
    """Return an archive of one file."""
    return _archive("a", head + _FILLER)


def lying(head: bytes) -> bytes:
    """Return an archive that says its file is no larger than its beginning."""
    true = (len(head) + SIZE).to_bytes(4, "little")
    return zipped(head).replace(true, len(head).to_bytes(4, "little"))


def nested(head: bytes) -> bytes:
    """Return an archive of a file that is compressed again."""
    return _archive("a.gz", gzipped(head))


def gzipped(head: bytes) -> bytes:
    """Return a file of two parts."""
    return gzip.compress(head, 1) + _filler_by(gzip.compress)


def zstandard(head: bytes) -> bytes:
    """Return a file of two parts."""
    return zstd.compress(head) + _filler_by(zstd.compress)


@cache
def _filler_by(compress: Callable[[bytes], bytes]) -> bytes:
    return compress(_FILLER)


def _archive(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, content)
    return out.getvalue()


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "zip": zipped, "lying.zip": lying, "nested.zip": nested, "gz": gzipped, "zst": zstandard,
}  # fmt: skip

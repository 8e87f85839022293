"""PDF files with a text layer: one article a file, running heads and page numbers left out."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kg.model import Source
from loaders.article import Article, make_source
from loaders.characters import without_controls
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.optional import library
from loaders.plain import read_whole
from loaders.wrapping import unwrapped

_BEGINS_WITHIN = 1_024
_NUMBER = re.compile(r"\d+")
_RAGGED = 0.15
"""Letters differ in width, so full lines differ in their number of letters."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())


class PdfLoader:
    """Reads the text layer of a PDF. What is only an image of text is refused; so is what a password protects.

    The file's own date is that of its making, not of publication, and not used.
    """

    name = "pdf"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether it begins as a PDF."""
        return b"%PDF-" in head[:_BEGINS_WITHIN]

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source]:
        """Yield the article."""
        pages = _pages(read_whole(opened, options.record_limit))
        bare = [str(number) for number, lines in enumerate(pages, start=1) if not any(map(str.strip, lines))]
        if bare:
            opened.tell(f"no text on page {', '.join(bare)} of {len(pages)}")
        text = unwrapped("\n\n".join(_without_running_lines(pages)), slack=_RAGGED).strip()
        if not text:
            raise RefusedError("no-article", "it has no text layer, only images; recognise its text and load that")
        yield make_source(Article(text=text, key=opened.stem, url=opened.url), self.name, options)


def _pages(data: bytes) -> list[list[str]]:
    """The lines of each page. The errors are those that the library lets through of damaged files."""
    pypdf: Any = library("pypdf", "pypdf", "PDF")
    faults = (
        pypdf.errors.PyPdfError, pypdf.errors.DependencyError, pypdf.errors.DeprecationError, ValueError, LookupError,
        TypeError, AttributeError,
        ArithmeticError, RecursionError, NotImplementedError, AssertionError, EOFError, OSError, zlib.error,
    )  # fmt: skip
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("unreadable", "a password protects it; save it without")
        return [without_controls(page.extract_text()).splitlines() for page in reader.pages]
    except faults as error:
        raise RefusedError("unreadable", f"the PDF is damaged: {type(error).__name__}: {error}") from error


def _without_running_lines(pages: list[list[str]]) -> Iterator[str]:
    """Drop first and last lines that, numbers aside, stand on most pages."""
    bare = [[line.strip() for line in page if line.strip()] for page in pages]
    seen = Counter(_key(line) for page in bare for line in {*page[:1], *page[-1:]})
    running = {key for key, count in seen.items() if count > 1 and count * 2 > len(bare)}
    for page in bare:
        kept = page[1:] if page and _key(page[0]) in running else page
        yield "\n".join(kept[:-1] if kept and _key(kept[-1]) in running else kept)


def _key(line: str) -> str:
    return _NUMBER.sub("#", line)

"""The extractors there are: ours, and those that other packages add."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, TypeGuard

from loaders.errors import ExtractorPluginError, UnknownExtractorError
from loaders.plugins import made_by, nearest

if TYPE_CHECKING:
    from loaders.text import Extractor

ENTRY_POINT_GROUP = "kg.extractors"
OWN = "rules"


def extractor_names() -> list[str]:
    """Return the names that ``extractor_named`` takes; our own first."""
    return [OWN, *sorted(_plugins())]


def extractor_named(name: str) -> Extractor:
    """Return the extractor of this name.

    Raises:
        UnknownExtractorError: there is none; the message names the nearest.
        ExtractorPluginError: it is installed and cannot be used.
    """
    if name == OWN:
        from loaders.text import RulesExtractor  # half a second: who reads data sets has no texts

        return RulesExtractor()
    point = _plugins().get(name)
    if point is not None:
        return _load(point)
    raise UnknownExtractorError(f"no extractor is called {name!r}: {nearest(name, extractor_names())}")


def _plugins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=ENTRY_POINT_GROUP)}


def _load(point: EntryPoint) -> Extractor:
    return made_by(point, _is_extractor, "extractor", "docs/how-to/write-an-extractor.md", ExtractorPluginError)


def _is_extractor(found: object) -> TypeGuard[Extractor]:
    from loaders.text import Extractor

    return isinstance(found, Extractor)

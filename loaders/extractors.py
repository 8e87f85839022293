"""The extractors there are: ours, and those that other packages add."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from loaders.errors import ExtractorPluginError, UnknownExtractorError

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
    near = get_close_matches(name, extractor_names(), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(extractor_names())}"
    raise UnknownExtractorError(f"no extractor is called {name!r}: {hint}")


def _plugins() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=ENTRY_POINT_GROUP)}


def _load(point: EntryPoint) -> Extractor:
    from loaders.text import Extractor

    try:
        made = point.load()
        extractor = made() if isinstance(made, type) else made
    except (ImportError, AttributeError, TypeError) as error:
        raise ExtractorPluginError(f"the extractor {point.name!r} cannot be used: {error}") from error
    if not isinstance(extractor, Extractor):
        raise ExtractorPluginError(f"{point.name!r} is no extractor: see docs/how-to/write-an-extractor.md")
    return extractor
